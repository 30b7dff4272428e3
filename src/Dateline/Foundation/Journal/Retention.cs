using Dateline.Foundation.Storage;

namespace Dateline.Foundation.Journal;

/// <summary>Forgets at most <paramref name="most"/> things of the time from <paramref name="from"/> to before <paramref name="before"/>; returns how many it were.</summary>
public delegate Task<int> Forget(DatelineDb db, DateTimeOffset from, DateTimeOffset before, int most, CancellationToken cancel);

/// <summary>What isn't kept for ever, and how long it is. Each room names its own.</summary>
/// <param name="What">For the log: "raw entries of the wire".</param>
/// <param name="Batch">How many with each write: fewer where each takes more than a delete.</param>
public sealed record Retention(string What, TimeSpan Period, Forget Forget, int Batch = Pruning.Batch);

internal static class Retentions
{
    public static IServiceCollection AddRetention(this IServiceCollection services, string what, TimeSpan period, Forget forget) =>
        services.AddSingleton(new Retention(what, period, forget));

    /// <summary>As <see cref="AddRetention(IServiceCollection, string, TimeSpan, Forget)"/>, with a period that the house was told.</summary>
    public static IServiceCollection AddRetention(this IServiceCollection services, string what, Func<IServiceProvider, TimeSpan> period, Forget forget, int batch) =>
        services.AddSingleton(root => new Retention(what, period(root), forget, batch));
}

/// <summary>Forgets what is past its period, a batch with each write, so that nobody waits behind it. Each worker does; a second finds nothing left.</summary>
internal sealed class Pruning(IEnumerable<Retention> retentions, Writes writes, TimeProvider clock, ILogger<Pruning> log) : BackgroundService
{
    public const int Batch = 1_000;
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(10);
    private readonly Dictionary<Retention, DateTimeOffset> _done = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The timer runs while a round does: a moment that passes meanwhile is followed by another round, not lost.
        using var look = new PeriodicTimer(Look, clock);
        do
        {
            foreach (var retention in retentions) await Prune(retention, stoppingToken);
        }
        while (await look.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Prune(Retention retention, CancellationToken cancel)
    {
        try
        {
            // What was looked through once needn't be again; a day over, for what was written late.
            var from = _done.TryGetValue(retention, out var done) ? done - TimeSpan.FromDays(1) : DateTimeOffset.UnixEpoch;
            var before = clock.Now() - retention.Period;
            while ((await writes.Run((db, stop) => retention.Forget(db, from, before, retention.Batch, stop), cancel)).Value == retention.Batch)
            {
            }
            _done[retention] = before;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogError(failure, "Not forgotten, though past their time: {What}; trying again in {Pause}", retention.What, Look);
        }
    }
}
