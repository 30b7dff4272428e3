using Dateline.Bench.House;
using Dateline.Foundation.Pages;
using Dateline.Foundation.Storage;
using Dateline.Replies;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Bench;

/// <summary>The page of a story with 500 replies and with 10,000: its first page uncached, one at a time and eight, and cached.</summary>
internal static class LongThreads
{
    private const int Each = 1_000;

    public static async Task Run(string[] _)
    {
        foreach (var engine in BenchHouse.Engines)
        {
            await using var house = await BenchHouse.Open(engine, stories: 20, replies: 0);
            await using var db = house.Get<DatelineDbFactory>().Open();
            var stories = await db.Set<Dateline.Stories.Story>().OrderBy(story => story.Id).Take(2).ToListAsync();
            foreach (var (story, count) in stories.Zip([500, 10_000]))
            {
                await Letters.Fill(house, story, count, _ => ReplyState.Published);
                var ask = new Ask(story.Path);
                await Uncached(house, ask, 1, 200);
                var (one, times) = await Uncached(house, ask, 1, Each);
                var cached = await Load.Repeat(house.Address, ask, 8, TimeSpan.FromSeconds(3));
                Report.Line($"{engine}, {count} replies: uncached {one:0}/s, {Report.Spread(times)}; cached {cached:0}/s");
            }
        }
    }

    /// <summary>All pages are forgotten before each.</summary>
    private static async Task<(double PerSecond, List<double> Milliseconds)> Uncached(BenchHouse house, Ask ask, int connections, int count)
    {
        var times = new List<double>();
        for (var at = 0; at < count; at++)
        {
            house.Get<PageCache>().DropAll();
            times.AddRange((await Load.Each(house.Address, [ask], connections)).Milliseconds);
        }
        return (1_000 * count / times.Sum(), times);
    }
}
