using System.Collections.Frozen;

namespace Dateline.Foundation.Fetching;

/// <summary>One wish to fetch. What is left null follows <see cref="FetchingOptions"/>.</summary>
internal sealed record FetchRequest(Uri Uri)
{
    public HttpMethod Method { get; init; } = HttpMethod.Get;

    /// <summary>What a POST or PUT carries. Such a request never follows a redirect.</summary>
    public FetchContent? Content { get; init; }

    public string Accept { get; init; } = "*/*";

    public string? AcceptLanguage { get; init; }

    /// <summary>The ETag of the copy at hand, exactly as the server sent it.</summary>
    public string? ETag { get; init; }

    /// <summary>The Last-Modified of the copy at hand, exactly as the server sent it: many servers compare strings.</summary>
    public string? IfModifiedSince { get; init; }

    /// <summary>More headers (a signature, say), sent to the scheme, host and port of <see cref="Uri"/> only.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public FetchCredentials? Credentials { get; init; }

    /// <summary>
    /// Hosts that may have loopback or private addresses because an operator said so. A redirect to any other
    /// private host still fails. Link-local and metadata addresses fail always.
    /// </summary>
    public IReadOnlySet<HostPort> AllowPrivate { get; init; } = FrozenSet<HostPort>.Empty;

    public long? MaxBytes { get; init; }

    public TimeSpan? TimeLimit { get; init; }

    public TimeSpan? IdleLimit { get; init; }

    public int? MaxRedirects { get; init; }

    /// <summary>Asked before each hop, the first too: whether its address may be fetched at all. Its own fetches may wait for the same host.</summary>
    public Func<Uri, CancellationToken, Task<bool>>? MayFetch { get; init; }
}

internal sealed record FetchContent(ReadOnlyMemory<byte> Bytes, string ContentType);

/// <summary>A host by its ASCII name and its port: the grain at which private addresses are allowed.</summary>
internal readonly record struct HostPort
{
    private HostPort(string host, int port) => (Host, Port) = (host, port);

    public string Host { get; }

    public int Port { get; }

    public static HostPort Of(Uri uri) => new(uri.IdnHost.TrimEnd('.').ToLowerInvariant(), uri.Port);

    public override string ToString() => $"{Host}:{Port}";
}
