using System.Text;

namespace Dateline.Formats.Tests;

/// <summary>What the desk of an agency leaves below a text is no part of it.</summary>
public class DeskSignsTests
{
    [Theory]
    [InlineData("القاهرة في 16 نوفمبر /أ ش أ/ أبحرت العبارات يوم الاثنين.\n\nم ح م/ أ ع\n\nأ ش أ", "أبحرت العبارات يوم الاثنين.")]
    [InlineData("Cairo, Nov 16 (MENA) - Ferries sailed on Monday.\n\nM M/A A\n\nMENA", "Ferries sailed on Monday.")]
    public void Letters_above_a_signature_go_with_it(string text, string rest) => Assert.Equal(rest, Dateline.Formats.InText.TextConventions.Apply(new NewsItem { Body = new NewsBody(text, BodyKind.Text) }, null).Body!.Content);

    [Theory]
    [InlineData("Ferries sailed, the company said. PTI ABC DEF GHI")]
    [InlineData("Ferries sailed, the company said.\n\ndpa jm yydd z2 as")]
    [InlineData("Ferries sailed, the company said.\n\n(PAP)\n\nabc/ xyz/")]
    [InlineData("Ferries sailed, the company said.\n\n--SPA\n\n12:34 LOCAL TIME 09:34 GMT\n\n0012")]
    [InlineData("Ferries sailed, the company said.\n\n9376**1416\n\nFollow us on Twitter @IrnaEnglish")]
    [InlineData("Ferries sailed, the company said. (end) abc.xyz")]
    [InlineData("Ferries sailed, the company said.\n\n//Petra// AB\n\n16/11/2026 12:34:56")]
    [InlineData("Ferries sailed, the company said.\n\nA.B.C")]
    [InlineData("Ferries sailed, the company said.\n\n==============R.H.")]
    [InlineData("Ferries sailed, the company said.\n\n--- Ends/Thuraya")]
    [InlineData("Ferries sailed, the company said./.")]
    [InlineData("Ferries sailed, the company said.\n\nAAP ab/cd")]
    [InlineData("Ferries sailed, the company said.\n\nABC // XYZ\n\nLusa/Fim")]
    [InlineData("Ferries sailed, the company said. AGERPRES (RO - author: Anna Berg, editor: Carl Dunn; EN - author: Ola Ek)")]
    [InlineData("Ferries sailed, the company said.\n\n(By Lin Wei and Chen Yu)\n\nEnditem/AW")]
    [InlineData("Ferries sailed, the company said. (\u00A9NTB)\n\nanna.berg@ntb.example")]
    [InlineData("Ferries sailed, the company said.\n\n© dpa-infocom, dpa:261116-99-01234/2")]
    [InlineData("Ferries sailed, the company said.\n\nـــــــــــــــ\n\nم.ج/ ر.ح")]
    [InlineData("Ferries sailed, the company said.\n\nف.ع")]
    [InlineData("Ferries sailed, the company said.\n\n---")]
    [InlineData("Ferries sailed, the company said.\n\n* * *")]
    [InlineData("Ferries sailed, the company said.\n\nانتهای پیام/ ۱۲۳۴")]
    [InlineData("Ferries sailed, the company said.\n\nپایان پیام/")]
    [InlineData("Ferries sailed, the company said.\n\n(النهاية) م ج / ر ح")]
    [InlineData("Ferries sailed, the company said./mv/DP/stw")]
    [InlineData("Ferries sailed, the company said. (PAP) abc/ def/")]
    [InlineData("Ferries sailed, the company said.\n\nJH // MSF Lusa/Fim")]
    [InlineData("Ferries sailed, the company said.（完）")]
    [InlineData("Ferries sailed, the company said.\n\n(끝)")]
    [InlineData("Ferries sailed, the company said.\n\nmara@quay.example\n\n(끝)\n\n<저작권자(c) 연합뉴스, 무단 전재-재배포 금지>\n\n2026/11/16 18:12 송고")]
    [InlineData("Ferries sailed, the company said.\n\n((mara.quill@wire.example; +44 20 7946 0000;))\n\nKeywords: QUAYTOWN PORT/ (UPDATE 1)/")]
    [InlineData("Ferries sailed, the company said.\n\n((mara.quill@wire.example))\n\nMonday, 16 November 2026 09:12:33RTRS [nL16123] {C}ENDS")]
    [InlineData("Ferries sailed, the company said. ((mara.quill@wire.example; +44 20 7946 0000;))\n\nMonday, 16 November 2026 09:12:33RTRS [nL16123] {C}ENDS")]
    [InlineData("Ferries sailed, the company said. ((Newsroom +44 20 7946 0000)) Monday, 16 November 2026 09:12:33 ENDS [nL16123] RTR")]
    [InlineData("Ferries sailed, the company said.\n// انتهى //\n12:34 ت م\n0012")]
    [InlineData("Ferries sailed, the company said.\n\nab/cde\n\n© Agence France-Presse")]
    [InlineData("Ferries sailed, the company said.\n\nCopyright 2026 The Associated Press. All rights reserved. This material may not be published, broadcast, rewritten or redistributed.")]
    [InlineData("Ferries sailed, the company said.\n\n© Thomson Reuters 2026.")]
    [InlineData("Ferries sailed, the company said.\n\n© 2026 Harbour News")]
    [InlineData("Ferries sailed, the company said.\n\nThis report by The Canadian Press was first published Nov. 16, 2026.\n\nAnna Berg, The Canadian Press")]
    [InlineData("Ferries sailed, the company said.\n\nOriginal-Content von: Hafen Quaytown GmbH, übermittelt durch news aktuell")]
    [InlineData("Ferries sailed, the company said.\n\n*Writing by Anna Berg in Ankara")]
    public async Task The_signs_of_a_desk_leave_the_text(string text) => Assert.Equal("Ferries sailed, the company said.", (await BodyOf(text))?.TrimEnd());

