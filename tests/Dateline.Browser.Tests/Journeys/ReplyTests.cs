using Dateline.Browser.Tests.House;
using Dateline.Replies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Dateline.Browser.Tests.Journeys;

public class ReplyTests(Chromium chromium)
{
    private const string Address = "ingrid.private@tidewater.example";
    private const string Letter = "My father was a deck officer.\n\nHe would have sailed <b>earlier</b>.";

    [Fact]
    public async Task A_reader_on_a_phone_without_script_replies_and_a_moderator_lets_it_in_by_key()
    {
        await using var room = await Newsroom.Open();
        var story = await room.Publish("Ferries sail again after the storm", "The first ferry left at noon.");
        await using var reader = await chromium.Visit(room.House, width: 390, scripts: false);
        var page = reader.Page;

        // Wrong: told field by field, and nothing has to be written twice.
        await reader.GoTo(story.Path);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "0 replies" })).ToBeVisibleAsync();
        await page.GetByLabel("Name").FillAsync("Ingrid Sø");
        await page.GetByLabel("Email").FillAsync("no address");
        await page.GetByLabel("Website").FillAsync("https://tidewater.example/");
        await page.Locator("#text").FillAsync(Letter);
        reader.ExpectRefusal(story.Path + "/reply");
        await page.GetByRole(AriaRole.Button, new() { Name = "Reply", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("email address");
        await Assertions.Expect(page.GetByLabel("Email")).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(page.GetByLabel("Name")).ToHaveValueAsync("Ingrid Sø");
        await Assertions.Expect(page.GetByLabel("Email")).ToHaveValueAsync("no address");
        await Assertions.Expect(page.GetByLabel("Website")).ToHaveValueAsync("https://tidewater.example/");
        await Assertions.Expect(page.Locator("#text")).ToHaveValueAsync(Letter);

        // Right: held, and nobody sees it yet.
        await page.GetByLabel("Email").FillAsync(Address);
        await page.GetByRole(AriaRole.Button, new() { Name = "Reply", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Held for moderation" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Back to the story" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "0 replies" })).ToBeVisibleAsync();

        await Approve(room);

        // There it stands, as text; the address stands nowhere.
        await reader.GoTo(story.Path);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "1 reply" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".letter-text")).ToContainTextAsync("He would have sailed <b>earlier</b>.");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Ingrid Sø", Exact = true })).ToHaveAttributeAsync("rel", "nofollow ugc noopener");
        foreach (var path in new[] { story.Path, story.Path + "/replies.atom", "/en", "/en/search?q=ferries", $"/api/v1/stories/{story.Key}" })
        {
            var answer = await page.APIRequest.GetAsync(room.House.Address + path);
            Assert.True(answer.Ok, $"{path} answered {answer.Status}");
            Assert.DoesNotContain("ingrid.private", await answer.TextAsync(), StringComparison.OrdinalIgnoreCase);
        }
        reader.AssertQuiet();
    }

    [Fact]
    public async Task A_reply_in_Arabic_goes_from_its_form_past_a_moderator_to_the_page()
    {
        await using var room = await Newsroom.Open();
        var story = await room.Publish("العبّارات تعود إلى الإبحار بعد العاصفة", "غادرت أول عبّارة عند الظهر.", "ar");
        await using var reader = await chromium.Visit(room.House, width: 390);
        var page = reader.Page;
        await reader.GoTo(story.Path);
        await page.GetByLabel("الاسم").FillAsync("نوال (٣)");
        await page.GetByLabel("البريد الإلكتروني").FillAsync(Address);
        await page.Locator("#text").FillAsync("> غادرت أول عبّارة عند الظهر.\n\nكان أبي ضابطًا على متن السفن.\n\nMy father was a deck officer.");
        await reader.Press(_ => page.GetByRole(AriaRole.Button, new() { Name = "أرسل التعليق" }).ClickAsync());
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "في انتظار المراجعة" })).ToBeVisibleAsync();
        var own = reader.Path.Split('#')[0]; // where the form was on its page, a browser keeps
        await page.GetByRole(AriaRole.Link, new() { Name = "العودة إلى الخبر" }).ClickAsync();
        await Assertions.Expect(page.Locator("#replies-name")).ToHaveTextAsync("لا تعليقات");

        await Approve(room);

        await reader.GoTo(own);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "تعليقك منشور" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "شاهده في موضعه" }).ClickAsync();
        var letter = page.Locator(".letter");
        await Assertions.Expect(letter).ToBeInViewportAsync();
        await Assertions.Expect(letter.Locator(".letter-name")).ToHaveTextAsync("نوال (٣)");
        // Each paragraph from its own side, and the bar of a quote beside where its words begin.
        Assert.Equal(["rtl", "rtl", "rtl", "ltr"], await letter.Locator(".letter-text").EvaluateAsync<string[]>("it => [...it.querySelectorAll('blockquote, p')].map((one) => getComputedStyle(one).direction)"));

        await reader.GoTo(story.Path);
        await Assertions.Expect(page.Locator("#replies-name")).ToHaveTextAsync("تعليق واحد");
        await Assertions.Expect(page.Locator("a[data-answer]")).ToHaveTextAsync("رُد على نوال (٣)");
        reader.AssertQuiet();
    }

    [Fact]
    public async Task An_answer_is_written_beneath_the_reply_it_answers_sent_from_there_and_seen_there()
    {
        await using var room = await Newsroom.Open();
        var story = await room.Publish("Ferries sail again after the storm", "The first ferry left at noon.", replies: 3);
        await using var reader = await chromium.Visit(room.House);
        var page = reader.Page;
        await reader.GoTo(story.Path);
        await page.GetByRole(AriaRole.Link, new() { Name = "Reply to Reader 2", Exact = true }).ClickAsync();
        var form = page.Locator(".letter:has(.letter-name bdi:text-is('Reader 2')) .reply-form");
        await form.GetByLabel("Name").FillAsync("Ingrid Sø");
        await form.GetByLabel("Email").FillAsync(Address);
        await form.Locator("#text").FillAsync("My father was a deck officer.");
        await reader.Press(_ => form.GetByRole(AriaRole.Button, new() { Name = "Reply", Exact = true }).ClickAsync());
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Held for moderation" })).ToBeVisibleAsync();
        var own = reader.Path.Split('#')[0]; // where the form was on its page, a browser keeps

        await Approve(room);

        await reader.GoTo(own);
        await page.GetByRole(AriaRole.Link, new() { Name = "See it in its place" }).ClickAsync();
        await Assertions.Expect(page.Locator(".deep .letter:has-text('My father was a deck officer.')")).ToBeInViewportAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "All replies to this story" }).Last.ClickAsync();
        await Assertions.Expect(page.Locator(".letters > li:has(.letter-name bdi:text-is('Reader 2')) + li .letter-name")).ToHaveTextAsync("Ingrid Sø");
        await Assertions.Expect(page.Locator(".deep .letter-answer").First).ToHaveTextAsync("In reply to Reader 2");

        // The order's bar begins where all else does, and the words that went are no draft any more.
        var (bar, title) = ((await page.Locator(".sorts ul li").First.BoundingBoxAsync())!.X, (await page.Locator("#replies-name").BoundingBoxAsync())!.X);
        Assert.Equal(title, bar, 1f);
        await page.GetByRole(AriaRole.Link, new() { Name = "Reply to Reader 2", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("#text")).ToHaveValueAsync("");
        reader.AssertQuiet();
    }

    /// <summary>What follows the # is known to the browser alone; where the comment stands, to the server.</summary>
    [Fact]
    public async Task A_link_to_an_old_comment_leads_to_the_page_on_which_it_stands()
    {
        await using var room = await Newsroom.Open();
        var story = await room.Publish("Ferries sail again", "The first ferry left at noon.", replies: 60);
        await room.House.Write(async (db, stop) =>
        {
            foreach (var (reply, at) in (await db.Replies.AsTracking().OrderBy(reply => reply.Path).ToListAsync(stop)).Select((reply, at) => (reply, at))) reply.OldNumber = 901 + at;
        });
        await using var reader = await chromium.Visit(room.House);
        await reader.GoTo(story.Path + "#comment-910");
        await Assertions.Expect(reader.Page.Locator("#comment-910")).ToBeInViewportAsync();
        Assert.EndsWith(story.Path + "#comment-910", reader.Page.Url, StringComparison.Ordinal);

        await reader.Page.GotoAsync("about:blank");
        await reader.GoTo(story.Path + "#comment-955");
        await Assertions.Expect(reader.Page.Locator("#comment-955")).ToBeInViewportAsync();
        Assert.Contains("/replies/", reader.Page.Url, StringComparison.Ordinal);
        reader.AssertQuiet();
    }

    /// <summary>Down to the letter, and in.</summary>
    private async Task Approve(Newsroom room)
    {
        await using var moderator = await (await chromium.Visit(room.House)).SignIn(People.Role.Moderator);
        await moderator.GoTo("/desk/replies");
        Assert.DoesNotContain("ingrid.private", await moderator.Page.ContentAsync(), StringComparison.OrdinalIgnoreCase);
        await moderator.Page.Keyboard.PressAsync("j");
        await Assertions.Expect(moderator.Page.Locator("[data-row]:focus-within")).ToContainTextAsync("My father was a deck officer.");
        await moderator.Page.Keyboard.PressAsync("a");
        await Assertions.Expect(moderator.Page.GetByText("Nothing is waiting.")).ToBeVisibleAsync();
        moderator.AssertQuiet();
    }

    [Fact]
    public async Task Replies_are_counted_in_the_words_of_the_language()
    {
        await using var room = await Newsroom.Open();
        await using var reader = await chromium.Visit(room.House);
        foreach (var (edition, count, words) in new[]
        {
            ("ar", 0, "لا تعليقات"), ("ar", 1, "تعليق واحد"), ("ar", 2, "تعليقان"), ("ar", 3, "3 تعليقات"), ("ar", 11, "11 تعليقًا"), ("ar", 100, "100 تعليق"),
            ("fa", 0, "۰ دیدگاه"), ("fa", 3, "۳ دیدگاه"), ("en", 1, "1 reply"), ("en", 2, "2 replies"),
        })
        {
            var story = await room.Publish($"A story with {count} letters", "Readers write.", edition, count);
            await reader.GoTo(story.Path);
            await Assertions.Expect(reader.Page.Locator("#replies-name")).ToHaveTextAsync(words);
            await Assertions.Expect(reader.Page.Locator(".story-meta a[href='#replies']")).ToHaveTextAsync(words);
        }
        reader.AssertQuiet();
    }
}
