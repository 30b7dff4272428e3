using Dateline.Browser.Tests.House;
using Dateline.Foundation.Markup;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Layout.Languages;
using Dateline.Replies;
using Dateline.Replies.Moderation;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Dateline.Browser.Tests.Journeys;

public class ModeratorTests(Chromium chromium)
{
    private static async Task<List<Guid>> Hold(Newsroom room, Story story, int from, int count)
    {
        var vault = room.House.App.Services.GetRequiredService<AddressVault>();
        var start = TimeProvider.System.Now().AddHours(-2);
        var ids = Enumerable.Range(from, count).Select(number => Guid.CreateVersion7(start.AddSeconds(number))).ToList();
        await room.House.Write((db, _) =>
        {
            db.AddRange(ids.Select((id, at) => new Reply
            {
                Id = id,
                Path = ThreadPath.Of(null, id),
                StoryId = story.Id,
                StoryKey = story.Key,
                Edition = story.Edition,
                Name = $"Reader {from + at}",
                EmailCipher = vault.Hide("reader@readers.example"),
                Body = Body.Plain($"Letter number {from + at} to the editor."),
                SubmittedAt = start.AddSeconds(from + at),
            }));
            db.Journal.Add(new ReplyReceived(ids[^1]));
            return Task.CompletedTask;
        });
        return ids;
    }

