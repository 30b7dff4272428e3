using System.Globalization;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Dateline.Formats;
using Dateline.Foundation.Markup;
using Dateline.Foundation.Storage;
using Dateline.Stories;
using Dateline.Wire;
using Dateline.Wire.Mail;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Security;
using MimeKit;

namespace Dateline.Operating;

/// <summary>The mailbox of the demo's agency, kept by Dovecot, into which a partner's letters come.</summary>
internal sealed class DemoMailDepot(DemoServer server) : IDemoDepot
{
    private const string User = "wire";

    /// <summary>The mail server that took the letters in, before Dovecot got them: who vouches for their senders.</summary>
    private const string MailServer = "mx.meridian.example";

    private readonly string _password = RandomNumberGenerator.GetHexString(32);
    private int _letters;

    public string Folder => server.Folder;

    public string Place => $"127.0.0.1:{server.Port}";

    public string Address => $"imap://{Place}/INBOX";

    public async Task<bool> Start(string program, CancellationToken cancel)
    {
        foreach (var folder in new[] { "run", "mail/tmp", "mail/new", "mail/cur" }) Directory.CreateDirectory(Path.Combine(Folder, folder));
        var file = Path.Combine(Folder, "dovecot.conf");
        var version = await DemoServer.Run(program, ["--version"], cancel) ?? "";
        await File.WriteAllTextAsync(file, version.StartsWith("2.3.", StringComparison.Ordinal) ? Configuration23() : Configuration24(), cancel);
        return await server.Start(program, ["-F", "-c", file], cancel) && await Answers(cancel);
    }

    public async Task SetUp(DatelineDb db, Feed feed, FeedSecrets secrets, CancellationToken cancel)
    {
        (feed.UserName, feed.Password) = (User, secrets.Hide(_password));
        var source = await db.Set<Source>().FindAsync([feed.SourceId], cancel);
        if (await MailAccount.Set(db, feed.Id, new Uri(source!.Site!).Host, MailServer, cancel) is { } refusal) throw new InvalidOperationException(refusal.Sentence);
    }

    /// <summary>A letter as a small paper writes it, with what our mail server found out about its sender above it.</summary>
    public async Task Put(DemoWire wire, NewsItem item, CancellationToken cancel)
    {
        var (id, sent) = ($"{DemoItem.IdOf(item.Uri!)}@{wire.Host}", item.Published!.Value);
        var letter = new MimeMessage { MessageId = id, Date = sent, Subject = item.Headline! };
        letter.From.Add(new MailboxAddress(wire.Name, $"news@{wire.Host}"));
        letter.To.Add(new MailboxAddress("MERIDIAN", "wire@meridian.example"));
        letter.Body = new TextPart("plain") { Text = Text(wire, item) };
        letter.Headers.Insert(0, "Received", $"from mail.{wire.Host} by {MailServer} with ESMTPS; {sent.ToString("r", CultureInfo.InvariantCulture)}");
        letter.Headers.Insert(0, "Authentication-Results", $"{MailServer}; spf=pass smtp.mailfrom={wire.Host}; dkim=pass header.d={wire.Host}; dmarc=pass header.from={wire.Host}");
        using var bytes = new MemoryStream();
        await letter.WriteToAsync(bytes, cancel);
        var name = $"{sent.ToUnixTimeSeconds()}.{++_letters}.demo"; // https://cr.yp.to/proto/maildir.html
        await server.Put($"mail/tmp/{name}", $"mail/new/{name}", bytes.ToArray(), cancel);
    }

    private static string Text(DemoWire wire, NewsItem item)
    {
        var text = new StringBuilder();
        if (item.Byline is { } byline) text.Append(CultureInfo.InvariantCulture, $"By {byline}\n\n");
        if (item.PlaceLine?.Place is { } place) text.Append(CultureInfo.InvariantCulture, $"{place} ({wire.Name}) - ");
        return text.Append(PlainText.From(MarkupReader.Read(item.Body!.Content).OrThrow())).Append('\n').ToString();
    }

    private async Task<bool> Answers(CancellationToken cancel)
    {
        try
        {
            using var client = new ImapClient();
            await client.ConnectAsync("127.0.0.1", server.Port, SecureSocketOptions.None, cancel);
            await client.AuthenticateAsync(User, _password, cancel);
            await client.Inbox.OpenAsync(FolderAccess.ReadOnly, cancel);
            await client.DisconnectAsync(quit: true, cancel);
            return true;
        }
        catch (Exception failure) when (failure is IOException or SocketException or ProtocolException or CommandException or AuthenticationException)
        {
            return false;
        }
    }

    /// <summary>Each of Dovecot's parts as the same user: they have nothing to hide from one another here.</summary>
    private string Common() => $$"""
        base_dir = {{Folder}}/run
        state_dir = {{Folder}}/run
        log_path = /dev/stderr
        listen = 127.0.0.1
        default_internal_user = {{DemoServer.User}}
        default_login_user = {{DemoServer.User}}
        default_internal_group = {{server.Group}}
        mail_uid = {{DemoServer.User}}
        mail_gid = {{server.Group}}
        first_valid_uid = 1
        first_valid_gid = 1
        ssl = no
        service imap-login {
          chroot =
          inet_listener imap {
            port = {{server.Port}}
          }
          inet_listener imaps {
            port = 0
          }
        }
        service anvil {
          chroot =
        }
        """;

    private string Configuration23() => $$"""
        protocols = imap
        {{Common()}}
        mail_location = maildir:{{Folder}}/mail
        disable_plaintext_auth = no
        passdb {
          driver = static
          args = password={{_password}}
        }
        userdb {
          driver = static
          args = uid={{DemoServer.User}} gid={{server.Group}} home={{Folder}}/mail
        }

        """;

    /// <summary>From 2.4 on the settings have other names, and the file says which ones it means.</summary>
    private string Configuration24() => $$"""
        dovecot_config_version = 2.4.0
        dovecot_storage_version = 2.4.0
        protocols = imap
        {{Common()}}
        mail_driver = maildir
        mail_path = {{Folder}}/mail
        auth_allow_cleartext = yes
        passdb static {
          password = {{_password}}
        }
        userdb static {
          fields {
            uid = {{DemoServer.User}}
            gid = {{server.Group}}
            home = {{Folder}}/mail
          }
        }

        """;

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
