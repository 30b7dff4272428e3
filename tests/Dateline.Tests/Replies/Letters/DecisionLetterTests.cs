using System.Net;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Replies;
using Dateline.Replies.Letters;
using Dateline.Replies.Moderation;
using Dateline.Replies.Own;
using Dateline.Replies.Readers;
using Dateline.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Tests.Replies.Letters;

/// <summary>What was decided on a reply, by mail to its writer.</summary>
public class DecisionLetterTests
{
    /// <summary>A browser whose reader has proved the address.</summary>
    private static async Task Prove(MailScene scene)
    {
        await scene.Publish("A first letter.", ReplyScene.Address, name: "Maryam Daneshvar");
        using (await scene.Send("/en/your-data", ("email", ReplyScene.Address))) { }
        using var known = await scene.Send(Assert.Single(MailScene.Links(await scene.Next())) + "/know");
        Assert.Equal(HttpStatusCode.OK, known.StatusCode);
    }

    /// <summary>From that browser, with the address that stands in the form.</summary>
    private static async Task<Reply> Write(MailScene scene, string text, string email = ReplyScene.Address)
    {
        scene.House.Clock.Advance(TimeSpan.FromMinutes(2));
        using (await scene.Send(scene.Scene.At("/reply"), [.. ReplyScene.Good.Select(field => field.Name switch { "text" => (field.Name, text), "email" => (field.Name, email), _ => field })])) { }
        return await scene.Scene.Read(db => db.Replies.OrderByDescending(reply => reply.SubmittedAt).FirstAsync());
    }

    private static Task<int> Waiting(MailScene scene) => scene.Scene.Read(db => db.Set<OutgoingLetter>().CountAsync(letter => letter.Kind == LetterKind.Decision));

