using Dateline.Browser.Tests.House;
using Microsoft.Playwright;

namespace Dateline.Browser.Tests.Journeys;

public class MarginTests(Chromium chromium, DemoHouse demos)
{
    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task What_else_there_is_goes_along_beside_a_long_text_and_its_discussion(string edition)
    {
        var demo = await demos.Open(chromium);
        await using var reader = await chromium.Visit(demo.House);
        await reader.GoTo(demo.Stories[edition].WithReplies);
        foreach (var (place, beside) in new[] { (".story-body > p:nth-of-type(3)", ".related .briefs > li"), ("#leave-a-reply", ".related .teaser") })
        {
            await reader.Page.Locator(place).First.EvaluateAsync("it => it.scrollIntoView({ block: 'center', behavior: 'instant' })");
            await Assertions.Expect(reader.Page.Locator(beside).First).ToBeInViewportAsync();
        }
        reader.AssertQuiet();
    }
}
