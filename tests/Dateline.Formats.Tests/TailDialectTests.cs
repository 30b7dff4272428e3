namespace Dateline.Formats.Tests;

/// <summary>What stands below the texts of one agency or another, and whom it names.</summary>
public class TailDialectTests
{
    private const string Sentence = "<p>The ferries sail again, the port said.</p>";

    [Theory]
    [InlineData("<p>Piran, 16. novembra (STA) - They sail.</p>", "<p>(MD-ÖT-Y)</p>", false)]
    [InlineData("<p>İZMİR (İHA) - They sail.</p>", "<p>(MD-ÖT-Y)</p>", true)]
    [InlineData("<p>(Belga) They sail.</p>", "<p>They sail again. (MQU, JHA)</p>", true, "<p>They sail again.</p>")]
    [InlineData("<p>ANVERS 16/11 (BELGA) = They sail.</p>", "<p>They sail again./MQU</p>", true, "<p>They sail again.</p>")]
    [InlineData("<p>Dambai, Nov. 16, GNA – They sail.</p>", "<p>GNA</p><p>KM/JA</p><p>Nov. 16, 2026</p>", true)]
    [InlineData("<p>Tanger, 16/11/2026 (MAP)- They sail.</p>", "<p>MQ---BI.</p><p>MAP</p>", true)]
    [InlineData("<p>Kolkata, Nov 16 (PTI) They sail.</p>", "<p>\"No rush,\" he said. PTI MQ JH SBN SBN</p><p>(This story has not been edited by THE WEEK and is auto-generated from PTI)</p>", true, "<p>\"No rush,\" he said.</p>")]
    [InlineData("<p>GEORGE TOWN, 16 Nov (Bernama) -- They sail.</p>", "<p>-- BERNAMA</p><p>BERNAMA provides up-to-date authentic and comprehensive news and information which are disseminated via BERNAMA Wire; www.bernama.com; BERNAMA TV.</p>", true)]
    [InlineData("<p>GEORGE TOWN, 16 Nov (Bernama) -- They sail.</p>", "<p>-- BERNAMA</p><p>BERNAMA menyediakan informasi dan berita terkini yang sahih dan komprehensif.</p>", true)]
    [InlineData("<p>Taipei, Nov. 16 (CNA) They sail.</p>", "<p>(By Lin Hai and Chen Fan)</p><p>Enditem/ls</p>", true)]
    [InlineData("<p>(AGI) - Napoli, 16 nov. - They sail.</p>", "<p>They sail again. (AGI) Na1/Mqu</p>", true, "<p>They sail again.</p>")]
    [InlineData("<p>QUAYTOWN, Maine, Nov. 16 (UPI) -- They sail.</p>", "<p>--</p><p>Copyright 2026 by United Press International.</p><p>All rights reserved.</p>", true)]
    [InlineData("<p>САМАРА, 16 ноября. /ТАСС/. They sail.</p>", "<p>They sail again. -0-ml/</p>", true, "<p>They sail again.</p>")]
    [InlineData("<p>Wien (OTS) - They sail.</p>", "<p>OTS-ORIGINALTEXT PRESSEAUSSENDUNG UNTER AUSSCHLIESSLICHER INHALTLICHER VERANTWORTUNG DES AUSSENDERS. www.ots.at | HAF</p>", true)]
    [InlineData("<p>طرطوس-سانا They sail.</p>", "<p><strong>متابعة أخبار سانا على تلغرام <a href=\"https://t.me/SANA24\">https://t.me/SANA24</a></strong></p>", true)]
    public async Task What_a_desk_leaves_below_goes(string lede, string tail, bool goes, string left = "")
    {
        var body = (await Item(lede + Sentence + tail)).Body!.Content;
        if (goes) Assert.EndsWith(Sentence + left, body, StringComparison.Ordinal);
        else Assert.EndsWith(Sentence + tail, body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Agerpres_names_who_wrote_and_edited_it_behind_the_last_sentence()
    {
        var item = await Item("<p>Tulcea, 16 nov /Agerpres/ - Bacul circulă din nou.</p><p>\"Nu sunt cozi\", a declarat Ion Luntraș. AGERPRES/(AS - autor: Maria Dobrogeanu, editor: Ana Stan, editor online: Radu Pop)</p>");
        Assert.Equal(("Maria Dobrogeanu", "Agerpres"), (item.Byline, item.Credit?.Source));
        Assert.Equal([new Contributor("Ana Stan", "editor"), new Contributor("Radu Pop", "editor")], item.Contributors);
        Assert.EndsWith("Ion Luntraș.</p>", item.Body!.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<p>Autorka: Maria Łodzka</p><p>mlo/ apiech/</p>")]
    [InlineData("<p>autor: Maria Łodzka</p><p>mlo/ apiech/ mhr/</p>")]
    [InlineData("<p>Maria Łodzka</p><p>mlo/ apiech/</p>")]
    public async Task PAP_names_its_reporter_between_signature_and_signs(string tail)
    {
        var item = await Item($"<p>Ruch wraca do normy.</p><p>Kolejki rozładowano w nocy. (PAP)</p>{tail}");
        Assert.Equal(("Maria Łodzka", "PAP"), (item.Byline, item.Credit?.Source));
        Assert.Equal("<p>Ruch wraca do normy.</p><p>Kolejki rozładowano w nocy.</p>", item.Body!.Content);
    }

    [Fact]
    public async Task The_Canadian_Press_says_below_who_wrote_it_also_where_it_is_named_as_who_wrote_it()
    {
        var item = await Item($"{Sentence}<p>This report by The Canadian Press was first published Nov. 16, 2026.</p><p>Mara Quill, The Canadian Press</p>", "<dc:creator>The Canadian Press</dc:creator>");
        Assert.Equal(("Mara Quill", "The Canadian Press", Sentence), (item.Byline, item.Credit?.Source, item.Body!.Content));
    }

    [Fact]
    public async Task The_day_that_only_stands_below_a_text_which_nobody_signed_stays()
    {
        const string Text = "<p>The conference began on</p><p>Nov. 16, 2026</p>";
        Assert.Equal(Text, (await Item(Text)).Body!.Content);
    }

    [Fact]
    public async Task Who_edited_and_who_translated_a_text_of_CNA_is_said()
    {
        var item = await Item("（中央社記者林海薇屏東縣16日電）交通船今天恢復行駛。（譯者：張舟/核稿：李港）1151116");
        Assert.Equal([new Contributor("張舟", "translator"), new Contributor("李港", "editor")], item.Contributors);
        Assert.Equal("交通船今天恢復行駛。", item.Body!.Content);
    }

    [Fact]
    public async Task The_login_of_who_posted_it_gives_way_to_who_wrote_it()
    {
        var item = await Item("<p>By Kofi Mensah</p><p>Dambai, Nov. 16, GNA – They sail.</p>" + Sentence, "<dc:creator>Kwame</dc:creator>");
        Assert.Equal("Kofi Mensah", item.Byline);
        Assert.Equal(["Kofi Mensah"], item.Authors.Select(author => author.Name));
    }

    private static async Task<NewsItem> Item(string text, string fields = "") =>
        Assert.Single((await FeedReading.OfAsync($"<rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>Harbour</title><item><guid isPermaLink=\"false\">1</guid><pubDate>Mon, 16 Nov 2026 09:12:00 GMT</pubDate><title>Ferries</title>{fields}<description><![CDATA[{text}]]></description></item></channel></rss>")).Items);
}
