namespace Dateline.Formats.Tests;

/// <summary>A house is credited, a person named.</summary>
public class HouseBylineTests
{
    [Theory]
    [InlineData("ritzau", "ritzau")]
    [InlineData("/ritzau/", "ritzau")]
    [InlineData("STT", "STT")]
    [InlineData("TT Nyhetsbyrån", "TT Nyhetsbyrån")]
    [InlineData("Redazione ANSA", "ANSA")]
    [InlineData("AFP and Reuters", "Reuters")]
    public async Task A_house_in_the_place_of_a_writer_is_the_source(string creator, string source)
    {
        var item = await Read(creator);
        Assert.Equal((null, source), (item.Byline, item.Credit?.Source));
        Assert.Empty(item.Authors);
    }

    [Theory]
    [InlineData("Aino Meri, STT", "Aino Meri, STT", "STT")]
    [InlineData("Anna Berg/TT", "Anna Berg/TT", "TT")]
    [InlineData("Anna Berg", "Anna Berg", null)]
    [InlineData("Guardian staff and agencies", "Guardian staff and agencies", null)]
    public async Task A_person_stays(string creator, string byline, string? source)
    {
        var item = await Read(creator);
        Assert.Equal((byline, source), (item.Byline, item.Credit?.Source));
    }

    [Fact]
    public async Task The_address_of_a_house_may_be_asked_all_the_same()
    {
        var item = (await FeedReading.OfAsync("<rss version='2.0'><channel><title>x</title><item><title>t</title><guid>1</guid><author>desk@wire.example (NTB)</author><description>d</description></item></channel></rss>")).Items[0];
        Assert.Equal([new Author(null, "desk@wire.example")], item.Authors);
        Assert.Equal((null, "NTB"), (item.Byline, item.Credit?.Source));
    }

    [Theory]
    [InlineData("<p>PRAHA 16. listopadu (ČTK) - Trajekty opět plují.</p><p>Oznámil to přístav.</p><p>jnk pek</p>", "Oznámil to přístav.</p>", null)]
    [InlineData("<p>Damascus, Nov 16 (SANA) Ferries sailed again.</p><p>The board said so.</p><p>Hala Zain / Amer Dawa</p>", "The board said so.</p>", "Hala Zain, Amer Dawa")]
    [InlineData("<p>QUAYTOWN, Nov 16 (AP) - Ferries sailed again.</p><p>The winner of the prize:</p><p>Hala Zain</p>", "Hala Zain</p>", null)]
    [InlineData("<p>QUAYTOWN, Nov 16 (AP) - Ferries sailed again.</p><p>and so on</p>", "and so on</p>", null)]
    public async Task Signs_below_a_text_are_those_of_who_signed_above_it(string html, string end, string? byline)
    {
        var item = (await FeedReading.OfAsync($"<rss version='2.0'><channel><title>x</title><item><title>t</title><guid>1</guid><description><![CDATA[{html}]]></description></item></channel></rss>")).Items[0];
        Assert.EndsWith(end, item.Body!.Content, StringComparison.Ordinal);
        Assert.Equal(byline, item.Byline);
    }

    [Theory]
    [InlineData("[vc_row][vc_column]<p>Ferries sailed.</p>[/vc_column][/vc_row]", "<p>Ferries sailed.</p>")]
    [InlineData("<p>[box]Ferries sailed.[/box]</p>", "<p>Ferries sailed.</p>")]
    [InlineData("<p>Ferries sailed.</p><p>[toc]</p>", "<p>Ferries sailed.</p><p></p>")]
    [InlineData("<p>The sea is [clear] and [they] sail [sic].</p>", "<p>The sea is [clear] and [they] sail [sic].</p>")]
    [InlineData("<p>Ferries sailed. [applause]</p>", "<p>Ferries sailed. [applause]</p>")]
    public async Task Codes_without_attributes_leave_a_post_and_words_in_brackets_stay(string content, string left)
    {
        var post = $$"""[{"id":1,"date_gmt":"2026-11-16T08:30:00","link":"https://a.example/1","title":{"rendered":"t"},"content":{"rendered":"{{content.Replace("\"", "\\\"", StringComparison.Ordinal)}}"},"excerpt":{"rendered":""},"type":"post","status":"publish"}]""";
        Assert.Equal(left, (await FeedReading.OfAsync(post)).Items[0].Body!.Content);
    }

    [Fact]
    public async Task A_guid_with_half_a_letter_in_its_host_is_read()
    {
        var item = (await FeedReading.OfAsync("""[{"id":1,"date_gmt":"2026-11-16T08:30:00","guid":{"rendered":"https://qu\ud800ay.example/1"},"link":"https://qu\ud800ay.example/1","title":{"rendered":"t"},"content":{"rendered":"<p>QUAYTOWN (Tarn) - Ferries sailed.</p>"},"excerpt":{"rendered":""},"type":"post","status":"publish"}]""")).Items[0];
        Assert.Equal("t", item.Headline);
    }

    private static async Task<NewsItem> Read(string creator) =>
        (await FeedReading.OfAsync($"<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>Strandby Avis</title><item><title>t</title><guid>1</guid><dc:creator>{creator}</dc:creator><description>Færgerne sejlede.</description></item></channel></rss>")).Items[0];
}
