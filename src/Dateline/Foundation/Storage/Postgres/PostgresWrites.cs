using System.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Dateline.Foundation.Storage.Postgres;

/// <summary>
/// PostgreSQL has many writers, and a job must not notice: each is a serializable transaction of its own, run again
/// when another was quicker. What a job finds is what it would find if it were alone, as on SQLite.
/// </summary>
internal sealed class PostgresWrites(Func<PostgresDatelineDb> open, TimeProvider clock, WriteHooks hooks) : Writes(hooks)
{
    private const int Tries = 100;

    /// <summary>From this try on, those who keep colliding take turns.</summary>
    private const int TakeTurns = 3;

    public override bool HasOneWriter => false;

    internal override async Task<IReadOnlyDictionary<string, int>> CountAside<T>(IReadOnlyCollection<string> keys, long minute, int by, CancellationToken cancel)
    {
        try
        {
            await using var db = open();
            return await CountedRows.AddAside<T>(db, keys, minute, by, cancel);
        }
        catch (Exception failure) when (Refused(failure) is { } sentence)
        {
            throw new StorageRefusedException(sentence, failure);
        }
    }

    protected override async Task<Written<T>> RunJob<T>(Func<DatelineDb, CancellationToken, Task<T>> job, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var db = open();
                db.Clock = clock;
                db.Pending.Clear(); // the pool hands out a context whose last job may have failed
                db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
                await using var turn = attempt > TakeTurns ? await Turn.Take(db, cancel) : null;
                await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancel);
                var written = await Perform(db, job, cancel);
                await transaction.CommitAsync(cancel);
                if (written.Position > 0) Hooks.Committed();
                return written;
            }
            catch (Exception failure) when (attempt < Tries && Quicker(failure, attempt)) { }
            catch (Exception failure) when (Refused(failure) is { } sentence)
            {
                throw new StorageRefusedException(sentence, failure);
            }
        }
    }

    /// <summary>Two who write one key at once look like one who writes it twice: the second time tells them apart.</summary>
    private static bool Quicker(Exception failure, int attempt) => State(failure) switch
    {
        PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected => true,
        PostgresErrorCodes.UniqueViolation => attempt <= TakeTurns + 1,
        _ => failure is DbUpdateConcurrencyException,
    };

    private static string? Refused(Exception failure) => State(failure) switch
    {
        PostgresErrorCodes.DiskFull => N("The database's disk is full: nothing was saved."),
        PostgresErrorCodes.ReadOnlySqlTransaction => N("The database is read-only at the moment: nothing was saved."),
        _ => failure is NpgsqlException { InnerException: System.Net.Sockets.SocketException or IOException }
            ? N("The database can't be reached: nothing was saved. Try again in a moment.") : null,
    };

    /// <summary>The server's own word, however deep EF has wrapped it.</summary>
    private static string? State(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
            if (failure is PostgresException told) return told.SqlState;
        return null;
    }

    /// <summary>A lock on the connection, taken before the transaction: its snapshot must be younger than the one before us.</summary>
    private sealed class Turn(PostgresDatelineDb db) : IAsyncDisposable
    {
        private const long Key = 727001;

        public static async Task<Turn> Take(PostgresDatelineDb db, CancellationToken cancel)
        {
            await db.Database.OpenConnectionAsync(cancel); // kept open: the lock is the connection's
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({Key})", cancel);
            return new Turn(db);
        }

        public async ValueTask DisposeAsync()
        {
            try { await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({Key})"); }
            catch (NpgsqlException)
            {
                // What was committed stays committed. Mostly the connection is gone, and the lock with it; one that isn't must
                // not be used again, because it would keep the lock.
                NpgsqlConnection.ClearPool((NpgsqlConnection)db.Database.GetDbConnection());
            }
            await db.Database.CloseConnectionAsync();
        }
    }
}
