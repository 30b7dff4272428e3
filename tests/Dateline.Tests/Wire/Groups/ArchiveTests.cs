using Dateline.Bench.Groups;
using Dateline.Formats;
using Dateline.Foundation.Storage;
using Dateline.Stories;
using Dateline.Tests.House;
using Dateline.Wire;
using Dateline.Wire.Groups;

namespace Dateline.Tests.Wire.Groups;

/// <summary>What was received before doesn't hide a copy and doesn't make its finding dearer. A million items in soak.</summary>
[Trait("Soak", "yes")]
public class ArchiveTests
{
    private const int InSoak = 1_000_000;
    private const int InSuite = 2_000;
    private const int Batch = 50;

    [Fact]
    public async Task Among_many_a_copy_is_found_at_the_same_price()
    {
        await using var wire = await WireHouse.Open();
        var feeds = new List<Feed>();
        for (var n = 0; n < LabelledStories.Sources; n++)
        {
            var source = await wire.Source($"Wire {n}");
            feeds.Add((await wire.House.Writes.Run(async (db, stop) => (await SourceChanges.AddFeed(db, source.Id, $"https://wire{n}.example/feed", "en", 60, null, wire.Now, stop)).Feed!, default)).Value);
        }
        var many = int.TryParse(Environment.GetEnvironmentVariable("DATELINE_SOAK_ITEMS"), out var given) ? given : Soak.IsLong ? InSoak : InSuite;
        var rates = new List<double> { await Receive(wire, feeds, seed: 901) };
        for (var part = 1; part <= 2; part++)
        {
            await OldNews.Fill(wire.House.Writes, feeds[0], many / 2, PrintRetention.Window, seed: part, wire.Now);
            rates.Add(await Receive(wire, feeds, seed: 901 + part));
        }
        Soak.Say($"receiving with 0, {many / 2:N0} and {many:N0} items before: {string.Join(", ", rates.Select(rate => $"{rate:0}"))} items/s");
    }

    /// <summary>Receives a set and looks whether its copies were found; items per second.</summary>
    private static async Task<double> Receive(WireHouse wire, List<Feed> feeds, int seed)
    {
        var set = LabelledStories.Make(seed, 150).Select(one => one with { News = one.News with { Uri = $"{one.News.Uri}:{seed}" } }).ToList();
        var clock = TimeProvider.System;
        var start = clock.GetTimestamp();
        foreach (var ofSource in set.GroupBy(one => one.Source))
            foreach (var batch in ofSource.Chunk(Batch))
                await wire.House.Writes.Run((db, stop) => new Receiving(db, feeds[ofSource.Key], wire.Now).Take([.. batch.Select(one => (NewsPart)one.News)], stop), default);
        var rate = set.Count / clock.GetElapsedTime(start).TotalSeconds;

        await using var db = wire.House.OpenDb();
        var guids = set.Select(one => one.News.Uri!).ToList();
        var groups = db.WireItems.Where(item => guids.Contains(item.Guid)).ToDictionary(item => item.Guid, item => item.GroupId);
        var copies = set.Where(one => one.Truth is Relation.Exact).ToList();
        var found = copies.Count(copy => groups[copy.News.Uri!] == groups[set.First(one => one.Story == copy.Story && one.Truth is null).News.Uri!]);
        Assert.InRange(found, 0.9 * copies.Count, copies.Count);
        return rate;
    }
}
