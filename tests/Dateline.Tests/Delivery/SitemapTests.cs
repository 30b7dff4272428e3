using System.Net;
using Dateline.Foundation.Journal;
using Dateline.Stories;
using Dateline.Tests.House;

namespace Dateline.Tests.Delivery;

public class SitemapTests
{
    [Theory]
    [InlineData("/sitemap/en/2026-10.xml")] // nothing was published then
    [InlineData("/sitemap/ar/2026-11.xml")] // nor there
    [InlineData("/sitemap/atlantis/2026-11.xml")]
    [InlineData("/sitemap/en/2026-13.xml")]
    public async Task A_month_without_stories_and_an_edition_that_is_none_are_not_found(string path)
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        await cast.Publish(house, cast.Carried("Ferry runs aground", "All aboard are safe."), "sea");
        Assert.Equal(HttpStatusCode.NotFound, (await house.Get(path)).Status);
        Assert.Equal(HttpStatusCode.OK, (await house.Get("/sitemap/en/2026-11.xml")).Status);
    }

    [Fact]
    public async Task The_list_of_files_names_each_month_with_a_story_to_be_indexed_and_no_other()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var old = await cast.Publish(house, cast.Carried("The ice goes out early", "Two weeks before the mean."), "water");
        await cast.Publish(house, cast.Carried("Ferry runs aground", "All aboard are safe."), "sea");
        var hidden = await cast.Publish(house, cast.Carried("Perch are back", "One two three four.", cast.LakesNews), "sea");
        await Date(house, old, new(2026, 8, 31, 23, 59, 0, TimeSpan.Zero));
        await Date(house, hidden, new(2026, 9, 12, 8, 0, 0, TimeSpan.Zero));

        var (_, files) = await house.Get("/sitemap.xml");
        Assert.Contains("/sitemap/en/2026-11.xml", files, StringComparison.Ordinal);
        Assert.Contains("/sitemap/en/2026-08.xml", files, StringComparison.Ordinal);
        foreach (var none in new[] { "2026-10", "2026-09", "2026-07", "/ar/" }) Assert.DoesNotContain(none, files, StringComparison.Ordinal);
        Assert.Contains(old.Key, (await house.Get("/sitemap/en/2026-08.xml")).Text, StringComparison.Ordinal);
    }

    private static Task Date(TestHouse house, Story story, DateTimeOffset at) => house.Write(async (db, stop) =>
    {
        (await db.LoadStory(story.Id, stop))!.PublishedAt = at;
        db.Journal.Add(story.Fact((id, key, edition, topics, source) => new StoryChanged(id, key, edition, topics, source)));
    });
}
