using Dateline.Foundation.Pages;
using Dateline.Foundation.Storage;
using Dateline.Layout;
using Dateline.Replies.Moderation;
using Dateline.Replies.Own;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Reports;

/// <summary>A report as whoever sent it sees it (article 16 of the Digital Services Act: they are told what was decided).</summary>
/// <param name="State">Where the reply is now; null when it is gone for good.</param>
public sealed record OwnReport(ReplyReport Report, ReplyState? State, string StoryKey)
{
    private bool IsPublic => State == ReplyState.Published;

    /// <summary>Somebody of ours looked and left it: whoever doesn't agree is told where they may turn to.</summary>
    public bool WasDismissed => Report.Outcome == Outcome.Dismissed && IsPublic;

    /// <summary>Nobody has looked yet, and there is something to look at.</summary>
    public bool Waits => Report.Outcome is null && IsPublic;

    /// <summary>The key of the sentence that says what came of it. Of a reply that went for another reason nothing is said but that it is gone: why is its writer's affair.</summary>
    public string Key => (Report.Outcome, IsPublic, Report.By) switch
    {
        (null, true, _) => "report.thanks.text",
        (Outcome.Dismissed, true, _) => "report.own.stays",
        (Outcome.Upheld, true, not null) => "report.own.again",
        (Outcome.Upheld, true, null) => "report.own.stays", // a rule had put it away, and somebody put it back
        (Outcome.Upheld, false, not null) => "report.own.down",
        _ => "report.own.gone",
    };

    internal static async Task<OwnReport?> Find(DatelineDb db, Guid? id, CancellationToken cancel)
    {
        if (id is null || await db.Set<ReplyReport>().FirstOrDefaultAsync(row => row.Id == id, cancel) is not { } report) return null;
        var reply = await db.Set<Reply>().Where(row => row.Id == report.ReplyId).Select(row => new { row.State, row.StoryKey }).FirstOrDefaultAsync(cancel);
        return new OwnReport(report, reply?.State, reply?.StoryKey ?? "");
    }
}

/// <summary>GET /{edition}/your-report/{secret}: for one person, kept by nobody, indexed by nobody.</summary>
internal sealed class OwnReportRoute(PublicPages pages, DatelineDbFactory databases, Register register, OwnKey keys, TimeProvider clock)
{
    public async Task<IResult> Get(string edition, string secret, HttpContext http)
    {
        var (cancel, book) = (http.RequestAborted, await register.Book(http.RequestAborted));
        if (book.Edition(edition) is not { } of) return Results.NotFound();
        await using var db = databases.Open();
        var page = pages.Page(book, of);
        if (await OwnReport.Find(db, keys.ReadReport(secret), cancel) is not { } own) return new StaffPage<NoSuchReportPage>(new() { [nameof(NoSuchReportPage.Page)] = page }, StatusCodes.Status404NotFound);
        return new StaffPage<OwnReportPage>(new()
        {
            [nameof(OwnReportPage.Page)] = page,
            [nameof(OwnReportPage.Own)] = own,
            [nameof(OwnReportPage.Story)] = await db.FindPublicStory(own.StoryKey, clock.Now(), cancel), // of a killed one not even the headline stands here
        });
    }
}
