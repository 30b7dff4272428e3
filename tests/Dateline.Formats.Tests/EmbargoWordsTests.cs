using System.Text;
using Dateline.Formats.InText;

namespace Dateline.Formats.Tests;

/// <summary>An embargo said in words holds as one in a field does; a story about an embargo is a story.</summary>
public class EmbargoWordsTests
{
    private static readonly DateTimeOffset Made = new(2026, 11, 16, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("EMBARGOED until 0600 GMT Nov 17 2026: Ferry study", "2026-11-17T06:00:00Z", "Ferry study")]
    [InlineData("EMBARGOED UNTIL 0601 GMT NOV 18 - Ferry study", "2026-11-18T06:01:00Z", "Ferry study")]
    [InlineData("STRICTLY EMBARGOED until 00.01 Tuesday 17 November 2026: Ferry study", "", "Ferry study")]
    [InlineData("Strictly embargoed for release until 6 a.m. EST Nov. 17: Ferry study", "2026-11-17T11:00:00Z", "Ferry study")]
    [InlineData("Embargoed: Ferry study", "", "Ferry study")]
    [InlineData("[EMBARGOED] Ferry study", "", "Ferry study")]
    [InlineData("[Embargo] Ferry study", "", "Ferry study")]
    [InlineData("(EMBARGOED UNTIL MIDNIGHT) Ferry study", "", "Ferry study")]
    [InlineData("EMBARGO - Ferry study", "", "Ferry study")]
    [InlineData("EMBARGO: 17 Nov 0600 GMT: Ferry study", "2026-11-17T06:00:00Z", "Ferry study")]
    [InlineData("Embargo 17 Nov 0600 GMT: Ferry study", "2026-11-17T06:00:00Z", "Ferry study")]
    [InlineData("ACHTUNG SPERRFRIST 17.11.2026 10:00 Uhr - Hafen", "2026-11-17T09:00:00Z", "Hafen")]
    [InlineData("Sperrfrist: 17.07.2026, 10.00 Uhr - Hafen", "2026-07-17T08:00:00Z", "Hafen")]
    [InlineData("+++ SPERRFRIST 17. November, 10 Uhr +++ Hafen", "2026-11-17T09:00:00Z", "Hafen")]
    [InlineData("SPERRFRIST 10 Uhr: Hafen", "", "Hafen")]
    [InlineData("SPERRFRIST: Hafen", "", "Hafen")]
    [InlineData("SOUS EMBARGO jusqu'au 17 novembre 10h00 - Etude", "", "Etude")]
    [InlineData("BAJO EMBARGO hasta el 17 de noviembre a las 10:00 GMT: Estudio", "2026-11-17T10:00:00Z", "Estudio")]
    [InlineData("EMBARGO FINO ALLE ORE 10.00 DEL 17 NOVEMBRE: Studio", "2026-11-17T09:00:00Z", "Studio")]
    [InlineData("EMBARGO TOT 17 november 10.00 uur: Studie", "2026-11-17T09:00:00Z", "Studie")]
    [InlineData("SPÄRRFRIST 17 november kl 10.00: Studie", "2026-11-17T09:00:00Z", "Studie")]
    [InlineData("SPäRRFRIST 17 november kl 10.00: Studie", "2026-11-17T09:00:00Z", "Studie")]
    [InlineData("ЭМБАРГО до 17 ноября 10:00 МСК: Порт", "2026-11-17T07:00:00Z", "Порт")]
    [InlineData("【17日10時解禁】フェリー調査", "", "フェリー調査")]
    [InlineData("[엠바고 17일 10시] 여객선", "", "여객선")]
    [InlineData("محظور النشر حتى 17 نوفمبر: دراسة", "", "دراسة")]
    [InlineData("محظور النشر حتى ١٧ نوفمبر ١٠:٠٠ GMT: دراسة", "2026-11-17T10:00:00Z", "دراسة")]
    [InlineData("NOT FOR RELEASE BEFORE 0600 GMT 17 NOV: Ferry study", "2026-11-17T06:00:00Z", "Ferry study")]
    [InlineData("Ferry study (EMBARGOED UNTIL 0600 GMT NOV 17)", "2026-11-17T06:00:00Z", "Ferry study")]
    [InlineData("EMBARGOED until 11/12 06:00: Ferry study", "", "Ferry study")]
    [InlineData("EMBARGOED until Nov 18: Ferry study", "", "Ferry study")]
    [InlineData("EMBARGOED until Nov 18 at 10:00 New York time: Ferry study", "", "Ferry study")]
    [InlineData("EMBARGOED until 10 a.m. Eastern, Nov. 18: Ferry study", "2026-11-18T15:00:00Z", "Ferry study")]
    [InlineData("EMBARGOED until 10:00 local time Nov 18: Ferry study", "", "Ferry study")]
    [InlineData("EMBARGOED until Nov 18 at 10:00 UK time: Ferry study", "2026-11-18T10:00:00Z", "Ferry study")]
    [InlineData("EMBARGOED until 10:00 Central European Time, Nov 18: Ferry study", "2026-11-18T09:00:00Z", "Ferry study")]
    [InlineData("EMBARGOED FOR 23:00 GENEVA TIME, 17 NOVEMBER 2026: Ferry study", "2026-11-17T22:00:00Z", "Ferry study")]
    [InlineData("EMBARGO: [23:30 UK time] Tuesday November 17, 2026: Ferry study", "2026-11-17T23:30:00Z", "Ferry study")]
    [InlineData("Embargo lifts at 6am GMT on 18 November 2026: Ferry study", "2026-11-18T06:00:00Z", "Ferry study")]
    [InlineData("EMBARGOED for print until 17 Nov 2026 22:00 GMT, online until 18 Nov 2026 06:00 GMT: Ferry study", "2026-11-18T06:00:00Z", "Ferry study")]
    [InlineData("EMBARGOED for print until 18 Nov 2026 06:00 GMT, online until 17 Nov 2026 22:00: Ferry study", "", "Ferry study")]
    [InlineData("Ferry study - EMBARGOED until 18 November 00:01 GMT", "2026-11-18T00:01:00Z", "Ferry study")]
    [InlineData("[HOLD] Ferry study", "", "Ferry study")]
    [InlineData("EMBARGO mardi 17 novembre 06h00 : Etude", "", "Etude")]
    [InlineData("EMBARGO ore 12 del 17 novembre - Studio", "2026-11-17T11:00:00Z", "Studio")]
    [InlineData("EMBARGO klo 6 17.11.2026: Tutkimus", "2026-11-17T04:00:00Z", "Tutkimus")]
    [InlineData("EMBARGÓ november 17., 6 óráig: Tanulmány", "", "Tanulmány")]
    [InlineData("ΕΜΠΑΡΓΚΟ έως 17 Νοεμβρίου 06:00: Μελέτη", "", "Μελέτη")]
    [InlineData("ЕМБАРГО до 17 листопада 09:00: Порт", "", "Порт")]
    [InlineData("אמברגו עד 17 בנובמבר 06:00: מחקר", "", "מחקר")]
    [InlineData("ممنوعیت انتشار تا ساعت ۶ صبح ۲۶ آبان: پژوهش", "", "پژوهش")]
    [InlineData("【禁发至11月17日6时】渡轮", "", "渡轮")]
    [InlineData("حظر نشر حتى الساعة السادسة 17 نوفمبر: دراسة", "", "دراسة")]
    [InlineData("محظور النشر قبل 17 نوفمبر - دراسة", "", "دراسة")]
    public void A_headline_holds_its_story(string headline, string until, string rest)
    {
        var item = TextConventions.Apply(new NewsItem { Headline = headline, VersionCreated = Made }, null);
        Assert.NotNull(item.Embargo);
        Assert.Equal(until, SampleFacts.Time(item.Embargo.Until));
        Assert.Equal(rest, item.Headline);
    }

