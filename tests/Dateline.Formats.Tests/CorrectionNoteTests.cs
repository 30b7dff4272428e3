namespace Dateline.Formats.Tests;

/// <summary>What tells readers that a text was corrected, and marks that only the address of the feed explains.</summary>
public class CorrectionNoteTests
{
    private const string Story = "<p>Fergene går igjen fra mandag, opplyser rederiet.</p>";

    [Theory]
    [InlineData("Saken er rettet: Det er sju ferger, ikke seks.")]
    [InlineData("Artikeln är korrigerad. Sju färjor, inte sex.")]
    [InlineData("Rättelse: I en tidigare version stod sex färjor.")]
    [InlineData("This story has been corrected to show that there are seven ferries, not six.")]
    [InlineData("(This version corrects the number of ferries to seven.)")]
    [InlineData("An earlier version of this article gave the wrong number of ferries.")]
    [InlineData("In einer früheren Version dieser Meldung hieß es, es seien sechs Fähren.")]
    [InlineData("Cet article a été corrigé pour préciser le nombre de bacs.")]
    public async Task It_stays_and_the_item_is_a_correction(string note)
    {
        foreach (var text in (string[])[$"{Story}<p>{note}</p>", $"<p>{note}</p>{Story}"])
        {
            var item = await Item("Fergene går igjen", text);
            Assert.Contains("sig:correction", item.Signals);
            Assert.Contains(Story, item.Body!.Content, StringComparison.Ordinal);
        }

        Assert.Contains(note, (await Item("Fergene går igjen", $"{Story}<p>{note}</p>")).Body!.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("In einer früheren Version des Gesetzes stand das nicht.")]
    [InlineData("An earlier version of the bill failed.")]
    [InlineData("Corrections are made every day.")]
    public async Task What_only_looks_so_is_none(string sentence) => Assert.Empty((await Item("Fergene går igjen", $"{Story}<p>{sentence}</p>")).Signals);

    [Theory]
    [InlineData("https://www.pap.pl/aktualnosci/wznowiono", "Wznowiono kursy promów", "krótka")]
    [InlineData("https://wire.example/aktualnosci/wznowiono", "Wznowiono kursy promów (krótka)", null)]
    public async Task PAPs_marks_are_known_by_its_address(string page, string headline, string? mark)
    {
        var item = await Item("Wznowiono kursy promów (krótka)", "<p>Po dwóch dniach przerwy wznowiono kursy promów.</p>", page);
        Assert.Equal((headline, mark), (item.Headline, item.LeadMark?.Text));
    }

    private static async Task<NewsItem> Item(string title, string text, string page = "https://wire.example/1") =>
        Assert.Single((await FeedReading.OfAsync($"<rss version=\"2.0\"><channel><title>Harbour</title><item><guid isPermaLink=\"false\">1</guid><link>{page}</link><title>{title}</title><description><![CDATA[{text}]]></description></item></channel></rss>")).Items);
}
