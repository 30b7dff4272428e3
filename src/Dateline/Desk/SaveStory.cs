using Dateline.Foundation.Journal;
using Dateline.Foundation.Markup;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Desk;

/// <summary>Takes over a new text. Every text a story ever had is kept as a revision.</summary>
internal static class SaveStory
{
    /// <param name="version">The version the text was written on; a story that has moved on is a conflict, and nothing is lost.</param>
    public static async Task<Outcome> Perform(DatelineDb db, Guid id, int version, StoryText text, Editor by, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.LoadStory(id, cancel) is not { } story) return Outcome.Missing;
        if (story.Version != version) return new(story, Conflict: true);
        if (story.Status == StoryStatus.Published && !by.May(Policies.Editor)) return new(story, Outcome.NotEditor);
        if (story.Status != StoryStatus.Killed && text.IsOf(story)) return new(story);

        if (text.Edition is { } to && to != story.Edition && !await db.Editions.AnyAsync(edition => edition.Code == to, cancel)) return new(story, new Refusal("no-edition", T("There is no such edition.")));
        if (await LiftsTheSourcesEmbargo(db, story, text, now, cancel)) return new(story, new Refusal("embargo", T("The source holds this story longer than that; only a later time can be set.")));

        var before = await KeptAlready(db, story, cancel) ? null : Revision.Of(story, null, story.CreatedAt);
        var from = story.Edition;
        var formerly = story.Topics.ConvertAll(topic => topic.TopicKey);
        if (story.Edit(text, now) is { } refusal) return new(story, refusal);

        await KeepPictures(db, story, cancel);
        if (before is not null) db.Add(before);
        db.Add(Revision.Of(story, by.Id, now));
        if (story.Status == StoryStatus.Published)
            db.Journal.Add(story.Fact((id, key, edition, topics, source) => new StoryChanged(id, key, edition, topics, source) { FormerEdition = edition == from ? null : from }, formerly));
        return new(story);
    }

    /// <summary>An embargo of the source's is the source's: the desk may only make it longer.</summary>
    private static async Task<bool> LiftsTheSourcesEmbargo(DatelineDb db, Story story, StoryText text, DateTimeOffset now, CancellationToken cancel)
    {
        if (text.Hold is not { } hold || !(story.EmbargoUntil > now) || hold.EmbargoUntil >= story.EmbargoUntil) return false;
        return await SourceHold.Of(db, story, cancel) is { HasTime: true } held && held.Until > now && !(hold.EmbargoUntil >= held.Until);
    }

    private static Task<bool> KeptAlready(DatelineDb db, Story story, CancellationToken cancel) =>
        db.Set<Revision>().AnyAsync(revision => revision.StoryId == story.Id, cancel);

    /// <summary>
    /// The pictures of a story are those its body shows and the one above the text. One that was taken out goes; one
    /// that an older revision brings back is taken up again.
    /// </summary>
    private static async Task KeepPictures(DatelineDb db, Story story, CancellationToken cancel)
    {
        var shown = story.Body.AllBlocks().OfType<PictureBlock>().Where(picture => picture.PictureId is not null).DistinctBy(picture => picture.PictureId).ToList();
        story.Pictures.RemoveAll(row => !row.Lead && shown.TrueForAll(picture => picture.PictureId != row.PictureId));

        var missing = shown.Where(picture => story.Pictures.TrueForAll(row => row.PictureId != picture.PictureId)).ToList();
        if (missing.Count == 0) return;
        var ids = missing.ConvertAll(picture => picture.PictureId!.Value);
        var ours = await db.Set<Picture>().Where(picture => ids.Contains(picture.Id)).Select(picture => picture.Id).ToListAsync(cancel);
        story.Pictures.AddRange(missing.Where(picture => ours.Contains(picture.PictureId!.Value)).Select(picture => new StoryPicture
        {
            StoryId = story.Id,
            PictureId = picture.PictureId!.Value,
            Alt = picture.Alt,
            Caption = picture.Caption.Length > 0 ? picture.Caption : null,
            Credit = picture.Credit.Length > 0 ? picture.Credit : null,
        }));
    }
}
