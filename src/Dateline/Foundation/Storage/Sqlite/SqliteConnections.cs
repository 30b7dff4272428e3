using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Dateline.Foundation.Storage.Sqlite;

/// <summary>
/// Sets up each connection: write-ahead log, and a flush to the disk before a commit answers
/// (promise 5); a reader never waits, a second process's writer waits up to ten seconds. What is deleted is overwritten with
/// zeros: somebody who had their words erased doesn't find them in the file.
/// </summary>
internal static class SqliteConnections
{
    private const string Always = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=10000; PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY; PRAGMA secure_delete=ON; ";

    /// <summary>
    /// What was read lies in the connection's own memory, not in a map of the file: each commit makes every reader's next read begin anew, and
    /// to give back a map and to fault its pages in again costs more than to read them.
    /// </summary>
    private const string Pages = "PRAGMA mmap_size=0; PRAGMA cache_size=-8000;";

    /// <summary>The one writer's pages stay valid for it, and an index of a large table is written all over.</summary>
    private const string WritersPages = "PRAGMA mmap_size=0; PRAGMA cache_size=-32000;";

    /// <summary>
    /// Counting its memory takes one lock for each piece that any connection asks for or gives back; nobody reads the count (sqlite.org, SQLITE_CONFIG_MEMSTATUS).
    /// It can be told so before its first use alone; where somebody was quicker it goes on counting.
    /// </summary>
    static SqliteConnections()
    {
        Batteries_V2.Init();
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    public static string ConnectionString(string file) =>
        new SqliteConnectionStringBuilder { DataSource = file, Pooling = true, DefaultTimeout = 30 }.ToString();

    /// <summary>Of a file that was moved or deleted a connection goes on reading and writing what is left of it, and all of it is lost when the program ends.</summary>
    /// <exception cref="SqliteException">It isn't where it was.</exception>
    public static void IsThere(string file)
    {
        if (!File.Exists(file)) throw new SqliteException("The database's file isn't where it was.", raw.SQLITE_CANTOPEN);
    }

    /// <param name="writes">It is the one that writes for readers, for as long as the program runs.</param>
    public static void Prepare(SqliteConnection connection, bool writes = false)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Always + (writes ? WritersPages : Pages);
        command.ExecuteNonQuery();
    }
}
