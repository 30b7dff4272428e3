using System.Net;
using System.Text.RegularExpressions;
using Dateline.Desk.People;
using Dateline.People;
using Dateline.Tests.House;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Tests.Desk.Admin;

public partial class PeopleTests
{
    [Fact]
    public async Task An_invitation_shows_its_link_once_and_the_link_opens_the_desk()
    {
        await using var house = await TestHouse.Open();
        using var nadia = await house.SignIn(Role.Administrator);
        using var invited = await nadia.Send("/desk/people", ("name", "Leila Moradi"), ("email", "leila@meridian.example"), ("role", "Journalist"));
        var link = Link().Match(await invited.Content.ReadAsStringAsync()).Value;
        Assert.NotEmpty(link);

        await using var db = house.OpenDb();
        var leila = await db.Staff.SingleAsync(staff => staff.Name == "Leila Moradi");
        Assert.DoesNotContain("/desk/welcome/", await nadia.GetStringAsync($"/desk/people/{leila.Id}"), StringComparison.Ordinal);
        Assert.Contains("Invited", await nadia.GetStringAsync("/desk/people"), StringComparison.Ordinal);

        using var browser = house.Browser();
        using var entered = await browser.Send(link, ("password", "seven gulls on the quay"));
        Assert.Equal(HttpStatusCode.SeeOther, entered.StatusCode);
        using var people = await browser.GetAsync("/desk/people");
        Assert.Equal(HttpStatusCode.Forbidden, people.StatusCode);
    }

