using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Dateline.Formats.Tests.Pages;

/// <summary>Pages that nobody wrote for readers.</summary>
public class PageHardshipTests
{
    private const int Megabyte = 1 << 20;

    public static TheoryData<string, string> Hostile => new()
    {
        { "nested", Repeat("<div>") }, { "nested with text", Repeat("<div>a. ") }, { "formatting", Repeat("<b><i><p>") }, { "distinct formatting", Repeat("<b a=1><b a=2><p>") }, { "anchors", Repeat("<a href=x>") },
        { "tables", Repeat("<table><tr><td>") }, { "lists", Repeat("<ul><li>") }, { "scripts", Repeat("<script>") }, { "comments", Repeat("<!--") }, { "classes", Repeat("<p class=related-share>x</p>") },
        { "headings", Repeat("<h1>Ferries</h1>") }, { "captions", Repeat("<figure><img src=a><figcaption>") }, { "paragraphs", Repeat("<p>The ferries sailed again on Monday after a storm of three days.") }, { "line breaks", Repeat("a<br><br>") },
        { "data", Repeat("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\"The ferries\"}</script>") }, { "articles", Repeat("<article><p>The ferries sailed again on Monday after a storm of three days.</p></article>") },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task A_megabyte_of_nonsense_is_read_or_refused(string name, string html)
    {
        var reading = await Read("<html><body>" + html);
        Assert.True(reading.Items.Count + reading.Rejects.Count == 1, name);
    }

    [Fact]
    public async Task A_page_above_the_limit_is_refused_and_not_held()
    {
        var reading = await FeedReading.OfAsync("<html><body>" + Repeat("<p>The ferries sailed."), new NewsReadOptions { Pages = true, MaxItemChars = 100_000 });
        Assert.Equal(RejectCode.TooLarge, Assert.Single(reading.Rejects).Code);
    }

    [Fact]
    public async Task A_page_cut_off_anywhere_is_read_as_far_as_it_goes()
    {
        foreach (var page in Layouts.Pages().Where((_, at) => at % 23 == 0))
            for (var length = 0; length < page.Html.Length; length += 97) Assert.True((await Read(page.Html[..length])).Parts.Count > 0, $"{page.Name}, {length}");
    }

    [Fact]
    public async Task Without_the_callers_word_a_page_is_no_news()
    {
        var reading = await FeedReading.OfAsync(Layouts.Pages().First().Html);
        Assert.Equal(RejectCode.NotAFeed, Assert.Single(reading.Rejects).Code);
    }

    [Fact]
    public async Task A_front_page_has_no_story() =>
        Assert.Empty((await Read("<html><body><nav><a href=/>Home</a></nav><main>" + string.Concat(Enumerable.Repeat("<div class=item><h3><a href=/x>Ferries sail again after three days</a></h3></div>", 30)) + "</main></body></html>")).Items);

    [Fact]
    public void Any_text_is_read_without_failing() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<string>(), Gen.Elements("<p>", "</p>", "<a href='", "<td>", "By ", "(AP) - ", "UPDATE 2-", "/TASS/. ", "【共同】", "<script>", "&#x", "&amp;", "به گزارش ", "0 replies\n").ArrayOf().ToArbitrary(),
        (text, pieces) => Task.Run(async () => (await Read("<html>" + text + string.Join(text ?? "", pieces))).Parts.Count > 0).GetAwaiter().GetResult()));

    [Theory]
    [InlineData("windows-1251", "Паромы снова вышли в море в понедельник после трёх дней шторма, сообщило управление порта. Пассажиры ждали на причале с пятницы.")]
    [InlineData("windows-1256", "عادت العبارات إلى الإبحار يوم الاثنين بعد ثلاثة أيام من العاصفة، وكان آلاف المسافرين ينتظرون على الرصيف منذ مساء الجمعة.")]
    [InlineData("gb2312", "北港的渡轮在三天风暴之后于周一恢复航行。约四千名旅客在码头等候，其中许多人从周五晚上就在那里。部里一位官员说，一周之内会作出决定。今年的风暴来得比往年早，而且来自没有人料到的方向。")]
    [InlineData("shift_jis", "北港のフェリーは三日間の嵐のあと、月曜日に運航を再開した。岸壁では約四千人の乗客が待っており、多くは金曜日の夜からそこにいた。港湾局はホテル代を支払うという。")]
    public async Task The_charset_a_page_declares_is_believed(string charset, string text)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(charset)!;
        var bytes = encoding.GetBytes($"<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset={charset}\"><title>x</title></head><body><div><p>{text}</p></div></body></html>");
        var item = Assert.Single((await FeedReading.OfAsync(bytes, new NewsReadOptions { Pages = true })).Items);
        Assert.Equal(text, PageExtractionTests.Text(item));
    }

    private static string Repeat(string piece) => string.Concat(Enumerable.Repeat(piece, Megabyte / piece.Length));

    private static Task<FeedReading> Read(string html) => FeedReading.OfAsync(html, new NewsReadOptions { Pages = true });
}
