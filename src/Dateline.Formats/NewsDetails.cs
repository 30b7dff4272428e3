namespace Dateline.Formats;

/// <summary>Whether an item may be used: the IPTC vocabulary <c>pubStatusg2</c>.</summary>
public enum PubStatus
{
    /// <summary>It may be used.</summary>
    Usable,

    /// <summary>It must not be used until the sender says so.</summary>
    Withheld,

    /// <summary>Neither it nor its content may be used under any circumstances; what was published goes.</summary>
    Canceled,
}

/// <summary>An embargo.</summary>
/// <param name="Until">Its end in UTC; null when the item is held and no end is known.</param>
public sealed record Embargo(DateTimeOffset? Until);

/// <summary>A person or body that wrote something. At least one of the three is there.</summary>
/// <param name="Name">The name as plain text.</param>
/// <param name="Email">The address as sent. Never for publication.</param>
/// <param name="Uri">A page about the author.</param>
public sealed record Author(string? Name, string? Email = null, string? Uri = null);

/// <summary>Somebody who worked on an item and is none of its authors.</summary>
/// <param name="Name">The name as plain text.</param>
/// <param name="Role">What was done: <c>editor</c>, <c>translator</c>, <c>reporter</c> and <c>writer</c> of those whom the byline leaves out, else as sent; null where it isn't said.</param>
public sealed record Contributor(string Name, string? Role = null);

/// <summary>The line that says where and when a story was filed (what the trade calls a dateline).</summary>
/// <param name="Text">The line as sent.</param>
/// <param name="Place">The place in it.</param>
/// <param name="Date">The day in it.</param>
public sealed record PlaceLine(string? Text, string? Place = null, DateOnly? Date = null);

/// <summary>What an item is about.</summary>
/// <param name="Scheme">The vocabulary: RSS <c>domain</c>, Atom <c>scheme</c>, an IPTC alias.</param>
/// <param name="Code">The code in it.</param>
/// <param name="Name">The name as plain text.</param>
public sealed record Subject(string? Scheme, string? Code, string? Name);

/// <summary>An address an item points to.</summary>
/// <param name="Rel">The relation (RFC 8288): <c>alternate</c>, <c>related</c>, <c>via</c>, <c>replies</c>.</param>
/// <param name="Href">The address. Only schemes without active content get here: no <c>javascript:</c>, no <c>data:</c>.</param>
/// <param name="Type">The media type the sender claims.</param>
public sealed record Link(string Rel, string Href, string? Type = null)
{
    /// <summary>The language of what is there, as the sender claims (BCP 47).</summary>
    public string? HrefLang { get; init; }
}

/// <summary>A picture, sound or video that comes with an item.</summary>
/// <param name="Href">Its address.</param>
/// <param name="Type">The media type the sender claims.</param>
public sealed record Media(string Href, string? Type = null)
{
    /// <summary>Which rendition it is in the sender's words (IPTC <c>rendition</c>): <c>thumbnail</c>, <c>web</c>, <c>highRes</c>.</summary>
    public string? Rendition { get; init; }

    /// <summary>The size in bytes the sender claims.</summary>
    public long? Length { get; init; }

    /// <summary>The width in pixels the sender claims.</summary>
    public int? Width { get; init; }

    /// <summary>The height in pixels the sender claims.</summary>
    public int? Height { get; init; }

    /// <summary>The caption as plain text.</summary>
    public string? Caption { get; init; }

    /// <summary>Whose work it is, as plain text.</summary>
    public string? Credit { get; init; }

    /// <summary>The copyright notice, as plain text.</summary>
    public string? Copyright { get; init; }
}
