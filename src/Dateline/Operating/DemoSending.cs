using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Dateline.Foundation.Fetching;
using Dateline.Foundation.Storage;
using Dateline.Wire.Push;

namespace Dateline.Operating;

/// <summary>
/// The partners of the demo that don't wait to be asked: one posts its documents to us, one puts them into our folder, and
/// a hub announces a third. Each sends all it has whenever something of it has changed; what is known changes nothing. And those
/// who lay it down at a server, item by item.
/// </summary>
internal sealed class DemoSending(WebApplication app, DemoWorld world, DemoWires wires, DemoDepots depots)
{
    private readonly Fetcher _fetcher = app.Services.GetRequiredService<Fetcher>();
    private readonly Uri _here = app.Services.GetRequiredService<DatelineOptions>().PublicUrl;
    private readonly ConcurrentDictionary<string, string> _sent = new(StringComparer.Ordinal);

    /// <summary>The secret of the one push door.</summary>
    public string Secret { get; } = PushKey.NewSecret();

    /// <summary>One round.</summary>
    public async Task Send(CancellationToken cancel)
    {
        foreach (var asked in wires.Subscribers.Values.Where(asked => !asked.Verified)) await Verify(asked, cancel);
        foreach (var wire in world.Wires.Where(wire => wire.Way is not null))
        {
            if (depots.For(wire) is { } depot)
            {
                foreach (var news in wires.News(wire))
                    if (_sent.TryAdd($"{news.Uri} {news.Updated:O}", "")) await depot.Put(wire, news, cancel);
                continue;
            }
            var document = await wires.Document(wire);
            var hash = Convert.ToHexString(SHA256.HashData(document));
            if (_sent.GetValueOrDefault(wire.Key) == hash || document.Length == 0) continue;
            var done = wire.Way switch
            {
                DemoWay.Push => await Push(wire, document, cancel),
                DemoWay.Drop => await Drop(wire, document, hash, cancel),
                _ => await Announce(wire, document, cancel),
            };
            if (done) _sent[wire.Key] = hash;
        }
    }

    private async Task<bool> Push(DemoWire wire, byte[] document, CancellationToken cancel)
    {
        var time = app.Services.GetRequiredService<TimeProvider>().GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        return await Post(new Uri(_here, "/wire/" + Key(wire)), document, [new(PushSignature.TimeHeader, time), new(PushSignature.SignatureHeader, PushSignature.Of(Secret, time, document))], cancel);
    }

    /// <summary>As a careful sender does: under a name that says "not yet", then renamed.</summary>
    private async Task<bool> Drop(DemoWire wire, byte[] document, string hash, CancellationToken cancel)
    {
        var folder = Path.Combine(app.Services.GetRequiredService<StorageOptions>().DataFolder, "wires", Key(wire));
        if (!Directory.Exists(folder)) return false;
        var name = hash[..12] + ".xml";
        await File.WriteAllBytesAsync(Path.Combine(folder, "." + name), document, cancel);
        File.Move(Path.Combine(folder, "." + name), Path.Combine(folder, name), overwrite: true);
        return true;
    }

    private async Task<bool> Announce(DemoWire wire, byte[] document, CancellationToken cancel)
    {
        if (!wires.Subscribers.TryGetValue(wires.FeedOf(wire), out var reader) || !reader.Verified) return false;
        var mac = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(reader.Secret), document));
        return await Post(new Uri(reader.Callback), document, [new("X-Hub-Signature", "sha256=" + mac)], cancel);
    }

    /// <summary>W3C WebSub, section 5.3.</summary>
    private async Task Verify(DemoSubscriber asked, CancellationToken cancel)
    {
        var challenge = RandomNumberGenerator.GetHexString(16);
        var address = new Uri($"{asked.Callback}?hub.mode={asked.Mode}&hub.topic={Uri.EscapeDataString(asked.Topic)}&hub.challenge={challenge}&hub.lease_seconds=86400");
        if (await _fetcher.FetchAsync(new FetchRequest(address) { AllowPrivate = Allowed(address) }, cancel) is not Fetched answer || Encoding.UTF8.GetString(answer.Body.Span) != challenge) return;
        if (asked.Mode == "subscribe") wires.Subscribers[asked.Topic] = asked with { Verified = true };
        else wires.Subscribers.TryRemove(asked.Topic, out _);
    }

    private async Task<bool> Post(Uri address, byte[] document, IReadOnlyList<KeyValuePair<string, string>> headers, CancellationToken cancel) =>
        await _fetcher.FetchAsync(new FetchRequest(address) { Method = HttpMethod.Post, Content = new FetchContent(document, "application/atom+xml"), Headers = headers, AllowPrivate = Allowed(address) }, cancel) is Fetched;

    /// <summary>A source's word, by which its door and its folder are called.</summary>
    private static string Key(DemoWire wire) => Stories.StoryPath.Slug(wire.Name);

    private static HashSet<HostPort> Allowed(Uri address) => [HostPort.Of(address)];
}
