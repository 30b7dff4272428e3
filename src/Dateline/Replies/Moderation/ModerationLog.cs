using Dateline.Foundation.Storage;
using Dateline.People;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Moderation;

/// <summary>One line of the log: a decision on a reply, or another act.</summary>
public sealed record LogLine(Guid Id, DateTimeOffset At, string? By, string What, Guid? Reply, string? Name, string? Rule, int? RuleVersion, string? Reason, string? Dsa, string? Note, string? Terms);

/// <summary>A page of the append-only log, the latest first: rows in it are added and never changed.</summary>
public sealed record ModerationLog(IReadOnlyList<LogLine> Lines, ReplyPlace? Next)
{
    private const int PageSize = 100;

    internal static async Task<ModerationLog> Decisions(DatelineDb db, Guid? reply, ReplyPlace? before, CancellationToken cancel)
    {
        var (staff, replies) = (db.Set<Staff>(), db.Set<Reply>());
        var decisions = db.Set<ReplyDecision>().AsQueryable();
        if (reply is { } one) decisions = decisions.Where(decision => decision.ReplyId == one);
        if (before is { } place) decisions = decisions.Where(decision => decision.At < place.At || (decision.At == place.At && decision.Id < place.Id));
        var rows = await decisions.OrderByDescending(decision => decision.At).ThenByDescending(decision => decision.Id).Take(PageSize + 1).Select(decision => new
        {
            Decision = decision,
            By = staff.Where(person => person.Id == decision.By).Select(person => person.Name).FirstOrDefault(),
            Name = replies.Where(found => found.Id == decision.ReplyId).Select(found => found.Name).FirstOrDefault(),
        }).ToListAsync(cancel);
        var lines = rows.OrderByDescending(row => row.Decision.At).ThenByDescending(row => row.Decision.Id)
            .Select(row => new LogLine(row.Decision.Id, row.Decision.At, row.By ?? (row.Decision.By is null ? null : "somebody who left"), $"{row.Decision.From} → {row.Decision.To}", row.Decision.ReplyId, row.Name,
                row.Decision.Rule, row.Decision.RuleVersion, Grounds.Words(row.Decision.Reason), Grounds.Of(row.Decision.Reason)?.Dsa, row.Decision.Note, null)).ToList();
        return Of(lines);
    }

    internal static async Task<ModerationLog> Acts(DatelineDb db, string? about, ReplyPlace? before, CancellationToken cancel)
    {
        var staff = db.Set<Staff>();
        var acts = db.Set<ModerationAct>().AsQueryable();
        if (about is not null) acts = acts.Where(act => act.About == about);
        if (before is { } place) acts = acts.Where(act => act.At < place.At || (act.At == place.At && act.Id < place.Id));
        var rows = await acts.OrderByDescending(act => act.At).ThenByDescending(act => act.Id).Take(PageSize + 1)
            .Select(act => new { Act = act, By = staff.Where(person => person.Id == act.By).Select(person => person.Name).FirstOrDefault() }).ToListAsync(cancel);
        var lines = rows.OrderByDescending(row => row.Act.At).ThenByDescending(row => row.Act.Id)
            .Select(row => new LogLine(row.Act.Id, row.Act.At, row.By ?? "somebody who left", $"{row.Act.Act}: {row.Act.About}", null, null, null, null, null, null, row.Act.Note, row.Act.Terms)).ToList();
        return Of(lines);
    }

    private static ModerationLog Of(List<LogLine> lines) =>
        new(lines[..Math.Min(lines.Count, PageSize)], lines.Count > PageSize ? new ReplyPlace(lines[PageSize - 1].At, lines[PageSize - 1].Id) : null);
}
