namespace Dateline.Formats;

/// <summary>What the caller knows about a feed and how much it is willing to hold.</summary>
public sealed record NewsReadOptions
{
    /// <summary>The address the feed was fetched from: the last resort for relative addresses in it.</summary>
    public Uri? BaseUri { get; init; }

    /// <summary>
    /// The charset of the transport (HTTP <c>Content-Type</c>), if any. A byte order mark and the document's own
    /// declaration count more: feeds are saved, proxied and re-served by people who don't know the header.
    /// </summary>
    public string? DeclaredCharset { get; init; }

    /// <summary>
    /// The name under which the sender is known, if any, else the feed's title: where the text is signed with it
    /// (<c>Harbour Wire/ headline</c>), the signature is taken for what it is.
    /// </summary>
    public string? Sender { get; init; }

    /// <summary>
    /// Whether a web page or a plain text is read as one item: the story without the page around it. Default false: where a feed
    /// was expected, a page is an error page or a login wall, and no news.
    /// </summary>
    public bool Pages { get; init; }

    /// <summary>The largest item held, in UTF-16 units; larger ones are skipped and reported. Default 4 Mi.</summary>
    public int MaxItemChars { get; init; } = 4 * 1024 * 1024;

    /// <summary>After how many items reading stops with a <see cref="RejectCode.TooMany"/>. Default: no end.</summary>
    public int MaxItems { get; init; } = int.MaxValue;

    /// <summary>Whether each item carries its own <see cref="NewsItem.Raw"/> text, for whoever archives what was sent. Default false: it takes as much memory again. What is refused carries its own always.</summary>
    public bool KeepRaw { get; init; }

    /// <summary>Tells whether an item is dated in the future. Default: the system clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
