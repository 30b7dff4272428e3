using Dateline.Browser.Tests.House;
using Microsoft.Playwright;

namespace Dateline.Browser.Tests.Journeys;

public class DraftTests(Chromium chromium)
{
    private const string ToTheStory = "The harbour master should be thanked.";
    private const string ToTheReader = "You forget the pilots.";

    [Fact]
    public async Task Each_place_keeps_its_own_words_and_those_not_sent_are_told_of()
    {
        await using var room = await Newsroom.Open();
        var story = await room.Publish("Ferries sail again after the storm", "The first ferry left at noon.", replies: 2);
        await using var reader = await chromium.Visit(room.House);
        var page = reader.Page;
        var text = page.Locator("#text");
        await reader.GoTo(story.Path);
        await text.FillAsync(ToTheStory);

        // To the reader goes what was written to them, and nothing else.
        await page.GetByRole(AriaRole.Link, new() { Name = "Reply to Reader 1" }).ClickAsync();
        await Assertions.Expect(text).ToHaveValueAsync("");
        await text.FillAsync(ToTheReader);
        var cancel = page.GetByRole(AriaRole.Button, new() { Name = "Cancel" });
        Assert.NotEqual(await Ground(page.Locator(".reply-form button[type=submit]")), await Ground(cancel)); // one button is the one to press
        await cancel.ClickAsync();
        await Assertions.Expect(text).ToHaveValueAsync(ToTheStory);
        await text.PressSequentiallyAsync(" ");

        // Back on the page, both are there, and the one that doesn't show is named.
        await reader.GoTo(story.Path);
        await Assertions.Expect(text).ToHaveValueAsync(ToTheStory + " ");
        var begun = page.Locator(".letter-draft");
        await Assertions.Expect(begun).ToContainTextAsync("You began an answer");
        await begun.GetByRole(AriaRole.Link, new() { Name = ToTheReader }).ClickAsync();
        await Assertions.Expect(text).ToBeFocusedAsync();
        await Assertions.Expect(text).ToHaveValueAsync(ToTheReader);
        await Assertions.Expect(page.Locator(".letter .reply-form .letter-answer")).ToHaveTextAsync("Reply to Reader 1");
        await Assertions.Expect(begun).ToHaveCountAsync(0);
        reader.AssertQuiet();
    }

    private static Task<string> Ground(ILocator button) => button.EvaluateAsync<string>("it => getComputedStyle(it).backgroundColor");
}
