using System.Runtime.InteropServices;
using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Wire.Groups;

/// <summary>
/// Who left which trace, as far as a batch asks: three questions to the database for all its items, each by an index and
/// with a bounded answer, because a trace takes no more than a few prints.
/// </summary>
internal sealed class Trails(DatelineDb db)
{
    /// <summary>A trace with so many prints takes no more: those it has are enough to be found by.</summary>
    private const int MostPrints = 8;

    /// <summary>And so many of one group, or a story that all carry would hide that others tell the same.</summary>
    private const int MostOfOne = 3;

    /// <summary>A passage in so many groups is background: it belongs to no story.</summary>
    private const int Background = 3;

    /// <summary>A name or number in so many groups tells nothing.</summary>
    private const int Everyday = 5;
    private const int MostCandidates = 8;

    /// <summary>Two facts in common, or anything that is more than a fact, make a candidate.</summary>
    private const int FewestPoints = 2;

    private readonly Dictionary<long, Trail> _trails = [];
    private readonly Dictionary<long, Guid> _groups = [];
    private readonly HashSet<long> _loose = [];
    private readonly Dictionary<long, Print> _prints = [];

    /// <summary>Finds who left traces of these, and the prints of those who left most of them.</summary>
    /// <param name="fresh">The traces that aren't in the tree yet; null where all are.</param>
    /// <param name="foreseen">What the tree said before the write.</param>
    public async Task Find(IReadOnlyCollection<Fingerprint> fingerprints, long since, FreshTraces? fresh, ForeseenTraces? foreseen, CancellationToken cancel)
    {
        var keys = KeysOf(fingerprints);
        if (foreseen is not null && foreseen.Folded == fresh?.Folded)
        {
            var asked = keys.ToHashSet();
            foreach (var (key, print) in foreseen.Rows)
                if (print > since && asked.Contains(key)) Of(key).Prints.Add(print);
        }
        else
            await foreach (var row in InTree(db, keys, since).WithCancellation(cancel)) Of(row.Key).Prints.Add(row.Print);

        fresh?.Find(keys, (key, print) =>
        {
            if (print > since && Of(key).Prints is var prints && !prints.Contains(print)) prints.Add(print); // while they are taken over some stand in both
        });
        if (_trails.Count == 0) return;

        var found = _trails.Values.SelectMany(trail => trail.Prints).Distinct().ToArray();
        foreach (var row in await db.Set<Print>().Where(print => EF.Parameter(found).Contains(print.Number)).Select(print => new { print.Number, print.GroupId, print.Loose }).ToListAsync(cancel))
        {
            _groups[row.Number] = row.GroupId;
            if (row.Loose) _loose.Add(row.Number);
        }
        foreach (var trail in _trails.Values)
        {
            trail.Prints.RemoveAll(print => !_groups.ContainsKey(print)); // forgotten, but for its traces
            trail.Prints.Sort(); // whatever way the database gave them
        }

        var candidates = fingerprints.SelectMany(Ranked).Distinct().ToArray();
        if (candidates.Length == 0) return;
        foreach (var print in await db.Set<Print>().AsNoTracking().Include(print => print.Text).Where(print => EF.Parameter(candidates).Contains(print.Number)).ToListAsync(cancel)) _prints[print.Number] = print;
    }

    /// <summary>
    /// Asks the tree before the write for what the write will ask. A million items' tree is large and its pages are everywhere; on SQLite, where one writes at a
    /// time, the others would wait meanwhile. Until traces are taken over again all that is added since is in the writer's memory; what is forgotten since has no print.
    /// </summary>
    public static async Task<ForeseenTraces?> Foresee(DatelineDb db, IReadOnlyCollection<Fingerprint> fingerprints, long since, CancellationToken cancel)
    {
        if (fingerprints.Count == 0 || await db.Set<TraceFold>().Where(fold => fold.Id == TraceFold.TheOne).Select(fold => (long?)fold.Folded).FirstOrDefaultAsync(cancel) is not { } folded) return null;
        return new(folded, await InTree(db, KeysOf(fingerprints), since).Select(trace => (trace.Key, trace.Print)).ToListAsync(cancel));
    }

    private static long[] KeysOf(IEnumerable<Fingerprint> fingerprints) => [.. fingerprints.SelectMany(fingerprint => fingerprint.Traces).Select(trace => trace.Key).Distinct()];

    private static IAsyncEnumerable<PrintTrace> InTree(DatelineDb db, long[] keys, long since) =>
        db.Set<PrintTrace>().AsNoTracking().Where(trace => EF.Parameter(keys).Contains(trace.Key) && trace.Print > since).AsAsyncEnumerable();

