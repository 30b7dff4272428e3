using Dateline.People;
using Dateline.Tests.House;
using Dateline.Tests.Replies;

namespace Dateline.Tests.Promises;

/// <summary>A proxy in front ends TLS: what comes here is plain, and the cookies must be Secure all the same.</summary>
public class CookieTests
{
    [Theory]
    [InlineData("https://news.example.org", true)]
    [InlineData("http://localhost", false)]
    public async Task Every_cookie_is_as_secure_as_the_address_that_readers_know(string address, bool secure)
    {
        await using var scene = await ReplyScene.Open(options: one => one with { PublicUrl = new Uri(address) });
        var nadia = await scene.House.Hire(Role.Administrator, "Nadia Karim", "nadia@meridian.example");
        using var desk = scene.House.Browser();
        using var entered = await desk.Send(await scene.House.WelcomeLink(nadia.Id, asksPassword: false));
        using var changed = await desk.Send("/desk/sources", ("name", "Isle Post"), ("language", "en"), ("terms", "FullText"), ("words", "60"), ("index", "Index"));
        using var written = await scene.Send(("remember", "yes"));

        var cookies = new[] { entered, changed, written }.SelectMany(answer => answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : []).ToList();
        foreach (var name in new[] { "dl-staff", "dl-after", "dl-reader" }) Assert.Contains(cookies, cookie => cookie.StartsWith(name + "=", StringComparison.Ordinal));
        Assert.All(cookies, cookie => Assert.Equal(secure, cookie.Split("; ").Contains("secure", StringComparer.OrdinalIgnoreCase)));
    }
}
