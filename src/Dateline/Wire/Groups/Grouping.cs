using System.Runtime.InteropServices;
using Dateline.Formats;
using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Wire.Groups;

/// <summary>
/// Puts what a batch brought into groups of one story each, within the batch's own write. What it reads is bounded by the
/// batch: a trace keeps so many prints and no more, so neither the archive nor a paragraph that all the world repeats
/// makes it slower. Placing the same again changes nothing.
/// </summary>
internal sealed class Grouping(DatelineDb db, DateTimeOffset now)
{
    /// <summary>A trace with so many prints takes no more: those it has are enough to be found by.</summary>
    private const int MostPrints = 8;

    /// <summary>And so many of one group, or a story that all carry would hide that others tell the same.</summary>
    private const int MostOfOne = 3;

    /// <summary>A passage in so many groups is background: it belongs to no story.</summary>
    private const int Background = 3;

    /// <summary>With less of its own a text is compared whole: it would be like everything.</summary>
    private const int LeastForeground = 20;

    /// <summary>A name or number in so many groups tells nothing.</summary>
    private const int Everyday = 5;
    private const int MostCandidates = 8;

    private readonly Dictionary<Guid, Noted> _noted = [];
    private readonly Dictionary<long, Trail> _traces = [];
    private readonly Dictionary<long, Guid> _groups = [];
    private readonly HashSet<long> _loose = [];
    private readonly Dictionary<long, Print> _prints = [];

    /// <summary>An item that is new or has a new text.</summary>
    public void Note(WireItem item, NewsItem news)
    {
        if (Fingerprint.Of(news, item.SourceId) is { } print) _noted[item.Id] = new Noted(item, print, LeadMark.Of(news.Headline ?? "").Marked);
    }

    public async Task Place(CancellationToken cancel)
    {
        if (_noted.Count == 0) return;
        await ForgetEarlier(cancel);
        await Find(cancel);
        var traces = new List<PrintTrace>(_noted.Count * 26);
        var prints = new List<Print>(_noted.Count);
        foreach (var noted in _noted.Values)
        {
            var print = await Place(noted, cancel);
            prints.Add(_prints[print.Number] = print);
            _groups[print.Number] = print.GroupId;
            if (print.Loose) _loose.Add(print.Number);
            noted.Item.Words = print.Words;
            foreach (var key in noted.Fingerprint.Traces.Where(trace => trace.Kept).Select(trace => trace.Key).Distinct())
            {
                ref var found = ref CollectionsMarshal.GetValueRefOrAddDefault(_traces, key, out _);
                found ??= new Trail();
                if (found.Prints.Count >= MostPrints || found.Prints.Count(known => _groups[known] == print.GroupId) >= MostOfOne) continue;
                found.Prints.Add(print.Number);
                found.Stories = 0;
                traces.Add(new PrintTrace { Print = print.Number, Key = key });
            }
        }
        _noted.Clear();
        await ManyRows.Insert(db, prints, cancel);
        await ManyRows.Insert(db, traces, cancel);
    }

