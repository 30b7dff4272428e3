namespace Dateline.Formats.Feeds;

/// <summary>What a feed of an agency says of an item in the agency's own vocabulary.</summary>
internal sealed record AgencyFacts
{
    public string? Version { get; init; }

    public PubStatus Status { get; init; }

    public Embargo? Embargo { get; init; }

    /// <summary>When the agency releases it, which says nothing of one that isn't embargoed.</summary>
    public DateTimeOffset? Release { get; init; }

    public string? Slugline { get; init; }

    public PlaceLine? PlaceLine { get; init; }

    public int? Urgency { get; init; }

    /// <summary>The item with what is said here.</summary>
    public NewsItem On(NewsItem item) => item with
    {
        Version = Version,
        Status = Status,
        Embargo = Embargo,
        Slugline = Slugline,
        PlaceLine = PlaceLine,
        Urgency = Urgency,
        Publishable = Status == PubStatus.Usable && item.Publishable,
    };
}
