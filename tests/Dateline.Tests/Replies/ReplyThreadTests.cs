using System.Xml.Linq;
using Dateline.Foundation.Journal;
using Dateline.Replies;
using Dateline.Replies.Threads;
using Dateline.Stories;
using Dateline.Tests.House;

namespace Dateline.Tests.Replies;

public class ReplyThreadTests
{
    [Fact]
    public async Task A_long_thread_is_paged_oldest_first_and_counted_whole_on_each_page()
    {
        await using var scene = await ReplyScene.Open();
        await scene.Add(120, ReplyState.Published, i => TestHouse.Start.AddSeconds(i / 3)); // three share each instant
        await scene.Add(5, ReplyState.Held, _ => TestHouse.Start);
        var seen = new List<string>();
        var pages = 0;
        for (var path = scene.Story.Path; path is not null; pages++)
        {
            var page = await scene.Page(path);
            Assert.Equal("120 replies", page.QuerySelector("#replies-name")!.TextContent);
            seen.AddRange(page.QuerySelectorAll(".letter-text").Select(text => text.TextContent.Trim()));
            path = page.QuerySelector(".replies .pages a[rel=next]")?.GetAttribute("href")?.Split('#')[0];
        }
        Assert.Equal(3, pages);
        Assert.Equal(Enumerable.Range(0, 120).Select(i => $"Letter {i}."), seen);
    }

    [Fact]
    public async Task A_page_past_the_end_still_knows_the_count()
    {
        await using var scene = await ReplyScene.Open();
        await scene.Add(3, ReplyState.Published, _ => TestHouse.Start);
        var place = new ThreadPlace(Dateline.Foundation.Storage.Instants.ToMicroseconds(TestHouse.Start.AddYears(-1)), Guid.Empty);
        var thread = await scene.Read(db => db.PublicReplies(scene.Story.Id, ThreadOrder.Newest, place, default));
        Assert.Equal((3, 0), (thread.Count, thread.Replies.Count));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("-1-00000000000000000000000000000000")]
    [InlineData("after-1-00000000000000000000000000000000")]
    [InlineData("99999999999999999999-00000000000000000000000000000000")]
    [InlineData("1-xyz")]
    [InlineData("1-00000000000000000000000000000000-1")]
    public void A_place_that_is_none_is_the_beginning(string text) => Assert.Null(ThreadPlace.Parse(text));

    [Fact]
    public void A_place_is_read_as_it_was_written()
    {
        var place = new ThreadPlace(17, Guid.CreateVersion7());
        Assert.Equal(place, ThreadPlace.Parse(place.ToString()));
        Assert.Equal(place with { Backwards = true }, ThreadPlace.Parse((place with { Backwards = true }).ToString()));
    }

    [Fact]
    public async Task The_feed_carries_the_newest_replies_and_the_whole_count()
    {
        await using var scene = await ReplyScene.Open();
        await scene.Add(60, ReplyState.Published, i => TestHouse.Start.AddMinutes(i));
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var feed = XDocument.Parse((await scene.House.Get(scene.At("/replies.atom"))).Text).Root!;
        Assert.StartsWith("60 replies:", feed.Element(atom + "title")!.Value, StringComparison.Ordinal);
        Assert.Equal(TestHouse.Start.AddMinutes(59), DateTimeOffset.Parse(feed.Element(atom + "updated")!.Value, System.Globalization.CultureInfo.InvariantCulture));
        var letters = feed.Elements(atom + "entry").Select(entry => entry.Element(atom + "author")!.Value).ToList();
        Assert.Equal(50, letters.Count);
        Assert.Equal("Reader 59", letters[0]);
    }

    [Fact]
    public async Task The_feed_is_the_same_feed_under_another_headline_and_no_page_to_be_found()
    {
        await using var scene = await ReplyScene.Open();
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var before = XDocument.Parse((await scene.House.Get(scene.At("/replies.atom"))).Text).Root!.Element(atom + "id")!.Value;
        await scene.House.Write(async (db, stop) =>
        {
            var story = (await db.LoadStory(scene.Story.Id, stop))!;
            (story.Headline, story.Slug, story.Edition) = ("Strait closes again", "strait-closes-again", "ar");
            db.Journal.Add(story.Fact((id, key, edition, topics, source) => new StoryChanged(id, key, edition, topics, source)));
        });
        using var reader = scene.House.Client();
        using var answer = await reader.GetAsync(new Uri($"/ar/{scene.Story.Key}/strait-closes-again/replies.atom", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("noindex", answer.Headers.GetValues("X-Robots-Tag").Single());
        Assert.Equal(before, XDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Root!.Element(atom + "id")!.Value);
    }
}
