using System.Net;
using AngleSharp.Html.Parser;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Markup;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Replies;
using Dateline.Replies.Moderation;
using Dateline.Stories;
using Dateline.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Tests.Replies.Moderation;

/// <summary>Reports, appeals, and answers of the newsroom.</summary>
public class ComplaintTests
{
    private static Task<long> Report(ReplyScene scene, Guid reply, params string[] who) => scene.House.Write((db, _) =>
    {
        db.AddRange(who.Select(one => new ReplyReport { Id = Guid.CreateVersion7(), ReplyId = reply, Reason = "insult", Words = "Look at this <b>.", ReporterKey = one, At = TestHouse.Start }));
        return Task.CompletedTask;
    });

    [Fact]
    public async Task A_report_that_is_granted_takes_the_reply_down_and_ends_the_others_of_it()
    {
        await using var scene = await ReplyScene.Open();
        var reply = await scene.Receive();
        await scene.Approve();
        await Report(scene, reply.Id, "one", "two");
        using var moderator = await scene.House.SignIn(Role.Moderator);
        var page = await moderator.GetStringAsync("/desk/replies/reports");
        Assert.Contains("Look at this &lt;b&gt;.", page, StringComparison.Ordinal);
        Assert.Contains("Reported 2 times", await moderator.GetStringAsync("/desk/replies?show=published&reported=1"), StringComparison.Ordinal);
        var report = await scene.Read(db => db.Set<ReplyReport>().OrderBy(one => one.Id).FirstAsync());
        using (var bare = await moderator.Send($"/desk/replies/reports/{report.Id}", ("verdict", "reject"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, bare.StatusCode);
        using (var granted = await moderator.Send($"/desk/replies/reports/{report.Id}", ("verdict", "reject:insult"))) Assert.Equal(HttpStatusCode.SeeOther, granted.StatusCode);
        Assert.DoesNotContain("nineteen years", await moderator.GetStringAsync(scene.Story.Path), StringComparison.Ordinal);
        Assert.All(await scene.Read(db => db.Set<ReplyReport>().ToListAsync()), one => Assert.Equal(Outcome.Upheld, one.Outcome));
        Assert.Equal("insult", (await scene.Read(db => db.Set<ReplyDecision>().SingleAsync(one => one.Rule == Rules.Report))).Reason);
        using (var again = await moderator.Send($"/desk/replies/reports/{report.Id}", ("verdict", "dismiss"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
    }

    [Fact]
    public async Task What_the_queue_decided_is_asked_nowhere_else_and_undone_it_is_open_again()
    {
        await using var scene = await ReplyScene.Open();
        var reply = await scene.Receive();
        var appeal = new Appeal { Id = Guid.CreateVersion7(), ReplyId = reply.Id, Words = "Nothing in it is wrong.", At = TestHouse.Start };
        await scene.House.Write((db, _) => { db.Add(appeal); return Task.CompletedTask; });
        async Task<Outcome?> OfAppeal() => (await scene.Read(db => db.Set<Appeal>().SingleAsync())).Outcome;
        async Task<Outcome?> OfReport() => (await scene.Read(db => db.Set<ReplyReport>().SingleAsync())).Outcome;
        Task Undo(Decided decided) => scene.House.Write((db, stop) => DecideReplies.Undo(db, decided.Batch, ReplyScene.Moderator, scene.House.Clock.Now(), stop));

        var approved = await scene.Approve();
        Assert.Equal(Outcome.Upheld, await OfAppeal());
        await Undo(approved);
        Assert.Null(await OfAppeal());

        await scene.Approve();
        await Report(scene, reply.Id, "one");
        var rejected = await scene.Decide(ReplyState.Rejected, ReplyState.Published, reason: "insult");
        Assert.Equal(Outcome.Upheld, await OfReport());
        await Undo(rejected);
        Assert.Equal((null, (Outcome?)Outcome.Upheld), (await OfReport(), await OfAppeal())); // that is another decision's
    }

    /// <summary>Writes a reply that waits, and appeals on its own page.</summary>
    private static async Task<(Reply Reply, string Page, Appeal Appeal)> Appealed(ReplyScene scene)
    {
        using var writer = scene.House.Browser();
        using var sent = await writer.Send(scene.At("/reply"), ReplyScene.Good);
        var page = sent.Headers.Location!.OriginalString.Split('?', '#')[0];
        using (await writer.Send(page + "/appeal", ("words", "It is no insult."))) { }
        return (await scene.Read(db => db.Replies.SingleAsync()), page, await scene.Read(db => db.Set<Appeal>().SingleAsync()));
    }

    [Theory]
    [InlineData("reject:insult", "dismiss", "the decision stands")]
    [InlineData("spam", "uphold", "you were right")]
    public async Task An_appeal_follows_its_reply_and_who_decided_last_does_not_answer_it(string verdict, string answer, string told)
    {
        await using var scene = await ReplyScene.Open();
        var (reply, page, appeal) = await Appealed(scene);
        using var first = await scene.House.SignIn(Role.Moderator, "Tomas Oyelaran");
        using var second = await scene.House.SignIn(Role.Editor, "Jonas Weld");
        using (await first.Send("/desk/replies/decisions", ("reply", reply.Id.ToString()), ("from", "Held"), ("verdict", verdict))) { }
        var own = await scene.Page(page);
        Assert.Contains("The answer will stand here", own.QuerySelector("[aria-labelledby=own-appeal]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(own.QuerySelector("form[action$='/appeal']"));

        (string, string)[] form = [("verdict", answer), ("answer", "Somebody else has looked at it.")];
        Assert.Contains("You decided on this", await first.GetStringAsync("/desk/replies/appeals"), StringComparison.Ordinal);
        using (var refused = await first.Send($"/desk/replies/appeals/{appeal.Id}", form)) Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        scene.House.Clock.Advance(TimeSpan.FromMinutes(1));
        using (var answered = await second.Send($"/desk/replies/appeals/{appeal.Id}", form)) Assert.Equal(HttpStatusCode.SeeOther, answered.StatusCode);
        own = await scene.Page(page);
        Assert.Contains(told, own.QuerySelector("[aria-labelledby=own-appeal]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Somebody else has looked at it.", own.QuerySelector("[aria-labelledby=own-appeal] blockquote")!.TextContent, StringComparison.Ordinal);
        Assert.Null(own.QuerySelector("form[action$='/appeal']"));
    }

    [Fact]
    public async Task An_appeal_that_an_undone_verdict_leaves_open_goes_on_waiting_and_is_answered_when_the_reply_is_public_again()
    {
        await using var scene = await ReplyScene.Open();
        using var writer = scene.House.Browser();
        using var sent = await writer.Send(scene.At("/reply"), ReplyScene.Good);
        var page = sent.Headers.Location!.OriginalString.Split('?', '#')[0];
        var reply = await scene.Read(db => db.Replies.SingleAsync());
        async Task<Outcome?> Answered() => (await scene.Read(db => db.Set<Appeal>().SingleAsync())).Outcome;
        Task Undo(Decided decided) => scene.House.Write((db, stop) => DecideReplies.Undo(db, decided.Batch, ReplyScene.Moderator, scene.House.Clock.Now(), stop));

        var spam = await scene.Decide(ReplyState.Spam);
        using (await writer.Send(page + "/appeal", ("words", "It is no spam."))) { }
        await Undo(spam);
        scene.House.Clock.Advance(TimeSpan.FromMinutes(1));
        await scene.Decide(ReplyState.Rejected, reason: "insult");
        Assert.Contains("The answer will stand here", (await scene.Page(page)).QuerySelector("[aria-labelledby=own-appeal]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(await Answered());

        await scene.Decide(ReplyState.Published, ReplyState.Rejected, ids: reply.Id);
        Assert.Equal(Outcome.Upheld, await Answered());
        scene.House.Clock.Advance(TimeSpan.FromMinutes(1));
        var again = await scene.Decide(ReplyState.Spam, ReplyState.Published, ids: reply.Id);
        using (await writer.Send(page + "/appeal", ("words", "Nor is it now."))) { }
        await Undo(again);
        Assert.All(await scene.Read(db => db.Set<Appeal>().ToListAsync()), one => Assert.Equal(Outcome.Upheld, one.Outcome));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_appeal_ends_with_the_reply_that_its_writer_takes_back_or_has_erased(bool erased)
    {
        await using var scene = await ReplyScene.Open();
        var (reply, page, appeal) = await Appealed(scene);
        using var moderator = await scene.House.SignIn(Role.Moderator);
        await Report(scene, reply.Id, "one");
        if (erased)
            await Dateline.Replies.MyData.EraseReader.Perform(scene.House.Writes, reply.AddressKey!, scene.House.Clock.Now(), default);
        else
        {
            using var writer = scene.House.Browser();
            using (await writer.Send(page + "/withdrawal")) { }
            Assert.DoesNotContain("The answer will stand here", (await scene.House.Get(page)).Text, StringComparison.Ordinal);
        }
        Assert.Contains("No appeal waits.", await moderator.GetStringAsync("/desk/replies/appeals"), StringComparison.Ordinal);
        using (var late = await moderator.Send($"/desk/replies/appeals/{appeal.Id}", ("verdict", "uphold"), ("answer", "Published."))) Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        // A report of words that are gone asks nothing any more; one of words that were taken back is still looked at, and the list says why.
        Assert.Equal(!erased, (await moderator.GetStringAsync("/desk/replies/reports")).Contains("Its writer took it back.", StringComparison.Ordinal));
        Assert.Equal(erased ? Outcome.Lapsed : null, (await scene.Read(db => db.Set<ReplyReport>().SingleAsync())).Outcome);
        Assert.Equal((Outcome.Lapsed, erased ? "" : "It is no insult."), await scene.Read(async db => ((await db.Set<Appeal>().SingleAsync()).Outcome!.Value, (await db.Set<Appeal>().SingleAsync()).Words)));
    }

    [Fact]
    public async Task Reports_appeals_and_acts_go_after_their_term_and_none_that_is_open()
    {
        await using var scene = await ReplyScene.Open(builder => builder.Services.AddSingleton(new NodeRoles(Web: true, Worker: false)));
        var reply = await scene.Receive();
        await Report(scene, reply.Id, "one", "two");
        await scene.House.Write(async (db, stop) =>
        {
            (await db.Set<ReplyReport>().AsTracking().FirstAsync(stop)).Outcome = Outcome.Dismissed;
            db.Add(new Appeal { Id = Guid.CreateVersion7(), ReplyId = reply.Id, Words = "Open.", At = TestHouse.Start });
            db.Add(new Appeal { Id = Guid.CreateVersion7(), ReplyId = reply.Id, DecisionId = Guid.CreateVersion7(), Words = "Done.", At = TestHouse.Start, Outcome = Outcome.Dismissed });
            db.Add(new ModerationAct { Id = Guid.CreateVersion7(), At = TestHouse.Start, By = ReplyScene.Moderator.Id, Act = "ban", About = "ban:1" });
        });
        async Task<(int, int, int)> After(TimeSpan time)
        {
            foreach (var retention in scene.House.Services.GetServices<Retention>())
                await scene.House.Write((db, stop) => retention.Forget(db, DateTimeOffset.UnixEpoch, TestHouse.Start + time - retention.Period, Pruning.Batch, stop));
            return await scene.Read(async db => (await db.Set<ReplyReport>().CountAsync(), await db.Set<Appeal>().CountAsync(), await db.Set<ModerationAct>().CountAsync()));
        }
        Assert.Equal((2, 2, 1), await After(ReplyReport.Term - TimeSpan.FromDays(1)));
        Assert.Equal((1, 1, 1), await After(ReplyReport.Term + TimeSpan.FromDays(1)));
        Assert.Equal((1, 1, 0), await After(TimeSpan.FromDays(3 * 365 + 1)));
    }

    [Fact]
    public async Task How_many_reports_and_appeals_wait_is_said_on_every_page_of_the_moderators()
    {
        await using var scene = await ReplyScene.Open();
        var reply = await scene.Receive();
        using var moderator = await scene.House.SignIn(Role.Moderator);
        async Task<string[]> Places(string path) => [.. (await new HtmlParser().ParseDocumentAsync(await moderator.GetStringAsync(path))).QuerySelectorAll(".places li").Select(place => place.TextContent.Trim()).Take(3)];
        Assert.Equal(["Queue 1", "Reports", "Appeals"], await Places("/desk/replies"));
        await Report(scene, reply.Id, "one", "two");
        await scene.House.Write((db, _) => { db.Add(new Appeal { Id = Guid.CreateVersion7(), ReplyId = reply.Id, Words = "Read it again.", At = TestHouse.Start }); return Task.CompletedTask; });
        foreach (var path in new[] { "/desk/replies", "/desk/replies/log", "/desk/replies/rules", "/desk/replies/reports" })
            Assert.Equal(["Queue 1", "Reports 2", "Appeals 1"], await Places(path));
    }

    /// <summary>Its writer changed it into something that a rule stopped, or a colleague laid it aside: it is no less reported for that, and who reported it is told what came of it.</summary>
    [Fact]
    public async Task A_reported_reply_that_waits_again_is_taken_down_from_the_reports_too()
    {
        await using var scene = await ReplyScene.Open();
        var reply = await scene.Receive();
        await scene.Approve();
        await Report(scene, reply.Id, "one");
        await scene.Decide(ReplyState.Held, ReplyState.Published, ids: reply.Id);
        using var moderator = await scene.House.SignIn(Role.Moderator);
        var report = await scene.Read(db => db.Set<ReplyReport>().SingleAsync());
        var page = await new HtmlParser().ParseDocumentAsync(await moderator.GetStringAsync("/desk/replies/reports"));
        Assert.NotNull(page.QuerySelector($"form[action$='{report.Id}'] button[value='reject:insult']"));
        using (var granted = await moderator.Send($"/desk/replies/reports/{report.Id}", ("verdict", "reject:insult"))) Assert.Equal(HttpStatusCode.SeeOther, granted.StatusCode);
        Assert.Equal(ReplyState.Rejected, (await scene.Read(db => db.Replies.SingleAsync())).State);
        Assert.Equal("insult", (await scene.Read(db => db.Set<ReplyDecision>().SingleAsync(one => one.Rule == Rules.Report))).Reason);
        Assert.Equal(Outcome.Upheld, (await scene.Read(db => db.Set<ReplyReport>().SingleAsync())).Outcome);
        Assert.DoesNotContain("nineteen years", await moderator.GetStringAsync("/desk/replies"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_is_turned_down_leaves_the_reply()
    {
        await using var scene = await ReplyScene.Open();
        var reply = await scene.Receive();
        await scene.Approve();
        await Report(scene, reply.Id, "one");
        using var moderator = await scene.House.SignIn(Role.Moderator);
        var report = await scene.Read(db => db.Set<ReplyReport>().SingleAsync());
        using (await moderator.Send($"/desk/replies/reports/{report.Id}", ("verdict", "dismiss"))) { }
        Assert.Equal(ReplyState.Published, (await scene.Read(db => db.Replies.SingleAsync())).State);
        Assert.Equal(Outcome.Dismissed, (await scene.Read(db => db.Set<ReplyReport>().SingleAsync())).Outcome);
        Assert.Contains("No report waits.", await moderator.GetStringAsync("/desk/replies/reports"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_appeal_is_decided_by_somebody_else_where_there_is_one()
    {
        await using var scene = await ReplyScene.Open();
        var reply = await scene.Receive();
        using var first = await scene.House.SignIn(Role.Moderator, "Tomas Oyelaran");
        using (await first.Send("/desk/replies/decisions", ("reply", reply.Id.ToString()), ("from", "Held"), ("verdict", "reject:insult"))) { }
        var decision = await scene.Read(db => db.Set<ReplyDecision>().SingleAsync());
        var appeal = new Appeal { Id = Guid.CreateVersion7(), ReplyId = reply.Id, DecisionId = decision.Id, Words = "It was no insult.", At = TestHouse.Start };
        await scene.House.Write((db, _) => { db.Add(appeal); return Task.CompletedTask; });
        (string, string)[] form = [("verdict", "uphold"), ("answer", "You are right; it stands now.")];

        // Alone, one has to look at one's own decision again; as soon as there is a second moderator, one may not.
        using var second = await scene.House.SignIn(Role.Editor, "Jonas Weld");
        using (var own = await first.Send($"/desk/replies/appeals/{appeal.Id}", form)) Assert.Equal(HttpStatusCode.UnprocessableEntity, own.StatusCode);
        using (var silent = await second.Send($"/desk/replies/appeals/{appeal.Id}", ("verdict", "uphold"), ("answer", " "))) Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        using (var other = await second.Send($"/desk/replies/appeals/{appeal.Id}", form)) Assert.Equal(HttpStatusCode.SeeOther, other.StatusCode);
        Assert.Equal(ReplyState.Published, (await scene.Read(db => db.Replies.SingleAsync())).State);
        var decided = await scene.Read(db => db.Set<Appeal>().SingleAsync());
        Assert.Equal((Outcome.Upheld, "You are right; it stands now."), (decided.Outcome, decided.Answer));
        Assert.Contains("nineteen years", await second.GetStringAsync(scene.Story.Path), StringComparison.Ordinal);
        using (var late = await second.Send($"/desk/replies/appeals/{appeal.Id}", form)) Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
    }

    [Fact]
    public async Task Who_wrote_a_story_answers_its_readers_without_being_a_moderator()
    {
        await using var scene = await ReplyScene.Open();
        var other = scene.Cast.Carried("Lakes freeze early", "Text.", scene.Cast.LakesNews);
        await scene.Cast.Publish(scene.House, other);
        var question = await scene.Receive(("text", "Was the pilot aboard?"));
        await scene.Approve();
        var waiting = await scene.Receive(("text", "And who saw him?"));
        using var author = await scene.House.SignIn(Role.Journalist);
        var answer = $"/desk/replies/{question.Id}/answer";
        async Task<HttpStatusCode> Look(string path)
        {
            using var page = await author.GetAsync(new Uri(path, UriKind.Relative));
            return page.StatusCode;
        }
        Assert.Equal(HttpStatusCode.Forbidden, await Look(answer));
        using (var refused = await author.Send(answer, ("text", "He was."))) Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.DoesNotContain("/answer", await author.GetStringAsync($"/desk/stories/{scene.Story.Id}"), StringComparison.Ordinal);

        await scene.House.Write(async (db, stop) =>
        {
            var leila = await db.Set<Staff>().Where(staff => staff.Name == "Leila Moradi").Select(staff => staff.Id).SingleAsync(stop);
            db.Add(new Revision { Id = Guid.CreateVersion7(), StoryId = scene.Story.Id, Version = 99, Headline = "Strait reopens", Body = Body.Plain("By Leila."), At = scene.House.Clock.Now(), By = leila });
        });
        foreach (var desk in new[] { "/desk/stories", $"/desk/stories/{scene.Story.Id}" }) Assert.Contains(answer, await author.GetStringAsync(desk), StringComparison.Ordinal);
        var form = await author.GetStringAsync(answer);
        Assert.DoesNotContain("name=\"pin\"", form, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/desk/replies", form, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await Look($"/desk/replies/{waiting.Id}/answer")); // nobody but moderators has seen it
        using (var answered = await author.Send(answer, ("text", "He was, the port says."), ("pin", "1")))
            Assert.Equal((HttpStatusCode.SeeOther, $"/desk/stories/{scene.Story.Id}"), (answered.StatusCode, answered.Headers.Location!.OriginalString.Split('?')[0]));
        var given = await scene.Read(db => db.Replies.SingleAsync(reply => reply.IsStaff));
        Assert.Equal(("Leila Moradi", (Guid?)question.Id, false), (given.Name, given.ParentId, given.PinnedAt is not null));
        var told = await new HtmlParser().ParseDocumentAsync(await author.GetStringAsync($"/desk/stories/{scene.Story.Id}?said=Answered"));
        Assert.StartsWith("Your answer is public.", told.QuerySelector(".flash")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"to {question.Name}", told.QuerySelector($"a[href='{scene.At(PublicReply.PlaceOf(given.Id))}']")!.TextContent);
        Assert.DoesNotContain("Was the pilot aboard?", await author.GetStringAsync("/desk/stories"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await Look("/desk/replies"));
    }

    [Fact]
    public async Task An_answer_of_ours_is_put_right_by_who_wrote_it_or_a_moderator_and_its_readers_see_that_it_was()
    {
        await using var scene = await ReplyScene.Open();
        var question = await scene.Receive(("text", "Was the pilot aboard?"));
        await scene.Approve();
        using var author = await scene.House.SignIn(Role.Moderator, "Mira Sund");
        using (await author.Send($"/desk/replies/{question.Id}/answer", ("text", "He was *not* aboard, the prot says."))) { }
        var answer = await scene.Read(db => db.Replies.SingleAsync(reply => reply.IsStaff));
        var words = $"/desk/replies/{answer.Id}/words";
        Assert.Contains(words, await author.GetStringAsync("/desk/replies?show=published"), StringComparison.Ordinal);

        using (var journalist = await scene.House.SignIn(Role.Journalist, "Piet Zand"))
        {
            using (var other = await journalist.GetAsync(new Uri(words, UriKind.Relative))) Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
            using var sent = await journalist.Send(words, ("text", "Mine."), ("version", ""));
            Assert.Equal(HttpStatusCode.NotFound, sent.StatusCode);
        }
        using (var readers = await author.GetAsync(new Uri($"/desk/replies/{question.Id}/words", UriKind.Relative))) Assert.Equal(HttpStatusCode.NotFound, readers.StatusCode); // nobody puts words into a reader's mouth
        var form = new HtmlParser().ParseDocument(await author.GetStringAsync(words));
        Assert.Equal("He was *not* aboard, the prot says.", form.QuerySelector("#text")!.TextContent.Trim());
        using (var empty = await author.Send(words, ("text", " "), ("version", ""))) Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);

        Task<bool> Learned(string word) => scene.Read(db => db.Set<Dateline.Replies.Screening.FilterWord>().AnyAsync(row => row.Word == word));
        await Eventually.Holds(() => Learned("prot"), "the filter learned from it");
        scene.House.Clock.Advance(TimeSpan.FromMinutes(5));
        using (var changed = await author.Send(words, ("text", "He was not aboard, the port says."), ("version", form.QuerySelector("[name=version]")!.GetAttribute("value")!))) Assert.Equal(HttpStatusCode.SeeOther, changed.StatusCode);
        var page = await scene.Page(scene.Story.Path);
        Assert.Contains("He was not aboard, the port says.", page.DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($"#{PublicReply.AnchorOf(answer.Id)} .letter-edited"));
        Assert.False(await Learned("prot")); // nor does the filter know words that stand nowhere any more
        Assert.Contains("Changed the words of an answer of ours", await author.GetStringAsync($"/desk/replies/{answer.Id}/history"), StringComparison.Ordinal);
        // Who had the older words before them overwrites nobody's.
        using var late = await author.Send(words, ("text", "Once more."), ("version", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.Equal("Once more.", (await ReplyScene.Page(late)).QuerySelector("#text")!.TextContent.Trim());
        Assert.Contains("the port says", (await scene.House.Get(scene.Story.Path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_newsroom_answers_a_question_in_public_and_it_leaves_the_storys_desk()
    {
        await using var scene = await ReplyScene.Open();
        var question = await scene.Receive(("text", "Was the pilot aboard?"));
        using var editor = await scene.House.SignIn(Role.Editor, "Jonas Weld");
        Assert.DoesNotContain("Readers ask", await editor.GetStringAsync($"/desk/stories/{scene.Story.Id}"), StringComparison.Ordinal); // it isn't public yet
        await scene.Approve();
        Assert.Contains("Was the pilot aboard?", await editor.GetStringAsync($"/desk/stories/{scene.Story.Id}"), StringComparison.Ordinal);
        Assert.DoesNotContain("Was the pilot aboard?", await editor.GetStringAsync("/desk/stories"), StringComparison.Ordinal); // somebody else wrote it
        await scene.House.Write(async (db, stop) =>
        {
            var jonas = await db.Set<Staff>().Where(staff => staff.Name == "Jonas Weld").Select(staff => staff.Id).SingleAsync(stop);
            db.Add(new Revision { Id = Guid.CreateVersion7(), StoryId = scene.Story.Id, Version = 99, Headline = "Strait reopens", Body = Body.Plain("By Jonas."), At = scene.House.Clock.Now(), By = jonas });
        });
        Assert.Contains("Was the pilot aboard?", await editor.GetStringAsync("/desk/stories"), StringComparison.Ordinal);
        using (var empty = await editor.Send($"/desk/replies/{question.Id}/answer", ("text", "  "))) Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        const string list = "/desk/replies?show=published&question=1";
        Assert.Contains("Was the pilot aboard?", await editor.GetStringAsync(list), StringComparison.Ordinal);
        var place = "";
        for (var press = 1; press <= 2; press++) // twice, as an impatient finger does: it is one answer
            using (var answered = await editor.Send($"/desk/replies/{question.Id}/answer", ("text", "He was, the port says."), ("pin", "1")))
            {
                Assert.Equal(HttpStatusCode.SeeOther, answered.StatusCode);
                place = answered.Headers.Location!.OriginalString;
            }
        var answer = await scene.Read(db => db.Replies.SingleAsync(reply => reply.IsStaff));
        var open = await new HtmlParser().ParseDocumentAsync(await editor.GetStringAsync(place));
        Assert.StartsWith(list, place, StringComparison.Ordinal);
        Assert.Empty(open.QuerySelectorAll(".waiting"));
        Assert.Contains("The answer to Maryam Daneshvar is public.", open.QuerySelector(".flash[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("He was, the port says.", await editor.GetStringAsync(open.QuerySelector(".flash a")!.GetAttribute("href")), StringComparison.Ordinal);
        Assert.Single((await new HtmlParser().ParseDocumentAsync(await editor.GetStringAsync("/desk/replies?show=published"))).QuerySelectorAll(".waiting h2"), name => name.TextContent == question.Name); // it is no question any more, and among the approved
        Assert.Equal(("Jonas Weld", (Guid?)question.Id, ReplyState.Published, true, 0, null), (answer.Name, answer.ParentId, answer.State, answer.PinnedAt is not null, answer.EmailCipher.Length, answer.AddressKey));
        Assert.DoesNotContain("Was the pilot aboard?", await editor.GetStringAsync("/desk/stories"), StringComparison.Ordinal);
        var story = await editor.GetStringAsync(scene.Story.Path);
        Assert.Contains("He was, the port says.", story, StringComparison.Ordinal);
        Assert.DoesNotContain("Readers ask", await editor.GetStringAsync($"/desk/stories/{scene.Story.Id}"), StringComparison.Ordinal);
        await scene.Decide(ReplyState.Rejected, ReplyState.Published, ids: [question.Id]);
        using (var gone = await editor.Send($"/desk/replies/{question.Id}/answer", ("text", "Once more."))) Assert.Equal(HttpStatusCode.UnprocessableEntity, gone.StatusCode);
    }
}
