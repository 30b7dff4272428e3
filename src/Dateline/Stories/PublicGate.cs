using System.Linq.Expressions;
using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Stories;

/// <summary>
/// The public gate. Every surface reads stories through <see cref="PublicStories"/>, and gets them as
/// <see cref="PublicStory"/> or <see cref="StoryCard"/>, cut to what the contract with the source allows:
/// no surface decides for itself what may be shown.
/// </summary>
public static class PublicGate
{
    /// <summary>The condition, said once for all queries.</summary>
    private static readonly Expression<Func<Story, DateTimeOffset, bool>> IsPublic = (story, now) =>
        story.Status == StoryStatus.Published
        && (story.EmbargoUntil == null || story.EmbargoUntil <= now)
        && (story.ExpiresAt == null || story.ExpiresAt > now);

    /// <summary>Translated once for all: a page that nobody asked for yet waits on it.</summary>
    private static readonly Compiled<Func<DatelineDb, string, DateTimeOffset, Task<Story?>>> ByKey = new(() => EF.CompileAsyncQuery(Gated<Func<DatelineDb, string, DateTimeOffset, Story?>>(
        (db, key, now) => db.Set<Story>().AsNoTracking().Where(story => Passes(story, now) && story.Key == key)
            .Include(story => story.Source).Include(story => story.Topics)
            .Include(story => story.Pictures).ThenInclude(picture => picture.Picture)
            .AsSingleQuery().FirstOrDefault())));

    private static readonly Compiled<Func<DatelineDb, Guid, DateTimeOffset, Task<StoryStanding?>>> ById = new(() => EF.CompileAsyncQuery(Gated<Func<DatelineDb, Guid, DateTimeOffset, StoryStanding?>>(
        (db, id, now) => db.Set<Story>().Where(story => Passes(story, now) && story.Id == id)
            .Select(story => new StoryStanding(story.Edition, story.PublishedAt ?? story.CreatedAt, story.RepliesOpen)).FirstOrDefault())));

    /// <summary>Stands for <see cref="IsPublic"/> in the queries of this file.</summary>
    private static bool Passes(Story story, DateTimeOffset now) => throw QueryWord.Only;

    /// <summary>The query with the condition itself where it says <see cref="Passes"/>.</summary>
    private static Expression<T> Gated<T>(Expression<T> query) => QueryWord.Spell(query, nameof(Passes), IsPublic);

    extension(DatelineDb db)
    {
        /// <summary>The stories that the public may see at this moment.</summary>
        public IQueryable<Story> PublicStories(DateTimeOffset now) => db.Set<Story>().Where(Gated<Func<Story, bool>>(story => Passes(story, now)));

        /// <summary>The edition's stories, newest first.</summary>
        public IQueryable<Story> PublicStories(string edition, DateTimeOffset now) =>
            db.PublicStories(now).Where(story => story.Edition == edition).OrderByDescending(story => story.PublishedAt).ThenByDescending(story => story.Id);

        public IQueryable<Story> PublicStoriesOfTopic(string edition, string topic, DateTimeOffset now) =>
            db.PublicStories(edition, now).Where(story => story.Topics.Any(row => row.TopicKey == topic));

        public IQueryable<Story> PublicStoriesOfSource(string edition, Guid source, DateTimeOffset now) =>
            db.PublicStories(edition, now).Where(story => story.SourceId == source);

        /// <summary>One story by its key, in one round trip; null when there is none that the public may see.</summary>
        public async Task<PublicStory?> FindPublicStory(string key, DateTimeOffset now, CancellationToken cancel)
        {
            cancel.ThrowIfCancellationRequested();
            return await ByKey.For(db)(db, key, now) is { } story ? PublicStory.Of(story) : null;
        }

        /// <summary>What may have changed of a story since it was read, for a write that depends on it; null when it isn't public any more.</summary>
        public Task<StoryStanding?> FindStanding(Guid id, DateTimeOffset now) => ById.For(db)(db, id, now);

        /// <summary>The stories with their bodies, for feeds; the caller bounds the query.</summary>
        public static async Task<List<PublicStory>> ReadStories(IQueryable<Story> stories, CancellationToken cancel) =>
            (await stories.Include(story => story.Source).Include(story => story.Topics)
                .Include(story => story.Pictures).ThenInclude(picture => picture.Picture)
                .AsSplitQuery().ToListAsync(cancel)).ConvertAll(PublicStory.Of);

