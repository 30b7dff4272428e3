using System.Text;

namespace Dateline.Formats.Tests.Pages;

/// <summary>Texts copied from agencies' and papers' pages: the reporter above the day, the dateline in a line of its own, the language of a few lines.</summary>
public class DumpDialectTests
{
    private const string Danish = "Færgerne sejler igen mandag efter tre dages strejke, oplyser rederiet i en pressemeddelelse mandag morgen.\nBorgmester Poul Rød er lettet. - Vi er lettede, siger han til Ritzau.\n";
    private const string Story = "Ferries sailed again on Monday after a strike of three days, the operator said in a statement.\n\nThe mayor said he was relieved that it was over and that passengers could travel home.\n";

    [Fact]
    public async Task A_dateline_in_a_line_of_its_own_is_read()
    {
        var item = await Read("Færgerne sejler igen efter tre dages strejke\n\nStrandby, mandag /ritzau/\n" + Danish);
        Assert.Equal(("Færgerne sejler igen efter tre dages strejke", "Strandby", "ritzau", "da"), (item.Headline, item.PlaceLine?.Place, item.Credit?.Source, item.Language));
        Assert.StartsWith("Færgerne sejler", item.Body!.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Norland'da üç gün süren grevin ardından feribotlar pazartesi günü yeniden sefere başladı.\nBelediye başkanı yaptığı açıklamada, \"Rahatladık\" dedi ve yolculara teşekkür etti.\n", "tr")]
    [InlineData("Fergene gikk igjen mandag etter tre dager med streik, opplyser rederiet i en melding.\n– Vi er lettet, sier ordfører Pål Rød, som hadde ventet lenge.\n", "no")]
    [InlineData("Lautat kulkevat taas maanantaina kolmen päivän lakon jälkeen, varustamo kertoo.\nKaupunginjohtajan mukaan kaikki ovat iloisia, hän sanoo.\n", "fi")]
    [InlineData(Danish, "da")]
    public async Task The_language_of_a_few_lines_is_told(string text, string language) => Assert.Equal(language, (await Read($"Norland 1\n\n{text}")).Language);

    [Theory]
    [InlineData("Ferries sail again in Norland after strike\n\nJane Doe\n30 November 2026, 10:11\n\n", "Jane Doe")]
    [InlineData("Ferries sail again in Norland after strike\n\nMiddle East\n30 November 2026, 10:11\n\n", null)]
    [InlineData("Ferries sail again in Norland after strike\n\nLocal News\n30 November 2026, 10:11\n\n", null)]
    [InlineData("Ferries sail again in Norland after strike\n\nJane Doe\n\n", null)]
    public async Task A_name_above_the_day_is_the_reporter(string head, string? byline)
    {
        var item = await Read(head + Story);
        Assert.Equal(("Ferries sail again in Norland after strike", byline), (item.Headline, item.Byline));
    }

    [Theory]
    [InlineData("LIVE\nNorland strike: Ferries sail again - live updates\n30 Nov 2026 10.11 GMT\nKey events\n10.11 GMT\nFerries sail again\n", "Norland strike: Ferries sail again - live updates")]
    [InlineData("Home | News | Sport\nLorven United - live scores and results of the league\n\nFerries sail again\n", "Ferries sail again")]
    [InlineData("Home | News | Sport\nThe mainland - lively debate on taxes in parliament\n\nFerries sail again\n", "Ferries sail again")]
    [InlineData("Home | News | Sport\nLive: Parliament debates the budget all night\n\nFerries sail again\n", "Ferries sail again")]
    [InlineData("Norland orchestra: Music is best live\n\n10.11 GMT\nFerries sail again\n", "Ferries sail again")]
    public async Task A_live_blog_is_called_by_its_page(string head, string headline) => Assert.Equal(headline, (await Read(head + Story)).Headline);

    private static async Task<NewsItem> Read(string text) =>
        (await FeedReading.OfAsync(Encoding.UTF8.GetBytes(text), new NewsReadOptions { BaseUri = FeedReading.Address, Pages = true })).Items[0];
}
