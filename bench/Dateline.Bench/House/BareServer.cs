using System.IO.Pipelines;
using Microsoft.Extensions.Primitives;

namespace Dateline.Bench.House;

/// <summary>Kestrel and nothing else.</summary>
internal static class BareServer
{
    public static async Task<WebApplication> Open(RequestDelegate answer, string address = "http://127.0.0.1:0")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(address).ConfigureKestrel(server => server.AddServerHeader = false);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Run(answer);
        await app.StartAsync();
        return app;
    }

    /// <summary>The same answer from a constant array.</summary>
    public static Task<WebApplication> Constant(int status, IReadOnlyList<KeyValuePair<string, StringValues>> headers, byte[] body) => Open(http =>
    {
        http.Response.StatusCode = status;
        foreach (var (name, value) in headers) http.Response.Headers[name] = value;
        if (status == StatusCodes.Status304NotModified) return Task.CompletedTask;
        http.Response.ContentLength = body.Length;
        var written = http.Response.BodyWriter.WriteAsync(body);
        if (!written.IsCompletedSuccessfully) return Rest(written);
        _ = written.GetAwaiter().GetResult();
        return Task.CompletedTask;
    });

    private static async Task Rest(ValueTask<FlushResult> written) => await written;

    /// <summary>A process of its own that says "Hello" until it is ended.</summary>
    public static async Task<int> Serve(string address)
    {
        await using var app = await Open(http =>
        {
            http.Response.ContentLength = 5;
            return http.Response.WriteAsync("Hello");
        }, address);
        Console.WriteLine($"Dateline is open at {app.Urls.First()}");
        await app.WaitForShutdownAsync();
        return 0;
    }
}