    [Theory]
    [InlineData(9999)]
    [InlineData(1)]
    public void The_end_of_all_calendars_holds_open(int year)
    {
        var item = TextConventions.Apply(new NewsItem { Headline = "EMBARGOED until 24:00 December 31: Ferry study", VersionCreated = new(year, 12, 31, 8, 0, 0, TimeSpan.Zero) }, null);
        Assert.Equal(new Embargo(null), item.Embargo);
    }

    [Theory]
    [InlineData("Embargo: EU uneinig über Öl aus Russland")]
    [InlineData("Embargo bis 2027: EU verlängert Sanktionen")]
    [InlineData("Embargo until 2030: what the EU plans")]
    [InlineData("Embargo against Cuba: UN votes again")]
    [InlineData("EMBARGO LIFTED: Ferry study")]
    [InlineData("Embargo lifted - ferries sail again")]
    [InlineData("Under embargo, Cuba looks to the sea")]
    [InlineData("Sous embargo, Cuba s'ouvre")]
    [InlineData("Embargoed oil reaches harbour")]
    [InlineData("EMBARGO AUF ÖL BESCHLOSSEN")]
    [InlineData("Embargo-Streit: Minister reist ab")]
    [InlineData("Sperrfrist: Was Arbeitslose wissen müssen")]
    [InlineData("Sperrfrist beim Arbeitslosengeld verlängert")]
    [InlineData("Oil embargo: five questions")]
    [InlineData("Embargado el piso del exministro")]
    [InlineData("Ferry breaks embargo (Cuba)")]
    [InlineData("Embargo de EE.UU.: 60 años")]
    [InlineData("محكمة تقرر حظر النشر في القضية")]
    [InlineData("Medicine not for release, agency says")]
    [InlineData("Prisoners up for release on Monday")]
    [InlineData("Embargo on oil lifts prices")]
    [InlineData("Embargo lifts hopes of growers")]
    [InlineData("Sperrfrist 15. November bis 31. Januar: Düngeverbot")]
    [InlineData("Embargo ends on 18 November, minister says")]
    [InlineData("Embargoed for 10 years, files show a harbour in panic")]
    [InlineData("Minister meets growers - Embargo: EU divided")]
    [InlineData("Cuba trade - embargo until 2030")]
    [InlineData("אמברגו: האיחוד חלוק")]
    [InlineData("אמברגו עד 2030: מה מתכננים")]
    [InlineData("ممنوعیت انتشار تصاویر بندر")]
    [InlineData("ΕΜΠΑΡΓΚΟ στο πετρέλαιο")]
    [InlineData("【禁发短信】港口")]
    public void A_story_about_an_embargo_is_a_story(string headline)
    {
        var item = TextConventions.Apply(new NewsItem { Headline = headline, VersionCreated = Made }, null);
        Assert.Null(item.Embargo);
        Assert.Equal(headline, item.Headline);
    }

