namespace Dateline.Foundation.Storage;

/// <summary>What a change returned, and the journal position a reader must have reached to see it (0: none).</summary>
public readonly record struct Written<T>(T Value, long Position);

/// <summary>
/// The one door for changes. A job loads, changes and returns; what it changed and its facts are saved
/// together, and <see cref="Run{T}"/> answers only after the commit is durable. A job may run again from
/// the start when another writer was quicker, so it touches nothing but its <see cref="DatelineDb"/>, and
/// it never waits for the outside world: on SQLite all jobs share one writer.
/// </summary>
public abstract class Writes(WriteHooks hooks)
{
    private static readonly AsyncLocal<bool> Inside = new();

    protected WriteHooks Hooks => hooks;

    /// <summary>
    /// All jobs follow one another, and none is run again. Where it isn't so, what a job looks for under a key that many write beside, and what
    /// it counts in a row of many, makes jobs fail on each other: let it be looked for and counted before, and looked for once more when the job is run again.
    /// </summary>
    public abstract bool HasOneWriter { get; }

    /// <summary>
    /// Counts one more (or less) of each key at once, where writers are many: rows that many count in are locked for a moment instead of until somebody's commit. A crash of the
    /// database's machine may forget what was counted in its last second.
    /// </summary>
    /// <returns>How many there are now, by key.</returns>
    /// <exception cref="NotSupportedException">There is one writer: a job counts for itself.</exception>
    internal virtual Task<IReadOnlyDictionary<string, int>> CountAside<T>(IReadOnlyCollection<string> keys, long minute, int by, CancellationToken cancel) where T : class, ICountedRow =>
        throw new NotSupportedException("There is one writer.");

    public Task<Written<T>> Run<T>(Func<DatelineDb, CancellationToken, Task<T>> job, CancellationToken cancel)
    {
        if (Inside.Value) throw new InvalidOperationException("A write job asked for another write: it would wait for itself.");
        return RunJob(job, cancel);
    }

    public async Task<long> Run(Func<DatelineDb, CancellationToken, Task> job, CancellationToken cancel) =>
        (await Run(async (db, stop) => { await job(db, stop); return true; }, cancel)).Position;

    protected abstract Task<Written<T>> RunJob<T>(Func<DatelineDb, CancellationToken, Task<T>> job, CancellationToken cancel);

    /// <summary>What was deleted is gone from the engine's files too, as far as that lies with us; true when it is so now, false when it follows by itself later.</summary>
    public virtual Task<bool> Sweep(CancellationToken cancel) => Task.FromResult(false);

    /// <summary>Runs the job and saves what it did within the transaction at hand; returns its highest journal position.</summary>
    protected async Task<Written<T>> Perform<T>(
        DatelineDb db, Func<DatelineDb, CancellationToken, Task<T>> job, CancellationToken cancel)
    {
        Inside.Value = true;
        try
        {
            var value = await job(db, cancel);
            await db.SaveChangesAsync(cancel);
            return new Written<T>(value, db.Pending.Count == 0 ? 0 : await hooks.Lastly(db, cancel));
        }
        finally
        {
            Inside.Value = false;
        }
    }
}

/// <summary>
/// What the journal adds to each write: <paramref name="Lastly"/> writes <see cref="DatelineDb.Pending"/> as the
/// transaction's last statements and returns the highest position; <paramref name="Committed"/> hears of a commit.
/// </summary>
public sealed record WriteHooks(Func<DatelineDb, CancellationToken, Task<long>> Lastly, Action Committed);

/// <summary>The disk or the database can't take the write. Nothing of it was kept; reading goes on.</summary>
public sealed class StorageRefusedException(string sentence, Exception inner) : Exception(sentence, inner);
