using System.Globalization;
using System.Xml.Linq;
using Dateline.Desk;
using Dateline.People;
using Dateline.Tests.House;

namespace Dateline.Tests.Delivery;

public class FeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly Editor Editor = new(Guid.CreateVersion7(), "Mara", Role.Editor);

    [Fact]
    public async Task A_feed_says_that_it_changed_when_a_story_is_killed_and_never_goes_back_in_time()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        await cast.Publish(house, cast.Carried("Ferry runs aground", "All aboard are safe."), "sea");
        house.Clock.Advance(TimeSpan.FromMinutes(10));
        var newest = await cast.Publish(house, cast.Carried("Pilot named in inquiry", "Sources say so."), "sea");
        var (atom, rss) = await Updated(house);
        Assert.Equal((house.Clock.GetUtcNow(), house.Clock.GetUtcNow()), (atom, rss));

        house.Clock.Advance(TimeSpan.FromMinutes(10));
        await house.Write(async (db, stop) => Assert.True((await KillStory.Perform(db, newest.Id, "Could not be confirmed.", Editor, house.Clock.GetUtcNow(), stop)).Done));
        Assert.Equal((house.Clock.GetUtcNow(), house.Clock.GetUtcNow()), await Updated(house));
    }

    [Theory]
    [InlineData("/en/feed.rss")]
    [InlineData("/en/feed.atom")]
    [InlineData("/en/feed.json")]
    [InlineData("/en/topic/sea/feed.atom")]
    [InlineData("/en/source/lakes-news/feed.rss")]
    [InlineData("/api/v1/en/stories")]
    [InlineData("story")]
    public async Task What_machines_read_is_not_listed_by_search_engines(string path)
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var story = await cast.Publish(house, cast.Carried("Perch are back", "One two three four.", cast.LakesNews), "sea");
        if (path == "story") path = $"/api/v1/stories/{story.Key}";
        using var reader = house.Client();
        foreach (var turn in new[] { "rendered", "kept" })
        {
            using var answer = await reader.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.True(answer.Headers.TryGetValues("X-Robots-Tag", out var said) && said.Single() == "noindex", turn);
        }
    }

    [Fact]
    public async Task The_source_of_an_item_is_a_place_of_its_own_and_the_article_a_link()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        await cast.Publish(house, cast.Carried("Ferry runs aground", "All aboard are safe."), "sea");
        await cast.Publish(house, cast.Carried("Pilots end strike", "They are back."), "sea");
        const string Site = "https://harbourwire.example/";

        var entries = XDocument.Parse((await house.Get("/en/feed.atom")).Text).Root!.Elements(Atom + "entry").ToList();
        Assert.Equal(2, entries.Count);
        Assert.All(entries, entry =>
        {
            var source = entry.Element(Atom + "source")!;
            Assert.Equal((Site, "Harbour Wire", Site), (source.Element(Atom + "id")!.Value, source.Element(Atom + "title")!.Value, source.Element(Atom + "link")!.Attribute("href")!.Value));
            Assert.Contains(entry.Elements(Atom + "link"), link => link.Attribute("rel")!.Value == "via" && link.Attribute("href")!.Value.Length > Site.Length);
        });
        var items = XDocument.Parse((await house.Get("/en/feed.rss")).Text).Root!.Element("channel")!.Elements("item").ToList();
        Assert.All(items, item => Assert.Equal((Site, "Harbour Wire"), (item.Element("source")!.Attribute("url")!.Value, item.Element("source")!.Value)));
        Assert.All(items, item => Assert.Contains(item.Elements(Atom + "link"), link => link.Attribute("rel")!.Value == "via" && link.Attribute("href")!.Value.Length > Site.Length));

        using var json = System.Text.Json.JsonDocument.Parse((await house.Get("/en/feed.json")).Text);
        Assert.All(json.RootElement.GetProperty("items").EnumerateArray().ToList(), item => Assert.StartsWith(Site, item.GetProperty("external_url").GetString(), StringComparison.Ordinal));
        Assert.Contains(json.RootElement.GetProperty("items").EnumerateArray(), item => item.GetProperty("external_url").GetString() == Site + "pilots-end-strike");
    }

    private static async Task<(DateTimeOffset Atom, DateTimeOffset Rss)> Updated(TestHouse house)
    {
        var atom = XDocument.Parse((await house.Get("/en/feed.atom")).Text).Root!.Element(Atom + "updated")!.Value;
        var rss = XDocument.Parse((await house.Get("/en/feed.rss")).Text).Root!.Element("channel")!.Element("lastBuildDate")!.Value;
        return (DateTimeOffset.Parse(atom, CultureInfo.InvariantCulture), DateTimeOffset.Parse(rss, CultureInfo.InvariantCulture));
    }
}
