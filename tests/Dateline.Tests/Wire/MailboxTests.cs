using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Dateline.Stories;
using Dateline.Tests.House;
using Dateline.Wire;
using Dateline.Wire.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using static Dateline.Tests.Wire.FeedText;

namespace Dateline.Tests.Wire;

/// <summary>Against Dovecot.</summary>
public class MailboxTests
{
    private const string Dovecot = "/usr/sbin/dovecot";
    private const string Password = "lighthouse";
    private const string Verified = "Authentication-Results: mx.meridian.example; dkim=pass header.d=harbour.example\r\n";

    private sealed record Scene(WireHouse Wire, ServerProcess Server, Source Source, Feed Feed) : IAsyncDisposable
    {
        private int _sent;

        /// <summary>A message as the mailbox's server would put it there, already in its place.</summary>
        public void Deliver(string body, string headers = Verified, string from = "desk@harbour.example")
        {
            var name = $"{1_700_000_000 + ++_sent}.M{_sent}P1.box";
            var path = Path.Combine(Server.Folder, "mail", "new", name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, $"{headers}Received: from mx.harbour.example by mx.meridian.example\r\nFrom: Desk <{from}>\r\nTo: wire@meridian.example\r\nSubject: News {_sent}\r\nMessage-ID: <{_sent}@harbour.example>\r\nDate: Mon, 16 Nov 2026 09:00:00 +0000\r\n\r\n{body}");
        }

        public Task<int> Look() => Wire.PollAgain(TimeSpan.FromHours(2));

        public async Task<MailAccount> Account() => Assert.Single(await Wire.All<MailAccount>());

        /// <summary>What came, whatever a reader of news makes of a mail: items, or documents it can't read yet.</summary>
        public async Task<int> Arrived() => (await Wire.Items(Source)).Count + (await Wire.Quarantine()).Count(row => !row.Held);

        public async ValueTask DisposeAsync()
        {
            await Wire.DisposeAsync();
            await Server.DisposeAsync();
        }
    }

    private static async Task<Scene> Open(string scheme = "imap", bool allowed = true, bool trusted = true, string password = Password, string folder = "INBOX")
    {
        if (!ServerProcess.Has(Dovecot)) Assert.Skip("SKIPPED OUT LOUD: no Dovecot on this machine.");
        var (home, port, tls) = (ServerProcess.NewFolder(), ServerProcess.FreePort(), ServerProcess.FreePort());
        var certificate = Certificate(home);
        File.WriteAllText(Path.Combine(home, "dovecot.conf"), Configuration(home, port, tls));
        Directory.CreateDirectory(Path.Combine(home, "run"));
        var server = await ServerProcess.Start(home, port, Dovecot, "-F", "-c", Path.Combine(home, "dovecot.conf"));

        var wire = await WireHouse.Open(builder => builder.Services.Replace(ServiceDescriptor.Singleton(new MailTrust(trusted ? Trusts(certificate) : null))));
        var source = await wire.Source("Harbour Wire");
        var at = scheme == "imaps" ? tls : port;
        var secrets = wire.House.Services.GetRequiredService<FeedSecrets>();
        var feed = await wire.FeedAt(source, $"{scheme}://127.0.0.1:{at}/{folder}", allowed ? $"127.0.0.1:{at}" : null, row => (row.UserName, row.Password) = ("wire", secrets.Hide(password)));
        Assert.Null((await wire.House.Writes.Run((db, stop) => MailAccount.Set(db, feed.Id, "harbour.example", "mx.meridian.example", stop), default)).Value);
        return new Scene(wire, server, source, feed);
    }

    private static RemoteCertificateValidationCallback Trusts(string thumbprint) => (_, shown, _, _) => shown is X509Certificate2 certificate && certificate.Thumbprint == thumbprint;

    /// <summary>A certificate that nobody vouches for; its thumbprint.</summary>
    private static string Certificate(string home)
    {
        using var key = RSA.Create(2048);
        using var made = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        File.WriteAllText(Path.Combine(home, "cert.pem"), made.ExportCertificatePem());
        File.WriteAllText(Path.Combine(home, "key.pem"), key.ExportPkcs8PrivateKeyPem());
        return made.Thumbprint;
    }

