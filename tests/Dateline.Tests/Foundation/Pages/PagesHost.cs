using Dateline.Foundation.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Dateline.Tests.House;

namespace Dateline.Tests.Foundation.Pages;

/// <summary>The doors of the pages on a real server, with a handful of addresses behind them.</summary>
internal sealed class PagesHost : IAsyncDisposable
{
    public const string Public = "https://news.example";
    private readonly WebApplication _app;

    private PagesHost(WebApplication app, LogLines log) => (_app, Log) = (app, log);

    public LogLines Log { get; }

    public PageCache Cache => _app.Services.GetRequiredService<PageCache>();

    /// <summary>As a browser would be: nothing unpacked, followed or remembered.</summary>
    public HttpClient Client { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    public static async Task<PagesHost> Open(Action<WebApplication> map, PageCacheOptions? options = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        var log = new LogLines();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(options ?? new PageCacheOptions());
        builder.Services.AddPageParts();
        var app = builder.Build();
        app.UsePageDoors(new Uri(Public));
        map(app);
        await app.StartAsync();
        var address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return new PagesHost(app, log)
        {
            Address = address,
            Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address },
        };
    }

    /// <summary>A page that says how often it was rendered, and with which of the parameters that change it.</summary>
    public static Task<IResult> Count(HttpContext http, PageCache cache, int[] renders, string? page = null) =>
        cache.Serve(http, PageKey.Of(http, new Asked("page", Asked.In(http, "page"))), (render, _) =>
        {
            render.Shows("edition/en");
            return Task.FromResult(RenderedPage.Html(200, System.Text.Encoding.UTF8.GetBytes($"<p>render {Interlocked.Increment(ref renders[0])}, page {page}")));
        });

    public async Task<string> Get(string path) => await Client.GetStringAsync(path);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
