using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Moderation;

/// <summary>Decides on readers' reports and on appeals, within a write.</summary>
internal static class Complaints
{
    public static readonly Refusal Gone = new("gone", N("Somebody decided on that already."));

    private static readonly Refusal Changed = new("changed", N("Its writer changed the text after you read it. Look at the new one."));

    /// <summary>All that was reported of the same reply is decided with it: nobody is asked the same thing twice.</summary>
    public static async Task<Refusal?> DecideReport(DatelineDb db, Guid id, SeenReply? seen, Outcome outcome, string? ground, Editor by, DateTimeOffset now, CancellationToken cancel)
    {
        if (outcome == Outcome.Upheld && Grounds.Of(ground) is null) return new("reason", T("Choose the reason; the reply’s writer is told it."));
        var about = await db.Set<ReplyReport>().Where(report => report.Id == id && report.Outcome == null).Select(report => (Guid?)report.ReplyId).FirstOrDefaultAsync(cancel);
        if (about is null) return Gone;
        var reply = await db.Set<Reply>().AsTracking().FirstAsync(one => one.Id == about, cancel);
        if ((seen?.Text ?? 0) != SeenReply.TextOf(reply.EditedAt)) return Changed;
        foreach (var report in await db.Set<ReplyReport>().AsTracking().Where(report => report.ReplyId == reply.Id && report.Outcome == null).ToListAsync(cancel))
        {
            (report.Outcome, report.By, report.DecidedAt, report.Version) = (outcome, by.Id, now, report.Version + 1);
            db.Journal.Add(new ReportDecided(report.Id));
        }
        db.Add(Act(now, by, "report", reply.Id, outcome));
        if (outcome == Outcome.Upheld && CanBeTakenDown(reply.State))
            await DecideReplies.Record(db, reply, ReplyState.Rejected, new Verdict(Guid.CreateVersion7(now), now, by.Id, Rules.Report, ground), cancel);
        return null;
    }

    /// <summary>One that waits, because its writer changed it or a colleague laid it aside, too: else the next to read it would publish what was just taken down.</summary>
    internal static bool CanBeTakenDown(ReplyState state) => state is ReplyState.Published or ReplyState.Held;

    /// <param name="answer">What the writer of the reply is told.</param>
    public static async Task<Refusal?> DecideAppeal(DatelineDb db, Guid id, SeenReply? seen, Outcome outcome, string answer, Editor by, DateTimeOffset now, CancellationToken cancel)
    {
        if (answer.Trim() is not { Length: > 0 and <= Appeal.LongestAnswer } words) return new("answer", T("Say why, in up to {0} characters; the reply’s writer reads it.", Appeal.LongestAnswer));
        if (await db.Set<Appeal>().AsTracking().FirstOrDefaultAsync(one => one.Id == id && one.Outcome == null, cancel) is not { } appeal) return Gone;
        var reply = await db.Set<Reply>().AsTracking().FirstAsync(one => one.Id == appeal.ReplyId, cancel);
        if (reply.State is not (ReplyState.Held or ReplyState.Rejected or ReplyState.Spam)) return Gone;
        if (await db.Set<ReplyDecision>().AnyAsync(decision => decision.Id == reply.DecisionId && decision.By == by.Id, cancel) && await IsNotAlone(db, by, cancel))
            return new("second", T("It was your decision. Somebody else should look at it."));
        if ((seen?.Text ?? 0) != SeenReply.TextOf(reply.EditedAt)) return Changed;
        (appeal.Outcome, appeal.Answer, appeal.By, appeal.DecidedAt, appeal.Version) = (outcome, words, by.Id, now, appeal.Version + 1);
        db.Journal.Add(new AppealDecided(appeal.Id));
        db.Add(Act(now, by, "appeal", reply.Id, outcome));
        if (outcome == Outcome.Upheld)
            await DecideReplies.Record(db, reply, ReplyState.Published, new Verdict(Guid.CreateVersion7(now), now, by.Id, Rules.Appeal), cancel);
        return null;
    }

