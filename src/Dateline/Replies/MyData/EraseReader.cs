using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.Replies.Moderation;
using Dateline.Replies.Readers;
using Dateline.Replies.Screening;
using Dateline.Replies.Threads;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.MyData;

/// <summary>
/// Takes an address and all that it wrote out of every table (General Data Protection Regulation, article 17). What others answered
/// keeps its place with nothing of the writer in it; the log keeps that something was decided, and no words. A ban of the address, or made from one of its replies, stays without its label:
/// whoever is banned isn't freed by being forgotten. SQLite's file keeps nothing of it either; PostgreSQL frees the space when it vacuums.
/// </summary>
internal static class EraseReader
{
    private const int Batch = 100;

    public static async Task Perform(Writes writes, string addressKey, DateTimeOffset now, CancellationToken cancel)
    {
        // A batch with each write, so that nobody waits behind somebody's thousand replies; it is done when none is left.
        while ((await writes.Run((db, stop) => Some(db, addressKey, now, stop), cancel)).Value == Batch)
        {
        }
        await writes.Run((db, stop) => Rest(db, addressKey, stop), cancel);
        await writes.Sweep(cancel);
    }

    private static async Task<int> Some(DatelineDb db, string key, DateTimeOffset now, CancellationToken cancel)
    {
        var replies = await db.Set<Reply>().AsTracking().Where(reply => reply.AddressKey == key).OrderBy(reply => reply.SubmittedAt).Take(Batch).ToListAsync(cancel);
        var verdict = new Verdict(Guid.CreateVersion7(now), now, By: null, Rules.Erased);
        foreach (var reply in replies)
        {
            var from = reply.State;
            await FilterTraining.Learn(db, reply, null, cancel); // while its words are still there to be unlearned
            var (decision, fact) = reply.Erase(verdict);
            db.Add(decision);
            db.Journal.Add(fact);
            await AnswerCount.Follow(db, reply, from, cancel);
        }
        var ids = replies.ConvertAll(reply => reply.Id);
        await db.Set<ReplyTrace>().Where(trace => ids.Contains(trace.ReplyId)).ExecuteDeleteAsync(cancel);
        await db.Set<ReplyCheck>().Where(check => ids.Contains(check.ReplyId)).ExecuteDeleteAsync(cancel);
        await db.Set<ReplyDecision>().Where(decision => ids.Contains(decision.ReplyId)).ExecuteUpdateAsync(row => row.SetProperty(decision => decision.Note, (string?)null), cancel);
        await Complaints.Answer(db, ids, ReplyState.Withdrawn, by: null, now, cancel);
        await Complaints.Lapse(db, ids, now, cancel);
        await db.Set<Appeal>().Where(appeal => ids.Contains(appeal.ReplyId)).ExecuteUpdateAsync(row => row.SetProperty(appeal => appeal.Words, "").SetProperty(appeal => appeal.Answer, (string?)null), cancel);
        await BanChanges.ForgetMadeFrom(db, ids, cancel);
        await db.Set<ReplyReport>().Where(report => ids.Contains(report.ReplyId)).ExecuteUpdateAsync(row => row.SetProperty(report => report.Words, (string?)null), cancel);
        return replies.Count;
    }

    private static async Task Rest(DatelineDb db, string key, CancellationToken cancel)
    {
        await db.Set<Reader>().Where(reader => reader.AddressKey == key).ExecuteDeleteAsync(cancel);
        await db.Set<Follow>().Where(follow => follow.AddressKey == key).ExecuteDeleteAsync(cancel);
        await db.Set<ReaderLink>().Where(link => link.AddressKey == key).ExecuteDeleteAsync(cancel);
        await db.Set<OutgoingLetter>().Where(letter => letter.AddressKey == key).ExecuteDeleteAsync(cancel);
        await BanChanges.ForgetOfAddress(db, key, cancel);
    }
}
