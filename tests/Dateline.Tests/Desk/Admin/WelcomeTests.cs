using System.Net;
using Dateline.People;
using Dateline.Tests.House;

namespace Dateline.Tests.Desk.Admin;

public class WelcomeTests
{
    private const string Password = "seven gulls on the quay";

    [Fact]
    public async Task Looking_at_a_link_costs_nothing_and_sending_it_uses_it_up()
    {
        await using var house = await TestHouse.Open();
        var leila = await house.Hire(Role.Journalist, "Leila Moradi", "leila@meridian.example");
        var link = await house.WelcomeLink(leila.Id, asksPassword: true);
        using var browser = house.Browser();

        Assert.Contains("Leila Moradi", await browser.GetStringAsync(link), StringComparison.Ordinal);
        Assert.Contains("Leila Moradi", await browser.GetStringAsync(link), StringComparison.Ordinal);
        using (var weak = await browser.Send(link, ("password", "short"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, weak.StatusCode);
        using (var set = await browser.Send(link, ("password", Password))) Assert.Equal("/desk", set.Headers.Location!.ToString());
        Assert.Contains("Leila Moradi", await browser.GetStringAsync("/desk/me"), StringComparison.Ordinal);

        using var other = house.Browser();
        using (var twice = await other.Send(link, ("password", "the password of a thief"))) Assert.Equal(HttpStatusCode.Gone, twice.StatusCode);
        using (var look = await other.GetAsync(link)) Assert.Equal(HttpStatusCode.Gone, look.StatusCode);
        using var signedIn = await other.Send("/desk/sign-in", ("email", "leila@meridian.example"), ("password", Password));
        Assert.Equal(HttpStatusCode.SeeOther, signedIn.StatusCode);
    }

    [Fact]
    public async Task A_link_opens_once_even_when_sent_many_times_at_once()
    {
        await using var house = await TestHouse.Open();
        var leila = await house.Hire(Role.Journalist, "Leila Moradi", "leila@meridian.example");
        var link = await house.WelcomeLink(leila.Id, asksPassword: false);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            using var browser = house.Browser();
            using var answer = await browser.Send(link);
            return answer.StatusCode;
        }));
        Assert.Single(answers, status => status == HttpStatusCode.SeeOther);
        Assert.Equal(7, answers.Count(status => status == HttpStatusCode.Gone));
    }

    [Fact]
    public async Task A_link_runs_out_after_its_term()
    {
        await using var house = await TestHouse.Open();
        var leila = await house.Hire(Role.Journalist, "Leila Moradi", "leila@meridian.example");
        var link = await house.WelcomeLink(leila.Id, asksPassword: true);
        house.Clock.Advance(SignInLink.Term);
        using var browser = house.Browser();
        using (var look = await browser.GetAsync(link)) Assert.Equal(HttpStatusCode.Gone, look.StatusCode);
        using var send = await browser.Send(link, ("password", Password));
        Assert.Equal(HttpStatusCode.Gone, send.StatusCode);
    }

    [Fact]
    public async Task A_newer_link_closes_the_older_one()
    {
        await using var house = await TestHouse.Open();
        var leila = await house.Hire(Role.Journalist, "Leila Moradi", "leila@meridian.example");
        var older = await house.WelcomeLink(leila.Id, asksPassword: true);
        var newer = await house.WelcomeLink(leila.Id, asksPassword: true);
        using var browser = house.Browser();
        using (var old = await browser.GetAsync(older)) Assert.Equal(HttpStatusCode.Gone, old.StatusCode);
        using var now = await browser.GetAsync(newer);
        Assert.Equal(HttpStatusCode.OK, now.StatusCode);
    }

    [Fact]
    public async Task Changing_the_password_ends_the_sessions_elsewhere_and_keeps_this_one()
    {
        await using var house = await TestHouse.Open();
        var leila = await house.Hire(Role.Journalist, "Leila Moradi", "leila@meridian.example", Password);
        using var here = await house.Enter(leila.Id);
        using var elsewhere = await house.Enter(leila.Id);

        using (var wrong = await here.Send("/desk/me/password", ("current", "not it at all"), ("password", "eight gulls on the quay"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using (var stays = await elsewhere.GetAsync("/desk/me")) Assert.Equal(HttpStatusCode.OK, stays.StatusCode);
        using (var changed = await here.Send("/desk/me/password", ("current", Password), ("password", "eight gulls on the quay"))) Assert.Equal(HttpStatusCode.SeeOther, changed.StatusCode);

        using (var kept = await here.GetAsync("/desk/me")) Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
        using (var ended = await elsewhere.GetAsync("/desk/me")) Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);

        using var third = await house.Enter(leila.Id);
        (await here.Send("/desk/me/sessions")).Dispose();
        using (var kept = await here.GetAsync("/desk/me")) Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
        using var out3 = await third.GetAsync("/desk/me");
        Assert.Equal(HttpStatusCode.Redirect, out3.StatusCode);
    }

    [Fact]
    public async Task A_new_name_shows_at_once_and_markup_in_it_is_text()
    {
        await using var house = await TestHouse.Open();
        using var browser = await house.SignIn(Role.Editor);
        using (var renamed = await browser.Send("/desk/me/name", ("name", "<script>alert(1)</script>"))) Assert.Equal(HttpStatusCode.SeeOther, renamed.StatusCode);
        var page = await browser.GetStringAsync("/desk/me");
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
    }
}
