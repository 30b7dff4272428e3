using Dateline.Browser.Tests.House;
using Microsoft.Playwright;

namespace Dateline.Browser.Tests.Journeys;

/// <summary>What an editor does to a published story by key, and what readers then see.</summary>
public class StoryLifeTests(Chromium chromium)
{
    [Fact]
    public async Task A_correction_goes_out_with_its_note()
    {
        await using var room = await Newsroom.Open();
        var story = await room.Publish("Seven ships enter the strait", "Seven ships entered the strait at dawn.");
        await using var reader = await chromium.Visit(room.House);
        await reader.GoTo(story.Path); // the page is in the cache before the correction
        await using var editor = await (await chromium.Visit(room.House)).SignIn(People.Role.Editor);
        var (page, keys) = (editor.Page, editor.Page.Keyboard);

        await editor.GoTo($"/desk/stories/{story.Id}");
        await page.GetByLabel("Headline").FillAsync("Eleven ships enter the strait");
        await page.GetByLabel("Text", new() { Exact = true }).FillAsync("Eleven ships entered the strait at dawn.");
        await page.GetByText("Correct…").FocusAsync();
        await keys.PressAsync("Enter");
        await keys.PressAsync("Tab");
        await keys.TypeAsync("There were eleven ships, not seven.");
        await keys.PressAsync("Tab");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Publish correction" })).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("The correction is public.")).ToBeVisibleAsync();
        editor.AssertQuiet();

        // The old address leads to the story with its new headline.
        await reader.GoTo(story.Path);
        await Assertions.Expect(reader.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Harbour Wire/ Eleven ships enter the strait");
        var note = reader.Page.GetByRole(AriaRole.Region, new() { Name = "Correction" });
        await Assertions.Expect(note).ToContainTextAsync("There were eleven ships, not seven.");
        await Assertions.Expect(note.Locator("time")).ToBeVisibleAsync();
        await Assertions.Expect(reader.Page.Locator(".story-meta")).ToContainTextAsync("Updated");
        reader.AssertQuiet();
    }

    [Fact]
    public async Task A_killed_story_answers_with_a_notice_and_is_nowhere_else()
    {
        await using var room = await Newsroom.Open();
        var story = await room.Publish("Bridge collapses at Ardal", "The bridge at Ardal collapsed.");
        var other = await room.Publish("Night train returns to the bridge", "The night train is back.");
        var lists = new[] { "/en", "/en/topic/sea", "/en/source/harbour-wire", "/en/search?q=bridge" };
        await using var reader = await chromium.Visit(room.House);
        foreach (var list in lists.Append(story.Path))
        {
            await reader.GoTo(list);
            await Assertions.Expect(reader.Page.Locator("main").GetByText("Bridge collapses at Ardal").First).ToBeVisibleAsync();
        }
        await using var editor = await (await chromium.Visit(room.House)).SignIn(People.Role.Editor);
        var (page, keys) = (editor.Page, editor.Page.Keyboard);

        await editor.GoTo($"/desk/stories/{story.Id}");
        await page.GetByText("Kill…").FocusAsync();
        await keys.PressAsync("Enter");
        await keys.PressAsync("Tab");
        await keys.TypeAsync("No bridge has collapsed.");
        await keys.PressAsync("Tab");
        await keys.PressAsync("Space");
        await keys.PressAsync("Tab");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Kill story" })).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("The story is killed: it’s gone from every page and feed.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("Headline")).Not.ToBeEditableAsync();
        editor.AssertQuiet();

        await reader.GoTo(story.Path, 410);
        await Assertions.Expect(reader.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("This story has been withdrawn");
        await Assertions.Expect(reader.Page.Locator(".reply-form")).ToHaveCountAsync(0);
        foreach (var list in lists)
        {
            await reader.GoTo(list);
            var text = await reader.Page.Locator("main").InnerTextAsync();
            Assert.DoesNotContain("Ardal", text, StringComparison.Ordinal);
            Assert.Contains("Night train returns", text, StringComparison.Ordinal);
        }
        foreach (var feed in new[] { "/en/feed.rss", "/en/feed.atom", "/en/feed.json", "/en/topic/sea/feed.rss", "/en/source/harbour-wire/feed.json", "/sitemap/news.xml" })
        {
            var source = await (await reader.Page.APIRequest.GetAsync(room.House.Address + feed)).TextAsync();
            Assert.DoesNotContain("Bridge collapses", source, StringComparison.Ordinal);
            Assert.Contains(other.Key, source, StringComparison.Ordinal);
        }
        reader.AssertQuiet();
    }

    [Fact]
    public async Task Two_editors_meet_and_neither_text_is_lost()
    {
        await using var room = await Newsroom.Open();
        var story = await room.Publish("Port reopens", "The port is open.");
        await using var jonas = await (await chromium.Visit(room.House)).SignIn(People.Role.Editor, "Jonas Weld");
        await using var leila = await (await chromium.Visit(room.House)).SignIn(People.Role.Editor, "Leila Moradi");
        await jonas.GoTo($"/desk/stories/{story.Id}");
        await leila.GoTo($"/desk/stories/{story.Id}");

        await jonas.Page.GetByLabel("Headline").FillAsync("Port reopens after nine days");
        await jonas.Page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(jonas.Page.GetByText("Saved.", new() { Exact = true })).ToBeVisibleAsync();

        await leila.Page.GetByLabel("Text", new() { Exact = true }).FillAsync("The port is open again, the master said.");
        leila.ExpectRefusal($"/desk/stories/{story.Id}");
        await leila.Page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(leila.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Jonas Weld was quicker: both texts are kept");
        await Assertions.Expect(leila.Page.GetByRole(AriaRole.Region, new() { Name = "Yours" })).ToContainTextAsync("The port is open again, the master said.");
        await Assertions.Expect(leila.Page.GetByRole(AriaRole.Region, new() { Name = "Jonas Weld’s" })).ToContainTextAsync("Port reopens after nine days");

        await leila.Page.Keyboard.PressAsync("1");
        await Assertions.Expect(leila.Page.GetByText("Saved.", new() { Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(leila.Page.GetByLabel("Text", new() { Exact = true })).ToHaveValueAsync("The port is open again, the master said.");

        // What Jonas wrote is the version before, and can be put back.
        await leila.Page.GetByRole(AriaRole.Region, new() { Name = "Earlier texts" }).GetByRole(AriaRole.Link).First.ClickAsync();
        await Assertions.Expect(leila.Page.Locator("main")).ToContainTextAsync("Port reopens after nine days");
        leila.AssertQuiet();
        jonas.AssertQuiet();
    }
}