    /// <summary>Those who share most with it.</summary>
    public IEnumerable<Print> Candidates(Fingerprint fingerprint)
    {
        foreach (var number in Ranked(fingerprint))
            if (_prints.TryGetValue(number, out var print)) yield return print;
    }

    /// <summary>Adds a print that was placed; the keys of those of its traces that are to be kept.</summary>
    public IEnumerable<long> Add(Print print, Fingerprint fingerprint)
    {
        _prints[print.Number] = print;
        _groups[print.Number] = print.GroupId;
        if (print.Loose) _loose.Add(print.Number);
        var facts = 0;
        foreach (var trace in fingerprint.Traces.Where(trace => trace.Kept).DistinctBy(trace => trace.Key))
        {
            if (trace.Kind == TraceKind.Fact && (facts == fingerprint.MostFacts || Stories(trace) >= Everyday)) continue;
            if (trace.Kind == TraceKind.Fact) facts++;
            var trail = Of(trace.Key);
            if (trail.Prints.Count >= MostPrints || trail.Prints.Count(known => _groups[known] == print.GroupId) >= MostOfOne) continue;
            trail.Prints.Add(print.Number);
            trail.Stories = 0;
            yield return trace.Key;
        }
    }

    /// <summary>The passages that stand in many stories.</summary>
    public List<int> BackgroundOf(Fingerprint fingerprint) =>
        [.. fingerprint.Traces.Where(trace => trace.Kind == TraceKind.Passage && Stories(trace) >= Background).Select(trace => trace.Part)];

    /// <summary>The facts that stand in many stories.</summary>
    public uint[] EverydayOf(Fingerprint fingerprint) =>
        Sorted.Distinct([.. fingerprint.Traces.Where(trace => trace.Kind == TraceKind.Fact && Stories(trace) >= Everyday).Select(trace => Facts.Bare((uint)trace.Value))]);

    /// <summary>Who has its headline, from its own source.</summary>
    public HashSet<long> SameHeadline(Fingerprint fingerprint) =>
        [.. fingerprint.Traces.Where(trace => trace.Kind == TraceKind.Headline && _trails.ContainsKey(trace.Key)).SelectMany(trace => _trails[trace.Key].Prints)];

    /// <summary>One group came to another.</summary>
    public void Move(Guid from, Guid to)
    {
        foreach (var print in _prints.Values) if (print.GroupId == from) print.GroupId = to;
        foreach (var number in _groups.Where(one => one.Value == from).Select(one => one.Key).ToList()) _groups[number] = to;
        foreach (var trail in _trails.Values) trail.Stories = 0;
    }

    private Trail Of(long key)
    {
        ref var trail = ref CollectionsMarshal.GetValueRefOrAddDefault(_trails, key, out _);
        return trail ??= new Trail();
    }

    private IEnumerable<long> Ranked(Fingerprint fingerprint)
    {
        Dictionary<long, int> points = [];
        foreach (var trace in fingerprint.Traces)
        {
            if (!_trails.TryGetValue(trace.Key, out var trail)) continue;
            var each = trace.Kind switch
            {
                TraceKind.Exact => 100,
                TraceKind.Headline => 50,
                TraceKind.Fact => Stories(trace) >= Everyday ? 0 : 1,
                _ => Stories(trace) >= Background ? 1 : 4,
            };
            if (each == 0) continue;
            foreach (var print in trail.Prints) CollectionsMarshal.GetValueRefOrAddDefault(points, print, out _) += each;
        }
        return points.Where(one => one.Value >= FewestPoints).OrderByDescending(one => one.Value).ThenBy(one => one.Key).Take(MostCandidates).Select(one => one.Key);
    }

    /// <summary>In how many stories it stands. Who is in a group for the event alone counts by itself: what brought it there may have been background.</summary>
    private int Stories(Trace trace)
    {
        if (!_trails.TryGetValue(trace.Key, out var trail)) return 0;
        if (trail.Prints.Count < Background) return trail.Prints.Count;
        if (trail.Stories > 0) return trail.Stories;
        var (groups, alone) = (new HashSet<Guid>(), 0);
        foreach (var print in trail.Prints)
            if (_loose.Contains(print)) alone++;
            else groups.Add(_groups[print]);
        return trail.Stories = groups.Count + alone;
    }

    private sealed class Trail
    {
        public List<long> Prints { get; } = new(2);

        /// <summary>Counted when asked for; 0: not yet.</summary>
        public int Stories { get; set; }
    }
}

/// <summary>What the tree of traces said before a write.</summary>
/// <param name="Folded">Up to which print it had all of them then.</param>
/// <param name="Rows">Who left which trace.</param>
internal sealed record ForeseenTraces(long Folded, IReadOnlyList<(long Key, long Print)> Rows);
