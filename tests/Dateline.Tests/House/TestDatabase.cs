using Dateline.Foundation.Storage;
using Dateline.Foundation.Storage.Postgres;
using Dateline.Foundation.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Dateline.Tests.House;

/// <summary>
/// A private copy of one migrated database per test: a file copy on SQLite, a template copy on PostgreSQL
/// (when DATELINE_TEST_POSTGRES holds a connection string of a server where databases may be made).
/// </summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> Template = new(MakeTemplate);
    private readonly string? _database;

    private TestDatabase(StorageOptions storage, string? database) => (Storage, _database) = (storage, database);

    public static bool OnPostgres => TestDatabases.Server is { Length: > 0 };

    public StorageOptions Storage { get; }

    public static async Task<TestDatabase> Copy()
    {
        var folder = Directory.CreateTempSubdirectory("dateline-test-").FullName;
        var template = await Template.Value;
        if (!OnPostgres)
        {
            File.Copy(template, Path.Combine(folder, "dateline.db"));
            return new TestDatabase(new StorageOptions(folder, null), null);
        }
        var name = await TestDatabases.Take(template);
        return new TestDatabase(new StorageOptions(folder, Connection(name)), name);
    }

    // Few connections: for each the server reads its catalogue anew.
    private static string Connection(string database) =>
        new NpgsqlConnectionStringBuilder(TestDatabases.Server) { Database = database, MaxPoolSize = 4, IncludeErrorDetail = true }.ToString();

    private static async Task<string> MakeTemplate()
    {
        if (OnPostgres)
        {
            var name = "template_" + Guid.CreateVersion7().ToString("N");
            // In Danish, where "aa" stands behind "z" and capitals before small letters: what sorts by its letters must say so itself.
            await TestDatabases.Execute($"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'da-DK' LC_COLLATE 'C' LC_CTYPE 'C'");
            await using var db = new PostgresDatelineDb(new DbContextOptionsBuilder<PostgresDatelineDb>().UseNpgsql(Connection(name)).Options);
            await db.Database.MigrateAsync();
            NpgsqlConnection.ClearAllPools();
            return name;
        }
        var file = Path.Combine(Directory.CreateTempSubdirectory("dateline-template-").FullName, "dateline.db");
        await using (var db = new SqliteDatelineDb(new DbContextOptionsBuilder<SqliteDatelineDb>().UseSqlite($"Data Source={file};Pooling=False").Options))
            await db.Database.MigrateAsync();
        return file;
    }

    public async ValueTask DisposeAsync()
    {
        if (_database is not null) TestDatabases.GiveBack(_database, ClosePools);
        else
        {
            using var pool = new SqliteConnection(SqliteConnections.ConnectionString(Storage.SqliteFile));
            SqliteConnection.ClearPool(pool);
        }
        Directory.Delete(Storage.DataFolder, recursive: true);
    }

    private void ClosePools()
    {
        foreach (var connection in new[] { Storage.Postgres!, StorageOptions.Prepared(Storage.Postgres!) })
        {
            using var pool = new NpgsqlConnection(connection);
            NpgsqlConnection.ClearPool(pool);
        }
    }
}
