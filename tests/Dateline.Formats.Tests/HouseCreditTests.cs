namespace Dateline.Formats.Tests;

/// <summary>Houses, offices and people where a feed has one field for who wrote it, and what carriers write around a text.</summary>
public class HouseCreditTests
{
    [Theory]
    [InlineData("Redacción / Agencias", null, null)]
    [InlineData("Redaktion", null, null)]
    [InlineData("Pressestelle", null, null)]
    [InlineData("Agencias, María Quilla", "María Quilla", null)]
    [InlineData("Le Quai avec AFP", null, "AFP")]
    [InlineData("Le Quai avec AFP et Reuters", null, "AFP")]
    [InlineData("Jean Martin (avec AFP)", "Jean Martin (avec AFP)", "AFP")]
    [InlineData("Jean Martin avec AFP", "Jean Martin avec AFP", "AFP")]
    [InlineData("Maria Quilla – Repórter da Agência Brasil", "Maria Quilla", "Agência Brasil")]
    [InlineData("Maria Quilla - Repórter da Agência Brasil", "Maria Quilla", "Agência Brasil")]
    [InlineData("Jean Martin avec Anne Dupont", "Jean Martin avec Anne Dupont", null)]
    public async Task Whoever_stands_in_the_field_is_told_apart(string creator, string? byline, string? source)
    {
        var item = await Item("<p>Les bacs reprennent.</p>", creator);
        Assert.Equal((byline, source), (item.Byline, item.Credit?.Source));
        Assert.DoesNotContain(item.Authors, author => author.Name is { } name && (name.Contains("AFP", StringComparison.Ordinal) || name.Contains("Ag", StringComparison.Ordinal) || name.Contains("Red", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_paper_in_square_brackets_before_the_town_signs()
    {
        var item = await Item("[Capital FM] Nairobi -- The Likoni ferry is back after two days of repairs.", "Capital FM");
        Assert.Equal(("Nairobi", "Capital FM", null, "The Likoni ferry is back after two days of repairs."), (item.PlaceLine?.Place, item.Credit?.Source, item.Byline, item.Body?.Content));
    }

    [Fact]
    public async Task Whose_a_picture_is_stands_behind_via()
    {
        var item = await Item("<figure><img src=\"https://wire.example/a.jpg\"/><figcaption>Fähre (Archiv), via dts Nachrichtenagentur</figcaption></figure><p>Norddeich (dts Nachrichtenagentur) – Die Fähren fahren wieder.</p><p>„Alles ruhig“, sagte sie der dts Nachrichtenagentur.</p><p>Foto: Fähre (Archiv), via dts Nachrichtenagentur</p>");
        var picture = Assert.Single(item.Media);
        Assert.Equal(("Fähre (Archiv)", "dts Nachrichtenagentur"), (picture.Caption, picture.Credit));
        Assert.EndsWith("<p>„Alles ruhig“, sagte sie der dts Nachrichtenagentur.</p>", item.Body!.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<p>Læs hele pressemeddelelsen på Via Ritzau her: <a href=\"https://via.ritzau.dk/1\">https://via.ritzau.dk/1</a></p><p>** Ovenstående pressemeddelelse er videreformidlet af Ritzau på vegne af tredjepart. Ritzau er derfor ikke ansvarlig for indholdet **</p>")]
    [InlineData("<p>(Zhang Hai in Guangzhou also contributed to the story.)</p>")]
    [InlineData("<p>(Zhang Hai and Li Fan contributed to this report.)</p>")]
    public async Task What_stands_below_goes(string tail)
    {
        const string Story = "<p>HAIKOU, Nov. 16 (Xinhua) -- Ferries returned.</p><p>There are no queues.</p>";
        var item = await Item(Story + tail);
        Assert.EndsWith("<p>There are no queues.</p>", item.Body!.Content, StringComparison.Ordinal);
        if (tail.Contains("contributed", StringComparison.Ordinal)) Assert.Contains(new Contributor("Zhang Hai", "reporter"), item.Contributors);
    }

    [Fact]
    public async Task The_link_to_the_whole_text_is_no_summary() =>
        Assert.Equal("The first vessel left at six", (await Item("The first vessel left at six <br/><a href=\"https://wire.example/1\">Read Full Article at RT.com</a>")).Summary);

    private static async Task<NewsItem> Item(string text, string creator = "") =>
        Assert.Single((await FeedReading.OfAsync($"<rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>Le Quai.fr - Actualités</title><item><guid isPermaLink=\"false\">1</guid><pubDate>Mon, 16 Nov 2026 09:12:00 GMT</pubDate><title>Ferries</title><dc:creator>{creator}</dc:creator><description><![CDATA[{text}]]></description></item></channel></rss>")).Items);
}
