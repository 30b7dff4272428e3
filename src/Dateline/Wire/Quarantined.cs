using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Wire;

/// <summary>What couldn't be taken: kept with the reason, to be read again by newer code.</summary>
public sealed class Quarantined
{
    public const int LongestRaw = 256 * 1024;

    /// <summary>As much as any transport takes.</summary>
    public const int LongestDocument = 64 << 20;

    /// <summary>All that is kept byte for byte, packed, takes no more than this; the oldest makes room.</summary>
    public const long MostKept = 256L << 20;

    public required Guid Id { get; init; }

    public required Guid FeedId { get; init; }

    public required Guid SourceId { get; init; }

    public required string Reason { get; init; }

    public int Line { get; init; }

    /// <summary>The piece as it was sent, or its beginning.</summary>
    public required string Raw { get; init; }

    /// <summary>Whether all of it is kept, so that it can be read again.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Why not all of it is kept, where there is more to say than that it was too long.</summary>
    public string? Gone { get; init; }

    /// <summary>What is read as bytes, byte for byte: a document that was refused as a whole, a letter, a telegram; null when this is a piece of text. As it is kept: see <see cref="Sent"/>.</summary>
    public byte[]? Document { get; init; }

    /// <summary>False for what was kept before anything was packed.</summary>
    public bool IsPacked { get; init; }

    /// <summary>Nothing is wrong with how it reads: who sent it isn't certain, and a person must say that it may be taken.</summary>
    public bool Held { get; init; }

    public required DateTimeOffset At { get; init; }

    public DateTimeOffset? ReplayedAt { get; set; }

    /// <summary>The document as it came.</summary>
    public byte[]? Sent() => Document is null || !IsPacked ? Document : Packed.Open(Document);

    /// <summary>Within the write that adds so many bytes: what was read again already makes room for them first, then the oldest.</summary>
    internal static async Task MakeRoom(DatelineDb db, long bytes, long most, CancellationToken cancel)
    {
        var kept = db.Set<Quarantined>().Where(row => row.Document != null);
        var over = await kept.SumAsync(row => (long)row.Document!.Length, cancel) + bytes - most;
        if (over <= 0) return;
        var going = new List<Guid>();
        foreach (var row in await kept.OrderBy(row => row.ReplayedAt == null).ThenBy(row => row.At).ThenBy(row => row.Id).Select(row => new { row.Id, row.Document!.Length }).ToListAsync(cancel))
        {
            if (over <= 0) break;
            over -= row.Length;
            going.Add(row.Id);
        }
        var why = N("It made room for what was refused later: such documents may take 256 MB in all.");
        foreach (var some in going.Chunk(500))
            await db.Set<Quarantined>().Where(row => some.Contains(row.Id)).ExecuteUpdateAsync(set => set.SetProperty(row => row.Document, (byte[]?)null).SetProperty(row => row.IsWhole, false).SetProperty(row => row.Gone, why), cancel);
    }
}
