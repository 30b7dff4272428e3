namespace Dateline.Formats;

/// <summary>
/// What a feed says about itself. Read from a feed it comes before the first item, with what was known
/// by then, and once more at the end if something that followed changed it: the last one is the complete one.
/// Every property is optional.
/// </summary>
public sealed record FeedHead : NewsPart
{
    /// <summary>The format recognised.</summary>
    public NewsFormat Format { get; init; }

    /// <summary>The name of the feed, as plain text.</summary>
    public string? Title { get; init; }

    /// <summary>What the feed is about, as plain text.</summary>
    public string? Description { get; init; }

    /// <summary>The web page the feed belongs to.</summary>
    public string? Link { get; init; }

    /// <summary>The feed's own address (<c>rel="self"</c>, JSON Feed <c>feed_url</c>).</summary>
    public string? SelfLink { get; init; }

    /// <summary>The next page of a paged feed (RFC 5005, JSON Feed <c>next_url</c>).</summary>
    public string? NextLink { get; init; }

    /// <summary>WebSub hubs that announce changes of the feed.</summary>
    public IReadOnlyList<string> HubLinks { get; init; } = [];

    /// <summary>The feed's permanent identity (Atom <c>id</c>; otherwise null).</summary>
    public string? Id { get; init; }

    /// <summary>When the feed last changed, in UTC.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>The language as a BCP 47 tag, as sent.</summary>
    public string? Language { get; init; }

    /// <summary>The rights statement, as plain text. Items without their own inherit it.</summary>
    public string? Rights { get; init; }

    /// <summary>Who is responsible for the feed. Atom entries without an author inherit them.</summary>
    public IReadOnlyList<Author> Authors { get; init; } = [];

    /// <summary>The address of a picture that stands for the feed.</summary>
    public string? Image { get; init; }

    /// <summary>The program that wrote the feed.</summary>
    public string? Generator { get; init; }

    /// <summary>How long the sender asks to wait before asking again (RSS <c>ttl</c>, <c>sy:updatePeriod</c>).</summary>
    public TimeSpan? TimeToLive { get; init; }

    /// <summary>The sender says that the feed is finished (JSON Feed <c>expired</c>).</summary>
    public bool Expired { get; init; }

    /// <summary>What had to be repaired to read the feed, a sentence each.</summary>
    public IReadOnlyList<string> Repairs { get; init; } = [];
}
