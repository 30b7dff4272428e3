using System.Text;

namespace Dateline.Formats.Tests;

/// <summary>Heads and feet of telegrams in the manners of PA, AAP, EFE, ANSA, AP and others.</summary>
public class TelegraphDialectTests
{
    private const string Efe = "EXT1234 4 TRA 120 EFE 0456";
    private const string Pa = "PA0123 4 SEA 120 PA 0456";
    private const string Text = "   Puerto Muelle, 16 nov (EFE).- Los barcos a las islas del norte vuelven.\n";

    [Theory]
    [InlineData(Efe, "NORLANDIA TRANSPORTE\nLos barcos vuelven el martes\n\n" + Text, "NORLANDIA TRANSPORTE", "Los barcos vuelven el martes", null)]
    [InlineData(Efe, "NORLANDIA TRANSPORTE (Ampliación)\nLos barcos vuelven el martes\n(Actualiza con declaraciones)\nIda Holm\n" + Text, "NORLANDIA TRANSPORTE", "Los barcos vuelven el martes", "Ida Holm")]
    [InlineData(Efe, "DEPORTES\nVELA REGATA\nMuelle gana la regata\n\n" + Text, "DEPORTES VELA REGATA", "Muelle gana la regata", null)]
    [InlineData(Efe, "NORLANDIA TRANSPORTE\n(EMBARGADA HASTA LAS 06.00 GMT DEL MARTES 17 DE NOVIEMBRE)\nLos barcos vuelven el martes\n\n" + Text, "NORLANDIA TRANSPORTE", "Los barcos vuelven el martes", null)]
    [InlineData(Efe, "NORLANDIA TRANSPORTE\nLos barcos vuelven el martes\nIda Holm\n\n" + Text, "NORLANDIA TRANSPORTE", "Los barcos vuelven el martes", "Ida Holm")]
    [InlineData("TT0123 4 INR 120 TT 0456", "FÄRJOR16\nFärjorna går igen på tisdag\n\nFärjorna går igen.\n", "FÄRJOR16", "Färjorna går igen på tisdag", null)]
    [InlineData("cp0123 4 nat 120 CP 0456", "Norland-Ferries\n\nFerries to sail again Tuesday\n\nBy Ida Holm\nTHE CANADIAN PRESS\n\n   Ferries will sail again.\n", "Norland-Ferries", "Ferries to sail again Tuesday", "Ida Holm")]
    [InlineData(Pa, "1 SEA Ferries\n\nFERRIES TO SAIL AGAIN\n\nBy Ida Holm, PA Transport Correspondent\n\nThey sail on Tuesday.\n", "SEA Ferries", "FERRIES TO SAIL AGAIN", "Ida Holm, PA Transport Correspondent")]
    [InlineData(Pa, "2 SEA Ferries\n\nTuesday 2\n\nCaptain Holm said: \"We are glad.\"\n", "SEA Ferries", null, null)]
    [InlineData("NTB0123 4 INN 120 NTB 0456", "ferger\nFergene går igjen tirsdag\nAv Ida Holm\n\nKaibyen (NTB): Fergene går igjen.\n", "ferger", "Fergene går igjen tirsdag", "Ida Holm")]
    [InlineData("bdt0123 4 vm 120 dpa 0456", "Schiff/Norland/\nFähren fahren wieder\n(Foto - Archiv) =\n\nQuaistadt (dpa) - Die Fähren fahren wieder.\n", "Schiff/Norland", "Fähren fahren wieder", null)]
    public async Task A_head_is_told_apart(string head, string text, string slug, string? headline, string? byline)
    {
        var item = await Read(head, text);
        Assert.Equal((slug, headline, byline), (item.Slugline, item.Headline, item.Byline));
    }

