using Dateline.Foundation.Journal;
using Dateline.Foundation.Pages;
using Dateline.Foundation.Storage;
using Dateline.Layout;
using Dateline.Replies.Moderation;
using Dateline.Replies.Own;
using Dateline.Replies.Readers;
using Dateline.Replies.Screening;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Reports;

/// <summary>
/// GET and POST …/replies/{id}/report, and the thanks afterwards. One report counts for each reply and network, or known reader;
/// who reports again, or one that is gone meanwhile, is thanked like everybody.
/// </summary>
internal sealed class ReportReply(PublicPages pages, Writes writes, DatelineDbFactory databases, AddressVault vault, ReaderCookie cookie, TimeProvider clock)
{
    private const int MostInAMinute = 6;

    public static Task<IResult> Form(string edition, string key, string slug, Guid id, HttpContext http, PublicPages pages) =>
        pages.Serve(http, edition, (make, cancel) => ReplyPages.OfStory(make, edition, key, slug, Beside(id), story => Page(make, story, id, "", StatusCodes.Status200OK, null, cancel), cancel));

    public static Task<IResult> Thanks(string edition, string key, string slug, HttpContext http, PublicPages pages) =>
        pages.Serve(http, edition, (make, cancel) => ReplyPages.OfStory(make, edition, key, slug, "/reported", story =>
            make.Html<ReportedPage>(new() { [nameof(ReportedPage.Page)] = make.Page, [nameof(ReportedPage.Story)] = story }), cancel));

    public async Task<IResult> Post(string edition, string key, Guid id, HttpContext http, FormFields fields)
    {
        var (cancel, now) = (http.RequestAborted, clock.Now());
        PublicStory? story;
        await using (var db = databases.Open()) story = await db.FindPublicStory(key, now, cancel);
        if (story is null) return await pages.ServeUncached(http, edition, (make, stop) => ReplyPages.Gone(make, key, stop));
        var words = fields["words"];
        var said = words.Length == 0 ? "" : AppealDecision.Clean(words);
        if (Grounds.Of(fields["reason"]) is not { } ground) return await Again(http, story, id, words, StatusCodes.Status422UnprocessableEntity, "report.error.reason");
        if (fields.WasMended) return await Again(http, story, id, words, StatusCodes.Status422UnprocessableEntity, "reply.error.marred");
        if (said is null) return await Again(http, story, id, words, StatusCodes.Status422UnprocessableEntity, "report.error.words");

        var network = SenderKeys.Of(vault, http.Connection.RemoteIpAddress, "", "").Network;
        var pass = cookie.Read(http);
        var written = await writes.Run(async (db, stop) =>
        {
            if ((await SendingCount.Add(db, new Dictionary<string, int>(StringComparer.Ordinal) { ["r:" + network] = MostInAMinute }, now, stop)).Count > 0) return false;
            await Keep(db, story.Id, id, ground, said.Length == 0 ? null : said, await Reporter(db, pass, network, stop), now, stop);
            return true;
        }, cancel);
        if (written.Value) return new SeeOther(story.Path + "/reported");
        http.Response.Headers.RetryAfter = "60";
        return await Again(http, story, id, words, StatusCodes.Status429TooManyRequests, "report.error.soon");
    }

    private async Task<string> Reporter(DatelineDb db, ReaderPass? pass, string network, CancellationToken cancel)
    {
        var known = pass is not null && await db.Set<Reader>().AnyAsync(reader => reader.Id == pass.Id && reader.Stamp == pass.Stamp, cancel);
        return vault.Recognise("report", known ? pass!.Id.ToString("N") : network)[..SenderKeys.Length];
    }

    private static async Task Keep(DatelineDb db, Guid story, Guid id, Ground ground, string? words, string reporter, DateTimeOffset now, CancellationToken cancel)
    {
        if (!await db.Set<Reply>().AnyAsync(reply => reply.Id == id && reply.StoryId == story && reply.State == ReplyState.Published, cancel)
            || await db.Set<ReplyReport>().AnyAsync(report => report.ReplyId == id && report.ReporterKey == reporter, cancel)) return;
        db.Add(new ReplyReport { Id = Guid.CreateVersion7(now), ReplyId = id, Reason = ground.Code, Words = words, ReporterKey = reporter, At = now });
        db.Journal.Add(new ReplyReported(id));
    }

    private Task<IResult> Again(HttpContext http, PublicStory story, Guid id, string words, int status, string problem) =>
        pages.ServeUncached(http, story.Edition, async (make, cancel) => await Page(make, story, id, words, status, make.Page.Words[problem], cancel) with { CacheControl = "no-store" });

    private static async Task<RenderedPage> Page(PublicRender make, PublicStory story, Guid id, string words, int status, string? problem, CancellationToken cancel)
    {
        if (await make.Db.PublicReplyName(story.Id, id, cancel) is not { } name) return await make.NotFound();
        return await make.Html<ReportPage>(new()
        {
            [nameof(ReportPage.Page)] = make.Page,
            [nameof(ReportPage.Story)] = story,
            [nameof(ReportPage.Action)] = story.Path + Beside(id),
            [nameof(ReportPage.Name)] = name,
            [nameof(ReportPage.Words)] = words,
            [nameof(ReportPage.Problem)] = problem,
        }, status);
    }

    public static string Beside(Guid id) => $"{PublicReply.PlaceOf(id)}/report";
}
