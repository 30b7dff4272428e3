using System.Net;
using Dateline.Desk.Doors;
using Dateline.People;
using Dateline.Stories;
using Dateline.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Tests.Desk.Admin;

public class FirstRunTests
{
    private static (string, string)[] Form(string code, string email = "nadia@meridian.example", string lang = "en") =>
    [
        ("setup", code), ("agency", "Meridian Press Association"), ("short", "Meridian"), ("lang", lang), ("zone", "Europe/Athens"),
        ("me", "Nadia Karim"), ("email", email), ("password", "a harbour full of ice"),
    ];

    private static string Code(TestHouse house) => house.Services.GetRequiredService<FirstRunCode>().Shown;

    [Theory]
    [InlineData("/desk")]
    [InlineData("/desk/sign-in")]
    [InlineData("/desk/me")]
    public async Task A_house_without_staff_leads_to_the_first_run(string path)
    {
        await using var house = await TestHouse.Open();
        using var browser = house.Browser();
        using var answer = await browser.GetAsync(path);
        Assert.EndsWith("/desk/first-run", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_console_shows_the_code_while_nobody_works_here_and_never_again()
    {
        await using var house = await TestHouse.Open();
        Assert.Single(house.Log.All, line => line.Contains(Code(house), StringComparison.Ordinal) && line.Contains("/desk/first-run", StringComparison.Ordinal));
        await house.Hire(Role.Editor, "Jonas Weld", "jonas@meridian.example");
        var notice = ActivatorUtilities.CreateInstance<FirstRunNotice>(house.Services);
        await notice.StartedAsync(default);
        Assert.Single(house.Log.All, line => line.Contains(Code(house), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_holds_the_code_opens_the_agency_and_nobody_after_them()
    {
        await using var house = await TestHouse.Open();
        using var nadia = house.Browser();
        using (var opened = await nadia.Send("/desk/first-run", Form(Code(house).ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal))))
            Assert.Equal(HttpStatusCode.SeeOther, opened.StatusCode);
        Assert.Contains("Administrator", await nadia.GetStringAsync("/desk/me"), StringComparison.Ordinal);

        await using var db = house.OpenDb();
        var edition = await db.Editions.SingleAsync();
        Assert.Equal(("en", "English", "Europe/Athens", "Meridian"), (edition.Code, edition.Name, edition.TimeZone, edition.Style.ShortName));

        using var mallory = house.Browser();
        using (var late = await mallory.Send("/desk/first-run", Form(Code(house), "mallory@elsewhere.example"))) Assert.Equal("/desk", late.Headers.Location!.ToString());
        using (var look = await mallory.GetAsync("/desk/first-run")) Assert.Equal("/desk", look.Headers.Location!.ToString());
        Assert.Equal(1, await db.Staff.CountAsync());
    }

    [Fact]
    public async Task Without_the_code_nobody_becomes_administrator()
    {
        await using var house = await TestHouse.Open();
        using var mallory = house.Browser();
        foreach (var guess in (string[])["", "AAAA-AAAA", Code(house)[..7], Code(house) + "X"])
        {
            using var refused = await mallory.Send("/desk/first-run", Form(guess));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        }
        for (var n = 0; n < Knocks.Most; n++) (await mallory.Send("/desk/first-run", Form("BBBB-BBBB"))).Dispose();
        using var slowed = await mallory.Send("/desk/first-run", Form(Code(house)));
        Assert.Equal(HttpStatusCode.TooManyRequests, slowed.StatusCode);

        await using var db = house.OpenDb();
        Assert.False(await db.Staff.AnyAsync());
        Assert.False(await db.Editions.AnyAsync());
    }

    [Fact]
    public async Task Of_many_who_send_the_right_code_at_once_one_opens_the_agency()
    {
        await using var house = await TestHouse.Open();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(async n =>
        {
            using var browser = house.Browser();
            using var answer = await browser.Send("/desk/first-run", Form(Code(house), $"person{n}@meridian.example"));
            return answer.Headers.Location?.ToString();
        }));
        Assert.Single(answers, led => led == "/desk/editions");
        await using var db = house.OpenDb();
        Assert.Equal(1, await db.Staff.CountAsync());
        Assert.Equal(1, await db.Editions.CountAsync());
    }

    [Fact]
    public async Task What_is_wrong_is_said_by_field_and_nothing_is_half_made()
    {
        await using var house = await TestHouse.Open();
        using var browser = house.Browser();
        using var refused = await browser.Send("/desk/first-run", ("setup", Code(house)), ("agency", ""), ("short", "<img src=x>"), ("lang", "xx-nope"), ("zone", "Mars/Olympus"),
            ("me", "<script>x</script>"), ("email", "not an address"), ("password", "short"));
        var page = await refused.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        foreach (var field in (string[])["agency", "lang", "zone", "email"]) Assert.Contains($"href=\"#{field}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>x", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Code(house), page, StringComparison.Ordinal);

        await using var db = house.OpenDb();
        Assert.False(await db.Staff.AnyAsync());
        Assert.False(await db.Editions.AnyAsync());
    }
}
