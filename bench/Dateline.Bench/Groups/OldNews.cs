using Dateline.Foundation.Storage;
using Dateline.Wire;
using Dateline.Wire.Groups;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Bench.Groups;

/// <summary>
/// What a house received before, straight into the tables: items with the prints and traces of texts that say nothing
/// that <see cref="LabelledStories"/> say.
/// </summary>
internal static class OldNews
{
    private const int AtOnce = 2_000;
    private const int TracesAtOnce = 50_000;
    private const int TracesOfOne = 26;
    private const int Passes = 4;

    /// <summary>All of it is older than what the house has taken itself: its traces are in the tree, and that is said.</summary>
    private static readonly TimeSpan Ago = TimeSpan.FromHours(1);

    /// <param name="within">All of them came in this time; of those older than copies are looked for there is no print any more.</param>
    /// <param name="fresh">The traces of so many of the latest aren't in the tree yet.</param>
    public static async Task Fill(Writes writes, Feed feed, int items, TimeSpan within, int seed, DateTimeOffset now, int fresh = 0)
    {
        var chance = new Random(seed);
        var (traces, folded) = (new List<(long Key, long Print)>(), 0L);
        for (var done = 0; done < items; done += AtOnce)
        {
            var (rows, prints, texts) = (new List<WireItem>(), new List<Print>(), new List<PrintText>());
            for (var n = done; n < Math.Min(done + AtOnce, items); n++)
            {
                var came = now - Ago - ((within - (2 * Ago)) * (items - n) / items);
                var id = Guid.CreateVersion7(came);
                var number = PrintNumber.Next(came);
                rows.Add(new WireItem { Id = id, GroupId = id, SourceId = feed.SourceId, Guid = $"old:{seed}:{n}", Edition = "en", Headline = "Old news", Number = 1, ReceivedAt = came, ChangedAt = came, Row = number, Words = 400 });
                if (now - came > PrintRetention.Window) continue;
                prints.Add(new Print { Number = number, ItemId = id, GroupId = id, Words = 400, Exact = (ulong)chance.NextInt64() });
                var keys = new long[TracesOfOne];
                for (var trace = 0; trace < keys.Length; trace++) keys[trace] = chance.NextInt64(long.MinValue, long.MaxValue);
                texts.Add(new PrintText { Number = number, Shingles = Some(chance, 380), Lead = Some(chance, 40), Facts = Some(chance, 24), Traces = keys });
                if (n >= items - fresh) continue;
                folded = number;
                traces.AddRange(keys.Select(key => (key, number)));
            }
            await writes.Run(async (db, stop) =>
            {
                await ManyRows.Insert(db, rows, stop);
                await ManyRows.Insert(db, prints, stop);
                await ManyRows.Insert(db, texts, stop);
            }, default);
        }
        var stamp = chance.NextInt64();
        await writes.Run((db, stop) => db.Set<TraceFold>().Where(fold => fold.Folded < folded).ExecuteUpdateAsync(set => set.SetProperty(fold => fold.Folded, folded).SetProperty(fold => fold.Stamp, stamp), stop), default);

        // In the order of their tree: one by one as they came, each would be written to a page of its own. Several times over it, or all its
        // pages would be full, as they never are where rows come one by one.
        for (var pass = 0; pass < Passes; pass++)
        {
            var some = traces.Where((_, at) => at % Passes == pass).Order().ToArray();
            foreach (var few in some.Chunk(TracesAtOnce))
                await writes.Run((db, stop) => ManyRows.Insert(db, [.. few.Select(trace => new PrintTrace { Key = trace.Key, Print = trace.Print })], stop), default);
        }
    }

    private static uint[] Some(Random chance, int count) => Sorted.Distinct([.. Enumerable.Range(0, count).Select(_ => (uint)chance.NextInt64(uint.MaxValue))]);
}
