using Microsoft.AspNetCore.HttpOverrides;

namespace Dateline;

/// <summary>Whose address a request has: the connection's, or X-Forwarded-For's when a trusted proxy says so.</summary>
internal static class ClientAddresses
{
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
