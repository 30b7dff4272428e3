using System.Net.Sockets;
using Dateline.Foundation.Storage;

namespace Dateline.Operating;

/// <summary>Opens the house and keeps it open until it is told to stop; then it drains.</summary>
public static class Serving
{
    public static async Task<int> Run(WebApplication app, string folder, CancellationToken cancel, Func<Task>? furnish = null, Func<Task>? work = null)
    {
        await using (app)
        {
            using var folderLock = FolderLock.Take(folder);
            if (folderLock is null) return await Refuse($"Another Dateline serves '{folder}' already. Stop it first, or choose another --data folder.");

            try
            {
                if (await Prepare(app.Services, cancel) is { } refusal) return await Refuse(refusal);
                if (furnish is not null) await furnish();
                await app.StartAsync(cancel);
            }
            catch (Exception failure) when (failure is SocketException or IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException or SocketException })
            {
                await app.StopAsync(CancellationToken.None); // what had begun to work already
                var listen = app.Services.GetRequiredService<DatelineOptions>().Listen;
                return await Refuse($"--listen: {listen.Replace(";", ", ", StringComparison.Ordinal)} is taken by another program, or isn't an address of this machine.");
            }
            ServedAddress.Keep(app.Services.GetRequiredService<DatelineOptions>());
            await Console.Out.WriteLineAsync($"Dateline is open at {string.Join(", ", app.Urls)}");
            var working = work is null ? Task.CompletedTask : work();
            await Task.WhenAny(app.WaitForShutdownAsync(cancel), Failed(working));
            if (working.IsFaulted) await working;
            return 0;
        }
    }

    /// <summary>Brings the database up to date; the sentence that says why it can't be.</summary>
    public static async Task<string?> Prepare(IServiceProvider services, CancellationToken cancel)
    {
        await using var db = services.GetRequiredService<DatelineDbFactory>().Open();
        return await Migrating.Migrate(db, cancel);
    }

    /// <summary>Never ends, but when the work breaks.</summary>
    private static async Task Failed(Task working)
    {
        await working.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!working.IsFaulted) await Task.Delay(Timeout.Infinite);
    }

    private static async Task<int> Refuse(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return 1;
    }
}
