using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Dateline.Tests.Foundation.Fetching;
using Microsoft.AspNetCore.WebUtilities;

namespace Dateline.Tests.Wire;

/// <summary>A WebSub hub of the test's own, with the feed it announces: it takes subscriptions, verifies them at the callback, and delivers, signed.</summary>
internal sealed class Hub : IAsyncDisposable
{
    private readonly WireHouse _wire;

    public Hub(WireHouse wire)
    {
        _wire = wire;
        Server = new LoopbackServer(async (asked, line, cancel) => await line.WriteAsync(asked.Path == "/hub" ? await Subscribe(asked) : Feed(asked), cancel));
    }

    public LoopbackServer Server { get; }

    public string Text { get; set; } = FeedText.Rss();

    /// <summary>Headers of the feed's answer; by default they name the hub.</summary>
    public Func<string> Headers { get; set; } = () => "";

    public int Lease { get; set; } = 3_600;

    /// <summary>Whether a subscription is verified while it is asked for.</summary>
    public bool Verifies { get; set; } = true;

    public string Status { get; set; } = "202 Accepted";

    public ConcurrentQueue<Dictionary<string, string>> Asked { get; } = [];

    public Dictionary<string, string> Last => Asked.Last();

    public string LinkHeaders => $"Link: <{Server.At("/hub")}>; rel=\"hub\", <{Server.At("/feed")}>; rel=\"self\"\r\n";

    public async Task<(HttpStatusCode Status, string Text)> Verify(Dictionary<string, string> form, string mode, string? topic = null, int? lease = null)
    {
        var query = new Dictionary<string, string?> { ["hub.mode"] = mode, ["hub.topic"] = topic ?? form["hub.topic"], ["hub.challenge"] = "c-" + RandomNumberGenerator.GetHexString(8), ["hub.lease_seconds"] = $"{lease ?? Lease}" };
        using var client = _wire.House.Client();
        using var answer = await client.GetAsync(new Uri(QueryHelpers.AddQueryString(new Uri(form["hub.callback"]).AbsolutePath, query), UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync();
        if (answer.StatusCode == HttpStatusCode.OK) Assert.Equal(query["hub.challenge"], text);
        return (answer.StatusCode, text);
    }

    public async Task<HttpStatusCode> Deliver(string text, string method = "sha256", string? secret = null, string? signature = null)
    {
        var (body, key) = (Encoding.UTF8.GetBytes(text), Encoding.UTF8.GetBytes(secret ?? Last["hub.secret"]));
#pragma warning disable CA5350 // what large hubs sign with
        var mac = method switch { "sha1" => HMACSHA1.HashData(key, body), "sha256" => HMACSHA256.HashData(key, body), "sha384" => HMACSHA384.HashData(key, body), _ => HMACSHA512.HashData(key, body) };
#pragma warning restore CA5350
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Last["hub.callback"]).AbsolutePath) { Content = new ByteArrayContent(body) };
        request.Headers.TryAddWithoutValidation("X-Hub-Signature", signature ?? $"{method}={Convert.ToHexStringLower(mac)}");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var client = _wire.House.Client();
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }

    private byte[] Feed(Asked asked) => asked["if-none-match"] == "\"same\"" ? LoopbackServer.Answer("304 Not Modified") : LoopbackServer.Ok(Text, Headers());

    private async Task<byte[]> Subscribe(Asked asked)
    {
        Assert.Equal("application/x-www-form-urlencoded", asked["content-type"]);
        var form = new FormReader(asked.Body).ReadForm().ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal);
        Asked.Enqueue(form);
        if (Verifies && Status.StartsWith("202", StringComparison.Ordinal)) Assert.Equal(HttpStatusCode.OK, (await Verify(form, form["hub.mode"])).Status);
        return LoopbackServer.Answer(Status);
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
