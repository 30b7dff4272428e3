using Dateline.Foundation.Journal;
using Dateline.Foundation.Markup;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Stories;

namespace Dateline.Desk;

/// <summary>What became of a save: done, refused with a reason, or somebody else was quicker.</summary>
internal sealed record Outcome(Story? Story, Refusal? Refusal = null, bool Conflict = false)
{
    public static readonly Outcome Missing = new(null, new Refusal("missing", "There is no such story."));

    public bool Done => Refusal is null && !Conflict;
}

/// <summary>Takes over a new text. What it replaces is kept as a revision.</summary>
internal static class SaveStory
{
    /// <param name="version">The version the text was written on; a story that has moved on is a conflict, and nothing is lost.</param>
    public static async Task<Outcome> Perform(DatelineDb db, Guid id, int version, StoryText text, Editor by, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.LoadStory(id, cancel) is not { } story) return Outcome.Missing;
        if (story.Version != version) return new(story, Conflict: true);
        if (story.Status == StoryStatus.Published && !by.May(Policies.Editor))
            return new(story, new Refusal("not-editor", "The story is published; only an editor may change it."));

        var formerly = story.Topics.ConvertAll(topic => topic.TopicKey);
        if (story.Edit(text, now) is { } refusal) return new(story, refusal);

        KeepPictures(story);
        db.Add(Revision.Of(story, by.Id, now));
        if (story.Status == StoryStatus.Published)
            db.Journal.Add(story.Fact((id, key, edition, topics, source) => new StoryChanged(id, key, edition, topics, source), formerly));
        return new(story);
    }

    /// <summary>A picture taken out of the body is no picture of the story any more; the one above the text stays.</summary>
    private static void KeepPictures(Story story)
    {
        var shown = story.Body.AllBlocks().OfType<PictureBlock>().Select(picture => picture.PictureId).OfType<Guid>().ToHashSet();
        story.Pictures.RemoveAll(picture => !picture.Lead && !shown.Contains(picture.PictureId));
    }
}
