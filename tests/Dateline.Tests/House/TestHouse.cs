using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Dateline.Tests.House;

/// <summary>The whole program on a private database, with a clock that the test turns.</summary>
internal sealed class TestHouse : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 11, 16, 9, 30, 0, TimeSpan.Zero);
    private readonly TestDatabase _database;
    private readonly bool _started;
    private readonly bool _guest;

    private TestHouse(TestDatabase database, WebApplication app, FakeTimeProvider clock, LogLines log, bool started, bool guest) =>
        (_database, App, Clock, Log, _started, _guest) = (database, app, clock, log, started, guest);

    public WebApplication App { get; }

    public FakeTimeProvider Clock { get; }

    /// <summary>All that the program logged.</summary>
    public LogLines Log { get; }

    public IServiceProvider Services => App.Services;

    public Writes Writes => Services.GetRequiredService<Writes>();

    public StorageOptions Storage => _database.Storage;

    public DatelineDb OpenDb() => Services.GetRequiredService<DatelineDbFactory>().Open();

    /// <param name="beside">Another house whose database and clock this one shares, as a second node does.</param>
    /// <param name="options">What this node is told otherwise.</param>
    public static async Task<TestHouse> Open(Action<WebApplicationBuilder>? adjust = null, bool start = true, TestHouse? beside = null, Func<DatelineOptions, DatelineOptions>? options = null)
    {
        var database = beside?._database ?? await TestDatabase.Copy();
        var clock = beside?.Clock ?? new FakeTimeProvider(Start);
        var log = new LogLines();
        var given = new DatelineOptions
        {
            DataFolder = database.Storage.DataFolder,
            Postgres = database.Storage.Postgres,
            PublicUrl = new Uri("http://localhost"),
        };
        var app = Program.Build(options?.Invoke(given) ?? given, builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
            builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Debug);
            adjust?.Invoke(builder);
        });
        if (start) await app.StartAsync();
        return new TestHouse(database, app, clock, log, start, guest: beside is not null);
    }

    /// <summary>Writes, and waits until this node's memory has heard of it, if it runs.</summary>
    public async Task<long> Write(Func<DatelineDb, CancellationToken, Task> job)
    {
        var position = await Writes.Run(job, CancellationToken.None);
        if (position > 0 && _started) Assert.True(await Services.GetRequiredService<NodeJournal>().Reached(position, TimeSpan.FromSeconds(30), CancellationToken.None));
        return position;
    }

    /// <summary>GETs a page as a guest; the status and the text.</summary>
    public async Task<(System.Net.HttpStatusCode Status, string Text)> Get(string path)
    {
        using var client = Client();
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        if (answer.StatusCode == System.Net.HttpStatusCode.InternalServerError) Assert.Fail(string.Join('\n', Log.All.Where(line => line.StartsWith("Error", StringComparison.Ordinal))));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>A browser of its own: no cookies kept, no redirects followed.</summary>
    public HttpClient Client() => App.GetTestClient();

    public async ValueTask DisposeAsync()
    {
        // Disposing alone leaves what works in the background at work, and then it writes into a folder that is being deleted.
        if (_started) await App.StopAsync();
        await App.DisposeAsync();
        if (!_guest) await _database.DisposeAsync();
    }
}
