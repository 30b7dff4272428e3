using System.Net;
using System.Text.RegularExpressions;
using Dateline.Foundation.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Dateline.Tests.Foundation.Pages;

public partial class ErrorPagesTests
{
    [Theory]
    [InlineData("/bare/400", 400)]
    [InlineData("/bare/403", 403)]
    [InlineData("/nothing", 404)]
    [InlineData("/bare/409", 409)]
    [InlineData("/bare/413", 413)]
    [InlineData("/bare/418", 418)]
    [InlineData("/bare/429", 429)]
    [InlineData("/bare/503", 503)]
    public async Task A_bare_status_gets_a_page(string path, int status)
    {
        await using var host = await Open();
        using var answer = await host.Client.GetAsync(path);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("<h1>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task A_method_that_an_address_does_not_take_gets_a_page_and_the_ones_it_takes()
    {
        await using var host = await Open();
        using var answer = await host.Client.DeleteAsync("/bare/404");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal("GET", answer.Content.Headers.Allow.Single());
    }

    [Fact]
    public async Task A_bug_tells_the_reader_a_number_and_the_log_the_rest()
    {
        await using var host = await Open();
        using var answer = await host.Client.GetAsync("/bug?q=private");
        var page = await answer.Content.ReadAsStringAsync();
        var incident = Incident().Match(page).Groups["number"].Value;

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.NotEmpty(incident);
        Assert.DoesNotContain("secret", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", page, StringComparison.Ordinal);
        var line = Assert.Single(host.Log.All, line => line.Contains(incident, StringComparison.Ordinal));
        Assert.Contains("the secret of the inside", line, StringComparison.Ordinal);
        Assert.Contains("/bug", line, StringComparison.Ordinal);
        Assert.DoesNotContain("q=private", line, StringComparison.Ordinal);
        Assert.StartsWith("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sentence_is_text_and_never_markup()
    {
        await using var host = await Open();

        Assert.DoesNotContain("<script>", await (await host.Client.GetAsync("/said")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static Task<PagesHost> Open() => PagesHost.Open(app =>
    {
        app.MapGet("/bare/{status:int}", (int status) => Results.StatusCode(status));
        app.MapGet("/bug", string () => throw new InvalidOperationException("the secret of the inside"));
        app.MapGet("/said", (HttpContext http) => ErrorPages.Write(http, 403, "<script>alert(1)</script>"));
    });

    [GeneratedRegex("<code>(?<number>[^<]+)</code>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Incident();
}