    private static async Task<Dictionary<ReplyState, int>> States(Newsroom room)
    {
        await using var db = room.House.OpenDb();
        return await db.Set<Reply>().GroupBy(reply => reply.State).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count);
    }

    [Fact]
    public async Task A_moderator_clears_fifty_by_keyboard_and_nothing_moves_under_the_eye()
    {
        await using var room = await Newsroom.Open();
        var story = await room.Publish("Ferries sail again after the storm", "The first ferry left at noon.");
        await Hold(room, story, 1, 50);
        await using var moderator = await (await chromium.Visit(room.House)).SignIn(Role.Moderator);
        var (page, keys) = (moderator.Page, moderator.Page.Keyboard);
        await moderator.GoTo("/desk/replies");
        var rows = page.Locator("[data-row]");
        await Assertions.Expect(rows).ToHaveCountAsync(50);
        await Assertions.Expect(page.Locator("[data-live]")).ToHaveAttributeAsync("data-state", "live");

        // No row has been gone to: a key that decides does nothing.
        await keys.PressAsync("a");
        await Assertions.Expect(rows).ToHaveCountAsync(50);

        await keys.PressAsync("j");
        await Assertions.Expect(rows.First).ToBeFocusedAsync();
        for (var number = 1; number <= 50; number++)
        {
            await Assertions.Expect(page.Locator("[data-row]:focus h2")).ToHaveTextAsync($"Reader {number}");
            if (number == 30)
            {
                // Three more come while one reads: they wait to be let in.
                await Hold(room, story, 51, 3);
                await Assertions.Expect(page.Locator("[data-more] button")).ToHaveTextAsync("3 more replies came");
                await Assertions.Expect(page.Locator("[data-row]:focus h2")).ToHaveTextAsync("Reader 30");
            }
            if (number % 10 == 0)
            {
                await keys.PressAsync("r");
                await Assertions.Expect(page.Locator("[data-row]:focus .grounds")).ToHaveAttributeAsync("open", "");
                await keys.PressAsync("2");
            }
            else
            {
                await keys.PressAsync(number % 7 == 0 ? "s" : "a");
            }
            if (number < 50) await Assertions.Expect(page.Locator($"h2 bdi:text-is('Reader {number}')")).ToHaveCountAsync(0);
        }
        await Assertions.Expect(page.Locator("h2 bdi:text-is('Reader 50')")).ToHaveCountAsync(0);
        var states = await States(room);
        Assert.Equal((38, 5, 7, 3), (states[ReplyState.Published], states[ReplyState.Rejected], states[ReplyState.Spam], states[ReplyState.Held]));

        await keys.PressAsync("u");
        await Assertions.Expect(page.Locator("h2 bdi:text-is('Reader 50')")).ToHaveCountAsync(1);
        Assert.Equal(4, (await States(room))[ReplyState.Held]);

        // The rest together.
        if (await page.Locator("[data-more] button").CountAsync() > 0) await keys.PressAsync("n");
        await Assertions.Expect(rows).ToHaveCountAsync(4);
        await keys.PressAsync("*");
        await keys.PressAsync("a");
        await Assertions.Expect(rows).ToHaveCountAsync(0);
        Assert.False((await States(room)).ContainsKey(ReplyState.Held));
        moderator.AssertQuiet();
    }

    [Fact]
    public async Task A_moderator_with_a_Persian_keyboard_decides_by_the_places_of_its_keys()
    {
        await using var room = await Newsroom.Open();
        var story = await room.Publish("Ferries sail again after the storm", "The first ferry left at noon.");
        await Hold(room, story, 1, 3);
        await using var moderator = await (await chromium.Visit(room.House)).SignIn(Role.Moderator);
        var page = moderator.Page;
        await moderator.GoTo("/desk/replies");
        var rows = page.Locator("[data-row]");
        await Assertions.Expect(rows).ToHaveCountAsync(3);
        await Assertions.Expect(page.Locator("[data-live]")).ToHaveAttributeAsync("data-state", "live");

        await Press("ت", "KeyJ");
        await Assertions.Expect(rows.First).ToBeFocusedAsync();
        await Press("ش", "KeyA");
        await Assertions.Expect(rows).ToHaveCountAsync(2);
        await Press("ق", "KeyR");
        await Assertions.Expect(page.Locator("[data-row]:focus .grounds")).ToHaveAttributeAsync("open", "");
        await Press("۲", "Digit2");
        await Assertions.Expect(rows).ToHaveCountAsync(1);
        await Press("؟", "Slash", shift: true);
        await Assertions.Expect(page.Locator("details.keys")).ToHaveAttributeAsync("open", "");
        var states = await States(room);
        Assert.Equal((1, 1, 1), (states[ReplyState.Published], states[ReplyState.Rejected], states[ReplyState.Held]));

        Task Press(string key, string code, bool shift = false) => page.EvaluateAsync(
            "([key, code, shiftKey]) => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, code, shiftKey, bubbles: true, cancelable: true }))", new object[] { key, code, shift });
    }

    [Fact]
    public async Task A_Persian_queue_counts_and_tells_in_Persian()
    {
        await using var room = await Newsroom.Open();
        var story = await room.Publish("Ferries sail again after the storm", "The first ferry left at noon.");
        await Hold(room, story, 1, 2);
        await using var moderator = await (await chromium.Visit(room.House)).SignIn(Role.Moderator);
        var page = moderator.Page;
        await moderator.GoTo("/desk/me");
        await page.Locator("#language").SelectOptionAsync("fa");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the language" }).ClickAsync();
        await moderator.GoTo("/desk/replies");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("دیدگاه‌های منتظر ۲");
        await Assertions.Expect(page.Locator("[data-live]")).ToHaveAttributeAsync("data-state", "live");
        await Hold(room, story, 3, 3);
        await Assertions.Expect(page.Locator("[data-more] button")).ToHaveTextAsync("۳ دیدگاه دیگر رسید");
        await page.GetByRole(AriaRole.Button, new() { Name = "تأیید" }).First.ClickAsync();
        await Assertions.Expect(page.Locator("[data-news]")).ToContainTextAsync("تأیید شد");
        moderator.AssertQuiet();
    }

    [Fact]
    public async Task Who_has_cleared_the_queue_sees_no_more_waiting_anywhere_and_stands_where_else_somebody_waits()
    {
        await using var room = await Newsroom.Open();
        var story = await room.Publish("Ferries sail again after the storm", "The first ferry left at noon.", replies: 1);
        await Hold(room, story, 1, 3);
        await room.House.Write(async (db, stop) =>
        {
            var reported = await db.Set<Reply>().Where(reply => reply.State == ReplyState.Published).Select(reply => reply.Id).SingleAsync(stop);
            db.Add(new ReplyReport { Id = Guid.CreateVersion7(), ReplyId = reported, Reason = "insult", ReporterKey = "r", At = TimeProvider.System.Now() });
        });
        await using var moderator = await (await chromium.Visit(room.House)).SignIn(Role.Moderator);
        var (page, keys) = (moderator.Page, moderator.Page.Keyboard);
        await moderator.GoTo("/desk/replies");
        var tab = page.Locator("nav.tabs a").First;
        await Assertions.Expect(tab).ToHaveTextAsync("Waiting 3");
        await Assertions.Expect(page.Locator("[data-mark-all]")).ToBeVisibleAsync();
        await keys.PressAsync("j");
        await keys.PressAsync("a");
        await Assertions.Expect(tab).ToHaveTextAsync("Waiting 2");
        await Assertions.Expect(page.Locator(".places li").Nth(0)).ToHaveTextAsync("Queue 2"); // as many as the tab says, and beside it what else waits
        await Assertions.Expect(page.Locator(".places li").Nth(1)).ToHaveTextAsync("Reports 1");
        await keys.PressAsync("a");
        await Assertions.Expect(tab).ToHaveTextAsync("Waiting 1");
        await Assertions.Expect(page.Locator("[data-mark-all]")).ToBeHiddenAsync(); // to mark one is no use
        await keys.PressAsync("s");

        await Assertions.Expect(tab).ToHaveTextAsync("Waiting");
        var through = page.Locator("[data-empty]");
        await Assertions.Expect(through).ToBeFocusedAsync();
        await Assertions.Expect(through).ToHaveTextAsync("Nothing is waiting. 1 report");
        await keys.PressAsync("Tab");
        await Assertions.Expect(through.GetByRole(AriaRole.Link, new() { Name = "1 report" })).ToBeFocusedAsync();

        // The last decision is undone from there, too; and what comes in is no longer nothing.
        await keys.PressAsync("u");
        await Assertions.Expect(page.Locator("[data-row]:focus h2")).ToHaveTextAsync("Reader 3");
        await Assertions.Expect(through).ToBeHiddenAsync();
        await keys.PressAsync("a");
        await Assertions.Expect(through).ToBeFocusedAsync();
        await Hold(room, story, 4, 2);
        await Assertions.Expect(page.Locator("[data-more] button")).ToHaveTextAsync("2 more replies came");
        await Assertions.Expect(through).ToBeHiddenAsync();
        await keys.PressAsync("n");
        await Assertions.Expect(page.Locator("[data-mark-all]")).ToBeVisibleAsync();
        moderator.AssertQuiet();
    }

    [Fact]
    public async Task Appeals_are_answered_by_key()
    {
        await using var room = await Newsroom.Open();
        var story = await room.Publish("Ferries sail again after the storm", "The first ferry left at noon.");
        var reply = (await Hold(room, story, 1, 1))[0];
        await room.House.Write(async (db, stop) =>
        {
            await DecideReplies.Perform(db, [new SeenReply(reply, 0)], ReplyState.Held, ReplyState.Rejected, "insult", new Editor(Guid.CreateVersion7(), "Omid", Role.Moderator), TimeProvider.System.Now(), stop);
            db.Add(new Appeal { Id = Guid.CreateVersion7(), ReplyId = reply, DecisionId = db.ChangeTracker.Entries<ReplyDecision>().Single().Entity.Id, Words = "It was no insult.", At = TimeProvider.System.Now() });
        });
        await using var moderator = await (await chromium.Visit(room.House)).SignIn(Role.Moderator);
        var (page, keys) = (moderator.Page, moderator.Page.Keyboard);
        await moderator.GoTo("/desk/replies/appeals");
        await keys.PressAsync("j");
        await Assertions.Expect(page.Locator("[data-row]").First).ToBeFocusedAsync();
        await keys.PressAsync("a"); // without an answer nothing is sent: one is led to its field
        await Assertions.Expect(page.GetByLabel("Answer to the writer")).ToBeFocusedAsync();
        await keys.PressAsync("Escape");
        await Assertions.Expect(page.Locator("[data-row]").First).ToBeFocusedAsync();
        await keys.PressAsync("w");
        await keys.TypeAsync("You are right, as readers are.");
        await Assertions.Expect(page.GetByLabel("Answer to the writer")).ToHaveValueAsync("You are right, as readers are.");
        await keys.PressAsync("Escape");
        await moderator.Press(_ => keys.PressAsync("a"));
        await Assertions.Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Published." })).ToBeVisibleAsync();
        Assert.Equal(1, (await States(room))[ReplyState.Published]);
        moderator.AssertQuiet();
    }

    [Fact]
    public async Task What_a_writer_quotes_is_told_from_their_own_words_wherever_a_moderator_reads_it()
    {
        await using var room = await Newsroom.Open();
        var story = await room.Publish("Ferries sail again after the storm", "The first ferry left at noon.");
        var ids = await Hold(room, story, 1, 3);
        var body = new ReplyForm("Reader", "reader@readers.example", "", "> You are all fools.\n\nThis is no way to talk.", "").Check(Wording.Of("en")).Reply!.Body;
        await room.House.Write(async (db, stop) =>
        {
            foreach (var reply in await db.Set<Reply>().AsTracking().ToListAsync(stop)) reply.Body = body;
            await DecideReplies.Perform(db, [new SeenReply(ids[1], 0)], ReplyState.Held, ReplyState.Published, null, new Editor(Guid.CreateVersion7(), "Omid", Role.Moderator), TimeProvider.System.Now(), stop);
            db.Add(new ReplyReport { Id = Guid.CreateVersion7(), ReplyId = ids[1], Reason = "insult", ReporterKey = "r", At = TimeProvider.System.Now() });
            db.Add(new Appeal { Id = Guid.CreateVersion7(), ReplyId = ids[2], Words = "I quote only.", At = TimeProvider.System.Now() });
        });
        await using var moderator = await (await chromium.Visit(room.House)).SignIn(Role.Moderator);
        foreach (var path in new[] { "/desk/replies", "/desk/replies/reports", "/desk/replies/appeals", $"/desk/replies/{ids[0]}/history", $"/desk/replies/{ids[1]}/answer" })
        {
            await moderator.GoTo(path);
            var quote = moderator.Page.Locator("blockquote:not(:has(blockquote))").Filter(new() { HasText = "You are all fools." }).First;
            Assert.True(await quote.EvaluateAsync<bool>("it => parseFloat(getComputedStyle(it).borderInlineStartWidth) >= 2 && parseFloat(getComputedStyle(it).paddingInlineStart) > 8"), path);
        }
        await moderator.GoTo($"/desk/replies/{ids[1]}/ban");
        await Assertions.Expect(moderator.Page.Locator(".panel-text")).ToHaveTextAsync("“You are all fools.” This is no way to talk.");
        moderator.AssertQuiet();
    }

    [Fact]
    public async Task Of_two_moderators_the_slower_sees_at_once_what_the_other_did()
    {
        await using var room = await Newsroom.Open();
        var story = await room.Publish("Ferries sail again after the storm", "The first ferry left at noon.");
        await Hold(room, story, 1, 3);
        await using var quick = await (await chromium.Visit(room.House)).SignIn(Role.Moderator);
        await using var slow = await (await chromium.Visit(room.House)).SignIn(Role.Editor);
        await slow.GoTo("/desk/replies");
        await Assertions.Expect(slow.Page.Locator("[data-live]")).ToHaveAttributeAsync("data-state", "live");
        await quick.GoTo("/desk/replies");
        await quick.Page.Keyboard.PressAsync("j");
        await quick.Page.Keyboard.PressAsync("a");
        var gone = slow.Page.Locator("[data-row].gone");
        await Assertions.Expect(gone).ToHaveCountAsync(1);
        await Assertions.Expect(gone).ToContainTextAsync("Decided on by somebody else meanwhile.");
        await Assertions.Expect(slow.Page.Locator("[data-row]")).ToHaveCountAsync(3); // it stays in its place
        slow.AssertQuiet();
        quick.AssertQuiet();
    }
}