    [Theory]
    [InlineData("<p>(EMBARGOED FOR RELEASE UNTIL 0601 GMT NOV 18)</p><p>Sea levels rose.</p>", "2026-11-18T06:01:00Z", "<p>Sea levels rose.</p>")]
    [InlineData("<p><b>UNDER STRICT EMBARGO UNTIL 00:01 HRS (GMT) TUESDAY 17 NOVEMBER 2026</b></p><p>Sea levels rose.</p>", "2026-11-17T00:01:00Z", "<p>Sea levels rose.</p>")]
    [InlineData("<p>PRESS RELEASE</p><p>Embargoed until 12:01 a.m. ET, Tuesday, Nov. 17, 2026</p><p>Sea levels rose.</p>", "2026-11-17T05:01:00Z", "<p>PRESS RELEASE</p><p>Sea levels rose.</p>")]
    [InlineData("<p>Sperrfrist: Redebeginn</p><p>Der Minister sprach.</p>", "", "<p>Der Minister sprach.</p>")]
    [InlineData("<p>This story is embargoed until 0600 GMT.</p><p>Sea levels rose.</p>", "", "<p>Sea levels rose.</p>")]
    [InlineData("<table><tr><td>EMBARGO:</td><td>18 November 2026, 00:01 GMT</td></tr></table><p>Sea levels rose.</p>", "2026-11-18T00:01:00Z", "<table><tr><td></td><td></td></tr></table><p>Sea levels rose.</p>")]
    [InlineData("<p><b>EMBARGO</b><br>00:01 GMT, 18 November 2026</p><p>Sea levels rose.</p>", "2026-11-18T00:01:00Z", "<p>Sea levels rose.</p>")]
    [InlineData("<p>EMBARGO</p><p>18 November 2026 is when the sea will rise.</p>", "", "<p>18 November 2026 is when the sea will rise.</p>")]
    [InlineData("<p>Quay Institute</p><p>Press office</p><p>Tarn</p><p>Release</p><p>EMBARGOED UNTIL 18 NOVEMBER 2026 00:01 GMT</p><p>Sea levels rose.</p>", "2026-11-18T00:01:00Z", "<p>Quay Institute</p><p>Press office</p><p>Tarn</p><p>Release</p><p>Sea levels rose.</p>")]
    [InlineData("<p>TARN (AP) — (EDS: Embargoed until 6 a.m. EST Wednesday, Nov. 18.)</p><p>Sea levels rose.</p>", "2026-11-18T11:00:00Z", "<p>Sea levels rose.</p>")]
    [InlineData("<p>Sea levels rose.</p><p>Notes to editors: This release is under embargo until 00:01 GMT on 18 November 2026.</p>", "2026-11-18T00:01:00Z", "<p>Sea levels rose.</p><p>Notes to editors: This release is under embargo until 00:01 GMT on 18 November 2026.</p>")]
    [InlineData("<p>Dear all, our release is below. It is under strict embargo until 18 November 2026, 00:01 GMT.</p><p>Sea levels rose.</p>", "2026-11-18T00:01:00Z", "<p>Dear all, our release is below. It is under strict embargo until 18 November 2026, 00:01 GMT.</p><p>Sea levels rose.</p>")]
    [InlineData("<p>SOUS EMBARGO JUSQU'AU 17 NOVEMBRE 10H00 GMT</p><p>La mer monte.</p>", "2026-11-17T10:00:00Z", "<p>La mer monte.</p>")]
    public void A_line_above_a_text_holds_it(string body, string until, string rest)
    {
        var item = TextConventions.Apply(new NewsItem { Headline = "Sea", Body = new NewsBody(body, BodyKind.Html), VersionCreated = Made }, null);
        Assert.NotNull(item.Embargo);
        Assert.Equal(until, SampleFacts.Time(item.Embargo.Until));
        Assert.Equal(rest, item.Body!.Content);
    }

