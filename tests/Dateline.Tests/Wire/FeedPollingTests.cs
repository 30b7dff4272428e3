using Dateline.Foundation.Fetching;
using Dateline.Foundation.Storage;
using Dateline.Tests.Foundation.Fetching;
using Dateline.Wire;
using Dateline.Wire.Web;
using Microsoft.Extensions.DependencyInjection;
using static Dateline.Tests.Wire.FeedText;

namespace Dateline.Tests.Wire;

public class FeedPollingTests
{
    [Fact]
    public async Task New_entries_are_received_with_what_was_sent()
    {
        await using var wire = await WireHouse.Open();
        await using var server = new LoopbackServer(_ => LoopbackServer.Ok(Rss(Item("a", "Strait reopens"), Item("b", "Pilots end strike"))));
        var source = await wire.Source("Harbour Wire");
        var id = await wire.Feed(source, server);

        Assert.Equal(1, await wire.Poll());

        var items = await wire.Items(source);
        Assert.Equal(["Strait reopens", "Pilots end strike"], items.Select(item => item.Headline));
        Assert.All(items, item => Assert.Equal((1, "en", DeskState.Waiting), (item.Number, item.Edition, item.Desk)));
        var version = Assert.Single(await wire.Versions(items[0]));
        Assert.StartsWith("<item><guid", version.Raw);
        Assert.Equal("The first ships of the convoy passed the strait at dawn.", version.News.Body!.Content);
        Assert.Equal(["WireItemReceived", "WireItemReceived"], await wire.Facts());
        var feed = await wire.Feed(id);
        Assert.True(feed is { IsHealthy: true, LeasedUntil: null });
        Assert.Equal((wire.Now, wire.Now, wire.Now.AddSeconds(60)), (feed.SucceededAt, feed.ItemAt, feed.DueAt));
    }

    [Fact]
    public async Task A_changed_entry_is_a_new_version_of_the_same_item()
    {
        await using var wire = await WireHouse.Open();
        var text = Rss(Item("a", "Strait reopens"));
        await using var server = new LoopbackServer(_ => LoopbackServer.Ok(text));
        var source = await wire.Source("Harbour Wire");
        await wire.Feed(source, server);
        await wire.Poll();

        text = Rss(Item("a", "Strait reopens to tankers"));
        await wire.PollAgain();

        var item = Assert.Single(await wire.Items(source));
        Assert.Equal(("Strait reopens to tankers", 2), (item.Headline, item.Number));
        Assert.Equal(["Strait reopens", "Strait reopens to tankers"], (await wire.Versions(item)).Select(version => version.News.Headline));
        Assert.Equal(["WireItemReceived", "WireItemUpdated"], await wire.Facts());
    }

    [Fact]
    public async Task The_same_again_changes_nothing_even_with_a_new_date_on_it()
    {
        await using var wire = await WireHouse.Open();
        var hour = 10;
        await using var server = new LoopbackServer(_ => LoopbackServer.Ok(Rss(
            Item("a", "Strait reopens", more: $"<pubDate>Mon, 16 Nov 2026 {hour}:00:00 GMT</pubDate><slash:comments>{hour}</slash:comments>"), Item("b", "Pilots end strike"))));
        var source = await wire.Source("Harbour Wire");
        var id = await wire.Feed(source, server);
        await wire.Poll();
        var before = await wire.Items(source);

        for (hour = 11; hour < 14; hour++) await wire.PollAgain();

        Assert.Equal(before.Select(item => item.Row), (await wire.Items(source)).Select(item => item.Row));
        Assert.Equal(2, (await wire.Facts()).Count);
        Assert.True((await wire.Feed(id)).ItemAt < wire.Now);
    }

    [Fact]
    public async Task What_is_unchanged_is_not_sent_again_and_the_feed_stays_healthy()
    {
        await using var wire = await WireHouse.Open();
        await using var server = new LoopbackServer(asked => asked["if-none-match"] == "W/\"v1\"" && asked["if-modified-since"] == "Mon, 16 Nov 2026 08:00:00 GMT"
            ? LoopbackServer.Answer("304 Not Modified")
            : LoopbackServer.Ok(Rss(Item("a", "Strait reopens")), "ETag: W/\"v1\"\r\nLast-Modified: Mon, 16 Nov 2026 08:00:00 GMT\r\n"));
        var id = await wire.Feed(await wire.Source("Harbour Wire"), server);
        await wire.Poll();

        await wire.PollAgain();
        await wire.PollAgain();

        var feed = await wire.Feed(id);
        Assert.True(feed.IsHealthy);
        Assert.Equal(("W/\"v1\"", wire.Now), (feed.ETag, feed.SucceededAt));
        Assert.Equal([null, "W/\"v1\"", "W/\"v1\""], server.Requests.Select(asked => asked["if-none-match"]));
    }

    [Fact]
    public async Task An_entry_that_is_merely_gone_from_the_feed_is_not_killed()
    {
        await using var wire = await WireHouse.Open();
        var text = Rss(Item("a", "Strait reopens"), Item("b", "Pilots end strike"));
        await using var server = new LoopbackServer(_ => LoopbackServer.Ok(text));
        var source = await wire.Source("Harbour Wire");
        await wire.Feed(source, server);
        await wire.Poll();

        text = Rss(Item("b", "Pilots end strike"));
        await wire.PollAgain();

        Assert.All(await wire.Items(source), item => Assert.Null(item.KilledAt));
    }

