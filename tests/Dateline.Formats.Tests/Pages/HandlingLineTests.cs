namespace Dateline.Formats.Tests.Pages;

/// <summary>What a page or a text tells the desk above its story is heard, wherever it stands, and is no part of the story.</summary>
public class HandlingLineTests
{
    private const string First = "The ferries of Port Harbour sailed again on Monday after three days of storm, the harbour board said in a statement.";
    private const string Second = "Some four thousand passengers had waited on the quay since Friday evening, according to the company that runs the ferries.";

    [Theory]
    [InlineData("<p>EMBARGOED until 18 November 2026 00:01 GMT</p>", "", "")]
    [InlineData("", "<p>EMBARGOED until 18 November 2026 00:01 GMT</p>", "")]
    [InlineData("", "<p><strong>EMBARGOED UNTIL: 00:01 GMT, 18 NOVEMBER 2026</strong></p>", "")]
    [InlineData("", "<div class=\"embargo\">Embargo: 18 November 2026, 00:01 GMT</div>", "")]
    [InlineData("", "", "<div>EMBARGOED UNTIL 18 NOVEMBER 2026, 00:01 GMT</div>")]
    public async Task A_page_is_held(string above, string below, string among)
    {
        var item = await PageExtractionTests.Read($"<html><body>{above}<article><h1>Ferries sail again after the storm</h1>{below}<p>{First}</p>{among}<p>{Second}</p></article></body></html>");
        Assert.Equal("2026-11-18T00:01:00Z", SampleFacts.Time(item.Embargo?.Until));
        Assert.Equal("Ferries sail again after the storm", item.Headline);
        if (among.Length == 0) Assert.DoesNotContain("mbargo", PageExtractionTests.Text(item), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_page_that_is_held_has_no_more_in_its_story_than_another()
    {
        var item = await PageExtractionTests.Read($"<html><body><article><h1>Ferries sail again after the storm</h1><p>EMBARGOED until 18 November 2026 00:01 GMT</p><p>Harbour</p><p>By Mara Quill</p><p>{First}</p><p>{Second}</p></article></body></html>");
        Assert.Equal($"{First}\n{Second}", PageExtractionTests.Text(item));
    }

    [Theory]
    [InlineData("<ul><li><a href=\"/e\">EMBARGO</a></li><li><a href=\"/o\">OIL</a></li></ul>")]
    [InlineData("<p>Embargo on oil lifts prices</p>")]
    [InlineData("<div>Kill</div>")]
    public async Task A_rubric_holds_no_page(string above)
    {
        var item = await PageExtractionTests.Read($"<html><body>{above}<article><h1>Ferries sail again after the storm</h1><p>{First}</p><p>{Second}</p></article></body></html>");
        Assert.Null(item.Embargo);
        Assert.Equal(PubStatus.Usable, item.Status);
    }

    [Theory]
    [InlineData("<div class=\"box\">STORY WITHDRAWN</div><h1>Ferries sail again after the storm</h1>")]
    [InlineData("<h1>Ferries sail again after the storm</h1><p>MANDATORY KILL</p>")]
    public async Task A_page_is_canceled(string above)
    {
        var item = await PageExtractionTests.Read($"<html><body><article>{above}<p>{First}</p><p>{Second}</p></article></body></html>");
        Assert.Equal((PubStatus.Canceled, false), (item.Status, item.Publishable));
    }

    [Theory]
    [InlineData("PRESS RELEASE\n\nEMBARGOED UNTIL 18 NOVEMBER 2026, 00:01 GMT\n\nFerries sail again after the storm\n\n")]
    [InlineData("EMBARGOED UNTIL 18 NOVEMBER 2026, 00:01 GMT\n\nFerries sail again after the storm\n\n")]
    [InlineData("Ferries sail again after the storm\n\nEMBARGOED UNTIL 18 NOVEMBER 2026, 00:01 GMT\n\n")]
    [InlineData("Embargo: 18 November 2026, 00:01 GMT\n\nFerries sail again after the storm\n\n")]
    [InlineData("EMBARGOED UNTIL 18 NOVEMBER 2026, 00:01 GMT: Ferries sail again after the storm\n\n")]
    public async Task A_text_is_held(string above)
    {
        var item = await DumpTests.Read($"{above}{First}\n\n{Second}\n");
        Assert.Equal("2026-11-18T00:01:00Z", SampleFacts.Time(item.Embargo?.Until));
        Assert.Equal("Ferries sail again after the storm", item.Headline);
        Assert.Equal($"{First}\n\n{Second}", item.Body!.Content);
    }

    [Theory]
    [InlineData("MANDATORY KILL\n\nFerries sail again after the storm\n\n")]
    [InlineData("Ferries sail again after the storm\n\nSTORY REMOVED\n\n")]
    public async Task A_text_is_canceled(string above)
    {
        var item = await DumpTests.Read($"{above}{First}\n\n{Second}\n");
        Assert.Equal((PubStatus.Canceled, false), (item.Status, item.Publishable));
        Assert.Equal("Ferries sail again after the storm", item.Headline);
    }
}