    private static string Configuration(string home, int port, int tls)
    {
        // As whoever runs the tests: as root it drops to nobody, else it stays who it is.
        var root = Environment.IsPrivilegedProcess;
        var user = root ? "nobody" : Environment.UserName;
        if (root)
        {
            Directory.CreateDirectory(Path.Combine(home, "mail"));
            Give(home, "mail", "nobody");
        }
        return $$"""
            base_dir = {{home}}/run
            log_path = {{home}}/log
            protocols = imap
            listen = 127.0.0.1
            default_internal_user = {{(root ? "dovecot" : user)}}
            default_login_user = {{(root ? "dovenull" : user)}}
            default_internal_group = {{(root ? "dovecot" : user)}}
            mail_location = maildir:{{home}}/mail
            mail_uid = {{user}}
            mail_gid = {{(root ? "nogroup" : user)}}
            first_valid_uid = 1
            first_valid_gid = 1
            disable_plaintext_auth = no
            ssl = yes
            ssl_cert = <{{home}}/cert.pem
            ssl_key = <{{home}}/key.pem
            mailbox_list_index = no
            mail_fsync = never
            service imap-login {
              chroot =
              inet_listener imap {
                port = {{port}}
              }
              inet_listener imaps {
                port = {{tls}}
                ssl = yes
              }
            }
            service anvil {
              chroot =
            }
            passdb {
              driver = static
              args = password={{Password}}
            }
            userdb {
              driver = static
              args = uid={{user}} gid={{(root ? "nogroup" : user)}} home={{home}}/mail
            }
            """;
    }

    private static void Give(string home, string name, string user)
    {
        using var chown = System.Diagnostics.Process.Start("/bin/chown", ["-R", user, Path.Combine(home, name)]);
        chown.WaitForExit();
    }

    [Fact]
    public async Task Verified_messages_reach_the_receive_path_once_each()
    {
        await using var scene = await Open();
        scene.Deliver(Rss(Item("a", "Strait reopens")));
        scene.Deliver(Rss(Item("b", "Pilots end strike")));
        await scene.Look();
        Assert.True((await scene.Wire.Feed(scene.Feed.Id)).IsHealthy, (await scene.Wire.Feed(scene.Feed.Id)).FailureSentence);
        Assert.Equal(2, await scene.Arrived());
        Assert.Equal(2, (await scene.Account()).LastUid);

        scene.Deliver(Rss(Item("c", "Lake falls again")));
        await scene.Look();
        await scene.Look();
        Assert.Equal(3, await scene.Arrived());
        Assert.Equal(3, (await scene.Account()).LastUid);
    }

    [Fact]
    public async Task A_message_that_may_be_forged_waits_for_a_person_byte_for_byte()
    {
        await using var scene = await Open();
        scene.Deliver(Rss(Item("a", "Strait closed")), headers: "");
        scene.Deliver(Rss(Item("b", "Strait mined")), from: "desk@harbour.example.evil.example");
        await scene.Look();
        var rows = await scene.Wire.Quarantine();
        Assert.All(rows, row => Assert.True(row is { Held: true, IsWhole: true }));
        Assert.Equal(["It says that it is from harbour.example.evil.example, not from harbour.example.", "mx.meridian.example has written down nothing on who sent it, so it may be forged."], rows.Select(row => row.Reason).Order());
        Assert.Contains("Strait", System.Text.Encoding.UTF8.GetString(rows[0].Sent()!), StringComparison.Ordinal);
        Assert.Empty(await scene.Wire.Items(scene.Source));
        Assert.True((await scene.Wire.Feed(scene.Feed.Id)).IsHealthy);
    }

