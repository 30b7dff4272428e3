using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Dateline.Stories;
using Dateline.Wire;
using Dateline.Wire.Push;
using Microsoft.Extensions.DependencyInjection;
using static Dateline.Tests.Wire.FeedText;

namespace Dateline.Tests.Wire;

public class PushTests
{
    private const string Secret = "dlp_of-harbour-wire";

    private static async Task<(WireHouse Wire, Source Source, Feed Feed)> Open()
    {
        var wire = await WireHouse.Open(start: true);
        var source = await wire.Source("Harbour Wire");
        var feed = await wire.FeedAt(source, "push:");
        await SetSecret(wire, feed, Secret);
        return (wire, source, feed);
    }

    private static async Task SetSecret(WireHouse wire, Feed feed, string secret, bool atOnce = false)
    {
        var hidden = wire.House.Services.GetRequiredService<FeedSecrets>().Hide(secret);
        Assert.Null((await wire.House.Writes.Run((db, stop) => PushKey.Renew(db, feed.Id, hidden, atOnce, wire.Now, stop), default)).Value);
    }

    private static HttpRequestMessage Signed(WireHouse wire, string text, string secret = Secret, string source = "harbour-wire", DateTimeOffset? at = null)
    {
        var (body, time) = (Encoding.UTF8.GetBytes(text), (at ?? wire.Now).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        var request = new HttpRequestMessage(HttpMethod.Post, "/wire/" + source) { Content = new ByteArrayContent(body) };
        request.Headers.Add(PushSignature.TimeHeader, time);
        request.Headers.Add(PushSignature.SignatureHeader, PushSignature.Of(secret, time, body));
        return request;
    }

    private static async Task<(int Status, string Code, JsonElement Json)> Send(WireHouse wire, HttpRequestMessage request)
    {
        using var client = wire.House.Client();
        using (request)
        {
            using var answer = await client.SendAsync(request);
            var json = await answer.Content.ReadFromJsonAsync<JsonElement>();
            return ((int)answer.StatusCode, json.TryGetProperty("code", out var code) ? code.GetString()! : "", json);
        }
    }

    [Fact]
    public async Task An_item_that_breaks_off_is_counted_among_the_refused()
    {
        var (wire, source, _) = await Open();
        await using var open = wire;
        var whole = Rss(Item("a", "Strait reopens"), Item("b", "Pilots end strike"));
        var (status, _, json) = await Send(wire, Signed(wire, whole[..(whole.IndexOf("Pilots end strike", StringComparison.Ordinal) + 9)]));
        Assert.Equal((202, 1, 1), (status, json.GetProperty("items").GetInt32(), json.GetProperty("refused").GetInt32()));
        Assert.Equal("Strait reopens", Assert.Single(await wire.Items(source)).Headline);
    }

    [Fact]
    public async Task A_signed_document_is_on_the_disk_when_it_is_accepted()
    {
        var (wire, source, feed) = await Open();
        await using var _ = wire;
        var (status, _, json) = await Send(wire, Signed(wire, Rss(Item("a", "Strait reopens"), Item("b", "Pilots end strike"))));
        Assert.Equal((202, 2, 0), (status, json.GetProperty("items").GetInt32(), json.GetProperty("refused").GetInt32()));
        Assert.Equal(2, (await wire.Items(source)).Count);
        var row = await wire.Feed(feed.Id);
        Assert.Equal((wire.Now, wire.Now, null), (row.SucceededAt, row.ItemAt, row.DueAt));
    }

    [Fact]
    public async Task The_same_again_is_answered_alike_and_does_nothing()
    {
        var (wire, source, _) = await Open();
        await using var _1 = wire;
        var early = wire.Now;
        string Text(string headline) => Rss(Item("a", headline));
        Assert.Equal(202, (await Send(wire, Signed(wire, Text("Strait reopens"), at: early))).Status);
        Assert.Equal(202, (await Send(wire, Signed(wire, Text("Strait reopens to tankers"), at: early))).Status);

        // The first once more, as an eavesdropper would send it: it doesn't bring back the earlier text.
        var (status, _, json) = await Send(wire, Signed(wire, Text("Strait reopens"), at: early));
        Assert.Equal((202, 1), (status, json.GetProperty("items").GetInt32()));
        Assert.Equal(("Strait reopens to tankers", 2), (Assert.Single(await wire.Items(source)).Headline, (await wire.Items(source))[0].Number));
    }

    [Fact]
    public async Task What_is_not_signed_with_the_secret_over_time_and_body_is_refused()
    {
        var (wire, source, _) = await Open();
        await using var _1 = wire;
        var text = Rss(Item("a", "Strait reopens"));
        Assert.Equal((401, "signature"), Short(await Send(wire, Signed(wire, text, secret: "another"))));
        Assert.Equal((401, "signature"), Short(await Send(wire, Signed(wire, text, source: "nobody"))));

        var changed = Signed(wire, text);
        changed.Content = new StringContent(text.Replace("reopens", "closes", StringComparison.Ordinal));
        Assert.Equal((401, "signature"), Short(await Send(wire, changed)));

        var later = Signed(wire, text, at: wire.Now.AddMinutes(-4));
        later.Headers.Remove(PushSignature.TimeHeader);
        later.Headers.Add(PushSignature.TimeHeader, wire.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        Assert.Equal((401, "signature"), Short(await Send(wire, later)));

        foreach (var minutes in (int[])[-6, 6]) Assert.Equal((401, "time"), Short(await Send(wire, Signed(wire, text, at: wire.Now.AddMinutes(minutes)))));
        foreach (var (time, signature) in ((string, string)[])[("", ""), ("now", "sha256=" + new string('a', 64)), ("-1", "sha256=" + new string('a', 64)), ("1763285400", "sha1=abc"), ("1763285400", "sha256=" + new string('g', 64)), ("99999999999999999999", "sha256=")])
        {
            var odd = new HttpRequestMessage(HttpMethod.Post, "/wire/harbour-wire") { Content = new StringContent(text) };
            odd.Headers.TryAddWithoutValidation(PushSignature.TimeHeader, time);
            odd.Headers.TryAddWithoutValidation(PushSignature.SignatureHeader, signature);
            Assert.Equal((401, "unsigned"), Short(await Send(wire, odd)));
        }
        Assert.Empty(await wire.Items(source));
        Assert.Empty(await wire.Quarantine());
    }

    [Fact]
    public async Task A_new_secret_leaves_the_former_a_day_unless_it_leaked()
    {
        var (wire, _, feed) = await Open();
        await using var _1 = wire;
        var text = Rss(Item("a", "Strait reopens"));
        await SetSecret(wire, feed, "second");
        Assert.Equal(202, (await Send(wire, Signed(wire, text))).Status);
        Assert.Equal(202, (await Send(wire, Signed(wire, text, "second"))).Status);
        wire.House.Clock.Advance(TimeSpan.FromHours(25));
        Assert.Equal(401, (await Send(wire, Signed(wire, text))).Status);

        await SetSecret(wire, feed, "third", atOnce: true);
        Assert.Equal(401, (await Send(wire, Signed(wire, text, "second"))).Status);
        Assert.Equal(202, (await Send(wire, Signed(wire, text, "third"))).Status);
    }

    [Fact]
    public async Task What_is_no_news_is_kept_with_the_reason_and_said_so()
    {
        var (wire, _, _) = await Open();
        await using var _1 = wire;
        Assert.Equal((422, "unreadable"), Short(await Send(wire, Signed(wire, "<!DOCTYPE html><html><body>Please log in.</body></html>"))));
        Assert.True(Assert.Single(await wire.Quarantine()) is { IsWhole: true, Held: false, Document.Length: > 20 });
        Assert.Equal((422, "empty"), Short(await Send(wire, Signed(wire, ""))));
    }

    [Fact]
    public async Task A_large_document_is_kept_whole()
    {
        var (wire, _, _) = await Open();
        await using var _1 = wire;
        var text = string.Concat(Enumerable.Range(0, 250_000).Select(n => $"{n * 7919 % 1_000_003} "))[..1_600_000];
        Assert.Equal((422, "unreadable"), Short(await Send(wire, Signed(wire, "<!DOCTYPE html><html><body>" + text))));
        var row = Assert.Single(await wire.Quarantine());
        Assert.True(row is { IsWhole: true, Document.Length: < 1_600_000 });
        Assert.EndsWith(text, Encoding.UTF8.GetString(row.Sent()!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forms_packed_and_huge_bodies_are_turned_away_and_a_closed_door_says_so()
    {
        var (wire, source, feed) = await Open();
        await using var _ = wire;
        var text = Rss(Item("a", "Strait reopens"));
        var packed = Signed(wire, text);
        packed.Content!.Headers.ContentEncoding.Add("gzip");
        Assert.Equal((415, "type"), Short(await Send(wire, packed)));
        var picture = Signed(wire, text);
        picture.Content!.Headers.ContentType = new("image/png");
        Assert.Equal((415, "type"), Short(await Send(wire, picture)));

        Assert.Equal((413, "large"), Short(await Send(wire, Signed(wire, new string(' ', RequestBodies.MostBytes + 1)))));

        await wire.House.Writes.Run((db, stop) => SourceChanges.SetPaused(db, feed.Id, true, wire.Now, stop), default);
        Assert.Equal((403, "paused"), Short(await Send(wire, Signed(wire, text))));
        Assert.Empty(await wire.Items(source));
        await wire.House.Writes.Run((db, stop) => SourceChanges.SetPaused(db, feed.Id, false, wire.Now, stop), default);
        Assert.Equal(202, (await Send(wire, Signed(wire, text))).Status);
    }

    [Fact]
    public async Task The_gate_against_other_sites_lets_a_push_through_with_whatever_a_browser_says()
    {
        var (wire, _, _) = await Open();
        await using var _1 = wire;
        var request = Signed(wire, Rss(Item("a", "Strait reopens")));
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        request.Headers.Add("Origin", "https://elsewhere.example");
        Assert.Equal(202, (await Send(wire, request)).Status);
    }

    [Fact]
    public async Task Receipts_are_forgotten_and_secrets_lie_encrypted()
    {
        var (wire, _, _) = await Open();
        await using var _1 = wire;
        Assert.Equal(202, (await Send(wire, Signed(wire, Rss(Item("a", "Strait reopens"))))).Status);
        Assert.DoesNotContain(Secret, Assert.Single(await wire.All<PushKey>()).Secret, StringComparison.Ordinal);
        Assert.DoesNotContain(wire.House.Log.All, line => line.Contains(Secret, StringComparison.Ordinal));
        Assert.Single(await wire.All<PushReceipt>());
        await wire.House.Writes.Run((db, stop) => PushRoute.ForgetReceipts(db, DateTimeOffset.UnixEpoch, wire.Now.AddDays(1), 10, stop), default);
        Assert.Empty(await wire.All<PushReceipt>());
    }

    private static (int, string) Short((int Status, string Code, JsonElement) answer) => (answer.Status, answer.Code);
}
