namespace Dateline.Stories;

/// <summary>How much of a story the contract with its source lets us show.</summary>
public enum Terms
{
    FullText,
    Excerpt,
    LinkOnly,
}

/// <summary>What search engines may do with a carried story.</summary>
public enum IndexPolicy
{
    Index,
    NoIndexNews,
    NoIndex,
    CanonicalToSource,
}

/// <summary>Where the credit of a carried story stands.</summary>
public enum CreditStyle
{
    /// <summary>Before the headline: "PressTV/ headline".</summary>
    Prefix,

    /// <summary>As a line under the headline.</summary>
    Byline,

    /// <summary>In the box under the text alone.</summary>
    CreditBox,
}

/// <summary>A partner whose stories we carry, and the contract with it.</summary>
public sealed class Source
{
    public required Guid Id { get; init; }

    /// <summary>Its word in addresses: /en/source/presstv.</summary>
    public required string Key { get; init; }

    public required string Name { get; set; }

    /// <summary>Its own site; http or https.</summary>
    public string? Site { get; set; }

    /// <summary>BCP 47.</summary>
    public required string Language { get; set; }

    /// <summary>Null: the house style decides.</summary>
    public CreditStyle? CreditStyle { get; set; }

    public Terms Terms { get; set; } = Terms.FullText;

    /// <summary>Words that an excerpt may have.</summary>
    public int ExcerptWords { get; set; } = 60;

    public IndexPolicy IndexPolicy { get; set; } = IndexPolicy.NoIndexNews;

    /// <summary>Whether their contract lets us fetch the pages that their feeds link to, for the full text.</summary>
    public bool FetchesPages { get; set; }

    public int Version { get; set; } = 1;
}
