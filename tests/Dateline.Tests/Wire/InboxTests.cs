using Dateline.Foundation.Storage;
using Dateline.Stories;
using Dateline.Tests.Foundation.Fetching;
using Dateline.Wire;
using Microsoft.EntityFrameworkCore;
using static Dateline.Tests.Wire.FeedText;

namespace Dateline.Tests.Wire;

public class InboxTests
{
    private static async Task<(WireHouse, Source)> Open(int items)
    {
        var wire = await WireHouse.Open();
        await using var server = new LoopbackServer(_ => LoopbackServer.Ok(Rss([.. Enumerable.Range(0, items).Select(n => Item($"{n:d3}", $"Tanker {n} passes 100% of tests"))])));
        var source = await wire.Source("Harbour Wire");
        await wire.Feed(source, server);
        await wire.Poll();
        return (wire, source);
    }

    [Fact]
    public async Task It_pages_from_the_newest_without_a_gap_or_a_repeat()
    {
        var (wire, _) = await Open(120);
        await using var _1 = wire;
        await using var db = wire.House.OpenDb();
        var seen = new List<WireItem>();
        for (long? before = null; ; before = seen[^1].Row)
        {
            var page = await db.Inbox("en", null, DeskState.Waiting, null, before, null).Take(50).ToListAsync();
            if (page.Count == 0) break;
            seen.AddRange(page);
        }
        Assert.Equal(120, seen.Select(item => item.Guid).Distinct().Count());
        Assert.Equal(120, seen.Count);
    }

    [Theory]
    [InlineData("TANKER 7", 1)]
    [InlineData("tanker 100%", 10)]
    [InlineData("100_", 0)]
    [InlineData("' OR 1=1", 0)]
    public async Task It_finds_words_of_the_headline_in_any_case(string words, int expected)
    {
        var (wire, source) = await Open(10);
        await using var _ = wire;
        await using var db = wire.House.OpenDb();
        Assert.Equal(expected, await db.Inbox(null, source.Id, null, words, null, null).CountAsync());
    }

    [Fact]
    public async Task An_item_is_spiked_taken_back_and_picked_up_once()
    {
        var (wire, source) = await Open(1);
        await using var _ = wire;
        var item = Assert.Single(await wire.Items(source)).Id;
        var story = Guid.CreateVersion7();
        async Task<string?> Do(Func<DatelineDb, CancellationToken, Task<Refusal?>> change) => (await wire.House.Writes.Run(change, default)).Value?.Code;

        Assert.Null(await Do((db, stop) => InboxChanges.Spike(db, item, wire.Now, stop)));
        Assert.Equal("done", await Do((db, stop) => InboxChanges.Spike(db, item, wire.Now, stop)));
        Assert.Null(await Do((db, stop) => InboxChanges.Unspike(db, item, wire.Now, stop)));
        Assert.Null(await Do((db, stop) => InboxChanges.MarkPickedUp(db, item, story, wire.Now, stop)));
        Assert.Equal("done", await Do((db, stop) => InboxChanges.MarkPickedUp(db, item, Guid.CreateVersion7(), wire.Now, stop)));
        Assert.Equal("state", await Do((db, stop) => InboxChanges.Spike(db, item, wire.Now, stop)));
        Assert.Equal((DeskState.PickedUp, story), (Assert.Single(await wire.Items(source)).Desk, Assert.Single(await wire.Items(source)).StoryId));
    }

    [Fact]
    public async Task Sources_get_their_own_word_and_feeds_are_known_once()
    {
        await using var wire = await WireHouse.Open();
        var (one, other) = (await wire.Source("Harbour Wire"), await wire.Source("Harbour wire"));
        Assert.Equal(("harbour-wire", "harbour-wire-2"), (one.Key, other.Key));
        var codes = (await wire.House.Writes.Run(async (db, stop) =>
        {
            var codes = new List<string?>();
            foreach (var url in new[] { "https://a.example/feed", "https://a.example/feed", "ftp://a.example/feed", "https://u:p@a.example/", "feed", "https://a.example:25/" })
                codes.Add((await SourceChanges.AddFeed(db, one.Id, url, "en", 60, null, wire.Now, stop)).Refusal?.Code);
            codes.Add((await SourceChanges.AddFeed(db, one.Id, "https://b.example/feed", "xx", 60, null, wire.Now, stop)).Refusal?.Code);
            return codes;
        }, default)).Value;
        Assert.Equal([null, "known", "bad-url", "bad-url", "bad-url", "bad-url", "no-edition"], codes);
    }
}
