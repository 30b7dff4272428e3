namespace Dateline.Formats.Tests;

/// <summary>What feeds of agencies, press wires and publishing systems have that no specification says.</summary>
public class FeedDialectTests
{
    private const string Modules = "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\" xmlns:media=\"http://search.yahoo.com/mrss/\"";

    [Fact]
    public async Task A_field_within_an_element_of_the_senders_own_is_no_missing_tag()
    {
        var reading = await FeedReading.OfAsync($"<rss version=\"2.0\" {Modules}><channel><title>Harbour</title><itunes:category text=\"News\"><itunes:category text=\"Daily News\"/></itunes:category><item><guid>1</guid><title>Ferries</title><images><image>https://wire.example/a.jpg</image><image>https://wire.example/b.jpg</image></images><description>They sail.</description></item></channel></rss>");
        var item = Assert.Single(reading.Items);
        Assert.Empty(reading.Head.Repairs);
        Assert.Empty(item.Repairs);
        Assert.Equal(("Ferries", "They sail."), (item.Headline, item.Body?.Content));
        Assert.Equal(["https://wire.example/a.jpg", "https://wire.example/b.jpg"], item.Media.Select(media => media.Href));
    }

    [Fact]
    public async Task An_element_of_the_senders_own_without_its_end_still_ends_at_the_next_field()
    {
        var item = Assert.Single((await FeedReading.OfAsync("<rss version=\"2.0\"><channel><title>Harbour</title><item><guid>1</guid><city>Quaytown<title>Ferries</title><description>They sail.</description></item></channel></rss>")).Items);
        Assert.Equal(("Ferries", "They sail."), (item.Headline, item.Body?.Content));
        Assert.Contains(item.Repairs, repair => repair.Contains("city", StringComparison.Ordinal));
    }

    [Fact]
    public async Task GlobeNewswires_Dublin_Core_is_Dublin_Core()
    {
        var item = Assert.Single((await FeedReading.OfAsync("<rss version=\"2.0\" xmlns:dc=\"http://dublincore.org/documents/dcmi-namespace/\"><channel><title>News Room</title><item><guid>1</guid><title>Ferries</title><description>They sail.</description><dc:language>en</dc:language><dc:publisher>GlobeNewswire Inc.</dc:publisher><dc:modified>Mon, 16 Nov 2026 21:06 GMT</dc:modified></item></channel></rss>")).Items);
        Assert.Equal(("en", "GlobeNewswire Inc.", new DateTimeOffset(2026, 11, 16, 21, 6, 0, TimeSpan.Zero)), (item.Language, item.Credit?.Provider, item.Updated));
    }

    [Fact]
    public async Task A_title_of_a_channel_of_1997_may_stand_in_an_attribute() =>
        Assert.Equal("Ferries resume", Assert.Single((await FeedReading.OfAsync("<CHANNEL HREF=\"http://quay.example/\"><TITLE>Quay</TITLE><ITEM HREF=\"http://quay.example/f.htm\"><TITLE VALUE=\"Ferries resume\"/><ABSTRACT>After a storm.</ABSTRACT></ITEM></CHANNEL>")).Items).Headline);

    [Theory]
    [InlineData("<p>Learn more about your ad choices. Visit <a href=\"https://megaphone.fm/adchoices\">megaphone.fm/adchoices</a></p>")]
    [InlineData("<p>Hosted on Acast. See <a href=\"https://acast.com/privacy\">acast.com/privacy</a> for more information.</p>")]
    [InlineData("<p>See <a href=\"https://omnystudio.com/listener\">omnystudio.com/listener</a> for privacy information.</p>")]
    [InlineData("<p>See Privacy Policy at <a href=\"https://art19.com/privacy\">https://art19.com/privacy</a> and California Privacy Notice at <a href=\"https://art19.com/privacy#do-not-sell-my-info\">https://art19.com/privacy#do-not-sell-my-info</a>.</p>")]
    [InlineData("<p><a href=\"https://strait.example/p/ferry?action=share\">Share</a></p>")]
    [InlineData("<p>View original content: <a href=\"https://wire.example/1.html\">https://wire.example/1.html</a></p>")]
    [InlineData("<p>View original content to download multimedia:<a href=\"https://wire.example/1.html\">https://wire.example/1.html</a></p>")]
    [InlineData("<p>View source version on businesswire.com: <a href=\"https://www.businesswire.com/1/en/\">https://www.businesswire.com/1/en/</a></p>")]
    public async Task What_a_host_puts_below_a_text_is_none_of_it(string footer) =>
        Assert.Equal("<p>The strait was closed for two days.</p>", (await Item($"<title>Ferries</title><content:encoded><![CDATA[<p>The strait was closed for two days.</p>{footer}]]></content:encoded>")).Body!.Content);

