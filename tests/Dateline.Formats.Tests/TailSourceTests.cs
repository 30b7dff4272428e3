namespace Dateline.Formats.Tests;

/// <summary>Lines below a text that say whose it is, in the ways of papers of many countries.</summary>
public class TailSourceTests
{
    [Theory]
    [InlineData("© EFE 2026. Está expresamente prohibida la redistribución y la redifusión de todo o parte de los contenidos de los servicios de Efe, sin previo y expreso consentimiento de la Agencia EFE S.A.", "EFE", null)]
    [InlineData("J.M. avec AFP", "AFP", null)]
    [InlineData("Le Quai (avec APS)", "APS", null)]
    [InlineData("(Rédigé par Jean Martin, édité par Anne Dupont)", null, "Jean Martin")]
    [InlineData("AFP/VNA/CVN", "AFP", null)]
    [InlineData("(Von Levke Meer, dpa)", "dpa", "Levke Meer")]
    [InlineData("/lme/DP/jha", null, null)]
    [InlineData("PAP - Nauka w Polsce, Maria Łodzka", "PAP", "Maria Łodzka")]
    [InlineData("Kaynak: AA / Ahmet Deniz", "AA", "Ahmet Deniz")]
    [InlineData("بشکریہ: اے پی پی", "اے پی پی", null)]
    [InlineData("【時事通信社】", "時事通信社", null)]
    [InlineData("(With inputs from agencies)", null, null)]
    [InlineData("(With agency inputs)", null, null)]
    [InlineData("-Agencies", null, null)]
    [InlineData("Published in The Tarn Times, November 17th, 2026", null, null)]
    [InlineData("--IANS mq/jh", "IANS", null)]
    [InlineData("This article was provided by The Associated Press.", "The Associated Press", null)]
    [InlineData("Additional reporting by AFP", "AFP", null)]
    [InlineData("Theo TTXVN", "TTXVN", null)]
    [InlineData("(TTXVN/Vietnam+)", "TTXVN", null)]
    public async Task It_leaves_the_text(string line, string? source, string? byline)
    {
        var item = await Item(line);
        Assert.Equal((source, byline), (item.Credit?.Source, item.Byline));
        Assert.NotEqual("J.M.", item.Credit?.Distributor);
        Assert.EndsWith("the port said on Monday morning.</p>", item.Body!.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Published in 1856, the book of the harbour is still read.")]
    [InlineData("Additional reporting by law is due in May, he said.")]
    [InlineData("Theo Lund is harbour master.")]
    public async Task A_sentence_stays(string line) => Assert.EndsWith($"<p>{line}</p>", (await Item(line)).Body!.Content, StringComparison.Ordinal);

    private static async Task<NewsItem> Item(string line) =>
        Assert.Single((await FeedReading.OfAsync($"<rss version=\"2.0\"><channel><title>Harbour</title><item><guid isPermaLink=\"false\">1</guid><pubDate>Mon, 16 Nov 2026 09:12:00 GMT</pubDate><title>Ferries are back</title><description><![CDATA[<p>The ferries of the strait have resumed their service after two days of storm and high seas that kept them in port.</p><p>There are no queues at the piers, the port said on Monday morning.</p><p>{line}</p>]]></description></item></channel></rss>")).Items);
}
