using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dateline.Wire.Groups;

/// <summary>
/// The traces of the latest prints, which aren't in the tree yet. Each of an item's traces belongs somewhere else in the tree: written as it comes, it costs a page of its
/// own, and among a million items that was more than half of what receiving one cost. So where one writes for all, they are kept in its memory, and in the
/// database beside their prints alone; once there are enough of them they are taken over in the order of the tree, a part with each batch, many to a page.
/// </summary>
/// <remarks>
/// What is in memory is a copy of what the database says: prints above <see cref="TraceFold.Folded"/>, with their keys. A stamp tells whether it still is one; after a
/// job that was rolled back, another process's write or a start it is read anew.
/// </remarks>
internal sealed class FreshTraces
{
    /// <summary>An item leaves some 26: so the taking over is done before as many came again.</summary>
    private const int RowsForAnItem = 40;
    private const int FewestRows = 512;

    private readonly Dictionary<long, long[]> _prints = [];
    private readonly Dictionary<long, long> _traces = [];

    /// <summary>The second print of a key, and those after it: few keys have more than one.</summary>
    private readonly Dictionary<long, List<long>> _more = [];
    private TraceFold _row = null!;
    private long _stamp;
    private long _highest;

    private (long Key, long Print)[] _order = [];
    private int _at;
    private (long Folding, long? Upto)? _ordered;

    /// <summary>With so many prints they begin to be taken over: the more there are, the more of them share a page. Some 50 bytes a trace, so fifty megabytes, and at most
    /// eighty until it is done; only a house that receives as much within three days comes to it.</summary>
    public int FoldFrom { get; set; } = Usual;

    internal const int Usual = 40_000;

    /// <summary>The traces of prints up to this number are in the tree.</summary>
    public long Folded => _row.Folded;

    /// <summary>As the database says within this write; null where there are many writers: there all traces stand in the tree.</summary>
    public static async Task<FreshTraces?> Open(DatelineDb db, CancellationToken cancel)
    {
        if (db.Memory?.Of<FreshTraces>() is not { } fresh) return null;
        await fresh.Read(db, cancel);
        return fresh;
    }

    /// <summary>Prints were deleted: whoever has a copy reads it anew.</summary>
    public static async Task Changed(DatelineDb db, CancellationToken cancel)
    {
        if (db.Memory is null) return;
        var stamp = NewStamp();
        await db.Set<TraceFold>().ExecuteUpdateAsync(set => set.SetProperty(fold => fold.Stamp, stamp), cancel);
    }

    public void Find(long[] keys, Action<long, long> found)
    {
        foreach (var key in keys)
        {
            if (!_traces.TryGetValue(key, out var first)) continue;
            found(key, first);
            if (_more.TryGetValue(key, out var others)) foreach (var print in others) found(key, print);
        }
    }

    /// <summary>A number above those that are taken over, whatever the clock says: what is below is looked for in the tree alone.</summary>
    public long Next(DateTimeOffset now)
    {
        var number = PrintNumber.Next(now);
        return number > Math.Max(_row.Folded, _row.Folding ?? 0) ? number : ++_highest;
    }

    /// <summary>These are in the database, with their texts.</summary>
    public async Task Add(DatelineDb db, IReadOnlyCollection<Print> prints, CancellationToken cancel)
    {
        _stamp = 0;
        foreach (var print in prints) Keep(print.Number, print.Text.Traces);
        await Fold(db, prints.Count, cancel);
        _row.Stamp = _stamp = NewStamp();
    }

    /// <summary>The print is deleted within this write. Until the write has added its own nobody knows whether it will be: what is rolled back is read anew.</summary>
    public void Forget(long print)
    {
        _stamp = 0;
        Drop(print);
    }

    private void Drop(long print)
    {
        if (!_prints.Remove(print, out var keys)) return;
        foreach (var key in keys)
        {
            var others = _more.GetValueOrDefault(key);
            if (_traces.TryGetValue(key, out var first) && first != print) others?.Remove(print);
            else if (others is not { Count: > 0 }) _traces.Remove(key);
            else
            {
                _traces[key] = others[^1];
                others.RemoveAt(others.Count - 1);
            }
            if (others is { Count: 0 }) _more.Remove(key);
        }
    }

