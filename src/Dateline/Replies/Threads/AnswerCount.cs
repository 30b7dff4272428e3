#pragma warning disable CA1309, MA0006, MA0074 // the database compares, by the order it sorts in
using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Threads;

/// <summary>
/// Keeps <see cref="Reply.Answers"/> true: whatever makes a reply public, or takes one down, tells those above it in the same
/// write. What is counted is what the public sees, so a page never shows a number that its list denies.
/// </summary>
internal static class AnswerCount
{
    private const int InOneQuestion = 500;

    /// <summary>Call after <see cref="Reply.Decide"/>, with the state that it came from.</summary>
    public static async Task Follow(DatelineDb db, Reply reply, ReplyState from, CancellationToken cancel)
    {
        var by = (reply.State == ReplyState.Published ? 1 : 0) - (from == ReplyState.Published ? 1 : 0);
        if (by == 0 || await DeepReplies.Above(db, reply.Path, reply.ParentId, cancel) is not { Count: > 0 } above) return;
        await db.Set<Reply>().Where(other => above.Contains(other.Id)).ExecuteUpdateAsync(row => row.SetProperty(other => other.Answers, other => other.Answers + by), cancel);
    }

    /// <summary>Counts a story's anew: after replies came in otherwise than one by one.</summary>
    public static async Task Recount(DatelineDb db, Guid story, CancellationToken cancel)
    {
        var all = db.Set<Reply>();
        await all.Where(reply => reply.StoryId == story && reply.PublishedAt != null).ExecuteUpdateAsync(row => row.SetProperty(reply => reply.Answers, reply =>
            all.Count(other => other.StoryId == story && other.PublishedAt != null && other.State == ReplyState.Published
                && string.Compare(other.Path, reply.Path) > 0 && string.Compare(other.Path, reply.Path + "g") < 0)), cancel);
        foreach (var replies in await DeepReplies.Counts(db, story, cancel))
            foreach (var some in replies.Chunk(InOneQuestion))
                await all.Where(reply => some.Contains(reply.Id) && reply.PublishedAt != null).ExecuteUpdateAsync(row => row.SetProperty(reply => reply.Answers, replies.Key), cancel);
    }
}