    [Fact]
    public async Task A_large_message_that_may_be_forged_is_kept_whole_and_taken_on_a_persons_word()
    {
        await using var scene = await Open();
        var picture = new byte[1_300_000];
        new Random(7).NextBytes(picture);
        var body = $"""
            --edge
            Content-Type: text/plain; charset=utf-8

            HARBOUR, Nov 16 - Pilots ended their strike on Monday, the port said.

            All forty of them are back at work, and the first ships of the convoy passed the strait at dawn.
            --edge
            Content-Type: image/jpeg; name="port.jpg"
            Content-Disposition: attachment; filename="port.jpg"
            Content-Transfer-Encoding: base64

            {Convert.ToBase64String(picture, Base64FormattingOptions.InsertLineBreaks)}
            --edge--
            """;
        scene.Deliver(body, headers: "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=edge\r\n");
        await scene.Look();
        var row = Assert.Single(await scene.Wire.Quarantine());
        Assert.True(row is { Held: true, IsWhole: true } && row.Sent()!.Length > 1_700_000);

        Assert.Null((await scene.Wire.House.Writes.Run((db, stop) => ReplayQuarantined.Perform(db, row.Id, scene.Wire.Now, stop), default)).Value);
        Assert.Contains("Pilots ended their strike", (await scene.Wire.Versions(Assert.Single(await scene.Wire.Items(scene.Source))))[0].News.Body!.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_lost_or_taken_twice_when_the_mark_was_not_kept()
    {
        await using var scene = await Open();
        scene.Deliver(Rss(Item("a", "Strait reopens")));
        await scene.Look();
        await scene.Wire.House.Writes.Run(async (db, stop) => (await db.Set<MailAccount>().AsTracking().SingleAsync(stop)).LastUid = 0, default); // as after a crash
        scene.Deliver(Rss(Item("b", "Pilots end strike")));
        await scene.Look();
        Assert.Equal(2, await scene.Arrived());
    }

    [Fact]
    public async Task A_mailbox_that_numbers_anew_is_read_anew()
    {
        await using var scene = await Open();
        scene.Deliver(Rss(Item("a", "Strait reopens")));
        await scene.Look();
        var before = await scene.Account();
        await scene.Wire.House.Writes.Run(async (db, stop) =>
        {
            var row = (await db.Set<MailAccount>().AsTracking().SingleAsync(stop));
            (row.UidValidity, row.LastUid) = (before.UidValidity - 1, 999);
        }, default);
        scene.Deliver(Rss(Item("b", "Pilots end strike")));
        await scene.Look();
        Assert.Equal((2, before.UidValidity, 2), (await scene.Arrived(), (await scene.Account()).UidValidity, (await scene.Account()).LastUid));
    }

    [Fact]
    public async Task More_than_one_look_can_hold_comes_with_the_next()
    {
        await using var scene = await Open();
        for (var n = 0; n < 60; n++) scene.Deliver(Rss(Item($"{n}", $"Tanker {n} passes")));
        await scene.Look();
        Assert.Equal(50, (await scene.Account()).LastUid);
        Assert.Equal(scene.Wire.Now, (await scene.Wire.Feed(scene.Feed.Id)).DueAt);
        await scene.Wire.Poll();
        Assert.Equal(60, await scene.Arrived());
    }

    [Fact]
    public async Task Encryption_is_used_and_a_certificate_that_nobody_vouches_for_is_refused()
    {
        await using (var scene = await Open("imaps"))
        {
            scene.Deliver(Rss(Item("a", "Strait reopens")));
            await scene.Look();
            Assert.Equal(1, await scene.Arrived());
        }
        await using var untrusted = await Open("imaps", trusted: false);
        await untrusted.Look();
        Assert.Equal("TlsFailed", (await untrusted.Wire.Feed(untrusted.Feed.Id)).Failure);
    }

    [Fact]
    public async Task The_inner_network_a_wrong_password_and_a_missing_folder_are_named()
    {
        await using (var inner = await Open(allowed: false))
        {
            await inner.Look();
            Assert.Equal("PrivateAddress", (await inner.Wire.Feed(inner.Feed.Id)).Failure);
        }
        await using (var wrong = await Open(password: "guessed"))
        {
            await wrong.Look();
            Assert.Equal("LoginRefused", (await wrong.Wire.Feed(wrong.Feed.Id)).Failure);
        }
        await using var missing = await Open(folder: "Wires");
        await missing.Look();
        Assert.Equal("Unknown", (await missing.Wire.Feed(missing.Feed.Id)).Failure);
    }
}
