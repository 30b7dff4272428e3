using Dateline.Foundation.Storage;
using Dateline.Replies.Screening;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Own;

/// <summary>
/// What a withdrawn reply said is kept for moderators for a while, so that nobody insults somebody and is gone; then it is deleted. The row keeps its place in the
/// thread, its name and address, by which its writer still has it exported or erased, and all that was decided on it.
/// </summary>
internal static class WithdrawnWords
{
    public const int UsualDays = 30, MostDays = 3_650;

    /// <summary>With each write: the filter unlearns what is left of them one by one.</summary>
    public const int Batch = 100;

    public static async Task<int> Forget(DatelineDb db, DateTimeOffset from, DateTimeOffset before, int most, CancellationToken cancel)
    {
        var replies = await db.Set<Reply>().AsTracking().Where(reply => reply.WithdrawnAt <= before).OrderBy(reply => reply.WithdrawnAt).Take(most).ToListAsync(cancel);
        foreach (var reply in replies)
        {
            await FilterTraining.Learn(db, reply, null, cancel); // while its words are still there to be unlearned
            reply.ForgetWords();
        }
        var ids = replies.ConvertAll(reply => reply.Id);
        await db.Set<ReplyTrace>().Where(trace => ids.Contains(trace.ReplyId)).ExecuteDeleteAsync(cancel);
        await db.Set<ReplyCheck>().Where(check => ids.Contains(check.ReplyId)).ExecuteDeleteAsync(cancel);
        return replies.Count;
    }
}
