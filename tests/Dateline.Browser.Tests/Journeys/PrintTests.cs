using Dateline.Browser.Tests.House;
using Microsoft.Playwright;

namespace Dateline.Browser.Tests.Journeys;

public class PrintTests(Chromium chromium, DemoHouse demos)
{
    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task On_paper_a_story_is_its_text_its_credit_and_its_address(string edition)
    {
        var demo = await demos.Open(chromium);
        await using var reader = await chromium.Visit(demo.House, colors: ColorScheme.Dark);
        await reader.GoTo(demo.Stories[edition].Carried);
        await reader.Page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = ColorScheme.Dark });

        foreach (var kept in new[] { ".wordmark", "h1", ".story-body", ".story > figure img", ".credits", ".print-address", ".story-meta time" })
            await Assertions.Expect(reader.Page.Locator(kept).First).ToBeVisibleAsync();
        foreach (var gone in new[] { ".topics", ".editions", ".masthead-search", ".related", ".replies", ".reply-form", ".skip", ".colophon nav" })
            await Assertions.Expect(reader.Page.Locator(gone).First).Not.ToBeVisibleAsync();
        await Assertions.Expect(reader.Page.Locator(".print-address")).ToHaveTextAsync(reader.Page.Url);
        // Black on white, whatever the screen shows.
        Assert.Equal("rgb(255, 255, 255) rgb(0, 0, 0)", await reader.Page.EvaluateAsync<string>("() => { const style = getComputedStyle(document.body); return `${style.backgroundColor} ${style.color}`; }"));
        reader.AssertQuiet();
    }
}
