using System.Net;
using AngleSharp.Html.Parser;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Replies;
using Dateline.Replies.Moderation;
using Dateline.Replies.Readers;
using Dateline.Replies.Reports;
using Dateline.Replies.Screening;
using Dateline.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Tests.Replies;

public class ReportReplyTests
{
    private static async Task<(Reply Reply, string Path)> Public(ReplyScene scene)
    {
        var reply = await scene.Receive();
        await scene.Approve();
        return (reply, scene.At(ReportReply.Beside(reply.Id)));
    }

    [Fact]
    public async Task A_reader_reports_a_reply_with_a_reason_and_it_stays_where_it_is()
    {
        await using var scene = await ReplyScene.Open();
        var (reply, path) = await Public(scene);
        Assert.Equal(path, (await scene.Page(scene.Story.Path)).QuerySelector(".letter-acts a[href$='/report']")!.GetAttribute("href"));
        var form = (await scene.Page(path)).QuerySelector("form[action$='/report']")!;
        Assert.Equal(Grounds.All.Select(ground => ground.Code), form.QuerySelectorAll("input[name=reason]").Select(choice => choice.GetAttribute("value")));
        using var browser = scene.House.Browser();
        using (var answer = await browser.Send(path, ("reason", "insult"), ("words", "It says\r\nthis."))) Assert.StartsWith("/en/your-report/", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var report = await scene.Read(db => db.Set<ReplyReport>().SingleAsync());
        Assert.Equal((reply.Id, "insult", "It says\nthis.", null), (report.ReplyId, report.Reason, report.Words, report.EmailCipher));
        Assert.Equal(ReplyState.Published, (await scene.Read(db => db.Replies.SingleAsync())).State);
        Assert.Equal(HttpStatusCode.OK, (await scene.House.Get(scene.At("/reported"))).Status);
    }

    [Fact]
    public async Task Of_one_network_each_reason_and_each_text_is_a_report_and_the_same_again_is_none()
    {
        await using var scene = await ReplyScene.Open();
        var (_, path) = await Public(scene);
        foreach (var (reason, words) in new[] { ("insult", ""), ("insult", ""), ("insult", "It calls my mother a liar."), ("insult", " it calls my mother a  LIAR!"), ("threat", "") })
        {
            using var browser = scene.House.Browser();
            using var answer = await browser.Send(path, ("reason", reason), ("words", words));
            Assert.StartsWith("/en/your-report/", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        }
        Assert.Equal([("insult", null), ("insult", "It calls my mother a liar."), ("threat", (string?)null)], await scene.Read(async db => (await db.Set<ReplyReport>().ToListAsync()).ConvertAll(report => (report.Reason, report.Words)).Order().ToList()));
        Assert.Equal(3, await Shown(scene));
    }

    [Fact]
    public async Task What_a_moderator_left_is_not_asked_again_in_the_same_words_and_whoever_does_is_told()
    {
        await using var scene = await ReplyScene.Open();
        var (_, path) = await Public(scene);
        using var browser = scene.House.Browser();
        using (await browser.Send(path, ("reason", "insult"))) { }
        using var moderator = await scene.House.SignIn(Role.Moderator);
        var report = await scene.Read(db => db.Set<ReplyReport>().SingleAsync());
        using (await moderator.Send($"/desk/replies/reports/{report.Id}", ("reply", $"{report.ReplyId}"), ("verdict", "dismiss"))) { }
        Assert.Equal(Outcome.Dismissed, (await scene.Read(db => db.Set<ReplyReport>().SingleAsync())).Outcome);

        using (var again = await browser.Send(path, ("reason", "insult")))
        {
            Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
            Assert.Contains("A moderator looked at this reply lately for that reason", (await ReplyScene.Page(again)).QuerySelector("#problems")!.TextContent, StringComparison.Ordinal);
        }
        Assert.Equal(0, await Shown(scene));
        foreach (var (reason, words) in new[] { ("insult", "It is about my mother."), ("personal-details", "") })
            using (var other = await browser.Send(path, ("reason", reason), ("words", words))) Assert.Equal(HttpStatusCode.SeeOther, other.StatusCode);
        scene.House.Clock.Advance(TimeSpan.FromDays(14));
        using (var later = await browser.Send(path, ("reason", "insult"))) Assert.Equal(HttpStatusCode.SeeOther, later.StatusCode);
        Assert.Equal(3, await Shown(scene));
    }

    private static async Task<string> Report(ReplyScene scene, string path, string reason, string words = "")
    {
        using var browser = scene.House.Browser();
        using var answer = await browser.Send(path, ("reason", reason), ("words", words));
        return answer.Headers.Location!.OriginalString;
    }

    private static async Task<string> Told(ReplyScene scene, string page) => (await scene.Page(page)).QuerySelector("[role=status]")!.TextContent;

    [Theory]
    [InlineData("dismiss", "A moderator looked at the reply and found that it may stay.")]
    [InlineData("reject:threat", "A moderator looked at the reply and took it down.")]
    public async Task Who_reports_reads_at_an_address_of_their_own_what_came_of_it(string verdict, string told)
    {
        await using var scene = await ReplyScene.Open();
        var (_, path) = await Public(scene);
        var own = await Report(scene, path, "insult", "It calls my mother a liar.");
        var page = await scene.Page(own);
        Assert.Equal("A moderator will look at the reply.", page.QuerySelector("[role=status]")!.TextContent);
        Assert.Contains("Keep this address", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("It calls my mother a liar.", page.QuerySelector("main blockquote")!.TextContent);
        Assert.Equal(own, await Report(scene, path, "insult", "It calls my mother a liar.")); // said twice, it is one report

        using var moderator = await scene.House.SignIn(Role.Moderator);
        var report = await scene.Read(db => db.Set<ReplyReport>().SingleAsync());
        using (await moderator.Send($"/desk/replies/reports/{report.Id}", ("reply", $"{report.ReplyId}"), ("verdict", verdict))) { }
        page = await scene.Page(own);
        Assert.Equal(told, page.QuerySelector("[role=status]")!.TextContent);
        Assert.DoesNotContain("Keep this address", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(verdict == "dismiss", page.QuerySelector("main")!.TextContent.Contains("article 21", StringComparison.Ordinal));
        Assert.DoesNotContain("Maryam", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_reply_that_went_otherwise_a_reporter_learns_that_it_is_gone_and_of_one_that_came_back_that_it_is_there()
    {
        await using var scene = await ReplyScene.Open();
        var (reply, path) = await Public(scene);
        var own = await Report(scene, path, "insult");
        await scene.Decide(ReplyState.Rejected, ReplyState.Published, reason: "insult", ids: reply.Id);
        Assert.Equal("A moderator looked at the reply and took it down.", await Told(scene, own));
        scene.House.Clock.Advance(TimeSpan.FromMinutes(1));
        await scene.Decide(ReplyState.Published, ReplyState.Rejected, ids: reply.Id);
        Assert.EndsWith("it is public again.", await Told(scene, own), StringComparison.Ordinal);

        var other = await Report(scene, path, "threat");
        await scene.House.Write(async (db, stop) => await Dateline.Replies.Own.ChangeReply.Withdraw(db, reply.Id, scene.House.Clock.Now(), stop));
        Assert.Equal("The reply isn’t public any more.", await Told(scene, other));
    }

    [Fact]
    public async Task A_reports_address_opens_that_report_alone()
    {
        await using var scene = await ReplyScene.Open();
        var (reply, path) = await Public(scene);
        var own = await Report(scene, path, "insult");
        var keys = (Dateline.Replies.Own.OwnKey)scene.House.Services.GetService(typeof(Dateline.Replies.Own.OwnKey))!;
        var report = await scene.Read(db => db.Set<ReplyReport>().SingleAsync());
        Assert.Equal(keys.AddressOfReport("en", report.Id), own);
        foreach (var secret in new[] { own.Split('/')[^1][..^1] + "x", keys.Of(report.Id), keys.Of(reply.Id), report.Id.ToString("N") })
        {
            var page = await scene.House.Get($"/en/your-report/{secret}");
            Assert.Equal(HttpStatusCode.NotFound, page.Status);
            Assert.Contains("There is no report at this address", page.Text, StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await scene.House.Get($"/en/your-reply/{own.Split('/')[^1]}")).Status);
    }

    [Fact]
    public async Task Many_reports_of_one_reply_hide_no_other_and_an_hour_has_its_limit()
    {
        await using var scene = await ReplyScene.Open();
        var ids = await scene.Add(2, ReplyState.Published, i => TestHouse.Start.AddSeconds(i));
        await scene.House.Write((db, _) =>
        {
            db.AddRange(Enumerable.Range(0, 300).Select(i => new ReplyReport { Id = Guid.CreateVersion7(TestHouse.Start.AddMilliseconds(i)), ReplyId = ids[0], Reason = "insult", Words = $"Number {i}", ReporterKey = $"k{i}", At = TestHouse.Start }));
            return Task.CompletedTask;
        });
        using var browser = scene.House.Browser();
        var sent = 0;
        for (HttpStatusCode status; ; sent++)
        {
            if (sent % 6 == 0) scene.House.Clock.Advance(TimeSpan.FromMinutes(1));
            using var answer = await browser.Send(scene.At(ReportReply.Beside(ids[1])), ("reason", "insult"), ("words", $"Number {sent}"));
            if ((status = answer.StatusCode) == HttpStatusCode.SeeOther) continue;
            Assert.Equal(HttpStatusCode.TooManyRequests, status);
            Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalMinutes, 1, 60);
            Assert.Equal($"Number {sent}", (await ReplyScene.Page(answer)).QuerySelector("#words")!.TextContent.TrimStart('\n'));
            break;
        }
        Assert.Equal(30, sent);
        using var moderator = await scene.House.SignIn(Role.Moderator);
        var page = await new HtmlParser().ParseDocumentAsync(await moderator.GetStringAsync("/desk/replies/reports"));
        Assert.Equal(["Reader 0", "Reader 1"], page.QuerySelectorAll(".waiting-head h2").Select(name => name.TextContent));
    }

    /// <summary>How many reports wait on the moderators' page.</summary>
    private static async Task<int> Shown(ReplyScene scene)
    {
        using var moderator = await scene.House.SignIn(Role.Moderator);
        return (await new HtmlParser().ParseDocumentAsync(await moderator.GetStringAsync("/desk/replies/reports"))).QuerySelectorAll(".waiting li").Length;
    }

    [Fact]
    public async Task A_report_without_a_reason_or_with_too_many_words_comes_back_as_it_was()
    {
        await using var scene = await ReplyScene.Open();
        var (_, path) = await Public(scene);
        using var browser = scene.House.Browser();
        foreach (var (reason, words) in new[] { ("", "Mine."), ("nonsense", "Mine."), ("insult", new string('x', ReplyReport.LongestWords + 1)) })
        {
            using var answer = await browser.Send(path, ("reason", reason), ("words", words));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Equal(words, (await ReplyScene.Page(answer)).QuerySelector("#words")!.TextContent.TrimStart('\n'));
        }
        Assert.Equal(0, await scene.Read(db => db.Set<ReplyReport>().CountAsync()));
    }

    [Fact]
    public async Task What_isnt_public_cant_be_reported_nor_found_out_and_a_flood_is_stopped()
    {
        await using var scene = await ReplyScene.Open();
        var held = await scene.Receive();
        var path = scene.At(ReportReply.Beside(held.Id));
        Assert.Equal(HttpStatusCode.NotFound, (await scene.House.Get(path)).Status);
        using var browser = scene.House.Browser();
        for (var i = 0; i < 6; i++)
        {
            using var answer = await browser.Send(path, ("reason", "insult"));
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        }
        using var seventh = await browser.Send(path, ("reason", "insult"));
        Assert.NotEqual(HttpStatusCode.SeeOther, seventh.StatusCode);
        Assert.Equal(0, await scene.Read(db => db.Set<ReplyReport>().CountAsync()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_cookie_lifts_no_limit_but_of_who_proved_their_address(bool proved)
    {
        await using var scene = await ReplyScene.Open();
        var (_, path) = await Public(scene);
        var vault = scene.House.Services.GetRequiredService<AddressVault>();
        using (var guest = scene.House.Browser())
            for (var i = 0; i < 6; i++)
                using (await guest.Send(path, ("reason", "insult"), ("words", $"Number {i}"))) { }
        var reader = new Reader { Id = Guid.CreateVersion7(), AddressKey = SenderKeys.AddressOf(vault, "reader@example.org"), EmailCipher = vault.Hide("reader@example.org"), Name = "Reader", VerifiedAt = proved ? TestHouse.Start : null, SeenAt = TestHouse.Start };
        await scene.House.Write((db, _) =>
        {
            db.Add(reader);
            return Task.CompletedTask;
        });
        using var browser = scene.House.Browser();
        browser.DefaultRequestHeaders.Add("Cookie", $"{ReaderCookie.Name}={scene.House.Services.GetRequiredService<ReaderCookie>().Value(new ReaderPass(reader.Id, 1))}");
        using var seventh = await browser.Send(path, ("reason", "insult"), ("words", "Once more."));
        Assert.Equal(proved ? HttpStatusCode.SeeOther : HttpStatusCode.TooManyRequests, seventh.StatusCode);
    }
}
