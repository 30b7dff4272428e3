using System.Diagnostics;
using System.Globalization;
using System.Text;
using Dateline.Bench.Groups;
using Dateline.Bench.House;
using Dateline.Formats;
using Dateline.Formats.Rss;
using Dateline.Foundation.Storage;
using Dateline.Wire;
using Dateline.Wire.Groups;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dateline.Bench;

/// <summary>
/// Receiving, durable and with copies grouped. First a feed of 2,000 items in a process that has just started, and the same again, in
/// which nothing is new; then, round after round, the feeds of eight wires at a time, whose stories are those of `groups`.
/// <c>receive 1000000 30</c>: and as many rounds again as are counted, among so many items of the last thirty days; of three, where no number of days is given.
/// </summary>
internal static class Receive
{
    private const int Items = 2_000;
    private const int Stories = 600;
    private const int Rounds = 12;

    public static async Task Run(string[] args)
    {
        var bytes = Encoding.UTF8.GetBytes(FeedReading.Feed(Items));
        var wires = new List<(int Items, byte[][] Feeds)>();
        var archive = args is [var many, ..] ? int.Parse(many, CultureInfo.InvariantCulture) : 0;
        var within = args is [_, var days, ..] ? TimeSpan.FromDays(int.Parse(days, CultureInfo.InvariantCulture)) : PrintRetention.Window;
        for (var round = 0; round < (archive == 0 ? Rounds : Rounds + (Rounds / 2)); round++) wires.Add(await Wires(round + 1));
        foreach (var engine in BenchHouse.Engines)
        {
            await using var house = await BenchHouse.Open(engine, 1, 0, start: false);
            var feeds = await Grouped.Feeds(house.Get<Writes>());
            foreach (var what in new[] { "new", "known" })
            {
                var watch = Stopwatch.StartNew();
                var taken = await Take(house, feeds[0], bytes);
                Report.Line($"{engine}, one feed, just started: {Items / watch.Elapsed.TotalSeconds:0} {what} items/s ({taken} taken)");
            }
            await Say(house, feeds, wires[..Rounds], engine);
            if (archive == 0) continue;
            await OldNews.Fill(house.Get<Writes>(), feeds[0], archive, within, seed: 1, TimeProvider.System.Now(), fresh: FreshTraces.Usual); // so that they are being taken over while it is measured
            await Say(house, feeds, wires[Rounds..], $"{engine}, among {archive:N0} items of {within.TotalDays:0} days");
        }
    }

    private static async Task Say(BenchHouse house, List<Feed> feeds, List<(int Items, byte[][] Feeds)> wires, string where)
    {
        var (rates, costs) = (new List<double>(), new List<double>());
        foreach (var (items, documents) in wires)
        {
            var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            var taken = (await Task.WhenAll(documents.Select((document, source) => Task.Run(() => Take(house, feeds[source], document))))).Sum();
            if (taken != items) throw new InvalidOperationException($"{taken} of {items} items were taken.");
            rates.Add(items / watch.Elapsed.TotalSeconds);
            costs.Add((Environment.CpuUsage.TotalTime - before).TotalMilliseconds / items);
        }
        Report.Line($"{where}, eight wires, {wires[0].Items} items a round of {wires[0].Feeds.Sum(feed => feed.Length) / wires[0].Items} bytes: {string.Join(", ", rates.Select(rate => $"{rate:0}"))} new items/s");
        Report.Line($"{where}, the last {Rounds / 2} rounds: {Report.Share(rates.TakeLast(Rounds / 2), 0.5):0} new items/s, {Report.Share(costs.TakeLast(Rounds / 2), 0.5):0.00} ms of processor an item");
    }

    private static async Task<int> Take(BenchHouse house, Feed feed, byte[] bytes)
    {
        var intake = new FeedIntake(feed, house.Get<DatelineDbFactory>(), house.Get<Writes>(), TimeProvider.System, NullLogger.Instance);
        using var stream = new MemoryStream(bytes);
        await foreach (var part in NewsReader.ReadAsync(stream, WireReading.Options(feed, null, null, null, TimeProvider.System))) await intake.Take(part, CancellationToken.None);
        await intake.Flush(CancellationToken.None);
        return intake.Taken;
    }

    private static async Task<(int Items, byte[][] Feeds)> Wires(int seed)
    {
        var set = LabelledStories.Make(seed, Stories);
        var feeds = new byte[LabelledStories.Sources][];
        for (var source = 0; source < feeds.Length; source++)
        {
            using var feed = new MemoryStream();
            var items = set.Where(one => one.Source == source).Select(one => one.News with { Uri = $"{one.News.Uri}:{seed}" });
            await RssWriter.WriteAsync(feed, new FeedHead { Id = $"urn:wire:{source}", Title = $"Wire {source}", Link = $"https://wire{source}.example/" }, items);
            feeds[source] = feed.ToArray();
        }
        return (set.Count, feeds);
    }
}
