using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.Replies.Moderation;
using Dateline.Replies.Screening;
using Dateline.Replies.Threads;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Own;

/// <summary>What its writer does to a reply. Who asks has shown its secret before; here it is asked again whether it may still be.</summary>
internal static class ChangeReply
{
    private static readonly Refusal TooLate = new("late", "This reply can’t be changed any more.");

    /// <summary>Changes count like replies: each makes every page anew that shows it.</summary>
    public static readonly Refusal TooOften = new("often", "Too many replies and changes came at once.");

    /// <summary>Its sender was banned while the new text was screened.</summary>
    public static readonly Refusal Banned = new("banned", "This reply can’t be changed.");

    /// <summary>A new text, screened like the first one. It can make a public reply wait, and ends an editors’ pick; it never makes a waiting one public.</summary>
    public static async Task<Refusal?> Perform(DatelineDb db, Candidate candidate, Screened looked, SendingLimits limits, CancellationToken cancel)
    {
        if (await OwnReply.Find(db, candidate.Id, cancel) is not { } own || !own.CanChange(candidate.Now)) return TooLate;
        if (await Discussions.InForceFor(db, candidate.Story, candidate.Now, cancel) is not { } discussion) return TooLate; // killed while the new text was screened
        var screened = await BanPhase.Again(db, candidate, ModePhase.Again(candidate, looked, discussion), cancel);
        if (screened.Refused is not null) return Banned;
        if (await SendingCount.IsFull(db, candidate, limits, cancel)) return TooOften;
        var reply = await db.Set<Reply>().AsTracking().SingleAsync(row => row.Id == candidate.Id, cancel);
        var asks = reply is { State: ReplyState.Published } or { State: ReplyState.Held, HeldBy: CheckPhase.Asked, DecisionId: null };
        await FilterTraining.Learn(db, reply, null, cancel); // while its words are still those that were learned
        reply.Body = candidate.Reply.Body;
        // After what was decided on the words before: by that it is told who has read these.
        reply.EditedAt = own.Decision is { At: var decided } && decided >= candidate.Now ? decided.AddMicroseconds(1) : candidate.Now;
        reply.PickedAt = null; // the editors picked other words
        reply.Findings = screened.Findings;
        if (await db.Set<ReplyTrace>().AsTracking().FirstOrDefaultAsync(row => row.ReplyId == reply.Id, cancel) is { } trace) trace.Bear(candidate.Print);
        // A waiting one that nobody asks about outside goes on waiting for what it waited for.
        if (screened.State != ReplyState.Published && (asks || screened.Decisive.Rule != CheckPhase.Asked)) reply.HeldBy = screened.Decisive.Rule;
        if (screened.State == ReplyState.Published || reply.State == screened.State || reply.State == ReplyState.Spam)
        {
            reply.Version++;
            db.Journal.Add(reply.State == ReplyState.Published ? (Fact)new ReplyEdited(reply.Id, reply.StoryKey, reply.Edition) : new ReplyReopened(reply.Id));
        }
        else
        {
            await Move(db, reply, screened.State, new Verdict(Guid.CreateVersion7(candidate.Now), candidate.Now, By: null, screened.Decisive.Rule, RuleVersion: screened.Decisive.Version), cancel);
        }
        if (asks && reply.State == ReplyState.Held) ReceiveReply.Ask(db, reply, screened.Decisive, candidate.Now);
        return null;
    }

    /// <summary>Takes it back. Its place stays while public answers stand beneath it.</summary>
    public static async Task<Refusal?> Withdraw(DatelineDb db, Guid id, DateTimeOffset now, CancellationToken cancel)
    {
        if (await OwnReply.Find(db, id, cancel) is not { CanWithdraw: true }) return TooLate;
        var reply = await db.Set<Reply>().AsTracking().SingleAsync(row => row.Id == id, cancel);
        await Move(db, reply, ReplyState.Withdrawn, new Verdict(Guid.CreateVersion7(now), now, By: null, Rules.Withdrawn), cancel);
        await Complaints.Answer(db, [id], reply.State, by: null, now, cancel);
        return null;
    }

    private static async Task Move(DatelineDb db, Reply reply, ReplyState to, Verdict verdict, CancellationToken cancel)
    {
        var from = reply.State;
        var (decision, fact) = reply.Decide(to, verdict);
        db.Add(decision);
        db.Journal.Add(fact);
        await AnswerCount.Follow(db, reply, from, cancel);
    }
}
