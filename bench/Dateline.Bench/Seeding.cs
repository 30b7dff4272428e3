using System.Diagnostics;
using System.Globalization;
using Dateline.Bench.House;
using Dateline.Operating;

namespace Dateline.Bench;

/// <summary><c>dateline seed</c>: seconds for so many stories (100,000 unless told) with 20 replies each.</summary>
internal static class Seeding
{
    public static async Task Run(string[] args)
    {
        var stories = args is [var given, ..] ? int.Parse(given, CultureInfo.InvariantCulture) : 100_000;
        foreach (var engine in BenchHouse.Engines)
        {
            await using var house = await BenchHouse.Open(engine, 0, 0, start: false);
            var watch = Stopwatch.StartNew();
            await Seed.Run(house.App.Services, stories, replies: 20, sources: 50, seed: 1, CancellationToken.None);
            Report.Line($"{engine}: {watch.Elapsed.TotalSeconds:0} s, {stories * 21L / watch.Elapsed.TotalSeconds:0} stories and replies a second");
        }
    }
}