    [Fact]
    public async Task A_tombstone_kills_its_own_sources_item_and_no_other()
    {
        await using var wire = await WireHouse.Open();
        var text = Atom(Entry("urn:1", "Strait reopens"));
        await using var harbour = new LoopbackServer(_ => LoopbackServer.Ok(text));
        await using var lakes = new LoopbackServer(_ => LoopbackServer.Ok(Atom(Entry("urn:1", "Lake falls again"))));
        var (one, other) = (await wire.Source("Harbour Wire"), await wire.Source("Lakes News"));
        await wire.Feed(one, harbour);
        await wire.Feed(other, lakes);
        await wire.Poll();

        text = Atom(Deleted("urn:1"));
        await wire.PollAgain();

        var killed = Assert.Single(await wire.Items(one));
        Assert.Equal((wire.Now, "The report was wrong."), (killed.KilledAt, killed.KillReason));
        Assert.Null(Assert.Single(await wire.Items(other)).KilledAt);
        Assert.Equal("WireItemKilled", (await wire.Facts())[^1]);

        await wire.PollAgain(); // the tombstone still stands in the feed
        Assert.Equal(3, (await wire.Facts()).Count);
    }

    [Fact]
    public async Task A_tombstone_that_comes_first_is_remembered()
    {
        await using var wire = await WireHouse.Open();
        var text = Atom(Deleted("urn:1"));
        await using var server = new LoopbackServer(_ => LoopbackServer.Ok(text));
        var source = await wire.Source("Harbour Wire");
        await wire.Feed(source, server);
        await wire.Poll();

        text = Atom(Entry("urn:1", "Strait reopens"), Entry("urn:2", "Pilots end strike"));
        await wire.PollAgain();

        var items = await wire.Items(source);
        Assert.Equal([(0, true), (1, false)], items.Select(item => (item.Number, item.KilledAt is not null)));
        await using var db = wire.House.OpenDb();
        Assert.Equal("Pilots end strike", Assert.Single(db.Inbox(null, null, null, null, null, null)).Headline);
    }

    [Fact]
    public async Task Two_nodes_ask_a_feed_once()
    {
        await using var wire = await WireHouse.Open();
        await using var server = new LoopbackServer(_ => LoopbackServer.Ok(Rss(Item("a", "Strait reopens"))));
        var source = await wire.Source("Harbour Wire");
        await wire.Feed(source, server);
        var nodes = Enumerable.Range(0, 4).Select(_ => ActivatorUtilities.CreateInstance<FeedPolling>(wire.House.Services)).ToList();

        var done = await Task.WhenAll(nodes.Select(node => Task.Run(() => node.DoWhatIsDue(default))));

        Assert.Equal(1, done.Sum());
        Assert.Single(server.Requests);
        Assert.Single(await wire.Items(source));
        foreach (var node in nodes) node.Dispose();
    }

    [Fact]
    public async Task A_crash_between_fetching_and_writing_loses_nothing()
    {
        await using var wire = await WireHouse.Open();
        await using var server = new LoopbackServer(asked => asked["if-none-match"] is null ? LoopbackServer.Ok(Rss(Item("a", "Strait reopens")), "ETag: \"v1\"\r\n") : LoopbackServer.Answer("304 Not Modified"));
        var source = await wire.Source("Harbour Wire");
        await wire.Feed(source, server);
        var services = wire.House.Services;
        var writes = new DyingWrites(services.GetRequiredService<Writes>(), services.GetRequiredService<WriteHooks>(), survives: 1);
        ICollecting[] ways = [ActivatorUtilities.CreateInstance<WebCollecting>(services, ActivatorUtilities.CreateInstance<WireReading>(services, writes))];
        using var dying = ActivatorUtilities.CreateInstance<FeedPolling>(services, writes, ways);

        await dying.DoWhatIsDue(default); // it claims the feed, fetches, and dies

        Assert.Empty(await wire.Items(source));
        Assert.Equal(0, await wire.Poll()); // its lease stands
        Assert.Equal(1, await wire.PollAgain(TimeSpan.FromMinutes(3)));
        Assert.Equal("Strait reopens", Assert.Single(await wire.Items(source)).Headline);
        Assert.All(server.Requests, asked => Assert.Null(asked["if-none-match"]));
    }

    [Fact]
    public async Task What_came_before_the_line_broke_is_kept()
    {
        await using var wire = await WireHouse.Open();
        var whole = Rss([.. Enumerable.Range(0, 1_000).Select(n => Item($"{n:d4}", $"Tanker {n} passes"))]);
        await using var server = new LoopbackServer(_ => LoopbackServer.Answer("200 OK", $"Content-Length: {whole.Length}\r\nETag: \"v1\"\r\n", System.Text.Encoding.UTF8.GetBytes(whole[..^90])));
        var source = await wire.Source("Harbour Wire");
        var id = await wire.Feed(source, server);

        await wire.Poll();

        var received = (await wire.Items(source)).Select(item => item.Guid).ToList();
        Assert.InRange(received.Count, 500, 999);
        Assert.Equal(Enumerable.Range(0, received.Count).Select(n => $"{n:d4}"), received);
        Assert.Equal((nameof(FetchFailureKind.Truncated), null), ((await wire.Feed(id)).Failure, (await wire.Feed(id)).ETag));
    }

    /// <summary>The process dies: after some writes none comes through any more.</summary>
    private sealed class DyingWrites(Writes real, WriteHooks hooks, int survives) : Writes(hooks)
    {
        private int _left = survives;

        public override bool HasOneWriter => real.HasOneWriter;

        protected override Task<Written<T>> RunJob<T>(Func<DatelineDb, CancellationToken, Task<T>> job, CancellationToken cancel) =>
            Interlocked.Decrement(ref _left) >= 0 ? real.Run(job, cancel) : throw new IOException("The process is gone.");
    }
}
