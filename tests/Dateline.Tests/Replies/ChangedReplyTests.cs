using System.Net;
using System.Xml.Linq;
using Dateline.Foundation.Markup;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Replies;
using Dateline.Replies.Moderation;
using Dateline.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Tests.Replies;

/// <summary>A text that its writer changes while others decide on it, and how often one may.</summary>
public class ChangedReplyTests
{
    private const string Kind = "A harmless and kind remark.";
    private const string Swapped = "Something else altogether.";

    private static async Task<(string Page, Reply Reply)> Write(ReplyScene scene)
    {
        using var answer = await scene.Send(("text", Kind));
        return (answer.Headers.Location!.OriginalString.Split('?', '#')[0], await scene.Read(db => db.Replies.SingleAsync()));
    }

    private static async Task Change(ReplyScene scene, string page, string text, HttpStatusCode expected = HttpStatusCode.SeeOther)
    {
        using var browser = scene.House.Browser();
        scene.House.Clock.Advance(TimeSpan.FromSeconds(1));
        using var answer = await browser.Send(page + "/text", ("text", text));
        Assert.Equal(expected, answer.StatusCode);
        if (expected == HttpStatusCode.SeeOther) return;
        Assert.Contains(text, (await ReplyScene.Page(answer)).QuerySelector("textarea")!.TextContent, StringComparison.Ordinal); // nothing is lost
    }

    private static async Task<string> Seen(HttpClient moderator, string page) =>
        (await ReplyScene.Page(await moderator.GetAsync(new Uri(page, UriKind.Relative)))).QuerySelector("input[name=reply]")!.GetAttribute("value")!;

    [Theory]
    [InlineData("approve")]
    [InlineData("spam")]
    [InlineData("reject:insult")]
    public async Task A_verdict_is_on_the_text_that_the_moderator_read(string verdict)
    {
        await using var scene = await ReplyScene.Open();
        var (page, _) = await Write(scene);
        using var moderator = await scene.House.SignIn(Role.Moderator);
        var seen = await Seen(moderator, "/desk/replies");
        await Change(scene, page, Swapped);
        using (var pressed = await moderator.Send("/desk/replies/decisions", ("reply", seen), ("from", "Held"), ("verdict", verdict)))
            Assert.Contains("was changed by its writer after you read it", await moderator.GetStringAsync(pressed.Headers.Location!), StringComparison.Ordinal);
        Assert.Equal(ReplyState.Held, (await scene.Read(db => db.Replies.SingleAsync())).State);
        Assert.DoesNotContain(Swapped, (await scene.House.Get(scene.Story.Path)).Text, StringComparison.Ordinal);

        using (await moderator.Send("/desk/replies/decisions", ("reply", await Seen(moderator, "/desk/replies")), ("from", "Held"), ("verdict", verdict))) { }
        Assert.NotEqual(ReplyState.Held, (await scene.Read(db => db.Replies.SingleAsync())).State);
    }

    [Fact]
    public async Task Nor_does_taking_a_verdict_back_make_words_public_that_nobody_read()
    {
        await using var scene = await ReplyScene.Open();
        var (page, reply) = await Write(scene);
        await scene.Approve();
        var held = await scene.Decide(ReplyState.Held, ReplyState.Published);
        await Change(scene, page, Swapped);
        using var moderator = await scene.House.SignIn(Role.Moderator);
        using (var pressed = await moderator.Send($"/desk/replies/decisions/{held.Batch:N}/undo", ("view", "show=held")))
            Assert.Contains("was changed by its writer after you read it", await moderator.GetStringAsync(pressed.Headers.Location!), StringComparison.Ordinal);
        Assert.Equal(ReplyState.Held, (await scene.Read(db => db.Replies.SingleAsync())).State);
        Assert.DoesNotContain(Swapped, (await scene.House.Get(scene.Story.Path)).Text, StringComparison.Ordinal);

        // What nobody changed goes back as ever.
        await scene.Approve(reply.Id);
        var again = await scene.Decide(ReplyState.Held, ReplyState.Published);
        using (await moderator.Send($"/desk/replies/decisions/{again.Batch:N}/undo", ("view", "show=held"))) { }
        Assert.Equal(ReplyState.Published, (await scene.Read(db => db.Replies.SingleAsync())).State);
    }

