namespace Dateline.Formats;

/// <summary>
/// One thing met while a feed is read: a <see cref="FeedHead"/>, a <see cref="NewsItem"/>,
/// a <see cref="Tombstone"/> or a <see cref="Reject"/>. No other kinds exist.
/// </summary>
public abstract record NewsPart
{
    private protected NewsPart()
    {
    }
}

/// <summary>The sender took an entry back: <c>at:deleted-entry</c> of RFC 6721.</summary>
/// <param name="Ref">The identity of the entry taken back, as its <see cref="NewsItem.Uri"/> was.</param>
/// <param name="When">When it was taken back, in UTC; null when missing or unreadable.</param>
/// <param name="Comment">The sender's reason as plain text.</param>
public sealed record Tombstone(string Ref, DateTimeOffset? When = null, string? Comment = null) : NewsPart
{
    /// <summary>The address of the entry taken back, where the sender gave one.</summary>
    public string? Href { get; init; }

    /// <summary>The same as an item: canceled, with nothing in it. Its version is the time, so that it is above what anybody counted.</summary>
    public NewsItem ToItem() => new() { Uri = Ref, Status = PubStatus.Canceled, VersionCreated = When, Version = NewsMlG2.NewsMlG2Writer.Version(When) };
}

/// <summary>Why a piece of a feed could not be read.</summary>
public enum RejectCode
{
    /// <summary>The whole document is not a feed.</summary>
    NotAFeed,

    /// <summary>One item is larger than <see cref="NewsReadOptions.MaxItemChars"/>; it was skipped, not held.</summary>
    TooLarge,

    /// <summary>The feed goes on after <see cref="NewsReadOptions.MaxItems"/>; nothing after that was read.</summary>
    TooMany,

    /// <summary>An item with nothing in it.</summary>
    Empty,

    /// <summary>An item whose syntax could not be repaired.</summary>
    Malformed,

    /// <summary>An item on which this reader itself failed: a mistake in it, and none of the sender's.</summary>
    Failed,

    /// <summary>This reader itself failed on the document, and what follows in it was not read.</summary>
    FailedDocument,
}

/// <summary>A piece of the feed that could not be read. Reading goes on after it.</summary>
/// <param name="Code">The kind of refusal.</param>
/// <param name="Reason">A sentence a person can act on.</param>
public sealed record Reject(RejectCode Code, string Reason) : NewsPart
{
    /// <summary>The line, counted from 1, at which the refused piece begins.</summary>
    public int Line { get; init; }

    /// <summary>The position of its first character in the decoded text, counted from 0.</summary>
    public long Position { get; init; }

    /// <summary>At most the first 400 characters of the refused piece, untrusted.</summary>
    public string Excerpt { get; init; } = "";

    /// <summary>
    /// The refused piece exactly as sent, for whoever wants to read it again later; null where it was too large to
    /// hold.
    /// </summary>
    public string? Raw { get; init; }

    /// <summary>
    /// The same byte for byte, of formats that are read as bytes (IPTC 7901, ANPA 1312, mail), where <see cref="Raw"/> has one character
    /// for each; else null.
    /// </summary>
    public ReadOnlyMemory<byte>? Bytes { get; init; }
}
