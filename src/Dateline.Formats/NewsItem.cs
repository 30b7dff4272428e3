using System.Security.Cryptography;
using System.Text;

namespace Dateline.Formats;

/// <summary>
/// One piece of news, whatever format it came in. Every property is optional; texts are plain text unless they
/// say otherwise; instants are in UTC. Nothing in it is to be trusted: it is what a sender wrote.
/// </summary>
public sealed record NewsItem : NewsPart
{
    /// <summary>
    /// The identity of the item, the same for all its versions: RSS <c>guid</c>, RDF <c>rdf:about</c>, Atom and
    /// JSON Feed <c>id</c>. When none was sent: its link, else a hash of headline and date (RFC 6920), which
    /// <see cref="Repairs"/> then tells.
    /// </summary>
    public string? Uri { get; init; }

    /// <summary>The version as the sender counts it.</summary>
    public string? Version { get; init; }

    /// <summary>Whether the item may be used (IPTC publication status).</summary>
    public PubStatus Status { get; init; }

    /// <summary>Until when no version of the item may be published; null when there is no embargo.</summary>
    public Embargo? Embargo { get; init; }

    /// <summary>The sender's instructions on how to handle the item (IPTC signals), such as <c>sig:correction</c>.</summary>
    public IReadOnlyList<string> Signals { get; init; } = [];

    /// <summary>The mark that tells this version from others where no number does: <c>2ND LEAD</c>; null where the sender wrote none.</summary>
    public LeadMark? LeadMark { get; init; }

    /// <summary>Identities of other items that this one cancels.</summary>
    public IReadOnlyList<string> Cancels { get; init; } = [];

    /// <summary>The headline.</summary>
    public string? Headline { get; init; }

    /// <summary>The slugline: the sender's working title.</summary>
    public string? Slugline { get; init; }

    /// <summary>The summary. Where an RSS item has one text only, that text is both this and the <see cref="Body"/>.</summary>
    public string? Summary { get; init; }

    /// <summary>The text itself, in the sender's own untrusted markup.</summary>
    public NewsBody? Body { get; init; }

    /// <summary>Who wrote it, as it is to be printed.</summary>
    public string? Byline { get; init; }

    /// <summary>Who wrote it, one by one.</summary>
    public IReadOnlyList<Author> Authors { get; init; } = [];

    /// <summary>Who else worked on it: editors, translators, reporters whom the byline leaves out.</summary>
    public IReadOnlyList<Contributor> Contributors { get; init; } = [];

    /// <summary>The line that says where and when the story was filed.</summary>
    public PlaceLine? PlaceLine { get; init; }

    /// <summary>The language as a BCP 47 tag, as sent for the item or else for the feed.</summary>
    public string? Language { get; init; }

    /// <summary>When the first version was made.</summary>
    public DateTimeOffset? FirstCreated { get; init; }

    /// <summary>When this version was made.</summary>
    public DateTimeOffset? VersionCreated { get; init; }

    /// <summary>When it was published.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>How far the sender's own clock is ahead of UTC, where it is known: an hour in words is of that clock.</summary>
    internal TimeSpan? SenderClock { get; init; }

    /// <summary>The editorial urgency, 1 (flash) to 8, as IPTC counts it.</summary>
    public int? Urgency { get; init; }

    /// <summary>Kinds of text: feature, analysis, obituary, as the sender names them.</summary>
    public IReadOnlyList<string> Genres { get; init; } = [];

    /// <summary>What the item is about, from a controlled or the sender's own vocabulary.</summary>
    public IReadOnlyList<Subject> Subjects { get; init; } = [];

    /// <summary>Free keywords.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>Whose work this is and on what terms; null when the sender said nothing about it.</summary>
    public Credit? Credit { get; init; }

    /// <summary>Addresses the item points to, absolute where a base was known.</summary>
    public IReadOnlyList<Link> Links { get; init; } = [];

    /// <summary>Pictures, sound and video that come with the item.</summary>
    public IReadOnlyList<Media> Media { get; init; } = [];

    /// <summary>False for what is for editors alone, such as an advisory. Default true.</summary>
    public bool Publishable { get; init; } = true;

    /// <summary>
    /// The document ended within the item: what is here may be half of it. Good enough to be looked at, not to take the
    /// place of an earlier version.
    /// </summary>
    public bool IsTruncated { get; init; }

    /// <summary>What had to be repaired to read the item, a sentence each.</summary>
    public IReadOnlyList<string> Repairs { get; init; } = [];

    /// <summary>
    /// The item's own slice of the decoded document, exactly as sent; null where
    /// <see cref="NewsReadOptions.KeepRaw"/> is off or the item was not read from a feed.
    /// </summary>
    public string? Raw { get; init; }

    /// <summary>The first link of relation <c>alternate</c>: the page on which the sender shows the item.</summary>
    public string? Page
    {
        get
        {
            foreach (var link in Links)
                if (link.Rel == "alternate") return link.Href;

            return null;
        }
    }

    /// <summary>The same as half of it: its document broke off before it was over.</summary>
    internal NewsItem Broken() => this with { IsTruncated = true, Repairs = [.. Repairs, "The document ends within the item."] };

    /// <summary>SHA-256 of <see cref="Raw"/> in UTF-8, as lower-case hexadecimal; null without it.</summary>
    public string? HashRaw() => Raw is null ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Raw)));
}
