using Dateline.Bench.House;
using Dateline.Foundation.Pages;
using Dateline.Foundation.Storage;
using Dateline.Replies;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Bench;

/// <summary>The pages of stories with 500 replies and of one with 10,000: the first page uncached, one at a time and several, and cached.</summary>
internal static class LongThreads
{
    private const int Stories = 40;
    private const int Rounds = 25;

    public static async Task Run(string[] _)
    {
        foreach (var engine in BenchHouse.Engines)
        {
            await using var house = await BenchHouse.Open(engine, Stories + 1, replies: 0);
            await using var db = house.Get<DatelineDbFactory>().Open();
            var stories = await db.Set<Dateline.Stories.Story>().OrderBy(story => story.Id).Take(Stories + 1).ToListAsync();
            foreach (var (story, at) in stories.Select((story, at) => (story, at)))
                await Letters.Fill(house, story, at == 0 ? 10_000 : 500, _ => ReplyState.Published, from: at * 10_000);
            await house.Settle();

            var middling = stories.Skip(1).Select(story => new Ask(story.Path)).ToList();
            var longest = Enumerable.Repeat(new Ask(stories[0].Path), Stories).ToList();
            foreach (var asks in new[] { middling, longest }) await Uncached(house, asks, 1); // compiled and warm
            foreach (var (asks, replies) in new[] { (middling, 500), (longest, 10_000) })
            {
                foreach (var connections in asks == middling ? new[] { 1, 4, 8 } : [1])
                {
                    var (rate, times) = await Uncached(house, asks, connections);
                    Report.Line($"{engine}, {replies} replies, uncached, {connections} at a time: {rate:0}/s, {Report.Spread(times)}");
                }
                Report.Line($"{engine}, {replies} replies, cached: {await Load.Repeat(house.Address, asks[0], 8, TimeSpan.FromSeconds(3)):0}/s");
            }
        }
    }

    /// <summary>All pages are forgotten before each round of different stories; before each page where it is one story's.</summary>
    private static async Task<(double PerSecond, List<double> Milliseconds)> Uncached(BenchHouse house, List<Ask> asks, int connections)
    {
        var (times, rates) = (new List<double>(), new List<double>());
        var same = asks.Distinct().Count() == 1;
        for (var round = 0; round < Rounds; round++)
            foreach (var some in asks.Chunk(same ? 1 : asks.Count))
            {
                house.Get<PageCache>().DropAll();
                var (rate, each) = await Load.Each(house.Address, some, connections);
                rates.Add(rate);
                times.AddRange(each);
            }
        return (same ? 1_000 * times.Count / times.Sum() : Report.Share(rates, 0.5), times);
    }
}
