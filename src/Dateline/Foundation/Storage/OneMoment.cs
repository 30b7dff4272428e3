using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Foundation.Storage;

/// <summary>Many reads of one moment: what others write meanwhile isn't seen, and nobody waits for it.</summary>
internal static class OneMoment
{
    /// <summary>Until it is disposed. A transaction of SQLite's that only reads doesn't keep anybody from writing.</summary>
    public static async Task<IAsyncDisposable> Begin(DatelineDb db, CancellationToken cancel)
    {
        if (db.Database.GetDbConnection() is not SqliteConnection file) return await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        await db.Database.OpenConnectionAsync(cancel);
        var reading = file.BeginTransaction(deferred: true);
        await db.Database.UseTransactionAsync(reading, cancel);
        return reading;
    }
}
