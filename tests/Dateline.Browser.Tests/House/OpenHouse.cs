using System.Net;
using System.Net.Sockets;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.Operating;
using Dateline.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dateline.Browser.Tests.House;

/// <summary>The real program on a loopback port, with the real clock, in a folder of its own that goes away with it.</summary>
internal sealed class OpenHouse : IAsyncDisposable
{
    private readonly string _folder;
    private readonly Socket _door;

    private OpenHouse(string folder, Socket door, string address, WebApplication app) => (_folder, _door, Address, App) = (folder, door, address, app);

    /// <summary>The origin, without a slash at the end.</summary>
    public string Address { get; }

    public WebApplication App { get; }

    public DatelineDb OpenDb() => App.Services.GetRequiredService<DatelineDbFactory>().Open();

    public static async Task<OpenHouse> Open(Action<WebApplicationBuilder>? adjust = null, Func<OpenHouse, Task>? furnish = null)
    {
        var folder = Directory.CreateTempSubdirectory("dateline-browser-").FullName;
        // The program knows its public address before it opens: the port is taken first, and handed over open.
        var door = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        door.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        door.Listen(512);
        var address = $"http://127.0.0.1:{((IPEndPoint)door.LocalEndPoint!).Port}";
        var app = Program.Build(new DatelineOptions { DataFolder = folder, Listen = address, PublicUrl = new Uri(address), Mail = new MailOptions("127.0.0.1", 9, Tls: false, null, null, "replies@meridian.example") }, builder => // nobody takes letters there: the pages are looked at
        {
            builder.WebHost.ConfigureKestrel(server => server.ListenHandle((ulong)door.Handle));
            builder.Logging.ClearProviders();
            adjust?.Invoke(builder);
        });
        var house = new OpenHouse(folder, door, address, app);
        Assert.Null(await Serving.Prepare(app.Services, CancellationToken.None));
        if (furnish is not null) await furnish(house);
        await app.StartAsync();
        return house;
    }

    public Writes Writes => App.Services.GetRequiredService<Writes>();

    /// <summary>Writes, and waits until the program's memory has heard of it.</summary>
    public async Task Write(Func<DatelineDb, CancellationToken, Task> job)
    {
        var position = await Writes.Run(job, CancellationToken.None);
        if (position > 0) Assert.True(await App.Services.GetRequiredService<NodeJournal>().Reached(position, TimeSpan.FromSeconds(30), CancellationToken.None));
    }

    /// <summary>Puts somebody on the staff, without a password.</summary>
    public async Task<Guid> Hire(Role role, string name)
    {
        await using var scope = App.Services.CreateAsyncScope();
        var (staff, refusals) = await scope.ServiceProvider.GetRequiredService<Recruiting>().TakeOn(name, $"{role}-{Guid.CreateVersion7():N}@meridian.example".ToLowerInvariant(), role, password: null);
        Assert.Empty(refusals);
        return staff!.Id;
    }

    /// <summary>The address of a new link for somebody.</summary>
    public async Task<string> WelcomeLink(Guid staff, bool asksPassword = false)
    {
        await using var scope = App.Services.CreateAsyncScope();
        return "/desk/welcome/" + await scope.ServiceProvider.GetRequiredService<Recruiting>().Invite(staff, asksPassword, default);
    }

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
        _door.Dispose();
        using (var pool = new SqliteConnection(SqliteConnectionString())) SqliteConnection.ClearPool(pool);
        Directory.Delete(_folder, recursive: true);
    }

    private string SqliteConnectionString() => Dateline.Foundation.Storage.Sqlite.SqliteConnections.ConnectionString(new StorageOptions(_folder, null).SqliteFile);
}
