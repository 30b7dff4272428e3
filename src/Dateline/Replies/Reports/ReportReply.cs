using System.Globalization;
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
/// GET and POST …/replies/{id}/report, and the thanks afterwards. A network may be a town's: each report counts, but for one that says what another from there
/// said, while that one waits. Once a moderator answered it, the same again isn't thanked and thrown away: whoever sends it is told that somebody looked. Whoever
/// reported is led to a page of their own that says what came of it; who reports a reply that is gone meanwhile is thanked, and there is nothing more to say.
/// </summary>
internal sealed class ReportReply(PublicPages pages, Writes writes, DatelineDbFactory databases, AddressVault vault, OwnKey keys, ReaderCookie cookie, TimeProvider clock)
{
    /// <summary>From one network, or one reader who proved their address. The shortest first: what it refuses isn't counted by the longer one.</summary>
    private static readonly (int Minutes, int Most)[] Limits = [(1, 6), (60, 30)];

    /// <summary>For so long, and at most twice as long, what a moderator answered isn't asked again in the same words.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromDays(7);

    /// <param name="Wait">Too many; the seconds to wait.</param>
    /// <param name="WasAnswered">A moderator looked at it for this reason lately.</param>
    /// <param name="Report">The report that says so now; null when there is nothing to report.</param>
    private readonly record struct Taken(int? Wait = null, bool WasAnswered = false, Guid? Report = null);

    /// <param name="By">Whom the report is counted for.</param>
    private sealed record Reporter(string Key, string By);

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
            var reporter = await Who(db, pass, network, stop);
            foreach (var (minutes, most) in Limits)
                if ((await SendingCount.Add(db, new Dictionary<string, int>(StringComparer.Ordinal) { [$"r{minutes}:{reporter.By}"] = most }, now, stop, minutes)).Count > 0)
                    return new Taken((int)(minutes * 60 - now.ToUnixTimeSeconds() % (minutes * 60)));
            return await Keep(db, story.Id, id, ground, said.Length == 0 ? null : said, reporter.Key, now, stop);
        }, cancel);
        if (written.Value.WasAnswered) return await Again(http, story, id, words, StatusCodes.Status409Conflict, "report.error.answered");
        if (written.Value.Wait is not { } wait) return new SeeOther(written.Value.Report is { } report ? keys.AddressOfReport(story.Edition, report) : story.Path + "/reported");
        http.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        return await Again(http, story, id, words, StatusCodes.Status429TooManyRequests, wait > 60 ? "report.error.later" : "report.error.soon");
    }

    /// <summary>A reader whom a cookie names, or the network. Cookies without a proved address anybody has for the asking: they are counted with their network.</summary>
    private static async Task<Reporter> Who(DatelineDb db, ReaderPass? pass, string network, CancellationToken cancel)
    {
        var known = pass is null ? null : await db.Set<Reader>().Where(reader => reader.Id == pass.Id && reader.Stamp == pass.Stamp).Select(reader => new { reader.Id, reader.VerifiedAt }).FirstOrDefaultAsync(cancel);
        var key = known?.Id.ToString("N") ?? network;
        return new Reporter(key, known?.VerifiedAt is null ? network : key);
    }

    private async Task<Taken> Keep(DatelineDb db, Guid story, Guid id, Ground ground, string? words, string reporter, DateTimeOffset now, CancellationToken cancel)
    {
        var about = await db.Set<Reply>().Where(reply => reply.Id == id && reply.StoryId == story && reply.State == ReplyState.Published).Select(reply => new { reply.EditedAt }).FirstOrDefaultAsync(cancel);
        if (about is null) return new Taken();
        var said = MatchText.Of(words ?? "").Line;
        string Key(long week) => vault.Recognise("report", reporter, ground.Code, said, SeenReply.TextOf(about.EditedAt).ToString(CultureInfo.InvariantCulture), week.ToString(CultureInfo.InvariantCulture))[..SenderKeys.Length];
        var thisWeek = now.ToUnixTimeSeconds() / (long)Rest.TotalSeconds;
        var (here, before) = (Key(thisWeek), Key(thisWeek - 1));
        var same = await db.Set<ReplyReport>().Where(report => report.ReplyId == id && (report.ReporterKey == here || report.ReporterKey == before)).OrderByDescending(report => report.At).Select(report => new { report.Id, report.Outcome }).FirstOrDefaultAsync(cancel);
        if (same is not null) return new Taken(WasAnswered: same.Outcome is not null, Report: same.Id);
        var made = Guid.CreateVersion7(now);
        db.Add(new ReplyReport { Id = made, ReplyId = id, Reason = ground.Code, Words = words, ReporterKey = here, At = now });
        db.Journal.Add(new ReplyReported(id));
        return new Taken(Report: made);
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
