using Dateline.Foundation.Markup;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Stories;

namespace Dateline.Desk;

/// <summary>Begins a story of our own: an empty draft under a headline.</summary>
internal static class WriteStory
{
    public static Outcome Perform(DatelineDb db, Edition edition, string headline, Editor by, DateTimeOffset now)
    {
        var story = new Story
        {
            Id = Guid.CreateVersion7(now),
            Key = StoryPath.NewKey(),
            Edition = edition.Code,
            Language = edition.Language,
            Headline = headline,
            Slug = StoryPath.Slug(headline),
            Body = Body.Empty,
            PlaceLine = new PlaceLine(null, DateOnly.FromDateTime(edition.Local(now).Date)),
            CreatedAt = now,
        };
        if (string.IsNullOrWhiteSpace(headline)) return new(story, new Refusal("no-headline", T("Give the story a headline.")));
        if (headline.Length > StoryText.LongestHeadline) return new(story, new Refusal("long-headline", T("A headline has at most {0} characters.", StoryText.LongestHeadline)));

        db.Add(story);
        db.Add(Revision.Of(story, by.Id, now));
        return new(story);
    }
}
