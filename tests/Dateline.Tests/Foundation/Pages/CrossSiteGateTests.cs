using System.Net;
using Dateline.Foundation.Pages;
using Microsoft.AspNetCore.Builder;

namespace Dateline.Tests.Foundation.Pages;

public class CrossSiteGateTests
{
    [Theory]
    // Fetch Metadata
    [InlineData("POST", "Sec-Fetch-Site: same-origin", true)]
    [InlineData("POST", "Sec-Fetch-Site: none", true)]
    [InlineData("POST", "Sec-Fetch-Site: cross-site", false)]
    [InlineData("POST", "Sec-Fetch-Site: same-site", false)]
    [InlineData("POST", "Sec-Fetch-Site: nonsense", false)]
    [InlineData("POST", "Sec-Fetch-Site: cross-site|Origin: https://news.example", false)]
    [InlineData("POST", "Sec-Fetch-Site: cross-site|Cookie: session=1", false)]
    // Origin: the public address or the one that was asked
    [InlineData("POST", "Origin: https://news.example", true)]
    [InlineData("POST", "Origin: HTTPS://News.Example:443", true)]
    [InlineData("POST", "Origin: {here}", true)]
    [InlineData("POST", "Origin: {here}|Cookie: session=1", true)]
    [InlineData("POST", "Origin: http://news.example", false)]
    [InlineData("POST", "Origin: https://news.example:8443", false)]
    [InlineData("POST", "Origin: https://news.example.evil.example", false)]
    [InlineData("POST", "Origin: https://evil.example", false)]
    [InlineData("POST", "Origin: null", false)]
    [InlineData("POST", "Origin: https://evil.example|Referer: https://news.example/en", false)]
    // Referer, where an older browser sends nothing else
    [InlineData("POST", "Referer: https://news.example/en/story", true)]
    [InlineData("POST", "Referer: https://evil.example/news.example", false)]
    [InlineData("POST", "Referer: https://news.example@evil.example/", false)]
    [InlineData("POST", "Referer: nonsense", false)]
    // Nothing: a command line may write for itself, but not as somebody
    [InlineData("POST", "", true)]
    [InlineData("POST", "Cookie: session=1", false)]
    // Every method that changes something, and none that doesn't
    [InlineData("PUT", "Origin: https://evil.example", false)]
    [InlineData("PATCH", "Origin: https://evil.example", false)]
    [InlineData("DELETE", "Origin: https://evil.example", false)]
    [InlineData("INVENTED", "Origin: https://evil.example", false)]
    [InlineData("GET", "Origin: https://evil.example|Sec-Fetch-Site: cross-site", true)]
    public async Task Only_our_own_pages_may_change_something(string method, string headers, bool passes)
    {
        await using var host = await Open();
        using var answer = await Send(host, method, "/form", headers);

        Assert.Equal(passes ? HttpStatusCode.OK : HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_route_with_a_token_of_its_own_may_be_called_from_anywhere()
    {
        await using var host = await Open();
        using var answer = await Send(host, "POST", "/token", "Origin: https://evil.example|Sec-Fetch-Site: cross-site");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task The_operator_reads_in_the_log_why_forms_are_refused()
    {
        await using var host = await Open();
        using var answer = await Send(host, "POST", "/form", "Origin: https://other.example");

        Assert.Contains(host.Log.All, line => line.Contains(PagesHost.Public, StringComparison.Ordinal) && line.StartsWith("Warning", StringComparison.Ordinal));
    }

    private static Task<PagesHost> Open() => PagesHost.Open(app =>
    {
        app.Map("/form", () => "done");
        app.Map("/token", () => "done").WithMetadata(new CrossSiteAllowed());
    });

    private static async Task<HttpResponseMessage> Send(PagesHost host, string method, string path, string headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        foreach (var header in headers.Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = header.Split(": ") is [var given, var text] ? (given, text) : throw new FormatException(header);
            request.Headers.TryAddWithoutValidation(name, value.Replace("{here}", host.Address.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal));
        }
        return await host.Client.SendAsync(request);
    }
}
