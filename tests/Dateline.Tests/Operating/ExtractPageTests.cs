using System.Text.Json.Nodes;
using Dateline.Operating;

namespace Dateline.Tests.Operating;

public sealed class ExtractPageTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("extract").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_story_of_a_page_is_printed_without_the_page()
    {
        var (code, story) = await Extract("""
            <html lang="en"><head><title>Ferries sail again - Harbour Wire</title><meta property="og:site_name" content="Harbour Wire"></head><body><nav><a href="/">Home</a></nav><article><h1>PressTV/ Ferries sail again</h1>
            <p>PORT HARBOUR (AP) — The <a href="/f" onclick="x()">ferries</a> of Port Harbour sailed again on Monday after three days of storm, the harbour board said.</p><script>alert(1)</script></article><div id="respond"><h3>Leave a Reply</h3></div></body></html>
            """, "https://harbourwire.example/2026/1");
        Assert.Equal(0, code);
        Assert.Equal("Ferries sail again", (string?)story["headline"]);
        Assert.Equal("The ferries of Port Harbour sailed again on Monday after three days of storm, the harbour board said.", (string?)story["bodyText"]);
        Assert.Contains("<a href=\"https://harbourwire.example/f\"", (string?)story["bodyHtml"], StringComparison.Ordinal);
        Assert.DoesNotContain("onclick", (string?)story["bodyHtml"], StringComparison.Ordinal);
        Assert.Equal(("PressTV", "Harbour Wire", "en"), ((string?)story["credit"]!["source"], (string?)story["siteName"], (string?)story["language"]));
    }

    [Theory]
    [InlineData("<html><body><a href=/>Home</a></body></html>", null)]
    [InlineData("<rss><channel><title>Wire</title><item><title>Ferries</title></item></channel></rss>", null)]
    [InlineData("<html><body><p>The ferries sailed.</p></body></html>", "not an address")]
    public async Task Without_a_story_it_fails_and_says_why(string page, string? url)
    {
        var (code, said) = await Extract(page, url);
        Assert.Equal(1, code);
        Assert.False(string.IsNullOrEmpty((string?)said["error"]));
    }

    private async Task<(int Code, JsonNode Printed)> Extract(string page, string? url)
    {
        var path = Path.Combine(folder, "page");
        await File.WriteAllTextAsync(path, page, TestContext.Current.CancellationToken);
        using var output = new MemoryStream();
        var code = await ExtractPage.Run(path, url, output, TestContext.Current.CancellationToken);
        return (code, JsonNode.Parse(output.ToArray())!);
    }
}
