using System.Diagnostics;
using System.Text;
using Dateline.Bench.House;
using Dateline.Formats;
using Dateline.Foundation.Storage;
using Dateline.Stories;
using Dateline.Wire;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dateline.Bench;

/// <summary>Receiving a feed of 2,000 items, durable; then the same feed again, in which nothing is new.</summary>
internal static class Receive
{
    private const int Items = 2_000;

    public static async Task Run(string[] _)
    {
        var bytes = Encoding.UTF8.GetBytes(FeedReading.Feed(Items));
        foreach (var engine in BenchHouse.Engines)
        {
            await using var house = await BenchHouse.Open(engine, 1, 0, start: false);
            var feed = new Feed { Id = Guid.CreateVersion7(), SourceId = Guid.Empty, Url = "https://bench.example/feed", Edition = "en", Paused = true };
            await house.Get<Writes>().Run((db, _) =>
            {
                feed = new Feed { Id = feed.Id, SourceId = db.Set<Source>().OrderBy(source => source.Key).First().Id, Url = feed.Url, Edition = feed.Edition, Paused = true };
                db.Add(feed);
                return Task.CompletedTask;
            }, CancellationToken.None);
            foreach (var what in new[] { "new", "known" })
            {
                var watch = Stopwatch.StartNew();
                var intake = new FeedIntake(feed, house.Get<DatelineDbFactory>(), house.Get<Writes>(), TimeProvider.System, NullLogger.Instance);
                using var stream = new MemoryStream(bytes);
                await foreach (var part in NewsReader.ReadAsync(stream)) await intake.Take(part, CancellationToken.None);
                await intake.Flush(CancellationToken.None);
                Report.Line($"{engine}: {Items / watch.Elapsed.TotalSeconds:0} {what} items/s ({intake.Taken} taken)");
            }
        }
    }
}
