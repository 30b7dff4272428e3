namespace Dateline.Formats.Tests;

/// <summary>Fields that one vendor fills in its own way.</summary>
public class VendorFieldTests
{
    [Fact]
    public async Task A_headline_that_is_EFEs_slug_gives_way_to_the_second()
    {
        var item = Assert.Single((await FeedReading.OfAsync("""
            <NewsML Version="1.2"><NewsItem><Identification><NewsIdentifier><ProviderId>wire.example</ProviderId><DateId>20261116</DateId><NewsItemId>1</NewsItemId><RevisionId PreviousRevision="0" Update="N">1</RevisionId></NewsIdentifier></Identification>
            <NewsManagement><NewsItemType FormalName="News"/><Status FormalName="Usable"/></NewsManagement>
            <NewsComponent xml:lang="es"><NewsLines><HeadLine>NORLANDIA TRANSPORTE (Actualización)</HeadLine><SubHeadLine>Los barcos vuelven tras dos días de huelga</SubHeadLine><KeywordLine>NORLANDIA TRANSPORTE</KeywordLine></NewsLines>
            <ContentItem><DataContent><p>Los barcos vuelven.</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>
            """)).Items);
        Assert.Equal(("Los barcos vuelven tras dos días de huelga", "NORLANDIA TRANSPORTE", null), (item.Headline, item.Slugline, item.Summary));
        Assert.Contains("sig:update", item.Signals);
    }

    [Fact]
    public async Task Subjects_of_AP_are_read_under_either_name()
    {
        var item = Assert.Single((await FeedReading.OfAsync("""{"data":{"item":{"itemid":"a1","version":1,"type":"text","pubstatus":"usable","provider":"AP","headline":"Ferries","subjects":[{"scheme":"http://cv.wire.example/id/","code":"86aa","name":"Transportation","rels":["category"]}]}}}""")).Items);
        Assert.Equal(new Subject("category", "86aa", "Transportation"), Assert.Single(item.Subjects));
    }

    [Theory]
    [InlineData("mq", "<p>They sail.</p>")]
    [InlineData("mq/jh", "<p>They sail.</p>")]
    [InlineData("Mara Quill is at Quaytown.", "<p>They sail.</p><p>Mara Quill is at Quaytown.</p>")]
    public async Task Letters_in_a_tagline_are_no_text(string tagline, string body)
    {
        var item = Assert.Single((await FeedReading.OfAsync($"<nitf><body><body.head><hedline><hl1>Ferries</hl1></hedline></body.head><body.content><p>They sail.</p></body.content><body.end><tagline>{tagline}</tagline></body.end></body></nitf>")).Items);
        Assert.Equal(body, item.Body!.Content.Replace("\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_producer_whom_the_caption_names_is_named_once()
    {
        var item = Assert.Single((await FeedReading.OfAsync("<nitf><body><body.head><hedline><hl1>Ferries</hl1></hedline></body.head><body.content><p>They sail.</p><media media-type=\"image\"><media-reference mime-type=\"image/jpeg\" source=\"a.jpg\"/><media-caption>A ferry. (AP Photo/Ida Lund)</media-caption><media-producer>AP/Ida Lund</media-producer></media></body.content></body></nitf>")).Items);
        Assert.Equal("AP Photo/Ida Lund", Assert.Single(item.Media).Credit);
    }

    [Fact]
    public async Task A_picture_in_a_table_of_Bloggers_is_a_picture_with_its_caption()
    {
        var html = """<table class="tr-caption-container"><tbody><tr><td><a href="https://bp.example/s1600/f.jpg"><img src="https://bp.example/s320/f.jpg"></a></td></tr><tr><td class="tr-caption">A ferry. Photo: Ida Lund</td></tr></tbody></table>The ferries sail again.<div class="blogger-post-footer">More at Harbour</div>""";
        var item = Assert.Single((await FeedReading.OfAsync($"""<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"><id>tag:wire.example,2026:f</id><title>Harbour</title><entry><id>tag:wire.example,2026:1</id><title>Ferries</title><content type="html">{System.Net.WebUtility.HtmlEncode(html)}</content><media:thumbnail url="https://bp.example/s72-c/f.jpg" width="72" height="72"/></entry></feed>""")).Items);
        var picture = Assert.Single(item.Media);
        Assert.Equal(("https://bp.example/s320/f.jpg", "A ferry.", "Ida Lund"), (picture.Href, picture.Caption, picture.Credit));
        Assert.DoesNotContain("<table", item.Body!.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("More at Harbour", item.Body.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Wire Desk", null)]
    [InlineData("Agence Cap-Presse", null)]
    [InlineData("Redaktion Hafenbote", null)]
    [InlineData("Quay Council Press Office", null)]
    [InlineData("Mara Quill", "Mara Quill")]
    [InlineData("Frank Press", "Frank Press")]
    public async Task An_office_that_sends_a_letter_is_no_byline(string name, string? byline)
    {
        var item = await Letter($"From: {name} <desk@wire.example>\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n", "The ferries sail again from Monday on, the harbour office said.");
        Assert.Equal((byline, name), (item.Byline, item.Credit?.Provider));
    }

    [Fact]
    public async Task Whose_the_sender_of_a_letter_is_stands_not_in_the_name_nor_does_the_close_sign_it()
    {
        var item = await Letter("From: Kov Peter (MTI) <kp@wire.example>\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n", "<html><body><p>Budapest, 2026. november 16. (MTI) - Újra járnak a kompok a kétnapos sztrájk után.</p><p>MTI/mqu jha</p><p>Üdvözlettel:</p><p>Kov Peter</p></body></html>");
        Assert.Equal(("Kov Peter", "MTI", null), (item.Byline, item.Credit?.Source, item.Credit?.Distributor));
        Assert.DoesNotContain("Üdvözlettel", item.Body!.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("mqu", item.Body.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Blanks_that_only_break_lines_are_deleted_where_the_letter_says_so() =>
        Assert.Equal("新しいフェリーが来週から運航を始めると発表した。", (await Letter("From: Mara Quill <mara@wire.example>\nContent-Type: text/plain; charset=utf-8; format=flowed; delsp=yes\nContent-Transfer-Encoding: 8bit\n", "新しいフェリーが来週から \n運航を始めると発表した。")).Body!.Content.Trim());

    private static async Task<NewsItem> Letter(string head, string text) =>
        Assert.Single((await FeedReading.OfAsync($"{head}Message-ID: <1@wire.example>\nSubject: Ferries\nDate: Mon, 16 Nov 2026 09:30:00 +0100\nMIME-Version: 1.0\n\n{text}\n")).Items);
}
