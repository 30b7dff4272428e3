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

    public uint[] Shingles { get; init; } = [];

    public uint[] Lead { get; init; } = [];

    public uint[] Facts { get; init; } = [];
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
        builder.Property(print => print.Shingles).HasConversion(value => Bytes(value), bytes => Numbers(bytes), Unchanged);
        builder.Property(print => print.Lead).HasConversion(value => Bytes(value), bytes => Numbers(bytes), Unchanged);
        builder.Property(print => print.Facts).HasConversion(value => Bytes(value), bytes => Numbers(bytes), Unchanged);
    }

    /// <summary>They are never changed in place.</summary>
    private static readonly ValueComparer<uint[]> Unchanged = new((a, b) => ReferenceEquals(a, b), numbers => numbers.Length, numbers => numbers);

    // Little-endian, as every machine is that .NET runs on today.
    private static byte[] Bytes(uint[] numbers) => MemoryMarshal.AsBytes(numbers.AsSpan()).ToArray();

    private static uint[] Numbers(byte[] bytes) => MemoryMarshal.Cast<byte, uint>(bytes).ToArray();
}

internal sealed class PrintTraceTable : IEntityTypeConfiguration<PrintTrace>
{
    public void Configure(EntityTypeBuilder<PrintTrace> builder)
    {
        // By print first: what is new goes to the end of it, what is old is forgotten from its beginning.
        builder.ToTable("wire_traces").HasKey(trace => new { trace.Print, trace.Key });
        builder.HasIndex(trace => new { trace.Key, trace.Print });
    }
}

internal static class PrintRetention
{
    /// <summary>How long copies of a story are looked for after it came.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(72);

    public static async Task<int> Forget(DatelineDb db, DateTimeOffset from, DateTimeOffset before, int most, CancellationToken cancel)
    {
        var last = PrintNumber.At(before);
        var traces = await db.Set<PrintTrace>().Where(trace => trace.Print < last).OrderBy(trace => trace.Print).Take(most).ExecuteDeleteAsync(cancel);
        return traces == most ? traces : await db.Set<Print>().Where(print => print.Number < last).OrderBy(print => print.Number).Take(most).ExecuteDeleteAsync(cancel);
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