    [Theory]
    [InlineData("Ferries sailed.\n\nThe last word was NATO SAYS NO")]
    [InlineData("Ferries sailed.\n\nWrite to us at news@quay.example today.")]
    [InlineData("Ferries sailed.\n\nThe score was 2/1.")]
    [InlineData("Ferries sailed.\n\nNobody knows where the PTI IS NOW")]
    [InlineData("Ferries sailed.\n\nThis is the (end) of it")]
    [InlineData("Ferries sailed.\n\nPressekontakt:\n\nmara@quay.example\n\nÜber den Hafen.")]
    [InlineData("He said f((x + 1))")]
    [InlineData("Ferries sailed.\n\nنعم/لا")]
    [InlineData("Ferries sailed.\n\n© is the sign of those who own.")]
    [InlineData("Ferries sailed.\n\nCopyright is a right that ferries don't have.")]
    [InlineData("Ferries sailed.\n\nCopyright law was the subject of the talk. All rights reserved for captains were named.")]
    [InlineData("Ferries sailed.\n\nThis report by the harbour board was first published in 1902.")]
    [InlineData("Ferries sailed.\n\nKeywords: a list of what readers looked for. It is long/")]
    [InlineData("Ferries sailed.\n\n*Writing by hand is an art in Ankara")]
    [InlineData("Ferries sailed.\n\nانتهای پیام کشتی‌ها روشن بود.")]
    [InlineData("Ferries sailed.\n\nAnna Berg, a captain")]
    [InlineData("Ferries sailed on the 16th (PAP) ab")]
    [InlineData("They sail at km/h/min")]
    public async Task What_only_looks_like_signs_stays(string text) => Assert.Equal(text, await BodyOf(text));

    [Fact]
    public async Task Whom_the_press_may_ask_stays_above_who_sent_the_release() =>
        Assert.Equal("Sailed.\n\nPressekontakt:\n\nmara@quay.example", (await BodyOf("Quaytown (ots) - Sailed.\n\nPressekontakt:\n\nmara@quay.example\n\nOriginal-Content von: Hafen Quaytown, übermittelt durch news aktuell"))?.TrimEnd());

