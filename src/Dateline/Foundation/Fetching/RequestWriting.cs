using System.Collections.Frozen;
using System.Net;
using System.Net.Http.Headers;

namespace Dateline.Foundation.Fetching;

/// <summary>What one hop sends.</summary>
internal static class RequestWriting
{
    private static readonly FrozenSet<string> Ours = new[]
    {
        "Authorization", "Connection", "Content-Encoding", "Content-Length", "Content-Type", "Cookie", "Expect", "Host", "Keep-Alive",
        "Proxy-Authorization", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static HttpRequestMessage Write(FetchRequest request, Uri hop, string userAgent)
    {
        var message = new HttpRequestMessage(request.Method, hop) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionOrLower };
        var headers = message.Headers;
        Add(headers, "User-Agent", userAgent);
        Add(headers, "Accept", request.Accept);
        Add(headers, "Accept-Encoding", Unpacking.Accepted);
        if (request.AcceptLanguage is { } languages) Add(headers, "Accept-Language", languages);
        if (ResponseReading.Kept(request.ETag) is { } tag) Add(headers, "If-None-Match", tag);
        if (ResponseReading.Kept(request.IfModifiedSince) is { } date) Add(headers, "If-Modified-Since", date);
        if (request.Credentials?.AuthorizationFor(hop) is { } secret) Add(headers, "Authorization", secret);
        if (request.Content is { } content)
        {
            message.Content = new ReadOnlyMemoryContent(content.Bytes);
            Add(message.Content.Headers, "Content-Type", content.ContentType);
        }

        if (!WebAddress.SameOrigin(request.Uri, hop)) return message;
        foreach (var (name, value) in request.Headers)
        {
            if (Ours.Contains(name)) throw new ArgumentException($"The header {name} is written by the fetcher alone.", nameof(request));
            Add(headers, name, value);
        }

        return message;
    }

    private static void Add(HttpHeaders headers, string name, string value)
    {
        // Our own callers hold the pen here; a line break in a header is a bug of theirs and must not become a second header.
        if (value.AsSpan().ContainsAny('\r', '\n', '\0') || !headers.TryAddWithoutValidation(name, value))
            throw new ArgumentException($"The header {name} can't be sent.", nameof(value));
    }
}
