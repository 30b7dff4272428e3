using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dateline.Wire.Groups;

/// <summary>An item's fingerprint, kept for the time in which copies of it may come.</summary>
internal sealed class Print
{
    /// <summary>Its age and its name: see <see cref="PrintNumber"/>.</summary>
    public required long Number { get; init; }

    public required Guid ItemId { get; init; }

    public required Guid GroupId { get; set; }

    /// <summary>In its group for the event alone. Others of the event aren't joined to it, or one round-up would bring all news of a day together.</summary>
    public bool Loose { get; set; }

    /// <summary>Its headline said that it replaces another.</summary>
    public bool Marked { get; init; }

    public int Words { get; init; }

    public ulong Exact { get; init; }

    /// <summary>Beside it and not in it: how many stories a trace is in is asked of hundreds of prints, what they said of a few.</summary>
    public PrintText Text { get; set; } = null!;
}

/// <summary>What a print is compared by.</summary>
internal sealed class PrintText
{
    public required long Number { get; init; }

    public uint[] Shingles { get; init; } = [];

    public uint[] Lead { get; init; } = [];

    public uint[] Facts { get; init; } = [];

    /// <summary>The keys of the traces that it left, to forget them by.</summary>
    public long[] Traces { get; set; } = [];
}

/// <summary>One thing that a print is found by.</summary>
internal sealed class PrintTrace
{
    public required long Print { get; init; }

    public required long Key { get; init; }
}

internal sealed class PrintTable : IEntityTypeConfiguration<Print>
{
    public void Configure(EntityTypeBuilder<Print> builder)
    {
        builder.ToTable("wire_prints").HasKey(print => print.Number);
        builder.Property(print => print.Number).ValueGeneratedNever();
        builder.HasIndex(print => print.ItemId);
        builder.HasIndex(print => print.GroupId);
        builder.Property(print => print.Exact).HasConversion(value => (long)value, value => (ulong)value);
    }
}

internal sealed class PrintTextTable : IEntityTypeConfiguration<PrintText>
{
    public void Configure(EntityTypeBuilder<PrintText> builder)
    {
        builder.ToTable("wire_print_texts").HasKey(text => text.Number);
        builder.Property(text => text.Number).ValueGeneratedNever();
        builder.HasOne<Print>().WithOne(print => print.Text).HasForeignKey<PrintText>(text => text.Number);
        builder.Property(text => text.Shingles).HasConversion(value => Bytes(value), bytes => Numbers(bytes), Unchanged);
        builder.Property(text => text.Lead).HasConversion(value => Bytes(value), bytes => Numbers(bytes), Unchanged);
        builder.Property(text => text.Facts).HasConversion(value => Bytes(value), bytes => Numbers(bytes), Unchanged);
        builder.Property(text => text.Traces).HasConversion(value => BigEndian(value), bytes => Keys(bytes), new ValueComparer<long[]>((a, b) => ReferenceEquals(a, b), keys => keys.Length, keys => keys));
    }

    /// <summary>They are never changed in place.</summary>
    private static readonly ValueComparer<uint[]> Unchanged = new((a, b) => ReferenceEquals(a, b), numbers => numbers.Length, numbers => numbers);

    // Big-endian: both engines can make these bytes of rows, which the migration did.
    private static byte[] BigEndian(long[] keys)
    {
        var bytes = new byte[keys.Length * sizeof(long)];
        for (var n = 0; n < keys.Length; n++) BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(n * sizeof(long)), keys[n]);
        return bytes;
    }

    private static long[] Keys(byte[] bytes)
    {
        var keys = new long[bytes.Length / sizeof(long)];
        for (var n = 0; n < keys.Length; n++) keys[n] = BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(n * sizeof(long)));
        return keys;
    }

    // Little-endian, as every machine is that .NET runs on today.
    private static byte[] Bytes(uint[] numbers) => MemoryMarshal.AsBytes(numbers.AsSpan()).ToArray();

    private static uint[] Numbers(byte[] bytes) => MemoryMarshal.Cast<byte, uint>(bytes).ToArray();
}

internal sealed class PrintTraceTable : IEntityTypeConfiguration<PrintTrace>
{
    public void Configure(EntityTypeBuilder<PrintTrace> builder)
    {
        // One tree and no other (on SQLite the table itself, WITHOUT ROWID): each trace that comes changes a page somewhere in it.
        builder.ToTable("wire_traces").HasKey(trace => new { trace.Key, trace.Print });
    }
}

internal static class PrintRetention
{
    /// <summary>How long copies of a story are looked for after it came.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(72);

    /// <summary>Prints whose traces are deleted with one statement.</summary>
    private const int AtOnce = 50;

    public static async Task<int> Forget(DatelineDb db, DateTimeOffset from, DateTimeOffset before, int most, CancellationToken cancel)
    {
        var last = PrintNumber.At(before);
        var old = await db.Set<PrintText>().Where(text => text.Number < last).OrderBy(text => text.Number).Take(most).Select(text => new { text.Number, text.Traces }).ToListAsync(cancel);
        foreach (var some in old.Chunk(AtOnce)) await Forget(db, [.. some.Select(text => text.Number)], [.. some.SelectMany(text => text.Traces)], cancel);
        return old.Count;
    }

    /// <summary>Forgets these with their traces.</summary>
    public static async Task Forget(DatelineDb db, long[] prints, long[] traces, CancellationToken cancel)
    {
        await FreshTraces.Changed(db, cancel);
        await db.Set<PrintTrace>().Where(trace => EF.Parameter(traces).Contains(trace.Key) && EF.Parameter(prints).Contains(trace.Print)).ExecuteDeleteAsync(cancel);
        await db.Set<Print>().Where(print => EF.Parameter(prints).Contains(print.Number)).ExecuteDeleteAsync(cancel); // and their texts
    }
}

/// <summary>
/// Numbers that tell the millisecond and, in their last twenty bits, one of a million in it. Two nodes begin to count at
/// random; should they meet, the write that comes second is run again, as any that somebody was quicker than.
/// </summary>
internal static class PrintNumber
{
    private const int CountBits = 20;
    private static int _count = Random.Shared.Next();

    public static long Next(DateTimeOffset now) => At(now) | ((uint)Interlocked.Increment(ref _count) & ((1 << CountBits) - 1));

    /// <summary>The first of a moment.</summary>
    public static long At(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds() << CountBits;
}
