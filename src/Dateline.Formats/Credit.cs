namespace Dateline.Formats;

/// <summary>Whose work an item is, by whose hands it came, and on what terms. All texts are plain text.</summary>
public sealed record Credit
{
    /// <summary>The original source: RSS <c>source</c>, Atom <c>source/title</c>, <c>dc:source</c>, G2 <c>infoSource</c>.</summary>
    public string? Source { get; init; }

    /// <summary>An address of the source.</summary>
    public string? SourceUrl { get; init; }

    /// <summary>Who distributes the item.</summary>
    public string? Distributor { get; init; }

    /// <summary>Who provides this rendering of it (<c>dc:publisher</c>, G2 <c>provider</c>).</summary>
    public string? Provider { get; init; }

    /// <summary>The credit to print. When none was sent, the names of the creators.</summary>
    public string? CreditLine { get; init; }

    /// <summary>Who holds the copyright (<c>dcterms:rightsHolder</c>).</summary>
    public string? CopyrightHolder { get; init; }

    /// <summary>The copyright notice (<c>dc:rights</c>, Atom <c>rights</c>, <c>media:copyright</c>), else the feed's.</summary>
    public string? CopyrightNotice { get; init; }

    /// <summary>What may be done with the item (<c>dcterms:accessRights</c>, <c>dcterms:license</c>).</summary>
    public string? UsageTerms { get; init; }

    /// <summary>The hands the item went through, the earliest first.</summary>
    public IReadOnlyList<Hop> Hops { get; init; } = [];

    internal bool IsEmpty => this is
    {
        Source: null,
        SourceUrl: null,
        Distributor: null,
        Provider: null,
        CreditLine: null,
        CopyrightHolder: null,
        CopyrightNotice: null,
        UsageTerms: null,
        Hops.Count: 0,
    };
}

/// <summary>One hand an item went through.</summary>
/// <param name="Name">Whose.</param>
/// <param name="Role">What was done: published, translated, distributed.</param>
/// <param name="At">When, in UTC.</param>
public sealed record Hop(string Name, string? Role = null, DateTimeOffset? At = null);
