namespace Dateline.Replies.Moderation;

/// <summary>
/// What somebody did in moderation that was no decision on one reply: a ban, a word, a mode, a reader's standing. Rows are
/// added, never changed, and kept as long as decisions are.
/// </summary>
public sealed class ModerationAct
{
    public const int LongestNote = 1_000;
    public const int LongestTerms = 4_000;

    public required Guid Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid By { get; init; }

    /// <summary>"ban", "ban-lifted", "word", "word-removed", "mode", "standing", "report", "appeal".</summary>
    public required string Act { get; init; }

    /// <summary>What it was done to: a scope, an id, a word. Never an address, nor a key of one.</summary>
    public required string About { get; init; }

    /// <summary>The reply that a ban or a standing was made from, by which the act is found when its writer has that erased; null for all else.</summary>
    public Guid? ReplyId { get; init; }

    /// <summary>What holds from now on, and what held before, as JSON.</summary>
    public string? Terms { get; init; }

    /// <summary>Why, in the person's own words.</summary>
    public string? Note { get; init; }
}

/// <summary>A view of the queue that a moderator comes back to.</summary>
public sealed class SavedView
{
    public const int LongestName = 80;
    public const int LongestQuery = 500;

    public required Guid Id { get; init; }

    /// <summary>Whose; null: everybody's.</summary>
    public Guid? StaffId { get; init; }

    public required string Name { get; set; }

    /// <summary>The query of the queue's address: "show=held&amp;edition=ar".</summary>
    public required string Query { get; set; }

    public int Position { get; set; }
}
