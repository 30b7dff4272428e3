using System.Text;

namespace Dateline.Formats.Tests;

/// <summary>Telegrams as one house or another sets their head and foot.</summary>
public class TelegraphHouseTests
{
    private const string Apa = "Verkehr/Wetter/Niederösterreich\nRollfähre Klosterneuburg fährt wieder\nUtl.: Nach zwei Tagen Hochwasserpause - Keine Wartezeiten =\n";
    private const string ApaText = "   Klosterneuburg (APA) - Die Rollfähre fährt seit Montag wieder. \"Es\ngibt keine Wartezeiten\", sagte der Betreiber.\n   (Schluss) lme/joh\nAPA0123 2026-11-16/10:12\n\n161012 Nov 26\n";

    [Theory]
    [InlineData("\u0001APA0123 5 CI 0180 II                  Mo, 16.Nov 2026\n\n" + Apa + "\u0002\n" + ApaText + "\u0003")]
    [InlineData("APA0123 5 CI 0180 II                  Mo, 16.Nov 2026\n\n" + Apa + "\n" + ApaText)]
    public async Task APA_sets_keywords_headline_and_second_headline_without_a_blank_line(string telegram)
    {
        var item = await Read(telegram);
        Assert.Equal(("Rollfähre Klosterneuburg fährt wieder", "Nach zwei Tagen Hochwasserpause - Keine Wartezeiten", "Verkehr/Wetter/Niederösterreich"), (item.Headline, item.Summary, item.Slugline));
        Assert.Equal("Die Rollfähre fährt seit Montag wieder. \"Es gibt keine Wartezeiten\", sagte der Betreiber.", item.Body!.Content);
        Assert.Equal(["Verkehr", "Wetter", "Niederösterreich"], item.Keywords);
    }

    [Fact]
    public async Task A_joined_slug_stands_above_the_headline_before_STX()
    {
        var item = await Read("\u0001mti0123 4 BEL 90 MTI\nKözlekedés-komp\nÚjra jár a komp Dunakeszinél két nap után\n\u0002\n   Dunakeszi, 2026. november 16., hétfő (MTI) - Hétfőn újra jár a komp.\nMTI mqu \\ jha\n\u0003\n161012 nov 26\n");
        Assert.Equal(("Újra jár a komp Dunakeszinél két nap után", "Közlekedés-komp"), (item.Headline, item.Slugline));
        Assert.Equal("Hétfőn újra jár a komp.", item.Body!.Content);
    }

    [Fact]
    public async Task Belgas_keywords_are_parted_by_commas()
    {
        var item = await Read("\u0001BELGA0042 4 DOM 090 BELGA\n\nTRANSPORT,NAVIGATION,\nReprise du bac sur l'Escaut après deux jours\n\u0002\n   ANVERS 16/11 (BELGA) = Le bac a repris lundi./MQU\n\u0003\n161012 NOV 26\n");
        Assert.Equal("TRANSPORT,NAVIGATION", item.Slugline);
        Assert.Equal(["TRANSPORT", "NAVIGATION"], item.Keywords);
        Assert.Equal("Le bac a repris lundi.", item.Body!.Content);
    }

    [Fact]
    public async Task What_is_said_in_a_dialogue_is_a_paragraph_and_haste_no_slug()
    {
        var item = await Read("\u0001RIT0123 3 IND 090 ritzau\nHASTER\n\u0002\nFærge på grund ud for Læsø\n\nFrederikshavn, mandag /ritzau/\nEn færge er mandag gået på grund ud for Læsø, oplyser politiet.\n- Ingen er kommet til skade, siger vagtchefen.\n- Den ligger stille.\n/ritzau/ mq\n\u0003\n161012 nov 26\n");
        Assert.Null(item.Slugline);
        Assert.Equal("En færge er mandag gået på grund ud for Læsø, oplyser politiet.\n\n- Ingen er kommet til skade, siger vagtchefen.\n\n- Den ligger stille.", item.Body!.Content);
    }

    [Theory]
    [InlineData("(Kraj) mq/jh")]
    [InlineData("(Край)")]
    [InlineData("(koniec)")]
    public async Task The_word_for_the_end_is_no_text(string end) =>
        Assert.Equal("Skela ponovo radi danas.", (await Read($"\u0001TAN0123 4 POL 090 TANJUG\n\u0002\nSkela ponovo radi\n\nBEOGRAD, 16. novembra (Tanjug) - Skela ponovo radi danas.\n{end}\n\u0003\n161012 NOV 26\n")).Body!.Content);

    [Fact]
    public async Task STTs_town_may_be_joined_by_a_hyphen()
    {
        var item = await Read("\u0001STT0123 4 KOT 090 STT\n\u0002\nLautat kulkevat taas Ahvenanmaalle\n\nSTT-MAARIANHAMINA\n\nLautat kulkevat taas kahden myrskypäivän jälkeen.\n\u0003\n161012 nov 26\n");
        Assert.Equal(("MAARIANHAMINA", "STT"), (item.PlaceLine?.Place, item.Credit?.Source));
        Assert.Equal("Lautat kulkevat taas kahden myrskypäivän jälkeen.", item.Body!.Content);
    }

    [Fact]
    public async Task What_a_kill_of_AP_says_is_its_text_and_no_headline()
    {
        var item = await Read("\u0016\u0016\u0001V0125\u001freg--\nb i\u0013\u0011 BC-US--Ferries, KILL   11-16 0050\n\u0002^BC-US--Ferries, KILL,50<\n^BULLETIN KILL<\n^Editors:<\n^The story BC-US--Ferries, slugged a0123, has been killed.<\n^A kill is mandatory.<\n^The AP<\n\u0003AP-WF-11-16-26 1512GMT<\n\n\u0004");
        Assert.Equal((PubStatus.Canceled, null, null), (item.Status, item.Headline, item.Summary));
        Assert.StartsWith("The story BC-US--Ferries, slugged a0123, has been killed.\n\nA kill is mandatory.", item.Body!.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ferries resume in Inland Sea (EDS: UPDATING)", "sig:update")]
    [InlineData("Ferries resume in Inland Sea (EDS: CORRECTING NUMBER)", "sig:correction")]
    public async Task A_note_to_editors_behind_a_headline_leaves_it(string headline, string signal)
    {
        var item = Assert.Single((await FeedReading.OfAsync($"<rss version=\"2.0\"><channel><title>Harbour</title><item><guid>1</guid><title>{headline}</title><description>They sail.</description></item></channel></rss>")).Items);
        Assert.Equal("Ferries resume in Inland Sea", item.Headline);
        Assert.Contains(signal, item.Signals);
    }

    [Theory]
    [InlineData("wypłynął", "iso-8859-2")]
    [InlineData("wypłynął", "windows-1250")]
    public async Task One_letter_tells_the_two_Polish_sets_apart(string word, string charset)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var item = Assert.Single((await FeedReading.OfAsync(Encoding.GetEncoding(charset).GetBytes($"\u0001PAP0123 4 KRA 90 PAP\r\n\u0002\r\nWznowiono kursy promów na Zatoce\r\n\r\nGdynia (PAP) - Pierwszy prom {word} o 6 rano, a drugi prom dwie godziny potem.\r\n\u0003\r\n161012 nov 26\r\n"))).Items);
        Assert.Contains(word, item.Body!.Content, StringComparison.Ordinal);
    }

    private static async Task<NewsItem> Read(string telegram) => Assert.Single((await FeedReading.OfAsync(telegram.ReplaceLineEndings("\r\n"))).Items);
}
