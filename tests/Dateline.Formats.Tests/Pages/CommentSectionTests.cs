namespace Dateline.Formats.Tests.Pages;

/// <summary>What readers wrote is not the story, whatever its heading is called and however much they wrote; a story may have such a heading too.</summary>
public class CommentSectionTests
{
    private const string Story = "<p>The ferries of Port Harbour sailed again on Monday after three days of storm, the harbour board said in a statement.</p><p>Fishermen on the eastern shore lost most of their nets and asked the government for help before the winter comes.</p>";

    [Theory]
    [InlineData("What do you think?")]
    [InlineData("Discussion")]
    [InlineData("Reader comments")]
    [InlineData("Readers’ comments (12)")]
    [InlineData("Top comments")]
    [InlineData("Join the discussion")]
    [InlineData("Join the conversation")]
    [InlineData("Have your say")]
    [InlineData("Ihre Meinung")]
    [InlineData("Diskussion")]
    [InlineData("Réactions")]
    [InlineData("Opiniones")]
    [InlineData("¿Qué opinas?")]
    [InlineData("Обсуждение")]
    [InlineData("نظرات مخاطبان")]
    [InlineData("みんなのコメント")]
    public async Task Readers_are_told_from_the_reporter(string heading)
    {
        foreach (var count in (int[])[2, 12, 40])
        {
            var voices = string.Concat(Enumerable.Range(0, count).Select(n => $"<div class=\"c\"><b>reader{n}</b><p>I have waited on this quay for many years, and never was it as bad as the papers made it. The board has learnt nothing, number {n}.</p></div>"));
            foreach (var body in (string[])[$"<div>{Story}</div><section class=\"x\"><h2>{heading}</h2>{voices}</section>", $"{Story}<h3>{heading}</h3>{voices}"])
            {
                var item = await PageExtractionTests.Read($"<html><body><main><h1>Ferries sail again after the storm</h1>{body}</main></body></html>");
                Assert.EndsWith("before the winter comes.", PageExtractionTests.Text(item), StringComparison.Ordinal);
                Assert.StartsWith("The ferries of Port Harbour", PageExtractionTests.Text(item), StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("<h2>Discussion</h2><p>Others said that the storm had been foreseen for days, and that nobody had moved the boats out of its way.</p><p>The board said on Monday that it would look into that before the end of the year.</p>")]
    [InlineData("<h2>Réactions</h2><p><b>Ines Okafor, mayor of Tarn</b></p><p>“We have not seen such a sea in twenty years, and we hope never to see it again,” she told the council.</p><p><b>Carl Dunn, harbour master</b></p><p>“Nobody could have foreseen it, and the board said on Monday that it would look into that before the end of the year.”</p>")]
    [InlineData("<div><h4>Join the conversation</h4><a href=\"/talk\">Talk to us</a></div><p>Others said that the storm had been foreseen for days, and that nobody had moved the boats.</p><p>The board said on Monday that it would look into that before the end of the year.</p>")]
    public async Task A_story_may_have_such_a_heading(string rest)
    {
        var item = await PageExtractionTests.Read($"<html><body><main><h1>Ferries sail again after the storm</h1><div>{Story}{rest}</div></main></body></html>");
        Assert.Contains("before the end of the year.", PageExtractionTests.Text(item), StringComparison.Ordinal);
    }
}
