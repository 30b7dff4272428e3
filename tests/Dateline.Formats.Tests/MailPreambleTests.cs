namespace Dateline.Formats.Tests;

/// <summary>What stands between the top of a letter and its story: a note, the day, the headline once more.</summary>
public class MailPreambleTests
{
    private const string Story = "The port said ferries resume on Monday after two days of storm.\n\nThere are no queues.";

    [Theory]
    [InlineData("Please note: interviews are possible until 5 pm.\n\nFerries resume on Monday\n\n")]
    [InlineData("16 November 2026\n\nPlease note: interviews are possible until 5 pm.\n\nFERRIES RESUME ON MONDAY\n\n")]
    [InlineData("16 November 2026\n\n")]
    [InlineData("Monday, 16 November 2026\n\nFerries resume on Monday.\n\n")]
    public async Task A_headline_below_a_note_ends_what_is_for_the_desk(string above)
    {
        var item = await Letter("Ferries resume on Monday", above + Story);
        Assert.Equal(("Ferries resume on Monday", Story), (item.Headline, item.Body!.Content));
    }

    [Fact]
    public async Task The_same_in_markup()
    {
        var item = await Letter("Ferries resume on Monday", "<html><body><p>16 November 2026</p><p>Please note: interviews are possible until 5 pm.</p><p><b>Ferries resume on Monday</b></p><p>The port said ferries resume after two days of storm.</p><p>There are no queues.</p></body></html>", "text/html");
        Assert.Equal("<p>The port said ferries resume after two days of storm.</p><p>There are no queues.</p>", item.Body!.Content[item.Body.Content.IndexOf("<p>The port", StringComparison.Ordinal)..].Replace("</body></html>", "", StringComparison.Ordinal).TrimEnd());
        Assert.DoesNotContain("Please note", item.Body.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("News release", "Please note this release is not for broadcast before the council meets.\n\nCOUNCIL APPROVES NEW FERRY PIER\n\n", "COUNCIL APPROVES NEW FERRY PIER")]
    [InlineData("PRESSEMITTEILUNG", "Rat beschließt neuen Anleger\n\n", "Rat beschließt neuen Anleger")]
    [InlineData("Press release 12/2026", "16 November 2026\n\nCouncil approves new ferry pier\n\n", "Council approves new ferry pier")]
    public async Task A_subject_that_says_only_what_kind_of_letter_it_is_gives_way_to_the_headline(string subject, string above, string headline)
    {
        var item = await Letter(subject, above + Story);
        Assert.Equal((headline, Story), (item.Headline, item.Body!.Content));
        Assert.Single(item.Genres);
    }

    [Theory]
    [InlineData("Ferries resume on Monday", "They had been tied up since Saturday, when the storm began in the strait.\n\nPlease note that fares are unchanged.\n\n" + Story)]
    [InlineData("News release", "The council approved a new ferry pier on Monday.\n\nWork begins in May, the harbour office said.")]
    public async Task What_is_text_stays(string subject, string text)
    {
        var item = await Letter(subject, text);
        Assert.Equal((subject, text), (item.Headline, item.Body!.Content));
    }

    [Fact]
    public async Task Town_and_day_of_a_French_release_are_its_dateline()
    {
        var item = await Letter("La mer monte", "Brest, le 16 novembre 2026\n\nUne équipe de Brest a mesuré le niveau de la mer pendant dix ans, selon elle.");
        Assert.Equal(("Brest", new DateOnly(2026, 11, 16)), (item.PlaceLine?.Place, item.PlaceLine?.Date));
        Assert.StartsWith("Une équipe", item.Body!.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Université de Brest - Service presse")]
    [InlineData("Tarn Council Media")]
    [InlineData("AP Planning")]
    [InlineData("Gabinete de Prensa Ayuntamiento")]
    [InlineData("Ufficio Stampa Porto")]
    [InlineData("Пресс-служба порта")]
    public async Task An_office_is_no_byline(string name) => Assert.Null((await Letter("Ferries resume on Monday", Story, from: name)).Byline);

    [Fact]
    public async Task Nor_is_one_whose_letter_is_passed_on()
    {
        var item = await Letter("WG: Neuer Anleger", "zK\n\n-----Ursprüngliche Nachricht-----\nVon: Stadt Quayhafen, Pressestelle <presse@quayhafen.example>\nGesendet: Montag, 16. November 2026 09:58\nBetreff: Neuer Anleger\n\n" + Story);
        Assert.Equal((null, "Stadt Quayhafen, Pressestelle"), (item.Byline, item.Credit?.Provider));
    }

    [Fact]
    public async Task A_corrected_version_is_a_correction()
    {
        var item = await Letter("CORRECTED VERSION: Ferries resume on Monday", "Dear all,\n\nplease use this corrected version (third paragraph: seven ferries, not six).\n\nFerries resume on Monday\n\n" + Story);
        Assert.Equal(("Ferries resume on Monday", Story), (item.Headline, item.Body!.Content));
        Assert.Contains("sig:correction", item.Signals);
    }

    [Theory]
    [InlineData("AP World Coverage Advisory, Monday Nov. 16")]
    [InlineData("AP Photo Advisory")]
    public async Task What_is_planned_is_not_for_print(string subject) => Assert.False((await Letter(subject, "Editors:\n\nHere are stories AP plans to cover today.\n\nFERRIES - Ferries resume. UPCOMING: 400 words by noon.", from: "AP Planning")).Publishable);

    private static async Task<NewsItem> Letter(string subject, string text, string type = "text/plain", string from = "Mara Quill") =>
        Assert.Single((await FeedReading.OfAsync($"Date: Mon, 16 Nov 2026 09:12:40 +0000\nFrom: {from} <mara@agency.example>\nMessage-ID: <1@agency.example>\nSubject: {subject}\nMIME-Version: 1.0\nContent-Type: {type}; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{text}\n")).Items);
}
