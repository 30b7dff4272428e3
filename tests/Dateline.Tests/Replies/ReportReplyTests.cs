using System.Net;
using Dateline.Replies;
using Dateline.Replies.Moderation;
using Dateline.Replies.Reports;
using Dateline.Tests.House;
using Microsoft.EntityFrameworkCore;

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
        using (var answer = await browser.Send(path, ("reason", "insult"), ("words", "It says\r\nthis."))) Assert.Equal(scene.At("/reported"), answer.Headers.Location!.OriginalString);
        using (await browser.Send(path, ("reason", "threat"))) { }
        var report = await scene.Read(db => db.Set<ReplyReport>().SingleAsync());
        Assert.Equal((reply.Id, "insult", "It says\nthis.", null), (report.ReplyId, report.Reason, report.Words, report.EmailCipher));
        Assert.Equal(ReplyState.Published, (await scene.Read(db => db.Replies.SingleAsync())).State);
        Assert.Equal(HttpStatusCode.OK, (await scene.House.Get(scene.At("/reported"))).Status);
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
}
