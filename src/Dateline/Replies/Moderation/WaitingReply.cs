using Dateline.Foundation.Markup;
using Dateline.Replies.Screening;

namespace Dateline.Replies.Moderation;

/// <summary>A reply as a moderator sees it: with its story, whom it answers, what its writer wrote else, what was found in it, and who decided what before. No address.</summary>
public sealed record WaitingReply(Guid Id, string Name, string? Website, Body Body, DateTimeOffset At, AnsweredReply? Answers, WaitingStory Story, PastDecision? Decision)
{
    public required ReplyState State { get; init; }

    public required IReadOnlyList<Finding> Findings { get; init; }

    public required ReplyMarks Marks { get; init; }

    /// <summary>Of the same address; null when the address isn't known (any more).</summary>
    public SenderRecord? Sender { get; init; }

    /// <summary>Until when a ban holds that was made from this reply; long ago where there is none.</summary>
    public DateTimeOffset BannedUntil { get; init; }

    /// <summary>Reports of readers that nobody has looked at.</summary>
    public int Reports { get; init; }

    public ReplyPlace Place => new(At, Id);

    /// <summary>When its writer last changed it.</summary>
    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>What a verdict is on.</summary>
    internal SeenReply Seen => new(Id, SeenReply.TextOf(EditedAt));

    /// <summary>What spoke against it: of the findings those that aren't a mere pass.</summary>
    public IEnumerable<Finding> Against => Findings.Where(finding => finding.Says != Says.Pass);
}

/// <summary>What a reply is beside its words.</summary>
public sealed record ReplyMarks(int Links, bool IsQuestion, bool IsStaff, bool IsPicked, bool IsPinned, bool IsEdited, bool IsErased, bool IsVerified);

/// <summary>The reply that is answered.</summary>
public sealed record AnsweredReply(Guid Id, string Name, Body Body);

public sealed record WaitingStory(Guid Id, string Key, string Path, string Headline, string? Summary, string Language, bool Killed);

/// <summary>What became of the latest other replies from the same address, at most <see cref="MostCounted"/>.</summary>
public sealed record SenderRecord(int Waiting, int Published, int Rejected, int Spam)
{
    public const int MostCounted = 100;

    public int All => Waiting + Published + Rejected + Spam;
}

/// <param name="By">Null when a rule decided.</param>
/// <param name="Rule">One of <see cref="Rules"/>, or of a phase.</param>
/// <param name="Reason">One of <see cref="Grounds"/>.</param>
public sealed record PastDecision(ReplyState To, string? By, string? Rule, int? RuleVersion, string? Reason, DateTimeOffset At);
