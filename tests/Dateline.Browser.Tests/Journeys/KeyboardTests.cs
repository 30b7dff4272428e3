using System.Text.Json;
using Dateline.Browser.Tests.House;
using Dateline.Replies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Dateline.Browser.Tests.Journeys;

public class KeyboardTests(Chromium chromium, DemoHouse demos)
{
    /// <summary>Where the focus is: what it is on, whether one sees it, and whether a ring stands around it.</summary>
    private const string Focus = """
        () => {
          const it = document.activeElement;
          const box = it.getBoundingClientRect();
          const style = getComputedStyle(it);
          return {
            what: `${it.localName}${it.id ? '#' + it.id : ''} ${it.textContent.trim().slice(0, 40)}`,
            id: it.id,
            href: it.getAttribute('href') ?? '',
            headline: it.closest('.headline') !== null && !it.matches('.credit'),
            within: it.closest('main') !== null,
            seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth,
            ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
          };
        }
        """;

    [Fact]
    public async Task A_reader_gets_from_the_skip_link_to_a_story_and_its_reply_form_by_key()
    {
        var demo = await demos.Open(chromium);
        await using var reader = await chromium.Visit(demo.House);
        var keys = reader.Page.Keyboard;

        await reader.GoTo("/en");
        await keys.PressAsync("Tab");
        await Assertions.Expect(reader.Page.GetByRole(AriaRole.Link, new() { Name = "Skip to the text" })).ToBeFocusedAsync();
        await Assertions.Expect(reader.Page.GetByRole(AriaRole.Link, new() { Name = "Skip to the text" })).ToBeInViewportAsync();
        await keys.PressAsync("Enter");
        var first = await Step(reader);
        Assert.True(first.GetProperty("within").GetBoolean(), $"The skip link leads past the masthead, not to {first.GetProperty("what")}");

        var story = await Until(reader, at => at.GetProperty("headline").GetBoolean());
        await keys.PressAsync("Enter");
        await Assertions.Expect(reader.Page).ToHaveURLAsync(reader.House.Address + story.GetProperty("href").GetString());

        await Until(reader, at => at.GetProperty("id").GetString() == "name");
        await keys.TypeAsync("Ingrid");
        var order = new List<string?>();
        for (var step = 0; step < 5; step++) order.Add((await Step(reader)).GetProperty("id").GetString());
        Assert.Equal(["email", "website", "text", "remember", ""], order);
        await Assertions.Expect(reader.Page.GetByRole(AriaRole.Button, new() { Name = "Reply", Exact = true })).ToBeFocusedAsync();
        reader.AssertQuiet();
    }

    [Fact]
    public async Task A_reply_to_a_reader_is_written_sent_and_left_by_key_alone()
    {
        await using var room = await Newsroom.Open();
        var story = await room.Publish("Ferries sail again after the storm", "The first ferry left at noon.", replies: 1);
        await using var reader = await chromium.Visit(room.House);
        var (page, keys) = (reader.Page, reader.Page.Keyboard);
        await reader.GoTo(story.Path);
        await Until(reader, at => at.GetProperty("what").GetString() == "a Reply to Reader 1");
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".letter #text")).ToBeFocusedAsync();
        await keys.TypeAsync("My father was a deck officer.");
        foreach (var field in new[] { "website", "email", "name" })
        {
            await keys.PressAsync("Shift+Tab");
            await Assertions.Expect(page.Locator("#" + field)).ToBeFocusedAsync();
        }
        await keys.TypeAsync("Ingrid");
        await keys.PressAsync("Tab");
        await keys.TypeAsync("ingrid.private@tidewater.example");
        for (var step = 0; step < 4; step++) await Step(reader);
        await Assertions.Expect(page.Locator(".letter .reply-form button[type=submit]")).ToBeFocusedAsync();
        await reader.Press(_ => keys.PressAsync("Enter"));
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Held for moderation" })).ToBeVisibleAsync();
        await using (var db = room.House.OpenDb())
        {
            var sent = await db.Set<Reply>().SingleAsync(reply => reply.State == ReplyState.Held);
            Assert.Equal(("Ingrid", "Reader 1"), (sent.Name, await db.Set<Reply>().Where(reply => reply.Id == sent.ParentId).Select(reply => reply.Name).SingleAsync()));
        }

        await Until(reader, at => at.GetProperty("what").GetString()!.StartsWith("a Back to the story", StringComparison.Ordinal));
        await reader.Press(_ => keys.PressAsync("Enter"), "GET");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "1 reply" })).ToBeVisibleAsync();
        reader.AssertQuiet();
    }

    [Fact]
    public async Task At_the_desk_each_key_does_what_its_button_says_and_none_while_one_writes()
    {
        var demo = await demos.Open(chromium);
        await using var editor = await chromium.Visit(demo.House, signedIn: demo.SignedIn);
        var (page, keys) = (editor.Page, editor.Page.Keyboard);
        await editor.GoTo("/desk/inbox");
        await keys.PressAsync("j");
        await Assertions.Expect(page.Locator("[data-row] a").First).ToBeFocusedAsync();
        await keys.PressAsync("j");
        await Assertions.Expect(page.Locator("[data-row] a").Nth(1)).ToBeFocusedAsync();
        await keys.PressAsync("k");
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-row] a").First).ToHaveAttributeAsync("aria-current", "true");
        await Assertions.Expect(page.Locator("#panel h2")).ToBeVisibleAsync();
        await keys.PressAsync("/");
        await Assertions.Expect(page.GetByLabel("Words")).ToBeFocusedAsync();
        await keys.TypeAsync("p x j n");
        await Assertions.Expect(page.GetByLabel("Words")).ToHaveValueAsync("p x j n");
        Assert.StartsWith("/desk/inbox/", editor.Path, StringComparison.Ordinal);

        // What says the keys lies over the buttons: it goes by Escape, and by a press beside it.
        await keys.PressAsync("Escape");
        var said = page.Locator(".keys > dl");
        foreach (var away in (Func<Task>[])[() => keys.PressAsync("Escape"), () => page.Locator(".pane-head h2").ClickAsync()])
        {
            await keys.PressAsync("?");
            await Assertions.Expect(said).ToBeVisibleAsync();
            await away();
            await Assertions.Expect(said).ToBeHiddenAsync();
        }
        editor.AssertQuiet();
    }

    private static async Task<JsonElement> Until(Visitor reader, Func<JsonElement, bool> reached)
    {
        for (var step = 0; step < 150; step++)
            if (await Step(reader) is var at && reached(at)) return at;
        Assert.Fail("Tab leads past it");
        return default;
    }

    private static async Task<JsonElement> Step(Visitor reader)
    {
        await reader.Page.Keyboard.PressAsync("Tab");
        var at = await reader.Page.EvaluateAsync<JsonElement>(Focus);
        Assert.True(at.GetProperty("seen").GetBoolean(), $"The focus is out of sight: {at}");
        Assert.True(at.GetProperty("ring").GetBoolean(), $"No ring shows the focus: {at}");
        return at;
    }
}
