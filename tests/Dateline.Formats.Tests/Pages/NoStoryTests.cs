using System.Text;

namespace Dateline.Formats.Tests.Pages;

/// <summary>What is no story isn't read as one, and a story without an address has an identity.</summary>
public class NoStoryTests
{
    private const string Sentence = "Workers at the port of Lorven returned to work on Monday, ending a five-day strike that had held up a third of the country's cargo.";

    private static readonly NewsReadOptions Options = new() { Pages = true };

    private static Task<FeedReading> ReadAsync(string document) => FeedReading.OfAsync(Encoding.UTF8.GetBytes(document), Options);

    [Theory]
    [InlineData("<html lang=\"de\"><head><title>Quayblatt</title></head><body><h1>Willkommen</h1><p>Wir und unsere Partner verarbeiten personenbezogene Daten, um Anzeigen und Inhalte zu personalisieren, zu messen und Erkenntnisse zu gewinnen.</p><p>Sie können Ihre Einwilligung jederzeit widerrufen. Weiter mit Werbung: Nutzen Sie das Angebot wie gewohnt, mit Werbung und Tracking.</p></body></html>")]
    [InlineData("<html lang=\"en\"><head><title>Quay Times</title></head><body><h1>We value your privacy</h1><p>We and our partners store and access information on a device, such as cookies, and process personal data for advertising and content measurement.</p><p>You can change your choices at any time. Your consent holds for this site alone, and you may refuse it here.</p></body></html>")]
    [InlineData("<html lang=\"en\"><head><title>Page not found - Quay Times</title></head><body><h1>Page not found</h1><p>Sorry, the page you were looking for could not be found. It may have been moved or deleted, or you may have typed the address wrongly. Please check the address.</p></body></html>")]
    [InlineData("<html lang=\"de\"><head><title>404 | Quayblatt</title></head><body><h1>Seite nicht gefunden</h1><p>Die Seite, die Sie suchen, gibt es leider nicht mehr. Vielleicht wurde sie verschoben oder gelöscht. Bitte versuchen Sie es von der Startseite aus noch einmal.</p></body></html>")]
    public async Task A_notice_is_no_story(string page)
    {
        var reading = await ReadAsync(page);
        Assert.Empty(reading.Items);
        Assert.Equal(RejectCode.NotAFeed, Assert.Single(reading.Rejects).Code);
    }

    [Fact]
    public async Task A_front_page_is_no_story()
    {
        var teasers = string.Concat(Enumerable.Range(0, 8).Select(n => $"<div class=\"teaser\"><h2><a href=\"/{n}\">Story number {n} about the port</a></h2><p>{Sentence}</p></div>"));
        var reading = await ReadAsync($"<html lang=\"en\"><head><title>Quay Times - News</title></head><body><h1>Quay Times</h1>{teasers}</body></html>");
        Assert.Empty(reading.Items);
    }

    [Theory]
    [InlineData("Missing plane not found after ten days", "The search goes on, the navy said on Monday, and so far nobody knows where the plane is.")]
    [InlineData("404 ships wait outside the port", "They have waited for a week, the authority said on Monday, some of them with perishable goods.")]
    [InlineData("Regulator fines site over cookies", "The company asked readers for consent in a way that the law doesn't allow, the regulator said on Monday.")]
    [InlineData("Wer braucht noch ein PUR-Abo?", "Viele Verlage verlangen Geld oder die Einwilligung in Werbung, sagte die Behörde am Montag in Bonn.")]
    public async Task A_story_about_such_things_is_one(string headline, string lede)
    {
        var reading = await ReadAsync($"<html><head><title>{headline} - Quay Times</title></head><body><h1>{headline}</h1><p>{lede}</p><p>{Sentence}</p><p>{Sentence} It was long.</p><h2><a href=\"/1\">Read also this other story</a></h2></body></html>");
        Assert.Contains(lede, Dateline.Formats.Text.HtmlText.Lines(Assert.Single(reading.Items).Body!.Content, true), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"status\":\"ok\",\"totalResults\":1,\"stuff\":[{\"author\":\"Mara Quill\",\"caption\":\"Ferries sailed again and again from the old harbour\"}]}")]
    [InlineData("[{\"name\":\"Ferries sailed again and again from the old harbour\",\"number\":5}]")]
    public async Task Json_that_nobody_knows_is_no_text(string json)
    {
        var reading = await ReadAsync(json);
        Assert.Empty(reading.Items);
        Assert.Single(reading.Rejects);
    }

    [Fact]
    public async Task A_dump_may_begin_with_a_bracket()
    {
        var text = $"[1]Home [2]News\n\nFerries sail again on Monday\n\n{Sentence}\n\n{Sentence} It was long.\n";
        Assert.Single((await ReadAsync(text)).Items);
    }

    [Fact]
    public async Task A_page_or_text_without_an_address_has_an_identity_all_the_same()
    {
        string[] documents =
        [
            $"<html><head><title>Ferries sail again on Monday</title></head><body><h1>Ferries sail again on Monday</h1><p>{Sentence}</p><p>{Sentence}</p></body></html>",
            $"Ferries sail again on Monday\n\n{Sentence}\n\n{Sentence} It was long.\n",
        ];
        foreach (var document in documents)
        {
            var item = Assert.Single((await ReadAsync(document)).Items);
            Assert.StartsWith("ni:///sha-256;", item.Uri, StringComparison.Ordinal);
            Assert.Equal(item.Uri, Assert.Single((await ReadAsync(document)).Items).Uri);
            Assert.Contains("No identity was sent; a hash of headline and date serves.", item.Repairs);
        }
    }
}
