using System.Globalization;
using System.Net.Sockets;
using System.Security.Cryptography;
using Dateline.Formats;
using Dateline.Formats.NewsMlG2;
using Dateline.Foundation.Storage;
using Dateline.Wire;
using Dateline.Wire.Sftp;
using Renci.SshNet;
using Renci.SshNet.Common;

namespace Dateline.Operating;

/// <summary>A partner's SFTP server, kept by OpenSSH, in whose folder a file lies for each item.</summary>
internal sealed class DemoFileDepot(DemoServer server) : IDemoDepot
{
    private string _key = "";
    private string _fingerprint = "";

    public string Folder => server.Folder;

    public string Place => $"127.0.0.1:{server.Port}";

    public string Address => $"sftp://{Place}{Folder}/out";

    public async Task<bool> Start(string program, CancellationToken cancel)
    {
        if (DemoServer.Find("ssh-keygen") is not { } keygen) return false;
        Directory.CreateDirectory(At("out"));
        foreach (var name in new[] { "host", "partner" })
            if (await DemoServer.Run(keygen, ["-q", "-t", "ed25519", "-N", "", "-C", "", "-f", At(name)], cancel) is null) return false;
        File.Move(At("partner.pub"), At("authorized_keys"));
        _key = await File.ReadAllTextAsync(At("partner"), cancel);
        File.Delete(At("partner")); // it is ours, and lies in our database
        var host = (await File.ReadAllTextAsync(At("host.pub"), cancel)).Split(' ')[1];
        _fingerprint = "SHA256:" + Convert.ToBase64String(SHA256.HashData(Convert.FromBase64String(host))).TrimEnd('=');
        await File.WriteAllTextAsync(At("sshd_config"), Configuration(), cancel);
        return await server.Start(program, ["-D", "-e", "-f", At("sshd_config")], cancel) && await Answers(cancel);
    }

    /// <summary>The partner has told us the fingerprint of its server, and we the partner our key.</summary>
    public async Task SetUp(DatelineDb db, Feed feed, FeedSecrets secrets, CancellationToken cancel)
    {
        feed.UserName = DemoServer.User;
        if (await SftpPlace.Set(db, feed.Id, "*.xml", _fingerprint, secrets.Hide(_key), cancel) is { } refusal) throw new InvalidOperationException(refusal.Sentence);
    }

    public async Task Put(DemoWire wire, NewsItem item, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        await NewsMlG2Writer.WriteItemAsync(bytes, new WireEnvelope(wire.Name, item.Updated!.Value), item, cancel);
        var name = $"{item.Updated.Value.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}-{DemoItem.IdOf(item.Uri!)}.xml";
        await server.Put($"out/{name}.part", $"out/{name}", bytes.ToArray(), cancel);
    }

    /// <summary>Files can be read with our key, by our user, and nothing else can be done.</summary>
    private string Configuration() => $"""
        Port {server.Port}
        ListenAddress 127.0.0.1
        HostKey "{At("host")}"
        PidFile none
        AuthorizedKeysFile "{At("authorized_keys")}"
        StrictModes no
        AllowUsers {DemoServer.User}
        PasswordAuthentication no
        KbdInteractiveAuthentication no
        UsePAM no
        DisableForwarding yes
        PermitTTY no
        PermitUserRC no
        Subsystem sftp internal-sftp -R
        ForceCommand internal-sftp -R

        """;

    private async Task<bool> Answers(CancellationToken cancel)
    {
        try
        {
            using var text = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(_key));
            using var client = new SftpClient("127.0.0.1", server.Port, DemoServer.User, new PrivateKeyFile(text));
            client.HostKeyReceived += (_, key) => key.CanTrust = "SHA256:" + key.FingerPrintSHA256 == _fingerprint;
            await client.ConnectAsync(cancel);
            return client.Exists(At("out"));
        }
        catch (Exception failure) when (failure is SshException or SocketException or IOException)
        {
            return false;
        }
    }

    private string At(string name) => Path.Combine(Folder, name);

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
