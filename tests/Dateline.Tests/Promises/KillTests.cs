using System.Net;
using Dateline.Desk;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Markup;
using Dateline.Foundation.Storage;
using Dateline.Layout;
using Dateline.People;
using Dateline.Search;
using Dateline.Stories;
using Dateline.Tests.House;
using Dateline.Wire;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Tests.Promises;

/// <summary>The promises, over the one list of surfaces.</summary>
public class KillTests
{
    private const string Headline = "Zanzibarian convoy quarrel";
    private const string Sentence = "Quixotic pilots quarrelled over the radio at dawn.";

    private static readonly Editor Editor = new(Guid.CreateVersion7(), "Mara", Role.Editor);

    [Fact]
    public async Task A_killed_story_is_gone_from_every_surface_even_with_warm_caches()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var story = await cast.Publish(house, await cast.WithPicture(house, cast.Carried(Headline, Sentence)), "sea");
        var addresses = await Addresses(house, story);
        await Eventually.Holds(async () => (await house.Get(addresses[Surfaces.Search.Name][0])).Text.Contains("convoy quarrel</a>", StringComparison.Ordinal), "search has heard of it");

        foreach (var (surface, paths) in addresses)
            foreach (var path in paths)
            {
                await house.Get(path); // warms the cache
                Assert.True(await Shows(house, surface, path, story), $"{surface} at {path} does not show the story before the kill");
            }

        await house.Write(async (db, stop) => Assert.True((await KillStory.Perform(db, story.Id, "Identity could not be confirmed.", Editor, house.Clock.Now(), stop)).Done));

        foreach (var (surface, paths) in addresses)
            foreach (var path in paths)
                Assert.False(await Shows(house, surface, path, story), $"{surface} at {path} still shows the killed story");

        var (status, notice) = await house.Get(story.Path);
        Assert.Equal(HttpStatusCode.Gone, status);
        Assert.Contains("This story has been withdrawn", notice, StringComparison.Ordinal);
        Assert.DoesNotContain("Identity could not be confirmed", notice, StringComparison.Ordinal);
        foreach (var feed in (string[])["/en/feed.atom", "/en/topic/sea/feed.atom", "/en/source/harbour-wire/feed.atom"])
            Assert.Contains($"<at:deleted-entry ref=\"urn:uuid:{story.Id}\"", (await house.Get(feed)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("deleted-entry", (await house.Get("/en/source/lakes-news/feed.atom")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await house.Get($"/api/v1/stories/{story.Key}")).Status);
    }

    [Fact]
    public async Task Whoever_had_it_from_an_edition_or_topic_that_it_has_left_is_told_too()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var story = await cast.Publish(house, cast.Carried(Headline, Sentence), "sea");
        string[] feeds = ["/en/feed.atom", "/en/topic/sea/feed.atom", "/ar/feed.atom"];
        foreach (var feed in feeds[..2]) Assert.Contains($"urn:uuid:{story.Id}", (await house.Get(feed)).Text, StringComparison.Ordinal);

        await house.Write(async (db, stop) =>
        {
            var here = (await db.LoadStory(story.Id, stop))!;
            here.Edition = "ar";
            here.Topics.Clear();
            db.Journal.Add(here.Fact((id, key, edition, on, source) => new StoryChanged(id, key, edition, on, source) { FormerEdition = "en" }));
        });
        foreach (var feed in feeds) await house.Get(feed); // warm, and without a tombstone yet
        await house.Write(async (db, stop) => Assert.True((await KillStory.Perform(db, story.Id, "Identity could not be confirmed.", Editor, house.Clock.Now(), stop)).Done));
        foreach (var feed in feeds) Assert.Contains($"<at:deleted-entry ref=\"urn:uuid:{story.Id}\"", (await house.Get(feed)).Text, StringComparison.Ordinal);
        foreach (var beside in (string[])["", "/replies", "/replies.atom"]) Assert.Equal(HttpStatusCode.Gone, (await house.Get($"/en/{story.Key}/{story.Slug}{beside}")).Status);
    }

    [Fact]
    public async Task Nothing_embargoed_shows_on_any_surface_before_its_time()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var story = await cast.WithPicture(house, cast.Carried(Headline, Sentence));
        story.EmbargoUntil = house.Clock.Now().AddHours(1);
        await cast.Publish(house, story, "sea");
        var addresses = await Addresses(house, story);

        foreach (var (surface, paths) in addresses)
            foreach (var path in paths)
                Assert.False(await Shows(house, surface, path, story), $"{surface} at {path} shows the embargoed story");

