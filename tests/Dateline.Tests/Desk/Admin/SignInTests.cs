using System.Net;
using Dateline.Desk.Doors;
using Dateline.Foundation.Journal;
using Dateline.People;
using Dateline.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Tests.Desk.Admin;

public class SignInTests
{
    private const string Password = "a harbour full of ice";
    private const string Email = "nadia@meridian.example";

    private static async Task<TestHouse> OpenWithNadia()
    {
        var house = await TestHouse.Open();
        await house.Hire(Role.Administrator, "Nadia Karim", Email, Password);
        return house;
    }

    private static Task<HttpResponseMessage> Knock(HttpClient browser, string password, string email = Email, string to = "") =>
        browser.Send("/desk/sign-in", ("email", email), ("password", password), ("to", to));

    [Fact]
    public async Task The_right_password_leads_to_the_desk_and_signing_out_leads_away()
    {
        await using var house = await OpenWithNadia();
        using var browser = house.Browser();

        using var signedIn = await Knock(browser, Password, Email.ToUpperInvariant());
        Assert.Equal(HttpStatusCode.SeeOther, signedIn.StatusCode);
        Assert.Equal("/desk", signedIn.Headers.Location!.ToString());
        Assert.Contains("Nadia Karim", await browser.GetStringAsync("/desk/me"), StringComparison.Ordinal);

        using var signedOut = await browser.Send("/desk/sign-out");
        using var after = await browser.GetAsync("/desk/me");
        Assert.Equal("/desk/sign-in?to=%2Fdesk%2Fme", after.Headers.Location!.OriginalString.Replace("http://localhost", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_get_the_same_answer()
    {
        await using var house = await OpenWithNadia();
        using var browser = house.Browser();
        using var wrong = await Knock(browser, "a harbour full of sand");
        using var unknown = await Knock(browser, "a harbour full of sand", "nobody@meridian.example");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(wrong.StatusCode, unknown.StatusCode);
        Assert.Equal((await wrong.Content.ReadAsStringAsync()).Replace(Email, "", StringComparison.Ordinal),
            (await unknown.Content.ReadAsStringAsync()).Replace("nobody@meridian.example", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Five_wrong_tries_close_an_account_for_ten_minutes_also_to_the_right_password()
    {
        await using var house = await OpenWithNadia();
        using var browser = house.Browser();
        for (var n = 0; n < 5; n++) (await Knock(browser, $"wrong number {n} of it")).Dispose();

        using (var closed = await Knock(browser, Password)) Assert.Equal(HttpStatusCode.UnprocessableEntity, closed.StatusCode);
        house.Clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        using (var still = await Knock(browser, Password)) Assert.Equal(HttpStatusCode.UnprocessableEntity, still.StatusCode);
        house.Clock.Advance(TimeSpan.FromSeconds(2));
        using var open = await Knock(browser, Password);
        Assert.Equal(HttpStatusCode.SeeOther, open.StatusCode);
    }

    [Fact]
    public async Task The_fifth_try_may_still_be_the_right_one_and_clears_the_count()
    {
        await using var house = await OpenWithNadia();
        using var browser = house.Browser();
        for (var round = 0; round < 2; round++)
        {
            for (var n = 0; n < 4; n++) (await Knock(browser, "not the right words")).Dispose();
            using var fifth = await Knock(browser, Password);
            Assert.Equal(HttpStatusCode.SeeOther, fifth.StatusCode);
        }
    }

    [Fact]
    public async Task Tries_that_come_all_at_once_are_counted_all_the_same()
    {
        await using var house = await OpenWithNadia();
        var tries = await Task.WhenAll(Enumerable.Range(0, 12).Select(async n =>
        {
            using var browser = house.Browser();
            using var answer = await Knock(browser, $"wrong number {n} of it");
            return answer.StatusCode;
        }));
        Assert.All(tries, status => Assert.Equal(HttpStatusCode.UnprocessableEntity, status));

        await using var db = house.OpenDb();
        var nadia = await db.Staff.SingleAsync();
        Assert.Equal(house.Clock.GetUtcNow() + TimeSpan.FromMinutes(10), nadia.LockoutEnd);
        Assert.Equal(0, nadia.AccessFailedCount); // the seven after the fifth were never looked at
    }

    [Fact]
    public async Task A_network_that_tries_one_password_on_many_accounts_is_slowed_down()
    {
        await using var house = await OpenWithNadia();
        using var browser = house.Browser();
        for (var n = 0; n < Knocks.Most; n++) (await Knock(browser, "password123", $"person{n}@meridian.example")).Dispose();

        using (var slowed = await Knock(browser, Password)) Assert.Equal(HttpStatusCode.TooManyRequests, slowed.StatusCode);
        house.Clock.Advance(Knocks.Term);
        using var again = await Knock(browser, Password);
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
    }

    [Fact]
    public async Task Wrong_tries_count_together_on_all_nodes_and_are_forgotten_in_time()
    {
        await using var house = await OpenWithNadia();
        await using var second = await TestHouse.Open(start: false, beside: house);
        using var browser = house.Browser();
        (await Knock(browser, "password123", "person@meridian.example")).Dispose();
        var from = await Networks();
        for (var n = 1; n < Knocks.Most; n++) Assert.NotNull(await second.Services.GetRequiredService<Knocks>().Try(null, default)); // where the test's browser comes from
        Assert.Equal(Assert.Single(from), Assert.Single(await Networks()));

        using (var slowed = await Knock(browser, Password)) Assert.Equal(HttpStatusCode.TooManyRequests, slowed.StatusCode);
        Assert.Null(await second.Services.GetRequiredService<Knocks>().Try(null, default));
        Assert.NotNull(await second.Services.GetRequiredService<Knocks>().Try(IPAddress.Parse("203.0.113.9"), default)); // another network

        house.Clock.Advance(Knocks.Term + TimeSpan.FromMinutes(1));
        foreach (var retention in house.Services.GetServices<Retention>())
            await house.Write((db, stop) => retention.Forget(db, DateTimeOffset.UnixEpoch, house.Clock.GetUtcNow() - retention.Period, Pruning.Batch, stop));
        Assert.Empty(await Networks());

        async Task<string[]> Networks()
        {
            await using var db = house.OpenDb();
            return await db.Set<Knock>().Select(knock => knock.Key).Distinct().ToArrayAsync();
        }
    }

    [Fact]
    public async Task Tries_that_come_at_once_from_one_network_are_no_more_than_it_has_and_right_ones_are_not_counted()
    {
        await using var house = await OpenWithNadia();
        using var browser = house.Browser();
        using (var signedIn = await Knock(browser, Password)) Assert.Equal(HttpStatusCode.SeeOther, signedIn.StatusCode);
        using (var changed = await browser.Send("/desk/me/password", ("current", Password), ("password", "a harbour full of sand"))) Assert.Equal(HttpStatusCode.SeeOther, changed.StatusCode);
        await using (var db = house.OpenDb()) Assert.Equal(0, await db.Set<Knock>().SumAsync(knock => knock.Count));

        var knocks = house.Services.GetRequiredService<Knocks>();
        var tries = await Task.WhenAll(Enumerable.Range(0, 2 * Knocks.Most).Select(_ => Task.Run(() => knocks.Try(IPAddress.Parse("203.0.113.9"), default))));
        Assert.Equal(Knocks.Most, tries.Count(one => one is not null));
    }

    [Theory]
    [InlineData("/desk/people?open=1", "/desk/people?open=1")]
    [InlineData("https://evil.example/", "/desk")]
    [InlineData("//evil.example/", "/desk")]
    [InlineData("/\\evil.example/", "/desk")]
    [InlineData("/\t/evil.example/", "/desk")]
    [InlineData("/%0d%0aSet-Cookie:x", "/%0d%0aSet-Cookie:x")]
    [InlineData("javascript:alert(1)", "/desk")]
    [InlineData("", "/desk")]
    public async Task Signing_in_leads_to_our_own_pages_only(string to, string led)
    {
        await using var house = await OpenWithNadia();
        using var browser = house.Browser();
        using var answer = await Knock(browser, Password, to: to);
        Assert.Equal(led, answer.Headers.Location!.OriginalString);

        using var already = await browser.GetAsync("/desk/sign-in?to=" + Uri.EscapeDataString(to));
        Assert.Equal(led, already.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Another_site_cannot_sign_anybody_in_or_out()
    {
        await using var house = await OpenWithNadia();
        using var browser = house.Browser();
        (await Knock(browser, Password)).Dispose();
        foreach (var path in (string[])["/desk/sign-in", "/desk/sign-out", "/desk/me/name", "/desk/me/password", "/desk/me/sessions"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([KeyValuePair.Create("name", "Mallory")]) };
            request.Headers.Add("Sec-Fetch-Site", "cross-site");
            using var answer = await browser.SendAsync(request);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
        Assert.Contains("Nadia Karim", await browser.GetStringAsync("/desk/me"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_whose_session_ended_hears_so_instead_of_getting_a_page()
    {
        await using var house = await OpenWithNadia();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/desk/me");
        request.Headers.Add("Sec-Fetch-Mode", "cors");
        using var browser = house.Browser();
        using var answer = await browser.SendAsync(request);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task No_password_stands_in_the_log()
    {
        await using var house = await OpenWithNadia();
        using var browser = house.Browser();
        (await Knock(browser, Password)).Dispose();
        (await Knock(browser, Password + "!")).Dispose();
        Assert.DoesNotContain(house.Log.All, line => line.Contains(Password, StringComparison.Ordinal));
    }
}
