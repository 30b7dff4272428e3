using System.Net;
using Dateline.Operating;
using Dateline.Stories;
using Dateline.Tests.House;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Tests.Operating;

/// <summary>The surfaces of a house that grows: hundreds of stories in the suite, up to hundreds of thousands in a soak.</summary>
public class ScaleTests
{
    private const int MostStories = 200_000;
    private const int Replies = 2;

    [Fact]
    [Trait("Soak", "yes")]
    public Task Every_surface_answers_however_many_stories_there_are()
    {
        var stories = 150;
        return Soak.Repeat("surfaces of a growing house", inSuite: 1, async seed =>
        {
            stories = Math.Min(MostStories, stories * 2);
            await Walk(stories, seed);
        });
    }

    private static async Task Walk(int stories, int seed)
    {
        await using var house = await TestHouse.Open(start: false);
        Assert.Equal(0, await Seed.Run(house.Services, stories, Replies, 3, seed, default));
        await house.App.StartAsync(TestContext.Current.CancellationToken);
        await using var db = house.OpenDb();
        Assert.Equal(stories, await db.Stories.CountAsync(TestContext.Current.CancellationToken));
        var newest = (await db.PublicStories("en", house.Clock.GetUtcNow()).FirstAsync(TestContext.Current.CancellationToken)).Id;
        var oldest = await db.PublicStories(house.Clock.GetUtcNow()).OrderBy(story => story.PublishedAt).Select(story => story.Id).FirstAsync(TestContext.Current.CancellationToken);
        foreach (var id in new[] { newest, oldest })
        {
            var story = (await db.LoadStory(id, default))!;
            var shown = PublicStory.Of(story);
            string[] paths = [story.Path, $"/en/source/{shown.Source!.Key}", $"/en/source/{shown.Source.Key}/feed.atom", $"/sitemap/en/{shown.PublishedAt:yyyy-MM}.xml", $"/api/v1/stories/{story.Key}"];
            foreach (var path in paths) Assert.Equal((path, HttpStatusCode.OK), (path, (await house.Get(path)).Status));
            Assert.Contains(story.Key, (await house.Get(paths[3])).Text, StringComparison.Ordinal);
        }
        foreach (var path in new[] { "/en", "/en/feed.rss", "/en/feed.json", "/api/v1/en/stories", "/sitemap.xml", "/sitemap/news.xml", "/en/search?q=harbour" })
            Assert.Equal((path, HttpStatusCode.OK), (path, (await house.Get(path)).Status));
    }
}
