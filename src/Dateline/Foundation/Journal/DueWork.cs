using System.Linq.Expressions;
using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Foundation.Journal;

/// <summary>A row with a time of its own at which something is to be done with it.</summary>
public interface IDue
{
    Guid Id { get; }

    /// <summary>When; null: nothing to do.</summary>
    DateTimeOffset? DueAt { get; set; }

    /// <summary>Some node is at it until then; if that node dies, the next one takes over.</summary>
    DateTimeOffset? LeasedUntil { get; set; }
}

/// <summary>
/// Time-driven work: the due time stands on the row it concerns, a node claims it with a lease by one
/// conditional update, so exactly one does it. There is no scheduler beside the data to drift from it.
/// </summary>
public abstract class DueWork<T>(DatelineDbFactory databases, Writes writes, TimeProvider clock, ILogger log) : BackgroundService
    where T : class, IDue
{
    /// <summary>How often to look; the lateness of the work in the worst case.</summary>
    protected virtual TimeSpan Look => TimeSpan.FromMilliseconds(500);

    /// <summary>How long a row stays with a node that died at it; a living one renews it.</summary>
    protected virtual TimeSpan Lease => TimeSpan.FromSeconds(30);

    /// <summary>How many at a time.</summary>
    protected virtual int Width => 4;

    /// <summary>Does what is due. It sets the row's next <see cref="IDue.DueAt"/> (or null) and ends the lease in its own write.</summary>
    protected abstract Task Do(Guid id, CancellationToken cancel);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var found = false;
            try
            {
                found = await DoWhatIsDue(stoppingToken) > 0;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "Due work on {Rows} failed; trying again", typeof(T).Name);
                await Task.Delay(TimeSpan.FromSeconds(2), stoppingToken);
            }
            if (!found) await Task.Delay(Look, stoppingToken);
        }
    }

    /// <summary>One round: claims what is due now and does it; returns how many. Tests call it by hand.</summary>
    public async Task<int> DoWhatIsDue(CancellationToken cancel)
    {
        var now = clock.Now();
        await using var db = databases.Open();
        var due = await db.Set<T>().Where(IsDue(now)).OrderBy(row => row.DueAt).Select(row => row.Id).Take(Width).ToListAsync(cancel);
        var mine = new List<Guid>();
        foreach (var id in due)
            if (await Claim(id, now, cancel)) mine.Add(id);
        await Task.WhenAll(mine.Select(id => DoOne(id, now + Lease, cancel)));
        return mine.Count;
    }

    private static Expression<Func<T, bool>> IsDue(DateTimeOffset now) =>
        row => row.DueAt != null && row.DueAt <= now && (row.LeasedUntil == null || row.LeasedUntil < now);

    private async Task<bool> Claim(Guid id, DateTimeOffset now, CancellationToken cancel)
    {
        var until = now + Lease;
        var claimed = await writes.Run(
            (db, stop) => db.Set<T>().Where(row => row.Id == id).Where(IsDue(now))
                .ExecuteUpdateAsync(row => row.SetProperty(r => r.LeasedUntil, until), stop), cancel);
        return claimed.Value == 1;
    }

    private async Task DoOne(Guid id, DateTimeOffset until, CancellationToken cancel)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var renewing = Renew(id, until, done.Token);
        try
        {
            await Do(id, cancel);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The lease runs out by itself and the row is tried again: a poisoned row can't spin.
            log.LogError(failure, "Due work on {Rows} {Id} failed", typeof(T).Name, id);
        }
        finally
        {
            await done.CancelAsync();
            await renewing;
        }
    }

    /// <summary>Long work keeps its row, as long as the row is still ours.</summary>
    private async Task Renew(Guid id, DateTimeOffset until, CancellationToken done)
    {
        try
        {
            for (var ours = 1; ours == 1;)
            {
                await Task.Delay(Lease / 3, clock, done);
                var (was, next) = (until, clock.Now() + Lease);
                ours = (await writes.Run((db, stop) => db.Set<T>().Where(row => row.Id == id && row.LeasedUntil == was)
                    .ExecuteUpdateAsync(row => row.SetProperty(r => r.LeasedUntil, next), stop), done)).Value;
                until = next;
            }
        }
        catch (OperationCanceledException) { }
        catch (Exception failure) when (failure is StorageRefusedException or DbUpdateException or System.Data.Common.DbException)
        {
            log.LogWarning("The lease on {Rows} {Id} couldn't be renewed: {Reason}", typeof(T).Name, id, failure.Message); // another node may do it too: each thing is done idempotently
        }
    }
}
