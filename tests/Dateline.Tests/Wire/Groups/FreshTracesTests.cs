using Dateline.Bench.Groups;
using Dateline.Formats;
using Dateline.Foundation.Storage;
using Dateline.Stories;
using Dateline.Tests.House;
using Dateline.Wire;
using Dateline.Wire.Groups;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Tests.Wire.Groups;

/// <summary>Where a trace is kept makes no difference to what is found by it; and each is kept once, in memory or in the tree.</summary>
public class FreshTracesTests
{
    private const int Batch = 7;
    private const string OneWriter = "PostgreSQL has many writers: all traces stand in the tree.";

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    public async Task Items_are_grouped_alike_however_soon_their_traces_are_taken_over(int foldFrom)
    {
        Assert.SkipWhen(TestDatabase.OnPostgres, OneWriter);
        await using var kept = await Open(int.MaxValue);
        await using var folded = await Open(foldFrom);
        var set = LabelledStories.Make(311, 60);
        await Take(kept, kept.House.Writes, set);
        await Take(folded, folded.House.Writes, set);

        Assert.Equal(await Groups(kept), await Groups(folded));
        Assert.Empty(await kept.All<PrintTrace>());
        Assert.NotEmpty(await folded.All<PrintTrace>());
        await AssertEachOnce(folded);
    }

    [Fact]
    public async Task What_was_rolled_back_is_in_memory_no_more_and_is_taken_again()
    {
        Assert.SkipWhen(TestDatabase.OnPostgres, OneWriter);
        await using var kept = await Open(int.MaxValue);
        await using var wire = await Open(40);
        var set = LabelledStories.Make(312, 50);
        await Take(kept, kept.House.Writes, set);
        await Take(wire, wire.House.Writes, set, fails: batch => batch % 3 == 1);

        Assert.Equal(await Groups(kept), await Groups(wire));
        await AssertEachOnce(wire);
    }

    [Fact]
    public async Task What_a_write_forgot_that_was_rolled_back_is_found_all_the_same()
    {
        Assert.SkipWhen(TestDatabase.OnPostgres, OneWriter);
        await using var wire = await Open(int.MaxValue);
        var feeds = (await wire.All<Feed>()).OrderBy(feed => feed.Url, StringComparer.Ordinal).ToList();
        var story = LabelledStories.Make(316, 1).First(one => one.Truth is null).News;
        Task Take(int feed, string guid) => wire.House.Writes.Run((db, stop) => new Receiving(db, feeds[feed], wire.Now).Take([story with { Uri = guid }], stop), default);
        await Take(0, "one:1");
        await Assert.ThrowsAsync<InvalidOperationException>(() => wire.House.Writes.Run(async (db, stop) =>
        {
            var fresh = await FreshTraces.Open(db, stop);
            var print = await db.Set<Print>().Select(print => new { print.Number, print.Text.Traces }).SingleAsync(stop);
            await PrintRetention.Forget(db, [print.Number], [.. print.Traces], stop);
            fresh!.Forget(print.Number);
            throw new InvalidOperationException("It breaks before its own prints are there.");
        }, default));
        await Take(1, "two:1");

        Assert.Equal(["one:1"], (await Groups(wire)).Values.Distinct());
    }

    [Fact]
    public async Task Two_processes_and_those_that_start_anew_go_on_where_the_others_were()
    {
        Assert.SkipWhen(TestDatabase.OnPostgres, OneWriter);
        await using var kept = await Open(int.MaxValue);
        await using var wire = await Open(40);
        await using var second = await TestHouse.Open(start: false, beside: wire.House);
        await second.Writes.Run((db, _) => Task.FromResult(db.Memory!.Of<FreshTraces>().FoldFrom = 40), default);
        var set = LabelledStories.Make(313, 50);
        await Take(kept, kept.House.Writes, set);
        var turn = 0;
        await Take(wire, null, set, writers: () => turn++ % 3 == 0 ? wire.House.Writes : second.Writes);

        Assert.Equal(await Groups(kept), await Groups(wire));
        await AssertEachOnce(wire);
    }