    [Fact]
    public async Task A_rejection_is_told_with_its_reason_and_the_way_to_appeal()
    {
        await using var scene = await MailScene.Open();
        await Prove(scene);
        var reply = await Write(scene, "You are fools, see https://fools.example/ for it.");
        await scene.Scene.Decide(ReplyState.Rejected, reply.State, reason: "insult", ids: [reply.Id]);
        await Eventually.Holds(async () => await Waiting(scene) == 1, "the decision was heard");
        Assert.Empty(await scene.All()); // it may still be undone
        scene.House.Clock.Advance(PostOffice.TimeToUndo);

        var letter = await scene.Next();
        Assert.Equal((ReplyScene.Address, "Your reply was not published: Strait reopens"), (letter.To.Mailboxes.Single().Address, letter.Subject));
        var words = Dateline.Layout.Languages.Wording.Of("en");
        foreach (var said in new[] { words["ground.insult"], "STATEMENT_CATEGORY_CYBER_VIOLENCE", "> You are fools, see […] for it.", words["letter.decision.appeal"] }) Assert.Contains(said, letter.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("fools.example", letter.TextBody, StringComparison.Ordinal);
        Assert.Equal("text/plain", letter.Body!.ContentType.MimeType);
        var page = await scene.Scene.Page(MailScene.Links(letter).Single(link => link.Contains("/your-reply/", StringComparison.Ordinal)));
        Assert.NotNull(page.QuerySelector("form[action$='/appeal']"));
        scene.House.Clock.Advance(PostOffice.TimeToUndo);
        Assert.Empty(await scene.All());
    }

    /// <summary>Else anybody could have letters sent to anybody.</summary>
    [Fact]
    public async Task Only_an_address_that_was_proved_in_the_browser_that_wrote_is_written_to()
    {
        await using var scene = await MailScene.Open();
        await Prove(scene);
        var typed = await scene.Scene.Receive(("text", "Somebody typed that address."));
        var remembered = await scene.Scene.Receive(("text", "That browser is known by an address that nobody proved."), ("email", "stranger@example.org"), (ReplyForm.RememberField, "yes"));
        Assert.NotNull(remembered.ReaderId);
        var other = await Write(scene, "From that browser, with another address.", "somebody.else@example.org");
        var own = await Write(scene, "By whom it is.");
        foreach (var reply in new[] { typed, remembered, other, own })
        {
            scene.House.Clock.Advance(TimeSpan.FromSeconds(1));
            await scene.Scene.Decide(ReplyState.Spam, reply.State, ids: [reply.Id]);
        }
        await Eventually.Holds(async () => await Waiting(scene) > 0, "the decisions were heard");
        Assert.Equal(1, await Waiting(scene));
        scene.House.Clock.Advance(PostOffice.TimeToUndo);
        Assert.Contains("By whom it is.", (await scene.Next()).TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_undone_or_decided_anew_before_its_letter_went_is_not_told()
    {
        await using var scene = await MailScene.Open();
        await Prove(scene);
        await scene.House.Write((db, _) => { db.Add(new DiscussionRule { Scope = DiscussionRule.Site, Mode = DiscussionMode.AllHeld }); db.Journal.Add(new DiscussionRuleChanged(Dateline.Stories.Subject.House)); return Task.CompletedTask; });
        var reply = await Write(scene, "Not one pilot was asked.");
        Assert.Equal(ReplyState.Held, reply.State);
        var slip = await scene.Scene.Decide(ReplyState.Rejected, ids: [reply.Id]);
        await Eventually.Holds(async () => await Waiting(scene) == 1, "the slip was heard");
        await scene.House.Write((db, stop) => DecideReplies.Undo(db, slip.Batch, ReplyScene.Moderator, scene.House.Clock.Now(), stop));
        scene.House.Clock.Advance(TimeSpan.FromSeconds(30));
        await scene.Scene.Approve(reply.Id);
        await Eventually.Holds(async () => await Waiting(scene) == 2, "the verdict was heard");
        scene.House.Clock.Advance(PostOffice.TimeToUndo);
        var letter = await scene.Next();
        Assert.Equal("Your reply is public: Strait reopens", letter.Subject);
        Assert.Contains(scene.Scene.At(PublicReply.PlaceOf(reply.Id)), MailScene.Links(letter));
    }

    [Fact]
    public async Task Of_a_reply_that_was_public_the_letter_says_that_it_was_taken_down()
    {
        await using var scene = await MailScene.Open();
        await Prove(scene);
        var reply = await Write(scene, "Not one pilot was asked.");
        await scene.Scene.Approve(reply.Id);
        await Eventually.Holds(async () => await Waiting(scene) == 1, "the first decision was heard");
        scene.House.Clock.Advance(PostOffice.TimeToUndo);
        Assert.Equal("Your reply is public: Strait reopens", (await scene.Next()).Subject);
        await scene.Scene.Decide(ReplyState.Rejected, ReplyState.Published, reason: "insult", ids: [reply.Id]);
        await Eventually.Holds(async () => await Waiting(scene) == 2, "the second decision was heard");
        scene.House.Clock.Advance(PostOffice.TimeToUndo);
        Assert.Equal("Your reply was taken down: Strait reopens", (await scene.Next()).Subject);
    }

    /// <summary>On the reply's own page, where somebody else answers it.</summary>
    private static async Task<Appeal> Dismiss(MailScene scene, Reply reply, string answer)
    {
        var page = scene.House.Services.GetRequiredService<OwnKey>().Address("en", reply.Id);
        using (await scene.Send(page + "/appeal", ("words", "It says nothing that is not so."))) { }
        scene.House.Clock.Advance(TimeSpan.FromMinutes(1));
        var appeal = await scene.Scene.Read(db => db.Set<Appeal>().SingleAsync(one => one.ReplyId == reply.Id));
        Dateline.Stories.Refusal? refusal = null;
        await scene.House.Write(async (db, stop) => refusal = await Complaints.DecideAppeal(db, appeal.Id, new SeenReply(reply.Id, 0), Outcome.Dismissed, answer, new Editor(Guid.CreateVersion7(), "Jonas Weld", Role.Editor), scene.House.Clock.Now(), stop));
        Assert.Null(refusal);
        return appeal;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_appeal_that_is_dismissed_is_told_with_the_answer_who_gave_it_and_what_else_can_be_done(bool decided)
    {
        await using var scene = await MailScene.Open();
        await Prove(scene);
        await scene.House.Write((db, _) => { db.Add(new DiscussionRule { Scope = DiscussionRule.Site, Mode = DiscussionMode.AllHeld }); db.Journal.Add(new DiscussionRuleChanged(Dateline.Stories.Subject.House)); return Task.CompletedTask; });
        var reply = await Write(scene, "You are fools, see https://fools.example/ for it.");
        if (decided)
        {
            await scene.Scene.Decide(ReplyState.Rejected, reason: "insult", ids: [reply.Id]);
            await Eventually.Holds(async () => await Waiting(scene) == 1, "the decision was heard");
            scene.House.Clock.Advance(PostOffice.TimeToUndo);
            await scene.Next();
        }
        const string answer = "Fools is what it says of people who have names.\nWrite it without the word, and it will stand.";
        await Dismiss(scene, reply, answer);
        await Eventually.Holds(async () => await Waiting(scene) == (decided ? 2 : 1), "the dismissal was heard");
        scene.House.Clock.Advance(PostOffice.TimeToUndo);

        var letter = await scene.Next();
        Assert.Equal((ReplyScene.Address, "We looked at your reply again: Strait reopens"), (letter.To.Mailboxes.Single().Address, letter.Subject));
        var (words, text) = (Dateline.Layout.Languages.Wording.Of("en"), letter.TextBody!.ReplaceLineEndings("\n"));
        string[] said =
        [
            words["own.appeal.dismissed"], words[decided ? "own.appeal.by.other" : "own.appeal.by"], answer, words["own.appeal.redress"], "> You are fools, see […] for it.",
            .. decided ? [words["ground.insult"], "STATEMENT_CATEGORY_CYBER_VIOLENCE"] : new[] { words["own.why.all"] },
        ];
        foreach (var one in said) Assert.Contains(one, text, StringComparison.Ordinal);
        Assert.DoesNotContain("fools.example", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Jonas Weld", text, StringComparison.Ordinal); // a role, no name

        var page = (await scene.Scene.Page(MailScene.Links(letter).Single(link => link.Contains("/your-reply/", StringComparison.Ordinal)))).QuerySelector("[aria-labelledby=own-appeal]")!.TextContent;
        Assert.Contains(words["own.appeal.redress"], page, StringComparison.Ordinal);
        Assert.Contains(words[decided ? "own.appeal.by.other" : "own.appeal.by"], page, StringComparison.Ordinal);
        scene.House.Clock.Advance(PostOffice.TimeToUndo);
        Assert.Empty(await scene.All());
    }

    [Fact]
    public async Task A_dismissal_goes_only_to_an_address_that_was_proved_and_not_when_the_reply_was_published_after_all()
    {
        await using var scene = await MailScene.Open();
        await Prove(scene);
        await scene.House.Write((db, _) => { db.Add(new DiscussionRule { Scope = DiscussionRule.Site, Mode = DiscussionMode.AllHeld }); db.Journal.Add(new DiscussionRuleChanged(Dateline.Stories.Subject.House)); return Task.CompletedTask; });
        var typed = await scene.Scene.Receive(("text", "Somebody typed that address."));
        var own = await Write(scene, "By whom it is.");
        await Dismiss(scene, typed, "It stays.");
        await Dismiss(scene, own, "It stays.");
        await Eventually.Holds(async () => await Waiting(scene) > 0, "the dismissals were heard");
        await scene.Scene.Approve(own.Id);
        await Eventually.Holds(async () => await Waiting(scene) == 2, "the approval was heard");
        scene.House.Clock.Advance(PostOffice.TimeToUndo);
        Assert.Equal("Your reply is public: Strait reopens", (await scene.Next()).Subject);
    }
}
