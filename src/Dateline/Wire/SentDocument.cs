namespace Dateline.Wire;

/// <summary>
/// A document of which items were taken, byte for byte as it was sent: a letter, a telegram, a file, a push. Kept once, however
/// many items it had, so that each can be read again by newer code. Feeds that are asked can be asked again.
/// </summary>
public sealed class SentDocument
{
    /// <summary>What is longer isn't kept: by then it is pictures, or a day's whole wire.</summary>
    public const int Longest = 2 << 20;

    public required Guid Id { get; init; }

    public required Guid FeedId { get; init; }

    /// <summary>See <see cref="Wire.Packed"/>.</summary>
    public required byte[] Bytes { get; init; }

    public required DateTimeOffset At { get; init; }

    public byte[] Sent() => Packed.Open(Bytes);

    /// <summary>Null when it is longer than what is kept.</summary>
    internal static SentDocument? Of(Feed feed, ReadOnlySpan<byte> bytes, DateTimeOffset now) =>
        bytes.Length > Longest ? null : new() { Id = Guid.CreateVersion7(now), FeedId = feed.Id, Bytes = Packed.Of(bytes), At = now };

    /// <summary>What stands in the stream, which is read from its beginning afterwards.</summary>
    internal static async Task<SentDocument?> Of(Feed feed, Stream document, DateTimeOffset now, CancellationToken cancel)
    {
        if (document.Length > Longest) return null;
        var bytes = new byte[(int)document.Length];
        await document.ReadExactlyAsync(bytes, cancel);
        document.Position = 0;
        return Of(feed, bytes, now);
    }
}
