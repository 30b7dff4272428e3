using Dateline.Foundation.Fetching;
using Dateline.Tests.Foundation.Fetching;
using Dateline.Wire;
using Microsoft.Extensions.DependencyInjection;
using static Dateline.Tests.Wire.FeedText;

namespace Dateline.Tests.Wire;

public class FeedHealthTests
{
    [Fact]
    public async Task A_failing_feed_is_asked_less_and_less_often_and_recovers_at_once()
    {
        await using var wire = await WireHouse.Open();
        var broken = true;
        await using var server = new LoopbackServer(_ => broken ? LoopbackServer.Answer("500 Internal Server Error") : LoopbackServer.Ok(Rss(Item("a", "Strait reopens"))));
        var source = await wire.Source("Harbour Wire");
        var id = await wire.Feed(source, server);
        await wire.Poll();

        var waits = new List<double>();
        for (var n = 0; n < 9; n++)
        {
            var feed = await wire.Feed(id);
            waits.Add((feed.DueAt!.Value - wire.Now).TotalSeconds);
            Assert.Equal((n + 1, "HttpStatus"), (feed.FailuresInARow, feed.Failure));
            Assert.Equal("127.0.0.1 has a fault of its own (500).", feed.FailureSentence);
            await wire.PollAgain(feed.DueAt.Value - wire.Now);
        }
        for (var n = 0; n < 6; n++) Assert.InRange(waits[n], 60 * Math.Pow(2, n) * 0.8, 60 * Math.Pow(2, n));
        Assert.All(waits, wait => Assert.InRange(wait, 48, 3_600));

        broken = false;
        await wire.PollAgain(TimeSpan.FromHours(1));

        var well = await wire.Feed(id);
        Assert.Equal((0, null, null, wire.Now.AddSeconds(60)), (well.FailuresInARow, well.Failure, well.FailureSentence, well.DueAt));
        Assert.Single(await wire.Items(source));
    }

