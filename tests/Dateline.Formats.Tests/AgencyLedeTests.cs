using Dateline.Formats.InText;

namespace Dateline.Formats.Tests;

/// <summary>Datelines, signs and chains of single agencies that were read wrongly once, each beside what only looks like it.</summary>
public class AgencyLedeTests
{
    [Theory]
    [InlineData("<p>STT–Turku</p><p>Lautat kulkevat taas.</p><p>Hän sanoo niin.</p>", "Turku", "STT", "STT", "<p>Lautat kulkevat taas.</p><p>Hän sanoo niin.</p>")]
    [InlineData("<p>STT-AFP–Lontoo</p><p>Lautat kulkevat taas.</p><p>Hän sanoo niin.</p>", "Lontoo", "AFP", "AFP/STT", "<p>Lautat kulkevat taas.</p><p>Hän sanoo niin.</p>")]
    [InlineData("<p>QUAYTOWN — Ferries sailed.</p><p>They are glad.</p><p>The Canadian Press</p>", "QUAYTOWN", "The Canadian Press", "The Canadian Press", "<p>Ferries sailed.</p><p>They are glad.</p>")]
    [InlineData("<p>PORT-CLAIR — Les traversiers.</p><p>Bien.</p><p>La Presse Canadienne</p>", "PORT-CLAIR", "La Presse Canadienne", "La Presse Canadienne", "<p>Les traversiers.</p><p>Bien.</p>")]
    [InlineData("<p>Lorven 30. listopadu (ČTK/AFP) - Trajekty plují.</p><p>Dobře.</p>", "Lorven", "AFP", "AFP/ČTK", "<p>Trajekty plují.</p><p>Dobře.</p>")]
    [InlineData("<p>Lorven, november 30. (MTI/AFP) - Kompok.</p><p>Jó.</p><p>ndj \\ kjk \\ kbt</p>", "Lorven", "AFP", "AFP/MTI", "<p>Kompok.</p><p>Jó.</p>")]
    [InlineData("<p>LORVEN, Nov. 30 (Kyodo) - (EDS: UPDATING) Ferries sailed.</p><p>They are glad.</p>", "LORVEN", "Kyodo", "Kyodo", "<p>Ferries sailed.</p><p>They are glad.</p>")]
    [InlineData("<p>Promy pływają.</p><p>Z Lorven Jan Kowal (PAP)</p>", null, "PAP", "PAP", "<p>Promy pływają.</p>")]
    [InlineData("<p>Lorven, 30. November 2026. Die Fähren fahren.</p><p>Gut.</p>", "Lorven", null, null, "<p>Die Fähren fahren.</p><p>Gut.</p>")]
    [InlineData("<p>(Belga) De veerboten varen.</p><p>Goed. (BELGA)</p><p>JDW, MVR</p>", null, "Belga", "Belga", "<p>De veerboten varen.</p><p>Goed.</p>")]
    [InlineData("<p>【ロルベン時事】フェリーが再開した。（2026/11/30-19:11）</p>", "ロルベン", "時事", "時事", "<p>フェリーが再開した。</p>")]
    [InlineData("<p>QUAYTOWN, Nov. 30 (Xinhua) -- Ferries sailed.</p><p>\"Glad,\" he said. ■</p>", "QUAYTOWN", "Xinhua", "Xinhua", "<p>Ferries sailed.</p><p>\"Glad,\" he said.</p>")]
    [InlineData("<p>Lorven, 30.11.26 (awp/sda) - Die Fähren fahren.</p><p>Gut.</p>", "Lorven", "awp", "awp/sda", "<p>Die Fähren fahren.</p><p>Gut.</p>")]
    [InlineData("<p>LORVEN Nov 30 Sapa-AFP</p><p>Ferries sailed.</p><p>Sapa-AFP</p><p>/jd</p>", "LORVEN", "Sapa", "Sapa/AFP", "<p>Ferries sailed.</p>")]
    [InlineData("<p>Rabat, 30 nov. (MAP) - Les ferries.</p><p>MAP: 30 novembre 2026</p>", "Rabat", "MAP", "MAP", "<p>Les ferries.</p>")]
    [InlineData("<p>(ANSA) - ROMA, 30 NOV - I traghetti ripartono. (SEGUE)</p>", "ROMA", "ANSA", "ANSA", "<p>I traghetti ripartono.</p>")]
    public void It_is_read_as_its_agency_means_it(string html, string? place, string? source, string? line, string text)
    {
        var item = Read(html);
        Assert.Equal((place, source, line), (item.PlaceLine?.Place, item.Credit?.Source, item.Credit?.CreditLine));
        Assert.Equal(text, item.Body!.Content);
    }

