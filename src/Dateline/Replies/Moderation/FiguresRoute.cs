using System.Globalization;
using Dateline.Foundation.Pages;
using Dateline.Foundation.Storage;
using Dateline.Layout;
using Dateline.People;
using Dateline.Replies.Screening;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Moderation;

/// <summary>What came in one day, and how long the moderators' decisions of that day had been waited for.</summary>
public sealed record DayOfReplies(DateTimeOffset Day, int Received, int Held, double? MedianMinutes);

/// <summary>The last days in numbers.</summary>
public sealed record ReplyFigures(IReadOnlyList<DayOfReplies> Days, IReadOnlyList<(string Rule, int Count)> Rules, int Decided, double? Median, double? Ninth)
{
    public const int MostDecisions = 5_000;

    /// <summary>A day is counted in an index alone; decisions are a sample, the latest of them.</summary>
    internal static async Task<ReplyFigures> Read(DatelineDb db, int days, DateTimeOffset now, CancellationToken cancel)
    {
        var today = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        var (counts, rules) = (new List<(DateTimeOffset Day, int Received, int Held)>(days), new Dictionary<string, int>(StringComparer.Ordinal));
        for (var back = days - 1; back >= 0; back--)
        {
            var (from, to) = (today.AddDays(-back), today.AddDays(1 - back));
            var byRule = await db.Set<Reply>().Where(reply => reply.SubmittedAt >= from && reply.SubmittedAt < to).GroupBy(reply => reply.HeldBy).Select(group => new { Rule = group.Key, Count = group.Count() }).ToListAsync(cancel);
            counts.Add((from, byRule.Sum(row => row.Count), byRule.Where(row => row.Rule is not null).Sum(row => row.Count)));
            foreach (var row in byRule)
                if (row.Rule is { } rule) rules[rule] = rules.GetValueOrDefault(rule) + row.Count;
        }
        var since = counts[0].Day;
        var waits = await db.Set<ReplyDecision>().Where(decision => decision.At >= since && decision.By != null && decision.From == ReplyState.Held).OrderByDescending(decision => decision.At).ThenByDescending(decision => decision.Id).Take(MostDecisions)
            .Join(db.Set<Reply>(), decision => decision.ReplyId, reply => reply.Id, (decision, reply) => new { decision.At, reply.SubmittedAt }).ToListAsync(cancel);
        var minutes = waits.ConvertAll(wait => (Day: new DateTimeOffset(wait.At.UtcDateTime.Date, TimeSpan.Zero), Minutes: (wait.At - wait.SubmittedAt).TotalMinutes));
        var medians = minutes.GroupBy(wait => wait.Day).ToDictionary(day => day.Key, day => Share(day.Select(wait => wait.Minutes), 0.5));
        return new ReplyFigures(
            counts.ConvertAll(day => new DayOfReplies(day.Day, day.Received, day.Held, medians.TryGetValue(day.Day, out var median) ? median : null)),
            [.. rules.OrderByDescending(rule => rule.Value).Select(rule => (rule.Key, rule.Value))],
            waits.Count, waits.Count == 0 ? null : Share(minutes.Select(wait => wait.Minutes), 0.5), waits.Count == 0 ? null : Share(minutes.Select(wait => wait.Minutes), 0.9));
    }

    private static double Share(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Count) - 1, 0, sorted.Count - 1)];
    }
}

/// <summary>GET /desk/replies/figures: how much comes, how much of it waits, how long, and because of what.</summary>
internal static class FiguresRoute
{
    private static readonly int[] Spans = [14, 30, 90];

    public static async Task<IResult> Get(string? days, Editor editor, DatelineDb db, Register register, CurrentSettings settings, TimeProvider clock, CancellationToken cancel)
    {
        var span = int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && Spans.Contains(asked) ? asked : Spans[1];
        return new StaffPage<FiguresPage>(new()
        {
            [nameof(FiguresPage.Editor)] = editor,
            [nameof(FiguresPage.Book)] = await register.Book(cancel),
            [nameof(FiguresPage.Figures)] = await ReplyFigures.Read(db, span, clock.Now(), cancel),
            [nameof(FiguresPage.Target)] = (await settings.Now(cancel)).TargetMinutes,
            [nameof(FiguresPage.Days)] = span,
        });
    }
}
