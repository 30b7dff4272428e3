using Dateline.Formats.InText;

namespace Dateline.Formats.Tests;

/// <summary>Stories whose words only look like the conventions of the trade: nothing is taken out of them, and nobody is credited.</summary>
public class OrdinaryStoryTests
{
    [Theory]
    [InlineData("The fleet was bought by the Palestinian Authority (PA).")]
    [InlineData("It was the best result so far of the People's Action Party (PAP).")]
    [InlineData("It was led by the Asian Nurses Alliance (ANA)")]
    [InlineData("So sagt es das Amt für Planung und Ausbau (APA).")]
    [InlineData("Il a été rejeté par l'Association pour la Santé (APS).")]
    [InlineData("Lo confirmó el portavoz del Partido Liberal (PL).")]
    [InlineData("She thanked her daughter (Sana).")]
    [InlineData("Mehr.")]
    [InlineData("Mehr")]
    [InlineData("Online")]
    public void Nobody_has_signed_it(string last)
    {
        var item = Read("Ferries sail", $"<p>The ferries sailed again on Monday.</p>\n<p>{last}</p>\n");
        Assert.Null(item.Credit);
        Assert.EndsWith($"<p>{last}</p>\n", item.Body!.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("… a spokesman of the police told reporters (AP).", "AP")]
    [InlineData("… teilte die Polizei mit (dpa).", "dpa")]
    [InlineData("… the Palestinian Authority said. (PA)", "PA")]
    [InlineData("… disse a fonte (Lusa).", "Lusa")]
    public void Who_has_signed_it_is_credited_all_the_same(string last, string agency) =>
        Assert.Equal(agency, Read("Ferries sail", $"<p>The ferries sailed again on Monday.</p><p>{last}</p>").Credit?.Source);

    [Theory]
    [InlineData("Ankara - İstanbul hattı pazartesi açıldı.")]
    [InlineData("Paris - New York flights are cheap again.")]
    [InlineData("PARIS, Texas — the town, not the film — turned 180 on Monday.")]
    [InlineData("MADRID - the newspaper, not the city - is in print again.")]
    public void What_stands_before_a_dash_is_no_place_of_filing(string lede)
    {
        var item = Read("Ferries sail", $"<p>{lede}</p><p>More text.</p>");
        Assert.Null(item.PlaceLine);
        Assert.StartsWith($"<p>{lede}</p>", item.Body!.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("WASHINGTON — iPhone sales rose on Monday.", "WASHINGTON")]
    [InlineData("Rabat - Les bateaux de Paris sont repartis.", "Rabat")]
    public void A_dateline_is_one_all_the_same(string lede, string place) => Assert.Equal(place, Read("Ferries sail", $"<p>{lede}</p><p>More text.</p>").PlaceLine?.Place);

    [Theory]
    [InlineData("ثم مات - وفا")]
    [InlineData("متن بیشتر - مهر.")]
    public void A_last_line_is_no_dateline(string last)
    {
        var item = Read("Ferries sail", $"<p>وفا الرجل بوعده يوم الاثنين.</p>\n<p>{last}</p>\n");
        Assert.Null(item.PlaceLine);
        Assert.Contains(last, item.Body!.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Reuters/Ipsos poll: most want ferries")]
    [InlineData("Kyodo/NHK poll shows lead")]
    [InlineData("Party of the Harbour Authority (HA) and the Port Authority (PA)")]
    [InlineData("Eil-Antrag abgelehnt")]
    [InlineData("Korrektur-Bedarf bei Renten")]
    [InlineData("Withdrawn: a novel of the sea")]
    [InlineData("Story withdrawn: how a paper got it wrong")]
    [InlineData("Advisory: heat wave on the way")]
    [InlineData("Not for publication: the secret diary of a minister")]
    public void The_headline_stays_and_means_nothing_to_editors(string headline)
    {
        var item = Read(headline, "<p>The ferries sailed again on Monday.</p>");
        Assert.Equal(headline, item.Headline);
        Assert.True(item.Publishable);
        Assert.Null(item.Credit);
        Assert.Null(item.LeadMark);
    }

    [Theory]
    [InlineData("Se ruega anular, decía el escrito del juez.")]
    [InlineData("Kill the story, the minister had shouted at his press officer.")]
    public void Once_the_text_has_begun_nobody_kills_it(string second) =>
        Assert.Equal(PubStatus.Usable, Read("Ferries sail", $"<p>El juez actuó el lunes contra el antiguo ministro.</p><p>{second}</p>").Status);

    [Theory]
    [InlineData("[RETRACTED] Ferries sail again", PubStatus.Canceled)]
    [InlineData("Retracted: Ferries sail again", PubStatus.Usable)]
    [InlineData("ANULUJEMY: Promy wróciły", PubStatus.Canceled)]
    [InlineData("TILLBAKADRAGEN: Färjorna går igen", PubStatus.Canceled)]
    [InlineData("HABER İPTALİ: Feribotlar yeniden", PubStatus.Canceled)]
    [InlineData("ZRUŠENO: Koncert v přístavu", PubStatus.Usable)]
    [InlineData("Mandatory kill: ferry accident", PubStatus.Canceled)]
    [InlineData("Story kill: ferry accident", PubStatus.Canceled)]
    public void A_house_says_in_capitals_that_it_takes_a_story_back(string headline, PubStatus status) =>
        Assert.Equal(status, Read(headline, "<p>The ferries sailed again on Monday.</p>").Status);

    [Fact]
    public void What_annuls_and_replaces_is_a_correction()
    {
        var item = Read("ANNULE ET REMPLACE: Les bateaux repartent", "<p>Les bateaux.</p>");
        Assert.Equal(["sig:correction"], item.Signals);
        Assert.Equal("Les bateaux repartent", item.Headline);
    }

    [Fact]
    public void A_Turkish_embargo_holds()
    {
        var item = Read("AMBARGO: 17 Kasım 2026 06:00'a kadar - Feribotlar", "<p>Feribotlar.</p>");
        Assert.NotNull(item.Embargo);
        Assert.Equal("Feribotlar", item.Headline);
    }

    private static NewsItem Read(string headline, string body) =>
        TextConventions.Apply(new NewsItem { Headline = headline, Body = new NewsBody(body, BodyKind.Html), Published = new(2026, 11, 16, 9, 0, 0, TimeSpan.Zero) }, null);
}
