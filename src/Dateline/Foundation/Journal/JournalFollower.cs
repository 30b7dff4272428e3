using System.Diagnostics;
using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Foundation.Journal;

/// <summary>
/// A follower that must not miss anything: it keeps its position in the database, together with what it did.
/// It is told at least once and acts idempotently. With many nodes, the one that is quicker at saving the
/// position wins; the other's work is rolled back (the position is a concurrency token). News that asks nothing
/// of it is passed over without a write: then the position is saved now and then, and after a crash some is looked at again.
/// </summary>
public abstract class JournalFollower(string name, DatelineDbFactory databases, Writes writes, JournalSignal signal, ILogger log) : BackgroundService
{
    private static readonly TimeSpan LookAnyway = TimeSpan.FromSeconds(1);

    /// <summary>Where hundreds of commits come in a second, one look serves several of them. The first after a while is looked at at once.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);
    private JournalCursor? _cursor;
    private long? _stored; // null: it has none yet
    private long _settled; // what is stored, or where it began
    private long _passedOverSince; // a timestamp; 0: all is saved

    /// <summary>A position up to which things were only passed over is saved after so long.</summary>
    protected virtual TimeSpan SavesAfter => TimeSpan.FromSeconds(5);

    /// <summary>Whether any of the news asks for something to be written; looked at before there is a write. When in doubt: yes.</summary>
    protected abstract Task<bool> Concerns(DatelineDb db, IReadOnlyList<Happened> news, CancellationToken cancel);

    /// <summary>Acts on the facts through <paramref name="db"/>, within one write.</summary>
    protected abstract Task Hear(DatelineDb db, IReadOnlyList<Happened> news, CancellationToken cancel);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = TimeSpan.FromMilliseconds(200);
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = signal.Next;
            var began = Stopwatch.GetTimestamp();
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
            var rest = BetweenLooks - Stopwatch.GetElapsedTime(began);
            if (rest > TimeSpan.Zero) await Task.Delay(rest, stoppingToken);
        }
    }

    /// <summary>One look; true when there may be more to see at once.</summary>
    private async Task<bool> Step(CancellationToken cancel)
    {
        await using var reading = databases.Open();
        if (_cursor is null) await Begin(reading, await Stored(reading, cancel), cancel);
        var news = await _cursor!.Read(reading, cancel);
        if (news.Count == 0 && _cursor.Settled == _settled) return false;

        if (news.Count == 0 || !await Concerns(reading, news, cancel))
        {
            if (_passedOverSince == 0) _passedOverSince = Stopwatch.GetTimestamp();
            if (Stopwatch.GetElapsedTime(_passedOverSince) < SavesAfter) return _cursor.IsBehind;
            news = [];
        }

        var stored = await Stored(reading, cancel);
        if (stored != _stored)
        {
            await Begin(reading, stored, cancel); // another node was quicker: go on from there
            return true;
        }
        var settled = _cursor.Settled;
        var written = await writes.Run(async (db, stop) =>
        {
            var row = await db.Set<FollowerPosition>().AsTracking().FirstOrDefaultAsync(position => position.Follower == name, stop);
            if (row?.Position != stored) return false; // another node was quicker since
            if (news.Count > 0) await Hear(db, news, stop);
            if (row is null) db.Add(new FollowerPosition { Follower = name, Position = settled });
            else row.Position = settled;
            return true;
        }, cancel);
        if (!written.Value)
        {
            _cursor = null;
            return true;
        }
        (_stored, _settled, _passedOverSince) = (settled, settled, 0);
        return _cursor.IsBehind;
    }

    private Task<long?> Stored(DatelineDb reading, CancellationToken cancel) =>
        reading.Set<FollowerPosition>().Where(row => row.Follower == name).Select(row => (long?)row.Position).FirstOrDefaultAsync(cancel);

    private async Task Begin(DatelineDb reading, long? stored, CancellationToken cancel)
    {
        (_stored, _settled) = (stored, stored ?? await JournalCursor.Beginning(reading, cancel));
        (_cursor, _passedOverSince) = (new JournalCursor(_settled), 0);
    }
}