    // EFE's and others' headline stands before STX, and nothing marks it.
    [Theory]
    [InlineData("NORLANDIA FERRIS\r\nLos barcos a las islas vuelven el martes", "NORLANDIA FERRIS", "Los barcos a las islas vuelven el martes")]
    [InlineData("Schiff/Norland/\r\nLos barcos a las islas vuelven el martes", "Schiff/Norland", "Los barcos a las islas vuelven el martes")]
    [InlineData("NORLANDIA FERRIS\r\nVela", "NORLANDIA FERRIS Vela", null)]
    [InlineData("NORLANDIA FERRIS", "NORLANDIA FERRIS", null)]
    public async Task A_headline_before_the_text_is_one_where_the_text_begins_with_its_dateline(string before, string slug, string? headline)
    {
        var item = Assert.Single((await FeedReading.OfAsync(Encoding.Latin1.GetBytes($"\u0001{Efe}\r\n{before}\r\n\u0002{Text}\u0003\u0004"))).Items);
        Assert.Equal((slug, headline), (item.Slugline, item.Headline));
    }

    // A headline in capitals, or one that begins with a number, is a headline.
    [Theory]
    [InlineData("TRAGHETTI: TORNANO IN MARE\nORA SI RIPARTE\n   (ANSA) - PORTO MOLO, 16 NOV - I traghetti tornano in mare.\n", "TRAGHETTI: TORNANO IN MARE ORA SI RIPARTE")]
    [InlineData("3 NATO soldiers hurt on a ferry\n\nQUAYTOWN, Nov 16 (Alpine) - Three soldiers were hurt.\n", "3 NATO soldiers hurt on a ferry")]
    [InlineData("iPhone prices rise in the islands\n\nQUAYTOWN, Nov 16 (Alpine) - Prices rise.\n", "iPhone prices rise in the islands")]
    public async Task A_headline_stays_one(string text, string headline) => Assert.Equal(headline, (await Read("alp0123 4 pol 120 alp 0456", text)).Headline);

    [Theory]
    [InlineData(Pa, "SEA Ferries Kill\n\nKILL SEA FERRIES\n\nPlease kill 1 SEA Ferries.\n", PubStatus.Canceled)]
    [InlineData("bdt0128 1 vm 10 dpa 0459", "Achtung Redaktionen, bitte die Meldung bdt0126 nicht verwenden =\n\nEine Neufassung folgt.\n", PubStatus.Canceled)]
    [InlineData(Pa, "1 SEA Ferries\n\nFERRIES SAIL\n\nThe office said a plan to kill the line was off.\n", PubStatus.Usable)]
    public async Task A_kill_by_its_catchline_is_heard(string head, string text, PubStatus status) => Assert.Equal(status, (await Read(head, text)).Status);

    [Theory]
    [InlineData("EMBARGO: EU UNEINIG =\n\nBrüssel (dpa) - Die Staaten sind uneinig.\n", "EMBARGO: EU UNEINIG", false)]
    [InlineData("EMBARGO ALLE 18 - TRAGHETTI: TORNANO IN MARE\n   (ANSA) - PORTO MOLO, 16 NOV - I traghetti tornano.\n", "TRAGHETTI: TORNANO IN MARE", true)]
    [InlineData("EMBARGO: Ministerin tritt zurück =\n\nBrüssel (dpa) - Die Ministerin tritt zurück.\n", "Ministerin tritt zurück", true)]
    [InlineData("EMBARGO ALLE ARMI, L'UE SI DIVIDE\n   (ANSA) - PORTO MOLO, 16 NOV - I paesi si dividono.\n", "EMBARGO ALLE ARMI, L'UE SI DIVIDE", false)]
    public async Task An_embargo_above_or_before_a_headline_is_told_from_one_that_it_is_about(string text, string headline, bool isHeld)
    {
        var item = await Read("bdt0125 4 pl 120 dpa 0458", text);
        Assert.Equal((headline, isHeld), (item.Headline, item.Embargo is not null));
    }

    [Theory]
    [InlineData("Ferries sail again.\nEFE\nih/pl\n(foto)(vídeo)\n")]
    [InlineData("Ferries sail again. (ANSA).\n\n     YH9-HOL/LUN\nS0A QBXB\n")]
    [InlineData("Ferries sail again. (ANSA).\n\n     HOL\n")]
    [InlineData("Ferries sail again.\n\n(suivra)\nih/ls\n")]
    [InlineData("Ferries sail again. (SEGUE).\n")]
    [InlineData("Ferries sail again.\n(SDA-ATS\\--/a1ih)\n")]
    [InlineData("Ferries sail again.\n\n--0--ih\n")]
    [InlineData("Ferries sail again.\n\n((ida@wire.example))\n\nMonday, 16 November 2026 09:01:02\nRTRS [nL8N1AB2CD] {C}\nENDS\n")]
    public async Task A_foot_is_no_text(string text) => Assert.Equal("Ferries sail again.", (await Read(Efe, "Norlandia/\nThe ferries are back =\n\n" + text)).Body!.Content.TrimEnd());