    /// <summary>A change that began before the verdict and is written after it: the clock of its request says that it was first.</summary>
    [Fact]
    public async Task A_change_that_a_verdict_overtook_is_younger_than_the_verdict()
    {
        await using var scene = await ReplyScene.Open();
        var (page, _) = await Write(scene);
        await scene.Approve();
        var began = scene.House.Clock.GetUtcNow();
        var held = await scene.Decide(ReplyState.Held, ReplyState.Published);
        using (var browser = scene.House.Browser())
        using (await browser.Send(page + "/text", ("text", Swapped))) { }
        var reply = await scene.Read(db => db.Replies.SingleAsync());
        Assert.True(reply.EditedAt > began);
        Assert.Equal(reply.Id, Assert.Single((await scene.House.Writes.Run((db, stop) => DecideReplies.Undo(db, held.Batch, ReplyScene.Moderator, scene.House.Clock.Now(), stop), default)).Value.Changed));
    }

    [Fact]
    public async Task Nor_is_an_appeal_or_a_report_decided_on_a_text_that_nobody_read()
    {
        await using var scene = await ReplyScene.Open();
        var (page, reply) = await Write(scene);
        using (var writer = scene.House.Browser())
        using (await writer.Send(page + "/appeal", ("words", "It is kind."))) { }
        var appeal = await scene.Read(db => db.Set<Appeal>().SingleAsync());
        using var moderator = await scene.House.SignIn(Role.Moderator);
        var seen = await Seen(moderator, "/desk/replies/appeals");
        await Change(scene, page, Swapped);
        using (var pressed = await moderator.Send($"/desk/replies/appeals/{appeal.Id}", ("reply", seen), ("verdict", "uphold"), ("answer", "Yes.")))
            Assert.Equal(HttpStatusCode.UnprocessableEntity, pressed.StatusCode);
        Assert.Equal((ReplyState.Held, null), (await scene.Read(async db => ((await db.Replies.SingleAsync()).State, (await db.Set<Appeal>().SingleAsync()).Outcome))));
        using (await moderator.Send($"/desk/replies/appeals/{appeal.Id}", ("reply", await Seen(moderator, "/desk/replies/appeals")), ("verdict", "uphold"), ("answer", "Yes."))) { }
        Assert.Equal(ReplyState.Published, (await scene.Read(db => db.Replies.SingleAsync())).State);

        using (var reader = scene.House.Browser())
        using (await reader.Send(scene.At($"/replies/{reply.Id:N}/report"), ("reason", "insult"), ("words", ""))) { }
        var report = await scene.Read(db => db.Set<ReplyReport>().SingleAsync());
        var before = await Seen(moderator, "/desk/replies/reports");
        await Change(scene, page, Kind);
        using (var pressed = await moderator.Send($"/desk/replies/reports/{report.Id}", ("reply", before), ("verdict", "reject:insult")))
            Assert.Equal(HttpStatusCode.UnprocessableEntity, pressed.StatusCode);
        Assert.Null((await scene.Read(db => db.Set<ReplyReport>().SingleAsync())).Outcome);
    }

