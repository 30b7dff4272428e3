using System.Globalization;
using System.Net.Http.Headers;

namespace Dateline.Foundation.Fetching;

/// <summary>Reads a response's head leniently: servers write these headers by hand.</summary>
internal static class ResponseReading
{
    private const int MaxKept = 1024;

    public static ResponseHead ReadHead(HttpResponseMessage response, RedirectTrail trail, DateTimeOffset? retryAfter)
    {
        var (type, charset) = MediaType(First(response.Content.Headers, "Content-Type"));
        return new ResponseHead
        {
            Status = (int)response.StatusCode,
            FinalUri = trail.Current,
            PermanentlyMovedTo = trail.PermanentlyMovedTo,
            ContentType = type,
            Charset = charset,
            ETag = Kept(First(response.Headers, "ETag")),
            LastModified = Kept(First(response.Content.Headers, "Last-Modified")),
            RetryAfter = retryAfter,
            Links = response.Headers.NonValidated.TryGetValues("Link", out var links) ? LinkHeader.Read(links, trail.Current) : [],
            FreshFor = response.Headers.CacheControl is { MaxAge: { } age } && age > TimeSpan.Zero ? age : null,
        };
    }

    /// <summary>RFC 9110, section 10.2.3: seconds or a date. Bounded, so that no typo of a server silences it for a year.</summary>
    public static DateTimeOffset? RetryAfter(HttpResponseMessage response, DateTimeOffset now, TimeSpan longest)
    {
        var text = First(response.Headers, "Retry-After")?.Trim();
        if (text is null) return null;
        DateTimeOffset until;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            until = now + TimeSpan.FromSeconds(Math.Min(seconds, (long)longest.TotalSeconds));
        else if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out until))
            return null;
        if (until <= now) return null;
        return (until > now + longest ? now + longest : until).ToUniversalTime();
    }

    public static string? First(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.First() : null;

    /// <summary>A value that may go back into a request header: bounded, no control characters.</summary>
    public static string? Kept(string? value) =>
        value is { Length: > 0 and <= MaxKept } && !value.AsSpan().ContainsAnyExceptInRange(' ', '~') ? value : null;

    private static (string? Type, string? Charset) MediaType(string? header)
    {
        if (header is null or { Length: > MaxKept }) return (null, null);
        var parts = header.Split(';', StringSplitOptions.TrimEntries);
        var type = parts[0].ToLowerInvariant();
        var slash = type.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0 || slash == type.Length - 1 || type.AsSpan().ContainsAnyExceptInRange('!', '~')) type = null;
        foreach (var part in parts.AsSpan(1))
        {
            if (!part.StartsWith("charset", StringComparison.OrdinalIgnoreCase)) continue;
            var value = part["charset".Length..].TrimStart();
            if (!value.StartsWith('=')) continue;
            value = value[1..].Trim().Trim('"', '\'').ToLowerInvariant();
            if (value.Length is > 0 and <= 40 && !value.AsSpan().ContainsAnyExceptInRange('!', '~')) return (type, value);
        }

        return (type, null);
    }
}
