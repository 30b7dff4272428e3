using Dateline.Foundation.Storage;
using Dateline.Replies.Moderation;
using Dateline.Replies.Screening;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Own;

/// <summary>A reply as its writer sees it: where it is, why, and what can be done.</summary>
/// <param name="Decision">The last one, when there was one.</param>
/// <param name="Appeal">The writer's, when it waits, or was answered with the last decision or since.</param>
public sealed record OwnReply(Reply Reply, ReplyDecision? Decision, Appeal? Appeal)
{
    /// <summary>So long after it was sent may a reply be changed: for the slip that one sees at once, not to turn what others have answered.</summary>
    public static readonly TimeSpan ChangeWindow = TimeSpan.FromMinutes(15);

    public bool CanChange(DateTimeOffset now) => Reply.State is ReplyState.Held or ReplyState.Published && now < Reply.SubmittedAt + ChangeWindow;

    /// <summary>Nobody has decided against it: a moderator reads it anyway.</summary>
    public bool Waits => Reply.State == ReplyState.Held;

    public bool CanWithdraw => Reply.State is ReplyState.Held or ReplyState.Published;

    public bool CanAppeal => Appeal is null && Reply.State is ReplyState.Rejected or ReplyState.Spam or ReplyState.Held;

    /// <summary>It had been public: to say that it wasn't published would be untrue.</summary>
    private bool IsTakenDown => Reply.PublishedAt is not null && Reply.State is ReplyState.Rejected or ReplyState.Spam;

    /// <summary>The appeal that was answered with "it stays as it was".</summary>
    public Appeal? Dismissed => Appeal is { Outcome: Outcome.Dismissed } appeal ? appeal : null;

    /// <summary>The key of the sentence that says who answered the appeal: a person, and where a person decided before, whether it was another one.</summary>
    public string AnsweredKey => Decision?.By is { } before && before != Dismissed?.By ? "own.appeal.by.other" : "own.appeal.by";

    /// <summary>The key of what became of it, as a title.</summary>
    public string TitleKey => Reply.State switch
    {
        ReplyState.Published => "own.public.title",
        ReplyState.Withdrawn => "own.withdrawn.title",
        ReplyState.Held => "reply.held.title",
        _ => IsTakenDown ? "own.removed.title" : "own.rejected.title",
    };

    /// <summary>The key of the sentence beneath that title.</summary>
    public string TextKey => Reply.State switch { ReplyState.Published => "own.public.text", ReplyState.Withdrawn => "own.withdrawn.text", _ => WhyKey };

    /// <summary>The key of the sentence that says why it isn't public.</summary>
    public string WhyKey => Reply.State switch
    {
        ReplyState.Held when Decision is { By: not null } => "own.why.again",
        ReplyState.Held => Told switch
        {
            "first" => Reply.ReaderId is null ? "own.why.first.unknown" : "own.why.first",
            "all" or ModePhase.Moved => "own.why.all",
            "cool-down" => "own.why.cool",
            PacePhase.Slow => "own.why.slow",
            NamePhase.Staff => "own.why.name",
            "links" => "own.why.links",
            "duplicate" or "near-duplicate" => "own.why.duplicate",
            CheckPhase.Asked => "own.why.checking",
            Pipeline.Failed or Pipeline.TookTooLong or "check-failed" => "own.why.failed",
            { } rule when IsOfPerson(rule) => "own.why.person",
            _ => "own.why.check",
        },
        ReplyState.Spam => Decision?.By is null ? "own.why.spam.rule" : "own.why.spam",
        _ => Grounds.Of(Decision?.Reason) is { Code: not "other" } ground ? $"ground.{ground.Code}" : IsTakenDown ? "own.why.removed" : "own.why.rejected",
    };

    /// <summary>The key of what is asked of whoever appeals.</summary>
    public string AppealKey => IsTakenDown ? "own.appeal.label.removed" : "own.appeal.label";

    /// <summary>
    /// The rule that its writer is told of. What we know of an address is told to nobody who only typed it: such a reply waits for what it
    /// would wait for otherwise, and if for nothing, an automatic check stopped at it.
    /// </summary>
    private string? Told => IsOfTyped(Reply.HeldBy) ? Reply.Findings.FirstOrDefault(finding => finding.Says == Says.Hold && !IsOfTyped(finding.Rule))?.Rule : Reply.HeldBy;

    private static bool IsOfTyped(string? rule) => rule == PacePhase.BusyAddress || rule == BanPhase.Rule(BanKind.Address);

    /// <summary>A moderator said so of this writer's replies, or of all from there.</summary>
    private static bool IsOfPerson(string rule) => rule == TrustPhase.AlwaysHeld || Enum.GetValues<BanKind>().Any(kind => rule == BanPhase.Rule(kind));

    /// <summary>
    /// The category under which the Digital Services Act files the reason (its transparency database, version 2); null when none was given,
    /// and for a reply that waits as all do: nothing is said against it then.
    /// </summary>
    public string? DsaCode => Reply.State switch
    {
        ReplyState.Held when WhyKey is "own.why.check" or "own.why.name" or "own.why.links" or "own.why.duplicate" or "own.why.person" => "STATEMENT_CATEGORY_OTHER_VIOLATION_TC",
        ReplyState.Spam => "STATEMENT_CATEGORY_SCAMS_AND_FRAUD",
        ReplyState.Rejected => Grounds.Of(Decision?.Reason)?.Dsa,
        _ => null,
    };

    /// <summary>Null for one that is erased: for whoever asks there is none. In whichever edition: the story may have moved to another since.</summary>
    public static async Task<OwnReply?> Find(DatelineDb db, Guid? id, CancellationToken cancel)
    {
        if (id is null) return null;
        var reply = await db.Set<Reply>().FirstOrDefaultAsync(row => row.Id == id && row.ErasedAt == null, cancel);
        if (reply is null) return null;
        var decision = reply.DecisionId is { } decided ? await db.Set<ReplyDecision>().FirstOrDefaultAsync(row => row.Id == decided, cancel) : null;
        var decidedAt = decision?.At;
        return new OwnReply(reply, decision, await db.Set<Appeal>().Where(row => row.ReplyId == reply.Id && (row.Outcome == null || row.DecisionId == reply.DecisionId || row.DecidedAt >= decidedAt))
            .OrderByDescending(row => row.At).ThenByDescending(row => row.Id).FirstOrDefaultAsync(cancel));
    }
}
