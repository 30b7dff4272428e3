using Dateline.Foundation.Storage;
using Dateline.Foundation.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Dateline.Foundation.Journal;

/// <summary>
/// Hears of other processes' commits. SQLite: the file's data_version, asked every 200 ms (microseconds each),
/// because the command line is a second writer. PostgreSQL: LISTEN, with a NOTIFY sent after commit and at most
/// one in flight; inside the transaction it would serialise all commits. A lost wake-up costs a second: the
/// follower looks by itself then.
/// </summary>
public sealed class JournalWakeUp(StorageOptions storage, JournalSignal signal, ILogger<JournalWakeUp> log) : BackgroundService
{
    private const string Channel = "dateline_journal";
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (storage.OnPostgres) await Listen(stoppingToken);
                else await WatchFile(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogWarning("The journal's wake-up lost the database ({Reason}); trying again", failure.Message);
                await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken);
            }
        }
    }

    private async Task WatchFile(CancellationToken stopping)
    {
        await using var connection = new SqliteConnection(SqliteConnections.ConnectionString(storage.SqliteFile));
        await connection.OpenAsync(stopping);
        await using var ask = connection.CreateCommand();
        ask.CommandText = "PRAGMA data_version";
        object? last = null;
        using var timer = new PeriodicTimer(Look);
        while (await timer.WaitForNextTickAsync(stopping))
        {
            var version = ask.ExecuteScalar();
            if (!Equals(version, last)) signal.Wake();
            last = version;
        }
    }

    private async Task Listen(CancellationToken stopping)
    {
        await using var hearing = new NpgsqlConnection(storage.Postgres);
        await using var telling = new NpgsqlConnection(storage.Postgres);
        await hearing.OpenAsync(stopping);
        await telling.OpenAsync(stopping);
        hearing.Notification += (_, _) => signal.Wake();
        await Execute(hearing, $"LISTEN {Channel}", stopping);
        signal.Wake(); // whatever came before we listened

        var raised = new SemaphoreSlim(0, 1);
        void Note() { try { raised.Release(); } catch (SemaphoreFullException) { /* one is waiting already: coalesced */ } }
        signal.RaisedHere += Note;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        try
        {
            var tell = Tell(telling, raised, either.Token);
            var hear = Hear(hearing, either.Token);
            await (await Task.WhenAny(tell, hear));
        }
        finally
        {
            signal.RaisedHere -= Note;
            await either.CancelAsync();
        }
    }

    private static async Task Tell(NpgsqlConnection connection, SemaphoreSlim raised, CancellationToken cancel)
    {
        while (true)
        {
            await raised.WaitAsync(cancel);
            await Execute(connection, $"NOTIFY {Channel}", cancel);
        }
    }

    private static async Task Hear(NpgsqlConnection connection, CancellationToken cancel)
    {
        while (true) await connection.WaitAsync(cancel);
    }

    private static async Task Execute(NpgsqlConnection connection, string words, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(words, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
