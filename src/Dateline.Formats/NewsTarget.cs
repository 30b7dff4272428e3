namespace Dateline.Formats;

/// <summary>A format that is written. See <see cref="NewsWriter"/>.</summary>
public enum NewsTarget
{
    /// <summary>IPTC ninjs 3.1, a document for each item.</summary>
    Ninjs31,

    /// <summary>IPTC ninjs 2.2, a document for each item.</summary>
    Ninjs22,

    /// <summary>NewsML-G2 2.35, a <c>newsMessage</c> of all items.</summary>
    NewsMlG2,

    /// <summary>NITF 3.6, a document for each item.</summary>
    Nitf,

    /// <summary>RSS 2.0, a feed of all items.</summary>
    Rss,

    /// <summary>Atom 1.0 (RFC 4287) with tombstones (RFC 6721), a feed of all items.</summary>
    Atom,

    /// <summary>JSON Feed 1.1, a feed of all items.</summary>
    JsonFeed,
}

/// <summary>What a <see cref="NewsTarget"/> can hold.</summary>
public static class NewsTargets
{
    // A property that a format carries in part only stands here too: what comes back is not what was sent.
    private static readonly string[] FeedsLose = ["Version", "Embargo", "Signals", "Slugline", "PlaceLine.Text", "PlaceLine.Place", "PlaceLine.Date", "Urgency", "Genres", "VersionCreated"];

    extension(NewsTarget target)
    {
        /// <summary>Whether a document of the format holds one item and no more.</summary>
        public bool HoldsOneItem => target is NewsTarget.Ninjs31 or NewsTarget.Ninjs22 or NewsTarget.Nitf;

        /// <summary>The ending of a file of the format, without the dot.</summary>
        public string FileEnding => target is NewsTarget.Ninjs31 or NewsTarget.Ninjs22 or NewsTarget.JsonFeed ? "json" : "xml";

        /// <summary>
        /// The properties of a <see cref="NewsItem"/> (<c>Credit.UsageTerms</c>) that don't come back, or not as they were, when an
        /// item is written in the format and read again. All others do.
        /// </summary>
        public IReadOnlyList<string> Loses => target switch
        {
            NewsTarget.Rss => [.. FeedsLose, "Byline", "Authors.Uri", "Contributors.Role", "Subjects"],
            NewsTarget.Atom => [.. FeedsLose, "Byline", "Contributors.Role", "Links"],
            NewsTarget.JsonFeed => [.. FeedsLose, "FirstCreated"],
            NewsTarget.NewsMlG2 => ["Authors.Uri", "PlaceLine.Date", "Published"],
            NewsTarget.Nitf => ["Authors.Uri", "Contributors", "Contributors.Role", "Links", "Page", "PlaceLine.Place", "Published", "Credit.SourceUrl", "Credit.Hops.Role", "Credit.Hops.At"],
            _ => ["PlaceLine.Text", "PlaceLine.Date", "Published", "Updated"],
        };

        /// <summary>Why an item is not written in the format; null where it is.</summary>
        /// <param name="item">The item.</param>
        /// <param name="now">An embargo that has ended by then holds nothing.</param>
        /// <returns>A sentence, or null.</returns>
        public string? Refusal(NewsItem item, DateTimeOffset now)
        {
            ArgumentNullException.ThrowIfNull(item);
            if (string.IsNullOrEmpty(item.Uri)) return "It has no identity, which the format requires.";
            var isFeed = target is NewsTarget.Rss or NewsTarget.Atom or NewsTarget.JsonFeed;
            return item switch
            {
                { Status: PubStatus.Canceled } => target is NewsTarget.Rss or NewsTarget.JsonFeed ? "It is canceled, which the format can't say." : null,
                { Status: PubStatus.Withheld } => isFeed ? "It is withheld, which the format can't say." : null,
                { Publishable: false } => "It is for editors alone.",
                { Embargo: { Until: var until } } when isFeed && !(until <= now) => "It is under an embargo, which the format can't say.",
                _ => null,
            };
        }
    }
}
