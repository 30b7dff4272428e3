using Dateline.Browser.Tests.House;

namespace Dateline.Browser.Tests.Pages;

/// <summary>Nobody makes a page wider than its window by what they call themselves, or write.</summary>
public class LongWordTests(Chromium chromium, LongWords words) : IClassFixture<LongWords>
{
    private static readonly int[] Widths = [320, 360, 768, 1280];

    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task No_page_of_readers_gets_wide_by_a_word_without_a_break(string edition)
    {
        var demo = await words.Open(chromium);
        await Look(demo, signedIn: null, PublicPlaces.Names.Select(name => PublicPlaces.Of(name, edition, demo)));
    }

    [Fact]
    public async Task Nor_does_one_of_the_desk()
    {
        var demo = await words.Open(chromium);
        await Look(demo, demo.SignedIn, StaffPlaces.Names.Except(StaffPlaces.AtTheDoor).Select(name => StaffPlaces.Of(name, demo)));
    }

    private async Task Look(Demo demo, string? signedIn, IEnumerable<Place> places)
    {
        await using var visitor = await chromium.Visit(demo.House, Widths[0], signedIn: signedIn);
        var wide = new List<string>();
        foreach (var place in places.Where(place => place.Press is null)) // what a form answers shows what was typed there, in its fields
        {
            await place.Show(visitor);
            foreach (var width in Widths)
            {
                await visitor.Resize(width);
                if (await PageChecks.Sideways(visitor.Page) is { Length: > 0 } what) wide.Add($"{place.Name} at {width} px: {string.Join('\n', what)}");
            }
        }
        Assert.True(wide.Count == 0, string.Join("\n\n", wide));
    }
}
