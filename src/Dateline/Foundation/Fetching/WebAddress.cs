using System.Buffers;
using System.Collections.Frozen;
using System.Net;

namespace Dateline.Foundation.Fetching;

/// <summary>What an address must look like before any name is resolved.</summary>
internal static class WebAddress
{
    // RFC 9110, section 4.1 recommends to support 8000 octets; more is nobody's feed.
    private const int MaxLength = 8000;

    private static readonly SearchValues<char> HostLetters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._:");

    // "Port blocking" of the Fetch standard: services that could mistake a request for their own protocol.
    private static readonly FrozenSet<int> BadPorts = new[]
    {
        0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110,
        111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532, 540,
        548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6379,
        6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080, 11211,
    }.ToFrozenSet();

    public static FetchFailure? Refuse(Uri uri)
    {
        if (!uri.IsAbsoluteUri)
            return new(FetchFailureKind.BadUri, "The address is not complete; it must begin with https:// or http://.");
        if (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps)
            return new(FetchFailureKind.BadScheme, $"Addresses of the kind {Clip(uri.Scheme)}: are not fetched, only https: and http:.");
        if (uri.OriginalString.Length > MaxLength || uri.AbsoluteUri.Length > 3 * MaxLength)
            return new(FetchFailureKind.BadUri, $"The address is longer than {MaxLength} characters.");
        if (uri.UserInfo.Length > 0)
            return new(FetchFailureKind.BadUri, "The address holds a user name or password. Enter them as credentials of the source instead.");
        if (AsciiHost(uri) is not { } host || EndsInNumberButIsNoAddress(host))
            return new(FetchFailureKind.BadUri, $"“{Clip(uri.Host)}” is not a host name.");
        if (BadPorts.Contains(uri.Port))
            return new(FetchFailureKind.BadPort, $"Port {uri.Port} belongs to another protocol than the web and is not asked.");
        return null;
    }

    /// <summary>The origin of RFC 6454: what a secret is bound to.</summary>
    public static bool SameOrigin(Uri one, Uri other) =>
        one.Scheme == other.Scheme && one.Port == other.Port && string.Equals(one.IdnHost, other.IdnHost, StringComparison.OrdinalIgnoreCase);

    /// <summary>The form that may be written down: no query, no user, no fragment.</summary>
    public static string Loggable(Uri uri) =>
        uri.IsAbsoluteUri && uri.Host.Length > 0 ? Clip($"{uri.Scheme}://{uri.Authority[(uri.Authority.LastIndexOf('@') + 1)..]}{uri.AbsolutePath}", 300) : "(no address)";

    private static string? AsciiHost(Uri uri)
    {
        try
        {
            var host = uri.IdnHost;
            return host.Length is > 0 and <= 254 && !host.AsSpan().ContainsAnyExcept(HostLetters) ? host : null;
        }
        catch (Exception bad) when (bad is UriFormatException or ArgumentException)
        {
            return null;
        }
    }

    // URL standard, "ends in a number checker": 0x7f.1 or 1.2.3.4.5 must never reach a resolver with a mind of its own.
    private static bool EndsInNumberButIsNoAddress(string host)
    {
        var name = host.AsSpan().TrimEnd('.');
        if (name.Contains(':')) return !IPAddress.TryParse(host, out _);
        var last = name[(name.LastIndexOf('.') + 1)..];
        var numeric = last.Length > 0 && (!last.ContainsAnyExceptInRange('0', '9') || last.StartsWith("0x", StringComparison.OrdinalIgnoreCase));
        return numeric && !IPAddress.TryParse(name, out _);
    }

    private static string Clip(string text, int length = 80) => text.Length <= length ? text : text[..length] + "…";
}
