namespace Dateline.Formats.Tests.Pages;

/// <summary>What pages say around a story of whose it is, by whom and when; and what they put among its paragraphs.</summary>
public class PageConventionTests
{
    private const string First = "<p>The ferries of Port Harbour sailed again on Monday after three days of storm, the harbour board said in a statement.</p>";
    private const string Second = "<p>Some four thousand passengers had waited on the quay since Friday evening, according to the company that runs the ferries.</p>";
    private const string Third = "<p>Fishermen on the eastern shore lost most of their nets and asked the government for help before the winter comes.</p>";

    private static Task<NewsItem> Read(string above, string below = "", string among = "", string afterHeadline = "") =>
        PageExtractionTests.Read($"<html><body><div id=\"x\"><h1>Ferries sail again after the storm</h1>{afterHeadline}<div class=\"z\">{above}{First}{Second}{among}{Third}{below}</div></div></body></html>");

    [Theory]
    [InlineData("<p>SHAFAQNA English- The board said more than that to those who had asked it on Sunday.</p>", "<p>Source: <a href=\"/p\">Press TV</a></p><p><a href=\"/\">www.shafaqna.com</a></p>", "Press TV", "SHAFAQNA")]
    [InlineData("", "<p>(Avec AFP)</p><p>Partager</p>", "AFP", "")]
    [InlineData("<p>القاهرة - أ ش أ</p>", "", "أ ش أ", "")]
    [InlineData("<p class=\"introtext\">Tehran, IRNA - The ferries sailed.</p>", "", "IRNA", "")]
    [InlineData("<p>Par Le Quai avec AFP</p>", "", "AFP", "")]
    [InlineData("", "<p>Share</p><p>Related</p><p>AFP</p>", "", "")]
    public async Task Whose_it_is_is_read_above_and_below_the_story(string above, string below, string source, string distributor)
    {
        var item = await Read(above, below);
        Assert.Equal((source, distributor), (item.Credit?.Source ?? "", item.Credit?.Distributor ?? ""));
        Assert.DoesNotContain("Press TV", PageExtractionTests.Text(item), StringComparison.Ordinal);
        Assert.DoesNotContain("AFP", PageExtractionTests.Text(item), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "<p>المصدر: رويترز</p>", "رويترز", "")]
    [InlineData("", "<p>منبع: ایسنا</p>", "ایسنا", "")]
    [InlineData("", "<p>स्रोत: पीटीआई</p>", "पीटीआई", "")]
    [InlineData("", "<p>出典：共同通信</p>", "共同通信", "")]
    [InlineData("", "<p>（来源：新华社）</p>", "新华社", "")]
    [InlineData("", "<p>Via: Press TV</p>", "Press TV", "")]
    [InlineData("", "<p>Source: Reuters, AFP</p>", "Reuters", "AFP")]
    [InlineData("<meta name=\"source\" content=\"ANSA\">", "", "ANSA", "")]
    [InlineData("<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Ferries sail again after the storm\",\"publisher\":{\"name\":\"Coast News\"},\"provider\":{\"name\":\"AP\"}}</script>", "", "", "AP")]
    public async Task Whose_it_is_is_read_from_every_carrier(string above, string below, string source, string distributor)
    {
        var item = await Read(above, below);
        Assert.Equal((source, distributor), (item.Credit?.Source ?? "", item.Credit?.Distributor ?? ""));
        Assert.Equal(Plain(First, Second, Third), Squeezed(item));
    }

    [Theory]
    [InlineData("<table><tr><td><font size=5><b>Board to pay hotels but no trains</b></font></td></tr><tr><td><font size=2>By Mara Quill</font></td><td>Harbour correspondent</td></tr><tr><td><font size=1>Monday, November 16, 1998</font></td></tr></table>", "<title>Harbour Wire: Board to pay hotels but no trains</title>")]
    [InlineData("<font size=+2><b>Board to pay hotels but no trains</b></font><br><font size=-1><i>by Mara Quill, Staff Writer</i></font><br><font size=-1>16 November 1998</font><br><br>", "<title>Board to pay hotels but no trains</title>")]
    [InlineData("<font size=1>1998-11-16</font><br><font size=5><b>Board to pay hotels but no trains</b></font><br>By Mara Quill<br><br>", "<title>Harbour Wire</title>")]
    public async Task A_page_of_the_table_age_is_read_whole(string head, string title)
    {
        var item = await PageExtractionTests.Read($"<html><head>{title}</head><body><table width=100%><tr><td><font size=6>HARBOUR WIRE</font></td></tr></table><table width=760><tr><td><a href=/>Home</a><br><a href=/p>Politics</a></td><td>{head}<table align=right><tr><td><img src=/f.jpg width=220></td></tr><tr><td><font size=1>A ferry on Monday. (Coast News/Ines Okafor)</font></td></tr></table>{First}{Second}{Third}</td></tr><tr><td><font size=1>Copyright 1998 Harbour Wire. All rights reserved.</font></td></tr></table></body></html>");
        Assert.Equal(("Board to pay hotels but no trains", "Mara Quill", new DateTimeOffset(1998, 11, 16, 0, 0, 0, TimeSpan.Zero)), (item.Headline, item.Byline, item.Published));
        var picture = Assert.Single(item.Media);
        Assert.Equal(("https://harbourwire.example/f.jpg", "A ferry on Monday.", "Coast News/Ines Okafor"), (picture.Href, picture.Caption, picture.Credit));
        Assert.Equal(Plain(First, Second, Third), Squeezed(item));
    }

