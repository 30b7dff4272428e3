using Dateline.Foundation.Fetching;

namespace Dateline.Wire;

/// <summary>The inner addresses that the operator allowed a feed: "127.0.0.1:8080, wire.internal:443".</summary>
internal static class PrivatePlaces
{
    /// <summary>A host and its port, and nothing else.</summary>
    public static bool IsOne(string place) =>
        Uri.TryCreate("http://" + place, UriKind.Absolute, out var uri) && uri is { UserInfo: "", PathAndQuery: "/", Fragment: "" } && place.LastIndexOf(':') is > 0 and var colon
        && place[(colon + 1)..] == $"{uri.Port}";

    public static IReadOnlySet<HostPort> Of(string? places) =>
        (places ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(place => Uri.TryCreate("http://" + place, UriKind.Absolute, out var uri) ? HostPort.Of(uri) : (HostPort?)null)
            .OfType<HostPort>().ToHashSet();
}
