using Dateline.Foundation.Journal;
using Dateline.Foundation.Markup;
using Dateline.Foundation.Storage;
using Dateline.Stories;

namespace Dateline.Tests.House;

/// <summary>The small cast of the tests: two editions, topics, two partner wires, and stories on demand.</summary>
internal sealed class Cast
{
    public Source HarbourWire { get; } = new() { Id = Guid.CreateVersion7(), Key = "harbour-wire", Name = "Harbour Wire", Site = "https://harbourwire.example/", Language = "en", IndexPolicy = IndexPolicy.Index };

    public Source LakesNews { get; } = new() { Id = Guid.CreateVersion7(), Key = "lakes-news", Name = "Lakes News", Site = "https://lakesnews.example/", Language = "en", Terms = Terms.Excerpt, ExcerptWords = 8, IndexPolicy = IndexPolicy.NoIndex };

    /// <summary>Writes editions, topics and sources, and waits until the house has heard of them.</summary>
    public static async Task<Cast> Enter(TestHouse house)
    {
        var cast = new Cast();
        await house.Write((db, _) =>
        {
            db.AddRange(Edition("en", "English", 1), Edition("ar", "العربية", 2), Edition("fa", "فارسی", 3));
            db.AddRange(Topic("sea", "Strait & Sea", "المضيق والبحر"), Topic("water", "Water", "المياه"));
            db.AddRange(cast.HarbourWire, cast.LakesNews);
            db.Journal.Add(new HouseChanged());
            return Task.CompletedTask;
        });
        return cast;
    }

    private static Edition Edition(string code, string name, int position) => new()
    {
        Code = code,
        Name = name,
        Language = code,
        TimeZone = "Europe/Paris",
        Position = position,
        Style = new HouseStyle { ShortName = "MERIDIAN", FullName = "Meridian Press Association", Tagline = "News of the strait" },
    };

    private static Topic Topic(string key, string en, string ar) => new() { Key = key, Names = new Dictionary<string, string> { ["en"] = en, ["ar"] = ar } };

    /// <summary>A story of our own, not saved yet.</summary>
    public Story Own(string headline, string text, string edition = "en") => new()
    {
        Id = Guid.CreateVersion7(),
        Key = StoryPath.NewKey(),
        Edition = edition,
        Language = edition,
        Headline = headline,
        Slug = StoryPath.Slug(headline),
        Body = Body.Plain(text),
        CreatedAt = TestHouse.Start,
    };

    /// <summary>A story carried from Harbour Wire, not saved yet.</summary>
    public Story Carried(string headline, string text, Source? source = null, string edition = "en")
    {
        source ??= HarbourWire;
        var url = $"{source.Site}{StoryPath.Slug(headline)}";
        return new Story
        {
            Id = Guid.CreateVersion7(),
            Key = StoryPath.NewKey(),
            Edition = edition,
            Language = edition,
            Headline = headline,
            Slug = StoryPath.Slug(headline),
            Summary = $"{headline}, in short.",
            Body = Body.Plain(text, "It was the first time in eleven days."),
            CreatedAt = TestHouse.Start,
            SourceId = source.Id,
            Credit = new Credit
            {
                Source = source.Name,
                SourceUrl = url,
                Hops = [new("Qalatain Dispatch", HopRole.Original, "https://qalatain.example/1", TestHouse.Start.AddHours(-3)), new(source.Name, HopRole.Carrier, url, TestHouse.Start.AddHours(-2))],
            },
        };
    }

    /// <summary>Saves a story and publishes it; the journal position that shows it.</summary>
    public async Task<Story> Publish(TestHouse house, Story story, params string[] topics)
    {
        story.Topics = [.. topics.Select(topic => new StoryTopic { StoryId = story.Id, TopicKey = topic })];
        await house.Write((db, _) =>
        {
            Assert.Null(story.Publish(house.Clock.Now()));
            db.Add(story);
            db.Journal.Add(story.Fact((id, key, edition, on, source) => new StoryPublished(id, key, edition, on, source)));
            return Task.CompletedTask;
        });
        return story;
    }

    /// <summary>Gives a story a picture above its text.</summary>
    public async Task<Story> WithPicture(TestHouse house, Story story)
    {
        var picture = new Picture { Id = Guid.CreateVersion7(), Width = 480, Height = 320, Widths = [480], ReceivedAt = house.Clock.Now(), Credit = "J. Amari / Harbour Wire" };
        await house.Write((db, _) =>
        {
            db.Add(picture);
            db.Add(new PictureVariant { PictureId = picture.Id, Width = 480, Bytes = [0xFF, 0xD8, 0xFF, 0xD9] });
            return Task.CompletedTask;
        });
        story.Pictures.Add(new StoryPicture { StoryId = story.Id, PictureId = picture.Id, Lead = true, Alt = "Ships at dawn", Caption = "The first ships of the convoy" });
        return story;
    }
}