    [Theory]
    [InlineData("<p>Embargo until 2030 is planned by the EU, ministers said.</p><p>They met.</p>")]
    [InlineData("<p>Under embargo since 1962, Cuba looks to the sea.</p><p>It is blue.</p>")]
    [InlineData("<p>Embargo: so far nobody agrees.</p><p>They met.</p>")]
    [InlineData("<p>The oil embargo until 31 December was lifted.</p><p>They met.</p>")]
    [InlineData("<p>Embargo: none</p><p>They met.</p>")]
    [InlineData("<p>They met.</p><p>The report was embargoed until Wednesday, but papers had it.</p>")]
    [InlineData("<p>They met.</p><p>Trade has been under embargo until now, and ends on 18 November 2026.</p>")]
    [InlineData("<p>They met.</p><p>Trade is under embargo until 31 December 2026 at 23:59 GMT, the ministry said.</p>")]
    [InlineData("<p>They met.</p><p>(Editors of three papers broke an embargo until noon.)</p>")]
    public void A_text_about_an_embargo_is_a_text(string body)
    {
        var item = TextConventions.Apply(new NewsItem { Headline = "Sea", Body = new NewsBody(body, BodyKind.Html), VersionCreated = Made }, null);
        Assert.Null(item.Embargo);
        Assert.Equal(body, item.Body!.Content);
    }

    [Fact]
    public async Task A_long_text_is_looked_at_at_both_ends()
    {
        var middle = string.Concat(Enumerable.Repeat("<p>Sea levels rose, the institute said, and will go on rising for as long as there is ice to melt.</p>", 60));
        var item = Assert.Single((await FeedReading.OfAsync($"<rss version=\"2.0\"><channel><item><title>Sea</title><description><![CDATA[{middle}<p>Sperrfrist: 18. November 2026, 10.00 Uhr</p>]]></description></item></channel></rss>")).Items);
        Assert.Equal("2026-11-18T09:00:00Z", SampleFacts.Time(item.Embargo!.Until));
    }

