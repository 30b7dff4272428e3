using System.Net;
using AngleSharp.Html.Parser;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Replies;
using Dateline.Replies.Moderation;
using Dateline.Replies.Readers;
using Dateline.Replies.Screening;
using Dateline.Stories;
using Dateline.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Tests.Replies.Moderation;

/// <summary>Bans and word lists, from the moderators' pages to the reader's next reply.</summary>
public class BanTests
{
    private static (string, string)[] Form(string kind, string effect = "Refuse", string days = "7", string whom = "") =>
        [("kind", kind), ("effect", effect), ("label", "The pilot"), ("note", "Insults, three times"), ("days", days), ("whom", whom)];

    [Theory]
    [InlineData("Name")]
    [InlineData("Network")]
    public async Task The_banned_are_told_plainly_until_the_ban_runs_out(string kind)
    {
        await using var scene = await ReplyScene.Open();
        var reply = await scene.Receive();
        using var moderator = await scene.House.SignIn(Role.Moderator);
        using (var made = await moderator.Send($"/desk/replies/{reply.Id}/ban", Form(kind))) Assert.Equal(HttpStatusCode.SeeOther, made.StatusCode);
        var ban = await scene.Read(db => db.Set<Ban>().SingleAsync());
        var look = kind == "Name" ? "Mаryam  DANESHVAR" : "Maryam Daneshvar"; // a Cyrillic letter in it
        await moderator.GetStringAsync("/desk/replies/bans"); // with the cookie that says how new it must be
        using (var refused = await scene.Send(("name", look), ("text", "Once more I say that the channel was closed.")))
        {
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
            Assert.Equal("Once more I say that the channel was closed.", (await ReplyScene.Page(refused)).QuerySelector("#text")!.TextContent); // nothing typed is lost
        }
        scene.House.Clock.Advance(TimeSpan.FromDays(8));
        using (var after = await scene.Send(("name", look), ("text", "A week later, in calmer words."))) Assert.Equal(HttpStatusCode.SeeOther, after.StatusCode);
        var page = await moderator.GetStringAsync("/desk/replies/bans");
        Assert.Contains("run out", page, StringComparison.Ordinal);
        Assert.DoesNotContain(ban.Key, page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(ReplyScene.Address, page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_ban_that_ran_out_is_forgotten_after_a_while_and_one_that_holds_is_not()
    {
        await using var scene = await ReplyScene.Open(builder => builder.Services.AddSingleton(new NodeRoles(Web: true, Worker: false)));
        using var moderator = await scene.House.SignIn(Role.Moderator);
        using (await moderator.Send("/desk/replies/bans", Form("Network", days: "7", whom: "192.0.2.7"))) { }
        using (await moderator.Send("/desk/replies/bans", Form("Network", days: "365", whom: "198.51.100.7"))) { }
        using (await moderator.Send("/desk/replies/bans", Form("Name", days: "0", whom: "Somebody"))) { }
        async Task<int> After(TimeSpan time)
        {
            foreach (var retention in scene.House.Services.GetServices<Retention>())
                await scene.House.Write((db, stop) => retention.Forget(db, DateTimeOffset.UnixEpoch, TestHouse.Start + time - retention.Period, retention.Batch, stop));
            return await scene.Read(db => db.Set<Ban>().CountAsync());
        }
        Assert.Equal(3, await After(TimeSpan.FromDays(6) + Ban.Term));
        Assert.Equal(2, await After(TimeSpan.FromDays(8) + Ban.Term));
        Assert.Equal(1, await After(TimeSpan.FromDays(3_650)));
    }

    [Fact]
    public async Task Every_ban_is_found_page_after_page_the_latest_first()
    {
        await using var scene = await ReplyScene.Open();
        using var moderator = await scene.House.SignIn(Role.Moderator);
        await scene.House.Write((db, _) =>
        {
            for (var i = 0; i < 250; i++) // three share each instant
                db.Add(new Ban { Id = Guid.CreateVersion7(), Kind = BanKind.Name, Key = $"{i}", Effect = BanEffect.Hold, Label = $"B{i / 3}", By = ReplyScene.Moderator.Id, At = TestHouse.Start.AddSeconds(i / 3) });
            return Task.CompletedTask;
        });
        var (found, address) = (new List<int>(), (string?)"/desk/replies/bans");
        for (var pages = 0; address is not null; pages++)
        {
            Assert.True(pages < 3);
            var page = new HtmlParser().ParseDocument(await moderator.GetStringAsync(address));
            found.AddRange(page.QuerySelectorAll("tbody th").Select(label => int.Parse(label.TextContent[1..], System.Globalization.CultureInfo.InvariantCulture)));
            address = page.QuerySelector("main .more a")?.GetAttribute("href");
        }
        Assert.Equal(Enumerable.Range(0, 250).Select(i => i / 3).Reverse(), found);
    }

    /// <summary>Whoever is sent to the editors finds there how to reach them, also beside a change that isn't taken; nothing is made up where none is named.</summary>
    [Theory]
    [InlineData("desk@meridian.example", "Contact: desk@meridian.example", "mailto:desk@meridian.example")]
    [InlineData("desk?bcc=all@meridian.example", "Contact: desk?bcc=all@meridian.example", "mailto:desk%3Fbcc%3Dall@meridian.example")]
    [InlineData("Box 7 <b>, Skerrow", "Contact: Box 7 <b>, Skerrow", null)]
    [InlineData(null, null, null)]
    public async Task Who_is_banned_is_told_how_to_reach_the_editors(string? contact, string? said, string? link)
    {
        await using var scene = await ReplyScene.Open();
        await scene.House.Write(async (db, stop) =>
        {
            var edition = await db.Editions.AsTracking().FirstAsync(edition => edition.Code == "en", stop);
            edition.Style = edition.Style with { Contact = contact };
            db.Journal.Add(new HouseChanged());
        });
        using var sent = await scene.Send();
        var own = sent.Headers.Location!.OriginalString.Split('?')[0];
        using var moderator = await scene.House.SignIn(Role.Moderator);
        using (await moderator.Send("/desk/replies/bans", Form("Name", whom: "Maryam Daneshvar"))) { }
        await moderator.GetStringAsync("/desk/replies/bans"); // with the cookie that says how new it must be
        using var browser = scene.House.Browser();
        using var refused = await scene.Send(("text", "Once more I say that the channel was closed."));
        using var unchanged = await browser.Send(own + "/text", ("text", "Once more I say that the channel was closed."));
        foreach (var answer in new[] { refused, unchanged })
        {
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            var shown = (await ReplyScene.Page(answer)).QuerySelector("#problems .editors-contact");
            Assert.Equal((said, link), (shown?.TextContent.Trim(), shown?.QuerySelector("a")?.GetAttribute("href")));
        }
        using var mistyped = await scene.Send(("name", "Somebody else"), ("text", ""));
        Assert.Null((await ReplyScene.Page(mistyped)).QuerySelector(".editors-contact")); // nobody is sent to them for that
    }

    /// <summary>Else a date that follows a name written from the right is read with its parts in another order.</summary>
    [Fact]
    public async Task Who_banned_somebody_is_isolated_from_when()
    {
        await using var scene = await ReplyScene.Open();
        using var moderator = await scene.House.SignIn(Role.Moderator, "سلمى القاضي");
        using (await moderator.Send("/desk/replies/bans", Form("Name", whom: "Somebody Else"))) { }
        var page = new HtmlParser().ParseDocument(await moderator.GetStringAsync("/desk/replies/bans"));
        Assert.Contains(page.QuerySelectorAll(".ledger bdi"), name => name.TextContent == "سلمى القاضي");
    }

    [Theory]
    [InlineData("Address")]
    [InlineData("Name")]
    [InlineData("Network")]
    [InlineData("Reader")]
    public async Task A_ban_made_from_a_reply_that_is_erased_forgets_whose_it_was_and_stays(string kind)
    {
        await using var scene = await ReplyScene.Open();
        var reply = await scene.Receive(("name", "Qwendolyn Xerxesdottir"));
        using var moderator = await scene.House.SignIn(Role.Moderator);
        (string, string)[] form = [("kind", kind), ("effect", "Refuse"), ("label", reply.Name), ("note", "Qwendolyn insults, three times"), ("days", "0"), ("whom", ReplyScene.Address)];
        var place = kind == "Reader" ? "/desk/replies/bans" : $"/desk/replies/{reply.Id}/ban"; // nobody proved this one's address
        using (var made = await moderator.Send(place, form)) Assert.Equal(HttpStatusCode.SeeOther, made.StatusCode);
        if (kind != "Reader") // one that was made by hand and lifted isn't known to be of anybody
        {
            using (var lifted = await moderator.Send($"/desk/replies/bans/{(await scene.Read(db => db.Set<Ban>().SingleAsync())).Id}/removal")) Assert.Equal(HttpStatusCode.SeeOther, lifted.StatusCode);
            using (var made = await moderator.Send(place, form)) Assert.Equal(HttpStatusCode.SeeOther, made.StatusCode);
        }
        using (var other = await moderator.Send("/desk/replies/bans", Form("Name", whom: "Somebody Else"))) Assert.Equal(HttpStatusCode.SeeOther, other.StatusCode);

        await Dateline.Replies.MyData.EraseReader.Perform(scene.House.Writes, reply.AddressKey!, scene.House.Clock.Now(), default);
        Assert.DoesNotContain("Qwendolyn", System.Text.Json.JsonSerializer.Serialize(await scene.Read(db => db.Set<Ban>().ToListAsync())), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Qwendolyn", System.Text.Json.JsonSerializer.Serialize(await scene.Read(db => db.Set<ModerationAct>().ToListAsync())), StringComparison.OrdinalIgnoreCase);
        var page = await moderator.GetStringAsync("/desk/replies/bans");
        Assert.Contains("(erased)", page, StringComparison.Ordinal);
        Assert.Contains("The pilot", page, StringComparison.Ordinal); // another one's
        scene.House.Clock.Advance(TimeSpan.FromSeconds(1));
        using var again = await scene.Send(("name", "Qwendolyn Xerxesdottir"), ("text", "Once more I say that the channel was closed."));
        if (kind is "Name" or "Network") Assert.Equal(HttpStatusCode.Forbidden, again.StatusCode);
        else Assert.Equal("banned-address", (await scene.Read(db => db.Replies.OrderByDescending(one => one.SubmittedAt).FirstAsync())).HeldBy); // an address that was only typed
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_name_without_a_letter_is_banned_and_no_other_such_name(bool byHand)
    {
        await using var scene = await ReplyScene.Open();
        var reply = await scene.Receive(("name", "🦊"));
        using var moderator = await scene.House.SignIn(Role.Moderator);
        using (var made = await moderator.Send(byHand ? "/desk/replies/bans" : $"/desk/replies/{reply.Id}/ban", Form("Name", whom: "🦊"))) Assert.Equal(HttpStatusCode.SeeOther, made.StatusCode);
        await moderator.GetStringAsync("/desk/replies/bans");
        foreach (var other in new[] { "🐻", "🦊🐻", "☺", "Maryam" })
            using (var free = await scene.Send(("name", other), ("text", $"Words of somebody else, {other}."))) Assert.Equal(HttpStatusCode.SeeOther, free.StatusCode);
        foreach (var same in new[] { "🦊", " 🦊\u200b " })
            using (var refused = await scene.Send(("name", same), ("text", "Once more."))) Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Theory]
    [InlineData("6.9.9.0/16")]
    [InlineData("6.9.9.1/32")]
    [InlineData("6.9.9.0/24/24")]
    [InlineData("6.9")]
    [InlineData("6")]
    [InlineData("2001:db8:77::/32")]
    [InlineData("2001:db8:77::/64")]
    [InlineData("::ffff:6.9.9.0/24")]
    public async Task A_network_that_cannot_be_banned_is_refused_with_what_can(string whom)
    {
        await using var scene = await ReplyScene.Open();
        using var moderator = await scene.House.SignIn(Role.Moderator);
        using var refused = await moderator.Send("/desk/replies/bans", Form("Network", whom: whom));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("its whole /24 (IPv6: /48) is banned", (await ReplyScene.Page(refused)).DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await scene.Read(db => db.Set<Ban>().CountAsync()));
    }

    [Theory]
    [InlineData("6.9.9.0/24", "6.9.9.77")]
    [InlineData("6.9.9.1", "6.9.9.77")]
    [InlineData("2001:db8:77::/48", "2001:db8:77:1::2")]
    [InlineData("2001:DB8:77::9", "2001:db8:77:1::2")]
    public async Task A_network_is_banned_by_any_address_of_it_or_as_it_is_written(string whom, string other)
    {
        await using var scene = await ReplyScene.Open();
        using var moderator = await scene.House.SignIn(Role.Moderator);
        using (var made = await moderator.Send("/desk/replies/bans", Form("Network", whom: whom))) Assert.Equal(HttpStatusCode.SeeOther, made.StatusCode);
        var key = SenderKeys.Of(scene.House.Services.GetRequiredService<AddressVault>(), IPAddress.Parse(other), "", "").Network;
        Assert.Equal(key, (await scene.Read(db => db.Set<Ban>().SingleAsync())).Key);
    }

    [Fact]
    public async Task One_may_ban_by_hand_hold_instead_of_refuse_and_lift()
    {
        await using var scene = await ReplyScene.Open();
        using var moderator = await scene.House.SignIn(Role.Moderator);
        await scene.House.Write((db, _) =>
        {
            db.Add(new DiscussionRule { Scope = DiscussionRule.Site, Mode = DiscussionMode.Open });
            db.Journal.Add(new DiscussionRule { Scope = DiscussionRule.Site }.Changed());
            return Task.CompletedTask;
        });
        foreach (var (bad, whom) in new[] { ("Address", "no address"), ("Network", "no network"), ("Name", " \u200b ") })
            using (var refused = await moderator.Send("/desk/replies/bans", Form(bad, whom: whom))) Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        using (var named = await moderator.Send("/desk/replies/bans", [.. Form("Address", whom: ReplyScene.Address).Where(field => field.Item1 != "label"), ("label", ReplyScene.Address)])) Assert.Equal(HttpStatusCode.UnprocessableEntity, named.StatusCode);
        using (var made = await moderator.Send("/desk/replies/bans", Form("Address", "Hold", "0", ReplyScene.Address.ToUpperInvariant()))) Assert.Equal(HttpStatusCode.SeeOther, made.StatusCode);
        var ban = await scene.Read(db => db.Set<Ban>().SingleAsync());
        Assert.Null(ban.Until);
        await moderator.GetStringAsync("/desk/replies/bans");
        var held = await scene.Receive();
        Assert.Equal((ReplyState.Held, "banned-address"), (held.State, held.HeldBy));
        using (var lifted = await moderator.Send($"/desk/replies/bans/{ban.Id}/removal")) Assert.Equal(HttpStatusCode.SeeOther, lifted.StatusCode);
        await moderator.GetStringAsync("/desk/replies/bans");
        using (var free = await scene.Send(("text", "Free to write once more, about the tides."))) Assert.Contains("#reply-", free.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(["ban", "ban-lifted"], await scene.Read(db => db.Set<ModerationAct>().OrderBy(act => act.At).ThenBy(act => act.Act).Select(act => act.Act).ToListAsync()));
    }

    [Fact]
    public async Task Only_a_verified_reader_has_a_standing()
    {
        await using var scene = await ReplyScene.Open();
        var reply = await scene.Receive();
        using var moderator = await scene.House.SignIn(Role.Moderator);
        using (var typed = await moderator.Send($"/desk/replies/{reply.Id}/standing", ("standing", "Trusted"))) Assert.Equal(HttpStatusCode.NotFound, typed.StatusCode);
        await scene.House.Write((db, _) =>
        {
            db.Add(new Reader { Id = Guid.CreateVersion7(), AddressKey = reply.AddressKey!, EmailCipher = reply.EmailCipher, Name = reply.Name, VerifiedAt = TestHouse.Start, SeenAt = TestHouse.Start });
            return Task.CompletedTask;
        });
        using (var known = await moderator.Send($"/desk/replies/{reply.Id}/standing", ("standing", "Trusted"))) Assert.Equal(HttpStatusCode.SeeOther, known.StatusCode);
        Assert.Equal(Standing.Trusted, (await scene.Read(db => db.Set<Reader>().SingleAsync())).Standing);
        var page = await new HtmlParser().ParseDocumentAsync(await moderator.GetStringAsync($"/desk/replies/{reply.Id}/sender"));
        Assert.Equal("true", page.QuerySelector("button[value=Trusted]")!.GetAttribute("aria-pressed"));

        // Whom it concerns stands in the log; a second press did nothing that it could tell.
        using (await moderator.Send($"/desk/replies/{reply.Id}/standing", ("standing", "Trusted"))) { }
        var log = await new HtmlParser().ParseDocumentAsync(await moderator.GetStringAsync("/desk/replies/log?show=acts"));
        Assert.Equal(reply.Name, Assert.Single(log.QuerySelectorAll($"a[href='/desk/replies/{reply.Id}/history']")).TextContent);
    }

    [Fact]
    public async Task Ten_thousand_words_are_pasted_found_and_taken_off()
    {
        await using var scene = await ReplyScene.Open();
        using var moderator = await scene.House.SignIn(Role.Moderator);
        var words = string.Join("\r\n", Enumerable.Range(0, 9_998).Select(i => $"unwort{i}").Append("Jackpot").Append("…"));
        using (var listed = await moderator.Send("/desk/replies/words", ("words", words), ("language", ""), ("kind", "hold")))
            Assert.Equal("/desk/replies/words?language=&added=9999&known=0&bad=1", listed.Headers.Location!.OriginalString);
        using (var more = await moderator.Send("/desk/replies/words", ("words", "one\ntwo"), ("kind", "hold"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, more.StatusCode);
        using (var again = await moderator.Send("/desk/replies/words", ("words", "jackpot\nJackpot"), ("language", "ar"), ("kind", "spam"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        await moderator.GetStringAsync("/desk/replies/words");
        var held = await scene.Receive(("text", "Hit the j a c k p o t tonight."));
        Assert.Equal("word", held.HeldBy);
        Assert.Equal(["Jackpot"], held.Findings.Single(finding => finding.Phase == "words").Words!);

        var page = await new HtmlParser().ParseDocumentAsync(await moderator.GetStringAsync("/desk/replies/words?q=Jack"));
        var button = Assert.Single(page.QuerySelectorAll(".word-list button"));
        using (var off = await moderator.Send("/desk/replies/words/removal", ("word", button.GetAttribute("value")!))) Assert.Equal("/desk/replies/words?removed=1", off.Headers.Location!.OriginalString);
        await moderator.GetStringAsync("/desk/replies/words");
        Assert.NotEqual("word", (await scene.Receive(("text", "Hit the jackpot tomorrow night."))).HeldBy);
    }

    [Theory]
    [InlineData("Name", "Refuse", "Banned the loud one: replies aren’t taken, and the writer is told so. This reply still waits for you.")]
    [InlineData("Name", "Hold", "Banned the loud one: replies always wait. This reply still waits for you.")]
    [InlineData("Address", "Refuse", "Banned the loud one: replies always wait. This reply still waits for you.")] // of an address that was typed nothing is refused
    public async Task Whoever_bans_from_the_queue_goes_on_there_and_is_told_that_the_reply_still_waits(string kind, string effect, string told)
    {
        await using var scene = await ReplyScene.Open();
        var reply = await scene.Receive();
        using var moderator = await scene.House.SignIn(Role.Moderator);
        using var made = await moderator.Send($"/desk/replies/{reply.Id}/ban", ("kind", kind), ("effect", effect), ("label", "the loud one"), ("note", "Twice."), ("days", "7"));
        var (path, anchor) = made.Headers.Location!.OriginalString.Split('#') is [var before, var after] ? (before, after) : ("", "");
        var page = await new HtmlParser().ParseDocumentAsync(await moderator.GetStringAsync(path));
        Assert.Equal($"{told} All bans", page.QuerySelector(".flash p")!.TextContent);
        Assert.Equal("/desk/replies/bans", page.QuerySelector(".flash a")!.GetAttribute("href"));
        Assert.Equal("Maryam Daneshvar", page.QuerySelector($"#{anchor} h2")!.TextContent);
        Assert.Contains(kind == "Name" && effect == "Refuse" ? "aren’t taken" : "always wait", await moderator.GetStringAsync("/desk/replies/log?show=acts"), StringComparison.Ordinal);
        Assert.Contains("Banned", page.QuerySelectorAll($"#{anchor} .mark").Select(mark => mark.TextContent)); // what is said at the top is out of sight there
        scene.House.Clock.Advance(TimeSpan.FromDays(8));
        page = await new HtmlParser().ParseDocumentAsync(await moderator.GetStringAsync("/desk/replies"));
        Assert.DoesNotContain("Banned", page.QuerySelectorAll(".mark").Select(mark => mark.TextContent));
    }

    /// <summary>Who narrowed the queue, and is on a later page of it, isn't sent to its beginning for having banned somebody; nor after a slip in the form.</summary>
    [Fact]
    public async Task Whoever_bans_from_a_view_of_the_queue_goes_on_in_that_view()
    {
        await using var scene = await ReplyScene.Open();
        var reply = await scene.Receive();
        var place = new ReplyPlace(TestHouse.Start.AddHours(-1), Guid.Empty);
        using var moderator = await scene.House.SignIn(Role.Moderator);
        async Task<AngleSharp.Dom.IDocument> Look(string path) => await new HtmlParser().ParseDocumentAsync(await moderator.GetStringAsync(path));
        var ban = (await Look($"/desk/replies?edition=en&place={place}")).QuerySelector(".waiting a[data-key=b]")!.GetAttribute("href")!;
        var form = (await Look(ban)).QuerySelectorAll("form input[type=hidden]").Select(field => (field.GetAttribute("name")!, field.GetAttribute("value")!)).ToArray();
        using var slip = await moderator.Send($"/desk/replies/{reply.Id}/ban", [.. form, ("kind", "Name"), ("label", ""), ("note", ""), ("days", "7")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, slip.StatusCode);
        form = [.. (await ReplyScene.Page(slip)).QuerySelectorAll("form input[type=hidden]").Select(field => (field.GetAttribute("name")!, field.GetAttribute("value")!))];
        using var made = await moderator.Send($"/desk/replies/{reply.Id}/ban", [.. form, ("kind", "Name"), ("effect", "Refuse"), ("label", "the loud one"), ("note", "Twice."), ("days", "7")]);
        Assert.Equal($"/desk/replies?show=held&edition=en&place={place}&banned={reply.Id:N}#r-{reply.Id:N}", made.Headers.Location!.OriginalString);
    }
}
