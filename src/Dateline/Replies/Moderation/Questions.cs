using Dateline.Foundation.Storage;

namespace Dateline.Replies.Moderation;

/// <summary>What readers ask in public and nobody of ours has answered.</summary>
internal static class Questions
{
    /// <summary>Of one story, the latest first.</summary>
    public static IQueryable<Reply> Open(DatelineDb db, Guid story)
    {
        var replies = db.Set<Reply>();
        return replies.Where(reply => reply.StoryId == story && reply.State == ReplyState.Published && reply.IsQuestion && !reply.IsStaff
                && !replies.Any(answer => answer.StoryId == story && answer.ParentId == reply.Id && answer.IsStaff && answer.State == ReplyState.Published))
            .OrderByDescending(reply => reply.PublishedAt).ThenByDescending(reply => reply.Id);
    }
}