        /// <summary>A story as the public would see it if it were public now: for the staff's preview, and nothing else.</summary>
        public async Task<PublicStory?> FindPreview(Guid id, CancellationToken cancel)
        {
            var story = await db.Set<Story>().AsNoTracking().Where(story => story.Id == id && story.Status != StoryStatus.Killed)
                .Include(story => story.Source).Include(story => story.Topics)
                .Include(story => story.Pictures).ThenInclude(picture => picture.Picture)
                .AsSplitQuery().FirstOrDefaultAsync(cancel);
            if (story is null) return null;
            var shown = PublicStory.Of(story);
            return shown with { Pictures = [.. shown.Pictures.Select(picture => picture with { ForStaff = true })] };
        }

        /// <summary>When it was killed; null for a story that wasn't, or that was never public.</summary>
        public async Task<KilledStory?> FindKilledStory(string key, CancellationToken cancel) =>
            await db.Set<Story>().Where(story => story.Key == key && story.Status == StoryStatus.Killed && story.PublishedAt != null)
                .Where(story => story.EmbargoUntil == null || story.EmbargoUntil <= story.Kill!.At) // never public: nothing is withdrawn
                .Select(story => new KilledStory(story.Id, story.Key, story.Edition, story.Kill!.At)).FirstOrDefaultAsync(cancel);

        /// <summary>
        /// Recently killed stories, all or those of a source, for tombstones in feeds, newest first. Of all editions and topics: a
        /// feed may have carried a story that has moved since, and to whom it is unknown a tombstone says nothing (RFC 6721).
        /// </summary>
        public IQueryable<KilledStory> KilledStories(DateTimeOffset since, Guid? source = null) =>
            db.Set<Story>().Where(story => story.Status == StoryStatus.Killed && story.PublishedAt != null && story.Kill!.At >= since)
                .Where(story => story.EmbargoUntil == null || story.EmbargoUntil <= story.Kill!.At)
                .Where(story => source == null || story.SourceId == source)
                .OrderByDescending(story => story.Kill!.At).Select(story => new KilledStory(story.Id, story.Key, story.Edition, story.Kill!.At));

        /// <summary>True while a public story shows this picture; with the keys of those stories.</summary>
        public async Task<IReadOnlyList<StoryWithSource>> PublicStoriesWithPicture(Guid picture, DateTimeOffset now, CancellationToken cancel) =>
            await db.PublicStories(now)
                .Where(story => story.Pictures.Any(row => row.PictureId == picture) && (story.Source == null || story.Source.Terms == Terms.FullText))
                .OrderBy(story => story.Id).Select(story => new StoryWithSource(story.Key, story.SourceId)).Take(50).ToListAsync(cancel);

        /// <summary>The stories without their bodies, for lists; one round trip.</summary>
        public static async Task<List<StoryCard>> ReadCards(IQueryable<Story> stories, CancellationToken cancel)
        {
            var rows = await stories.Select(story => new
            {
                story.Id,
                story.Key,
                story.Edition,
                story.Language,
                story.Headline,
                story.Slug,
                story.Summary,
                story.Urgent,
                story.PublishedAt,
                story.UpdatedAt,
                story.Source,
                story.Credit,
                Topics = story.Topics.Select(topic => topic.TopicKey).ToList(),
                // One at most; asked for as a list, because "the first" would number all pictures there are.
                Leads = story.Pictures.Where(picture => picture.Lead).Select(picture => new { picture.PictureId, picture.Alt, picture.Caption, picture.Credit, picture.Picture }).ToList(),
            }).AsSingleQuery().ToListAsync(cancel);
            return [.. rows.Select(row => new StoryCard
            {
                Id = row.Id,
                Key = row.Key,
                Edition = row.Edition,
                Language = row.Language,
                Headline = row.Headline,
                Path = StoryPath.Of(row.Edition, row.Key, row.Slug),
                Summary = Contract.Summary(row.Source, row.Summary),
                Urgent = row.Urgent,
                PublishedAt = row.PublishedAt!.Value,
                UpdatedAt = row.UpdatedAt!.Value,
                Source = PublicSource.Of(row.Source),
                Credit = row.Credit,
                Topics = row.Topics,
                Picture = row.Leads is [{ Picture: { } picture } lead, ..] && Contract.ShowsPictures(row.Source)
                    ? new PublicPicture(picture.Id, picture.Width, picture.Height, picture.Widths, picture.Color, lead.Alt, lead.Caption, lead.Credit ?? picture.Credit, true) : null,
            })];
        }
    }
}

/// <summary>All that the public learns of a killed story.</summary>
public sealed record KilledStory(Guid Id, string Key, string Edition, DateTimeOffset At);

/// <summary>A public story's key and its source: the subjects of what shows it.</summary>
public sealed record StoryWithSource(string Key, Guid? Source);

/// <summary>Of a public story what its replies depend on.</summary>
public sealed record StoryStanding(string Edition, DateTimeOffset PublishedAt, bool RepliesOpen);
