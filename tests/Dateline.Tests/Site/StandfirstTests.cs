using AngleSharp.Html.Parser;
using Dateline.Foundation.Markup;
using Dateline.Stories;
using Dateline.Tests.House;

namespace Dateline.Tests.Site;

/// <summary>What stands above the text of a story, and how much of it the contract gives.</summary>
public class StandfirstTests
{
    private const string Text = "One two three four five six seven eight nine ten eleven twelve.";

    [Fact]
    public async Task A_text_that_begins_with_its_summary_says_it_once()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var story = cast.Carried("Strait reopens", Text);
        (story.Summary, story.Body) = (Text, Body.Plain(Text));
        await cast.Publish(house, story);
        var (standfirst, body, description) = await Read(house, story);
        Assert.Null(standfirst);
        Assert.Contains(Text, body, StringComparison.Ordinal);
        Assert.Equal(Text, description);
    }

    [Theory]
    [InlineData(Text, null, "One two three four five six seven eight…", true)] // the wire's one text: description and body
    [InlineData("Alpha beta gamma.", "Alpha beta gamma.", "One two three four five…", true)]
    [InlineData("Alpha beta gamma delta epsilon zeta eta theta iota.", "Alpha beta gamma delta epsilon zeta eta theta…", "", false)]
    [InlineData(null, null, "One two three four five six seven eight…", true)]
    public async Task An_excerpt_shows_the_words_agreed_and_no_more(string? summary, string? above, string below, bool dated)
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var story = cast.Carried("Strait reopens", Text, cast.LakesNews);
        (story.Summary, story.Body) = (summary, Body.Plain(Text));
        await cast.Publish(house, story);
        var (standfirst, body, _) = await Read(house, story);
        Assert.Equal(above, standfirst);
        Assert.Equal(dated, body.Contains("MERIDIAN (Meridian Press Association)", StringComparison.Ordinal));
        Assert.Contains(below, body, StringComparison.Ordinal);
        Assert.DoesNotContain("nine", body, StringComparison.Ordinal);
    }

    private static async Task<(string? Standfirst, string Body, string? Description)> Read(TestHouse house, Story story)
    {
        var page = await new HtmlParser().ParseDocumentAsync((await house.Get(story.Path)).Text);
        return (page.QuerySelector(".standfirst")?.TextContent, page.QuerySelector(".story-body")!.TextContent, page.QuerySelector("meta[property='og:description']")?.GetAttribute("content"));
    }
}
