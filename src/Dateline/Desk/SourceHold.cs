using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.Layout.Languages;
using Dateline.Stories;
using Dateline.Wire;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Desk;

/// <summary>
/// What a source says of when its item may be public. Its latest version counts, whichever the story's text is of: an
/// embargo that comes late holds the text that came before it.
/// </summary>
/// <param name="Version">The version that says so.</param>
/// <param name="Until"><see cref="Story.NoTimeKnown"/> when the source names no end (NewsML-G2: an empty &lt;embargoed/&gt;).</param>
public sealed record SourceHold(int Version, DateTimeOffset Until)
{
    public bool HasTime => Until != Story.NoTimeKnown;

    /// <summary>Null when the source doesn't hold this version.</summary>
    internal static SourceHold? Of(WireVersion version) =>
        version.News.Embargo is { } embargo ? new(version.Number, embargo.Until?.ToUniversalTime() ?? Story.NoTimeKnown) : null;

    /// <summary>That of the item's latest version; null for our own work, too.</summary>
    internal static async Task<SourceHold?> Of(DatelineDb db, Story story, CancellationToken cancel) =>
        story.WireItemId is { } item && await db.LatestVersion(item, cancel) is { } latest ? Of(latest) : null;

    /// <summary>
    /// Whether the story waits as long as its source asks. Where the source names no end, the desk sets one: any that was set
    /// after it had heard of the embargo.
    /// </summary>
    public bool IsKeptBy(Story story, DateTimeOffset now) => Until <= now || story.EmbargoUntil >= Until || (!HasTime && Version <= HeardOf(story));

    /// <summary>The version of which the desk has heard whether its source holds it.</summary>
    public static int HeardOf(Story story) => Math.Max(story.WireVersion ?? 0, story.HoldHeard ?? 0);

    /// <summary>A sentence about it to whoever asks.</summary>
    /// <param name="until">The English of it, with <c>{0}</c> for the time by the edition's clock, and <c>{1}</c>… for <paramref name="more"/>.</param>
    /// <param name="open">What is said when no time is known.</param>
    public string Say(Edition edition, string until, string open, params ReadOnlySpan<object> more) =>
        T(HasTime ? until : open, [HasTime ? Wording.Of(DeskWords.Language).DateTime(edition, Until) : "", .. more]);
}

/// <summary>Takes up an embargo that came with a newer version: what readers haven't seen yet waits as long.</summary>
internal static class HearHold
{
    public static async Task Perform(DatelineDb db, Guid id, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.LoadStory(id, cancel) is not { WireItemId: { } item } story || await db.LatestVersion(item, cancel) is not { } latest || latest.Number <= SourceHold.HeardOf(story)) return;
        var heard = SourceHold.HeardOf(story);
        var before = await db.Set<WireVersion>().FirstOrDefaultAsync(version => version.ItemId == item && version.Number == heard, cancel);
        story.HoldHeard = latest.Number;

        // The same embargo again: where it has no end, the time that the desk has set meanwhile stands.
        if (SourceHold.Of(latest) is not { } hold || (before is not null && SourceHold.Of(before)?.Until == hold.Until) || !story.HoldUntil(hold.Until, now)) return;
        db.Add(Revision.Of(story, null, now));
        if (story.Status == StoryStatus.Published) db.Journal.Add(story.Fact((id, key, edition, topics, source) => new StoryChanged(id, key, edition, topics, source)));
    }
}