    // The clock of who sent it, as long as nobody turns it before the end.
    [Theory]
    [InlineData("Mon, 16 Nov 2026 06:05:33 -0500", "NOV. 18, 2026", "2026-11-18T11:00:00Z")]
    [InlineData("Mon, 16 Nov 2026 06:05:33 EST", "NOV. 18", "2026-11-18T11:00:00Z")]
    [InlineData("2026-11-16T12:05:33+01:00", "NOV. 18, 2026", "2026-11-18T05:00:00Z")]
    [InlineData("Mon, 16 Nov 2026 11:05:33 GMT", "NOV. 18, 2026", "")]
    [InlineData("Mon, 16 Nov 2026 11:05:33 +0000", "NOV. 18, 2026", "")]
    [InlineData("2026-11-16T11:05:33Z", "NOV. 18, 2026", "")]
    [InlineData("2026-11-16T11:05:33", "NOV. 18, 2026", "")]
    [InlineData("Fri, 30 Oct 2026 06:05:33 -0400", "NOV. 3, 2026", "")]
    [InlineData("Fri, 20 Mar 2026 06:05:33 +0100", "MARCH 30, 2026", "")]
    [InlineData("Mon, 16 Nov 2026 06:05:33 -0500", "JULY 1, 2027", "")]
    [InlineData("Mon, 16 Nov 2026 06:05:33 -0500", "NOV. 18, 2026, GMT", "2026-11-18T06:00:00Z")]
    public async Task An_hour_without_a_zone_is_of_the_senders_clock(string published, string day, string until)
    {
        string[] documents =
        [
            $"<rss version=\"2.0\"><channel><item><title>EMBARGOED UNTIL 6 A.M. {day}: Ferry study</title><pubDate>{published}</pubDate></item></channel></rss>",
            $$"""{"uri":"urn:x:1","pubstatus":"usable","versioncreated":"{{published}}","headline":"Ferry study","ednote":"EMBARGOED UNTIL 6 A.M. {{day}}"}""",
            $"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:1" version="1"><itemMeta><versionCreated>{published}</versionCreated></itemMeta><contentMeta><headline>EMBARGOED UNTIL 6 A.M. {day}: Ferry study</headline></contentMeta></newsItem>""",
            $"<html><head><meta property=\"article:published_time\" content=\"{published}\"></head><body><article><h1>Ferry study</h1><p>EMBARGOED UNTIL 6 A.M. {day}</p><p>The ferries of Port Harbour sailed again on Monday after three days of storm, the harbour board said.</p><p>Some four thousand passengers had waited on the quay since Friday evening, it said.</p></article></body></html>",
        ];
        foreach (var document in documents)
        {
            var item = Assert.Single((await FeedReading.OfAsync(document, new NewsReadOptions { Pages = true })).Items);
            Assert.NotNull(item.Embargo);
            Assert.Equal(until, SampleFacts.Time(item.Embargo.Until));
        }
    }

    [Theory]
    [InlineData("EMBARGOED until 0601 GMT Nov 18", "2026-11-18T06:01:00Z")]
    [InlineData("Sperrfrist: 17.11.2026, 10.00 Uhr", "2026-11-17T09:00:00Z")]
    [InlineData("Mit Foto. Sperrfrist bis zum Beginn der Rede", "")]
    [InlineData("With photos. Embargoed for release until 0601 GMT Nov 18.", "2026-11-18T06:01:00Z")]
    [InlineData("Adds quotes on oil embargo", null)]
    [InlineData("Embargo lifted. Adds photos.", null)]
    [InlineData("Keine Sperrfrist", null)]
    [InlineData("EMBARGO ALLE 12 DEL 18 NOVEMBRE", "2026-11-18T11:00:00Z")]
    [InlineData("Embargo lifts at noon", "")]
    public async Task A_note_to_editors_holds_its_story(string note, string? until)
    {
        string[] documents =
        [
            $"""<nitf><head><docdata management-status="usable"><date.issue norm="20261116T091200Z"/><ed-msg info="{note}"/></docdata></head><body><body.head><hedline><hl1>Ferries sail</hl1></hedline></body.head></body></nitf>""",
            $"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:1" version="1"><itemMeta><versionCreated>2026-11-16T10:12:00+01:00</versionCreated><edNote>{note}</edNote></itemMeta><contentMeta><headline>Ferries sail</headline></contentMeta></newsItem>""",
            $$"""{"uri":"urn:x:1","pubstatus":"usable","versioncreated":"2026-11-16T10:00:00Z","headline":"Ferries sail","ednote":"{{note}}"}""",
        ];
        foreach (var document in documents)
        {
            var item = Assert.Single((await FeedReading.OfAsync(Encoding.UTF8.GetBytes(document))).Items);
            Assert.Equal(until, item.Embargo is null ? null : SampleFacts.Time(item.Embargo.Until));
        }
    }

    [Fact]
    public async Task An_empty_embargo_of_a_status_gets_the_time_of_the_note()
    {
        var document = """<nitf><head><docdata management-status="embargoed"><date.issue norm="20261116T091200Z"/><ed-msg info="EMBARGOED until 0601 GMT Nov 18"/></docdata></head><body><body.head><hedline><hl1>Ferries sail</hl1></hedline></body.head></body></nitf>""";
        var item = Assert.Single((await FeedReading.OfAsync(Encoding.UTF8.GetBytes(document))).Items);
        Assert.Equal("2026-11-18T06:01:00Z", SampleFacts.Time(item.Embargo!.Until));
    }
}
