using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Stories;
using Dateline.Wire;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Desk;

/// <summary>A newer version that the source has sent of a story we carry.</summary>
/// <param name="Corrects">The source says that it puts a mistake right.</param>
public sealed record SourceUpdate(int Number, WireCopy Copy, SourceHold? Hold, bool Corrects)
{
    /// <summary>The embargo that keeps it from taking the place of a text that readers see; null when none does.</summary>
    public SourceHold? Bars(Story story, DateTimeOffset now) => story.IsOut(now) && Hold is { } hold && hold.Until > now ? hold : null;

    /// <summary>Null when we have the newest. Nothing is stored for it: the item's version tells.</summary>
    internal static async Task<SourceUpdate?> Of(DatelineDb db, Story story, CancellationToken cancel)
    {
        if (story.WireItemId is not { } id || await db.WireItems.FirstOrDefaultAsync(item => item.Id == id, cancel) is not { } item || item.Number <= story.WireVersion) return null;
        var version = (await db.LatestVersion(id, cancel))!;
        var source = await db.Sources.FirstAsync(source => source.Id == item.SourceId, cancel);
        return new SourceUpdate(version.Number, WireCopy.Of(item, version, source), SourceHold.Of(version), item.Corrects);
    }
}

/// <summary>Takes the source's newer text over, as an edit; on a published story with a note that tells readers, when one is given.</summary>
internal static class TakeOverUpdate
{
    public static async Task<Outcome> Perform(DatelineDb db, Guid id, int version, string note, Editor by, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.LoadStory(id, cancel) is not { } story) return Outcome.Missing;
        if (await SourceUpdate.Of(db, story, cancel) is not { } update) return new(story, new Refusal("none", T("The source has sent nothing newer.")));

        if (update.Bars(story, now) is { } bar)
        {
            var edition = await db.Editions.FirstAsync(edition => edition.Code == story.Edition, cancel);
            return new(story, new Refusal("held", bar.Say(edition,
                N("The source holds version {1} until {0}. This story is public, so it can’t have that text before."),
                N("The source holds version {1} and doesn’t say until when. This story is public, so it can’t have that text before."), update.Number)));
        }

        var copy = update.Copy;
        var place = copy.PlaceLine is { Place: null or "", Date: null } ? story.PlaceLine : copy.PlaceLine;
        var text = new StoryText(PickUpItem.Fitting(copy.Headline), copy.Summary, copy.Body, place, [.. story.Topics.Select(topic => topic.TopicKey)], story.Urgent,
            Hold: update.Hold is { } hold && !hold.IsKeptBy(story, now) ? new Hold(hold.Until, story.ExpiresAt) : null);
        var saved = note.Length > 0
            ? await CorrectStory.Perform(db, id, version, text, note, by, now, cancel)
            : await SaveStory.Perform(db, id, version, text, by, now, cancel);
        if (saved is not { Done: true, Story: { } done }) return saved;
        done.WireVersion = update.Number;
        if (done.WireItemId is { } item) await InboxChanges.MarkSeen(db, item, now, cancel); // whether it waited for that or not
        return saved;
    }
}