    [Theory]
    [InlineData("^BC-Norland-Ferries,ADV22,120<\n^Adv22<\n^For release Sunday, Nov. 22<\n^Ferries to sail again<\n", "Ferries to sail again", null, true)]
    [InlineData("^BC-Norland-Ferries,1st Ld,a0120,120<\n^Ferries to sail again<\n^By IDA HOLM<\n^Associated Press Writer<\n", "Ferries to sail again", null, false)]
    [InlineData("^BC-Norland-Oil Embargo,120<\n^Oil embargo holds<\n", "Oil embargo holds", null, false)]
    [InlineData("^BC-Norland-Ferries, Hold for Release,120<\n^Ferries to sail again<\n", "Ferries to sail again", null, true)]
    [InlineData("^BC-Norland-Ferries,120<\n^Ferries to sail again<\n^Photos NOR101, hold for release Sunday<\n", "Ferries to sail again", null, true)]
    [InlineData("^BC-NORLAND-FERRIES<\n^Ferries to Sail Again (Update2)<\n^By Ida Holm=\n", "Ferries to Sail Again", null, false)]
    public async Task A_head_of_ANPA_is_told_apart(string head, string headline, string? summary, bool isHeld)
    {
        var item = await Anpa("BC-Norland-Ferries", head + "\tQUAYTOWN (AP) _ Ferries sail again.\n");
        Assert.Equal((headline, summary, isHeld), (item.Headline, item.Summary, item.Embargo is not null));
        Assert.Equal("Ferries sail again.", item.Body!.Content);
    }

    [Fact]
    public async Task A_slug_about_an_embargo_holds_nothing() => Assert.Null((await Anpa("BC-Oil-Embargo", "^Oil is dear<\n\tQUAYTOWN (AP) _ Oil is dear.\n")).Embargo);

    [Fact]
    public async Task ANPA_without_carets_has_its_headline_first()
    {
        var item = await Anpa("Ferries UPDATE", "Ferries to sail again Tuesday\nFerries UPDATE\nBy Ida Holm\n   QUAYTOWN, Nov 16 AAP - Ferries will sail again.\n   AAP ih/pl\n");
        Assert.Equal(("Ferries to sail again Tuesday", "Ida Holm", "Ferries", "Ferries will sail again."), (item.Headline, item.Byline, item.Slugline, item.Body!.Content));
    }

    [Theory]
    [InlineData("NOR:Ferries to sail again Tuesday\nFerries 2\nQUAYTOWN\n\n   By Ida Holm\n\n   QUAYTOWN, Nov 16 AAP - Ferries will sail again.\n", "Ferries to sail again Tuesday")]
    [InlineData("EU: Ferries to sail again Tuesday\n\n   QUAYTOWN, Nov 16 AAP - Ferries will sail again.\n", "EU: Ferries to sail again Tuesday")]
    public async Task AAP_s_state_and_take_key_are_no_headline(string text, string headline) => Assert.Equal(headline, (await Anpa("bc-Ferries", text)).Headline);

    [Fact]
    public async Task A_mandatory_elimination_is_a_kill_and_no_slug()
    {
        var item = await Anpa("BC-Norland-Ferries, Elimination", "^BC-Norland-Ferries, Mandatory Elimination,50<\n\tPlease eliminate the story.\n");
        Assert.Equal(("BC-Norland-Ferries", PubStatus.Canceled), (item.Slugline, item.Status));
    }

    [Fact]
    public async Task A_third_writethru_is_the_fourth_version()
    {
        var item = await Anpa("Norland-Ferries, 3rd Writethru", "^Ferries sail<\n\tQUAYTOWN (AP) _ Ferries sail again.\n");
        Assert.Equal(("Norland-Ferries", "4000123"), (item.Slugline, item.Version));
    }

