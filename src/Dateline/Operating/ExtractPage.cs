using System.Collections.Frozen;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dateline.Formats;
using Dateline.Foundation.Fetching;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dateline.Operating;

/// <summary><c>dateline extract</c>: the story of a web page or a text, as JSON. The shape is promised in docs/contracts/extract.md.</summary>
internal static class ExtractPage
{
    /// <summary>0; or 1 when there is no story.</summary>
    public static async Task<int> Run(string place, string? url, Stream output, CancellationToken cancel)
    {
        var story = IsAddress(place) ? await FromNetwork(new Uri(place), cancel) : await FromFile(place, url, cancel);
        await using var line = new BufferedStream(output);
        using (var json = new Utf8JsonWriter(line, ReadFiles.Plainly)) story.WriteTo(json);
        line.WriteByte((byte)'\n');
        return story.ContainsKey("error") ? 1 : 0;
    }

    private static bool IsAddress(string place) => Uri.TryCreate(place, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

    private static async Task<JsonObject> FromFile(string path, string? url, CancellationToken cancel)
    {
        Uri? address = null;
        if (url is not null && (!Uri.TryCreate(url, UriKind.Absolute, out address) || address.Scheme is not ("http" or "https"))) return Failed("file", path, $"{url} is no web address.");
        try
        {
            await using var stream = path == "-" ? Console.OpenStandardInput() : File.OpenRead(path);
            return await Read("file", path, stream, new NewsReadOptions { BaseUri = address }, cancel);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Failed("file", path, failure.Message);
        }
    }

    private static async Task<JsonObject> FromNetwork(Uri uri, CancellationToken cancel)
    {
        using var fetcher = new Fetcher(new FetchingOptions(), TimeProvider.System, NullLogger<Fetcher>.Instance);
        // Who types the address of a machine of their own means it; a redirect to another such machine is still refused.
        var own = uri.IsLoopback || IPAddress.TryParse(uri.IdnHost, out _) ? new[] { HostPort.Of(uri) }.ToFrozenSet() : FrozenSet<HostPort>.Empty;
        switch (await fetcher.FetchAsync(new FetchRequest(uri) { Accept = "text/html,application/xhtml+xml,text/plain;q=0.8,*/*;q=0.5", AllowPrivate = own }, cancel))
        {
            case Fetched page:
                using (var stream = new MemoryStream(page.Body.ToArray()))
                    return await Read("url", uri.AbsoluteUri, stream, new NewsReadOptions { BaseUri = page.Head.FinalUri, DeclaredCharset = page.Head.Charset }, cancel);
            case FetchFailure failure:
                return Failed("url", uri.AbsoluteUri, failure.Sentence);
            default:
                return Failed("url", uri.AbsoluteUri, "There was no answer to read.");
        }
    }

    private static async Task<JsonObject> Read(string kind, string place, Stream stream, NewsReadOptions options, CancellationToken cancel)
    {
        FeedHead? head = null;
        await foreach (var part in NewsReader.ReadAsync(stream, options with { Pages = true }, cancel))
        {
            switch (part)
            {
                case FeedHead { Format: not (NewsFormat.Html or NewsFormat.Text) } feed:
                    return Failed(kind, place, $"This is no page but news in the format {feed.Format}: see dateline read.");
                case FeedHead of:
                    head = of;
                    break;
                case NewsItem item:
                    return ReadShape.OfStory(kind, place, item, head);
                case Reject reject:
                    return Failed(kind, place, reject.Reason);
            }
        }

        return Failed(kind, place, "There is no story in it.");
    }

    private static JsonObject Failed(string kind, string place, string reason) => new() { [kind] = place, ["error"] = reason };
}
