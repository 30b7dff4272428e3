using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Foundation.Journal;

/// <summary>
/// Reads the journal onwards, skipping nothing and waiting for nobody: facts beyond a gap are handed out at
/// once, the gap is remembered, looked at again each time, and given up only when every transaction that had
/// begun when it was first seen has ended. A long transaction therefore delays no fact.
/// </summary>
public sealed class JournalCursor(long position)
{
    /// <summary>So many facts beyond the head are read at a time.</summary>
    public const int Batch = 1_000;

    /// <summary>Gaps remembered at most; past that (something is very wrong) the oldest is the one to wait for.</summary>
    private const int MostGaps = 10_000;

    private readonly SortedDictionary<long, ulong> _gaps = []; // position → transactions that may fill it are numbered below this

    private static readonly Compiled<Func<DatelineDb, long, IAsyncEnumerable<JournalEntry>>> Beyond = new(() => EF.CompileAsyncQuery((DatelineDb db, long head) =>
        db.Set<JournalEntry>().Where(entry => entry.Position > head).OrderBy(entry => entry.Position).Take(Batch)));

    /// <summary>The last read gave as many as it could: there may be more.</summary>
    public bool IsBehind { get; private set; }

    /// <summary>The highest position seen.</summary>
    public long Head { get; private set; } = position;

    /// <summary>Everything up to here was handed out or never happened: where a durable follower starts again.</summary>
    public long Settled => _gaps.Count == 0 ? Head : _gaps.Keys.First() - 1;

    public bool HasSeen(long at) => at <= Head && !_gaps.ContainsKey(at);

    /// <summary>Where a follower begins that has no position yet: before all that is kept.</summary>
    public static async Task<long> Beginning(DatelineDb db, CancellationToken cancel)
    {
        var oldest = await db.Set<JournalEntry>().MinAsync(entry => (long?)entry.Position, cancel) ?? 0;
        // What is missing before it may still be in the making, unless it is so much that it was pruned.
        return oldest > MostGaps ? oldest - 1 : 0;
    }

    /// <summary>What is new, in order of position; empty when there is nothing. Call again while it <see cref="IsBehind"/>.</summary>
    public async Task<List<Happened>> Read(DatelineDb db, CancellationToken cancel)
    {
        // The horizon first: a transaction that ended before it is visible to the queries after it.
        var (settled, _) = _gaps.Count > 0 ? await JournalEngine.Horizon(db, cancel) : default;
        var entries = new List<JournalEntry>();
        if (_gaps.Count > 0)
        {
            var open = _gaps.Keys.Take(Batch).ToArray();
            entries.AddRange(await db.Set<JournalEntry>().Where(entry => open.Contains(entry.Position)).ToListAsync(cancel));
        }
        var late = entries.Count;
        await foreach (var entry in Beyond.For(db)(db, Head).WithCancellation(cancel)) entries.Add(entry);
        IsBehind = entries.Count - late == Batch;

        foreach (var entry in entries) _gaps.Remove(entry.Position);
        foreach (var dead in _gaps.Where(gap => gap.Value <= settled).Select(gap => gap.Key).ToList()) _gaps.Remove(dead);
        await NoteGaps(db, entries, cancel);

        return [.. entries.OrderBy(entry => entry.Position).Select(FactNames.Read).OfType<Happened>()];
    }

    private async Task NoteGaps(DatelineDb db, List<JournalEntry> entries, CancellationToken cancel)
    {
        var missing = new List<long>();
        foreach (var entry in entries.Where(entry => entry.Position > Head).OrderBy(entry => entry.Position))
        {
            for (var at = Head + 1; at < entry.Position && missing.Count + _gaps.Count < MostGaps; at++) missing.Add(at);
            if (missing.Count + _gaps.Count >= MostGaps && Head + 1 < entry.Position)
                throw new InvalidOperationException($"The journal has a hole of {entry.Position - Head - 1} positions: no transaction makes that; look at the database."); // better to stop than to skip
            Head = entry.Position;
        }
        if (missing.Count == 0) return;

        var (_, begun) = await JournalEngine.Horizon(db, cancel);
        foreach (var at in missing) _gaps[at] = begun;
    }
}
