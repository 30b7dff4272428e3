using System.Diagnostics;
using Dateline.Bench.Groups;
using Dateline.Bench.House;
using Dateline.Foundation.Storage;
using Dateline.Stories;
using Dateline.Wire;
using Dateline.Wire.Groups;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dateline.Bench;

/// <summary>How well copies of a story are found in a labelled set that nothing was tuned on, and how long a fingerprint takes.</summary>
internal static class Grouped
{
    private const int Stories = 1_500;
    private const int HeldOut = 2_026;
    private const int Rounds = 2_000;

    public static async Task Run(string[] args)
    {
        var seed = args is [var given, ..] && int.TryParse(given, out var number) ? number : HeldOut;
        var set = LabelledStories.Make(seed, Stories);
        foreach (var engine in BenchHouse.Engines)
        {
            await using var house = await BenchHouse.Open(engine, 1, 0, start: false);
            var feeds = await Feeds(house.Get<Writes>());
            var watch = Stopwatch.StartNew();
            var score = await GroupScore.Measure(house.Get<Writes>(), house.Get<DatelineDbFactory>(), feeds, set, TimeProvider.System.Now());
            Report.Line($"{engine}, seed {seed}, {set.Count} items of {Stories} stories in {string.Join(", ", Newsroom.Tongues.Select(tongue => tongue.Code))}, one by one in {watch.Elapsed.TotalSeconds:0.0} s:");
            foreach (var (relation, found) in score.Relations) Report.Line($"  {relation}: {found}");
            Report.Line($"  pairs in one group: {score.Pairs}");
            if (args.Length > 1) foreach (var mistake in score.Mistakes.GroupBy(text => text).OrderByDescending(group => group.Count()).Take(30)) Report.Line($"    {mistake.Count()} × {mistake.Key}");
        }
        Speed(set);
        await Receiving(set);
    }

    /// <summary>The same items by the receive path in batches, as polling takes them.</summary>
    private static async Task Receiving(IReadOnlyList<Labelled> set)
    {
        foreach (var engine in BenchHouse.Engines)
        {
            await using var house = await BenchHouse.Open(engine, 1, 0, start: false);
            var feeds = await Feeds(house.Get<Writes>());
            var words = set.Average(one => Fingerprint.Of(one.News, Guid.Empty)?.Words ?? 0);
            var watch = Stopwatch.StartNew();
            for (var source = 0; source < feeds.Count; source++)
            {
                var intake = new FeedIntake(feeds[source], house.Get<DatelineDbFactory>(), house.Get<Writes>(), TimeProvider.System, NullLogger.Instance);
                foreach (var one in set.Where(one => one.Source == source)) await intake.Take(one.News, CancellationToken.None);
                await intake.Flush(CancellationToken.None);
            }
            Report.Line($"{engine}: {set.Count / watch.Elapsed.TotalSeconds:0} items/s received and grouped, {words:0} words on average");
        }
    }

    internal static async Task<List<Feed>> Feeds(Writes writes) => (await writes.Run((db, _) =>
    {
        var edition = db.Set<Edition>().OrderBy(edition => edition.Position).First().Code;
        var feeds = db.Set<Source>().OrderBy(source => source.Key).Take(LabelledStories.Sources).AsEnumerable()
            .Select(source => new Feed { Id = Guid.CreateVersion7(), SourceId = source.Id, Url = $"https://{source.Key}.example/groups", Edition = edition, Paused = true }).ToList();
        db.AddRange(feeds);
        return Task.FromResult(feeds);
    }, CancellationToken.None)).Value;

    private static void Speed(IReadOnlyList<Labelled> set)
    {
        foreach (var language in set.Select(one => one.News.Language).Distinct())
        {
            var texts = set.Where(one => one.News.Language == language && Fingerprint.Of(one.News, Guid.Empty)?.Words is > 300 and < 900).Select(one => one.News).Take(200).ToList();
            if (texts.Count == 0) continue;
            for (var warm = 0; warm < Rounds; warm++) Fingerprint.Of(texts[warm % texts.Count], Guid.Empty);
            var words = 0L;
            var before = GC.GetAllocatedBytesForCurrentThread();
            var watch = Stopwatch.StartNew();
            for (var round = 0; round < Rounds; round++) words += Fingerprint.Of(texts[round % texts.Count], Guid.Empty)!.Words;
            Report.Line($"fingerprint, {language}: {watch.Elapsed.TotalMicroseconds / words * 500:0} µs for 500 words, {(GC.GetAllocatedBytesForCurrentThread() - before) / words * 500 >> 10} KiB allocated");
        }
    }
}