    private async Task Read(DatelineDb db, CancellationToken cancel)
    {
        if (await db.Set<TraceFold>().FindAsync([TraceFold.TheOne], cancel) is not { } row) // a job may receive more than once: then it is the one that is to be saved
        {
            // What was written before there was this has its traces in the tree.
            row = new TraceFold { Id = TraceFold.TheOne, Folded = await db.Set<Print>().MaxAsync(print => (long?)print.Number, cancel) ?? 0 };
            db.Add(row);
        }
        _row = row;
        _highest = Math.Max(_highest, Math.Max(row.Folded, row.Folding ?? 0));
        if (_stamp != 0 && row.Stamp == _stamp) return;

        var folded = row.Folded;
        var there = (await db.Set<Print>().Where(print => print.Number > folded).Select(print => print.Number).ToListAsync(cancel)).ToHashSet();
        foreach (var gone in _prints.Keys.Where(number => !there.Contains(number)).ToList()) Drop(gone);
        there.ExceptWith(_prints.Keys);
        foreach (var some in there.Chunk(FewestRows))
            foreach (var text in await db.Set<PrintText>().Where(text => EF.Parameter(some).Contains(text.Number)).Select(text => new { text.Number, text.Traces }).ToListAsync(cancel)) Keep(text.Number, text.Traces);
    }

    private void Keep(long print, long[] keys)
    {
        _prints[print] = keys;
        _highest = Math.Max(_highest, print);
        foreach (var key in keys)
        {
            if (_traces.TryAdd(key, print)) continue;
            if (!_more.TryGetValue(key, out var others)) _more[key] = others = new(1);
            others.Add(print);
        }
    }

    /// <summary>Takes a part of them over into the tree, in its order, as large as what came.</summary>
    private async Task Fold(DatelineDb db, int items, CancellationToken cancel)
    {
        if (_row.Folding is not { } folding)
        {
            if (_prints.Count < FoldFrom) return;
            (_row.Folding, _row.Upto) = (folding = _highest, null);
        }
        if (_ordered != (folding, _row.Upto)) Order(folding, _row.Upto);

        var end = Math.Min(_order.Length, _at + Math.Max(FewestRows, items * RowsForAnItem));
        while (end > _at && end < _order.Length && _order[end].Key == _order[end - 1].Key) end++; // a key is taken over whole
        await ManyRows.Insert(db, [.. _order[_at..end].Where(row => _prints.ContainsKey(row.Print)).Select(row => new PrintTrace { Key = row.Key, Print = row.Print })], cancel);
        if (end < _order.Length)
        {
            (_at, _row.Upto) = (end, _order[end - 1].Key);
            _ordered = (folding, _row.Upto);
            return;
        }
        (_row.Folded, _row.Folding, _row.Upto) = (folding, null, null);
        (_order, _ordered) = ([], null);
        foreach (var print in _prints.Keys.Where(number => number <= folding).ToList()) Drop(print);
    }

    private void Order(long folding, long? upto)
    {
        _order = [.. _prints.Where(print => print.Key <= folding).SelectMany(print => print.Value.Where(key => upto is null || key > upto).Select(key => (key, print.Key))).Order()];
        (_at, _ordered) = (0, (folding, upto));
    }

    private static long NewStamp() => Random.Shared.NextInt64(1, long.MaxValue);
}

/// <summary>How far the traces of prints are in their tree. One row.</summary>
internal sealed class TraceFold
{
    public const int TheOne = 1;

    public required int Id { get; init; }

    /// <summary>The traces of prints up to this number are in the tree.</summary>
    public long Folded { get; set; }

    /// <summary>Those of prints up to this one are being taken over; null: none are.</summary>
    public long? Folding { get; set; }

    /// <summary>Of these the keys up to this one are there; null: none yet.</summary>
    public long? Upto { get; set; }

    /// <summary>Another with each change of what isn't in the tree.</summary>
    public long Stamp { get; set; }
}

internal sealed class TraceFoldTable : IEntityTypeConfiguration<TraceFold>
{
    public void Configure(EntityTypeBuilder<TraceFold> builder)
    {
        builder.ToTable("wire_trace_folds").HasKey(fold => fold.Id);
        builder.Property(fold => fold.Id).ValueGeneratedNever();
    }
}
