namespace Dateline.Replies.Moderation;

/// <summary>What a moderator made of a reader's report or appeal.</summary>
public enum Outcome
{
    Upheld,
    Dismissed,

    /// <summary>Nobody answered: its writer took the reply back meanwhile, or had it erased.</summary>
    Lapsed,
}

/// <summary>A reader says that a public reply shouldn't be there (a notice, in the words of the Digital Services Act, article 16).</summary>
public sealed class ReplyReport
{
    /// <summary>As long as somebody may complain about what became of it (article 20: six months), and as long again.</summary>
    public static readonly TimeSpan Term = TimeSpan.FromDays(365);
    public const int LongestWords = 2_000;

    public required Guid Id { get; init; }

    public required Guid ReplyId { get; init; }

    /// <summary>One of <see cref="Grounds"/>.</summary>
    public required string Reason { get; init; }

    public string? Words { get; init; }

    /// <summary>A keyed hash of who reported which text, why and in what words, and in which week: what is said twice counts once.</summary>
    public required string ReporterKey { get; init; }

    /// <summary>Where the answer goes, by <see cref="AddressVault"/>; null when none is wanted.</summary>
    public byte[]? EmailCipher { get; set; }

    public required DateTimeOffset At { get; init; }

    public Outcome? Outcome { get; set; }

    public Guid? By { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public int Version { get; set; } = 1;
}

/// <summary>
/// The writer of a reply that isn't public asks that somebody look again. Once for each decision; kept like a report. One that waits is the
/// reply's, wherever others move it meanwhile: whoever answers it answers what was decided last.
/// </summary>
public sealed class Appeal
{
    public static readonly TimeSpan Term = ReplyReport.Term;
    public const int LongestWords = 2_000;
    public const int LongestAnswer = 2_000;

    public required Guid Id { get; init; }

    public required Guid ReplyId { get; init; }

    /// <summary>The decision it was made against; null for a reply that a rule made wait.</summary>
    public Guid? DecisionId { get; init; }

    public required string Words { get; init; }

    public required DateTimeOffset At { get; init; }

    public Outcome? Outcome { get; set; }

    /// <summary>What its writer is told.</summary>
    public string? Answer { get; set; }

    /// <summary>Somebody else than who decided before.</summary>
    public Guid? By { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public int Version { get; set; } = 1;
}
