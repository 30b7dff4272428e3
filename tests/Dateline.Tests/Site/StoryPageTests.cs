using System.Net;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Pages;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Stories;
using Dateline.Tests.House;
using Dateline.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Tests.Site;

public class StoryPageTests
{
    [Fact]
    public async Task A_carried_story_shows_its_credit_dateline_and_chain()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var story = await cast.Publish(house, cast.Carried("Strait reopens", "The strait reopened at dawn."), "sea");

        var (status, page) = await house.Get(story.Path);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("<a class=\"credit\" href=\"/en/source/harbour-wire\"><bdi>Harbour Wire</bdi>/</a>", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"placeline\">MERIDIAN (Meridian Press Association)-</span> The strait reopened at dawn.", page, StringComparison.Ordinal);
        Assert.Contains("Qalatain Dispatch", page, StringComparison.Ordinal);
        Assert.Contains("https://harbourwire.example/strait-reopens", page, StringComparison.Ordinal);
        Assert.Contains("\"creditText\":\"Qalatain Dispatch / Harbour Wire\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_latest_stories_stand_beside_it_and_go_when_they_are_killed()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var story = await cast.Publish(house, cast.Carried("Strait reopens", "Text."));
        var other = await cast.Publish(house, cast.Carried("Lakes accord signed", "Text."));
        var (_, page) = await house.Get(story.Path);
        Assert.Contains("Lakes accord signed", page, StringComparison.Ordinal);

        await house.Write(async (db, stop) =>
        {
            var loaded = (await db.LoadStory(other.Id, stop))!;
            Assert.Null(loaded.KillFor("It was wrong.", null, house.Clock.Now()));
            db.Journal.Add(loaded.Fact((id, key, edition, topics, source) => new StoryKilled(id, key, edition, topics, source)));
        });
        Assert.DoesNotContain("Lakes accord signed", (await house.Get(story.Path)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lakes-news", "noindex")]
    [InlineData("harbour-wire", null)]
    public async Task The_list_of_a_source_is_found_where_its_stories_may_be(string source, string? robots)
    {
        await using var house = await TestHouse.Open();
        await Cast.Enter(house);
        using var reader = house.Client();
        using var answer = await reader.GetAsync(new Uri($"/en/source/{source}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(robots, answer.Headers.TryGetValues("X-Robots-Tag", out var told) ? string.Join(", ", told) : null);
    }

    [Fact]
    public async Task What_is_not_known_of_a_story_is_left_out_of_what_machines_read()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var story = await cast.Publish(house, cast.Carried("Strait reopens", "Text."));
        await house.Write(async (db, stop) =>
        {
            (await db.Set<Source>().FindAsync([cast.HarbourWire.Id], stop))!.Site = null;
            db.Journal.Add(new SourceChanged(cast.HarbourWire.Id));
        });
        var (_, page) = await house.Get(story.Path);
        var article = page.Split("application/ld+json\">")[1].Split("</script>")[0];
        Assert.Contains("\"sourceOrganization\":{\"@type\":\"Organization\",\"name\":\"Harbour Wire\"}", article, StringComparison.Ordinal);
        Assert.DoesNotContain("null", article, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pages_of_a_source_are_there_as_soon_as_it_is_added()
    {
        await using var house = await TestHouse.Open();
        await Cast.Enter(house);
        string[] pages = ["/en/source/isle-post", "/en/source/isle-post/feed.atom"];
        foreach (var path in pages) Assert.Equal(HttpStatusCode.NotFound, (await house.Get(path)).Status);
        await house.Write(async (db, stop) => Assert.Null((await SourceChanges.Add(db, new SourceDraft("Isle Post", null, "en"), house.Clock.Now(), stop)).Refusal));
        foreach (var path in pages) Assert.Equal(HttpStatusCode.OK, (await house.Get(path)).Status);
    }

    [Fact]
    public async Task An_old_slug_redirects_and_the_key_alone_finds_the_story()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var story = await cast.Publish(house, cast.Carried("Strait reopens", "Text."));

        using var client = house.Client();
        using var answer = await client.GetAsync(new Uri($"/en/{story.Key}/an-older-headline", UriKind.Relative));
        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal(story.Path, answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_draft_and_an_embargoed_story_are_not_there_until_their_time()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var story = cast.Carried("Embargoed budget", "The numbers.");
        story.EmbargoUntil = house.Clock.Now().AddHours(2);
        await cast.Publish(house, story, "sea");

        Assert.Equal(HttpStatusCode.NotFound, (await house.Get(story.Path)).Status);
        Assert.DoesNotContain("Embargoed budget", (await house.Get("/en")).Text, StringComparison.Ordinal);

        house.Clock.Advance(TimeSpan.FromHours(2));
        await Eventually.Holds(async () => (await house.Get(story.Path)).Status == HttpStatusCode.OK, "the embargo ended and the cached 404 went");
        await Eventually.Holds(async () => (await house.Get("/en")).Text.Contains("Embargoed budget", StringComparison.Ordinal), "it stands on the front");
    }

    [Fact]
    public async Task The_contract_cuts_what_is_shown()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var story = await cast.Publish(house, cast.Carried("Lake rises", "one two three four five six seven eight nine ten eleven", cast.LakesNews));

        var (_, page) = await house.Get(story.Path);
        Assert.Contains("three four", page, StringComparison.Ordinal);
        Assert.DoesNotContain("five", page, StringComparison.Ordinal); // the standfirst has the other four of the eight
        Assert.Contains("Read the full story at Lakes News", page, StringComparison.Ordinal);
        Assert.Contains("<meta name=\"robots\" content=\"noindex\"", page, StringComparison.Ordinal);

        // A changed contract counts at once.
        await house.Write(async (db, stop) =>
        {
            var source = await db.FindAsync<Source>([cast.LakesNews.Id], stop);
            source!.Terms = Terms.LinkOnly;
            db.Journal.Add(new SourceChanged(source.Id));
        });
        (_, page) = await house.Get(story.Path);
        Assert.DoesNotContain("one two", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_is_rendered_once_and_then_served_without_the_database()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var story = await cast.Publish(house, cast.Carried("Strait reopens", "Text."));
        await house.Get(story.Path);
        var counters = house.Services.GetRequiredService<PageCache>().Counters;
        var renders = counters.Renders;
        for (var i = 0; i < 10; i++) await house.Get(story.Path);
        Assert.Equal(renders, counters.Renders);
        Assert.True(counters.Hits >= 10);
    }
}
