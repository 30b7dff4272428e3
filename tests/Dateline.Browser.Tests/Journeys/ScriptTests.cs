using Dateline.Browser.Tests.House;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Replies;
using Dateline.Replies.Moderation;
using Dateline.Replies.Own;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Dateline.Browser.Tests.Journeys;

/// <summary>
/// The attempts of <see cref="ScriptAttempts"/> in every field that a reader fills in, on every page that shows one, in a browser: none runs. Once
/// with our policy in force, where what gets out of its text is told as refused; once without, where it would run.
/// </summary>
public class ScriptTests(Chromium chromium)
{
    private const int Letters = 20, Paragraphs = 10;

    /// <summary>The first so many addresses of readers and of the desk are those of the pages that show the most.</summary>
    private const int MostWritten = 3;

    [Fact]
    public async Task No_script_that_a_reader_writes_runs_anywhere()
    {
        var random = new Random(1);
        await using var room = await Newsroom.Open();
        var story = await room.Publish("Ferries sail again after the storm", "The first ferry left at noon.");
        await using var writer = await (await chromium.Visit(room.House)).Watched();
        await using var moderator = await (await (await chromium.Visit(room.House)).Watched()).SignIn(Role.Moderator);
        var own = await WriteAndAppeal(writer, story, random);
        var letters = await Hold(room, story, random);

        // At the desk while they wait; then all of them become public.
        await moderator.GoTo("/desk/replies");
        await Assertions.Expect(moderator.Page.Locator("[data-row]")).ToHaveCountAsync(Letters + 1);
        await moderator.AssertHarmless();
        await moderator.GoTo("/desk/replies");
        await moderator.Page.Keyboard.PressAsync("*");
        await moderator.Page.Keyboard.PressAsync("a");
        await Assertions.Expect(moderator.Page.Locator("[data-row]")).ToHaveCountAsync(0);
        await moderator.AssertHarmless();

        await Report(writer, story, letters[0], random);
        await Draft(writer, story, random);
        await Ban(moderator, letters[1], random);

        string[] read = [.. Public(story, letters, own, random)], desk = [.. Desk(story, letters)];
        await using var lax = await (await chromium.Visit(room.House, policy: false, signedIn: await moderator.Page.Context.StorageStateAsync())).Watched();
        await Task.WhenAll(LookAt(writer, read), LookAt(moderator, desk), LookAt(lax, [.. read[..MostWritten], .. desk[..MostWritten]]));
    }

    private static async Task LookAt(Visitor visitor, string[] paths)
    {
        foreach (var path in paths)
        {
            await visitor.GoTo(path);
            await visitor.AssertHarmless();
        }
    }

    private static IEnumerable<string> Public(Story story, IReadOnlyList<Guid> letters, string own, Random random) =>
    [
        story.Path, story.Path + "/replies?sort=newest", own, story.Path + PublicReply.PlaceOf(letters[0]), $"{story.Path}/reply?parent={letters[1]}",
        $"{story.Path}{PublicReply.PlaceOf(letters[2])}/report", story.Path + "/replies.atom",
        .. Enumerable.Range(0, 2).Select(_ => "/en/search?q=" + Uri.EscapeDataString(ScriptAttempts.Next(random))),
    ];

    private static IEnumerable<string> Desk(Story story, IReadOnlyList<Guid> letters) =>
    [
        "/desk/replies?show=published", "/desk/replies/reports", "/desk/replies/appeals", "/desk/replies/log", "/desk/replies/log?show=acts", "/desk/replies/bans", "/desk/replies/figures",
        $"/desk/replies/{letters[0]}/history", $"/desk/replies/{letters[0]}/sender", $"/desk/replies/{letters[0]}/answer", $"/desk/replies/{letters[2]}/ban",
    ];

