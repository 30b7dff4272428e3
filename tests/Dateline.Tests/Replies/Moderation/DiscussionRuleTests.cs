using System.Net;
using AngleSharp.Html.Parser;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Replies;
using Dateline.Replies.Moderation;
using Dateline.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Dateline.Tests.Replies.Moderation;

/// <summary>Who may reply where, as moderators set it.</summary>
public class DiscussionRuleTests
{
    private static async Task<HttpStatusCode> Set(HttpClient browser, string scope, int version, params (string, string)[] fields)
    {
        using var answer = await browser.Send("/desk/replies/rules", [("scope", scope), ("version", $"{version}"), .. fields]);
        await (await browser.GetAsync("/desk/replies/rules")).Content.ReadAsStringAsync(); // with the cookie that says how new it must be
        return answer.StatusCode;
    }

    /// <summary>Beyond the site nothing is wider.</summary>
    [Fact]
    public async Task Each_scope_names_who_says_what_it_leaves_open()
    {
        await using var scene = await ReplyScene.Open();
        using var moderator = await scene.House.SignIn(Role.Moderator);
        Assert.Equal(HttpStatusCode.SeeOther, await Set(moderator, DiscussionRule.OfEdition("ar"), 0, ("first", "1"), ("days", "1"), ("slow", "1"), ("links", "0")));
        foreach (var (of, words) in new[]
        {
            (DiscussionRule.Site, "As the program comes: a reader’s first replies wait"), (DiscussionRule.OfEdition("en"), "As for the whole site"),
            (DiscussionRule.OfSource(scene.Cast.LakesNews.Id), "As in the edition of the story"), (DiscussionRule.OfStory(scene.Story.Key), "As for its source, its edition or the site"),
        })
        {
            var page = new HtmlParser().ParseDocument(await moderator.GetStringAsync($"/desk/replies/rules?scope={of}"));
            Assert.Equal(words, page.QuerySelector("#mode option")!.TextContent);
            Assert.Equal(words, page.QuerySelector("[aria-current=true]")!.Closest("tr")!.LastElementChild!.TextContent);
            Assert.Contains(page.QuerySelectorAll(".ledger td"), cell => cell.TextContent == "a reader’s first reply waits; closes after 1 day; one reply every 1 second; a reply with a link waits");
        }
    }

    [Fact]
    public async Task The_narrower_scope_counts_and_the_form_goes_at_once()
    {
        await using var scene = await ReplyScene.Open();
        using var moderator = await scene.House.SignIn(Role.Moderator);
        var story = DiscussionRule.OfStory(scene.Story.Key);
        async Task<bool> HasForm() => (await new HtmlParser().ParseDocumentAsync(await moderator.GetStringAsync(scene.Story.Path))).QuerySelector("form textarea") is not null;
        Assert.True(await HasForm());

        Assert.Equal(HttpStatusCode.SeeOther, await Set(moderator, DiscussionRule.OfEdition("en"), 0, ("mode", "Closed"), ("note", "Night shift")));
        Assert.False(await HasForm());
        using (var refused = await scene.Send()) Assert.NotEqual(HttpStatusCode.SeeOther, refused.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, await Set(moderator, story, 0, ("mode", "Open"), ("links", "0")));
        Assert.True(await HasForm());
        using (var open = await scene.Send()) Assert.Contains("#reply-", open.Headers.Location!.OriginalString, StringComparison.Ordinal);

        var page = await new HtmlParser().ParseDocumentAsync(await moderator.GetStringAsync("/desk/replies/rules?scope=" + story));
        var applied = page.QuerySelectorAll("caption").Single(caption => caption.TextContent.StartsWith("What holds", StringComparison.Ordinal)).ParentElement!.QuerySelectorAll("tbody tr").Select(row => row.TextContent).ToList();
        Assert.Contains(applied, row => row.StartsWith("RepliesOpen", StringComparison.Ordinal) && row.EndsWith("the story itself", StringComparison.Ordinal));
        Assert.Contains(applied, row => row.StartsWith("A reader’s replies that wait first1", StringComparison.Ordinal) && row.EndsWith("nobody: so the program comes", StringComparison.Ordinal));
        var act = await scene.Read(db => db.Set<ModerationAct>().FirstAsync(act => act.About == "edition:en"));
        Assert.Equal(("mode", "Night shift"), (act.Act, act.Note));
    }