    [Theory]
    [InlineData("<div class=\"author\">[ <a>Home</a> / <a>Economy</a> ]</div>", "")]
    [InlineData("<div><span>By </span><a rel=\"author\">Anna Berg</a> and <a rel=\"author\">Carl Dunn</a></div>", "Anna Berg, Carl Dunn")]
    [InlineData("<div data-component=\"byline-block\"><div>Share</div><div><span>Anna Berg</span><div>Shipping correspondent</div></div></div>", "Anna Berg")]
    [InlineData("<div class=\"submitted\">كتب: أحمد علي - الاثنين، 16 نوفمبر 2026 09:12 ص</div>", "أحمد علي")]
    public async Task Who_wrote_it_is_read(string line, string byline) => Assert.Equal(byline, (await Read("", afterHeadline: line)).Byline ?? "");

    [Theory]
    [InlineData("<time><span>November 16, 2026</span><span>9:12 AM GMT</span><span>Updated 2 hours ago</span></time>")]
    [InlineData("<div>Updated 9:12 AM GMT, November 16, 2026</div>")]
    [InlineData("<div>2026年11月16日 09:12 新华社 <a>我有话说</a>(12人参与)</div>")]
    [InlineData("<div>كتب: أحمد علي - الاثنين، 16 نوفمبر 2026 09:12 ص</div>")]
    [InlineData("<div>16.11.2026, 09:12 Uhr</div>")]
    public async Task When_it_was_published_is_read(string line) => Assert.Equal(new DateTimeOffset(2026, 11, 16, 9, 12, 0, TimeSpan.Zero), (await Read("", afterHeadline: line)).Published);

    [Theory]
    [InlineData("<figure><img src=\"/a.jpg\"><figcaption>[1/3]A ferry. REUTERS/Anna Berg <a>Purchase Licensing Rights, opens new tab</a></figcaption></figure>", "A ferry.", "REUTERS/Anna Berg")]
    [InlineData("<div class=\"img-block\"><img src=\"/a.jpg\"><div class=\"caption\">A ferry. © Anna Berg/dpa (Archivbild)</div></div>", "A ferry.", "Anna Berg/dpa (Archivbild)")]
    [InlineData("<img src=\"/a.jpg\">", "", "")]
    public async Task The_picture_between_headline_and_story_is_the_storys(string markup, string caption, string credit)
    {
        var picture = Assert.Single((await Read("", afterHeadline: markup)).Media);
        Assert.Equal(("https://harbourwire.example/a.jpg", caption, credit), (picture.Href, picture.Caption ?? "", picture.Credit ?? ""));
    }

    /// <summary>What is said of one picture is not said of the next.</summary>
    [Theory]
    [InlineData("<figure><img src=\"/a.jpg\"><figcaption>A ferry leaves.</figcaption></figure>", "<p><img src=\"/b.jpg\"></p>", "a:A ferry leaves. b:")]
    [InlineData("<div class=\"wp-caption\"><img src=\"/a.jpg\"><p class=\"wp-caption-text\">A ferry leaves.</p></div>", "<div class=\"wp-caption\"><img src=\"/b.jpg\"><p class=\"wp-caption-text\">The pier.</p></div>", "a:A ferry leaves. b:The pier.")]
    [InlineData("<p><img src=\"/a.jpg\"></p>", "<div><img src=\"/b.jpg\"><span class=\"caption\">The pier.</span></div>", "a: b:The pier.")]
    [InlineData("<div><p class=\"caption\">A ferry leaves.</p><p><img src=\"/a.jpg\"></p></div>", "", "a:A ferry leaves.")]
    [InlineData("<figure><img src=\"/a.jpg\"><noscript><img src=\"/a.jpg\"></noscript><figcaption>A ferry leaves.</figcaption></figure>", "", "a:A ferry leaves.")]
    public async Task A_caption_is_of_the_picture_beside_it(string first, string second, string captions)
    {
        var item = await PageExtractionTests.Read($"<html><head><title>Board to pay hotels but no trains</title></head><body><article><h1>Board to pay hotels but no trains</h1>{First}{first}{Second}{second}{Third}</article></body></html>");
        Assert.Equal(captions, string.Join(' ', item.Media.Select(media => $"{Path.GetFileNameWithoutExtension(media.Href)}:{media.Caption}")));
    }

    [Fact]
    public async Task A_face_or_a_logo_above_the_story_is_no_picture_of_it() =>
        Assert.Empty((await Read("", afterHeadline: "<img class=\"avatar\" src=\"/face.jpg\"><img class=\"logo\" src=\"/l.png\"><nav><img src=\"/n.jpg\"></nav>")).Media);

