using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Stories;
using Dateline.Wire;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Desk;

/// <summary>Makes a draft public: at once, or when its embargo ends.</summary>
internal static class PublishStory
{
    public static async Task<Outcome> Perform(DatelineDb db, Guid id, int version, Editor by, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.LoadStory(id, cancel) is not { } story) return Outcome.Missing;
        if (story.Version != version) return new(story, Conflict: true);
        return await Publish(db, story, by, now, cancel);
    }

    /// <summary>With the text as it stands in the form: both or neither.</summary>
    public static async Task<Outcome> Perform(DatelineDb db, Guid id, int version, StoryText text, Editor by, DateTimeOffset now, CancellationToken cancel)
    {
        var saved = await SaveStory.Perform(db, id, version, text, by, now, cancel);
        return saved is { Done: true, Story: { } story } ? await Publish(db, story, by, now, cancel) : saved;
    }

    private static async Task<Outcome> Publish(DatelineDb db, Story story, Editor by, DateTimeOffset now, CancellationToken cancel)
    {
        // The kill follows within the second; nobody publishes in between.
        if (story.WireItemId is { } item && await db.WireItems.AnyAsync(one => one.Id == item && one.KilledAt != null, cancel))
            return Outcome.Undone(db, story, new Refusal("withdrawn", T("Its source has withdrawn this story.")));
        if (!by.May(Policies.Editor)) return Outcome.Undone(db, story, new Refusal("not-editor", T("Only an editor publishes.")));
        if (await SourceHold.Of(db, story, cancel) is { } hold && !hold.IsKeptBy(story, now))
        {
            var edition = await db.Editions.FirstAsync(edition => edition.Code == story.Edition, cancel);
            return Outcome.Undone(db, story, new Refusal("held", hold.Say(edition,
                N("The source has sent version {1} and holds this story until {0}. Set “Not before” to that time, or compare the version and take it over."),
                N("The source has sent version {1} and holds this story and doesn’t say until when. Compare the version and take it over; then set the time at “Not before”."), hold.Version)));
        }
        if (story.Publish(now) is { } refusal) return Outcome.Undone(db, story, refusal);

        db.Journal.Add(story.Fact((id, key, edition, topics, source) => new StoryPublished(id, key, edition, topics, source)));
        return new(story);
    }
}

/// <summary>Corrects a published story in public: the right text, and a note of what was wrong.</summary>
internal static class CorrectStory
{
    public static async Task<Outcome> Perform(DatelineDb db, Guid id, int version, StoryText text, string note, Editor by, DateTimeOffset now, CancellationToken cancel)
    {
        if (!by.May(Policies.Editor)) return new(null, new Refusal("not-editor", T("Only an editor corrects a published story.")));

        var saved = await SaveStory.Perform(db, id, version, text, by, now, cancel);
        if (saved is not { Done: true, Story: { } story }) return saved;
        if (story.Correct(note, by, now) is { } refusal) return Outcome.Undone(db, story, refusal);

        db.Journal.Add(story.Fact((id, key, edition, topics, source) => new StoryCorrected(id, key, edition, topics, source)));
        return saved;
    }
}

/// <summary>Takes a story off every surface.</summary>
internal static class KillStory
{
    /// <param name="by">Null when the story's own source withdrew it.</param>
    public static async Task<Outcome> Perform(DatelineDb db, Guid id, string reason, Editor? by, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.LoadStory(id, cancel) is not { } story) return Outcome.Missing;
        if (by is not null && !by.May(Policies.Editor)) return new(story, new Refusal("not-editor", T("Only an editor kills a story.")));
        if (story.KillFor(reason, by?.Id, now) is { } refusal) return new(story, refusal);

        db.Journal.Add(story.Fact((id, key, edition, topics, source) => new StoryKilled(id, key, edition, topics, source)));
        return new(story);
    }
}