        house.Clock.Advance(TimeSpan.FromHours(1));
        foreach (var (surface, paths) in addresses)
            foreach (var path in paths)
                await Eventually.Holds(() => Shows(house, surface, path, story), $"{surface} at {path} shows it after the embargo");
    }

    [Fact]
    public async Task The_credit_stands_on_every_surface_that_carries_the_text()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var story = await cast.Publish(house, await cast.WithPicture(house, cast.Carried(Headline, Sentence)), "sea");
        foreach (var (surface, paths) in await Addresses(house, story))
            foreach (var path in paths)
            {
                var (_, text) = await house.Get(path);
                if (text.Contains(Sentence, StringComparison.Ordinal)) Assert.True(text.Contains("Harbour Wire", StringComparison.Ordinal), $"{surface} at {path} shows the text without its source");
            }
    }

    [Fact]
    public async Task A_correction_reaches_every_surface_that_carries_the_text()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var story = await cast.Publish(house, await cast.WithPicture(house, cast.Carried(Headline, Sentence)), "sea");
        var carrying = new List<string>();
        foreach (var path in (await Addresses(house, story)).SelectMany(surface => surface.Value))
            if ((await house.Get(path)).Text.Contains(Sentence, StringComparison.Ordinal)) carrying.Add(path);
        Assert.True(carrying.Count >= 10, "too few surfaces carry the text for this test to mean anything");

        var text = new StoryText(Headline, null, Body.Plain("Calm pilots agreed over the radio at dawn."), PlaceLine.None, ["sea"]);
        await house.Write(async (db, stop) => Assert.True((await CorrectStory.Perform(db, story.Id, story.Version, text, "They agreed; nobody quarrelled.", Editor, house.Clock.Now(), stop)).Done));

        foreach (var path in carrying)
        {
            var (_, page) = await house.Get(path);
            Assert.DoesNotContain(Sentence, page, StringComparison.Ordinal);
            Assert.Contains("Calm pilots agreed", page, StringComparison.Ordinal);
            Assert.Contains("They agreed; nobody quarrelled.", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Terms_that_change_hold_on_every_surface_at_once()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var story = await cast.Publish(house, await cast.WithPicture(house, cast.Carried(Headline, $"One two three four five six seven eight. {Sentence}")), "sea");
        var addresses = await Addresses(house, story);
        foreach (var path in addresses.SelectMany(surface => surface.Value)) await house.Get(path); // warms the cache
        Assert.Contains(story.Key, (await house.Get("/sitemap/news.xml")).Text, StringComparison.Ordinal);
        const string Withheld = "/en/search?q=quixotic";
        await Eventually.Holds(async () => (await house.Get(Withheld)).Text.Contains(story.Path, StringComparison.Ordinal), "search finds it by what will be withheld");

        await house.Write(async (db, stop) => Assert.Null(await SourceChanges.Change(
            db, cast.HarbourWire.Id, cast.HarbourWire.Version, new SourceDraft("Harbour Wire", cast.HarbourWire.Site, "en", null, Terms.Excerpt, 8, IndexPolicy.NoIndex), stop)));

        foreach (var (surface, paths) in addresses)
            foreach (var path in paths)
            {
                var (status, text) = await house.Get(path);
                Assert.False(text.Contains(Sentence, StringComparison.Ordinal), $"{surface} at {path} still shows the whole text");
                if (surface == Surfaces.StoryPicture.Name) Assert.Equal(HttpStatusCode.NotFound, status);
                if (path.StartsWith("/sitemap", StringComparison.Ordinal)) Assert.False(text.Contains(story.Key, StringComparison.Ordinal), $"{path} still names a story that may not be indexed");
            }
        Assert.Contains("noindex", (await house.Get(story.Path)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(story.Path, (await house.Get(Withheld)).Text, StringComparison.Ordinal); // at once, whatever the index still knows
        await Eventually.Holds(async () =>
        {
            await using var db = house.OpenDb();
            return !(await db.Set<SearchRow>().SingleAsync(row => row.StoryId == story.Id)).Text.Contains("quixotic", StringComparison.Ordinal);
        }, "the index has forgotten it too");
        Assert.Contains(story.Path, (await house.Get("/en/search?q=convoy")).Text, StringComparison.Ordinal);
    }

    /// <summary>Where the story would show, by surface; every surface of the list that the story has an address on.</summary>
    internal static async Task<Dictionary<string, List<string>>> Addresses(TestHouse house, Story story, bool withPictures = true)
    {
        await using var db = house.OpenDb();
        var loaded = await db.LoadStory(story.Id, default);
        var shown = PublicStory.Of(loaded!);
        var addresses = Surfaces.All.Where(surface => !WithoutStories.Contains(surface) && (withPictures || surface != Surfaces.StoryPicture)).ToDictionary(surface => surface.Name, surface => surface.Addresses(shown).ToList());
        Assert.All(addresses, surface => Assert.NotEmpty(surface.Value));
        await house.Write((fresh, _) =>
        {
            fresh.AddRange(Surfaces.OldAddresses.Addresses(shown).Select(path => new OldAddress { Address = path, StoryId = story.Id })); // it stood there before the house moved here
            return Task.CompletedTask;
        });
        return addresses;
    }

    /// <summary>Surfaces that carry replies rather than the story; the tests of the replies walk them.</summary>
    private static readonly Surface[] WithoutStories = [Surfaces.ReplyFeed, Surfaces.ReplyPages];

    private static async Task<bool> Shows(TestHouse house, string surface, string path, Story story)
    {
        if (surface == Surfaces.OldAddresses.Name)
        {
            using var client = house.Client();
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
            return answer.Headers.Location?.OriginalString.Contains(story.Slug, StringComparison.Ordinal) is true; // made of the headline's words
        }
        var (status, text) = await house.Get(path);
        if (surface == Surfaces.StoryPicture.Name) return status == HttpStatusCode.OK;
        // A search page repeats the question; what counts is a result.
        return surface == Surfaces.Search.Name ? text.Contains(story.Path, StringComparison.Ordinal)
            : text.Contains(story.Key, StringComparison.Ordinal) && status == HttpStatusCode.OK && (text.Contains(Headline, StringComparison.Ordinal) || path.StartsWith("/sitemap", StringComparison.Ordinal));
    }
}
