using Dateline.Foundation.Markup;

namespace Dateline.Replies;

public enum ReplyState
{
    Held,
    Published,
    Rejected,
    Spam,
    Withdrawn,
}

/// <summary>A reader's reply. The address is kept encrypted and leaves this class in no public model.</summary>
public sealed class Reply
{
    public required Guid Id { get; init; }

    public required Guid StoryId { get; init; }

    public required string StoryKey { get; init; }

    public required string Edition { get; init; }

    /// <summary>The reply it answers; null for one to the story.</summary>
    public Guid? ParentId { get; init; }

    public required string Name { get; init; }

    /// <summary>The e-mail address, by <see cref="AddressVault"/>.</summary>
    public required byte[] EmailCipher { get; init; }

    /// <summary>http or https.</summary>
    public string? Website { get; init; }

    public required Body Body { get; init; }

    public ReplyState State { get; set; }

    public required DateTimeOffset SubmittedAt { get; init; }

    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>Keyed hash of story, parent, name, address, text and a time window: a repeated POST is the same reply.</summary>
    public required string RepeatKey { get; init; }

    /// <summary>Somebody of ours answered.</summary>
    public bool IsStaff { get; init; }

    public int Version { get; set; } = 1;
}

/// <summary>Who decided what, when and why: append-only.</summary>
public sealed class ReplyDecision
{
    public required Guid Id { get; init; }

    public required Guid ReplyId { get; init; }

    public required ReplyState From { get; init; }

    public required ReplyState To { get; init; }

    /// <summary>Null when a rule decided.</summary>
    public Guid? By { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>How many replies came from one network of readers in one minute; keyed hashes only, pruned after a day.</summary>
public sealed class ReplyCount
{
    public required string Network { get; init; }

    public required long Minute { get; init; }

    public int Count { get; set; }
}

/// <summary>A published reply as the public sees it: there is no address in it to leak.</summary>
public sealed record PublicReply(Guid Id, Guid? ParentId, string Name, string? Website, Body Body, DateTimeOffset At, bool IsStaff);
