using System.Text;
using Dateline.Foundation.Fetching;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Renci.SshNet;
using Renci.SshNet.Common;
using ConnectionInfo = Renci.SshNet.ConnectionInfo;

namespace Dateline.Wire.Sftp;

/// <summary>
/// Fetches files from a partner's SFTP server, and changes nothing there. The server is known by its key alone: the first
/// contact merely shows the key, and an administrator decides; another key than the accepted one ends the talk.
/// </summary>
internal sealed class SftpCollecting(DatelineDbFactory databases, WireDocument documents, FeedSecrets secrets, SteadyFiles steady, FetchingOptions fetching) : ICollecting
{
    public const int MostInOneLook = 50;
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public Transport Transport => Transport.Sftp;

    public async Task<Collected> Collect(Feed feed, CancellationToken cancel)
    {
        SftpPlace? place;
        List<SftpFile> known;
        await using (var db = databases.Open())
        {
            place = await db.Set<SftpPlace>().FirstOrDefaultAsync(row => row.FeedId == feed.Id, cancel) ?? new SftpPlace { FeedId = feed.Id };
            known = await db.Set<SftpFile>().Where(row => row.FeedId == feed.Id).ToListAsync(cancel);
        }
        var (uri, offered) = (new Uri(feed.Url), (string?)null);
        var reading = new SftpReading(feed, place, known, documents, steady);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(TimeLimit);
        FetchFailure? failure = null;
        try
        {
            if (Methods(feed, place) is not { } methods) return new Collected(new FetchFailure(FetchFailureKind.LoginRefused, $"{uri.Host} needs a user name, and a password or a key that can be read."));
            using var client = await Connect(feed, uri, methods, place, shown => offered = shown, limit.Token);
            await reading.Read(client, Uri.UnescapeDataString(uri.AbsolutePath), MostInOneLook, limit.Token);
        }
        catch (Exception thrown) when (Explain(thrown, uri, place, offered, cancel) is { } explained)
        {
            failure = explained;
        }
        return new Collected(failure)
        {
            Items = reading.Items,
            More = reading.More && failure is null,
            Remember = async (db, row, stop) =>
            {
                await reading.Remember(db, stop);
                if (failure?.Kind == FetchFailureKind.Untrusted) await Show(db, row, offered, stop);
            },
        };
    }

    private static async Task Show(DatelineDb db, Feed feed, string? offered, CancellationToken cancel)
    {
        if (await db.Set<SftpPlace>().AsTracking().FirstOrDefaultAsync(one => one.FeedId == feed.Id, cancel) is { } place) place.Offered = offered;
        else db.Add(new SftpPlace { FeedId = feed.Id, Offered = offered });
        db.Journal.Add(new FeedHealthChanged(feed.Id));
    }

    /// <summary>To a checked address, never to the name: as whoever the server is, its key says.</summary>
    private async Task<SftpClient> Connect(Feed feed, Uri uri, AuthenticationMethod[] methods, SftpPlace place, Action<string> offered, CancellationToken cancel)
    {
        var inner = PrivatePlaces.Of(feed.AllowPrivate).Contains(HostPort.Of(uri));
        var addresses = await new GuardedDialer(fetching, inner).CheckAsync(uri.IdnHost, cancel);
        var client = new SftpClient(new ConnectionInfo(addresses[0].ToString(), uri.Port, feed.UserName!, methods) { Timeout = Patience }) { OperationTimeout = Patience };
        client.HostKeyReceived += (_, key) =>
        {
            var shown = "SHA256:" + key.FingerPrintSHA256;
            key.CanTrust = shown == place.HostKey;
            if (!key.CanTrust) offered(shown);
        };
        try
        {
            await client.ConnectAsync(cancel);
            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private AuthenticationMethod[]? Methods(Feed feed, SftpPlace place)
    {
        if (feed.UserName is not { Length: > 0 } user) return null;
        var password = secrets.Open(feed.Password);
        if (secrets.Open(place.PrivateKey) is not { } key) return password is null ? null : [new PasswordAuthenticationMethod(user, password)];
        try
        {
            using var text = new MemoryStream(Encoding.UTF8.GetBytes(key));
            return [new PrivateKeyAuthenticationMethod(user, new PrivateKeyFile(text, password))]; // with a key, the password is the key's
        }
        catch (Exception bad) when (bad is SshException or InvalidOperationException or FormatException or NotSupportedException)
        {
            return null;
        }
    }

    private static FetchFailure? Explain(Exception thrown, Uri uri, SftpPlace place, string? offered, CancellationToken cancel) => thrown switch
    {
        FetchException ours => ours.Failure,
        OperationCanceledException when cancel.IsCancellationRequested => null,
        SshConnectionException when offered is not null => new(FetchFailureKind.Untrusted, place.HostKey is null
            ? $"{uri.Host} shows the key {offered}. Compare it with what the partner tells you, and accept it here."
            : $"{uri.Host} shows another key than the one accepted: {offered}. Somebody may stand between; ask the partner before you accept it."),
        SshAuthenticationException => new(FetchFailureKind.LoginRefused, $"{uri.Host} refuses the user name, password or key."),
        SftpPathNotFoundException => new(FetchFailureKind.Unknown, $"{uri.Host} has no folder {Uri.UnescapeDataString(uri.AbsolutePath)}."),
        SftpPermissionDeniedException => new(FetchFailureKind.Unreadable, $"{uri.Host} doesn't let us read there."),
        System.Net.Sockets.SocketException broken => Failures.NotConnected(uri.Host, broken.SocketErrorCode),
        OperationCanceledException or SshOperationTimeoutException => Failures.TimedOut(uri.Host),
        SshException or IOException => new(FetchFailureKind.BadResponse, $"{uri.Host} broke off, or doesn't speak SFTP as it should."),
        _ => null,
    };
}
