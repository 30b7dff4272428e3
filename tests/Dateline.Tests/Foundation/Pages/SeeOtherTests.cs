using System.Net;
using Dateline.Foundation.Pages;
using Microsoft.AspNetCore.Builder;

namespace Dateline.Tests.Foundation.Pages;

public class SeeOtherTests
{
    [Theory]
    [InlineData("/en/k7/harbour", "/en/k7/harbour?after=42")]
    [InlineData("/en/k7/harbour#reply-3", "/en/k7/harbour?after=42#reply-3")]
    [InlineData("/desk/inbox?queue=urgent", "/desk/inbox?queue=urgent&after=42")]
    public async Task The_address_carries_the_position(string path, string location)
    {
        await using var host = await PagesHost.Open(app => app.MapPost("/done", () => new SeeOther(path, 42)));
        using var answer = await host.Client.PostAsync("/done", null);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(location, answer.Headers.GetValues("Location").Single());
    }

    [Fact]
    public async Task For_the_staff_a_cookie_of_a_few_seconds_carries_it()
    {
        await using var host = await PagesHost.Open(app => app.MapPost("/done", () => new SeeOther("/desk", 42, asCookie: true)));
        using var answer = await host.Client.PostAsync("/done", null);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single();

        Assert.Equal("/desk", answer.Headers.GetValues("Location").Single());
        Assert.StartsWith("dl-after=42; max-age=30;", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("https://evil.example/")]
    [InlineData("en")]
    [InlineData("")]
    [InlineData("/\t/evil.example")]
    public void A_redirect_stays_in_the_house(string path) =>
        Assert.Throws<ArgumentException>(() => new SeeOther(path));
}
