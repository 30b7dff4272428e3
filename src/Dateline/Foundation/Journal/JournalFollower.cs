using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Foundation.Journal;

/// <summary>
/// A follower that must not miss anything: it keeps its position in the database, together with what it did.
/// It is told at least once and acts idempotently. With many nodes, the one that is quicker at saving the
/// position wins; the other's work is rolled back (the position is a concurrency token).
/// </summary>
public abstract class JournalFollower(string name, DatelineDbFactory databases, Writes writes, JournalSignal signal, ILogger log) : BackgroundService
{
    private static readonly TimeSpan LookAnyway = TimeSpan.FromSeconds(1);
    private JournalCursor? _cursor;
    private long? _stored; // null: it has none yet
    private long _settled;

    /// <summary>Acts on the facts through <paramref name="db"/>, within one write.</summary>
    protected abstract Task Hear(DatelineDb db, IReadOnlyList<Happened> news, CancellationToken cancel);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = TimeSpan.FromMilliseconds(200);
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = signal.Next;
            try
            {
                while (await Step(stoppingToken)) { }
                pause = TimeSpan.FromMilliseconds(200);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                _cursor = null; // start again from what is stored
                log.LogError(failure, "The follower {Follower} failed; trying again in {Pause}", name, pause);
                await Task.Delay(pause, stoppingToken);
                pause = TimeSpan.FromSeconds(Math.Min(30, pause.TotalSeconds * 2));
                continue;
            }
            await Task.WhenAny(next, Task.Delay(LookAnyway, stoppingToken));
        }
    }

    private async Task<bool> Step(CancellationToken cancel)
    {
        await using var reading = databases.Open();
        var stored = await reading.Set<FollowerPosition>().Where(row => row.Follower == name).Select(row => (long?)row.Position).FirstOrDefaultAsync(cancel);
        if (_cursor is null || stored != _stored)
        {
            (_stored, _settled) = (stored, stored ?? await JournalCursor.Beginning(reading, cancel));
            _cursor = new JournalCursor(_settled);
        }

        var news = await _cursor.Read(reading, cancel);
        if (news.Count == 0 && _cursor.Settled == _settled) return false;

        var settled = _cursor.Settled;
        var written = await writes.Run(async (db, stop) =>
        {
            var row = await db.Set<FollowerPosition>().AsTracking().FirstOrDefaultAsync(position => position.Follower == name, stop);
            if (row?.Position != stored) return false; // another node was quicker: start again from there
            await Hear(db, news, stop);
            if (row is null) db.Add(new FollowerPosition { Follower = name, Position = settled });
            else row.Position = settled;
            return true;
        }, cancel);
        if (written.Value) _stored = _settled = settled;
        return true;
    }
}
