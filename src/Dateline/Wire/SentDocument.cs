namespace Dateline.Wire;

/// <summary>
/// A document of which items were taken, byte for byte as it was sent: a letter, a telegram, a file, a push, or what a feed
/// answered when it had news. Kept once, however many items it had, so that each can be read again by newer code.
/// </summary>
public sealed class SentDocument
{
    /// <summary>What is longer isn't kept: by then it is pictures, or a day's whole wire.</summary>
    public const int Longest = 2 << 20;

    public const int LongestCharset = 40;

    public required Guid Id { get; init; }

    public required Guid FeedId { get; init; }

    /// <summary>See <see cref="Wire.Packed"/>.</summary>
    public required byte[] Bytes { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Where it was asked for, which its relative addresses are relative to; null of what was sent unasked.</summary>
    public string? Address { get; init; }

    /// <summary>What the server said of its letters.</summary>
    public string? Charset { get; init; }

    public byte[] Sent() => Packed.Open(Bytes);
}