    [Fact]
    public async Task Nobody_is_invited_twice_or_without_an_address()
    {
        await using var house = await TestHouse.Open();
        using var nadia = await house.SignIn(Role.Administrator);
        (await nadia.Send("/desk/people", ("name", "Leila Moradi"), ("email", "leila@meridian.example"), ("role", "Journalist"))).Dispose();
        foreach (var email in (string[])["LEILA@meridian.example", "not an address", "Leila <l@meridian.example>", ""])
        {
            using var refused = await nadia.Send("/desk/people", ("name", "Another"), ("email", email), ("role", "Editor"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        }
        await using var db = house.OpenDb();
        Assert.Equal(2, await db.Staff.CountAsync());
    }

    [Fact]
    public async Task A_changed_role_counts_from_the_next_click()
    {
        await using var house = await TestHouse.Open();
        using var nadia = await house.SignIn(Role.Administrator);
        var jonas = await house.Hire(Role.Administrator, "Jonas Weld", "jonas@meridian.example");
        using var browser = await house.Enter(jonas.Id);
        using (var may = await browser.GetAsync("/desk/people")) Assert.Equal(HttpStatusCode.OK, may.StatusCode);

        (await nadia.Send($"/desk/people/{jonas.Id}/role", ("role", "Editor"))).Dispose();
        using (var mayNot = await browser.GetAsync("/desk/people")) Assert.Equal(HttpStatusCode.Forbidden, mayNot.StatusCode);
        Assert.Contains("Editor", await browser.GetStringAsync("/desk/me"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Locking_ends_sessions_at_once_and_closes_password_and_links()
    {
        await using var house = await TestHouse.Open();
        using var nadia = await house.SignIn(Role.Administrator);
        var jonas = await house.Hire(Role.Editor, "Jonas Weld", "jonas@meridian.example", "a lamp in the harbour");
        using var browser = await house.Enter(jonas.Id);
        var link = await house.WelcomeLink(jonas.Id, asksPassword: true);

        (await nadia.Send($"/desk/people/{jonas.Id}/lock")).Dispose();
        using (var ended = await browser.GetAsync("/desk/me")) Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        using (var closed = await browser.Send("/desk/sign-in", ("email", "jonas@meridian.example"), ("password", "a lamp in the harbour"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, closed.StatusCode);
        using (var spent = await browser.GetAsync(link)) Assert.Equal(HttpStatusCode.Gone, spent.StatusCode);

        (await nadia.Send($"/desk/people/{jonas.Id}/unlock")).Dispose();
        using var open = await browser.Send("/desk/sign-in", ("email", "jonas@meridian.example"), ("password", "a lamp in the harbour"));
        Assert.Equal(HttpStatusCode.SeeOther, open.StatusCode);
    }

    [Fact]
    public async Task Who_is_removed_is_out_and_forgotten_but_still_named()
    {
        await using var house = await TestHouse.Open();
        using var nadia = await house.SignIn(Role.Administrator);
        var jonas = await house.Hire(Role.Editor, "Jonas Weld", "jonas@meridian.example", "a lamp in the harbour");
        using var browser = await house.Enter(jonas.Id);
        var link = await house.WelcomeLink(jonas.Id, asksPassword: false);
        (await nadia.Send($"/desk/people/{jonas.Id}/removal")).Dispose();

        using (var ended = await browser.GetAsync("/desk/me")) Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        using (var spent = await browser.Send(link)) Assert.Equal(HttpStatusCode.Gone, spent.StatusCode);
        await using var db = house.OpenDb();
        var row = await db.Staff.SingleAsync(staff => staff.Id == jonas.Id);
        Assert.Equal(("Jonas Weld", null, null), (row.Name, row.Email, row.PasswordHash));
        Assert.DoesNotContain("jonas@", row.UserName + row.NormalizedUserName + row.NormalizedEmail, StringComparison.OrdinalIgnoreCase);

        using var again = await nadia.Send("/desk/people", ("name", "Jonas Weld"), ("email", "jonas@meridian.example"), ("role", "Editor"));
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task An_administrator_cannot_shut_themselves_out()
    {
        await using var house = await TestHouse.Open();
        var nadia = await house.Hire(Role.Administrator, "Nadia Karim", "nadia@meridian.example");
        using var browser = await house.Enter(nadia.Id);
        foreach (var action in (string[])["role", "lock", "removal"])
        {
            using var refused = await browser.Send($"/desk/people/{nadia.Id}/{action}", ("role", "Editor"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        }
        using var stays = await browser.GetAsync("/desk/people");
        Assert.Equal(HttpStatusCode.OK, stays.StatusCode);
    }

    [Fact]
    public async Task Of_two_administrators_who_demote_each_other_at_once_one_stays()
    {
        await using var house = await TestHouse.Open();
        for (var round = 0; round < 10; round++)
        {
            var first = await house.Hire(Role.Administrator, "Nadia Karim", $"nadia{round}@meridian.example");
            var second = await house.Hire(Role.Administrator, "Jonas Weld", $"jonas{round}@meridian.example");
            await Task.WhenAll(Demote(first, second), Demote(second, first));
            await using var db = house.OpenDb();
            Assert.Equal(1, await db.Staff.CountAsync(staff => staff.Role == Role.Administrator));
            await house.Writes.Run(async (at, stop) => (await at.Staff.AsTracking().SingleAsync(staff => staff.Role == Role.Administrator, stop)).Role = Role.Editor, default);
        }

        Task Demote(Staff by, Staff whom) => house.Writes.Run((db, stop) => StaffChanges.ChangeRole(db, whom.Id, Role.Journalist, new Editor(by.Id, by.Name, by.Role), stop), default);
    }

    [Fact]
    public async Task Markup_in_what_was_typed_comes_out_as_text()
    {
        await using var house = await TestHouse.Open();
        using var nadia = await house.SignIn(Role.Administrator);
        const string Typed = "\"><script>alert(1)</script>";
        using (var refused = await nadia.Send("/desk/people", ("name", Typed), ("email", Typed), ("role", Typed)))
            Assert.DoesNotContain("<script>alert", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using (var invited = await nadia.Send("/desk/people", ("name", Typed), ("email", "x@meridian.example"), ("role", "Editor")))
            Assert.DoesNotContain("<script>alert", await invited.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", await nadia.GetStringAsync("/desk/people"), StringComparison.Ordinal);
    }

    [GeneratedRegex("/desk/welcome/[A-Za-z0-9_-]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
