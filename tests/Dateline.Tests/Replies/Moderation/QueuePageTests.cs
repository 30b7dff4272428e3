using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Replies;
using Dateline.Tests.House;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Tests.Replies.Moderation;

/// <summary>The moderators' page through the real pipeline, as a browser uses it.</summary>
public class QueuePageTests
{
    private static async Task<IDocument> Look(HttpClient browser, string path) => await new HtmlParser().ParseDocumentAsync(await browser.GetStringAsync(path));

    /// <summary>Presses a button of a form, and goes where it leads.</summary>
    private static async Task<IDocument> Press(HttpClient browser, IElement form, string? verdict = null, params (string, string)[] more)
    {
        (string, string)[] fields = [.. form.QuerySelectorAll("input[type=hidden]").Select(field => (field.GetAttribute("name")!, field.GetAttribute("value") ?? "")), .. more];
        using var answer = await browser.Send(form.GetAttribute("action")!, verdict is null ? fields : [.. fields, ("verdict", verdict)]);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return await Look(browser, answer.Headers.Location!.OriginalString);
    }

    private static IElement Form(IDocument page, string name) =>
        page.QuerySelectorAll(".waiting").Single(waiting => waiting.QuerySelector("h2")!.TextContent == name).QuerySelector("form.verdict")!;