    /// <summary>What the tree said before the write is all that it says, or it is asked again.</summary>
    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 1)]
    [InlineData(40, 0)]
    [InlineData(40, 3)]
    public async Task Items_are_grouped_alike_however_long_before_the_write_the_tree_was_asked(int foldFrom, int lag)
    {
        Assert.SkipWhen(TestDatabase.OnPostgres, OneWriter);
        await using var kept = await Open(int.MaxValue);
        await using var wire = await Open(foldFrom);
        var set = LabelledStories.Make(315, 60);
        await Take(kept, kept.House.Writes, set);
        await Take(wire, wire.House.Writes, set, lag: lag);

        Assert.Equal(await Groups(kept), await Groups(wire));
        await AssertEachOnce(wire);
    }

    [Fact]
    public async Task A_clock_that_is_put_back_hides_no_copy()
    {
        Assert.SkipWhen(TestDatabase.OnPostgres, OneWriter);
        await using var wire = await Open(60);
        var set = LabelledStories.Make(314, 60);
        var turn = 0;
        await Take(wire, wire.House.Writes, set, now: () => wire.Now.AddMinutes(-30 * (turn++ % 3)));
        var groups = await Groups(wire);
        var copies = set.Where(one => one.Truth is Relation.Exact).ToList();
        var found = copies.Count(copy => groups[copy.News.Uri!] == groups[set.First(one => one.Story == copy.Story && one.Truth is null).News.Uri!]);
        Assert.InRange(found, 0.9 * copies.Count, copies.Count);
        await AssertEachOnce(wire);
    }

    private static async Task<WireHouse> Open(int foldFrom)
    {
        var wire = await WireHouse.Open();
        for (var n = 0; n < LabelledStories.Sources; n++)
        {
            var source = await wire.Source($"Wire {n}");
            await wire.House.Writes.Run((db, stop) => SourceChanges.AddFeed(db, source.Id, $"https://wire{n}.example/feed", "en", 60, null, wire.Now, stop), default);
        }
        await wire.House.Writes.Run((db, _) => Task.FromResult(db.Memory!.Of<FreshTraces>().FoldFrom = foldFrom), default);
        return wire;
    }

    private static async Task Take(WireHouse wire, Writes? writes, IReadOnlyList<Labelled> set, Func<int, bool>? fails = null, Func<Writes>? writers = null, Func<DateTimeOffset>? now = null, int? lag = null)
    {
        var feeds = (await wire.All<Feed>()).OrderBy(feed => feed.Url, StringComparer.Ordinal).ToList();
        var number = 0;
        var batches = set.GroupBy(one => one.Source).OrderBy(group => group.Key).SelectMany(group => group.Chunk(Batch)).ToList();
        var foreseen = new Queue<ForeseenTraces?>();
        for (var n = 0; n < batches.Count; n++)
        {
            // As the tree is so many batches before.
            while (lag is { } ahead && foreseen.Count <= ahead && n + foreseen.Count < batches.Count) foreseen.Enqueue(await Foresee(wire, feeds, batches[n + foreseen.Count]));
            var batch = batches[n];
            foreseen.TryDequeue(out var seen);
            var at = now?.Invoke() ?? wire.Now;
            Task Job(DatelineDb db, CancellationToken stop) => new Receiving(db, feeds[batch[0].Source], at, foreseen: seen).Take([.. batch.Select(one => (NewsPart)one.News)], stop);
            if (fails?.Invoke(number++) == true)
            {
                await Assert.ThrowsAsync<InvalidOperationException>(() => writes!.Run(async (db, stop) =>
                {
                    await Job(db, stop);
                    throw new InvalidOperationException("It breaks at the last.");
                }, default));
            }
            await (writers?.Invoke() ?? writes!).Run(Job, default);
        }
    }

    private static async Task<ForeseenTraces?> Foresee(WireHouse wire, List<Feed> feeds, Labelled[] batch)
    {
        await using var db = wire.House.OpenDb();
        return await Trails.Foresee(db, [.. batch.Select(one => Fingerprint.Of(one.News, feeds[one.Source].SourceId)).OfType<Fingerprint>()], Grouping.Since(wire.Now), default);
    }

    /// <summary>Which items are together, by what they are called: the numbers of groups differ from house to house.</summary>
    private static async Task<Dictionary<string, string>> Groups(WireHouse wire)
    {
        var items = await wire.All<WireItem>();
        var first = items.GroupBy(item => item.GroupId).ToDictionary(group => group.Key!.Value, group => group.Min(item => item.Guid)!);
        return items.ToDictionary(item => item.Guid, item => first[item.GroupId!.Value]);
    }

    /// <summary>The tree has what is taken over and nothing else.</summary>
    private static async Task AssertEachOnce(WireHouse wire)
    {
        var row = Assert.Single(await wire.All<TraceFold>());
        var texts = await wire.All<PrintText>();
        var taken = texts.SelectMany(text => text.Traces.Where(key => text.Number <= row.Folded || (text.Number <= row.Folding && key <= row.Upto)).Select(key => (key, text.Number))).Order();
        Assert.Equal(taken, (await wire.All<PrintTrace>()).Select(trace => (trace.Key, trace.Print)).Order());
    }
}
