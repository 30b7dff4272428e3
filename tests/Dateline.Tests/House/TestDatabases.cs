using System.Collections.Concurrent;
using Npgsql;

[assembly: AssemblyFixture(typeof(Dateline.Tests.House.TestDatabases))]

namespace Dateline.Tests.House;

/// <summary>
/// Databases on the server of the tests. The next copy is made while a test runs, and one that is done with is dropped
/// while others run: the server waits a tenth of a second for the connections that it ends.
/// </summary>
public sealed class TestDatabases : IAsyncDisposable
{
    /// <summary>A connection string of a server where databases may be made; null or empty: the tests run on SQLite.</summary>
    internal static readonly string? Server = Environment.GetEnvironmentVariable("DATELINE_TEST_POSTGRES");

    private static readonly SemaphoreSlim Copying = new(1); // a template serves one at a time
    private static readonly ConcurrentQueue<Task<string>> Ready = new();
    private static readonly ConcurrentQueue<Task> Drops = new();

    /// <summary>The name of a fresh copy of <paramref name="template"/>.</summary>
    internal static async Task<string> Take(string template)
    {
        var taken = Ready.TryDequeue(out var ready) ? ready : Copy(template);
        Ready.Enqueue(Task.Run(() => Copy(template)));
        return await taken;
    }

    internal static void GiveBack(string database) => Drops.Enqueue(Task.Run(() => Drop(database)));

    internal static async Task Execute(string words)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(words, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string> Copy(string template)
    {
        var name = "test_" + Guid.CreateVersion7().ToString("N");
        await Copying.WaitAsync();
        try { await Execute($"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy"); } // quicker than writing each page to the log
        finally { Copying.Release(); }
        return name;
    }

    private static Task Drop(string database) => Execute($"DROP DATABASE IF EXISTS {database} WITH (FORCE)");

    /// <summary>After the last test: nothing of ours stays on the server but the template.</summary>
    public async ValueTask DisposeAsync()
    {
        while (Ready.TryDequeue(out var ready)) await Drop(await ready);
        while (Drops.TryDequeue(out var drop)) await drop;
    }
}
