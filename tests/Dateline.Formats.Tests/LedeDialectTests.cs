namespace Dateline.Formats.Tests;

/// <summary>Datelines as agencies of many languages write them, each with what it says.</summary>
public class LedeDialectTests
{
    [Theory]
    [InlineData("Оряхово, 16 ноември (Иван Дунавски, БТА) Фериботът плава.", "Оряхово", "2026-11-16", "БТА", "Иван Дунавски", "Фериботът плава.")]
    [InlineData("طنجة 16 نونبر 2026 (ومع) استؤنفت الرحلات.", "طنجة", "2026-11-16", "ومع", null, "استؤنفت الرحلات.")]
    [InlineData("মানিকগঞ্জ, ১৬ নভেম্বর (ইউএনবি)- ফেরি চলাচল শুরু হয়েছে।", "মানিকগঞ্জ", "2026-11-16", "ইউএনবি", null, "ফেরি চলাচল শুরু হয়েছে।")]
    [InlineData("ঢাকা, ১৬ নভেম্বর, ২০২৬ (বাসস) : ফেরি চলাচল শুরু হয়েছে।", "ঢাকা", "2026-11-16", "বাসস", null, "ফেরি চলাচল শুরু হয়েছে।")]
    [InlineData("新华社海口11月16日电（记者王海、李帆）客滚船恢复通航。", "海口", "2026-11-16", "新华社", "王海、李帆", "客滚船恢复通航。")]
    [InlineData("（中央社記者林海屏東縣16日電）交通船恢復行駛。", "屏東縣", "2026-11-16", "中央社", "林海", "交通船恢復行駛。")]
    [InlineData("（中央社記者林海薇屏東縣16日電）交通船恢復行駛。", "屏東縣", "2026-11-16", "中央社", "林海薇", "交通船恢復行駛。")]
    [InlineData("（中央社東京16日綜合外電報導）渡輪復航。", "東京", "2026-11-16", "中央社", null, "渡輪復航。")]
    [InlineData("（中央社記者林海薇東京16日專電）渡輪復航。", "東京", "2026-11-16", "中央社", "林海薇", "渡輪復航。")]
    [InlineData("（中央社台北16日電）渡輪復航。", "台北", "2026-11-16", "中央社", null, "渡輪復航。")]
    [InlineData("新华社快讯：客滚船复航。", null, null, "新华社", null, "客滚船复航。")]
    [InlineData("กรุงเทพฯ 16 พ.ย. – เรือข้ามฟากกลับมาให้บริการ.-สำนักข่าวไทย", "กรุงเทพฯ", "2026-11-16", "สำนักข่าวไทย", null, "เรือข้ามฟากกลับมาให้บริการ.")]
    [InlineData("(DIRE) Napoli, 16 nov. - Riprendono i traghetti.", "Napoli", "2026-11-16", "DIRE", null, "Riprendono i traghetti.")]
    [InlineData("Napoli, 16 nov 13:02 - (Agenzia Nova) - Riprendono i traghetti.", "Napoli", "2026-11-16", "Agenzia Nova", null, "Riprendono i traghetti.")]
    [InlineData("MADRID, 16 (SERVIMEDIA) Los barcos vuelven.", "MADRID", null, "SERVIMEDIA", null, "Los barcos vuelven.")]
    [InlineData("Bakı, 16 noyabr, AZƏRTAC - Bərələr üzür.", "Bakı", "2026-11-16", "AZƏRTAC", null, "Bərələr üzür.")]
    [InlineData("BEOGRAD, 16. NOVEMBAR 2026. (BETA) - Skela radi.", "BEOGRAD", "2026-11-16", "BETA", null, "Skela radi.")]
    [InlineData("VILNIUS, lapkr. 16 d., BNS. Keltai plaukia.", "VILNIUS", "2026-11-16", "BNS", null, "Keltai plaukia.")]
    [InlineData("(ECNS) -- Ferries resumed.", null, null, "ECNS", null, "Ferries resumed.")]
    [InlineData("صنعاء - سبأ: استأنفت العبارات.", "صنعاء", null, "سبأ", null, "استأنفت العبارات.")]
    [InlineData("ایسنا/بوشهر کشتی‌ها حرکت کردند.", "بوشهر", null, "ایسنا", null, "کشتی‌ها حرکت کردند.")]
    [InlineData("ایسنا/خراسان رضوی رئیس سازمان گفت.", "خراسان رضوی", null, "ایسنا", null, "رئیس سازمان گفت.")]
    [InlineData("【東京共同】フェリーが再開した。", "東京", null, "共同", null, "フェリーが再開した。")]
    public async Task A_dateline_says_where_when_and_who(string lede, string? place, string? day, string source, string? byline, string text)
    {
        var item = await Item(lede);
        Assert.Equal((place, day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), source, byline, text), (item.PlaceLine?.Place, item.PlaceLine?.Date, item.Credit?.Source, item.Byline, item.Body!.Content));
    }

    [Theory]
    [InlineData("电题：琼州海峡复航", "新华社海口11月16日电 复航。", "琼州海峡复航")]
    [InlineData("新华社快讯：琼州海峡复航", "新华社快讯：琼州海峡复航。", "琼州海峡复航")]
    [InlineData("电题：琼州海峡复航", "复航。", "电题：琼州海峡复航")]
    public async Task Xinhuas_label_is_no_part_of_a_headline(string title, string text, string headline) => Assert.Equal(headline, (await Item(text, title)).Headline);

    [Fact]
    public async Task A_line_that_stands_alone_below_the_summary_is_the_dateline_where_it_is_signed()
    {
        var item = await Item("<p>Los barcos han vuelto.</p><p>   PALMA, 16 Nov. (EUROPA PRESS) -</p><p>   Los barcos han vuelto a navegar este lunes.</p>", "AMP.- Los barcos vuelven a Ibiza");
        Assert.Equal(("PALMA", "EUROPA PRESS", "Los barcos vuelven a Ibiza"), (item.PlaceLine?.Place, item.Credit?.Source, item.Headline));
        Assert.DoesNotContain("EUROPA PRESS", item.Body!.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dateline_in_bold_in_a_paragraph_of_its_own_goes()
    {
        var item = await Item("<p><strong>طرطوس-سانا</strong></p><p>أعادت مديرية الموانئ تشغيل الخط.</p><p>وقال المدير إن ثلاث عبّارات تعمل.</p>");
        Assert.Equal(("طرطوس", "سانا"), (item.PlaceLine?.Place, item.Credit?.Source));
        Assert.DoesNotContain("سانا", item.Body!.Content, StringComparison.Ordinal);
    }

    private static async Task<NewsItem> Item(string text, string title = "Ferries") =>
        Assert.Single((await FeedReading.OfAsync($"<rss version=\"2.0\"><channel><title>Harbour</title><item><guid isPermaLink=\"false\">1</guid><pubDate>Mon, 16 Nov 2026 09:12:00 GMT</pubDate><title>{title}</title><description><![CDATA[{text}]]></description></item></channel></rss>")).Items);
}
