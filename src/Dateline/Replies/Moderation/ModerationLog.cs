using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Moderation;

/// <summary>One line of the log: a decision on a reply, or another act.</summary>
public sealed record LogLine(Guid Id, DateTimeOffset At, string? By, string What, Guid? Reply, string? Name, string? Rule, int? RuleVersion, string? Reason, string? Dsa, string? Note);

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
            .Select(row => new LogLine(row.Decision.Id, row.Decision.At, row.By ?? (row.Decision.By is null ? null : T("somebody who left")), T("{0} → {1}", Verdicts.Name(row.Decision.From), Verdicts.Name(row.Decision.To)), row.Decision.ReplyId, row.Name,
                row.Decision.Rule, row.Decision.RuleVersion, Grounds.Words(row.Decision.Reason), Grounds.Of(row.Decision.Reason)?.Dsa, row.Decision.Note)).ToList();
        return Of(lines);
    }

    internal static async Task<ModerationLog> Acts(DatelineDb db, HouseBook book, string? about, ReplyPlace? before, CancellationToken cancel)
    {
        var staff = db.Set<Staff>();
        var acts = db.Set<ModerationAct>().AsQueryable();
        if (about is not null) acts = acts.Where(act => act.About == about);
        if (before is { } place) acts = acts.Where(act => act.At < place.At || (act.At == place.At && act.Id < place.Id));
        var rows = await acts.OrderByDescending(act => act.At).ThenByDescending(act => act.Id).Take(PageSize + 1)
            .Select(act => new { Act = act, By = staff.Where(person => person.Id == act.By).Select(person => person.Name).FirstOrDefault() }).ToListAsync(cancel);
        var scopes = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var scope in rows.Where(row => row.Act.Act == "mode").Select(row => row.Act.About).Distinct(StringComparer.Ordinal)) scopes[scope] = await DiscussionRuleChanges.Named(db, scope, cancel);
        var ids = rows.Select(row => ReplyOf(row.Act)).OfType<Guid>().Distinct().ToList();
        var names = await db.Set<Reply>().Where(reply => ids.Contains(reply.Id)).ToDictionaryAsync(reply => reply.Id, reply => reply.Name, cancel);
        var lines = rows.OrderByDescending(row => row.Act.At).ThenByDescending(row => row.Act.Id)
            .Select(row => new LogLine(row.Act.Id, row.Act.At, row.By ?? T("somebody who left"), ActWords.Of(row.Act, scopes.GetValueOrDefault(row.Act.About), at => Times.Exact(book, at)),
                ReplyOf(row.Act) is { } one && names.ContainsKey(one) ? one : null, ReplyOf(row.Act) is { } same ? names.GetValueOrDefault(same) : null, null, null, null, null, row.Act.Note)).ToList();
        return Of(lines);
    }

    /// <summary>The reply that it was done to, or that a ban was made from.</summary>
    private static Guid? ReplyOf(ModerationAct act) => act.About.StartsWith("reply:", StringComparison.Ordinal) && Guid.TryParseExact(act.About.AsSpan(6), "N", out var id) ? id : act.ReplyId;

    private static ModerationLog Of(List<LogLine> lines) =>
        new(lines[..Math.Min(lines.Count, PageSize)], lines.Count > PageSize ? new ReplyPlace(lines[PageSize - 1].At, lines[PageSize - 1].Id) : null);
}
