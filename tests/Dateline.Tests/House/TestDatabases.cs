using System.Collections.Concurrent;
using Npgsql;

[assembly: AssemblyFixture(typeof(Dateline.Tests.House.TestDatabases))]

namespace Dateline.Tests.House;

/// <summary>
/// Databases on the server of the tests. One that is done with is emptied and serves again, with the connections that it has:
/// a new connection reads its catalogue anew, and a new database has to be copied and dropped. A test that changed more
/// than rows has its database dropped.
/// </summary>
public sealed class TestDatabases : IAsyncDisposable
{
    /// <summary>A connection string of a server where databases may be made; null or empty: the tests run on SQLite.</summary>
    internal static readonly string? Server = Environment.GetEnvironmentVariable("DATELINE_TEST_POSTGRES");

    /// <summary>What a migration makes and a row doesn't, counted, and who is still at work: a killed program's last statement, perhaps.</summary>
    private const string Shape = """
        SELECT concat_ws(' ', (SELECT count(*) FROM pg_class), (SELECT count(*) FROM pg_attribute), (SELECT count(*) FROM pg_constraint),
            (SELECT count(*) FROM pg_trigger), (SELECT count(*) FROM pg_proc), (SELECT count(*) FROM pg_db_role_setting WHERE setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())),
            (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend' AND state <> 'idle'))
        """;

    /// <summary>Deletes all rows that were ever written, whatever refers to what, and numbers anew.</summary>
    private const string Empty = """
        SET lock_timeout = '10s'; SET session_replication_role = replica;
        DO $$ DECLARE it regclass; BEGIN
            FOR it IN SELECT oid FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> '__EFMigrationsHistory' AND pg_relation_size(oid) > 0
            LOOP EXECUTE format('DELETE FROM %s', it); END LOOP;
            FOR it IN SELECT format('%I', sequencename)::regclass FROM pg_sequences WHERE last_value IS NOT NULL AND schemaname = 'public'
            LOOP EXECUTE format('ALTER SEQUENCE %s RESTART', it); END LOOP;
        END $$;
        """;

    private static readonly SemaphoreSlim Copying = new(1); // a template serves one at a time
    private static readonly ConcurrentQueue<string> Ready = new();
    private static readonly ConcurrentQueue<Task> Returns = new();
    private static string? _shape;

    /// <summary>The name of a database like <paramref name="template"/>, without rows.</summary>
    internal static async Task<string> Take(string template) => Ready.TryDequeue(out var ready) ? ready : await Copy(template);

    /// <summary>Takes back a database that nobody writes to any more, while other tests run.</summary>
    internal static void GiveBack(string database, Action close) => Returns.Enqueue(Task.Run(async () =>
    {
        if (await TryEmpty(database))
        {
            Ready.Enqueue(database);
            return;
        }
        close();
        await Drop(database);
    }));

    internal static async Task Execute(string words)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(words, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<bool> TryEmpty(string database)
    {
        try
        {
            await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Database = database, Pooling = false }.ToString());
            await connection.OpenAsync();
            await using var shape = new NpgsqlCommand(Shape, connection);
            if ((string?)await shape.ExecuteScalarAsync() != Volatile.Read(ref _shape)) return false;
            await using var empty = new NpgsqlCommand(Empty, connection);
            await empty.ExecuteNonQueryAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false; // ended, read-only or still locked by what the test left behind
        }
    }

    private static async Task<string> Copy(string template)
    {
        var name = "test_" + Guid.CreateVersion7().ToString("N");
        await Copying.WaitAsync();
        try
        {
            await Execute($"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy"); // quicker than writing each page to the log
            if (_shape is null)
            {
                await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Database = name, Pooling = false }.ToString());
                await connection.OpenAsync();
                await using var shape = new NpgsqlCommand(Shape, connection);
                Volatile.Write(ref _shape, (string?)await shape.ExecuteScalarAsync());
            }
        }
        finally { Copying.Release(); }
        return name;
    }

    private static Task Drop(string database) => Execute($"DROP DATABASE IF EXISTS {database} WITH (FORCE)");

    /// <summary>After the last test: nothing of ours stays on the server but the template.</summary>
    public async ValueTask DisposeAsync()
    {
        while (Returns.TryDequeue(out var returned)) await returned;
        NpgsqlConnection.ClearAllPools();
        while (Ready.TryDequeue(out var ready)) await Drop(ready);
    }
}