    [Theory]
    [InlineData("<p>Share</p><p>The strait was closed for two days.</p>")]
    [InlineData("<p>The strait was closed for two days.</p><p>See harbour.example for fares.</p>")]
    public async Task What_only_looks_so_stays(string body) => Assert.Equal(body, (await Item($"<title>Ferries</title><content:encoded><![CDATA[{body}]]></content:encoded>")).Body!.Content);

    [Fact]
    public async Task A_picture_beside_the_text_has_the_caption_it_has_in_it()
    {
        var picture = Assert.Single((await Item("<title>Ferries</title><enclosure url=\"https://cdn.example/f.jpg\" length=\"0\" type=\"image/jpeg\"/><content:encoded><![CDATA[<figure><img src=\"https://cdn.example/f.jpg\" width=\"1456\" height=\"971\"><figcaption>A ferry. (Photo by Ida Lund)</figcaption></figure><p>They sail.</p>]]></content:encoded>")).Media);
        Assert.Equal(("image/jpeg", "A ferry.", "Ida Lund", 1456), (picture.Type, picture.Caption, picture.Credit, picture.Width));
    }

    [Fact]
    public async Task Whose_a_picture_of_an_archive_is_stands_behind_its_caption()
    {
        var picture = Assert.Single((await Item("<title>Ferries</title><content:encoded><![CDATA[<figure><img src=\"https://cdn.example/f.jpg\"><figcaption>A ferry. Photo by <a href=\"https://unsplash.com/@ida\">Ida Lund</a> on <a href=\"https://unsplash.com\">Unsplash</a></figcaption></figure><p>They sail.</p>]]></content:encoded>")).Media);
        Assert.Equal(("A ferry.", "Ida Lund on Unsplash"), (picture.Caption, picture.Credit));
    }

    [Theory]
    [InlineData("APS - Algérie Presse Service", "<author>redaction@aps.example (aps)</author>", "APS")]
    [InlineData("United News of Bangladesh", "<author>UNB NEWS</author>", "UNB")]
    [InlineData("Hafenbote", "<dc:creator>dpa/lno</dc:creator>", "dpa")]
    [InlineData("時事ドットコム", "<dc:creator>時事通信社</dc:creator>", "時事通信社")]
    [InlineData("Orange", "<author>Par AFP</author>", "AFP")]
    [InlineData("Le Quai", "<author>avec AFP</author>", "AFP")]
    public async Task A_house_is_no_byline_however_it_is_written(string feed, string author, string? source)
    {
        var item = await Item($"<title>Ferries</title><description>They sail again from Monday on, the port said.</description>{author}", feed);
        Assert.Equal((null, source), (item.Byline, item.Credit?.Source));
    }

    [Theory]
    [InlineData("Par Jean Martin", "Jean Martin")]
    [InlineData("Par Winther", "Par Winther")]
    [InlineData("Aps Lund", "Aps Lund")]
    public async Task People_stay_who_they_are(string author, string byline) =>
        Assert.Equal(byline, (await Item($"<title>Ferries</title><description>They sail.</description><author>{author}</author>")).Byline);

    private static async Task<NewsItem> Item(string fields, string feed = "Harbour") =>
        Assert.Single((await FeedReading.OfAsync($"<rss version=\"2.0\" {Modules}><channel><title>{feed}</title><link>https://wire.example/</link><item><guid isPermaLink=\"false\">1</guid><pubDate>Mon, 16 Nov 2026 09:12:00 GMT</pubDate>{fields}</item></channel></rss>")).Items);
}
