namespace Dateline.Formats.InText;

/// <summary>
/// What the trade writes into the text itself, for want of a field: whose it is, where and when it was filed, which version it is.
/// It leaves headline and body and completes the fields. What the format's own fields say is not overwritten.
/// </summary>
/// <remarks>Here is the order in which they are asked, since what the beginning says tells how to read the end.</remarks>
internal static class TextConventions
{
    /// <summary>The item, with what its text says in its fields. Reads a bounded part of it, whatever its length.</summary>
    /// <param name="item">The item as its format was read.</param>
    /// <param name="sender">The name of who sent it, where known: it may sign with it.</param>
    public static NewsItem Apply(NewsItem item, string? sender)
    {
        item = GenericUsers.Without(item);
        var names = Names(item, sender);
        var signatures = new Signatures(names, new Vouching(item, names));
        var chain = new CreditChain();
        item = Handled(item, names);
        IReadOnlyList<string> carriers = [];
        if (item.Headline is { } headline && HeadlineCredit.Read(headline, signatures) is ({ } rest, var agencies, var hands) && rest.Length < headline.Length)
        {
            item = item with { Headline = rest };
            carriers = hands;

            // [AFP] EMBARGO 18H00 GMT - …: what the name stood before is heard too.
            item = Handled(item, names);

            // The last of them wrote it.
            for (var i = agencies.Count - 1; i >= 0; i--) chain.Wrote(agencies[i]);
        }

        // "HAMBURG, 16. November (AFP) -" in a field of its own signs as it would in the text.
        if (item.PlaceLine?.Text is { } line && Bracketed(line, signatures) is { } signers) chain.Signed(signers);

        // RSS has one field for both: a text that says nothing as the body says nothing as the summary.
        var saidNothing = false;
        if (item.Body is { Content.Length: > 0 } sent)
        {
            var told = item;
            var body = FeedFooter.Cut(sent);
            (item, var cut) = LedeConventions.Take(item, body, signatures, chain);
            if (item.Headline is { } title && HeadlineCredit.Vouched(title, cut, isCarried: !chain.IsEmpty && item.PlaceLine is { Text: not null, Place: null, Date: null }) is { } vouched)
            {
                item = item with { Headline = vouched.Headline };
                chain.Wrote(vouched.Agency);
            }

            // Whoever carries it stands behind who signs the text.
            for (var i = carriers.Count - 1; i >= 0; i--) chain.Signed(carriers[i]);
            (item, cut) = Tail(item, cut, signatures, chain);
            if (item.PlaceLine is null && PressLede.IsOf(chain)) (item, cut) = PressLede.Take(item, cut, chain);
            saidNothing = ReferenceEquals(cut, sent) && ReferenceEquals(item, told) && sent.Kind == BodyKind.Text && sent.Content == item.Summary;
            if (!ReferenceEquals(cut, sent)) item = item with { Body = cut };
        }

        if (item.Body is null)
            for (var i = carriers.Count - 1; i >= 0; i--) chain.Signed(carriers[i]);

        if (item.Summary is { Length: > 0 } summary && !saidNothing && !IsCaption(item, summary))
        {
            var written = new NewsBody(summary, BodyKind.Text);
            var text = FeedFooter.Cut(written);
            (item, var cut) = LedeConventions.Take(item, text, signatures, chain);
            (item, cut) = Tail(item, cut, signatures, chain);
            if (item.PlaceLine is { Place: { } filed } && PressLede.IsOf(chain) && PressLede.Take(item, cut, chain) is var (again, bare) && again.PlaceLine?.Place == filed) cut = bare;
            if (!ReferenceEquals(cut, written)) item = item with { Summary = cut.Content.TrimEnd() };
        }

        item = Bylines.Apply(item, signatures, chain);
        item = PictureCredit.Apply(item, signatures);

        // A feed that has only one field for who wrote it puts an agency there too.
        item = HouseBylines.Apply(item, signatures, chain);
        return HouseMarks.Apply(KillOfLetter(chain.IsEmpty ? item : item with { Credit = chain.Complete(item.Credit, item.Byline) }));
    }

    // Of a picture alone the caption stands for the summary, and what it is signed with is the picture's.
    private static bool IsCaption(NewsItem item, string summary) => item.Body is null && item.Media.Count > 0 && item.Media.Any(medium => PictureCredit.IsSame(summary, medium.Caption));

    // A kill that is sent as the answer to a letter kills what that letter said.
    private static NewsItem KillOfLetter(NewsItem item)
    {
        const string Letter = "mid:";
        if (item.Status != PubStatus.Canceled || item.Cancels.Count > 0) return item;
        foreach (var link in item.Links)
            if (link.Rel == "in-reply-to" && link.Href.StartsWith(Letter, StringComparison.Ordinal)) return item with { Cancels = [link.Href[Letter.Length..]] };

        return item;
    }

    private static NewsItem Handled(NewsItem item, List<string> names)
    {
        var isBritish = names.Exists(name => Houses.AreOne(name, "PA")) || (item.Subjects.Count > 0 && item.Subjects.Any(subject => subject is { Scheme: "service", Code: "pa" or "paa" }));
        return HandlingMarks.Apply(item, names, isBritish);
    }

    // Above a line of the house's own may stand what a system puts below each text.
    private static (NewsItem Item, NewsBody Text) Tail(NewsItem item, NewsBody text, Signatures signatures, CreditChain chain)
    {
        (item, var cut) = TailConventions.Take(item, text, signatures, chain);
        return (item, ReferenceEquals(cut, text) ? text : FeedFooter.Cut(cut));
    }

    private static List<string>? Bracketed(string line, Signatures signatures)
    {
        var bare = line.AsSpan().TrimEnd(" -–—_:.");
        return bare is [.., ')'] && bare.LastIndexOf('(') is >= 0 and var open ? signatures.Read(bare[(open + 1)..^1]) : null;
    }

    private static List<string> Names(NewsItem item, string? sender)
    {
        var names = new List<string>(item.Credit is null ? 1 : 4);
        foreach (var name in (ReadOnlySpan<string?>)[sender, item.Credit?.Source, item.Credit?.Distributor, item.Credit?.Provider])
            if (name is { Length: > 2 and <= Agencies.LongestName } && !names.Contains(name)) names.Add(name);

        return names;
    }
}
