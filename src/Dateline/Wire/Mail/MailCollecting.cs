using System.Net.Security;
using Dateline.Foundation.Fetching;
using Dateline.Foundation.Storage;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Wire.Mail;

/// <summary>Whom to believe beside the system's authorities; null: nobody.</summary>
internal sealed record MailTrust(RemoteCertificateValidationCallback? Check);

/// <summary>
/// Reads a mailbox by IMAP, and changes nothing in it: how far it is read is kept with us, after what was read. Message by
/// message, oldest first; one that can't be verified is held for a person.
/// </summary>
internal sealed class MailCollecting(DatelineDbFactory databases, WireDocument documents, FeedSecrets secrets, FetchingOptions fetching, MailTrust trust) : ICollecting
{
    public const int LargestMessage = 16 << 20;
    private const int MostInOneLook = 50;
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(3);

    public Transport Transport => Transport.Mail;

    public async Task<Collected> Collect(Feed feed, CancellationToken cancel)
    {
        MailAccount? account;
        await using (var db = databases.Open()) account = await db.Set<MailAccount>().FirstOrDefaultAsync(row => row.FeedId == feed.Id, cancel);
        var uri = new Uri(feed.Url);
        if (account is null) return new Collected(new FetchFailure(FetchFailureKind.Untrusted, N("Say on the source's page whose mail this is: the partner's domain, and the mail server whose checks count.")));
        if (feed.UserName is not { Length: > 0 } user || secrets.Open(feed.Password) is not { } password) return new Collected(new FetchFailure(FetchFailureKind.LoginRefused, $"{uri.Host} needs a user name and a password."));

        var reading = new MailboxReading(feed, account, documents);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(TimeLimit);
        FetchFailure? failure = null;
        try
        {
            using var client = new ImapClient { CheckCertificateRevocation = false, ServerCertificateValidationCallback = trust.Check };
            await Open(client, feed, uri, limit.Token);
            await client.AuthenticateAsync(user, password, limit.Token);
            var name = Uri.UnescapeDataString(uri.AbsolutePath[1..]);
            await reading.Read(name.Equals("INBOX", StringComparison.OrdinalIgnoreCase) ? client.Inbox : await client.GetFolderAsync(name, limit.Token), MostInOneLook, limit.Token);
            await client.DisconnectAsync(quit: true, limit.Token);
        }
        catch (Exception thrown) when (Explain(thrown, uri, cancel) is { } explained)
        {
            failure = explained;
        }
        return new Collected(failure)
        {
            Items = reading.Items,
            More = reading.More && failure is null,
            Remember = async (db, _, stop) =>
            {
                if (await db.Set<MailAccount>().AsTracking().FirstOrDefaultAsync(row => row.FeedId == feed.Id, stop) is { } row) (row.UidValidity, row.LastUid) = (reading.UidValidity, reading.LastUid);
            },
        };
    }

    /// <summary>
    /// imaps:// speaks TLS from the first byte; imap:// must turn to it before the password is sent, but to a host of the inner
    /// network that the operator allowed.
    /// </summary>
    private async Task Open(ImapClient client, Feed feed, Uri uri, CancellationToken cancel)
    {
        var inner = PrivatePlaces.Of(feed.AllowPrivate).Contains(HostPort.Of(uri));
        var line = await new GuardedDialer(fetching, inner).DialAsync(uri.IdnHost, uri.Port, cancel);
        var security = uri.Scheme == "imaps" ? SecureSocketOptions.SslOnConnect : inner ? SecureSocketOptions.StartTlsWhenAvailable : SecureSocketOptions.StartTls;
        await client.ConnectAsync(line, uri.IdnHost, uri.Port, security, cancel);
    }

    private static FetchFailure? Explain(Exception thrown, Uri uri, CancellationToken cancel) => thrown switch
    {
        FetchException ours => ours.Failure,
        OperationCanceledException when cancel.IsCancellationRequested => null,
        OperationCanceledException => Failures.TimedOut(uri.Host),
        SslHandshakeException => new(FetchFailureKind.TlsFailed, $"No secure connection to {uri.Host}: its certificate is not valid for it, or its encryption is too old."),
        AuthenticationException => new(FetchFailureKind.LoginRefused, $"{uri.Host} refuses the user name and password."),
        FolderNotFoundException => new(FetchFailureKind.Unknown, $"{uri.Host} has no folder {Uri.UnescapeDataString(uri.AbsolutePath[1..])}."),
        NotSupportedException => new(FetchFailureKind.TlsFailed, $"{uri.Host} offers no encryption, and the password isn't sent without. Use imaps://."),
        ProtocolException or CommandException or IOException or ServiceNotConnectedException => new(FetchFailureKind.BadResponse, $"{uri.Host} broke off, or doesn't speak IMAP as it should."),
        _ => null,
    };
}
