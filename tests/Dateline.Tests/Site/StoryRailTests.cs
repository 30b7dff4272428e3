using Dateline.Foundation.Markup;
using Dateline.Site;
using Dateline.Stories;
using Dateline.Tests.House;

namespace Dateline.Tests.Site;

public class StoryRailTests
{
    private static readonly HouseBook Book = new([], [Topic("sea"), Topic("water")]);

    [Fact]
    public void Beside_a_story_stand_the_latest_and_then_its_own_subject_with_a_picture_first()
    {
        var newest = Enumerable.Range(0, 12).Select(number => Card(number, number % 2 == 0 ? "sea" : "water", picture: number == 10)).ToList();
        var rail = StoryRail.Of(Story(newest[3], "land", "sea"), newest, Book);
        Assert.Equal([0, 1, 2, 4, 5, 6], rail.Latest.Select(Number));
        Assert.Equal("sea", rail.Topic!.Key); // nobody knows "land" any more
        Assert.Equal([10, 8], rail.More.Select(Number)); // none twice

        // Nothing else on its subject: others, what has a picture first.
        rail = StoryRail.Of(Story(newest[3], "air"), [.. newest, Card(12, "sea", picture: true)], Book);
        Assert.Null(rail.Topic);
        Assert.Equal([10, 12, 7, 8], rail.More.Select(Number));

        // One alone is no part of its own, and nothing at all is no rail.
        Assert.Empty(StoryRail.Of(Story(newest[3], "air"), newest[..8], Book).More);
        Assert.Empty(StoryRail.Of(Story(newest[3], "sea"), [newest[3]], Book).All);
    }

    private static int Number(StoryCard card) => int.Parse(card.Key, System.Globalization.CultureInfo.InvariantCulture);

    private static Topic Topic(string key) => new() { Key = key, Names = new Dictionary<string, string>() };

    private static StoryCard Card(int number, string topic, bool picture = false) => new()
    {
        Id = Guid.CreateVersion7(),
        Key = $"{number}",
        Edition = "en",
        Language = "en",
        Headline = $"Story {number}",
        Path = $"/en/{number}/story",
        Urgent = false,
        PublishedAt = TestHouse.Start.AddMinutes(-number),
        UpdatedAt = TestHouse.Start,
        Topics = [topic],
        Picture = picture ? new PublicPicture(Guid.CreateVersion7(), 1200, 800, [480], null, "", null, null, true) : null,
    };

    private static PublicStory Story(StoryCard card, params string[] topics) => new()
    {
        Id = card.Id,
        Key = card.Key,
        Edition = card.Edition,
        Language = card.Language,
        Headline = card.Headline,
        Path = card.Path,
        Slug = "story",
        Body = Body.Plain("Text."),
        PlaceLine = PlaceLine.None,
        Urgent = false,
        PublishedAt = card.PublishedAt,
        UpdatedAt = card.UpdatedAt,
        Corrections = [],
        Topics = topics,
        Pictures = [],
        RepliesOpen = true,
        Version = 1,
    };
}
