using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace Dateline.Foundation.Storage.Sqlite;

/// <summary>
/// SQLite has one writer. Jobs queue up, and the writer takes all that wait into one transaction: one
/// flush to the disk for all of them, which is what makes durable writes fast. Each job has a
/// savepoint of its own, so one that fails takes nobody with it.
/// </summary>
internal sealed class SqliteWrites(StorageOptions storage, TimeProvider clock, WriteHooks hooks) : Writes(hooks), IAsyncDisposable
{
    private const int LargestGroup = 256;
    private const int LongestQueue = 10_000;

    private readonly Channel<Job> _waiting = Channel.CreateBounded<Job>(new BoundedChannelOptions(LongestQueue) { SingleReader = true });
    private readonly Lock _starting = new();
    private Task? _writer;

    public override bool HasOneWriter => true;

    protected override async Task<Written<T>> RunJob<T>(Func<DatelineDb, CancellationToken, Task<T>> job, CancellationToken cancel)
    {
        lock (_starting) _writer ??= Task.Run(Write, CancellationToken.None);
        var waiting = new Job<T>(this, job, cancel);
        await _waiting.Writer.WriteAsync(waiting, cancel);
        return await waiting.Done;
    }

    /// <summary>
    /// The log still has pages as they were before: all is taken over into the file, where deleted words are zeros
    /// (<see cref="SqliteConnections"/>), and the log is cut. Readers of an older state keep that from happening until they are done.
    /// </summary>
    public override async Task<bool> Sweep(CancellationToken cancel)
    {
        await using var connection = new SqliteConnection(SqliteConnections.ConnectionString(storage.SqliteFile));
        await connection.OpenAsync(cancel);
        SqliteConnections.Prepare(connection);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE);";
        await using var answer = await command.ExecuteReaderAsync(cancel);
        return await answer.ReadAsync(cancel) && answer.GetInt32(0) == 0;
    }

    private async Task Write()
    {
        await using var connection = new KeptConnection(SqliteConnections.ConnectionString(storage.SqliteFile), writes: !storage.InPassing);
        await connection.OpenAsync();
        var options = new DbContextOptionsBuilder<SqliteDatelineDb>().UseSqlite(connection).Options;
        await using var db = new SqliteDatelineDb(options) { Clock = clock, Memory = new WriterMemory() };
        db.Database.AutoSavepointsEnabled = false; // each job has one already

        var group = new List<Job>(LargestGroup);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            while (group.Count < LargestGroup && _waiting.Reader.TryRead(out var job))
                if (!job.GaveUp) group.Add(job);
            if (group.Count > 0) await WriteGroup(db, connection, group);
            group.Clear();
        }
    }

    private async Task WriteGroup(SqliteDatelineDb db, SqliteConnection connection, List<Job> group)
    {
        try
        {
            SqliteConnections.IsThere(storage.SqliteFile);

            // Immediate: take the write lock now, rather than fail when a read turns into a write.
            await using var transaction = connection.BeginTransaction(deferred: false);
            await db.Database.UseTransactionAsync(transaction);
            foreach (var job in group)
            {
                transaction.Save("job");
                db.ChangeTracker.Clear();
                db.Pending.Clear();
                if (await job.Perform(db) is { } failure)
                {
                    var named = Named(failure);
                    job.Refuse(named);
                    // A full or a failing disk makes SQLite end the whole transaction by itself (its documentation, "Response
                    // To Errors Within A Transaction"): there is no savepoint left, and what others did before is gone too.
                    if (raw.sqlite3_get_autocommit(connection.Handle) != 0)
                    {
                        RefuseAll(group, named as StorageRefusedException ?? new StorageRefusedException(Sentence(failure), failure));
                        return;
                    }
                    transaction.Rollback("job");
                }
                transaction.Release("job");
            }
            await transaction.CommitAsync();
        }
        catch (Exception failure) // the writer must live on, whatever broke: everybody else's writes go through it
        {
            // Nothing of the group is in the file: everybody hears it, nobody is told "kept".
            RefuseAll(group, new StorageRefusedException(Sentence(failure), failure));
            return;
        }
        finally
        {
            await db.Database.UseTransactionAsync(null);
        }

        var wrote = false;
        foreach (var job in group) wrote |= job.Acknowledge() > 0;
        if (wrote) Hooks.Committed();
    }

    private static void RefuseAll(List<Job> group, StorageRefusedException refused)
    {
        foreach (var job in group) job.Refuse(refused);
    }

    /// <summary>The job's own failure, or the disk's.</summary>
    private static Exception Named(Exception failure) =>
        Code(failure) is 8 or 10 or 13 or 14 ? new StorageRefusedException(Sentence(failure), failure) : failure;

    private static int Code(Exception failure) => (failure as SqliteException ?? failure.InnerException as SqliteException)?.SqliteErrorCode ?? 0;

    private static string Sentence(Exception failure) => Code(failure) switch
    {
        13 => N("The disk is full: nothing was saved. Free some space and try again."),
        5 or 6 => N("Another program holds the database: nothing was saved. Try again in a moment."),
        8 => N("The database file can't be written: check the folder's permissions."),
        14 => N("The database file can't be opened, or isn't where it was: check the data folder. Nothing was saved."),
        _ => N("The database refused the change: nothing was saved."),
    };

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        if (_writer is { } writer) await writer;
    }

    private abstract class Job(CancellationToken cancel)
    {
        public bool GaveUp
        {
            get
            {
                if (!cancel.IsCancellationRequested) return false;
                Refuse(new OperationCanceledException(cancel));
                return true;
            }
        }

        protected CancellationToken Cancel => cancel;

        /// <summary>Runs and saves within the group's transaction; why it failed, when it did and must be undone.</summary>
        public abstract Task<Exception?> Perform(DatelineDb db);

        /// <summary>The group is on the disk. Returns the job's journal position.</summary>
        public abstract long Acknowledge();

        public abstract void Refuse(Exception failure);
    }

    private sealed class Job<T>(SqliteWrites writes, Func<DatelineDb, CancellationToken, Task<T>> work, CancellationToken cancel) : Job(cancel)
    {
        private readonly TaskCompletionSource<Written<T>> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ExecutionContext? _asker = ExecutionContext.Capture();
        private Written<T> _written;

        public Task<Written<T>> Done => _done.Task;

        public override async Task<Exception?> Perform(DatelineDb db)
        {
            if (_asker is not null) ExecutionContext.Restore(_asker); // what flows with a request, its language for one, flows into its job; this method's end takes it back
            try
            {
                _written = await writes.Perform(db, work, Cancel);
                return null;
            }
            catch (Exception failure) // the job's own; the group goes on
            {
                return failure;
            }
        }

        public override long Acknowledge()
        {
            _done.TrySetResult(_written);
            return _written.Position;
        }

        public override void Refuse(Exception failure) => _done.TrySetException(failure);
    }
}