    [Fact]
    public async Task A_change_or_a_report_with_a_character_that_no_form_can_show_comes_back_with_its_words()
    {
        await using var scene = await ReplyScene.Open();
        var (page, reply) = await Write(scene);
        using var writer = scene.House.Browser();
        using (var answer = await writer.Send(page + "/text", ("text", "Typed\0 with care.")))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains("Typed with care.", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
        await scene.Approve();
        using (var answer = await writer.Send(scene.At($"/replies/{reply.Id:N}/report"), ("reason", "insult"), ("words", "It is\0 unkind.")))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains("It is unkind.", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Words_that_the_editors_did_not_pick_are_no_pick_of_theirs()
    {
        await using var scene = await ReplyScene.Open();
        var (page, reply) = await Write(scene);
        await scene.Approve();
        using var moderator = await scene.House.SignIn(Role.Moderator);
        using (await moderator.Send($"/desk/replies/{reply.Id}/pick", ("view", "show=published"))) { }
        Assert.Contains("Editors’ pick", await moderator.GetStringAsync(scene.Story.Path), StringComparison.Ordinal);
        await Change(scene, page, Swapped);
        Assert.Null((await scene.Read(db => db.Replies.SingleAsync())).PickedAt);
        await scene.Decide(ReplyState.Published, ids: reply.Id);
        Assert.DoesNotContain("Editors’ pick", (await scene.House.Get(scene.Story.Path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_feed_of_the_replies_says_when_one_was_changed()
    {
        await using var scene = await ReplyScene.Open();
        var (page, _) = await Write(scene);
        scene.House.Clock.Advance(TimeSpan.FromMinutes(1));
        await scene.Approve();
        var published = scene.House.Clock.GetUtcNow();
        scene.House.Clock.Advance(TimeSpan.FromMinutes(1));
        await Change(scene, page, Swapped);
        var changed = scene.House.Clock.GetUtcNow();
        await scene.Decide(ReplyState.Published);
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var feed = XDocument.Parse((await scene.House.Get(scene.At("/replies.atom"))).Text).Root!;
        var entry = feed.Element(atom + "entry")!;
        Assert.Equal((published, changed, changed), ((DateTimeOffset)entry.Element(atom + "published")!, (DateTimeOffset)entry.Element(atom + "updated")!, (DateTimeOffset)feed.Element(atom + "updated")!));
    }

    [Fact]
    public async Task Changes_count_like_replies()
    {
        var limits = new SendingLimits { NetworkInAMinute = 3 };
        await using var scene = await ReplyScene.Open(builder => builder.Services.AddSingleton(limits));
        var (page, _) = await Write(scene);
        await Change(scene, page, "Once.");
        await Change(scene, page, "Twice.");
        await Change(scene, page, "Thrice.", HttpStatusCode.TooManyRequests);
        Assert.Equal("Twice.", PlainText.From((await scene.Read(db => db.Replies.SingleAsync())).Body));
        scene.House.Clock.Advance(TimeSpan.FromMinutes(1));
        await Change(scene, page, "Later.");
    }

    [Fact]
    public async Task Its_page_stays_when_the_story_moves_to_another_edition_and_words_are_kept_when_it_is_killed()
    {
        await using var scene = await ReplyScene.Open();
        var (page, _) = await Write(scene);
        await scene.House.Write(async (db, stop) => (await db.Set<Dateline.Stories.Story>().AsTracking().SingleAsync(story => story.Id == scene.Story.Id, stop)).Edition = "ar");
        await Change(scene, page, Swapped);
        Assert.Equal(Swapped, PlainText.From((await scene.Read(db => db.Replies.SingleAsync())).Body));
        using var moderator = await scene.House.SignIn(Role.Moderator);
        Assert.Contains(Swapped, await moderator.GetStringAsync("/desk/replies?show=held&edition=ar"), StringComparison.Ordinal);
        Assert.DoesNotContain(Swapped, await moderator.GetStringAsync("/desk/replies?show=held&edition=en"), StringComparison.Ordinal);

        await scene.House.Write(async (db, stop) => (await db.Set<Dateline.Stories.Story>().AsTracking().SingleAsync(story => story.Id == scene.Story.Id, stop)).Status = Dateline.Stories.StoryStatus.Killed);
        await Change(scene, page, "Typed with care.", HttpStatusCode.Conflict);
    }
}
