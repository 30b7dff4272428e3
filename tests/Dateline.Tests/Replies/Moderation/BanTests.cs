using System.Net;
using AngleSharp.Html.Parser;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Replies;
using Dateline.Replies.Moderation;
using Dateline.Replies.Readers;
using Dateline.Replies.Screening;
using Dateline.Tests.House;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Tests.Replies.Moderation;

/// <summary>Bans and word lists, from the moderators' pages to the reader's next reply.</summary>
public class BanTests
{
    private static (string, string)[] Form(string kind, string effect = "Refuse", string days = "7", string whom = "") =>
        [("kind", kind), ("effect", effect), ("label", "The pilot"), ("note", "Insults, three times"), ("days", days), ("whom", whom)];

    [Theory]
    [InlineData("Address")]
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
        foreach (var (bad, whom) in new[] { ("Address", "no address"), ("Network", "no network"), ("Name", " . ") })
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
}
