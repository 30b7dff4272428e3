using System.Collections.Concurrent;
using System.Security.Cryptography;
using Dateline.Formats;
using Dateline.Formats.Atom;
using Dateline.Formats.JsonFeed;
using Dateline.Formats.Rss;

namespace Dateline.Operating;

/// <summary>The partner wires of the demo, on a loopback port of their own: real feeds over real HTTP, asked by the real fetcher.</summary>
/// <param name="bulletins">Null: when the stories are told, the wires fall silent.</param>
internal sealed class DemoWires(DemoWorld world, IReadOnlyList<DemoItem> items, TimeProvider clock, DemoBulletins? bulletins = null)
{
    private readonly DateTimeOffset _start = clock.GetUtcNow();
    private string _address = "";

    public DateTimeOffset Start => _start;

    /// <summary>host:port, which the demo's feeds are explicitly allowed to reach.</summary>
    public string Place => new Uri(_address).Authority;

    public string FeedOf(DemoWire wire) => $"{_address}/{wire.Key}/{wire.Format}";

    public async Task<WebApplication> Open(CancellationToken cancel)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/{wire}/{format}", Feed);
        app.MapPost("/hub", (Delegate)Subscribe);
        app.MapGet("/pictures/{name}", (string name) => DemoWorld.Picture(name) is { } jpeg ? Results.Bytes(jpeg, "image/jpeg") : Results.NotFound());
        await app.StartAsync(cancel);
        _address = app.Urls.First();
        return app;
    }

    /// <summary>Who wants to be told, by topic.</summary>
    public ConcurrentDictionary<string, DemoSubscriber> Subscribers { get; } = new(StringComparer.Ordinal);

    private async Task<IResult> Feed(string wire, string format, HttpContext http)
    {
        if (world.Wires.FirstOrDefault(one => one.Key == wire) is not { } sender) return Results.NotFound();
        var bytes = await Document(sender with { Format = format });
        var tag = $"\"{Convert.ToHexString(SHA256.HashData(bytes).AsSpan(0, 8))}\"";
        http.Response.Headers.ETag = tag;
        if (sender.Way == DemoWay.Hub) http.Response.Headers.Link = $"<{_address}/hub>; rel=\"hub\", <{FeedOf(sender)}>; rel=\"self\"";
        if (http.Request.Headers.IfNoneMatch == tag) return Results.StatusCode(StatusCodes.Status304NotModified);
        return Results.Bytes(bytes, format switch { "rss" => "application/rss+xml", "atom" => "application/atom+xml", _ => "application/feed+json" });
    }

    /// <summary>The demo's hub: whoever asks is verified with the next round of <see cref="DemoSending"/>.</summary>
    private async Task<IResult> Subscribe(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var (topic, callback) = (form["hub.topic"].ToString(), form["hub.callback"].ToString());
        if (!world.Wires.Any(wire => FeedOf(wire) == topic) || !System.Uri.TryCreate(callback, UriKind.Absolute, out _)) return Results.NotFound();
        Subscribers[topic] = new DemoSubscriber(topic, callback, form["hub.secret"].ToString(), form["hub.mode"].ToString());
        return Results.StatusCode(StatusCodes.Status202Accepted);
    }

    /// <summary>All that a wire has sent so far, each by itself, oldest first.</summary>
    public IEnumerable<NewsItem> News(DemoWire sender)
    {
        var elapsed = Elapsed;
        return Sent(sender, elapsed).OrderBy(item => item.Published(_start)).Select(item => Item(item, sender, elapsed) with { PlaceLine = item.Place is { } place ? new Formats.PlaceLine(place) : null });
    }

    private double Elapsed => (clock.GetUtcNow() - _start).TotalSeconds;

    private IEnumerable<DemoItem> Sent(DemoWire sender, double elapsed) =>
        items.Where(item => item.Source == sender.Key && (item.ArrivesAfterSeconds ?? 0) <= elapsed).Concat(bulletins?.Sent(sender.Key, elapsed) ?? []);

    /// <summary>All that a wire has sent so far, as one document.</summary>
    public async Task<byte[]> Document(DemoWire sender)
    {
        var elapsed = Elapsed;
        var sent = Sent(sender, elapsed).ToList();
        var dead = sent.Where(item => item.KillAfterSeconds <= elapsed).ToList();
        var head = new FeedHead
        {
            Id = $"https://{sender.Host}/",
            Title = sender.Name,
            Link = $"https://{sender.Host}/",
            Language = sender.Language,
            Updated = sent.Count == 0 ? _start : sent.Max(item => item.Published(_start)),
        };
        var news = sent.Except(dead).OrderByDescending(item => item.Published(_start)).Select(item => Item(item, sender, elapsed));
        using var bytes = new MemoryStream();
        if (sender.Format == "rss") await RssWriter.WriteAsync(bytes, head, news);
        else if (sender.Format == "atom") await AtomWriter.WriteAsync(bytes, head, news, dead.Select(item => new Tombstone(Uri(item, sender), _start.AddSeconds(item.KillAfterSeconds!.Value), item.KillNote)));
        else await JsonFeedWriter.WriteAsync(bytes, head, news);
        return bytes.ToArray();
    }

    private static string Uri(DemoItem item, DemoWire wire) => $"https://{wire.Host}/{item.Id}";

    private NewsItem Item(DemoItem item, DemoWire wire, double elapsed)
    {
        var corrected = item.Correction is { } correction && correction.AfterSeconds <= elapsed ? item.Correction : null;
        var published = item.Published(_start);
        return new NewsItem
        {
            Uri = Uri(item, wire),
            Headline = corrected?.Headline ?? item.Headline,
            Summary = (corrected?.Summary ?? item.Summary) is { } summary ? item.Fill(summary, _start) : null,
            Body = new NewsBody(item.Fill(corrected?.Body ?? item.Body, _start), BodyKind.Html),
            Byline = item.Byline,
            Authors = item.Byline is { } byline ? [new Author(byline)] : [],
            Language = item.Language,
            Published = published,
            Updated = corrected is null ? published : _start.AddSeconds(corrected.AfterSeconds),
            Links = [new Link("alternate", Uri(item, wire), "text/html")],
            Subjects = [.. item.Topics.Select(topic => new Formats.Subject(null, topic, topic))],
            Keywords = item.Topics,
            Media = item.Picture is { } picture ? [new Media($"{_address}/pictures/{Path.GetFileNameWithoutExtension(picture.File)}.jpg", "image/jpeg") { Caption = picture.Caption ?? picture.Alt, Credit = picture.Credit }] : [],
            Credit = item.Original is { } original ? new Formats.Credit { Source = original.Name, SourceUrl = original.Url } : null,
        };
    }
}

/// <summary>Who asked the demo's hub.</summary>
internal sealed record DemoSubscriber(string Topic, string Callback, string Secret, string Mode, bool Verified = false);
