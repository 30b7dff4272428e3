using Dateline.Browser.Tests.House;
using Dateline.People;
using Microsoft.Playwright;

namespace Dateline.Browser.Tests.Journeys;

/// <summary>What an editor typed and didn't save.</summary>
public class StoryDraftTests(Chromium chromium)
{
    [Fact]
    public async Task Words_that_were_not_saved_are_offered_back_and_forgotten_once_they_are()
    {
        await using var room = await Newsroom.Open();
        var story = await room.Publish("Ferries sail again after the storm", "The first ferry left at noon.", replies: 0);
        await using var leila = await (await chromium.Visit(room.House)).SignIn(Role.Editor);
        var (page, desk) = (leila.Page, $"/desk/stories/{story.Id}");
        var (text, offer) = (page.GetByLabel("Text", new() { Exact = true }), page.Locator(".flash"));
        var urgent = page.Locator("input[name=urgent]");
        await leila.GoTo(desk);
        await Assertions.Expect(offer).ToHaveCountAsync(0);
        await text.FillAsync("The first ferry left at two.");
        await urgent.CheckAsync();
        await Assertions.Expect(page.GetByText("Not saved yet; kept in this browser")).ToBeVisibleAsync();

        // Gone and come again: the page is as it was saved, and what was typed is one press away, also after other words.
        await leila.GoTo(desk);
        await Assertions.Expect(text).ToHaveValueAsync("The first ferry left at noon.\n\nIt was the first time in eleven days.");
        await Assertions.Expect(offer).ToContainTextAsync("wasn’t saved");
        await page.GetByLabel("Standfirst").FillAsync("Ten hours late.");
        await Assertions.Expect(page.GetByText("Not saved yet; kept in this browser")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Put it back" }).ClickAsync();
        await Assertions.Expect(text).ToHaveValueAsync("The first ferry left at two.");
        await Assertions.Expect(urgent).ToBeCheckedAsync();
        await Assertions.Expect(offer).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.GetByText("Saved.", new() { Exact = true })).ToBeVisibleAsync();
        await leila.GoTo(desk);
        await Assertions.Expect(text).ToHaveValueAsync("The first ferry left at two.");
        await Assertions.Expect(offer).ToHaveCountAsync(0);

        // Nothing stays behind for whoever sits here next.
        await text.FillAsync("The first ferry left at three.");
        await Assertions.Expect(page.GetByText("Not saved yet; kept in this browser")).ToBeVisibleAsync();
        await leila.GoTo("/desk/me");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Sign in" })).ToBeVisibleAsync();
        Assert.Equal(0, await page.EvaluateAsync<int>("() => Object.keys(localStorage).length"));
        leila.AssertQuiet();
    }

    [Fact]
    public async Task Words_written_on_a_text_that_was_changed_meanwhile_meet_it_when_they_are_saved()
    {
        await using var room = await Newsroom.Open();
        var story = await room.Publish("Ferries sail again after the storm", "The first ferry left at noon.", replies: 0);
        await using var leila = await (await chromium.Visit(room.House)).SignIn(Role.Editor);
        await using var jonas = await (await chromium.Visit(room.House)).SignIn(Role.Administrator);
        var desk = $"/desk/stories/{story.Id}";
        await leila.GoTo(desk);
        await leila.Page.GetByLabel("Text", new() { Exact = true }).FillAsync("The first ferry left at two.");
        await Assertions.Expect(leila.Page.GetByText("Not saved yet; kept in this browser")).ToBeVisibleAsync();
        await jonas.GoTo(desk);
        await jonas.Page.GetByLabel("Text", new() { Exact = true }).FillAsync("The first ferry left at one.");
        await jonas.Page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(jonas.Page.GetByText("Saved.", new() { Exact = true })).ToBeVisibleAsync();

        await leila.GoTo(desk);
        await Assertions.Expect(leila.Page.Locator(".flash")).ToContainTextAsync("so you will see both when you save");
        await leila.Page.GetByRole(AriaRole.Button, new() { Name = "Put it back" }).ClickAsync();
        leila.ExpectRefusal(desk);
        await leila.Page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(leila.Page.Locator("main")).ToContainTextAsync("The first ferry left at two.");
        await Assertions.Expect(leila.Page.Locator("main")).ToContainTextAsync("The first ferry left at one.");
        leila.AssertQuiet();
        jonas.AssertQuiet();
    }
}
