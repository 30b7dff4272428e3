using Dateline.Foundation.Storage;
using Dateline.Operating;
using Npgsql;

namespace Dateline.Bench.House;

/// <summary>The program on a port of its own and a database with invented stories; both go when it does.</summary>
internal sealed class BenchHouse : IAsyncDisposable
{
    private readonly string _folder;
    private readonly string? _database;

    private BenchHouse(WebApplication app, DatelineOptions options, string folder, string? database) =>
        (App, Options, _folder, _database) = (app, options, folder, database);

    /// <summary>PostgreSQL too where `./dev bench` has started one.</summary>
    public static IReadOnlyList<string> Engines => Server is null ? ["SQLite"] : ["SQLite", "PostgreSQL"];

    private static string? Server => Environment.GetEnvironmentVariable("DATELINE_TEST_POSTGRES") is { Length: > 0 } server ? server : null;

    public WebApplication App { get; }

    public DatelineOptions Options { get; }

    public Uri Address => new(App.Urls.First());

    public T Get<T>() where T : notnull => App.Services.GetRequiredService<T>();

    public static async Task<BenchHouse> Open(string engine, int stories, int replies, bool start = true, bool worker = true, Action<WebApplicationBuilder>? adjust = null, Func<DatelineOptions, DatelineOptions>? told = null)
    {
        var folder = Directory.CreateTempSubdirectory("dateline-bench-").FullName;
        var database = engine == "PostgreSQL" ? $"bench_{Guid.CreateVersion7():N}" : null;
        if (database is not null) await Tell($"CREATE DATABASE {database}");
        var options = new DatelineOptions
        {
            DataFolder = folder,
            Postgres = database is null ? null : new NpgsqlConnectionStringBuilder(Server) { Database = database }.ConnectionString,
            Listen = "http://127.0.0.1:0",
            PublicUrl = new Uri("http://127.0.0.1"),
            Worker = worker,
        };
        options = told?.Invoke(options) ?? options;
        var house = new BenchHouse(Quiet(options, adjust), options, folder, database);
        if (await Serving.Prepare(house.App.Services, CancellationToken.None) is { } refusal) throw new InvalidOperationException(refusal);
        if (stories > 0)
        {
            var said = Console.Out;
            Console.SetOut(TextWriter.Null);
            await Seed.Run(house.App.Services, stories, replies, sources: 50, seed: 1, CancellationToken.None);
            Console.SetOut(said);
        }
        if (start) await house.App.StartAsync();
        return house;
    }

    /// <summary>A second node on the same database.</summary>
    public async Task<WebApplication> Beside()
    {
        var app = Quiet(Options);
        await app.StartAsync();
        return app;
    }

    private static WebApplication Quiet(DatelineOptions options, Action<WebApplicationBuilder>? adjust = null) => Program.Build(options, builder =>
    {
        builder.Logging.ClearProviders();
        adjust?.Invoke(builder);
    });

    /// <summary>Paths of stories, newest first.</summary>
    public async Task<List<string>> Paths(int count)
    {
        await using var db = Get<DatelineDbFactory>().Open();
        var cards = await Stories.PublicGate.ReadCards(Stories.PublicGate.PublicStories(db, "en", TimeProvider.System.GetUtcNow()).Take(count), CancellationToken.None);
        return cards.ConvertAll(card => card.Path);
    }

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        if (_database is null) return;
        NpgsqlConnection.ClearAllPools();
        await Tell($"DROP DATABASE {_database} WITH (FORCE)");
    }

    /// <summary>What was just filled in as PostgreSQL's own housekeeping leaves it within a minute; before that each count visits every row.</summary>
    public Task Settle() => Options.Postgres is { } database ? Tell("VACUUM (ANALYZE)", database) : Task.CompletedTask;

    private static async Task Tell(string sql, string? database = null)
    {
        await using var server = NpgsqlDataSource.Create(database ?? Server!);
        await using var command = server.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
