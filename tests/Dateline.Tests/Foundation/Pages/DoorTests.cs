using System.Net;
using System.Net.Http.Headers;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Stories;
using Dateline.Tests.House;

namespace Dateline.Tests.Foundation.Pages;

/// <summary>What every answer of the whole program does at the door.</summary>
public class DoorTests
{
    [Fact]
    public async Task A_page_has_a_strong_tag_per_encoding_and_answers_304()
    {
        await using var house = await TestHouse.Open();
        await Cast.Enter(house);
        using var client = house.Client();
        var tags = new HashSet<string>();
        foreach (var encoding in new[] { "identity", "gzip", "br" })
        {
            using var ask = new HttpRequestMessage(HttpMethod.Get, "/en");
            ask.Headers.AcceptEncoding.ParseAdd(encoding);
            using var answer = await client.SendAsync(ask);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.True(answer.Headers.CacheControl is { MustRevalidate: true, MaxAge.Ticks: 0 });
            Assert.False(answer.Headers.ETag!.IsWeak);
            Assert.True(tags.Add(answer.Headers.ETag.Tag));
            Assert.Equal(encoding == "identity" ? null : encoding, answer.Content.Headers.ContentEncoding.SingleOrDefault());

            using var again = new HttpRequestMessage(HttpMethod.Get, "/en");
            again.Headers.AcceptEncoding.ParseAdd(encoding);
            again.Headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"another\""));
            again.Headers.IfNoneMatch.Add(answer.Headers.ETag);
            using var unchanged = await client.SendAsync(again);
            Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
            Assert.Empty(await unchanged.Content.ReadAsByteArrayAsync());
        }
    }

    [Fact]
    public async Task The_staffs_pages_answer_HEAD_as_they_answer_GET()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var story = cast.Carried("Strait reopens", "Nineteen ships passed by noon.");
        await house.Write((db, _) => { db.Add(story); return Task.CompletedTask; });
        using var staff = await house.SignIn(Role.Administrator);
        using var guest = house.Client();
        foreach (var path in new[] { "/desk", "/desk/inbox", "/desk/stories", $"/desk/stories/{story.Id}", "/desk/editions", "/desk/sources", "/desk/replies", "/desk/sign-in", "/desk/nothing" })
            foreach (var client in new[] { staff, guest })
            {
                using var asked = new HttpRequestMessage(HttpMethod.Head, path);
                using var head = await client.SendAsync(asked);
                using var get = await client.GetAsync(new Uri(path, UriKind.Relative));
                Assert.Equal((get.StatusCode, get.Headers.Location, get.Content.Headers.ContentType), (head.StatusCode, head.Headers.Location, head.Content.Headers.ContentType));
                Assert.Empty(await head.Content.ReadAsByteArrayAsync());
            }
        using var stream = new HttpRequestMessage(HttpMethod.Head, "/desk/inbox/stream"); // ends, though a reader would stay
        using var rings = await staff.SendAsync(stream);
        Assert.Equal("text/event-stream", rings.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Campaign_parameters_make_no_other_page()
    {
        await using var house = await TestHouse.Open();
        await Cast.Enter(house);
        var plain = await house.Get("/en");
        Assert.Equal(plain, await house.Get("/en?utm_source=x&fbclid=y"));
    }

    [Fact]
    public async Task Who_wrote_something_sees_it()
    {
        await using var house = await TestHouse.Open();
        await Cast.Enter(house);
        Assert.Contains("News of the strait", (await house.Get("/en")).Text, StringComparison.Ordinal);
        var position = await house.Writes.Run(async (db, stop) =>
        {
            var edition = await db.FindAsync<Edition>(["en"], stop);
            edition!.Style = edition.Style with { Tagline = "News of both shores" };
            db.Journal.Add(new HouseChanged());
        }, default);
        Assert.Contains("News of both shores", (await house.Get($"/en?after={position}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_has_the_headers_that_keep_the_browser_with_us()
    {
        await using var house = await TestHouse.Open();
        await Cast.Enter(house);
        using var client = house.Client();
        foreach (var path in new[] { "/en", "/en/search?q=x", "/en/topic/none", "/desk/nowhere" })
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
            if (answer.StatusCode == HttpStatusCode.Redirect) continue; // to the sign-in
            var policy = string.Join(' ', answer.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }
    }

    [Theory]
    [InlineData("cross-site", null, null, false)]
    [InlineData("same-site", null, null, false)]
    [InlineData("same-origin", null, null, true)]
    [InlineData("none", null, null, true)]
    [InlineData(null, "http://localhost", null, true)]
    [InlineData(null, "http://localhost:81", null, false)]
    [InlineData(null, "https://evil.example", null, false)]
    [InlineData(null, "null", null, false)]
    [InlineData(null, null, "https://evil.example/page", false)]
    [InlineData(null, null, "http://localhost/en", true)]
    [InlineData(null, null, null, true)]
    [InlineData("same-origin", "https://evil.example", null, true)] // the browser's own word counts first
    public async Task A_post_from_another_site_is_refused_at_the_door(string? site, string? origin, string? referer, bool passes)
    {
        await using var house = await TestHouse.Open();
        using var client = house.Client();
        using var ask = new HttpRequestMessage(HttpMethod.Post, "/nowhere") { Content = new FormUrlEncodedContent([]) };
        if (site is not null) ask.Headers.Add("Sec-Fetch-Site", site);
        if (origin is not null) ask.Headers.Add("Origin", origin);
        if (referer is not null) ask.Headers.Referrer = new Uri(referer);
        using var answer = await client.SendAsync(ask);
        Assert.Equal(passes, answer.StatusCode != HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_post_with_a_cookie_and_no_word_of_its_origin_is_refused()
    {
        await using var house = await TestHouse.Open();
        using var client = house.Client();
        using var ask = new HttpRequestMessage(HttpMethod.Post, "/nowhere") { Content = new FormUrlEncodedContent([]) };
        ask.Headers.Add("Cookie", "dl-staff=x");
        using var answer = await client.SendAsync(ask);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }
}
