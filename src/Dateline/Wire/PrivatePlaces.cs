using Dateline.Foundation.Fetching;

namespace Dateline.Wire;

/// <summary>The inner addresses that the operator allowed a feed: "127.0.0.1:8080, wire.internal:443".</summary>
internal static class PrivatePlaces
{
    public static IReadOnlySet<HostPort> Of(string? places) =>
        (places ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(place => Uri.TryCreate("http://" + place, UriKind.Absolute, out var uri) ? HostPort.Of(uri) : (HostPort?)null)
            .OfType<HostPort>().ToHashSet();
}