    [Theory]
    [InlineData("<p>Don't miss our daily newsletter. Subscribe here and get the best of the Harbour Times every morning in your inbox, for free.</p>")]
    [InlineData("<p><strong>Privacy Notice: </strong>Newsletters may contain information about charities, online ads, and content funded by outside parties. For more information see our Privacy Policy. We use a service to protect our website and its Privacy Policy and Terms of Service apply, too, to all who write.</p><span>after newsletter promotion</span>")]
    [InlineData("<p>Scroll to continue with content</p>")]
    [InlineData("<p>Download the Harbour app for iOS and Android</p>")]
    [InlineData("<div>Item 1 of 3 Workers hold a banner. REUTERS/Anna Berg</div>")]
    [InlineData("<p>Newsletter abonnieren</p>")]
    [InlineData("<p>メルマガ登録</p>")]
    [InlineData("<p>订阅电子报</p>")]
    [InlineData("<p>뉴스레터 신청하기</p>")]
    [InlineData("<p>Εγγραφή στο newsletter</p>")]
    [InlineData("<p>הירשמו לניוזלטר</p>")]
    [InlineData("<p>न्यूज़लेटर सब्सक्राइब करें</p>")]
    [InlineData("<p>Zapisz się do newslettera</p>")]
    [InlineData("<p>สมัครรับจดหมายข่าว</p>")]
    [InlineData("<p>Подписаться на рассылку</p>")]
    [InlineData("<p>Prenumerera på vårt nyhetsbrev</p>")]
    [InlineData("<p>Teilen Facebook X WhatsApp</p>")]
    [InlineData("<p>Auch interessant: Bibliothek rettet ihre Bücher</p>")]
    [InlineData("<p>関連記事: 図書館が古い本を救う</p>")]
    public async Task What_the_page_puts_among_the_paragraphs_is_left_out(string among) => Assert.Equal(Plain(First, Second, Third), Squeezed(await Read("", among: among)));

    [Theory]
    [InlineData("<p><em>Anna Berg is the shipping correspondent of the Harbour Times. Follow her on X @annab</em></p>")]
    [InlineData("<p>有料会員になると続きをお読みいただけます。</p>")]
    [InlineData("<p>Listen to the best of Radio Harbour and follow it on Facebook, X and Instagram.</p>")]
    [InlineData("<div class=\"c1\"><div>user1 says: November 16, 2026 at 9:12 am</div><p>I think that this is a rather long opinion about the story of the day, and that somebody should say so.</p><a>Reply</a></div><div class=\"c2\"><div>user2 says: November 16, 2026 at 9:13 am</div><p>I think that this is another rather long opinion about the story of the day, and that nobody should.</p><a>Reply</a></div>")]
    public async Task What_the_page_puts_below_the_story_is_left_out(string below) => Assert.Equal(Plain(First, Second, Third), Squeezed(await Read("", below)));

    [Theory]
    [InlineData("<p>The newsletter of the board told those who subscribe.</p>")]
    [InlineData("<p>The captain has left Facebook, and now X.</p>")]
    [InlineData("<p>Reply: nobody knows when the next ferry leaves.</p>")]
    [InlineData("<p>The newsletter of the harbour board had said on Sunday that no ferry would sail before Tuesday, whatever the weather.</p>")]
    [InlineData("<p>“Follow her on the quay and you see who she is,” one of the captains told those who had come to watch.</p>")]
    [InlineData("<p>Item 7 of the board's list says that the captain decides, and that nobody may ask him to sail in a storm.</p>")]
    [InlineData("<p>The captain says November 16, 2026 at 9:12 am was the moment when he knew that the storm was over.</p>")]
    public async Task What_only_looks_like_it_stays(string among) => Assert.Equal(Plain(First, Second, among, Third), Squeezed(await Read("", among: among)));

    [Fact]
    public async Task A_page_in_frames_has_its_story_for_browsers_without()
    {
        var item = await PageExtractionTests.Read($"<html><head><title>x</title></head><frameset cols=\"20%,*\"><frame src=\"a.html\"><noframes><body><h1>Ferries sail again after the storm</h1>{First}{Second}</body></noframes></frameset></html>");
        Assert.Equal(("Ferries sail again after the storm", Plain(First, Second)), (item.Headline, Squeezed(item)));
    }

    [Fact]
    public async Task Who_helped_to_report_is_not_lost() =>
        Assert.EndsWith("Additional reporting by Carl Dunn", Squeezed(await Read("", "<p>Additional reporting by Carl Dunn</p><p>Share</p>")), StringComparison.Ordinal);

    private static string Plain(params string[] markup) => string.Join(' ', markup.Select(part => part.Replace("<p>", "", StringComparison.Ordinal).Replace("</p>", "", StringComparison.Ordinal)));

    private static string Squeezed(NewsItem item) => string.Join(' ', PageExtractionTests.Text(item).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