    /// <summary>Text | what it says of the item.</summary>
    [Theory]
    [InlineData("Sailed.\n\n© Agence France-Presse", "source", "Agence France-Presse")]
    [InlineData("Sailed.\n\n© Agence France-Presse", "notice", "© Agence France-Presse")]
    [InlineData("Sailed.\n\nCopyright 2026 The Associated Press. All rights reserved.", "notice", "Copyright 2026 The Associated Press. All rights reserved.")]
    [InlineData("Sailed.\n\nCopyright 2026 The Associated Press. All rights reserved.", "source", "The Associated Press")]
    [InlineData("Sailed. (AFP)\n\n© Agence France-Presse", "source", "Agence France-Presse")]
    [InlineData("Sailed. (AFP)\n\n© Agence France-Presse", "distributor", "")]
    [InlineData("Sailed.\n\n<저작권자(c) 연합뉴스, 무단 전재-재배포 금지>", "notice", "<저작권자(c) 연합뉴스, 무단 전재-재배포 금지>")]
    [InlineData("Sailed.\n\n<저작권자(c) 연합뉴스, 무단 전재-재배포 금지>", "source", "연합뉴스")]
    [InlineData("Sailed.\n\nThis report by The Canadian Press was first published Nov. 16, 2026.", "source", "The Canadian Press")]
    [InlineData("Sailed.\n\nAnna Berg, The Canadian Press", "byline", "Anna Berg")]
    [InlineData("Sailed.\n\nAnna Berg, The Canadian Press", "source", "The Canadian Press")]
    [InlineData("Quaytown (ots) - Sailed.\n\nOriginal-Content von: Hafen Quaytown GmbH, übermittelt durch news aktuell", "source", "Hafen Quaytown GmbH")]
    [InlineData("Quaytown (ots) - Sailed.\n\nOriginal-Content von: Hafen Quaytown GmbH, übermittelt durch news aktuell", "distributor", "ots")]
    [InlineData("Sailed.\n\n*Writing by Anna Berg in Ankara", "byline", "Anna Berg")]
    [InlineData("by Xinhua writers Lin Wei, Chen Yu\n\nQUAYTOWN, Nov. 16 (Xinhua) -- Sailed.", "author", "Lin Wei <> | Chen Yu <>")]
    [InlineData("By MARA QUILL Associated Press QUAYTOWN (AP) — Sailed.", "byline", "MARA QUILL")]
    [InlineData("МОСКВА, 16 ноя — РИА Новости, Иван Петров. Паромы ходят.", "byline", "Иван Петров")]
    [InlineData("МОСКВА, 16 ноября. /Корр. ТАСС Иван Петров/. Паромы ходят.", "author", "Иван Петров <>")]
    [InlineData("新华社洛文11月16日电（记者王小明、李华）渡轮恢复航行。（完）", "author", "王小明 <> | 李华 <>")]
    [InlineData("新华社洛文11月16日电（记者王小明　李华）渡轮恢复航行。（完）", "byline", "王小明、李华")]
    public async Task What_leaves_the_text_is_said_by_the_fields(string text, string fact, string value)
    {
        var item = await Read(text, "");
        Assert.Equal(value, SampleFacts.Of(item, fact, value));
        Assert.DoesNotContain("Lin", item.Body!.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sailed.\n\nMonday, 16 November 2026 09:12:33RTRS [nL16123] {C}ENDS", "2026-11-16T09:12:33Z")]
    [InlineData("Sailed.\n\n2026/11/16 18:12 송고", "2026-11-16T09:12:00Z")]
    public void The_time_below_the_text_serves_where_the_fields_have_none(string text, string time)
    {
        var item = InText.TextConventions.Apply(new NewsItem { Body = new NewsBody(text, BodyKind.Text) }, null);
        Assert.Equal("Sailed.", item.Body!.Content);
        Assert.Equal(time, SampleFacts.Time(item.VersionCreated));
    }

    [Fact]
    public async Task Who_signs_below_is_the_author()
    {
        var item = await Read("TAIPEI (CNA) Ferries sailed, the company said.\n\n(By Lin Wei and Chen Yu)\n\nEnditem/AW", "");
        Assert.Equal("Lin Wei and Chen Yu", item.Byline);
        Assert.Equal(["Lin Wei", "Chen Yu"], item.Authors.Select(author => author.Name));
    }

    [Fact]
    public async Task A_town_alone_is_the_dateline_of_whoever_writes_so()
    {
        var item = await Read("STRANDBY\n\nFärjorna går igen.\n\nAnna Berg/TT", ",\"source\":\"TT\",\"byline\":\"Anna Berg/TT\"");
        Assert.Equal("Färjorna går igen.", item.Body?.Content);
        Assert.Equal("STRANDBY", item.PlaceLine?.Place);
        Assert.Equal(["Anna Berg"], item.Authors.Select(author => author.Name));
        Assert.Equal("SPORT\n\nFärjorna går igen.", (await Read("SPORT\n\nFärjorna går igen.", "")).Body?.Content);
    }

    [Fact]
    public async Task The_whole_text_for_a_portal_is_the_body()
    {
        const string Feed = """<rss version="2.0" xmlns:yandex="http://news.yandex.ru"><channel><title>T</title><item><title>Паромы</title><description>Рейсы</description><yandex:full-text>МОСКВА, 16 ноября. /ТАСС/. Паромы снова ходят.</yandex:full-text></item></channel></rss>""";
        var item = Assert.Single((await FeedReading.OfAsync(Encoding.UTF8.GetBytes(Feed))).Items);
        Assert.Equal("Паромы снова ходят.", item.Body?.Content);
        Assert.Equal("Рейсы", item.Summary);
        Assert.Equal("ТАСС", item.Credit?.Source);
    }

    private static async Task<string?> BodyOf(string text) => (await Read(text, "")).Body?.Content;

    private static async Task<NewsItem> Read(string text, string more)
    {
        var document = $$"""{"uri":"urn:x:1","pubstatus":"usable","versioncreated":"2026-11-16T10:00:00Z","headline":"H","body_text":"{{text.Replace("\n", "\\n", StringComparison.Ordinal)}}"{{more}}}""";
        return Assert.Single((await FeedReading.OfAsync(Encoding.UTF8.GetBytes(document))).Items);
    }
}
