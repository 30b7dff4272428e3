using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.Replies.Moderation;
using Dateline.Replies.Screening;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Checks;

/// <summary>
/// Asks about the replies that wait for an answer from outside, and does what it says. A reply becomes public only when all that
/// were asked called it good and the discussion still lets such a reply through; without an answer it waits for a moderator.
/// </summary>
internal sealed class CheckReplies(DatelineDbFactory databases, Writes writes, OutsideCheck outside, CurrentSettings settings, Meanwhile meanwhile, TimeProvider clock, ILogger<CheckReplies> log)
    : DueWork<ReplyCheck>(databases, writes, clock, log)
{
    public const int MostTries = 4;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(30);
    private readonly DatelineDbFactory _databases = databases;
    private readonly Writes _writes = writes;
    private readonly TimeProvider _clock = clock;

    protected override async Task Do(Guid id, CancellationToken cancel)
    {
        await using var db = _databases.Open();
        if (await db.Set<ReplyCheck>().FirstOrDefaultAsync(check => check.Id == id, cancel) is not { } check) return;
        var reply = await db.Set<Reply>().FirstOrDefaultAsync(one => one.Id == check.ReplyId, cancel);
        var now = _clock.Now();
        var story = reply is null ? null : await db.FindPublicStory(reply.StoryKey, now, cancel);
        if (reply is null || story is null || !await Waits(db, reply, check, cancel))
        {
            await _writes.Run((at, stop) => at.Set<ReplyCheck>().Where(one => one.Id == id).ExecuteDeleteAsync(stop), cancel);
            return;
        }
        var answer = await outside.Ask(check.Check, reply, story.Path, await settings.Now(cancel), now, cancel);
        await _writes.Run((at, stop) => Settle(at, id, answer, story, _clock.Now(), stop), cancel);
    }

    /// <summary>Still the text that was to be asked about, and nobody has decided meanwhile.</summary>
    private static async Task<bool> Waits(DatelineDb db, Reply reply, ReplyCheck check, CancellationToken cancel) =>
        reply.State == ReplyState.Held && reply.HeldBy == CheckPhase.Asked && reply.Version == check.ReplyVersion
            && (reply.DecisionId is not { } decided || await db.Set<ReplyDecision>().AnyAsync(decision => decision.Id == decided && decision.By == null && decision.Rule == CheckPhase.Asked, cancel));

    private async Task Settle(DatelineDb db, Guid id, CheckAnswer answer, PublicStory story, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.Set<ReplyCheck>().AsTracking().FirstOrDefaultAsync(one => one.Id == id, cancel) is not { } check) return;
        var reply = await db.Set<Reply>().AsTracking().FirstOrDefaultAsync(one => one.Id == check.ReplyId, cancel);
        if (reply is null || !await Waits(db, reply, check, cancel))
        {
            db.Remove(check);
            return;
        }
        if (answer == CheckAnswer.Failed && ++check.Tries < MostTries)
        {
            (check.DueAt, check.LeasedUntil) = (now + FirstPause * (1 << (2 * check.Tries)), null);
            return;
        }
        db.Remove(check);
        var others = await db.Set<ReplyCheck>().AsTracking().Where(one => one.ReplyId == reply.Id && one.Id != id).ToListAsync(cancel);
        db.RemoveRange(others.Where(one => one.ReplyVersion != reply.Version)); // of a text that isn't there any more
        others.RemoveAll(one => one.ReplyVersion != reply.Version);
        var rule = answer switch { CheckAnswer.Spam => "check-spam", CheckAnswer.Hold => "check-held", CheckAnswer.Failed => "check-failed", _ => "check-good" };
        var says = answer switch { CheckAnswer.Spam => Says.Spam, CheckAnswer.Good => Says.Pass, _ => Says.Hold };
        reply.Findings = [.. reply.Findings, new Finding("checks", 1, says, rule, Words: [check.Check])];
        if (answer == CheckAnswer.Good && others.Count > 0) return; // the last one opens the door
        db.RemoveRange(others);
        var verdict = new Verdict(Guid.CreateVersion7(now), now, By: null, rule, RuleVersion: 1);
        if (answer == CheckAnswer.Spam) await DecideReplies.Record(db, reply, ReplyState.Spam, verdict, cancel);
        if (answer != CheckAnswer.Good) reply.HeldBy = rule;
        else if (await Discussions.InForceFor(db, story, now, cancel) is not { } discussion) return; // killed meanwhile: it waits
        else if (await meanwhile.Objection(db, reply, discussion, now, cancel) is { } objection) (reply.HeldBy, reply.Findings) = (objection.Rule, [.. reply.Findings, objection]);
        else
        {
            await DecideReplies.Record(db, reply, ReplyState.Published, verdict, cancel);
            await Complaints.Answer(db, [reply.Id], reply.State, by: null, now, cancel);
            reply.HeldBy = null;
        }
    }
}
