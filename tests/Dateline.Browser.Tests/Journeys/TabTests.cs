using Dateline.Browser.Tests.House;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Markup;
using Dateline.Foundation.Storage;
using Dateline.Replies;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Dateline.Browser.Tests.Journeys;

/// <summary>Over HTTP/1.1 a browser has six connections to us for all its tabs: whoever opens more must not stand before a closed door.</summary>
public class TabTests(Chromium chromium)
{
    private const int Tabs = 9;

    [Fact]
    public async Task A_reader_with_nine_tabs_at_the_discussion_reads_on_and_is_told_what_came_meanwhile()
    {
        await using var room = await Newsroom.Open();
        var story = await room.Publish("Ferries sail again after the storm", "The first ferry left at noon.", replies: 3);
        await using var reader = await chromium.Visit(room.House);
        var tabs = new List<IPage>();
        for (var number = 0; number < Tabs; number++)
        {
            var tab = number == 0 ? reader.Page : await reader.Page.Context.NewPageAsync();
            await tab.RunAndWaitForRequestAsync(async () =>
            {
                await tab.GotoAsync(story.Path);
                await tab.Locator("#replies").ScrollIntoViewIfNeededAsync();
            }, request => request.Url.Contains("/reply/stream/", StringComparison.Ordinal));
            await tab.Hide();
            tabs.Add(tab);
        }

        // While nobody looked, a reply became public: whoever comes back is told, and hears of the next at once.
        await Publish(room, story, "Late Reader");
        await tabs[0].Show();
        await Assertions.Expect(tabs[0].Locator(".new-replies")).ToHaveTextAsync("1 new reply");
        await Publish(room, story, "Later Reader");
        await Assertions.Expect(tabs[0].Locator(".new-replies")).ToHaveTextAsync("2 new replies");
        await Assertions.Expect(tabs[1].Locator(".new-replies")).ToHaveCountAsync(0);
        reader.AssertQuiet();
    }

    [Fact]
    public async Task A_reply_that_is_taken_down_is_not_counted_as_new_any_more_seen_or_unseen()
    {
        await using var room = await Newsroom.Open();
        var story = await room.Publish("Ferries sail again after the storm", "The first ferry left at noon.", replies: 3);
        await using var reader = await chromium.Visit(room.House);
        var page = reader.Page;
        await page.RunAndWaitForRequestAsync(async () =>
        {
            await page.GotoAsync(story.Path);
            await page.Locator("#replies").ScrollIntoViewIfNeededAsync();
        }, request => request.Url.Contains("/reply/stream/", StringComparison.Ordinal));
        var first = await Publish(room, story, "Late Reader");
        await Assertions.Expect(page.Locator(".new-replies")).ToHaveTextAsync("1 new reply");
        var second = await Publish(room, story, "Later Reader");
        await Assertions.Expect(page.Locator(".new-replies")).ToHaveTextAsync("2 new replies");
        await TakeDown(room, first);
        await Assertions.Expect(page.Locator(".new-replies")).ToHaveTextAsync("1 new reply");
        await page.Hide();
        await TakeDown(room, second);
        await page.Show();
        await Assertions.Expect(page.Locator(".new-replies")).ToHaveCountAsync(0);
        reader.AssertQuiet();
    }

    private static Task TakeDown(Newsroom room, Guid id) => room.House.Write(async (db, stop) =>
    {
        var reply = await db.Replies.AsTracking().SingleAsync(one => one.Id == id, stop);
        reply.State = ReplyState.Rejected;
        db.Journal.Add(new ReplyTakenDown(id, reply.StoryKey, reply.Edition));
    });

    [Fact]
    public async Task A_story_whose_discussion_is_out_of_sight_holds_no_connection()
    {
        await using var room = await Newsroom.Open();
        var story = await room.Publish("Ferries sail again after the storm", string.Join(' ', Enumerable.Repeat("The first ferry left at noon with all who had waited.", 400)));
        await using var reader = await chromium.Visit(room.House);
        var streams = new List<string>();
        reader.Page.Request += (_, request) =>
        {
            if (request.Url.Contains("/reply/stream/", StringComparison.Ordinal)) streams.Add(request.Url);
        };
        await reader.GoTo(story.Path);
        await reader.Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        Assert.Empty(streams);
        await reader.Page.RunAndWaitForRequestAsync(() => reader.Page.Locator("#replies").ScrollIntoViewIfNeededAsync(), request => request.Url.Contains("/reply/stream/", StringComparison.Ordinal));
        reader.AssertQuiet();
    }

    [Theory]
    [InlineData("/desk/inbox")]
    [InlineData("/desk/replies")]
    public async Task Somebody_at_the_desk_with_nine_tabs_works_on(string path)
    {
        await using var room = await Newsroom.Open();
        await using var editor = await (await chromium.Visit(room.House)).SignIn(People.Role.Editor);
        var tabs = new List<IPage>();
        for (var number = 0; number < Tabs; number++)
        {
            var tab = number == 0 ? editor.Page : await editor.Page.Context.NewPageAsync();
            await tab.GotoAsync(path);
            await Assertions.Expect(tab.Locator("[data-live]")).ToHaveAttributeAsync("data-state", "live");
            await tab.Hide();
            tabs.Add(tab);
        }
        await tabs[0].RunAndWaitForRequestAsync(() => tabs[0].Show(), request => request.Url.Contains("/stream", StringComparison.Ordinal));
        editor.AssertQuiet();
    }

    private static async Task<Guid> Publish(Newsroom room, Story story, string name)
    {
        var vault = room.House.App.Services.GetRequiredService<AddressVault>();
        var (id, now) = (Guid.CreateVersion7(), TimeProvider.System.Now());
        await room.House.Write((db, _) =>
        {
            db.Add(new Reply
            {
                Id = id,
                Path = ThreadPath.Of(null, id),
                StoryId = story.Id,
                StoryKey = story.Key,
                Edition = story.Edition,
                Name = name,
                EmailCipher = vault.Hide("late@readers.example"),
                Body = Body.Plain("A letter that came late."),
                State = ReplyState.Published,
                SubmittedAt = now,
                PublishedAt = now,
            });
            db.Journal.Add(new ReplyPublished(id, story.Key, story.Edition));
            return Task.CompletedTask;
        });
        return id;
    }
}
