namespace Dateline.Foundation.Fetching;

/// <summary>How a fetch ended.</summary>
internal abstract record FetchOutcome;

/// <summary>A 2xx answer, read to its end within the limits.</summary>
internal sealed record Fetched(ResponseHead Head, ReadOnlyMemory<byte> Body) : FetchOutcome;

/// <summary>304: the copy at hand is still good.</summary>
internal sealed record NotModified(ResponseHead Head) : FetchOutcome;

/// <summary>No usable answer. The sentence is for an editor; it holds no secret and no query string.</summary>
internal sealed record FetchFailure(FetchFailureKind Kind, string Sentence) : FetchOutcome
{
    /// <summary>The status of the answer, where there was one.</summary>
    public int? Status { get; init; }

    /// <summary>The host asked not to be asked before this moment.</summary>
    public DateTimeOffset? RetryAfter { get; init; }
}

internal enum FetchFailureKind
{
    BadUri,
    BadScheme,
    BadPort,
    NameNotResolved,
    PrivateAddress,
    ConnectionRefused,
    ConnectionFailed,
    TlsFailed,
    TimedOut,
    TooSlow,
    TooLarge,
    HeadersTooLarge,
    Truncated,
    BadEncoding,
    BadResponse,
    TooManyRedirects,
    RedirectLoop,
    BadRedirect,
    HttpStatus,
    Gone,
    RateLimited,
    HostBusy,
    NotAllowed,

    // Where it isn't the web that is asked.
    LoginRefused,
    Unknown,
    Untrusted,
    Unreadable,
}

/// <summary>What the answer's head said. Nothing in it is trusted further than its form.</summary>
internal sealed record ResponseHead
{
    public required int Status { get; init; }

    /// <summary>Where the answer came from after all redirects, without fragment.</summary>
    public required Uri FinalUri { get; init; }

    /// <summary>Set when every redirect from the start was permanent (301, 308): the address to keep.</summary>
    public Uri? PermanentlyMovedTo { get; init; }

    /// <summary>Lower case, without parameters; null when absent or no media type.</summary>
    public string? ContentType { get; init; }

    /// <summary>The charset the server claims, lower case, be it right or wrong.</summary>
    public string? Charset { get; init; }

    /// <summary>Verbatim, to be sent back in <see cref="FetchRequest.ETag"/>.</summary>
    public string? ETag { get; init; }

    /// <summary>Verbatim, to be sent back in <see cref="FetchRequest.IfModifiedSince"/>.</summary>
    public string? LastModified { get; init; }

    /// <summary>Of the Link headers, resolved.</summary>
    public IReadOnlyList<HeadLink> Links { get; init; } = [];

    /// <summary>The moment a Retry-After names, if the answer has one.</summary>
    public DateTimeOffset? RetryAfter { get; init; }

    /// <summary>Cache-Control max-age: sooner than that there is nothing new to see.</summary>
    public TimeSpan? FreshFor { get; init; }
}
