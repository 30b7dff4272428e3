namespace Dateline.Formats;

/// <summary>How the content of a <see cref="NewsBody"/> is written.</summary>
public enum BodyKind
{
    /// <summary>An HTML fragment, as the sender wrote it: not well-formed, not safe.</summary>
    Html,

    /// <summary>Plain text.</summary>
    Text,
}

/// <summary>The text of an item in the sender's own markup. It must be cleaned before anybody shows it.</summary>
/// <param name="Content">The fragment or text, never null.</param>
/// <param name="Kind">How it is written.</param>
public sealed record NewsBody(string Content, BodyKind Kind)
{
    /// <summary>What relative addresses in the content are relative to (<c>xml:base</c>, else the feed's address).</summary>
    public Uri? BaseUri { get; init; }
}
