using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Stories;
using Dateline.Wire;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Desk;

/// <summary>Makes a draft of a wire item. The draft carries the whole credit, and nothing at the desk can take it away.</summary>
internal static class PickUp
{
    public static async Task<Outcome> Perform(DatelineDb db, Guid itemId, Editor by, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.WireItems.FirstOrDefaultAsync(item => item.Id == itemId, cancel) is not { } item) return new(null, new Refusal("missing", "There is no such item."));
        if (item.StoryId is { } known) return new(await db.LoadStory(known, cancel), new Refusal("done", "Somebody picked this item up already."));
        if (await db.LatestVersion(itemId, cancel) is not { } version) return new(null, new Refusal("killed", "The source withdrew this item; it can't be picked up."));
        var source = await db.Sources.FirstAsync(one => one.Id == item.SourceId, cancel);

        var copy = WireCopy.Of(item, version, source);
        var story = new Story
        {
            Id = Guid.CreateVersion7(now),
            Key = StoryPath.NewKey(),
            Edition = item.Edition,
            Language = copy.Language,
            Headline = copy.Headline,
            Slug = StoryPath.Slug(copy.Headline),
            Summary = copy.Summary,
            Body = copy.Body,
            PlaceLine = copy.PlaceLine,
            Urgent = item.Urgent,
            SourceId = source.Id,
            Credit = copy.Credit,
            WireItemId = item.Id,
            WireVersion = version.Number,
            CreatedAt = now,
        };
        if (await InboxChanges.MarkPickedUp(db, itemId, story.Id, now, cancel) is { } refusal) return new(null, refusal);
        if (item.PictureId is { } picture && await db.Set<WirePicture>().FirstOrDefaultAsync(row => row.PictureId == picture, cancel) is { } sent)
            story.Pictures.Add(new StoryPicture { StoryId = story.Id, PictureId = picture, Lead = true, Alt = sent.Caption ?? "", Caption = sent.Caption, Credit = sent.Credit ?? source.Name });
        var topics = version.News.Subjects.Select(subject => subject.Code ?? subject.Name ?? "").Concat(version.News.Keywords).Select(word => word.ToLowerInvariant()).ToList();
        var ours = await db.Topics.Where(topic => topics.Contains(topic.Key)).Select(topic => topic.Key).ToListAsync(cancel);
        story.Topics.AddRange(ours.Select(topic => new StoryTopic { StoryId = story.Id, TopicKey = topic }));
        db.Add(story);
        db.Add(Revision.Of(story, by.Id, now));
        return new(story);
    }
}
