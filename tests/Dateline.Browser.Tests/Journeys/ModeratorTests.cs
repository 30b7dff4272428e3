using Dateline.Browser.Tests.House;
using Dateline.Foundation.Markup;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Replies;
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
