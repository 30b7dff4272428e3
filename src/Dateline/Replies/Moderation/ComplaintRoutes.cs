using Dateline.Foundation.Pages;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Moderation;

/// <summary>A reported reply, and what readers say of it.</summary>
public sealed record ReportedReply(Guid Report, WaitingReply Reply, IReadOnlyList<(string? Reason, string? Words, DateTimeOffset At)> Reports);

/// <summary>An appeal, the reply, and what was decided.</summary>
/// <param name="Mine">Whoever looks decided it.</param>
public sealed record OpenAppeal(Guid Id, WaitingReply Reply, string Words, DateTimeOffset At, bool Mine);

/// <summary>/desk/replies/reports and /desk/replies/appeals: oldest first, one page at a time.</summary>
internal static class ComplaintRoutes
{
    private const int PageSize = 50;
    private const int MostOfOne = 20;

    // GET /desk/replies/reports
    public static Task<IResult> Reports(string? said, Editor editor, DatelineDb db, Register register, TimeProvider clock, CancellationToken cancel) =>
        ReportsPage(Told(said), null, editor, db, register, clock, cancel);

    // POST /desk/replies/reports/{id}
    public static async Task<IResult> DecideReport(Guid id, FormFields fields, Editor editor, DatelineDb db, Writes writes, Register register, TimeProvider clock, CancellationToken cancel)
    {
        var (word, ground) = fields["verdict"].Split(':') is [var before, var after] ? (before, after) : (fields["verdict"], null);
        var outcome = word == "reject" ? Outcome.Upheld : Outcome.Dismissed;
        var written = await writes.Run((at, stop) => Complaints.DecideReport(at, id, SeenReply.Parse(fields["reply"]), outcome, ground, editor, clock.Now(), stop), cancel);
        return written.Value is { } refusal ? await ReportsPage(null, refusal, editor, db, register, clock, cancel) : new SeeOther($"/desk/replies/reports?said=report-{outcome}", written.Position, asCookie: true);
    }

    // GET /desk/replies/appeals
    public static Task<IResult> Appeals(string? said, Editor editor, DatelineDb db, Register register, TimeProvider clock, CancellationToken cancel) =>
        AppealsPage(Told(said), null, editor, db, register, clock, cancel);

    // POST /desk/replies/appeals/{id}
    public static async Task<IResult> DecideAppeal(Guid id, FormFields fields, Editor editor, DatelineDb db, Writes writes, Register register, TimeProvider clock, CancellationToken cancel)
    {
        var outcome = fields["verdict"] == "uphold" ? Outcome.Upheld : Outcome.Dismissed;
        var written = await writes.Run((at, stop) => Complaints.DecideAppeal(at, id, SeenReply.Parse(fields["reply"]), outcome, fields["answer"], editor, clock.Now(), stop), cancel);
        return written.Value is { } refusal ? await AppealsPage(null, refusal, editor, db, register, clock, cancel) : new SeeOther($"/desk/replies/appeals?said=appeal-{outcome}", written.Position, asCookie: true);
    }

    private static string? Told(string? said) => said switch
    {
        "report-Upheld" => N("Taken down. Its writer reads the reason on the reply’s own page; who reported it reads that it is gone."),
        "report-Dismissed" => N("It stays. Who reported it reads so on the report’s own page."),
        "appeal-Upheld" => N("Published. Its writer reads your answer on the reply’s own page."),
        "appeal-Dismissed" => N("It stays as it was. Its writer reads your answer on the reply’s own page."),
        _ => null,
    };

    private static async Task<IResult> ReportsPage(string? flash, Refusal? refusal, Editor editor, DatelineDb db, Register register, TimeProvider clock, CancellationToken cancel)
    {
        var open = db.Set<ReplyReport>().Where(report => report.Outcome == null);
        // By replies: of one of them there may be thousands, and the others wait as well.
        var ids = (await open.GroupBy(report => report.ReplyId).Select(group => new { group.Key, First = group.Min(report => report.At) }).OrderBy(row => row.First).ThenBy(row => row.Key).Take(PageSize).ToListAsync(cancel)).ConvertAll(row => row.Key);
        var reports = new List<ReplyReport>();
        foreach (var id in ids) reports.AddRange(await open.Where(report => report.ReplyId == id).OrderBy(report => report.At).ThenBy(report => report.Id).Take(MostOfOne).ToListAsync(cancel));
        var groups = reports.GroupBy(report => report.ReplyId).ToList();
        var replies = (await ModerationQueue.ReadReplies(db, db.Set<Reply>().Where(reply => ids.Contains(reply.Id)), cancel)).ToDictionary(reply => reply.Id);
        var reported = groups.ConvertAll(group => new ReportedReply(group.First().Id, replies[group.Key], [.. group.Select(report => (Grounds.Words(report.Reason), report.Words, report.At))]));
        return new StaffPage<ReportsPage>(new()
        {
            [nameof(Moderation.ReportsPage.Editor)] = editor,
            [nameof(Moderation.ReportsPage.Book)] = await register.Book(cancel),
            [nameof(Moderation.ReportsPage.Reported)] = reported,
            [nameof(Moderation.ReportsPage.Flash)] = flash,
            [nameof(Moderation.ReportsPage.Refusal)] = refusal?.Sentence,
            [nameof(Moderation.ReportsPage.Now)] = clock.Now(),
        }, refusal is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> AppealsPage(string? flash, Refusal? refusal, Editor editor, DatelineDb db, Register register, TimeProvider clock, CancellationToken cancel)
    {
        var open = await db.Set<Appeal>().Where(appeal => appeal.Outcome == null).OrderBy(appeal => appeal.At).ThenBy(appeal => appeal.Id).Take(PageSize)
            .Join(db.Set<Reply>(), appeal => appeal.ReplyId, reply => reply.Id, (appeal, reply) => new { appeal.Id, appeal.ReplyId, appeal.Words, appeal.At, By = db.Set<ReplyDecision>().Where(decision => decision.Id == reply.DecisionId).Select(decision => decision.By).FirstOrDefault() }).ToListAsync(cancel);
        var ids = open.ConvertAll(appeal => appeal.ReplyId);
        var replies = (await ModerationQueue.ReadReplies(db, db.Set<Reply>().Where(reply => ids.Contains(reply.Id)), cancel)).ToDictionary(reply => reply.Id);
        var alone = !await Complaints.IsNotAlone(db, editor, cancel);
        return new StaffPage<AppealsPage>(new()
        {
            [nameof(Moderation.AppealsPage.Editor)] = editor,
            [nameof(Moderation.AppealsPage.Book)] = await register.Book(cancel),
            [nameof(Moderation.AppealsPage.Appeals)] = open.OrderBy(appeal => appeal.At).ThenBy(appeal => appeal.Id).Select(appeal => new OpenAppeal(appeal.Id, replies[appeal.ReplyId], appeal.Words, appeal.At, appeal.By == editor.Id && !alone)).ToList(),
            [nameof(Moderation.AppealsPage.Flash)] = flash,
            [nameof(Moderation.AppealsPage.Refusal)] = refusal?.Sentence,
            [nameof(Moderation.AppealsPage.Now)] = clock.Now(),
        }, refusal is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }
}
