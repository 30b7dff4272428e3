using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Replies.Threads;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Moderation;

/// <summary>
/// What a press of a button did: which replies it moved, and which somebody else had moved before (they stay as
/// they are), or whose writer had changed the text since the moderator read it (likewise). The batch names it in the log,
/// and to whoever wants to undo it.
/// </summary>
internal sealed record Decided(Guid Batch, IReadOnlyList<Guid> Replies, IReadOnlyList<Guid> Late, Refusal? Refusal = null)
{
    public IReadOnlyList<Guid> Changed { get; init; } = [];

    public static Decided Refused(string code, string sentence) => new(Guid.Empty, [], [], new Refusal(code, sentence));
}

/// <summary>A moderator's decision on one or many replies, and taking it back.</summary>
internal static class DecideReplies
{
    public const int Most = 200;

    /// <param name="seen">Which replies, and which text of each the moderator read.</param>
    /// <param name="from">Where the moderator saw them: those that have left it meanwhile aren't decided twice.</param>
    /// <param name="reason">One of <see cref="Grounds"/>, or null.</param>
    public static async Task<Decided> Perform(
        DatelineDb db, IReadOnlyCollection<SeenReply> seen, ReplyState from, ReplyState to, string? reason, Editor by, DateTimeOffset now, CancellationToken cancel)
    {
        var texts = seen.DistinctBy(reply => reply.Id).ToDictionary(reply => reply.Id);
        var ids = texts.Keys.ToArray();
        if (ids.Length == 0) return Decided.Refused("none", N("Choose at least one reply."));
        if (ids.Length > Most) return Decided.Refused("many", T("Decide on up to {0} replies at a time.", Most));
        if (from == to || from == ReplyState.Withdrawn || to == ReplyState.Withdrawn) return Decided.Refused("not-so", N("A reply can’t be moved from there to there."));
        if (reason is not null && Grounds.Words(reason) is null) return Decided.Refused("reason", N("Choose one of the reasons of the list."));

        var replies = await db.Set<Reply>().AsTracking().Where(reply => ids.Contains(reply.Id)).OrderBy(reply => reply.SubmittedAt).ToListAsync(cancel);
        var verdict = new Verdict(Guid.CreateVersion7(now), now, by.Id, Reason: to is ReplyState.Rejected or ReplyState.Spam ? reason : null);
        var there = replies.Where(reply => reply.State == from).ToList();
        var mine = there.Where(reply => texts[reply.Id].IsTextOf(reply)).ToList();
        foreach (var reply in mine) await Record(db, reply, to, verdict, cancel);
        await Complaints.Answer(db, [.. mine.Select(reply => reply.Id)], to, by.Id, now, cancel);
        return Done(verdict, mine, replies.Except(there), "decided", N("Somebody decided on that already.")) with { Changed = [.. there.Except(mine).Select(reply => reply.Id)] };
    }

    /// <summary>Puts back what a decision moved, where nobody has decided again since. That is a decision too, and stands in the log.</summary>
    public static async Task<Decided> Undo(DatelineDb db, Guid batch, Editor by, DateTimeOffset now, CancellationToken cancel)
    {
        var decisions = await db.Set<ReplyDecision>().Where(decision => decision.Batch == batch && decision.By != null).ToDictionaryAsync(decision => decision.ReplyId, cancel);
        if (decisions.Count == 0) return Decided.Refused("none", N("There is nothing to undo."));
        var replies = await db.Set<Reply>().AsTracking().Where(reply => decisions.Keys.Contains(reply.Id)).ToListAsync(cancel);
        var verdict = new Verdict(Guid.CreateVersion7(now), now, by.Id, Rules.Undo);
        var there = replies.Where(reply => reply.DecisionId == decisions[reply.Id].Id).ToList();
        // What was public before is put back as it was read: nobody has decided on words that its writer put there meanwhile.
        var mine = there.Where(reply => decisions[reply.Id] is var decision && !(decision.From == ReplyState.Published && reply.EditedAt > decision.At)).ToList();
        foreach (var reply in mine) await Record(db, reply, decisions[reply.Id].From, verdict, cancel);
        if (mine is [var one, ..])
        {
            var (ids, undone) = (mine.ConvertAll(reply => reply.Id), decisions[one.Id]);
            await Complaints.Reopen(db, ids, undone.To, undone.By, undone.At, cancel);
            if (undone.From == ReplyState.Published) await Complaints.Answer(db, ids, undone.From, by.Id, now, cancel);
        }
        return Done(verdict, mine, replies.Except(there), "decided", N("Somebody decided on that again since; it stays so.")) with { Changed = [.. there.Except(mine).Select(reply => reply.Id)] };
    }

    /// <summary>Moves one reply: whoever decides, for whatever reason, decides through here.</summary>
    internal static async Task Record(DatelineDb db, Reply reply, ReplyState to, Verdict verdict, CancellationToken cancel)
    {
        var from = reply.State;
        var (decision, fact) = reply.Decide(to, verdict);
        db.Add(decision);
        db.Journal.Add(fact);
        await AnswerCount.Follow(db, reply, from, cancel);
    }

    private static Decided Done(Verdict verdict, List<Reply> mine, IEnumerable<Reply> late, string code, string sentence) =>
        new(verdict.Batch, [.. mine.Select(reply => reply.Id)], [.. late.Select(reply => reply.Id)], mine.Count > 0 ? null : new Refusal(code, sentence));
}
