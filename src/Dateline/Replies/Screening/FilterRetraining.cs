using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Screening;

/// <summary>The filter learns anew from all that moderators decided, some replies at a time; one row for each time.</summary>
public sealed class FilterRetraining : IDue
{
    public required Guid Id { get; init; }

    public required Guid By { get; init; }

    /// <summary>What is decided from then on is heard of as always.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? DoneAt { get; set; }

    public DateTimeOffset? DueAt { get; set; }

    public DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>The last reply that was looked at.</summary>
    public Guid? After { get; set; }

    public int Learned { get; set; }

    /// <summary>Forgets all words, within a write; the rest follows in small steps. False when one is under way.</summary>
    internal static async Task<bool> Start(DatelineDb db, Guid by, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.Set<FilterRetraining>().AnyAsync(row => row.DoneAt == null, cancel)) return false;
        await db.Set<FilterWord>().ExecuteDeleteAsync(cancel);
        db.Add(new FilterRetraining { Id = Guid.CreateVersion7(now), By = by, StartedAt = now, DueAt = now });
        return true;
    }
}

internal sealed class FilterLearningAnew(DatelineDbFactory databases, Writes writes, TimeProvider clock, ILogger<FilterLearningAnew> log)
    : DueWork<FilterRetraining>(databases, writes, clock, log)
{
    private const int Step = 200;
    private readonly Writes _writes = writes;
    private readonly TimeProvider _clock = clock;

    protected override async Task Do(Guid id, CancellationToken cancel) => await _writes.Run(async (db, stop) =>
    {
        if (await db.Set<FilterRetraining>().AsTracking().FirstOrDefaultAsync(row => row.Id == id && row.DoneAt == null, stop) is not { } row) return;
        var (after, started) = (row.After ?? Guid.Empty, row.StartedAt);
        var step = await db.Set<Reply>().AsTracking().Where(reply => reply.Id > after && (reply.DecisionId != null || reply.TrainedAs != null)).OrderBy(reply => reply.Id).Take(Step)
            .LeftJoin(db.Set<ReplyDecision>(), reply => reply.DecisionId, decision => decision.Id, (reply, decision) => new { Reply = reply, Decision = decision })
            .OrderBy(found => found.Reply.Id).ToListAsync(stop); // the join need not keep the order
        foreach (var found in step)
        {
            if (found.Decision?.At > started) continue; // heard of since
            found.Reply.TrainedAs = null;
            var kind = found.Decision is { By: not null, At: var at } && !(found.Reply.EditedAt > at) ? FilterTraining.Kind(found.Reply.State) : null;
            await FilterTraining.Learn(db, found.Reply, kind, stop);
            if (kind is not null) row.Learned++;
        }
        row.After = step.Count == 0 ? row.After : step[^1].Reply.Id;
        if (step.Count < Step) (row.DueAt, row.DoneAt) = (null, _clock.Now());
        else row.DueAt = _clock.Now();
        row.LeasedUntil = null;
    }, cancel);
}