    /// <summary>A verdict answers what was complained of the same replies: nobody is asked that a second time.</summary>
    /// <param name="by">Null where a rule decided, or the reply's writer.</param>
    public static async Task Answer(DatelineDb db, IReadOnlyCollection<Guid> replies, ReplyState to, Guid? by, DateTimeOffset now, CancellationToken cancel)
    {
        if (to is ReplyState.Published or ReplyState.Withdrawn)
            foreach (var appeal in await db.Set<Appeal>().AsTracking().Where(one => replies.Contains(one.ReplyId) && one.Outcome == null).ToListAsync(cancel))
            {
                (appeal.Outcome, appeal.By, appeal.DecidedAt, appeal.Version) = (to == ReplyState.Published ? Outcome.Upheld : Outcome.Lapsed, by, now, appeal.Version + 1);
                db.Journal.Add(new AppealDecided(appeal.Id));
            }
        if (to is not (ReplyState.Rejected or ReplyState.Spam)) return;
        foreach (var report in await db.Set<ReplyReport>().AsTracking().Where(one => replies.Contains(one.ReplyId) && one.Outcome == null).ToListAsync(cancel))
        {
            (report.Outcome, report.By, report.DecidedAt, report.Version) = (Outcome.Upheld, by, now, report.Version + 1);
            db.Journal.Add(new ReportDecided(report.Id));
        }
    }

    /// <summary>Of replies that say nothing any more nobody is asked whether they may stay.</summary>
    public static async Task Lapse(DatelineDb db, IReadOnlyCollection<Guid> replies, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var report in await db.Set<ReplyReport>().AsTracking().Where(one => replies.Contains(one.ReplyId) && one.Outcome == null).ToListAsync(cancel))
        {
            (report.Outcome, report.DecidedAt, report.Version) = (Outcome.Lapsed, now, report.Version + 1);
            db.Journal.Add(new ReportDecided(report.Id));
        }
    }

    /// <summary>A verdict that is taken back leaves open again what it answered.</summary>
    public static async Task Reopen(DatelineDb db, IReadOnlyCollection<Guid> replies, ReplyState to, Guid? by, DateTimeOffset at, CancellationToken cancel)
    {
        if (to == ReplyState.Published)
            foreach (var appeal in await db.Set<Appeal>().AsTracking().Where(one => replies.Contains(one.ReplyId) && one.Outcome == Outcome.Upheld && one.By == by && one.DecidedAt == at).ToListAsync(cancel))
                (appeal.Outcome, appeal.By, appeal.DecidedAt, appeal.Version) = (null, null, null, appeal.Version + 1);
        if (to is not (ReplyState.Rejected or ReplyState.Spam)) return;
        foreach (var report in await db.Set<ReplyReport>().AsTracking().Where(one => replies.Contains(one.ReplyId) && one.Outcome == Outcome.Upheld && one.By == by && one.DecidedAt == at).ToListAsync(cancel))
            (report.Outcome, report.By, report.DecidedAt, report.Version) = (null, null, null, report.Version + 1);
    }

    /// <summary>Whether anybody else may moderate and may come in.</summary>
    internal static Task<bool> IsNotAlone(DatelineDb db, Editor by, CancellationToken cancel)
    {
        var roles = Policies.Allowed[Policies.Moderator];
        return db.Set<Staff>().AnyAsync(staff => staff.Id != by.Id && roles.Contains(staff.Role) && staff.LockedAt == null && staff.RemovedAt == null, cancel);
    }

    private static ModerationAct Act(DateTimeOffset now, Editor by, string act, Guid reply, Outcome outcome) =>
        new() { Id = Guid.CreateVersion7(now), At = now, By = by.Id, Act = act, About = $"reply:{reply:N}", Terms = $$"""{"outcome":"{{outcome}}"}""" };
}