    [Fact]
    public async Task Of_two_who_change_the_same_the_second_looks_again_and_nonsense_is_refused()
    {
        await using var scene = await ReplyScene.Open();
        using var moderator = await scene.House.SignIn(Role.Moderator);
        Assert.Equal(HttpStatusCode.SeeOther, await Set(moderator, "site", 0, ("mode", "AllHeld")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Set(moderator, "site", 0, ("mode", "Open")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Set(moderator, "site", 1, ("days", "-1")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Set(moderator, "site", 1, ("mode", "Whatever")));
        Assert.Equal(HttpStatusCode.NotFound, await Set(moderator, "edition:xx", 0, ("mode", "Open")));
        Assert.Equal(DiscussionMode.AllHeld, (await scene.Read(db => db.Set<DiscussionRule>().SingleAsync())).Mode);
    }

    [Fact]
    public async Task Replies_that_close_by_themselves_drop_the_cached_form()
    {
        await using var scene = await ReplyScene.Open();
        using var moderator = await scene.House.SignIn(Role.Moderator);
        await Set(moderator, "site", 0, ("days", "2"));
        async Task<bool> HasForm() => (await scene.Page(scene.Story.Path)).QuerySelector("form textarea") is not null;
        Assert.True(await HasForm());
        scene.House.Clock.Advance(TimeSpan.FromDays(2) + TimeSpan.FromMinutes(1));
        await scene.House.Services.GetRequiredService<DiscussionClosing>().DoWhatIsDue(default);
        await Eventually.Holds(async () => !await HasForm(), "the form has gone from the cached page");
        using var late = await scene.Send();
        Assert.NotEqual(HttpStatusCode.SeeOther, late.StatusCode);
    }

    [Fact]
    public async Task A_thread_that_cools_down_holds_what_would_be_public()
    {
        await using var scene = await ReplyScene.Open();
        using var moderator = await scene.House.SignIn(Role.Moderator);
        await Set(moderator, "site", 0, ("mode", "Open"), ("cool", "30"));
        var reply = await scene.Receive();
        Assert.Equal((ReplyState.Held, "cool-down"), (reply.State, reply.HeldBy));
        scene.House.Clock.Advance(TimeSpan.FromMinutes(31));
        using var after = await scene.Send(("text", "Half an hour later the harbour is open again."));
        Assert.Contains("#reply-", after.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_comes_in_while_the_rules_cannot_be_read_is_kept_and_waits()
    {
        var broken = false;
        await using var scene = await ReplyScene.Open(builder => builder.Services.Replace(ServiceDescriptor.Singleton(services =>
        {
            var real = services.GetRequiredService<DatelineDbFactory>();
            return new Discussions(
                new DatelineDbFactory(() => broken ? throw new IOException("The table can’t be read.") : real.Open(), services.GetRequiredService<TimeProvider>()),
                services.GetRequiredService<NodeJournal>(), services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ILogger<Discussions>>());
        })));
        using var moderator = await scene.House.SignIn(Role.Moderator);
        await Set(moderator, "site", 0, ("mode", "Open"));
        using (var open = await scene.Send()) Assert.Contains("#reply-", open.Headers.Location!.OriginalString, StringComparison.Ordinal);
        broken = true;
        await Set(moderator, "edition:en", 0, ("slow", "0")); // so that they are read again
        var held = await scene.Receive(("text", "The lamps on the outer mole are lit again."));
        Assert.Equal((ReplyState.Held, "all"), (held.State, held.HeldBy));
    }
}
