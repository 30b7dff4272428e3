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
            Assert.Contains(page.QuerySelectorAll(".ledger td"), cell => cell.TextContent == "a reader’s first reply waits; closes after 1 day; one reply every second; a reply with a link waits");
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

    private static async Task<string[]> InForce(HttpClient browser, string scope) =>
        [.. (await new HtmlParser().ParseDocumentAsync(await browser.GetStringAsync("/desk/replies/rules?scope=" + scope))).QuerySelectorAll("caption")
            .Single(caption => caption.TextContent.StartsWith("What holds", StringComparison.Ordinal)).ParentElement!.QuerySelectorAll("tbody tr").Select(row => string.Join(" | ", row.Children.Select(cell => cell.TextContent)))];

    /// <summary>Empty fields say nothing of what holds; the table beneath them does, in every scope.</summary>
    [Fact]
    public async Task Every_scope_shows_what_is_in_force_and_who_says_so()
    {
        await using var scene = await ReplyScene.Open();
        using var moderator = await scene.House.SignIn(Role.Moderator);
        var (edition, source) = (DiscussionRule.OfEdition("en"), DiscussionRule.OfSource(scene.Cast.LakesNews.Id));
        Assert.Equal(
        [
            "Replies | A reader’s first replies wait | nobody: so the program comes", "A reader’s replies that wait first | 1 | nobody: so the program comes", "They close by themselves | never | nobody: so the program comes",
            "Slow mode | off | nobody: so the program comes", "Cooling down | no | nobody: so the program comes", "Links that needn’t wait | 1 | nobody: so the program comes",
        ], await InForce(moderator, DiscussionRule.Site));
        await Set(moderator, DiscussionRule.Site, 0, ("mode", "Open"), ("days", "3"), ("links", "0"));
        await Set(moderator, edition, 0, ("mode", "AllHeld"), ("slow", "60"));
        await Set(moderator, DiscussionRule.OfEdition("ar"), 0, ("cool", "30"));
        await Set(moderator, source, 0, ("first", "4"));
        Assert.Equal(
        [
            "Replies | All replies wait | the edition", "A reader’s replies that wait first | 1 | nobody: so the program comes", "They close by themselves | 3 days after a story came out | the site",
            "Slow mode | one reply every 60 seconds | the edition", "Cooling down | no | nobody: so the program comes", "Links that needn’t wait | 0 | the site",
        ], await InForce(moderator, edition));
        Assert.Equal(
        [
            "Replies | as the edition of the story has it | the edition", "A reader’s replies that wait first | 4 | the source", "They close by themselves | 3 days after a story came out | the site",
            "Slow mode | as the edition of the story has it | the edition", "Cooling down | as the edition of the story has it | the edition", "Links that needn’t wait | 0 | the site",
        ], await InForce(moderator, source));
        Assert.Equal("Replies | Open: public at once | the site", (await InForce(moderator, DiscussionRule.Site))[0]);
    }

    [Fact]
    public async Task A_storys_rules_are_found_by_its_address()
    {
        await using var scene = await ReplyScene.Open();
        using var moderator = await scene.House.SignIn(Role.Moderator);
        using (var found = await moderator.GetAsync($"/desk/replies/rules?story={Uri.EscapeDataString("https://meridian.example" + scene.Story.Path)}"))
            Assert.Equal($"/desk/replies/rules?scope=story:{scene.Story.Key}", found.Headers.Location!.OriginalString);
        using var none = await moderator.GetAsync("/desk/replies/rules?story=00000000");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.StatusCode);
        Assert.Contains("There is no story at that address", (await ReplyScene.Page(none)).QuerySelector("#story-problem")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>An older, shorter cool-down of one story doesn't keep it out of one of the whole site.</summary>
    [Fact]
    public async Task The_longest_cool_down_counts_and_not_the_narrowest()
    {
        await using var scene = await ReplyScene.Open();
        using var moderator = await scene.House.SignIn(Role.Moderator);
        var story = DiscussionRule.OfStory(scene.Story.Key);
        await Set(moderator, story, 0, ("mode", "Open"), ("cool", "5"));
        scene.House.Clock.Advance(TimeSpan.FromMinutes(6));
        using (var open = await scene.Send()) Assert.Contains("#reply-", open.Headers.Location!.OriginalString, StringComparison.Ordinal); // its own is over
        await Set(moderator, DiscussionRule.Site, 0, ("cool", "60"));
        Assert.EndsWith("the site", (await InForce(moderator, story))[4], StringComparison.Ordinal);
        var reply = await scene.Receive(("text", "The lamps on the outer mole are lit again."));
        Assert.Equal((ReplyState.Held, "cool-down"), (reply.State, reply.HeldBy));
        scene.House.Clock.Advance(TimeSpan.FromMinutes(60));
        using var after = await scene.Send(("text", "An hour later the harbour is open again."));
        Assert.Contains("#reply-", after.Headers.Location!.OriginalString, StringComparison.Ordinal);
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
