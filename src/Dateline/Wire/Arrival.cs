namespace Dateline.Wire;

/// <summary>A document while it is read: its bytes are packed and kept when the first of its items turns out to be new, and most polls bring none.</summary>
internal sealed class Arrival(Feed feed, byte[] bytes, DateTimeOffset now, Uri? address = null, string? charset = null)
{
    private readonly Lazy<SentDocument> _kept = new(() => new()
    {
        Id = Guid.CreateVersion7(now),
        FeedId = feed.Id,
        Bytes = Wire.Packed.Of(bytes),
        At = now,
        Address = address is { AbsoluteUri: { Length: <= Feed.LongestUrl } uri } ? uri : null,
        Charset = charset is { Length: <= SentDocument.LongestCharset } ? charset : null,
    });

    /// <summary>Packs it the first time. Outside of a write: on SQLite all others wait for one.</summary>
    public SentDocument Kept => _kept.Value;

    /// <summary>Null when it is longer than what is kept.</summary>
    /// <param name="address">See <see cref="SentDocument.Address"/>.</param>
    public static Arrival? Of(Feed feed, byte[] bytes, DateTimeOffset now, Uri? address = null) => bytes.Length > SentDocument.Longest ? null : new(feed, bytes, now, address);

    /// <summary>What stands in the stream, which is read from its beginning afterwards.</summary>
    public static async Task<Arrival?> Of(Feed feed, Stream document, DateTimeOffset now, CancellationToken cancel)
    {
        if (document.Length > SentDocument.Longest) return null;
        var bytes = new byte[(int)document.Length];
        await document.ReadExactlyAsync(bytes, cancel);
        document.Position = 0;
        return new(feed, bytes, now);
    }
}
