namespace Dateline.Formats.Tests;

/// <summary>What those who carry others' copy write around it, in the languages of the Middle East.</summary>
public class CarriersTailTests
{
    private const string Story = "<p>استؤنفت الملاحة في المضيق بعد توقف دام يومين.</p><p>وقال المدير إن الحركة طبيعية.</p>";

    [Theory]
    [InlineData("<p>/انتهى/</p>")]
    [InlineData("<p>النهاية</p>")]
    [InlineData("<p>انتهى</p><p>www.shafaqna.com/ انتهى</p>")]
    [InlineData("<p>النهاية</p><p>www.iraq.shafaqna.com/ انتهى</p>")]
    [InlineData("<p>———————–</p><p>*المقالات المنشورة بأسماء أصحابها تعبر عن وجهة نظرهم ولا تعبر عن رأي شفقنا بالضرورة*</p>")]
    [InlineData("<p>نوٹ: شفقنا کا مصنف کی رائے سے متفق ہونا ضروری نہیں</p>")]
    public async Task What_ends_a_text_signs_nothing_and_goes(string tail)
    {
        var item = await Item($"<p>شفقنا- خبر.</p>{Story}{tail}");
        Assert.EndsWith(Story, item.Body!.Content, StringComparison.Ordinal);
        Assert.Equal(("شفقنا", null), (item.Credit?.Source, item.Credit?.Distributor));
    }

    [Theory]
    [InlineData("<p>المصدر: موقع المنار + وكالات</p>", "المنار")]
    [InlineData("<p>المصدر: قناة العالم</p>", "العالم")]
    [InlineData("<p>Fuente: HispanTV</p><p>Editado por Shafaqna en español</p>", "HispanTV")]
    [InlineData("<p>المصدر: السومرية نيوز</p><p>النهاية</p>", "السومرية نيوز")]
    public async Task Whose_it_is_stands_below(string tail, string source)
    {
        var item = await Item(Story + tail);
        Assert.Equal(source, item.Credit?.Source);
        Assert.EndsWith(Story, item.Body!.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("شفقنا العراق-دعت المرجعية إلى ترشيد المياه.", "شفقنا العراق", "دعت المرجعية إلى ترشيد المياه.")]
    [InlineData("شفقنا العراق – دعت المرجعية إلى ترشيد المياه.", "شفقنا العراق", "دعت المرجعية إلى ترشيد المياه.")]
    [InlineData("شفقنا اردو: کراچی میں کشتیاں چل پڑیں۔", "شفقنا اردو", "کراچی میں کشتیاں چل پڑیں۔")]
    public async Task A_house_and_its_edition_open_the_text(string lede, string text, string rest)
    {
        var item = await Item($"<p>{lede}</p>{Story}");
        Assert.Equal(text, item.PlaceLine?.Text);
        Assert.StartsWith($"<p>{rest}", item.Body!.Content, StringComparison.Ordinal);
        Assert.StartsWith("شفقنا", item.Credit?.Source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rudaw", "https://www.rudaw.example/1")]
    [InlineData("الجزيرة نت", "https://www.wire.example/1")]
    public async Task The_houses_own_login_is_nobody(string creator, string page)
    {
        var item = await Item(Story, page, creator);
        Assert.Equal((null, 0), (item.Byline, item.Authors.Count));
    }

    [Fact]
    public async Task A_section_of_data_that_was_escaped_is_its_text()
    {
        var item = Assert.Single((await FeedReading.OfAsync("<rss version=\"2.0\"><channel><title>Q</title><item><guid>1</guid><title>&lt;![CDATA[Ferries resume]]&gt;</title><description>&lt;![CDATA[&lt;p&gt;They sail.&lt;/p&gt;]]&gt;</description></item></channel></rss>")).Items);
        Assert.Equal(("Ferries resume", "<p>They sail.</p>"), (item.Headline, item.Body?.Content));
    }

    private static async Task<NewsItem> Item(string text, string page = "https://ar.shafaqna.com/1", string creator = "") =>
        Assert.Single((await FeedReading.OfAsync($"<rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>Harbour</title><item><guid isPermaLink=\"false\">1</guid><link>{page}</link><title>خبر</title><dc:creator>{creator}</dc:creator><description><![CDATA[{text}]]></description></item></channel></rss>")).Items);
}