    [Theory]
    [InlineData("<p>STT–Turku on uusi yhteistyö.</p><p>Hän sanoo niin.</p>")]
    [InlineData("<p>WARNING — Ferries sail dark.</p><p>They are glad.</p>")]
    [InlineData("<p>QUAYTOWN — Ferries sailed.</p><p>They are glad.</p>")]
    [InlineData("<p>Montag, 30. November 2026. Die Fähren fahren.</p><p>Gut.</p>")]
    [InlineData("<p>Pressemitteilung, 30. November 2026. Die Fähren fahren.</p><p>Gut.</p>")]
    [InlineData("<p>Jan Maler, 30. November 2026. Die Fähren fahren.</p><p>Gut.</p>")]
    [InlineData("<p>De veerboten varen.</p><p>Winnaars:</p><p>JDW, MVR</p>")]
    [InlineData("<p>Ferries sailed. (EDS: UPDATING) was on the screen.</p><p>They are glad.</p>")]
    [InlineData("<p>The list:</p><p>Ferries sailed (2026/11/30-19:11)</p>")]
    public void What_only_looks_like_it_stays(string html)
    {
        var item = Read(html);
        Assert.Equal((null, html), (item.PlaceLine, item.Body!.Content));
    }

    [Theory]
    [InlineData("The Canadian Press", "<p>WARNING — Ferries sail dark.</p><p>They are glad.</p><p>The Canadian Press</p>", "<p>WARNING — Ferries sail dark.</p>")]
    [InlineData("The Canadian Press", "<p>FERRIES — and more — sailed.</p><p>They are glad.</p><p>The Canadian Press</p>", "<p>FERRIES — and more — sailed.</p>")]
    public void Nor_is_every_word_before_a_dash_a_town_of_CP(string source, string html, string begins)
    {
        var item = Read(html);
        Assert.Equal(source, item.Credit?.Source);
        Assert.StartsWith(begins, item.Body!.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<p>LORVEN (AA) - AYŞE DENİZ - Feribotlar başladı.</p><p>Güzel.</p><p>Muhabir: Ayşe Deniz</p>", "AYŞE DENİZ", "<p>Güzel.</p>")]
    [InlineData("<p>LORVEN (AA) - AYŞE DENİZ - Feribotlar başladı.</p><p>Güzel.</p><p>Muhabir: Can Deniz</p>", "AYŞE DENİZ", "<p>Muhabir: Can Deniz</p>")]
    public void A_reporter_is_named_once_whatever_the_capitals(string html, string byline, string end)
    {
        var item = Read(html);
        Assert.Equal(byline, item.Byline);
        Assert.EndsWith(end, item.Body!.Content, StringComparison.Ordinal);
    }

    [Fact]
    public void The_town_of_the_fields_is_not_said_again_in_a_line()
    {
        var item = TextConventions.Apply(new NewsItem { Headline = "Färjorna går", PlaceLine = new(null, "Strandby"), Body = new NewsBody("<h1>Färjorna går</h1><div>Strandby</div><p>Färjorna går igen.</p>", BodyKind.Html) }, null);
        Assert.DoesNotContain("Strandby", item.Body!.Content, StringComparison.Ordinal);
        Assert.Equal("Strandby", item.PlaceLine?.Place);
    }

    [Theory]
    [InlineData("<p>Utl.: Bürgermeister \"erleichtert\" =</p><p>Lorven (APA) - Die Fähren fahren.</p>", "Bürgermeister \"erleichtert\"", "<p>Die Fähren fahren.</p>")]
    [InlineData("<p>Die Fähren fahren.</p><p>Utl.: das heißt Untertitel.</p>", null, "<p>Die Fähren fahren.</p><p>Utl.: das heißt Untertitel.</p>")]
    public void APA_sends_a_second_headline_above_the_text(string html, string? summary, string text)
    {
        var item = Read(html);
        Assert.Equal((summary, text), (item.Summary, item.Body!.Content));
    }

    [Fact]
    public void PA_tells_editors_what_it_corrects()
    {
        var item = Read("<p>Correction: in TRANSPORT Ferries please note that the mayor is Paul Roach. A corrected repetition follows.</p><p>Ferries resumed.</p>");
        Assert.Equal("<p>Ferries resumed.</p>", item.Body!.Content);
        Assert.Contains("sig:correction", item.Signals);
        Assert.StartsWith("<p>Correction: ", Read("<p>Correction: in the story of Monday the mayor was called Roche.</p><p>Ferries resumed.</p>").Body!.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Source: Xinhua | Editor: huaxia", null, "Xinhua")]
    [InlineData("Source: a novel | Anna Berg", "Source: a novel | Anna Berg", null)]
    public async Task A_field_of_who_wrote_it_may_say_whose_it_is(string author, string? byline, string? source)
    {
        var item = (await FeedReading.OfAsync($"<rss version='2.0'><channel><title>x</title><item><title>t</title><guid>1</guid><author>{author}</author><description>Ferries sailed.</description></item></channel></rss>")).Items[0];
        Assert.Equal((byline, source), (item.Byline, item.Credit?.Source));
    }

    private static NewsItem Read(string html) =>
        TextConventions.Apply(new NewsItem { Headline = "Ferries sail again", Published = new(2026, 11, 30, 9, 0, 0, TimeSpan.Zero), Body = new NewsBody(html, BodyKind.Html) }, null);
}
