using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Dateline.Foundation.Journal;
using Dateline.Layout;
using Dateline.Stories;
using Dateline.Tests.House;

namespace Dateline.Tests.Promises;

/// <summary>Wherever a carried story shows, its source is named for whoever reads there, whichever way was agreed.</summary>
public class CreditTests
{
    private const string Source = "Harbour Wire";

    /// <summary>Addresses and pictures; and the news sitemap, whose format has a headline and no place for a source.</summary>
    private static readonly Surface[] WithoutWords = [Surfaces.Sitemap, Surfaces.NewsSitemap, Surfaces.StoryPicture, Surfaces.OldAddresses];

    [Theory]
    [InlineData(CreditStyle.Prefix)]
    [InlineData(CreditStyle.Byline)]
    [InlineData(CreditStyle.CreditBox)]
    public async Task Every_surface_that_shows_a_story_names_its_source(CreditStyle agreed)
    {
        await using var house = await TestHouse.Open(options: given => given with { Mail = new MailOptions("127.0.0.1", 9, Tls: false, null, null, "replies@meridian.example") });
        var cast = await Cast.Enter(house);
        cast.HarbourWire.CreditStyle = agreed;
        await house.Write((db, _) =>
        {
            db.Update(cast.HarbourWire);
            db.Journal.Add(new SourceChanged(cast.HarbourWire.Id));
            return Task.CompletedTask;
        });
        // Enough that a front has a lead, seconds, briefs and bands of each kind.
        var stories = new List<Story>();
        foreach (var number in Enumerable.Range(0, 24))
        {
            var story = cast.Carried($"Convoy number {number} sails", $"Pilots of number {number} met at dawn.");
            stories.Add(await cast.Publish(house, number % 3 == 0 ? await cast.WithPicture(house, story) : story, number < 14 ? "sea" : "water"));
        }
        var last = stories[^1];
        await Eventually.Holds(async () => (await house.Get("/en/search?q=convoy")).Text.Contains(last.Path, StringComparison.Ordinal), "search has heard of it");
        var sides = new[] { last.Path + "/follow", last.Path + "/follow/asked" };

        foreach (var (surface, path) in (await Addresses(house, last)).Concat(sides.Select(path => (Surfaces.ReplyPages, path))))
        {
            var (status, text) = await house.Get(path);
            Assert.True(status == HttpStatusCode.OK, $"{path} answered {status}");
            var nameless = Places(path, text).Where(place => place.Contains("Convoy number", StringComparison.Ordinal) && !place.Contains(Source, StringComparison.Ordinal)).ToList();
            Assert.True(nameless.Count == 0, $"{surface.Name} at {path} shows without its source: {string.Join(" | ", nameless.Take(3))}");
            Assert.True(Places(path, text).Any(place => place.Contains(last.Headline, StringComparison.Ordinal)), $"{surface.Name} at {path} doesn’t show the story");
        }
    }

    private static async Task<List<(Surface Surface, string Path)>> Addresses(TestHouse house, Story story)
    {
        await using var db = house.OpenDb();
        var shown = PublicStory.Of((await db.LoadStory(story.Id, default))!);
        return [.. Surfaces.All.Except(WithoutWords).SelectMany(surface => surface.Addresses(shown).Select(path => (surface, surface == Surfaces.Search ? "/en/search?q=convoy" : path)))];
    }

    /// <summary>What a reader sees as one thing: an article, a line of a list, a title.</summary>
    private static IEnumerable<string> Places(string path, string text)
    {
        if (text.StartsWith('{'))
        {
            var stories = JsonNode.Parse(text)!;
            return (stories["stories"] ?? stories["items"])?.AsArray().Select(story => Decoded(story!)) ?? [Decoded(stories)];
        }
        if (text.StartsWith("<?xml", StringComparison.Ordinal))
        {
            // The title is what a reader of feeds lists; what it says in elements of its own, many don't show.
            var feed = XDocument.Parse(text);
            return feed.Descendants().Where(element => element.Name.LocalName == "title" && element.Value.Contains("Convoy number", StringComparison.Ordinal)).Select(title => title.Value);
        }
        var page = new HtmlParser().ParseDocument(text);
        return page.All.Where(element => element.LocalName is not ("script" or "style") && element.ChildNodes.OfType<IText>().Any(words => words.Data.Contains("Convoy number", StringComparison.Ordinal)))
            .Select(element => (element.Closest("article") ?? element.Closest("li, h1, aside, p, title") ?? element).TextContent);
    }

    /// <summary>JSON Feed's title, the API's chain: the words as they are, not as they are written down.</summary>
    private static string Decoded(JsonNode story) => story["title"]?.GetValue<string>() ?? $"{story["headline"]} {story["credit"]?["source"]}";
}
