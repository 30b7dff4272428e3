using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.Replies.Readers;
using Dateline.Replies.Threads;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Following;

/// <summary>Hears of replies that became public, and sets when those who follow are written to: only then is there anything to write about.</summary>
internal sealed class FollowNews(DatelineDbFactory databases, Writes writes, JournalSignal signal, DatelineOptions options, TimeProvider clock, ILogger<FollowNews> log)
    : JournalFollower("reply-follows", databases, writes, signal, log)
{
    public static readonly TimeSpan Daily = TimeSpan.FromDays(1);

    /// <summary>Most stories are followed by nobody: then this is all.</summary>
    protected override async Task<bool> Concerns(DatelineDb db, IReadOnlyList<Happened> news, CancellationToken cancel)
    {
        if (options.Mail is null) return false;
        foreach (var some in Replies(news).Chunk(200))
            if (await Followed(db, some).AnyAsync(cancel)) return true;
        return false;
    }

    protected override async Task Hear(DatelineDb db, IReadOnlyList<Happened> news, CancellationToken cancel)
    {
        if (options.Mail is not { } mail) return;
        var (soon, daily) = (clock.Now() + mail.Soon, clock.Now() + Daily);
        foreach (var some in Replies(news).Chunk(200))
        {
            var replies = await Followed(db, some).Select(reply => new { reply.StoryId, reply.Path, reply.ParentId }).ToListAsync(cancel);
            foreach (var story in replies.GroupBy(reply => reply.StoryId))
            {
                var (id, all) = (story.Key, new HashSet<Guid>());
                foreach (var reply in story) all.UnionWith(await DeepReplies.Above(db, reply.Path, reply.ParentId, cancel));
                var above = all.ToList();
                var waiting = db.Set<Follow>().Where(follow => follow.StoryId == id && follow.ConfirmedAt != null && follow.DueAt == null && (follow.ReplyId == null || above.Contains(follow.ReplyId.Value)));
                await waiting.Where(follow => follow.Pace == FollowPace.Soon).ExecuteUpdateAsync(row => row.SetProperty(follow => follow.DueAt, soon), cancel);
                await waiting.Where(follow => follow.Pace == FollowPace.Daily).ExecuteUpdateAsync(row => row.SetProperty(follow => follow.DueAt, daily), cancel);
            }
        }
    }

    private static IEnumerable<Guid> Replies(IReadOnlyList<Happened> news) => news.Select(item => item.Fact).OfType<ReplyPublished>().Select(fact => fact.Reply).Distinct();

    private static IQueryable<Reply> Followed(DatelineDb db, Guid[] some) =>
        db.Set<Reply>().Where(reply => some.Contains(reply.Id) && db.Set<Follow>().Any(follow => follow.StoryId == reply.StoryId && follow.ConfirmedAt != null));
}
