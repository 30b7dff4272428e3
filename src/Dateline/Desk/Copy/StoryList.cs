using System.Globalization;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Desk.Copy;

/// <summary>A story as the desk's list shows it.</summary>
public sealed record StoryLine(Story Story, string? By, DateTimeOffset At);

/// <summary>One page of the desk's stories in one state, newest first.</summary>
public sealed record StoryList(StoryStatus Status, string Words, string Edition, IReadOnlyList<StoryLine> Lines, string? Older, IReadOnlyDictionary<StoryStatus, int> Counts)
{
    public const int LongestWords = 100;
    private const int PageSize = 50;

    /// <summary>Counting stops here: a tab tells how much there is, not an audit.</summary>
    public const int MostCounted = 10_000;

    internal static async Task<StoryList> Read(DatelineDb db, StoryStatus status, string words, string edition, string? before, CancellationToken cancel)
    {
        var counts = new Dictionary<StoryStatus, int>();
        foreach (var one in Enum.GetValues<StoryStatus>())
        {
            var asked = Asked(db, one, words, edition);
            counts[one] = await (edition.Length > 0 ? asked.OrderBy(story => story.PublishedAt) : asked.OrderBy(story => story.CreatedAt)).Take(MostCounted).CountAsync(cancel); // each in the order of its index: nothing is sorted
        }

        // Without the bodies: a list must not read fifty texts.
        var rows = await Newest(Asked(db, status, words, edition), status, Place.Parse(before)).Take(PageSize + 1).Select(story => new
        {
            story.Id,
            story.Key,
            story.Edition,
            story.Language,
            story.Headline,
            story.Slug,
            story.Urgent,
            story.SourceId,
            story.Source,
            story.Status,
            story.Version,
            story.CreatedAt,
            story.PublishedAt,
            story.EmbargoUntil,
            story.ExpiresAt,
            story.Corrections,
            KilledAt = story.Kill == null ? (DateTimeOffset?)null : story.Kill.At,
            Topics = story.Topics.Select(topic => topic.TopicKey).ToList(),
            By = db.Set<Staff>().Where(staff => staff.Id == db.Set<Revision>().Where(revision => revision.StoryId == story.Id).OrderByDescending(revision => revision.Version).Select(revision => revision.By).FirstOrDefault())
                .Select(staff => staff.Name).FirstOrDefault(),
        }).AsSingleQuery().ToListAsync(cancel);

        var lines = rows.Take(PageSize).Select(row => new StoryLine(
            new Story
            {
                Id = row.Id,
                Key = row.Key,
                Edition = row.Edition,
                Language = row.Language,
                Headline = row.Headline,
                Slug = row.Slug,
                Body = Foundation.Markup.Body.Empty,
                Urgent = row.Urgent,
                SourceId = row.SourceId,
                Source = row.Source,
                Status = row.Status,
                Version = row.Version,
                CreatedAt = row.CreatedAt,
                PublishedAt = row.PublishedAt,
                EmbargoUntil = row.EmbargoUntil,
                ExpiresAt = row.ExpiresAt,
                Corrections = row.Corrections,
                Topics = row.Topics.ConvertAll(key => new StoryTopic { StoryId = row.Id, TopicKey = key }),
            },
            row.By,
            status switch { StoryStatus.Published => row.PublishedAt!.Value, StoryStatus.Killed => row.KilledAt ?? row.CreatedAt, _ => row.CreatedAt })).ToList();
        return new StoryList(status, words, edition, lines, rows.Count > PageSize ? new Place(lines[^1].At, lines[^1].Story.Key).ToString() : null, counts);
    }

    private static IQueryable<Story> Asked(DatelineDb db, StoryStatus status, string words, string edition)
    {
        var stories = db.Stories.Where(story => story.Status == status);
        if (edition.Length > 0) stories = stories.Where(story => story.Edition == edition);
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(8))
        {
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // the database's own lower(), on both engines
            var lower = word.ToLowerInvariant();
            stories = stories.Where(story => story.Headline.ToLower().Contains(lower));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
        }
        return stories;
    }

    /// <summary>By the time that matters in this state, then by key: pages neither repeat nor skip what has the same time.</summary>
    private static IQueryable<Story> Newest(IQueryable<Story> stories, StoryStatus status, Place? before)
    {
#pragma warning disable CA1309, MA0006, MA0074 // the database compares, by the order it sorts in
        var (at, key) = (before?.At ?? DateTimeOffset.UnixEpoch, before?.Key);
        switch (status)
        {
            case StoryStatus.Published:
                if (key is not null) stories = stories.Where(story => story.PublishedAt < at || (story.PublishedAt == at && string.Compare(story.Key, key) < 0));
                return stories.OrderByDescending(story => story.PublishedAt).ThenByDescending(story => story.Key);
            case StoryStatus.Killed:
                if (key is not null) stories = stories.Where(story => story.Kill!.At < at || (story.Kill!.At == at && string.Compare(story.Key, key) < 0));
                return stories.OrderByDescending(story => story.Kill!.At).ThenByDescending(story => story.Key);
            default:
                if (key is not null) stories = stories.Where(story => story.CreatedAt < at || (story.CreatedAt == at && string.Compare(story.Key, key) < 0));
                return stories.OrderByDescending(story => story.CreatedAt).ThenByDescending(story => story.Key);
        }
#pragma warning restore CA1309, MA0006, MA0074
    }

    /// <summary>Where a page ends, as it stands in an address: "1763285400000000-k3v9x2mq".</summary>
    private sealed record Place(DateTimeOffset At, string Key)
    {
        public override string ToString() => $"{Instants.ToMicroseconds(At)}-{Key}";

        public static Place? Parse(string? text) =>
            text?.Split('-') is [var at, var key] && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds)
            && microseconds <= 253_402_300_799_000_000 && StoryPath.IsKey(key) ? new Place(Instants.FromMicroseconds(microseconds), key) : null;
    }
}
