using Dateline.Browser.Tests.House;
using Dateline.Browser.Tests.Pages;
using Microsoft.Playwright;

namespace Dateline.Browser.Tests.Journeys;

public class DirectionTests(Chromium chromium, DemoHouse demos)
{
    private const int Width = 1280;
    private static readonly string[] Furniture = [".masthead-date", ".masthead-search", ".story-head", ".story > figure", ".story-meta", ".story-body", ".related", ".credits", ".reply-form .field:has(#name)", ".reply-form .field:has(#email)"];

    /// <summary>What stands at one side in English stands as far from the other side in Arabic and Persian.</summary>
    [Theory]
    [InlineData("ar")]
    [InlineData("fa")]
    public async Task An_edition_that_reads_from_the_right_is_mirrored(string edition)
    {
        var demo = await demos.Open(chromium);
        await using var reader = await chromium.Visit(demo.House, Width);
        var english = await Places(reader, demo.Stories["en"].Carried);
        var mirrored = await Places(reader, demo.Stories[edition].Carried);
        await Assertions.Expect(reader.Page.Locator("html")).ToHaveAttributeAsync("dir", "rtl");
        await Assertions.Expect(reader.Page.Locator("html")).ToHaveAttributeAsync("lang", edition);

        foreach (var selector in Furniture)
        {
            var ((start, end), (left, right)) = (english[selector], mirrored[selector]);
            // The letters are 8 % larger there, and the margins with them.
            Assert.True(Math.Abs(start - (Width - right)) < 24 && Math.Abs(end - (Width - left)) < 24, $"{selector} at {start:0}–{end:0} px in English, at {left:0}–{right:0} px in {edition}");
        }
        reader.AssertQuiet();
    }

    [Theory]
    [InlineData("ar", 320)]
    [InlineData("fa", 320)]
    [InlineData("fa", 390)]
    [InlineData("en", 320)]
    public async Task Nothing_scrolls_sideways_on_a_small_phone(string edition, int width)
    {
        var demo = await demos.Open(chromium);
        await using var reader = await chromium.Visit(demo.House, width);
        foreach (var name in PublicPlaces.Names)
        {
            await PublicPlaces.Of(name, edition, demo).Show(reader);
            await PageChecks.AssertNoSidewaysScroll(reader.Page, $"{name} of {edition} at {width} px");
        }
        reader.AssertQuiet();
    }

    private static async Task<Dictionary<string, (float Left, float Right)>> Places(Visitor reader, string path)
    {
        await reader.GoTo(path);
        var all = new Dictionary<string, (float, float)>(StringComparer.Ordinal);
        foreach (var selector in Furniture)
        {
            var box = await reader.Page.Locator(selector).First.BoundingBoxAsync();
            Assert.NotNull(box);
            all[selector] = (box.X, box.X + box.Width);
        }
        return all;
    }
}
