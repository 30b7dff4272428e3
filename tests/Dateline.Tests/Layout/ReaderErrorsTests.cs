using System.Net;
using Dateline.Foundation.Pages;
using Dateline.Layout.Languages;
using Dateline.Tests.House;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Tests.Layout;

/// <summary>Whoever reads Arabic is told in Arabic what went wrong.</summary>
public class ReaderErrorsTests
{
    [Fact]
    public async Task What_is_refused_is_told_in_the_language_of_its_edition_and_leads_to_its_front()
    {
        await using var house = await TestHouse.Open();
        await Cast.Enter(house);
        using var client = house.Client();
        foreach (var (method, path, key) in new[] { ("POST", "/fa/none/none/reply", "error.403"), ("GET", "/ar/a/b/c/d", "notfound") })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            if (method == "POST") request.Headers.Add("Sec-Fetch-Site", "cross-site");
            using var answer = await client.SendAsync(request);
            var page = await answer.Content.ReadAsStringAsync();
            var words = Wording.Of(path[1..3]);
            Assert.False(answer.IsSuccessStatusCode);
            Assert.Contains($"<html lang=\"{path[1..3]}\" dir=\"rtl\">", page, StringComparison.Ordinal);
            Assert.Contains($"<h1>{words[$"{key}.title"]}</h1>", page, StringComparison.Ordinal);
            Assert.Contains($"href=\"{path[..3]}\"", page, StringComparison.Ordinal);
        }
        Assert.Contains("<html lang=\"en\" dir=\"ltr\">", (await house.Get("/pictures/no/such/picture")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(413)]
    [InlineData(418)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    public async Task Every_status_has_its_words_and_a_bug_its_number(int status)
    {
        await using var house = await TestHouse.Open();
        await Cast.Enter(house);
        await using var scope = house.Services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider, Response = { Body = new MemoryStream() } };
        http.Request.Method = "GET";
        http.Request.Path = "/fa/search";
        await ErrorPages.Write(http, status, "In English.", "n3-mb_er");
        http.Response.Body.Position = 0;
        var page = await new StreamReader(http.Response.Body).ReadToEndAsync();
        Assert.Equal(status, http.Response.StatusCode);
        Assert.Contains("<code>n3-mb_er</code>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("English", page, StringComparison.Ordinal);
        Assert.Contains(Wording.Of("fa")["killed.front"], page, StringComparison.Ordinal);
    }
}
