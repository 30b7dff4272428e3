using Dateline.Foundation.Storage;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Moderation;

/// <summary>What readers ask in public and nobody of ours has answered.</summary>
internal static class Questions
{
    /// <summary>A story older than this is nobody's work any more.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromDays(14);

    /// <summary>Of one story, the latest first.</summary>
    public static IQueryable<Reply> Open(DatelineDb db, Guid story) => Open(db, db.Set<Reply>().Where(reply => reply.StoryId == story));

    /// <summary>Under what somebody wrote a text of and published lately, the latest first.</summary>
    public static IQueryable<Reply> OpenTo(DatelineDb db, Guid staff, DateTimeOffset now)
    {
        var (since, revisions) = (now - Fresh, db.Set<Revision>());
        var stories = db.Set<Story>().Where(story => story.Status == StoryStatus.Published && story.PublishedAt >= since && revisions.Any(revision => revision.StoryId == story.Id && revision.By == staff)).Select(story => story.Id);
        return Open(db, db.Set<Reply>().Where(reply => stories.Contains(reply.StoryId)));
    }

    /// <summary>Whether somebody wrote a text of the story: whoever did may answer its readers.</summary>
    public static Task<bool> IsBy(DatelineDb db, Guid story, Guid staff, CancellationToken cancel) =>
        db.Set<Revision>().AnyAsync(revision => revision.StoryId == story && revision.By == staff, cancel);

    /// <summary>Of some replies those that ask and that none of ours has answered in public.</summary>
    public static IQueryable<Reply> Unanswered(DatelineDb db, IQueryable<Reply> some)
    {
        var replies = db.Set<Reply>();
        return some.Where(reply => reply.IsQuestion && !reply.IsStaff
            && !replies.Any(answer => answer.StoryId == reply.StoryId && answer.ParentId == reply.Id && answer.IsStaff && answer.State == ReplyState.Published));
    }

    private static IQueryable<Reply> Open(DatelineDb db, IQueryable<Reply> some) =>
        Unanswered(db, some.Where(reply => reply.State == ReplyState.Published)).OrderByDescending(reply => reply.PublishedAt).ThenByDescending(reply => reply.Id);
}
