using Dateline.Bench.House;

namespace Dateline.Bench;

/// <summary>The benchmarks by name. Each prints its figures as ratios of two things measured in turns in one run.</summary>
internal static class Bench
{
    private static readonly Dictionary<string, Func<string[], Task>> All = new(StringComparer.Ordinal)
    {
        ["pages"] = CachedPages.Run,
        ["uncached"] = UncachedPages.Run,
        ["propagation"] = Propagation.Run,
        ["start"] = Starting.Run,
        ["seed"] = Seeding.Run,
        ["feeds"] = FeedReading.Run,
        ["extract"] = Extraction.Run,
        ["receive"] = Receive.Run,
        ["replies"] = RepliesIn.Run,
        ["threads"] = LongThreads.Run,
        ["queue"] = QueuePages.Run,
        ["spam"] = SpamCaught.Run,
        ["groups"] = Grouped.Run,
    };

    public static async Task<int> Main(string[] args)
    {
        if (args is ["bare", var address]) return await BareServer.Serve(address); // what `start` compares with, a process of its own
        if (args.Length > 0 && !All.ContainsKey(args[0]))
        {
            await Console.Error.WriteLineAsync($"There is no '{args[0]}'. There are: {string.Join(", ", All.Keys)}.");
            return 2;
        }
        Report.Machine();
        foreach (var (name, run) in All.Where(one => args.Length == 0 || one.Key == args[0]))
        {
            Report.Title(name);
            await run(args.Length > 1 ? args[1..] : []);
        }
        return 0;
    }
}
