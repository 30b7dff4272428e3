using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies;

/// <summary>A moderator's decision on one or many replies.</summary>
internal static class DecideReplies
{
    public const int Most = 200;

    /// <summary>How many were decided; those that somebody else decided meanwhile stay as they are.</summary>
    public static async Task<(int Decided, Refusal? Refusal)> Perform(
        DatelineDb db, IReadOnlyCollection<Guid> ids, ReplyState from, ReplyState to, string? reason, Editor by, DateTimeOffset now, CancellationToken cancel)
    {
        if (ids.Count == 0) return (0, new Refusal("none", "Choose at least one reply."));
        if (ids.Count > Most) return (0, new Refusal("many", $"Decide up to {Most} at a time."));
        var replies = await db.Set<Reply>().AsTracking().Where(reply => ids.Contains(reply.Id) && reply.State == from).ToListAsync(cancel);
        foreach (var reply in replies)
        {
            reply.State = to;
            reply.Version++;
            if (to == ReplyState.Published) reply.PublishedAt = now;
            db.Add(new ReplyDecision { Id = Guid.CreateVersion7(now), ReplyId = reply.Id, From = from, To = to, By = by.Id, Reason = string.IsNullOrWhiteSpace(reason) ? to.ToString() : reason.Trim(), At = now });
            db.Journal.Add(new ReplyDecided(reply.Id, reply.StoryKey));
        }
        return (replies.Count, replies.Count == 0 ? new Refusal("decided", "Somebody decided on that already.") : null);
    }
}
