using Dateline.Foundation.Journal;
using Dateline.Foundation.Markup;
using Dateline.Foundation.Storage;
using Dateline.Replies;
using Dateline.Stories;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Browser.Tests.House;

/// <summary>A small agency for one journey: three editions, a topic, a partner wire, and stories on demand.</summary>
internal sealed class Newsroom : IAsyncDisposable
{
    private readonly Source _harbourWire = new() { Id = Guid.CreateVersion7(), Key = "harbour-wire", Name = "Harbour Wire", Site = "https://harbourwire.example/", Language = "en", IndexPolicy = IndexPolicy.Index };

    private Newsroom(OpenHouse house) => House = house;

    public OpenHouse House { get; }

    public static async Task<Newsroom> Open()
    {
        var room = new Newsroom(await OpenHouse.Open());
        await room.House.Write((db, _) =>
        {
            db.AddRange(Edition("en", "English", 1), Edition("ar", "العربية", 2), Edition("fa", "فارسی", 3));
            db.Add(new Topic { Key = "sea", Names = new Dictionary<string, string>(StringComparer.Ordinal) { ["en"] = "Strait & Sea", ["ar"] = "المضيق والبحر", ["fa"] = "تنگه و دریا" } });
            db.Add(room._harbourWire);
            db.Journal.Add(new HouseChanged());
            return Task.CompletedTask;
        });
        return room;
    }

    /// <summary>A story carried from Harbour Wire, published.</summary>
    public async Task<Story> Publish(string headline, string text, string edition = "en", int replies = 0)
    {
        var now = TimeProvider.System.Now();
        var id = Guid.CreateVersion7();
        var url = $"https://harbourwire.example/{StoryPath.Slug(headline)}";
        var story = new Story
        {
            Id = id,
            Key = StoryPath.NewKey(),
            Edition = edition,
            Language = edition,
            Headline = headline,
            Slug = StoryPath.Slug(headline),
            Body = Body.Plain(text, "It was the first time in eleven days."),
            Topics = [new StoryTopic { StoryId = id, TopicKey = "sea" }],
            CreatedAt = now,
            SourceId = _harbourWire.Id,
            Credit = new Credit { Source = _harbourWire.Name, SourceUrl = url, Hops = [new(_harbourWire.Name, HopRole.Original, url, now.AddHours(-2))] },
        };
        var vault = House.App.Services.GetRequiredService<AddressVault>();
        await House.Write((db, _) =>
        {
            Assert.Null(story.Publish(now));
            db.Add(story);
            db.AddRange(Enumerable.Range(1, replies).Select(number => (Number: number, Id: Guid.CreateVersion7())).Select(row => new Reply
            {
                Id = row.Id,
                Path = ThreadPath.Of(null, row.Id),
                StoryId = id,
                StoryKey = story.Key,
                Edition = edition,
                Name = $"Reader {row.Number}",
                EmailCipher = vault.Hide($"reader{row.Number}@readers.example"),
                Body = Body.Plain($"Letter number {row.Number}."),
                State = ReplyState.Published,
                SubmittedAt = now,
                PublishedAt = now.AddSeconds(row.Number),
            }));
            db.Journal.Add(story.Fact((storyId, key, of, on, source) => new StoryPublished(storyId, key, of, on, source)));
            return Task.CompletedTask;
        });
        return story;
    }

    private static Edition Edition(string code, string name, int position) => new()
    {
        Code = code,
        Name = name,
        Language = code,
        TimeZone = "UTC",
        Position = position,
        Style = new HouseStyle { ShortName = "MERIDIAN", FullName = "Meridian Press Association", Tagline = "News of the strait" },
    };

    public ValueTask DisposeAsync() => House.DisposeAsync();
}