    /// <summary>The prints of earlier texts of these items.</summary>
    private async Task ForgetEarlier(CancellationToken cancel)
    {
        var changed = _noted.Values.Where(noted => noted.Item.Number > 1).Select(noted => noted.Item.Id).ToList();
        if (changed.Count == 0) return;
        var earlier = await db.Set<Print>().Where(print => changed.Contains(print.ItemId)).Select(print => print.Number).ToListAsync(cancel);
        await db.Set<PrintTrace>().Where(trace => earlier.Contains(trace.Print)).ExecuteDeleteAsync(cancel);
        await db.Set<Print>().Where(print => earlier.Contains(print.Number)).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Who left the same traces, and the prints of those who left most of them: one question each for the whole batch.</summary>
    private async Task Find(CancellationToken cancel)
    {
        var keys = _noted.Values.SelectMany(noted => noted.Fingerprint.Traces).Select(trace => trace.Key).Distinct().ToArray();
        var since = PrintNumber.At(now - PrintRetention.Window);
        await foreach (var row in db.Set<PrintTrace>().AsNoTracking().Where(trace => EF.Parameter(keys).Contains(trace.Key) && trace.Print > since).AsAsyncEnumerable().WithCancellation(cancel))
        {
            ref var trail = ref CollectionsMarshal.GetValueRefOrAddDefault(_traces, row.Key, out _);
            (trail ??= new Trail()).Prints.Add(row.Print);
        }
        if (_traces.Count == 0) return;
        var found = _traces.Values.SelectMany(trail => trail.Prints).Distinct().ToArray();
        foreach (var row in await db.Set<Print>().Where(print => EF.Parameter(found).Contains(print.Number)).Select(print => new { print.Number, print.GroupId, print.Loose }).ToListAsync(cancel))
        {
            _groups[row.Number] = row.GroupId;
            if (row.Loose) _loose.Add(row.Number);
        }
        foreach (var trail in _traces.Values)
        {
            trail.Prints.RemoveAll(print => !_groups.ContainsKey(print));
            trail.Prints.Sort(); // whatever way the database gave them
        }
        var candidates = _noted.Values.SelectMany(Candidates).Distinct().ToArray();
        if (candidates.Length == 0) return;
        await foreach (var print in db.Set<Print>().AsNoTracking().Where(print => EF.Parameter(candidates).Contains(print.Number)).AsAsyncEnumerable().WithCancellation(cancel)) _prints[print.Number] = print;
    }

    private IEnumerable<long> Candidates(Noted noted)
    {
        Dictionary<long, int> weights = [];
        foreach (var trace in noted.Fingerprint.Traces)
        {
            if (!_traces.TryGetValue(trace.Key, out var found)) continue;
            var weight = trace.Kind switch { TraceKind.Exact => 100, TraceKind.Headline => 50, TraceKind.Fact => 1, _ => 4 };
            if (trace.Kind is TraceKind.Passage or TraceKind.Shingle && Stories(found) >= Background) weight = 1;
            if (trace.Kind is TraceKind.Fact && Stories(found) >= Everyday) continue;
            foreach (var print in found.Prints) CollectionsMarshal.GetValueRefOrAddDefault(weights, print, out _) += weight;
        }
        return weights.Where(one => one.Value >= 2).OrderByDescending(one => one.Value).ThenBy(one => one.Key).Take(MostCandidates).Select(one => one.Key);
    }

    /// <summary>In how many stories it stands. Who is in a group for the event alone counts by itself: what brought it there may have been background.</summary>
    private int Stories(Trail trail)
    {
        if (trail.Prints.Count < Background) return trail.Prints.Count;
        if (trail.Stories > 0) return trail.Stories;
        var (groups, alone) = (new HashSet<Guid>(), 0);
        foreach (var print in trail.Prints)
            if (_loose.Contains(print)) alone++;
            else groups.Add(_groups[print]);
        return trail.Stories = groups.Count + alone;
    }

    private async Task<Print> Place(Noted noted, CancellationToken cancel)
    {
        var (item, fingerprint) = (noted.Item, noted.Fingerprint);
        var (background, everyday, said) = (BackgroundOf(fingerprint), EverydayOf(fingerprint), SaidBefore(fingerprint));
        var foreground = fingerprint.Shingles(background);
        var print = new Print
        {
            Number = PrintNumber.Next(now),
            ItemId = item.Id,
            GroupId = item.GroupId ?? item.Id,
            Marked = noted.Marked,
            Words = fingerprint.Words,
            Exact = fingerprint.Exact,
            Shingles = foreground.Length >= LeastForeground ? foreground : fingerprint.Shingles([]),
            Lead = fingerprint.Lead(),
            Facts = fingerprint.Facts(background),
        };
        var behind = Sorted.Distinct([.. background.SelectMany(part => fingerprint.Parts[part])]);
        var kin = new List<(Print Of, Kinship Kinship)>();
        foreach (var number in Candidates(noted))
            if (_prints.TryGetValue(number, out var other) && Kinship.Of(print, other, behind, everyday, said.Contains(number) && (print.Marked || other.Marked)) is { } kinship) kin.Add((other, kinship));

        var close = kin.Where(one => one.Kinship.Relation != Relation.SameEvent)
            .OrderBy(one => one.Kinship.Relation != Relation.Exact).ThenByDescending(one => one.Kinship.Shared).ThenByDescending(one => one.Of.Words).ThenBy(one => one.Of.Number).ToList();
        if (close is [var best, ..])
        {
            item.Relation = best.Kinship.Relation;
            print.Loose = best.Of.Loose;
            await Join(print, best.Of.GroupId, item.Number == 1, cancel);
            // What is close to two groups shows that they are one, if they say so themselves: not a round-up that holds two stories.
            foreach (var (other, _) in close.Where(one => !one.Of.Loose && Facts.Of(one.Of.Facts, best.Of.Facts, everyday).TellOneEvent)) await Join(print, other.GroupId, item.Number == 1, cancel);
        }
        else if (item.Number == 1 && kin.Where(one => !one.Of.Loose).OrderByDescending(one => one.Kinship.Shared).ThenBy(one => one.Of.Number).FirstOrDefault().Of is { } told)
        {
            (item.Relation, print.Loose) = (Relation.SameEvent, true);
            await Join(print, told.GroupId, isNew: true, cancel);
        }
        item.GroupId = print.GroupId;
        return print;
    }

    /// <summary>The passages that stand in many groups.</summary>
    private List<int> BackgroundOf(Fingerprint fingerprint) =>
        [.. fingerprint.Traces.Where(trace => trace.Kind == TraceKind.Passage && _traces.TryGetValue(trace.Key, out var found) && Stories(found) >= Background).Select(trace => trace.Part)];

    private uint[] EverydayOf(Fingerprint fingerprint) =>
        [.. fingerprint.Traces.Where(trace => trace.Kind == TraceKind.Fact && _traces.TryGetValue(trace.Key, out var found) && Stories(found) >= Everyday).Select(trace => Facts.Bare((uint)trace.Value)).Distinct().Order()];

    private HashSet<long> SaidBefore(Fingerprint fingerprint) =>
        [.. fingerprint.Traces.Where(trace => trace.Kind == TraceKind.Headline && _traces.ContainsKey(trace.Key)).SelectMany(trace => _traces[trace.Key].Prints)];

    /// <summary>The earlier of two groups stays; the other's members come over.</summary>
    private async Task Join(Print print, Guid group, bool isNew, CancellationToken cancel)
    {
        if (print.GroupId == group) return;
        if (isNew && print.GroupId == print.ItemId)
        {
            print.GroupId = group;
            return;
        }
        var (stays, goes) = print.GroupId.CompareTo(group) < 0 ? (print.GroupId, group) : (group, print.GroupId);
        print.GroupId = stays;
        await db.Set<WireItem>().Where(item => item.GroupId == goes).ExecuteUpdateAsync(set => set.SetProperty(item => item.GroupId, stays), cancel);
        await db.Set<Print>().Where(other => other.GroupId == goes).ExecuteUpdateAsync(set => set.SetProperty(other => other.GroupId, stays), cancel);
        foreach (var item in db.Set<WireItem>().Local.Where(item => item.GroupId == goes)) item.GroupId = stays;
        foreach (var other in _prints.Values.Where(other => other.GroupId == goes)) other.GroupId = stays;
        foreach (var (number, _) in _groups.Where(one => one.Value == goes).ToList()) _groups[number] = stays;
        foreach (var trail in _traces.Values) trail.Stories = 0;
    }

    /// <summary>Who left a trace.</summary>
    private sealed class Trail
    {
        public List<long> Prints { get; } = new(2);

        /// <summary>Counted when asked for; 0: not yet.</summary>
        public int Stories { get; set; }
    }

    private sealed record Noted(WireItem Item, Fingerprint Fingerprint, bool Marked);
}