    [Fact]
    public async Task A_host_that_asks_for_a_rest_gets_it()
    {
        await using var wire = await WireHouse.Open();
        await using var server = new LoopbackServer(_ => LoopbackServer.Answer("429 Too Many Requests", "Retry-After: 1800\r\n"));
        var id = await wire.Feed(await wire.Source("Harbour Wire"), server);

        await wire.Poll();

        var feed = await wire.Feed(id);
        Assert.Equal(("RateLimited", wire.Now.AddMinutes(30)), (feed.Failure, feed.DueAt));
        Assert.Equal(0, await wire.PollAgain(TimeSpan.FromMinutes(29)));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task What_is_gone_for_good_is_asked_no_more()
    {
        await using var wire = await WireHouse.Open();
        await using var server = new LoopbackServer(_ => LoopbackServer.Answer("410 Gone"));
        var id = await wire.Feed(await wire.Source("Harbour Wire"), server);

        await wire.Poll();

        var feed = await wire.Feed(id);
        Assert.Equal((true, "Gone", null), (feed.Paused, feed.Failure, feed.DueAt));
        Assert.Equal("127.0.0.1 says that this address is gone for good (410).", feed.FailureSentence);
        Assert.Equal(0, await wire.PollAgain(TimeSpan.FromDays(2)));

        await wire.House.Writes.Run((db, stop) => SourceChanges.SetPaused(db, id, false, wire.Now, stop), default);
        Assert.Equal(1, await wire.Poll());
    }

    [Theory]
    [InlineData(60, "<ttl>3</ttl>", "", 180)]
    [InlineData(60, "<ttl>60</ttl>", "", 300)] // WordPress and others say an hour without meaning it
    [InlineData(60, "", "Cache-Control: max-age=240\r\n", 240)]
    [InlineData(900, "<ttl>3</ttl>", "Cache-Control: max-age=240\r\n", 900)]
    [InlineData(2, "", "", 2)]
    [InlineData(1, "", "", 2)]
    public async Task The_senders_wish_for_rest_is_heard_within_bounds(int interval, string head, string headers, int expected)
    {
        await using var wire = await WireHouse.Open();
        await using var server = new LoopbackServer(_ => LoopbackServer.Ok(RssWith(head, Item("a", "Strait reopens")), headers));
        var id = await wire.Feed(await wire.Source("Harbour Wire"), server, interval: interval);

        await wire.Poll();

        Assert.Equal(wire.Now.AddSeconds(expected), (await wire.Feed(id)).DueAt);
    }

    [Fact]
    public async Task A_move_is_believed_when_it_is_said_twice()
    {
        await using var wire = await WireHouse.Open();
        await using var server = new LoopbackServer(asked => asked.Path == "/feed" ? LoopbackServer.Redirect("/new", "301 Moved Permanently") : LoopbackServer.Ok(Rss(Item("a", "Strait reopens"))));
        var id = await wire.Feed(await wire.Source("Harbour Wire"), server);

        await wire.Poll();
        Assert.Equal(server.At("/feed").AbsoluteUri, (await wire.Feed(id)).Url);
        await wire.PollAgain();
        Assert.Equal(server.At("/new").AbsoluteUri, (await wire.Feed(id)).Url);
        await wire.PollAgain();

        Assert.Equal(["/feed", "/new", "/feed", "/new", "/new"], server.Requests.Select(asked => asked.Path));
    }

    [Fact]
    public async Task A_password_does_not_move_to_another_host()
    {
        await using var wire = await WireHouse.Open();
        await using var thief = new LoopbackServer(_ => LoopbackServer.Ok(Rss(Item("a", "Strait reopens"))));
        await using var server = new LoopbackServer(_ => LoopbackServer.Redirect(thief.At("/feed").AbsoluteUri, "301 Moved Permanently"));
        var secrets = wire.House.Services.GetRequiredService<FeedSecrets>();
        var id = await wire.Feed(await wire.Source("Harbour Wire"), server, more: feed =>
        {
            (feed.UserName, feed.Password) = ("meridian", secrets.Hide("swordfish"));
            feed.AllowPrivate += $",127.0.0.1:{thief.EndPoint.Port}";
        });

        for (var n = 0; n < 4; n++) await wire.PollAgain();

        Assert.DoesNotContain("swordfish", (await wire.Feed(id)).Password);
        Assert.Equal(server.At("/feed").AbsoluteUri, (await wire.Feed(id)).Url);
        Assert.All(server.Requests, asked => Assert.Equal("Basic bWVyaWRpYW46c3dvcmRmaXNo", asked["authorization"]));
        Assert.Equal(4, thief.Requests.Count);
        Assert.All(thief.Requests, asked => Assert.Null(asked["authorization"]));
    }

    [Fact]
    public async Task What_somebody_sets_while_a_feed_is_asked_stands()
    {
        await using var wire = await WireHouse.Open();
        Func<Task> meanwhile = () => Task.CompletedTask;
        await using var server = new LoopbackServer(async (_, line, cancel) =>
        {
            await meanwhile();
            await line.WriteAsync(LoopbackServer.Ok(Rss(Item("a", "Strait reopens")), "ETag: \"v1\"\r\n"), cancel);
        });
        var id = await wire.Feed(await wire.Source("Harbour Wire"), server);
        var asked = wire.Now.AddSeconds(1);

        meanwhile = () => wire.House.Writes.Run((db, stop) => SourceChanges.PollNow(db, id, asked, stop), default);
        await wire.Poll();
        Assert.Equal((asked, null), ((await wire.Feed(id)).DueAt, (await wire.Feed(id)).ETag));

        meanwhile = () => wire.House.Writes.Run((db, stop) => SourceChanges.SetPaused(db, id, true, wire.Now, stop), default);
        await wire.PollAgain();
        Assert.Equal((true, null, null), ((await wire.Feed(id)).Paused, (await wire.Feed(id)).DueAt, (await wire.Feed(id)).LeasedUntil));
    }

    [Fact]
    public async Task A_finished_feed_is_paused_with_words()
    {
        await using var wire = await WireHouse.Open();
        await using var server = new LoopbackServer(_ => LoopbackServer.Ok("""{"version":"https://jsonfeed.org/version/1.1","title":"Regatta","expired":true,"items":[{"id":"1","title":"Regatta ends","content_text":"The last boat is in."}]}"""));
        var source = await wire.Source("Harbour Wire");
        var id = await wire.Feed(source, server);

        await wire.Poll();

        Assert.Single(await wire.Items(source));
        Assert.Equal((true, "Expired"), ((await wire.Feed(id)).Paused, (await wire.Feed(id)).Failure));
    }
}
