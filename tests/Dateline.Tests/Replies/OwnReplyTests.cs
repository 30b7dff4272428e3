using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Markup;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Replies;
using Dateline.Replies.Moderation;
using Dateline.Replies.Own;
using Dateline.Replies.Readers;
using Dateline.Replies.Screening;
using Dateline.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Tests.Replies;

/// <summary>What the writer of a reply sees and can do, and nobody else.</summary>
public class OwnReplyTests
{
    private static async Task<(HttpClient Browser, string Page, Reply Reply)> Write(ReplyScene scene, params (string Name, string Value)[] changed)
    {
        var browser = scene.House.Browser();
        using var answer = await browser.Send(scene.At("/reply"), [.. ReplyScene.Good.Where(field => changed.All(other => other.Name != field.Name)), .. changed]);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var page = answer.Headers.Location!.OriginalString.Split('?', '#')[0];
        return (browser, page, await scene.Read(db => db.Replies.OrderByDescending(reply => reply.SubmittedAt).FirstAsync()));
    }

    private static Task<Reply> Now(ReplyScene scene, Reply reply) => scene.Read(db => db.Replies.SingleAsync(row => row.Id == reply.Id));

    /// <summary>The address is shown once, also to somebody whose reply is public at once.</summary>
    [Fact]
    public async Task Whoever_may_withdraw_a_reply_is_told_to_keep_its_address()
    {
        await using var scene = await ReplyScene.Open();
        using var sent = await scene.Send();
        var page = sent.Headers.Location!.OriginalString.Split('?', '#')[0];
        Assert.Contains("Keep this address: here you see what becomes of your reply.", (await scene.Page(page)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await scene.Approve();
        Assert.Contains("Keep this address: by it you can withdraw your reply later on.", (await scene.Page(page)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await scene.Decide(ReplyState.Rejected, ReplyState.Published, reason: "insult");
        Assert.DoesNotContain("Keep this address", (await scene.Page(page)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_that_is_known_finds_its_own_replies_page_after_page_and_no_other_browser_does()
    {
        await using var scene = await ReplyScene.Open();
        var (browser, page, reply) = await Write(scene, ("remember", "yes"));
        browser.Dispose();
        using var known = scene.House.Browser();
        var pass = scene.House.Services.GetRequiredService<ReaderCookie>().Value(new ReaderPass(reply.ReaderId!.Value, 1));
        known.DefaultRequestHeaders.Add("Cookie", $"{ReaderCookie.Name}={pass}");
        var ids = await scene.Add(60, ReplyState.Published, i => TestHouse.Start.AddMinutes(-1 - (i / 3)));
        await scene.House.Write((db, stop) => db.Replies.Where(row => ids.Contains(row.Id)).ExecuteUpdateAsync(row => row.SetProperty(one => one.ReaderId, reply.ReaderId), stop));
        await scene.House.Write((db, stop) => db.Replies.Where(row => row.Id == ids[0]).ExecuteUpdateAsync(row => row.SetProperty(one => one.ReaderId, (Guid?)null), stop)); // somebody else's

        using (var answer = await known.GetAsync(new Uri("/en/your-data", UriKind.Relative))) Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        var (found, address) = (new List<string>(), (string?)"/en/your-data");
        while (address is not null)
        {
            var list = new HtmlParser().ParseDocument(await known.GetStringAsync(address));
            found.AddRange(list.QuerySelectorAll(".own-list a").Select(link => link.GetAttribute("href")!));
            Assert.True(found.Count <= 60);
            address = list.QuerySelector("section .more a")?.GetAttribute("href");
        }
        Assert.Equal((60, 60, page), (found.Count, found.Distinct().Count(), found[0]));

        var stranger = await scene.Page("/en/your-data");
        Assert.Empty(stranger.QuerySelectorAll(".own-list a"));
        Assert.Contains("This browser isn’t known here", stranger.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await scene.House.Write((db, stop) => db.Set<Reader>().ExecuteUpdateAsync(row => row.SetProperty(reader => reader.Stamp, 2), stop));
        Assert.DoesNotContain("your-reply", await known.GetStringAsync("/en/your-data"), StringComparison.Ordinal); // its cookies were ended
    }

    [Fact]
    public async Task Its_writer_reads_plainly_why_a_reply_waits_or_was_rejected_and_nobody_may_keep_or_index_the_page()
    {
        await using var scene = await ReplyScene.Open();
        var (browser, path, reply) = await Write(scene);
        using (browser)
        {
            using var answer = await browser.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
            Assert.Equal("noindex", answer.Headers.GetValues("X-Robots-Tag").Single());
            Assert.False(answer.Headers.Contains("Set-Cookie"));
            var page = await ReplyScene.Page(answer);
            Assert.Contains("as those of every reader who isn’t known here yet", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(ReplyScene.Text, page.QuerySelector(".letter-text")!.TextContent.Trim());
            Assert.DoesNotContain(ReplyScene.Address, page.DocumentElement.OuterHtml, StringComparison.Ordinal);

            await scene.Decide(ReplyState.Rejected, reason: "insult", ids: reply.Id);
            var rejected = (await scene.Page(path)).QuerySelector("[role=status]")!.TextContent;
            Assert.Contains("insults or harasses somebody", rejected, StringComparison.Ordinal);
            Assert.Contains("STATEMENT_CATEGORY_CYBER_VIOLENCE", rejected, StringComparison.Ordinal);
        }
    }

    /// <summary>A statement of reasons says what was done: one that was public was taken down.</summary>
    [Theory]
    [InlineData("en", "Your reply was taken down", "A moderator decided to take it down.", "Why should it be public again?")]
    [InlineData("ar", "أُزيل تعليقك", "قرر المشرف إزالته.", "لماذا ينبغي أن يُنشر من جديد؟")]
    [InlineData("fa", "دیدگاه شما برداشته شد", "ناظر تصمیم گرفت آن را بردارد.", "چرا باید دوباره منتشر شود؟")]
    public async Task Of_a_reply_that_was_public_its_writer_reads_that_it_was_taken_down(string language, string title, string why, string ask)
    {
        await using var scene = await ReplyScene.Open();
        var (browser, path, reply) = await Write(scene);
        browser.Dispose();
        var words = Dateline.Layout.Languages.Wording.Of(language);
        async Task<(string, string, string)> Told()
        {
            var own = (await scene.Read(db => OwnReply.Find(db, reply.Id, default)))!;
            return (words[own.TitleKey], words[own.TextKey], words[own.AppealKey]);
        }
        await scene.Decide(ReplyState.Rejected, reason: "other", ids: reply.Id);
        Assert.Equal((words["own.rejected.title"], words["own.why.rejected"], words["own.appeal.label"]), await Told());
        await scene.Decide(ReplyState.Published, ReplyState.Rejected, ids: reply.Id);
        foreach (var ground in new[] { null, "other" })
        {
            await scene.Decide(ReplyState.Rejected, ReplyState.Published, reason: ground, ids: reply.Id);
            Assert.Equal((title, why, ask), await Told());
            await scene.Decide(ReplyState.Published, ReplyState.Rejected, ids: reply.Id);
        }
        await scene.Decide(ReplyState.Rejected, ReplyState.Published, reason: "insult", ids: reply.Id);
        Assert.Equal((title, words["ground.insult"], ask), await Told());
        if (language != "en") return;
        var page = await scene.Page(path);
        Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
        Assert.Equal(ask, page.QuerySelector("label[for=words]")!.TextContent);
    }

    [Fact]
    public async Task One_asks_for_another_look_beside_a_verdict_and_out_of_the_way_of_a_reply_that_waits()
    {
        await using var scene = await ReplyScene.Open();
        var (browser, path, reply) = await Write(scene);
        using (browser)
        {
            var page = await scene.Page(path);
            Assert.Equal("Ask for another look", page.QuerySelector("details:not([open]):has(form[action$='/appeal']) > summary")!.TextContent);
            using (var refused = await browser.Send(path + "/appeal", ("words", " "))) Assert.NotNull((await ReplyScene.Page(refused)).QuerySelector("details[open] form[action$='/appeal']"));
            await scene.Decide(ReplyState.Rejected, reason: "off-subject", ids: reply.Id);
            page = await scene.Page(path);
            Assert.Null(page.QuerySelector("details form[action$='/appeal']"));
            Assert.NotNull(page.QuerySelector("form[action$='/appeal'] textarea"));
        }
    }

    [Fact]
    public void Every_ground_has_its_sentence_in_every_language()
    {
        foreach (var language in Dateline.Layout.Languages.Wording.Languages)
        {
            var words = Dateline.Layout.Languages.Wording.Of(language);
            foreach (var ground in Grounds.All) Assert.Contains($"ground.{ground.Code}", words.Keys);
        }
    }

    [Fact]
    public async Task A_wrong_secret_opens_nothing_and_is_answered_like_every_other()
    {
        await using var scene = await ReplyScene.Open();
        var (browser, path, reply) = await Write(scene);
        browser.Dispose();
        var other = await scene.Receive(("text", "Another one’s words."), ("email", "other@example.org"));
        var secret = path[^64..];
        string[] wrong = ["x", secret[..^1], secret[..^1] + (secret[^1] == '0' ? '1' : '0'), $"{other.Id:N}{secret[32..]}", $"{reply.Id:N}", new string('0', 64)];
        var answers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var one in wrong)
        {
            var (status, text) = await scene.House.Get($"/en/your-reply/{one}");
            Assert.Equal(HttpStatusCode.NotFound, status);
            answers.Add(text);
            foreach (var act in new[] { "text", "withdrawal", "appeal" })
            {
                using var intruder = scene.House.Browser();
                using var answer = await intruder.Send($"/en/your-reply/{one}/{act}", ("text", "Mine now."), ("words", "Mine now."));
                Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            }
        }
        Assert.Single(answers);
        Assert.Equal(HttpStatusCode.NotFound, (await scene.House.Get(path.Replace("/en/", "/xx/", StringComparison.Ordinal))).Status);
        Assert.Equal((ReplyState.Held, 1), ((await Now(scene, reply)).State, (await Now(scene, other)).Version));
    }

    [Fact]
    public async Task A_change_goes_through_the_same_checks_and_changes_the_text_alone()
    {
        await using var scene = await ReplyScene.Open();
        var (browser, path, reply) = await Write(scene);
        using (browser)
        {
            var form = (await scene.Page(path)).QuerySelector("form[action$='/text']")!;
            Assert.Equal("\n" + ReplyScene.Text, "\n" + form.QuerySelector("textarea")!.TextContent.TrimStart('\n'));
            Assert.NotNull(form.QuerySelector("textarea[aria-describedby=text-note] ~ #text-note"));
            foreach (var bad in new[] { "", "\u200b", new string('x', ReplyForm.LongestText + 1) })
            {
                using var refused = await browser.Send(path + "/text", ("text", bad));
                Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            }
            using (var answer = await browser.Send(path + "/text", ("text", "I piloted it for *twenty* years. <script>alert(1)</script>"), ("name", "Somebody else"), ("email", "else@example.org"), ("website", "https://else.example/"), ("state", "Published"), ("storyId", Guid.Empty.ToString())))
            {
                Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
                Assert.Equal("Your change is saved.", (await scene.Page(answer.Headers.Location!.OriginalString)).QuerySelector("[role=status]")!.TextContent);
            }
            Assert.DoesNotContain("Your change is saved.", (await scene.Page(path)).Body!.TextContent, StringComparison.Ordinal);
            var changed = await Now(scene, reply);
            Assert.Equal(("Maryam Daneshvar", null, ReplyState.Held), (changed.Name, changed.Website, changed.State));
            Assert.Equal(scene.House.Clock.GetUtcNow(), changed.EditedAt);
            Assert.Equal("I piloted it for twenty years. <script>alert(1)</script>", PlainText.From(changed.Body));
            Assert.Equal(reply.EmailCipher, changed.EmailCipher);
            Assert.Equal("I piloted it for *twenty* years. <script>alert(1)</script>", (await scene.Page(path)).QuerySelector("#text")!.TextContent.TrimStart('\n'));

            scene.House.Clock.Advance(OwnReply.ChangeWindow);
            using var late = await browser.Send(path + "/text", ("text", "Too late."));
            Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
            Assert.Equal("Too late.", (await ReplyScene.Page(late)).QuerySelector("textarea[readonly]")!.TextContent.TrimStart('\n'));
        }
    }

    [Fact]
    public async Task A_changed_public_reply_is_checked_again_and_marked_and_its_pages_follow()
    {
        await using var scene = await ReplyScene.Open();
        await scene.House.Write((db, _) =>
        {
            var rule = new DiscussionRule { Scope = DiscussionRule.Site, Mode = DiscussionMode.Open };
            db.Add(rule);
            db.Journal.Add(rule.Changed());
            return Task.CompletedTask;
        });
        var (browser, path, reply) = await Write(scene);
        using (browser)
        {
            Assert.Contains("nineteen", (await scene.House.Get(scene.Story.Path)).Text, StringComparison.Ordinal);
            using var changed = await browser.Send(path + "/text", ("text", "For twenty years."));
            var page = await scene.Page($"{scene.Story.Path}?{changed.Headers.Location!.OriginalString.Split('?', '#')[1]}"); // as new as the answer says
            Assert.Equal(("For twenty years.", "edited"), (page.QuerySelector(".letter-text")!.TextContent.Trim(), page.QuerySelector(".letter-edited")!.TextContent));

            using (await browser.Send(path + "/text", ("text", "See https://a.example/ and https://b.example/."))) { }
            Assert.Equal((ReplyState.Held, "links"), ((await Now(scene, reply)).State, (await Now(scene, reply)).HeldBy));
            Assert.DoesNotContain("a.example", (await scene.House.Get(scene.Story.Path)).Text, StringComparison.Ordinal);

            // And a harmless text doesn't bring it back by itself.
            using (await browser.Send(path + "/text", ("text", "Nothing to see."))) { }
            Assert.Equal(ReplyState.Held, (await Now(scene, reply)).State);
        }
    }

    [Fact]
    public async Task A_withdrawn_reply_is_gone_at_once_and_its_place_stays_for_those_who_answered()
    {
        await using var scene = await ReplyScene.Open();
        var (browser, path, reply) = await Write(scene);
        await scene.Approve();
        var answer = await scene.Receive(("text", "To a public one."), ("parent", reply.Id.ToString()), ("name", "Noor"));
        await scene.Approve(answer.Id);
        using (browser)
        {
            Assert.NotEqual(HttpStatusCode.OK, (await scene.House.Get(path + "/withdrawal")).Status);
            Assert.DoesNotContain("Your change is saved.", (await scene.House.Get(path + "?changed")).Text, StringComparison.Ordinal); // it wasn't changed
            await scene.House.Get(path); // no link that a mail scanner follows changes anything
            Assert.Equal(ReplyState.Published, (await Now(scene, reply)).State);
            using (await browser.Send(path + "/withdrawal")) { }
        }
        var page = await scene.Page(scene.Story.Path);
        Assert.Equal("This reply was withdrawn by its writer.", page.QuerySelector(".letter-gone")!.TextContent);
        Assert.Equal(["To a public one."], page.QuerySelectorAll(".letter-text").Select(text => text.TextContent.Trim()));
        Assert.DoesNotContain("Maryam", page.QuerySelector(".replies")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await scene.Decide(ReplyState.Published, ReplyState.Withdrawn, ids: reply.Id)).Refusal);
        using var moderator = await scene.House.SignIn(Role.Moderator);
        foreach (var look in new[] { "/desk/replies?show=withdrawn", $"/desk/replies/{reply.Id}/history" }) // nor is a moderator offered what would be refused
        {
            var row = await new HtmlParser().ParseDocumentAsync(await moderator.GetStringAsync(look));
            Assert.Contains("nineteen years", row.QuerySelector(".waiting-text")!.TextContent, StringComparison.Ordinal);
            Assert.Empty(row.QuerySelectorAll("form[action='/desk/replies/decisions'], input[form=marked]"));
            Assert.NotNull(row.QuerySelector(".waiting a[data-key=b]"));
        }
    }

    [Fact]
    public async Task What_a_withdrawn_reply_said_is_read_by_moderators_for_a_while_and_then_deleted()
    {
        await using var scene = await ReplyScene.Open(builder => builder.Services.AddSingleton(new NodeRoles(Web: true, Worker: false)), options => options with { KeepWithdrawn = 7 });
        var (browser, path, reply) = await Write(scene, ("website", "https://maryam.example/"));
        var other = await scene.Receive(("name", "Noor"), ("text", "Another one, that nobody took back."));
        Assert.NotEmpty(reply.Findings);
        using (browser)
        {
            Assert.Contains("for 7 more days, then it is deleted", (await scene.House.Get(path)).Text, StringComparison.Ordinal);
            using (await browser.Send(path + "/withdrawal")) { }
        }
        Assert.Contains("Our moderators can read what it said until 23 November 2026", (await scene.House.Get(path)).Text, StringComparison.Ordinal);
        using var moderator = await scene.House.SignIn(Role.Moderator);
        Task<string> Read() => moderator.GetStringAsync("/desk/replies?show=withdrawn");
        async Task Forget()
        {
            foreach (var retention in scene.House.Services.GetServices<Retention>())
                await scene.House.Write((db, stop) => retention.Forget(db, DateTimeOffset.UnixEpoch, scene.House.Clock.GetUtcNow() - retention.Period, retention.Batch, stop));
        }

        scene.House.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        await Forget();
        Assert.Contains("nineteen years", await Read(), StringComparison.Ordinal);
        scene.House.Clock.Advance(TimeSpan.FromMinutes(2));
        await Forget();
        var list = await Read();
        Assert.DoesNotContain("nineteen years", list, StringComparison.Ordinal);
        Assert.Contains("what it said is deleted", list, StringComparison.Ordinal);
        Assert.Contains("Maryam Daneshvar", list, StringComparison.Ordinal);
        Assert.DoesNotContain("nineteen years", await moderator.GetStringAsync($"/desk/replies/{reply.Id}/history"), StringComparison.Ordinal);
        var row = await Now(scene, reply);
        Assert.Equal((true, null, 0, 0, reply.AddressKey, reply.HeldBy), (row.Body.IsEmpty, row.Website, row.Links, row.Findings.Count, row.AddressKey, row.HeldBy));
        Assert.Equal([Rules.Withdrawn], await scene.Read(db => db.Set<ReplyDecision>().Where(decision => decision.ReplyId == reply.Id).Select(decision => decision.Rule).ToListAsync()));
        Assert.Equal([other.Id], await scene.Read(db => db.Set<Dateline.Replies.Screening.ReplyTrace>().Select(trace => trace.ReplyId).ToListAsync()));
        Assert.Equal("Another one, that nobody took back.", Dateline.Foundation.Markup.PlainText.From((await Now(scene, other)).Body));
        Assert.DoesNotContain("Our moderators", (await scene.House.Get(path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdrawn_words_go_by_themselves_however_many_are_due()
    {
        await using var scene = await ReplyScene.Open();
        var ids = await scene.Add(3 * WithdrawnWords.Batch + 1, ReplyState.Held, _ => TestHouse.Start); // more than two looks with one write each would do
        await scene.House.Write((db, stop) => db.Set<Reply>().Where(reply => ids.Contains(reply.Id))
            .ExecuteUpdateAsync(row => row.SetProperty(reply => reply.State, ReplyState.Withdrawn).SetProperty(reply => reply.WithdrawnAt, TestHouse.Start - TimeSpan.FromDays(WithdrawnWords.UsualDays)), stop));
        scene.House.Clock.Advance(TimeSpan.FromMinutes(11)); // a look each ten minutes
        await Eventually.Holds(() => scene.Read(async db => (await db.Set<Reply>().ToListAsync()).TrueForAll(reply => reply.Body.IsEmpty)), "all words are gone");
    }

    [Fact]
    public async Task An_appeal_is_made_once_for_each_decision_and_its_answer_stands_on_the_page()
    {
        await using var scene = await ReplyScene.Open();
        var (browser, path, reply) = await Write(scene);
        await scene.Decide(ReplyState.Rejected, reason: "off-subject", ids: reply.Id);
        using (browser)
        {
            foreach (var bad in new[] { "", " \n", new string('x', Appeal.LongestWords + 1) })
            {
                using var refused = await browser.Send(path + "/appeal", ("words", bad));
                Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            }
            using (await browser.Send(path + "/appeal", ("words", "It is about the strait."))) { }
            using (await browser.Send(path + "/appeal", ("words", "Again."))) { }
        }
        var appeal = await scene.Read(db => db.Set<Appeal>().SingleAsync());
        Assert.Equal(("It is about the strait.", (await Now(scene, reply)).DecisionId), (appeal.Words, appeal.DecisionId));
        Assert.Contains("The answer will stand here", (await scene.Page(path)).QuerySelectorAll("[role=status]")[^1].TextContent, StringComparison.Ordinal);
        await scene.House.Write((db, stop) => db.Set<Appeal>().ExecuteUpdateAsync(row => row.SetProperty(one => one.Outcome, Outcome.Dismissed).SetProperty(one => one.Answer, "It was about ferries."), stop));
        var page = await scene.Page(path);
        Assert.Contains("the decision stands", page.QuerySelectorAll("[role=status]")[^1].TextContent, StringComparison.Ordinal);
        Assert.Contains("It was about ferries.", page.QuerySelector("blockquote")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_keeps_silent_about_a_story_that_was_killed()
    {
        await using var scene = await ReplyScene.Open();
        var (browser, path, _) = await Write(scene);
        browser.Dispose();
        Assert.Contains("Strait reopens", (await scene.House.Get(path)).Text, StringComparison.Ordinal);
        await scene.House.Write(async (db, stop) => await Dateline.Desk.KillStory.Perform(db, scene.Story.Id, "Wrong.", null, scene.House.Clock.Now(), stop));
        var (status, text) = await scene.House.Get(path);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.DoesNotContain("Strait reopens", text, StringComparison.Ordinal);
        Assert.DoesNotContain(scene.Story.Slug, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cookie_is_given_only_to_who_ticks_the_box_and_trust_follows_it()
    {
        await using var scene = await ReplyScene.Open();
        using (var plain = await scene.Send()) Assert.False(plain.Headers.Contains("Set-Cookie"));
        scene.House.Clock.Advance(TimeSpan.FromMinutes(1));
        using var browser = scene.House.Browser();
        using (var ticked = await browser.Send(scene.At("/reply"), [.. ReplyScene.Good.Where(field => field.Name != "text"), ("text", "Remember this."), ("remember", "yes")]))
        {
            var cookie = ticked.Headers.GetValues("Set-Cookie").Single();
            Assert.StartsWith(ReaderCookie.Name + "=", cookie, StringComparison.Ordinal);
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        }
        var reader = await scene.Read(db => db.Set<Reader>().SingleAsync());
        Assert.Null(reader.VerifiedAt);
        await scene.Approve();
        scene.House.Clock.Advance(TimeSpan.FromMinutes(1));
        using var known = await browser.Send(scene.At("/reply"), [.. ReplyScene.Good.Where(field => field.Name != "text"), ("text", "The second one of somebody known.")]);
        Assert.Contains("#reply-", known.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.False(known.Headers.Contains("Set-Cookie"));
        Assert.Equal(reader.Id, (await scene.Read(db => db.Replies.OrderByDescending(reply => reply.SubmittedAt).FirstAsync())).ReaderId);

        // The address alone is worth nothing, whoever types it.
        scene.House.Clock.Advance(TimeSpan.FromMinutes(1));
        using var typed = await scene.Send(("text", "I only typed the address."));
        ReplyScene.AssertHeld(typed);
    }

    [Fact]
    public async Task Who_takes_the_tick_away_or_says_so_on_the_own_page_is_known_no_more()
    {
        await using var scene = await ReplyScene.Open();
        using var browser = scene.House.Browser();
        async Task<(HttpResponseMessage Answer, Reply Reply)> Send(string text, params (string, string)[] more)
        {
            scene.House.Clock.Advance(TimeSpan.FromMinutes(1));
            var answer = await browser.Send(scene.At("/reply"), [.. ReplyScene.Good.Where(field => field.Name != "text"), ("text", text), .. more]);
            return (answer, await scene.Read(db => db.Replies.OrderByDescending(reply => reply.SubmittedAt).FirstAsync()));
        }
        static string Page(HttpResponseMessage answer) => answer.Headers.Location!.OriginalString.Split('?', '#')[0];

        var (ticked, first) = await Send("Remember this.", ("remember", "yes"));
        using (ticked) Assert.NotNull(first.ReaderId);
        var (unshown, second) = await Send("No script showed the tick.");
        using (unshown) Assert.Equal(first.ReaderId, second.ReaderId);
        Assert.Contains("You are known in this browser", await browser.GetStringAsync(Page(unshown)), StringComparison.Ordinal);
        Assert.DoesNotContain("You are known in this browser", (await scene.House.Get(Page(unshown))).Text, StringComparison.Ordinal);

        var (untied, third) = await Send("The tick was there and I took it away.", ("remembered", "yes"));
        using (untied) Assert.Null(third.ReaderId);
        Assert.False(await scene.Read(db => db.Set<Reader>().AnyAsync()));
        Assert.DoesNotContain("You are known in this browser", await browser.GetStringAsync(Page(untied)), StringComparison.Ordinal);

        var (again, fourth) = await Send("Remember this once more.", ("remember", "yes"), ("remembered", "yes"));
        using (again) Assert.NotNull(fourth.ReaderId);
        using (await browser.Send(Page(again) + "/forget")) { }
        Assert.False(await scene.Read(db => db.Set<Reader>().AnyAsync()));
        var (last, fifth) = await Send("And now nobody knows me.");
        using (last) Assert.Null(fifth.ReaderId);
    }

    [Theory]
    [InlineData("first", false, "isn’t known here yet", null)]
    [InlineData("first", true, "as the first replies of every reader", null)]
    [InlineData("all", false, "a moderator reads every reply", null)]
    [InlineData("checking", false, "An automatic check looks at it first", null)]
    [InlineData("check-failed", false, "didn’t work just now", null)]
    [InlineData("always-held", true, "A moderator has decided that replies from you", "STATEMENT_CATEGORY_OTHER_VIOLATION_TC")]
    [InlineData("banned-network", false, "A moderator has decided that replies from you", "STATEMENT_CATEGORY_OTHER_VIOLATION_TC")]
    [InlineData("filter", false, "An automatic check stopped at it", "STATEMENT_CATEGORY_OTHER_VIOLATION_TC")]
    [InlineData("links", false, "several links", "STATEMENT_CATEGORY_OTHER_VIOLATION_TC")]
    public async Task Why_a_reply_waits_is_told_as_it_is(string rule, bool known, string sentence, string? code)
    {
        await using var scene = await ReplyScene.Open();
        var (browser, path, reply) = await Write(scene);
        browser.Dispose();
        await scene.House.Write((db, stop) => db.Replies.Where(row => row.Id == reply.Id).ExecuteUpdateAsync(row => row.SetProperty(one => one.HeldBy, rule).SetProperty(one => one.ReaderId, known ? Guid.CreateVersion7() : null), stop));
        var page = await scene.Page(path);
        Assert.Contains(sentence, page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(code, page.QuerySelector(".dsa-code")?.TextContent);
    }

    [Fact]
    public async Task Nobody_is_told_that_a_moderator_reads_what_a_rule_put_away()
    {
        await using var scene = await ReplyScene.Open();
        var (browser, path, reply) = await Write(scene, (ReplyForm.Honey, "filled in"));
        browser.Dispose();
        Assert.Equal(ReplyState.Spam, reply.State);
        var page = await scene.Page(path);
        Assert.Contains("No person has read it yet", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("form[action$='/appeal']"));
    }

    [Fact]
    public async Task The_page_of_a_cookies_owner_is_byte_for_byte_that_of_anybody()
    {
        await using var scene = await ReplyScene.Open();
        using var browser = scene.House.Browser();
        using (await browser.Send(scene.At("/reply"), [.. ReplyScene.Good, ("remember", "yes")])) { }
        foreach (var path in new[] { scene.Story.Path, scene.At("/reply"), scene.At("/replies") })
            Assert.Equal((await scene.House.Get(path)).Text, await browser.GetStringAsync(new Uri(path, UriKind.Relative)));
    }
}
