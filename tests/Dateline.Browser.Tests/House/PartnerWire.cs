using System.Net;
using Dateline.Formats;
using Dateline.Formats.Rss;
using Dateline.Foundation.Fetching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Dateline.Browser.Tests.House;

/// <summary>
/// A partner's feed on a loopback port. To the program it is a host of the public internet: its name resolves to a
/// public address, and only the last step, the connection itself, ends here. So nothing of the fetcher's guard is loosened.
/// </summary>
internal sealed class PartnerWire : IAsyncDisposable
{
    public const string Feed = "http://harbourwire.example/feed";
    private static readonly IPAddress Public = IPAddress.Parse("93.184.216.34");
    private readonly WebApplication _app;

    private PartnerWire(WebApplication app) => _app = app;

    public List<NewsItem> Items { get; } = [];

    public static async Task<PartnerWire> Open()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var wire = new PartnerWire(builder.Build());
        wire._app.MapGet("/feed", async () =>
        {
            using var bytes = new MemoryStream();
            await RssWriter.WriteAsync(bytes, new FeedHead { Id = "https://harbourwire.example/", Title = "Harbour Wire", Link = "https://harbourwire.example/", Language = "en", Updated = TimeProvider.System.GetUtcNow() }, wire.Items);
            return Results.Bytes(bytes.ToArray(), "application/rss+xml");
        });
        await wire._app.StartAsync();
        return wire;
    }

    /// <summary>Lets the program find the way here.</summary>
    public void Reach(WebApplicationBuilder program)
    {
        var here = new IPEndPoint(IPAddress.Loopback, new Uri(_app.Urls.First()).Port);
        program.Services.Replace(ServiceDescriptor.Singleton(new FetchingOptions
        {
            Resolve = (_, _) => Task.FromResult(new[] { Public }),
            Dial = (place, cancel) => GuardedDialer.DialTcpAsync(place.Address.Equals(Public) ? here : place, cancel),
        }));
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
