using System.Net;
using Dateline.Desk.Editions;
using Dateline.Foundation.Pictures;
using Dateline.People;
using Dateline.Stories;
using Dateline.Tests.Foundation.Pictures;
using Dateline.Tests.House;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Tests.Desk.Admin;

public class EditionTests
{
    private static (string Name, string Value)[] Form(params (string Name, string Value)[] changed)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["code"] = "en",
            ["lang"] = "en",
            ["name"] = "English",
            ["zone"] = "Europe/Athens",
            ["position"] = "0",
            ["agency"] = "Meridian Press Association",
            ["short"] = "Meridian",
            ["tagline"] = "News from the strait",
            ["contact"] = "desk@meridian.example",
            ["pattern"] = "{place} ({short})- ",
            ["credit"] = "Prefix",
            ["creditpattern"] = "{source}/ {headline}",
            ["accent"] = "#11605a",
            ["version"] = "1",
        };
        foreach (var (name, value) in changed) form[name] = value;
        return [.. form.Select(field => (field.Key, field.Value))];
    }

    private static async Task<(TestHouse House, HttpClient Nadia)> OpenWithEdition()
    {
        var house = await TestHouse.Open();
        var nadia = await house.SignIn(Role.Administrator);
        using var added = await nadia.Send("/desk/editions", Form());
        Assert.Equal(HttpStatusCode.SeeOther, added.StatusCode);
        return (house, nadia);
    }

    [Fact]
    public async Task A_changed_house_style_shows_on_the_public_page_at_once()
    {
        var (house, nadia) = await OpenWithEdition();
        await using var _ = house;
        Assert.Contains("Meridian Press Association", await nadia.GetStringAsync("/en"), StringComparison.Ordinal);

        using var changed = await nadia.Send("/desk/editions/en", Form(("agency", "Meridian News Union"), ("tagline", "All the strait")));
        Assert.Equal(HttpStatusCode.SeeOther, changed.StatusCode);
        var front = await nadia.GetStringAsync("/en"); // the cookie carries the journal's position: the node waits until it has heard
        Assert.Contains("Meridian News Union", front, StringComparison.Ordinal);
        Assert.DoesNotContain("Meridian Press Association", front, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_change_an_edition_the_second_is_told_and_loses_nothing()
    {
        var (house, nadia) = await OpenWithEdition();
        await using var _ = house;
        using var jonas = await house.SignIn(Role.Administrator, "Jonas Weld");
        (await nadia.Send("/desk/editions/en", Form(("tagline", "Hers")))).Dispose();
        using var late = await jonas.Send("/desk/editions/en", Form(("tagline", "His")));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var page = await late.Content.ReadAsStringAsync();
        Assert.Contains("value=\"His\"", page, StringComparison.Ordinal);

        await using (var db = house.OpenDb()) Assert.Equal("Hers", (await db.Editions.SingleAsync()).Style.Tagline);
        using var again = await jonas.Send("/desk/editions/en", Form(("tagline", "His"), ("version", "2")));
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
    }

    [Theory]
    [InlineData("code", "desk")]
    [InlineData("code", "EN")]
    [InlineData("code", "e")]
    [InlineData("code", "api")]
    [InlineData("code", "en/../x")]
    [InlineData("lang", "xx-nothing-of-it")]
    [InlineData("lang", "")]
    [InlineData("lang", "\"><script>alert(1)</script>")]
    [InlineData("zone", "Mars/Olympus")]
    [InlineData("zone", "../../etc/passwd")]
    [InlineData("short", "")]
    [InlineData("agency", "")]
    [InlineData("accent", "red; } body { display: none")]
    [InlineData("pattern", "{place} ({wire})- ")]
    [InlineData("pattern", "[{place}")]
    [InlineData("pattern", "{place")]
    [InlineData("creditpattern", "")]
    [InlineData("creditpattern", "{headline}")]
    [InlineData("creditpattern", "{short}/ {headline}")]
    [InlineData("creditpattern", "{source}/ ")]
    [InlineData("creditpattern", "{headline} ({source})")]
    [InlineData("creditpattern", "{source}{headline}")]
    [InlineData("creditpattern", "{source} {source}/ {headline}")]
    [InlineData("creditpattern", "{source} {wire}/ {headline}")]
    [InlineData("creditpattern", "{source} {/ {headline}")]
    [InlineData("credit", "Nowhere")]
    [InlineData("credit", "7")]
    [InlineData("position", "-1")]
    [InlineData("tagline", "two\nlines")]
    public async Task What_cannot_be_kept_is_refused_by_field_and_stands_in_the_form(string field, string value)
    {
        await using var house = await TestHouse.Open();
        using var nadia = await house.SignIn(Role.Administrator);
        using var refused = await nadia.Send("/desk/editions", Form((field, value)));
        var page = await refused.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains($"href=\"#{field}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        await using var db = house.OpenDb();
        Assert.False(await db.Editions.AnyAsync());
    }

    [Fact]
    public async Task The_example_shows_the_dateline_without_saving_anything()
    {
        var (house, nadia) = await OpenWithEdition();
        await using var _ = house;
        using var shown = await nadia.Send("/desk/editions/en/example", Form(("pattern", "{short} ({full})[, {place}], {date}- ")));
        Assert.Contains("Meridian (Meridian Press Association), Port Selwyn, 16 November 2026-", await shown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await using var db = house.OpenDb();
        Assert.Equal("{place} ({short})- ", (await db.Editions.SingleAsync()).Style.DatelinePattern);
    }

    [Fact]
    public async Task The_pattern_of_the_credit_holds_on_every_surface_and_in_the_example()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var story = await cast.Publish(house, cast.Carried("Strait <reopens>", "Nineteen ships passed by noon."), "sea");
        using var nadia = await house.SignIn(Role.Administrator);
        using (var shown = await nadia.Send("/desk/editions/en/example", Form(("creditpattern", "[{source} for {short}] {headline}"))))
            Assert.Contains("[Harbour Wire for Meridian] Strait of Ardal reopens", await shown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using (var changed = await nadia.Send("/desk/editions/en", Form(("creditpattern", "[{source} for {short}] {headline}")))) Assert.Equal(HttpStatusCode.SeeOther, changed.StatusCode);

        foreach (var path in (string[])["/en", story.Path, "/en/topic/sea"])
            Assert.Contains("[Harbour Wire for Meridian] Strait <reopens>", new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await nadia.GetStringAsync(path)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("[Harbour Wire for Meridian] Strait ", await nadia.GetStringAsync("/en/feed.json"), StringComparison.Ordinal);
        Assert.Contains("[Harbour Wire for Meridian] Strait ", await nadia.GetStringAsync("/en/feed.rss"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_logo_is_encoded_anew_and_stands_in_masthead_feeds_and_what_machines_read()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var story = await cast.Publish(house, cast.Carried("Strait reopens", "Nineteen ships passed by noon."), "sea");
        using var nadia = await house.SignIn(Role.Administrator);
        var sent = SamplePicture.As(PictureFormat.Png);

        foreach (var (file, sentence) in new (byte[], string)[] { ([], "Choose a file."), ("<svg onload=alert(1)>"u8.ToArray(), "Pictures are taken as JPEG"), (SamplePicture.As(PictureFormat.Png, 1300, 20), "at most 12 times as wide"), (SamplePicture.PngClaiming(60_000, 60_000), "") })
        {
            using var refused = await SendLogo(nadia, file, 1);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Contains(sentence, await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        using (var stale = await SendLogo(nadia, sent, 9)) Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        await using (var db = house.OpenDb()) Assert.Empty(await db.Set<Picture>().ToListAsync());

        using (var done = await SendLogo(nadia, sent, 1)) Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        HouseLogo logo;
        await using (var db = house.OpenDb())
        {
            logo = (await db.Editions.SingleAsync(edition => edition.Code == "en")).Style.Logo!;
            Assert.All(await db.Set<Dateline.Stories.PictureVariant>().ToListAsync(), variant => Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], variant.Bytes[..4]));
        }
        foreach (var path in (string[])["/en", story.Path])
            Assert.Contains($"<img class=\"logo\" src=\"{logo.Path}\"", await nadia.GetStringAsync(path), StringComparison.Ordinal);
        Assert.DoesNotContain(logo.Path, await nadia.GetStringAsync("/ar"), StringComparison.Ordinal);
        Assert.Contains($"\"logo\":{{\"@type\":\"ImageObject\",\"url\":\"http://localhost{logo.Path}\"", await nadia.GetStringAsync(story.Path), StringComparison.Ordinal);
        foreach (var path in (string[])["/en/feed.rss", "/en/feed.atom", "/en/feed.json"]) Assert.Contains($"http://localhost{logo.Path}", await nadia.GetStringAsync(path), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await house.Get(logo.Path)).Status); // for anybody

        // A save of the style's form leaves it where it is; taken away it is gone from every place.
        using (var saved = await nadia.Send("/desk/editions/en", Form(("version", "2")))) Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.Contains(logo.Path, await nadia.GetStringAsync("/en"), StringComparison.Ordinal);
        using (var removed = await nadia.Send("/desk/editions/en/logo/removal", ("version", "3"))) Assert.Equal(HttpStatusCode.SeeOther, removed.StatusCode);
        Assert.DoesNotContain("class=\"logo\"", await nadia.GetStringAsync("/en"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await house.Get(logo.Path)).Status);
        await using (var db = house.OpenDb()) Assert.Empty(await db.Set<Dateline.Stories.PictureVariant>().ToListAsync());
    }

    [Fact]
    public async Task A_logo_without_a_ground_keeps_none_and_its_ink_is_turned_where_it_could_not_be_seen()
    {
        await using var house = await TestHouse.Open();
        await Cast.Enter(house);
        using var nadia = await house.SignIn(Role.Administrator);
        foreach (var (ink, version, name) in new[] { (20d, 1, "logo logo-dark"), (235d, 2, "logo logo-light"), (128d, 3, "logo") })
        {
            using (var done = await SendLogo(nadia, SamplePicture.Sign(ink), version)) Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
            var path = (await nadia.GetStringAsync("/en")).Split($"<img class=\"{name}\" src=\"")[1].Split('"')[0];
            using var sent = await nadia.GetAsync(path);
            Assert.Equal("image/png", sent.Content.Headers.ContentType!.MediaType);
            var bytes = await sent.Content.ReadAsByteArrayAsync();
            Assert.Equal([ink, ink, ink, 255], SamplePicture.ColorAt(bytes, .2, .5));
            Assert.Equal(0, SamplePicture.ColorAt(bytes, .8, .5)[3]);
        }
    }

    private static async Task<HttpResponseMessage> SendLogo(HttpClient browser, byte[] file, int version)
    {
        using var form = new MultipartFormDataContent { { new StringContent($"{version}"), "version" }, { new ByteArrayContent(file), "logo", "logo.png" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/desk/editions/en/logo") { Content = form };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return await browser.SendAsync(request);
    }

    [Fact]
    public async Task Markup_in_every_field_comes_out_as_text_at_the_desk_and_in_public()
    {
        await using var house = await TestHouse.Open();
        using var nadia = await house.SignIn(Role.Administrator);
        const string Typed = "\"><script>x()</script>";
        using (var added = await nadia.Send("/desk/editions", Form(("name", Typed), ("agency", Typed), ("short", Typed), ("tagline", Typed), ("contact", Typed), ("pattern", Typed), ("creditpattern", Typed + "{source}/ {headline}"))))
            Assert.Equal(HttpStatusCode.SeeOther, added.StatusCode);
        using (var topic = await nadia.Send("/desk/topics", ("key", "water"), ("name-en", Typed))) Assert.Equal(HttpStatusCode.SeeOther, topic.StatusCode);
        foreach (var path in (string[])["/desk/editions", "/desk/editions/en", "/desk/editions/new", "/desk/topics/water", "/desk/me", "/desk/sign-in", "/en", "/en/topic/water"])
        {
            using var page = await nadia.GetAsync(path);
            Assert.DoesNotContain("<script>x()", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Topics_are_added_named_ordered_and_removed_and_the_pages_follow()
    {
        var (house, nadia) = await OpenWithEdition();
        await using var _ = house;
        (await nadia.Send("/desk/editions", Form(("code", "ar"), ("lang", "ar"), ("name", "")))).Dispose();
        foreach (var (key, name) in ((string, string)[])[("water", "Water"), ("sport", "Sport"), ("culture", "Culture")])
            (await nadia.Send("/desk/topics", ("key", key), ("name-en", name), ("name-ar", ""))).Dispose();
        (await nadia.Send("/desk/topics/water", ("name-en", "Strait & Sea"), ("name-ar", "البحر"))).Dispose();
        (await nadia.Send("/desk/topics/culture/up")).Dispose();
        (await nadia.Send("/desk/topics/culture/up")).Dispose();
        (await nadia.Send("/desk/topics/sport/removal")).Dispose();

        await using (var db = house.OpenDb())
            Assert.Equal(["culture", "water"], await db.Topics.OrderBy(topic => topic.Position).Select(topic => topic.Key).ToListAsync());
        Assert.Contains("Strait &amp; Sea", await nadia.GetStringAsync("/en"), StringComparison.Ordinal);
        Assert.Contains("البحر", await nadia.GetStringAsync("/ar"), StringComparison.Ordinal);
        Assert.Contains("العربية", await nadia.GetStringAsync("/en"), StringComparison.Ordinal);

        foreach (var key in (string[])["water", "Water!", "", "-x"])
        {
            using var refused = await nadia.Send("/desk/topics", ("key", key), ("name-en", "Again"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        }
        using var nameless = await nadia.Send("/desk/topics/water", ("name-en", " "), ("name-ar", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nameless.StatusCode);
    }

    [Fact]
    public void Words_that_the_program_answers_to_are_no_edition()
    {
        foreach (var word in (string[])["desk", "assets", "pictures", "api", "sitemap", "feeds", "search"]) Assert.False(EditionCode.IsFree(word), word);
        Assert.True(EditionCode.IsFree("fa"));
    }
}