    /// <summary>By the form itself: refused first, so that all stands in it again, then taken. On its own page it is appealed for.</summary>
    private static async Task<string> WriteAndAppeal(Visitor writer, Story story, Random random)
    {
        var page = writer.Page;
        await writer.GoTo(story.Path);
        foreach (var field in new[] { "name", "email", "website" }) await page.Locator("#" + field).FillAsync(ScriptAttempts.Next(random));
        await page.Locator("#text").FillAsync(ScriptAttempts.Fill(random, 4_000));
        writer.ExpectRefusal(story.Path + "/reply");
        await page.Locator(".reply-form form").EvaluateAsync("form => { form.noValidate = true; }");
        await writer.Press(_ => page.Locator(".reply-form button[type=submit]").ClickAsync());
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await writer.AssertHarmless();

        var form = ScriptAttempts.Form(random, Paragraphs);
        foreach (var (field, value) in new[] { ("name", form.Name), ("email", form.Email), ("website", form.Website), ("text", form.Text) }) await page.Locator("#" + field).FillAsync(value);
        await writer.Press(_ => page.Locator(".reply-form button[type=submit]").ClickAsync());
        await Assertions.Expect(page.Locator("[data-reply-kept]")).ToBeVisibleAsync();
        var own = writer.Path;
        await writer.AssertHarmless();

        await page.Locator("#words").FillAsync(ScriptAttempts.Fill(random, Appeal.LongestWords));
        await writer.Press(_ => page.Locator("form[action$='/appeal'] button").ClickAsync());
        await Assertions.Expect(page.Locator("section #own-appeal")).ToBeVisibleAsync();
        return own;
    }

    private static async Task Report(Visitor reader, Story story, Guid letter, Random random)
    {
        await reader.GoTo($"{story.Path}{PublicReply.PlaceOf(letter)}/report");
        await reader.Page.Locator("#reason-other").CheckAsync();
        await reader.Page.Locator("#words").FillAsync(ScriptAttempts.Fill(random, ReplyReport.LongestWords));
        await reader.Press(page => page.Locator("form[action$='/report'] button").ClickAsync());
        Assert.StartsWith("/en/your-report/", reader.Path, StringComparison.Ordinal);
        await reader.AssertHarmless();
    }

    /// <summary>An answer begun and left: the browser keeps it, and the page says how it begins.</summary>
    private static async Task Draft(Visitor reader, Story story, Random random)
    {
        await reader.GoTo(story.Path);
        await reader.AssertHarmless();
        await reader.Page.Locator("a[data-answer]").First.ClickAsync();
        await reader.Page.Locator("#text").FillAsync(ScriptAttempts.Next(random));
        await reader.GoTo(story.Path);
        await Assertions.Expect(reader.Page.Locator(".letter-draft a")).ToBeVisibleAsync();
    }

    /// <summary>By the name, which stands in the list of bans from then on.</summary>
    private static async Task Ban(Visitor moderator, Guid letter, Random random)
    {
        await moderator.GoTo($"/desk/replies/{letter}/ban");
        await moderator.Page.Locator($"input[name=kind][value={nameof(Dateline.Replies.Screening.BanKind.Name)}]").CheckAsync();
        await moderator.Page.Locator("#note").FillAsync(ScriptAttempts.Next(random));
        await moderator.Press(page => page.Locator("button.grave").ClickAsync());
    }

    private static async Task<IReadOnlyList<Guid>> Hold(Newsroom room, Story story, Random random)
    {
        var vault = room.House.App.Services.GetRequiredService<AddressVault>();
        var start = TimeProvider.System.Now().AddHours(-1);
        var replies = Enumerable.Range(0, Letters).Select(number =>
        {
            var (id, taken) = (Guid.CreateVersion7(start.AddSeconds(number)), ScriptAttempts.Taken(ScriptAttempts.Form(random, Paragraphs))!);
            return new Reply
            {
                Id = id,
                Path = ThreadPath.Of(null, id),
                StoryId = story.Id,
                StoryKey = story.Key,
                Edition = story.Edition,
                Name = taken.Name,
                Website = taken.Website,
                EmailCipher = vault.Hide(taken.Email),
                Body = taken.Body,
                SubmittedAt = start.AddSeconds(number),
            };
        }).ToList();
        await room.House.Write((db, _) =>
        {
            db.AddRange(replies);
            db.Journal.Add(new ReplyReceived(replies[^1].Id));
            return Task.CompletedTask;
        });
        return [.. replies.Select(reply => reply.Id)];
    }
}
