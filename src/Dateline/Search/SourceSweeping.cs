using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Search;

/// <summary>
/// Indexes a source's stories anew, a few in each write: with a hundred thousand of them no other writer waits longer
/// than for those few.
/// </summary>
public sealed class SourceSweeping(DatelineDbFactory databases, Writes writes, TimeProvider clock, ILogger<SourceSweeping> log)
    : DueWork<SourceSweep>(databases, writes, clock, log)
{
    public const int Stories = 20;
    private readonly Writes _writes = writes;
    private readonly TimeProvider _clock = clock;

    protected override async Task Do(Guid id, CancellationToken cancel)
    {
        while ((await _writes.Run((db, stop) => Step(db, id, _clock.Now(), stop), cancel)).Value) cancel.ThrowIfCancellationRequested();
    }

    /// <summary>The next few, newest first; false when none is left.</summary>
    private static async Task<bool> Step(DatelineDb db, Guid id, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.Set<SourceSweep>().AsTracking().FirstOrDefaultAsync(one => one.Id == id, cancel) is not { } sweep) return false;
        var (at, last) = (sweep.PublishedAt ?? DateTimeOffset.MaxValue, sweep.Story ?? Guid.Empty);
        var stories = await db.PublicStories(now).Where(story => story.SourceId == id && (story.PublishedAt < at || (story.PublishedAt == at && story.Id.CompareTo(last) < 0)))
            .OrderByDescending(story => story.PublishedAt).ThenByDescending(story => story.Id)
            .Select(story => new { story.Id, story.Key, story.PublishedAt }).Take(Stories).ToListAsync(cancel);
        foreach (var story in stories) await StoryWords.Index(db, story.Id, story.Key, now, cancel);
        if (stories.Count < Stories)
        {
            db.Remove(sweep);
            return false;
        }
        (sweep.Story, sweep.PublishedAt) = (stories[^1].Id, stories[^1].PublishedAt);
        return true;
    }
}