    [Fact]
    public async Task Rows_of_figures_stay_rows() =>
        Assert.Equal("Monday's results:\nQuaytown 12 9 .571\nHolm 9 7 .562", (await Anpa("BC-Results", "^Results<\n\tMonday's results:\nQuaytown 12 9 .571\nHolm 9 7 .562\n")).Body!.Content);

    [Fact]
    public async Task Capitals_of_a_Cyrillic_set_are_letters_of_it()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = Encoding.GetEncoding(1251).GetBytes("\u0001TAS0123 4 i 120 TASS 0456\n\u0002ПАРОМЫ-ВОЗОБНОВЛЕНИЕ\nПаромы снова пойдут во вторник\n\n   ПРИЧАЛЬСК, 16 ноября. /ТАСС/. Паромы на северные острова снова пойдут.\n\u0003161001 NOV 26\n\u0004");
        Assert.Equal("Паромы снова пойдут во вторник", Assert.Single((await FeedReading.OfAsync(bytes)).Items).Headline);
    }

    /// <summary>The keywords end without a slash, and the headline stands between them and the text.</summary>
    [Fact]
    public async Task A_headline_before_the_text_is_one()
    {
        var item = Assert.Single((await FeedReading.OfAsync("\u0001APA0123 5 WI 0142 AI\r\n\r\nSchifffahrt/Verkehr/Norland\r\n\r\nFerries sail again =\r\n\r\n\u0002   Quaytown (APA) - They sail.\r\n\u0003160930 Nov 26\r\n\u0004")).Items);
        Assert.Equal(("Ferries sail again", "Schifffahrt/Verkehr/Norland", "They sail."), (item.Headline, item.Slugline, item.Body?.Content));
    }

    /// <summary>The West's « and » are letters in Central Europe's set, and speak for neither.</summary>
    [Fact]
    public async Task Quotation_marks_of_the_West_are_no_letters()
    {
        var item = Assert.Single((await FeedReading.OfAsync(System.Text.Encoding.Latin1.GetBytes("\u0001bdt0123 4 wi 142 dpa 0456\r\n\r\nSchifffahrt/\r\nFähren fahren wieder - Reederei: «Wir sind froh» =\r\n\r\n\u0002Quaystadt (dpa) - Die Fähren fahren wieder.\r\n   «Wir sind froh», sagte Nord. «Sehr.»\r\n\u0003160930 Nov 26\r\n\u0004"))).Items);
        Assert.Equal(("Fähren fahren wieder - Reederei: «Wir sind froh»", "Die Fähren fahren wieder.\n\n«Wir sind froh», sagte Nord. «Sehr.»"), (item.Headline, item.Body?.Content));
    }

    /// <summary>Whatever the envelope is like, lines between ^ and &lt; are the head of an ANPA text.</summary>
    [Fact]
    public async Task A_head_between_carets_is_read_below_an_envelope_that_cannot_be()
    {
        var item = Assert.Single((await FeedReading.OfAsync("\u0001a0456\u001fr i\u001fBC-NO--Ferries\u001f11-16 0142\u0002^BC-NO--Ferries,130<\r\n^Ferries sail again<\r\n^By JANE DOE=\r\n^Associated Press=\r\n\tQUAYTOWN, Norland (AP) _ They sail.\r\n\u0003AP-NY-11-16-26 0930EST\r\n\u0004")).Items);
        Assert.Equal(("Ferries sail again", "JANE DOE", "They sail."), (item.Headline, item.Byline, item.Body?.Content));
    }

    private static async Task<NewsItem> Read(string head, string text) => Assert.Single((await FeedReading.OfAsync($"\u0001{head}\n\u0002{text}\u0003160901 NOV 26\n\u0004")).Items);

    private static async Task<NewsItem> Anpa(string slug, string text) => Assert.Single((await FeedReading.OfAsync($"\u0001a0123yn\nr i  {slug} 11-16 0120\n\u0002{text}\u0003\nAP-NY-11-16-26 0901EST\n\u0004")).Items);
}
