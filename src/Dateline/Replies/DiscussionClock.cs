using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies;

/// <summary>
/// Up to when the pages of stories whose replies close by themselves have been dropped: one row, made with the first rule.
/// Whether a reply is taken asks the clock itself; this is for the forms on cached pages.
/// </summary>
public sealed class DiscussionClock : IDue
{
    private static readonly Guid OnlyRow = new("0197a000-0000-7000-8000-00000000d15c");

    public required Guid Id { get; init; }

    public DateTimeOffset? DueAt { get; set; }

    public DateTimeOffset? LeasedUntil { get; set; }

    public required DateTimeOffset ReachedAt { get; set; }

    internal static async Task Start(DatelineDb db, DateTimeOffset now, CancellationToken cancel)
    {
        if (!await db.Set<DiscussionClock>().AnyAsync(cancel)) db.Add(new DiscussionClock { Id = OnlyRow, DueAt = now, ReachedAt = now });
    }
}

/// <summary>The replies of a story closed by themselves.</summary>
public sealed record DiscussionClosed(string StoryKey) : Fact
{
    public override IEnumerable<string> Subjects => [Subject.Story(StoryKey)];
}

/// <summary>Drops the pages of stories whose time for replies ran out since the last look; one that stays open by a rule of its own is dropped for nothing.</summary>
internal sealed class DiscussionClosing(DatelineDbFactory databases, Writes writes, TimeProvider clock, ILogger<DiscussionClosing> log)
    : DueWork<DiscussionClock>(databases, writes, clock, log)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    private const int Most = 2_000;
    private readonly Writes _writes = writes;
    private readonly TimeProvider _clock = clock;

    protected override async Task Do(Guid id, CancellationToken cancel) => await _writes.Run(async (db, stop) =>
    {
        if (await db.Set<DiscussionClock>().AsTracking().FirstOrDefaultAsync(row => row.Id == id, stop) is not { } row) return;
        var (from, to) = (row.ReachedAt, _clock.Now());
        var days = await db.Set<DiscussionRule>().Where(rule => rule.CloseAfterDays > 0).Select(rule => rule.CloseAfterDays!.Value).Distinct().ToListAsync(stop);
        var editions = await db.Editions.Select(edition => edition.Code).ToListAsync(stop);
        var closed = new List<string>();
        foreach (var count in days)
            foreach (var edition in editions)
            {
                var (after, until) = (from.AddDays(-count), to.AddDays(-count));
                closed.AddRange(await db.Set<Story>().Where(story => story.Edition == edition && story.Status == StoryStatus.Published && story.PublishedAt > after && story.PublishedAt <= until)
                    .OrderBy(story => story.PublishedAt).Select(story => story.Key).Take(Most).ToListAsync(stop));
            }
        // After a long sleep too many have closed to be named: then all pages are made anew.
        if (closed.Count >= Most) db.Journal.Add(new DiscussionRuleChanged(Subject.House));
        else foreach (var key in closed) db.Journal.Add(new DiscussionClosed(key));
        (row.ReachedAt, row.DueAt) = (to, to + Every);
        row.LeasedUntil = null;
    }, cancel);
}
