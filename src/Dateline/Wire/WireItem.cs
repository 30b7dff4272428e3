using Dateline.Formats;
using Dateline.Wire.Groups;

namespace Dateline.Wire;

public enum DeskState
{
    Waiting,
    PickedUp,
    Spiked,
}

/// <summary>A story as a source sends it, through all its versions. Its identity is the source and the source's own guid.</summary>
public sealed class WireItem
{
    public const int LongestGuid = 400;

    public required Guid Id { get; init; }

    public required Guid SourceId { get; init; }

    public required string Guid { get; init; }

    public required string Edition { get; init; }

    public required string Headline { get; set; }

    public string? Summary { get; set; }

    public string? Language { get; set; }

    public string? Link { get; set; }

    /// <summary>The latest version's number; 0 when only its withdrawal has come.</summary>
    public int Number { get; set; }

    /// <summary>The number the source gives its latest version; null where it doesn't count.</summary>
    public long? SourceVersion { get; set; }

    /// <summary>The time the source gives its latest version.</summary>
    public DateTimeOffset? SourceUpdatedAt { get; set; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>The content hash of what the feed said last: the latest version may have the text of its page besides.</summary>
    public string Hash { get; set; } = "";

    /// <summary>The feed that sent the latest version: a source may send one item by several, each a little different.</summary>
    public Guid? FeedId { get; set; }

    /// <summary>Withheld: until the source releases it with a newer version. Canceled: for good.</summary>
    public PubStatus Status { get; set; }

    /// <summary>When the source withdrew it; null while it may be used.</summary>
    public DateTimeOffset? KilledAt { get; set; }

    public string? KillReason { get; set; }

    public bool Urgent { get; set; }

    /// <summary>The source says of its latest version that it puts a mistake right: its own, or that of what others carry too.</summary>
    public bool Corrects { get; set; }

    public DeskState Desk { get; set; }

    /// <summary>What was made of it, also while it waits again because its source corrected it.</summary>
    public Guid? StoryId { get; set; }

    public Guid? PictureId { get; set; }

    /// <summary>The story that this and others carry: the id of the first of them, its own while it is alone. Null: it came before groups were made.</summary>
    public Guid? GroupId { get; set; }

    /// <summary>How it is related to what was in its group when it came; null for the first.</summary>
    public Relation? Relation { get; set; }

    /// <summary>The words of its latest text, as they were compared; 0 when there was too little of it.</summary>
    public int Words { get; set; }

    /// <summary>Grows with each change anywhere in the wire: what the live inbox asks after.</summary>
    public long Row { get; set; }

    /// <summary>The row at which the desk decided on it; what is changed in the same story after that is new to it. Null until it decided, and after it took that back.</summary>
    public long? DecidedRow { get; set; }

    /// <summary>Its own source put it right after the desk had decided on it, and nobody has looked since.</summary>
    public bool IsCorrectedSince => Desk == DeskState.Waiting && DecidedRow is not null;
}

/// <summary>One version of an item: what came, and how it was read.</summary>
public sealed class WireVersion
{
    public required Guid ItemId { get; init; }

    public required int Number { get; init; }

    /// <summary>See <see cref="ContentHash"/>.</summary>
    public required string Hash { get; init; }

    /// <summary>The entry as it was sent; null when larger than we keep.</summary>
    public string? Raw { get; set; }

    public required NewsItem News { get; init; }

    /// <summary>The <see cref="SentDocument"/> it was read from, while that is kept; null where none was sent.</summary>
    public Guid? DocumentId { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }
}
