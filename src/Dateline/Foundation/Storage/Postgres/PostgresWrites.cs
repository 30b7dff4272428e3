using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Dateline.Foundation.Storage.Postgres;

/// <summary>PostgreSQL has many writers: each job is its own transaction, run again when another was quicker.</summary>
internal sealed class PostgresWrites(Func<PostgresDatelineDb> open, TimeProvider clock, WriteHooks hooks) : Writes(hooks)
{
    private const int Tries = 100;

    /// <summary>From this try on, those who keep colliding take turns.</summary>
    private const int TakeTurns = 3;

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
                await using var transaction = await db.Database.BeginTransactionAsync(cancel);
                if (attempt > TakeTurns) await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(727001)", cancel);
                var written = await Perform(db, job, cancel);
                await transaction.CommitAsync(cancel);
                if (written.Position > 0) Hooks.Committed();
                return written;
            }
            catch (Exception failure) when (attempt < Tries && Quicker(failure)) { }
            catch (Exception failure) when (Refused(failure) is { } sentence)
            {
                throw new StorageRefusedException(sentence, failure);
            }
        }
    }

    private static bool Quicker(Exception failure) => failure switch
    {
        DbUpdateConcurrencyException => true,
        PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected } => true,
        DbUpdateException { InnerException: PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.UniqueViolation } } => true,
        _ => false,
    };

    private static string? Refused(Exception failure) => (failure as PostgresException ?? failure.InnerException as PostgresException)?.SqlState switch
    {
        PostgresErrorCodes.DiskFull => "The database's disk is full: nothing was saved.",
        PostgresErrorCodes.ReadOnlySqlTransaction => "The database is read-only at the moment: nothing was saved.",
        _ => failure is NpgsqlException { InnerException: System.Net.Sockets.SocketException or IOException }
            ? "The database can't be reached: nothing was saved. Try again in a moment." : null,
    };
}
