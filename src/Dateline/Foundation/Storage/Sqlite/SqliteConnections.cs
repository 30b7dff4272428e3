using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Dateline.Foundation.Storage.Sqlite;

/// <summary>
/// Sets up each connection: write-ahead log, and a flush to the disk before a commit answers
/// (promise 5); a reader never waits, a second process's writer waits up to ten seconds. What is deleted is overwritten with
/// zeros: somebody who had their words erased doesn't find them in the file.
/// </summary>
internal sealed class SqliteConnections(StorageOptions storage) : DbConnectionInterceptor
{
    private const string Always = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=10000; PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY; PRAGMA secure_delete=ON; ";
    private const string Pages = "PRAGMA cache_size=-32000; PRAGMA mmap_size=268435456;";
    private const string FewPages = "PRAGMA cache_size=-8000; PRAGMA mmap_size=0;";

    /// <summary>SQLite's own connections outlive ours, in a pool, and keep what they were told: it need not be said again at each use.</summary>
    private static readonly ConditionalWeakTable<sqlite3, object> Told = [];

    public static string ConnectionString(string file) =>
        new SqliteConnectionStringBuilder { DataSource = file, Pooling = true, DefaultTimeout = 30 }.ToString();

    public static void Prepare(DbConnection connection, StorageOptions storage)
    {
        var handle = ((SqliteConnection)connection).Handle!;
        if (Told.TryGetValue(handle, out _)) return;
        using var command = connection.CreateCommand();
        command.CommandText = Always + (storage.InPassing ? FewPages : Pages);
        command.ExecuteNonQuery();
        Told.AddOrUpdate(handle, Told);
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Prepare(connection, storage);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Prepare(connection, storage);
        return Task.CompletedTask;
    }
}
