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
    [InlineData("STRICTLY EMBARGOED until 00.01 Tuesday 17 November 2026: Ferry study", "2026-11-17T00:01:00Z", "Ferry study")]
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
    [InlineData("SOUS EMBARGO jusqu'au 17 novembre 10h00 - Etude", "2026-11-17T10:00:00Z", "Etude")]
    [InlineData("BAJO EMBARGO hasta el 17 de noviembre a las 10:00 GMT: Estudio", "2026-11-17T10:00:00Z", "Estudio")]
    [InlineData("EMBARGO FINO ALLE ORE 10.00 DEL 17 NOVEMBRE: Studio", "2026-11-17T10:00:00Z", "Studio")]
    [InlineData("EMBARGO TOT 17 november 10.00 uur: Studie", "2026-11-17T10:00:00Z", "Studie")]
    [InlineData("SPÄRRFRIST 17 november kl 10.00: Studie", "2026-11-17T10:00:00Z", "Studie")]
    [InlineData("ЭМБАРГО до 17 ноября 10:00 МСК: Порт", "2026-11-17T07:00:00Z", "Порт")]
    [InlineData("【17日10時解禁】フェリー調査", "", "フェリー調査")]
    [InlineData("[엠바고 17일 10시] 여객선", "", "여객선")]
    [InlineData("محظور النشر حتى 17 نوفمبر: دراسة", "", "دراسة")]
    [InlineData("محظور النشر حتى ١٧ نوفمبر ١٠:٠٠: دراسة", "2026-11-17T10:00:00Z", "دراسة")]
    [InlineData("NOT FOR RELEASE BEFORE 0600 GMT 17 NOV: Ferry study", "2026-11-17T06:00:00Z", "Ferry study")]
    [InlineData("Ferry study (EMBARGOED UNTIL 0600 GMT NOV 17)", "2026-11-17T06:00:00Z", "Ferry study")]
    [InlineData("EMBARGOED until 11/12 06:00: Ferry study", "", "Ferry study")]
    [InlineData("EMBARGOED until Nov 18: Ferry study", "", "Ferry study")]
    [InlineData("EMBARGOED until Nov 18 at 10:00 New York time: Ferry study", "", "Ferry study")]
    [InlineData("EMBARGOED until 10 a.m. Eastern, Nov. 18: Ferry study", "2026-11-18T15:00:00Z", "Ferry study")]
    [InlineData("EMBARGOED until 10:00 local time Nov 18: Ferry study", "", "Ferry study")]
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
    public void A_text_about_an_embargo_is_a_text(string body)
    {
        var item = TextConventions.Apply(new NewsItem { Headline = "Sea", Body = new NewsBody(body, BodyKind.Html), VersionCreated = Made }, null);
        Assert.Null(item.Embargo);
        Assert.Equal(body, item.Body!.Content);
    }

    [Theory]
    [InlineData("EMBARGOED until 0601 GMT Nov 18", "2026-11-18T06:01:00Z")]
    [InlineData("Sperrfrist: 17.11.2026, 10.00 Uhr", "2026-11-17T09:00:00Z")]
    [InlineData("Mit Foto. Sperrfrist bis zum Beginn der Rede", "")]
    [InlineData("With photos. Embargoed for release until 0601 GMT Nov 18.", "2026-11-18T06:01:00Z")]
    [InlineData("Adds quotes on oil embargo", null)]
    [InlineData("Embargo lifted. Adds photos.", null)]
    [InlineData("Keine Sperrfrist", null)]
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
