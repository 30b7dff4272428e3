using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Stories;
using Dateline.Wire;
using Dateline.Wire.Groups;
using Microsoft.EntityFrameworkCore;
using PlaceLine = Dateline.Stories.PlaceLine;

namespace Dateline.Desk;

/// <summary>What became of a pick-up: the story it led to, made now or before, or the reason why there is none.</summary>
internal sealed record PickedUp(Guid? Story, bool Before = false, Refusal? Refusal = null);

/// <summary>Makes a draft of an item of the wire, with its credit. An item is picked up once: the second time leads to the same story.</summary>
internal static class PickUpItem
{
    public static async Task<PickedUp> Perform(DatelineDb db, Guid id, Editor by, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.WireItems.FirstOrDefaultAsync(item => item.Id == id && item.Number > 0, cancel) is not { } item) return new(null, Refusal: new("missing", T("There is no such item.")));
        if (item.StoryId is { } known) return new(known, Before: true);

        var version = (await db.LatestVersion(id, cancel))!;
        var source = await db.Sources.AsTracking().FirstAsync(source => source.Id == item.SourceId, cancel);
        var copy = WireCopy.Of(item, version, source);
        var story = new Story
        {
            Id = Guid.CreateVersion7(now),
            Key = StoryPath.NewKey(),
            Edition = item.Edition,
            Language = copy.Language.Length is > 0 and <= 35 ? copy.Language : source.Language,
            Headline = Fitting(copy.Headline),
            Slug = StoryPath.Slug(copy.Headline),
            Summary = copy.Summary,
            Body = copy.Body,
            PlaceLine = copy.PlaceLine with { Place = copy.PlaceLine.Place is { Length: > 0 } place ? place : null },
            Urgent = item.Urgent,
            SourceId = source.Id,
            Source = source,
            WireItemId = id,
            WireVersion = version.Number,
            Credit = copy.Credit with { AlsoCarriedBy = await Others(db, item, cancel) },
            CreatedAt = now,
            EmbargoUntil = SourceHold.Of(version)?.Until,
        };
        if (await InboxChanges.MarkPickedUp(db, id, story.Id, now, cancel) is { } refusal) return new(null, Refusal: refusal);

        if (await WirePictures.Lead(db, item, story.Id, cancel) is { } lead) story.Pictures.Add(lead);
        db.Add(story);
        db.Add(Revision.Of(story, by.Id, now));
        return new(story.Id);
    }

    private const int MostOthers = 20;

    /// <summary>Who else sent this story, not counting those who tell of the event in words of their own.</summary>
    private static async Task<IReadOnlyList<string>> Others(DatelineDb db, WireItem item, CancellationToken cancel)
    {
        if (item.GroupId is not { } group || item.Relation == Relation.SameEvent) return [];
        var others = (await db.CarriersOf([group], cancel)).Where(other => other.Relation != Relation.SameEvent && other.SourceId != item.SourceId && other.KilledAt is null)
            .Select(other => other.SourceId).Distinct().Take(MostOthers).ToList();
        var names = others.Count == 0 ? [] : await db.Sources.Where(source => others.Contains(source.Id)).ToDictionaryAsync(source => source.Id, source => source.Name, cancel);
        return [.. others.Select(other => names[other])];
    }

    /// <summary>A wire's headline within what a headline may have.</summary>
    public static string Fitting(string headline) =>
        headline.Length <= StoryText.LongestHeadline ? headline : headline[..(StoryText.LongestHeadline - 2)].TrimEnd('\uD800', ' ') + "…";
}

/// <summary>The picture that came with an item, as the one above the text.</summary>
internal static class WirePictures
{
    public static async Task<StoryPicture?> Lead(DatelineDb db, WireItem item, Guid story, CancellationToken cancel)
    {
        if (item.PictureId is not { } picture) return null;
        var sent = await db.Set<WirePicture>().FirstOrDefaultAsync(row => row.ItemId == item.Id && row.PictureId == picture, cancel);
        return new StoryPicture { StoryId = story, PictureId = picture, Lead = true, Alt = sent?.Caption ?? "", Caption = sent?.Caption, Credit = sent?.Credit };
    }
}
