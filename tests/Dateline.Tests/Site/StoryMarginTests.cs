using Dateline.Foundation.Journal;
using Dateline.Foundation.Pages;
using Dateline.Stories;
using Dateline.Tests.House;
using Dateline.Tests.Replies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Tests.Site;

/// <summary>A story's page is kept apart from its margin, which changes more often; together they are never older than either.</summary>
public class StoryMarginTests
{
    [Fact]
    public async Task A_publication_comes_into_the_margin_of_pages_that_are_not_rendered_again()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var first = await cast.Publish(house, cast.Carried("Strait reopens", "Text."), "sea");
        var second = await cast.Publish(house, cast.Carried("Harbour dredged", "Text."), "sea");
        await house.Get(first.Path);
        await house.Get(second.Path);
        var rendered = Parts(house).Renders;

        await cast.Publish(house, cast.Carried("Lakes accord signed", "Text."), "sea"); // of the same source and topic
        foreach (var story in new[] { first, second })
        {
            var (_, page) = await house.Get(story.Path);
            Assert.Contains("Lakes accord signed", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<template", page, StringComparison.Ordinal);
            Assert.Equal(1, Count(page, story.Headline + "</h1>"));
        }
        Assert.Equal(rendered + 2, Parts(house).Renders); // the two margins, each without its own story
    }

    [Fact]
    public async Task What_happens_to_the_story_renders_its_page_again_and_not_its_margin()
    {
        await using var scene = await ReplyScene.Open();
        var (house, story) = (scene.House, scene.Story);
        var other = await scene.Cast.Publish(house, scene.Cast.Carried("Harbour dredged", "Text."));
        await house.Get(story.Path);
        await house.Get(other.Path);
        var rendered = Parts(house).Renders;
        await scene.Receive();
        await scene.Approve();
        var (_, page) = await house.Get(story.Path);
        Assert.Contains(ReplyScene.Text, page, StringComparison.Ordinal);
        Assert.Contains("Harbour dredged", page, StringComparison.Ordinal);
        await house.Get(other.Path); // in whose margin the story stands
        Assert.Equal(rendered + 1, Parts(house).Renders);
    }

    [Fact]
    public async Task Stories_that_are_older_than_the_margin_share_one()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var old = new List<Story>();
        foreach (var number in Enumerable.Range(0, LatestStories.Count + 3)) old.Add(await cast.Publish(house, cast.Carried($"Strait reopens {number}", "Text."), "sea"));
        var rendered = Parts(house).Renders;
        foreach (var story in old.Take(3)) await house.Get(story.Path);
        Assert.Equal(rendered + 4, Parts(house).Renders);
    }

    [Fact]
    public async Task A_changed_source_is_told_in_page_and_margin()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var story = await cast.Publish(house, cast.Carried("Strait reopens", "Text."));
        await cast.Publish(house, cast.Carried("Harbour dredged", "Text."));
        await house.Get(story.Path);
        await house.Write(async (db, stop) =>
        {
            var source = await db.Sources.AsTracking().SingleAsync(row => row.Id == story.SourceId, stop);
            source.Name = "Quay Wire";
            db.Journal.Add(new SourceChanged(source.Id));
        });
        var (_, page) = await house.Get(story.Path);
        Assert.DoesNotContain("<bdi>Harbour Wire</bdi>/", page, StringComparison.Ordinal);
        Assert.Equal(2, Count(page, "<bdi>Quay Wire</bdi>/"));
    }

    private static PageCounters Parts(TestHouse house) => house.Services.GetRequiredService<PageParts>().Counters;

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