    [Fact]
    public async Task A_moderator_approves_sees_it_said_and_undoes_it()
    {
        await using var scene = await ReplyScene.Open();
        await scene.Receive();
        scene.House.Clock.Advance(TimeSpan.FromMinutes(80));
        using var browser = await scene.House.SignIn(Role.Moderator);
        var page = await Look(browser, "/desk/replies");
        Assert.Contains("1, the oldest for 1 h 20 min", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(scene.Story.Path, page.QuerySelector(".waiting-story a")!.GetAttribute("href"));

        page = await Press(browser, Form(page, "Maryam Daneshvar"), "approve");
        Assert.Contains("Approved the reply by Maryam Daneshvar.", page.QuerySelector(".flash[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".waiting"));
        using (var story = await browser.GetAsync(scene.Story.Path)) // with the cookie that says how new it must be
            Assert.Contains("nineteen years", await story.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Approved by Tomas Oyelaran", (await Look(browser, "/desk/replies?show=published")).QuerySelector(".waiting .note")!.TextContent, StringComparison.Ordinal);

        var notes = (await Look(browser, "/desk/replies?show=published")).QuerySelectorAll(".waiting .note").Select(note => note.TextContent).ToList();
        Assert.Contains("It waited: a reader’s first replies wait.", notes);
        Assert.DoesNotContain(notes, note => note.StartsWith("Waits", StringComparison.Ordinal)); // it doesn't any more

        page = await Press(browser, page.QuerySelector(".flash form")!);
        Assert.Contains("Undone", page.QuerySelector(".flash")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector(".flash form"));
        Assert.Single(page.QuerySelectorAll(".waiting"));
        Assert.DoesNotContain("nineteen years", await browser.GetStringAsync(scene.Story.Path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_comes_second_is_told_who_decided_what()
    {
        await using var scene = await ReplyScene.Open();
        await scene.Receive();
        using var quick = await scene.House.SignIn(Role.Moderator, "Tomas Oyelaran");
        using var slow = await scene.House.SignIn(Role.Editor, "Jonas Weld");
        var (one, two) = (await Look(quick, "/desk/replies"), await Look(slow, "/desk/replies"));
        await Press(quick, Form(one, "Maryam Daneshvar"), "reject", ("reason", "off-subject"));
        var page = await Press(slow, Form(two, "Maryam Daneshvar"), "approve");
        Assert.Equal("The reply by Maryam Daneshvar was rejected by Tomas Oyelaran meanwhile; it stays so.", page.QuerySelector(".flash-refusal[role=alert]")!.TextContent.Trim());
        Assert.Equal(ReplyState.Rejected, (await scene.Read(db => db.Replies.SingleAsync())).State);
        Assert.Contains("Off the subject", (await Look(slow, "/desk/replies?show=rejected")).QuerySelector(".waiting .note")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_marked_are_decided_together()
    {
        await using var scene = await ReplyScene.Open();
        var ids = await scene.Add(4, ReplyState.Held, i => TestHouse.Start.AddSeconds(i));
        using var browser = await scene.House.SignIn(Role.Moderator);
        var page = await Look(browser, "/desk/replies");
        Assert.Equal(4, page.QuerySelectorAll("input[type=checkbox][form=marked]").Length);
        page = await Press(browser, page.QuerySelector("#marked")!, "spam", ("reply", ids[0].ToString()), ("reply", ids[2].ToString()));
        Assert.Contains("Marked 2 replies as spam.", page.QuerySelector(".flash")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Reader 1", "Reader 3"], page.QuerySelectorAll(".waiting h2").Select(name => name.TextContent));

        page = await Press(browser, page.QuerySelector("#marked")!, "spam");
        Assert.Equal("Choose at least one reply.", page.QuerySelector(".flash-refusal")!.TextContent.Trim());
        Assert.Equal(2, page.QuerySelectorAll(".waiting").Length);
    }

    [Fact]
    public async Task The_queue_is_oldest_first_the_decided_newest_first_and_both_are_paged_without_a_gap()
    {
        await using var scene = await ReplyScene.Open();
        await scene.Add(60, ReplyState.Held, i => TestHouse.Start.AddSeconds(i / 2));
        await scene.Add(60, ReplyState.Spam, i => TestHouse.Start.AddSeconds(i / 2));
        using var browser = await scene.House.SignIn(Role.Moderator);
        async Task<List<string>> Walk(string path)
        {
            var names = new List<string>();
            for (string? next = path; next is not null;)
            {
                var page = await Look(browser, next);
                names.AddRange(page.QuerySelectorAll(".waiting h2").Select(name => name.TextContent));
                next = page.QuerySelector("[data-later] a")?.GetAttribute("href");
            }
            return names;
        }
        var readers = Enumerable.Range(0, 60).Select(i => $"Reader {i}").ToList();
        Assert.Equal(readers, await Walk("/desk/replies"));
        Assert.Equal(Enumerable.Reverse(readers), await Walk("/desk/replies?show=SPAM"));
    }

    [Fact]
    public async Task Marks_tell_what_a_moderator_should_look_at()
    {
        await using var scene = await ReplyScene.Open();
        var first = await scene.Receive();
        await scene.Approve();
        await scene.Receive(("name", "Q"), ("text", "See https://strait-archive.example/1988"), ("parent", first.Id.ToString()));
        using var browser = await scene.House.SignIn(Role.Moderator);
        var marks = (await Look(browser, "/desk/replies")).QuerySelectorAll(".waiting .mark").Select(mark => mark.TextContent);
        Assert.Equal(["Answers Maryam Daneshvar", "Has a link"], marks);
        Assert.Contains("Waits: a reader’s first replies wait.", (await Look(browser, "/desk/replies")).QuerySelectorAll(".waiting .note").Select(note => note.TextContent));
        await scene.House.Write(async (db, stop) => await Dateline.Desk.KillStory.Perform(db, scene.Story.Id, "Wrong.", null, scene.House.Clock.Now(), stop));
        Assert.Contains("Story withdrawn", (await Look(browser, "/desk/replies")).QuerySelector(".waiting .marks")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_those_who_may_moderate_get_in()
    {
        await using var scene = await ReplyScene.Open();
        var reply = await scene.Receive();
        using var guest = scene.House.Browser();
        using var journalist = await scene.House.SignIn(Role.Journalist);
        foreach (var browser in new[] { guest, journalist })
        {
            using var look = await browser.GetAsync("/desk/replies");
            Assert.NotEqual(HttpStatusCode.OK, look.StatusCode);
            using (await browser.Send("/desk/replies/decisions", ("reply", reply.Id.ToString()), ("from", "Held"), ("verdict", "approve"))) { }
        }
        Assert.Equal(ReplyState.Held, (await scene.Read(db => db.Replies.SingleAsync())).State);
    }

    [Theory]
    [InlineData("/desk/replies?show=lost&place=x&did=y&late=z&of=w")]
    [InlineData("/desk/replies?show=7&did=00000000000000000000000000000000&late=1&of=00000000000000000000000000000000")]
    [InlineData("/desk/replies?refused=%3Cscript%3E&late=-1")]
    public async Task A_mistyped_address_is_the_queue(string path)
    {
        await using var scene = await ReplyScene.Open();
        using var browser = await scene.House.SignIn(Role.Moderator);
        var page = await Look(browser, path);
        Assert.StartsWith("Replies waiting", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector(".flash[role=status]"));
    }
}
