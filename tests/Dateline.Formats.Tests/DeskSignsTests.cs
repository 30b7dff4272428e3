using System.Text;

namespace Dateline.Formats.Tests;

/// <summary>What the desk of an agency leaves below a text is no part of it.</summary>
public class DeskSignsTests
{
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
    public async Task The_signs_of_a_desk_leave_the_text(string text) => Assert.Equal("Ferries sailed, the company said.", (await BodyOf(text))?.TrimEnd());

    [Theory]
    [InlineData("Ferries sailed.\n\nThe last word was NATO SAYS NO")]
    [InlineData("Ferries sailed.\n\nWrite to us at news@quay.example today.")]
    [InlineData("Ferries sailed.\n\nThe score was 2/1.")]
    [InlineData("Ferries sailed.\n\nNobody knows where the PTI IS NOW")]
    [InlineData("Ferries sailed.\n\nThis is the (end) of it")]
    public async Task What_only_looks_like_signs_stays(string text) => Assert.Equal(text, await BodyOf(text));

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
