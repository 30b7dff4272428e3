using Microsoft.AspNetCore.HttpOverrides;

namespace Dateline;

/// <summary>Whose address a request has: the connection's, or X-Forwarded-For's when a trusted proxy says so.</summary>
internal static class ClientAddresses
{
    /// <summary>
    /// An address or a range; null when it isn't one, written as everybody reads it. The framework takes 1.2.3 for 1.2.0.3 and 010.0.0.1
    /// for 8.0.0.1, and then believes somebody else.
    /// </summary>
    public static System.Net.IPNetwork? Network(string text)
    {
        var (address, length) = text.Split('/', 2) is [var before, var after] ? (before, after) : (text, null);
        if (!System.Net.IPAddress.TryParse(address, out var parsed)) return null;
        var isFour = parsed.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork;
        if (isFour && parsed.ToString() != address) return null;
        return System.Net.IPNetwork.TryParse($"{address}/{length ?? (isFour ? "32" : "128")}", out var network) ? network : null;
    }

    public static void UseClientAddresses(this WebApplication app, DatelineOptions options)
    {
        if (options.TrustedProxies.Count == 0) return;
        var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        forwarded.KnownIPNetworks.Clear();
        forwarded.KnownProxies.Clear();
        foreach (var network in options.TrustedProxies) forwarded.KnownIPNetworks.Add(network);
        app.UseForwardedHeaders(forwarded);
    }
}
