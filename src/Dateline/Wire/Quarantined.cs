namespace Dateline.Wire;

/// <summary>What couldn't be taken: kept with the reason, to be read again by newer code.</summary>
public sealed class Quarantined
{
    public const int LongestRaw = 256 * 1024;

    public const int LongestDocument = 1 << 20;

    public required Guid Id { get; init; }

    public required Guid FeedId { get; init; }

    public required Guid SourceId { get; init; }

    public required string Reason { get; init; }

    public int Line { get; init; }

    /// <summary>The piece as it was sent, or its beginning.</summary>
    public required string Raw { get; init; }

    /// <summary>Whether <see cref="Raw"/> is all of it, so that it can be read again.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Why not all of it is kept, where there is more to say than that it was too long.</summary>
    public string? Gone { get; init; }

    /// <summary>What is read as bytes, byte for byte: a document that was refused as a whole, a letter, a telegram; null when this is a piece of text.</summary>
    public byte[]? Document { get; init; }

    /// <summary>False for what was kept before anything was packed.</summary>
    public bool IsPacked { get; init; }

    /// <summary>Nothing is wrong with how it reads: who sent it isn't certain, and a person must say that it may be taken.</summary>
    public bool Held { get; init; }

    public required DateTimeOffset At { get; init; }

    public DateTimeOffset? ReplayedAt { get; set; }
}
