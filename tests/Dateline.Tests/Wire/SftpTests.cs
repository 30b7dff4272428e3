using System.Diagnostics;
using Dateline.Stories;
using Dateline.Tests.House;
using Dateline.Wire;
using Dateline.Wire.Sftp;
using Microsoft.Extensions.DependencyInjection;
using static Dateline.Tests.Wire.FeedText;

namespace Dateline.Tests.Wire;

/// <summary>Against OpenSSH's own server.</summary>
public class SftpTests
{
    private const string Sshd = "/usr/sbin/sshd";
    private const string Keygen = "/usr/bin/ssh-keygen";

    private sealed record Scene(WireHouse Wire, ServerProcess Server, Source Source, Feed Feed) : IAsyncDisposable
    {
        public string Out => Path.Combine(Server.Folder, "out");

        public string Put(string name, string text)
        {
            var path = Path.Combine(Out, name);
            File.WriteAllText(path, text);
            return path;
        }

        public async Task<SftpPlace> Place() => Assert.Single(await Wire.All<SftpPlace>());

        public async ValueTask DisposeAsync()
        {
            await Wire.DisposeAsync();
            await Server.DisposeAsync();
        }
    }

    private static async Task Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }

    private static async Task<ServerProcess> StartServer(string folder, int port, string hostKey)
    {
        if (Environment.IsPrivilegedProcess) Directory.CreateDirectory("/run/sshd"); // where sshd, as root, insists on an empty folder
        File.WriteAllText(Path.Combine(folder, "sshd_config"), $"""
            Port {port}
            ListenAddress 127.0.0.1
            HostKey {hostKey}
            PidFile none
            AuthorizedKeysFile {folder}/authorized_keys
            StrictModes no
            PasswordAuthentication no
            KbdInteractiveAuthentication no
            UsePAM no
            Subsystem sftp internal-sftp
            ForceCommand internal-sftp
            """);
        return await ServerProcess.Start(folder, port, Sshd, "-D", "-e", "-f", Path.Combine(folder, "sshd_config"));
    }

    private static async Task<Scene> Open(string pattern = "*.xml", bool accept = true, bool allowed = true)
    {
        if (!ServerProcess.Has(Sshd) || !ServerProcess.Has(Keygen)) Assert.Skip("SKIPPED OUT LOUD: no OpenSSH server on this machine.");
        var (folder, port) = (ServerProcess.NewFolder(), ServerProcess.FreePort());
        await Run(Keygen, "-q", "-t", "ed25519", "-N", "", "-f", Path.Combine(folder, "host"));
        await Run(Keygen, "-q", "-t", "ed25519", "-N", "", "-f", Path.Combine(folder, "partner"));
        File.Copy(Path.Combine(folder, "partner.pub"), Path.Combine(folder, "authorized_keys"));
        Directory.CreateDirectory(Path.Combine(folder, "out"));
        var server = await StartServer(folder, port, Path.Combine(folder, "host"));

        var wire = await WireHouse.Open();
        var source = await wire.Source("Harbour Wire");
        var feed = await wire.FeedAt(source, $"sftp://127.0.0.1:{port}{folder}/out", allowed ? $"127.0.0.1:{port}" : null, row => row.UserName = Environment.UserName);
        var key = wire.House.Services.GetRequiredService<FeedSecrets>().Hide(File.ReadAllText(Path.Combine(folder, "partner")));
        await wire.House.Writes.Run((db, stop) => SftpPlace.Set(db, feed.Id, pattern, null, key, stop), default);
        var scene = new Scene(wire, server, source, feed);
        try
        {
            if (accept)
            {
                await wire.Poll();
                await Accept(scene);
            }
            return scene;
        }
        catch
        {
            await scene.DisposeAsync(); // no server outlives a test that failed
            throw;
        }
    }

    private static async Task Accept(Scene scene)
    {
        var offered = (await scene.Place()).Offered!;
        Assert.Null((await scene.Wire.House.Writes.Run((db, stop) => SftpPlace.Accept(db, scene.Feed.Id, offered, stop), default)).Value);
    }

    /// <summary>Two looks, far enough apart for a file that nobody touches.</summary>
    private static async Task Look(WireHouse wire)
    {
        await wire.PollAgain(TimeSpan.FromHours(2));
        await wire.PollAgain(TimeSpan.FromHours(2));
    }

    [Fact]
    public async Task A_server_is_not_trusted_before_somebody_says_so()
    {
        await using var scene = await Open(accept: false);
        scene.Put("1.xml", Rss(Item("a", "Strait reopens")));
        await Look(scene.Wire);

        var feed = await scene.Wire.Feed(scene.Feed.Id);
        var place = await scene.Place();
        Assert.Equal("Untrusted", feed.Failure);
        Assert.Matches("^SHA256:[A-Za-z0-9+/]{43}$", place.Offered);
        Assert.Contains(place.Offered!, feed.FailureSentence, StringComparison.Ordinal);
        Assert.Empty(await scene.Wire.Items(scene.Source));

        Assert.NotNull((await scene.Wire.House.Writes.Run((db, stop) => SftpPlace.Accept(db, feed.Id, "SHA256:" + new string('A', 43), stop), default)).Value);
        await Accept(scene);
        await Look(scene.Wire);
        Assert.True((await scene.Wire.Feed(feed.Id)).IsHealthy, (await scene.Wire.Feed(feed.Id)).FailureSentence);
        Assert.Single(await scene.Wire.Items(scene.Source));
    }

    [Fact]
    public async Task The_fingerprint_is_the_one_that_ssh_shows()
    {
        await using var scene = await Open(accept: false);
        await scene.Wire.Poll();
        using var shown = Process.Start(new ProcessStartInfo(Keygen, ["-l", "-f", Path.Combine(scene.Server.Folder, "host.pub")]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        Assert.Contains((await scene.Place()).Offered!, await shown.StandardOutput.ReadToEndAsync(), StringComparison.Ordinal);
        await shown.WaitForExitAsync();
    }

    [Fact]
    public async Task Another_key_than_the_accepted_one_ends_the_talk()
    {
        await using var scene = await Open();
        await scene.Wire.House.Writes.Run((db, stop) => SftpPlace.Set(db, scene.Feed.Id, "*", "SHA256:" + new string('A', 43), null, stop), default);
        scene.Put("1.xml", Rss(Item("a", "Strait reopens")));
        await Look(scene.Wire);
        var feed = await scene.Wire.Feed(scene.Feed.Id);
        Assert.Equal("Untrusted", feed.Failure);
        Assert.Contains("another key", feed.FailureSentence, StringComparison.Ordinal);
        Assert.Empty(await scene.Wire.Items(scene.Source));
    }

    [Fact]
    public async Task Files_are_taken_once_by_name_time_and_size_and_stay_there()
    {
        await using var scene = await Open();
        scene.Put("1.xml", Rss(Item("a", "Strait reopens")));
        scene.Put("notes.txt", "none of ours");
        scene.Put("2.xml.filepart", Rss(Item("b", "Half")));
        File.CreateSymbolicLink(Path.Combine(scene.Out, "link.xml"), Path.Combine(scene.Server.Folder, "sshd_config"));
        await Look(scene.Wire);
        Assert.Equal("Strait reopens", Assert.Single(await scene.Wire.Items(scene.Source)).Headline);
        Assert.Equal("1.xml", Assert.Single(await scene.Wire.All<SftpFile>()).Name);
        Assert.Equal(4, Directory.EnumerateFileSystemEntries(scene.Out).Count());
        Assert.Empty(await scene.Wire.Quarantine());

        scene.Put("1.xml", Rss(Item("a", "Strait reopens to tankers")));
        await Look(scene.Wire);
        Assert.Equal(("Strait reopens to tankers", 2), (Assert.Single(await scene.Wire.Items(scene.Source)).Headline, (await scene.Wire.Items(scene.Source))[0].Number));

        File.Delete(Path.Combine(scene.Out, "1.xml"));
        await Look(scene.Wire);
        Assert.Empty(await scene.Wire.All<SftpFile>()); // what isn't there any more needn't be remembered
    }

    [Fact]
    public async Task Half_a_file_is_waited_for_and_taken_as_it_is_in_the_end()
    {
        await using var scene = await Open();
        var whole = Rss(Item("a", "Strait reopens"), Item("b", "Pilots end strike"));
        var half = whole[..(whole.IndexOf("</item>", StringComparison.Ordinal) + "</item>".Length)];
        scene.Put("1.xml", half);
        for (var look = 0; look < 2; look++) await scene.Wire.PollAgain(TimeSpan.FromMinutes(4));
        Assert.Empty(await scene.Wire.Items(scene.Source));
        Assert.Empty(await scene.Wire.All<SftpFile>());
        await scene.Wire.PollAgain(TimeSpan.FromMinutes(4));
        Assert.Equal([("a", 1)], (await scene.Wire.Items(scene.Source)).Select(item => (item.Guid, item.Number)));

        scene.Put("1.xml", whole);
        for (var look = 0; look < 2; look++) await scene.Wire.PollAgain(TimeSpan.FromMinutes(4));
        Assert.Equal([("a", 1), ("b", 1)], (await scene.Wire.Items(scene.Source)).Select(item => (item.Guid, item.Number)));
    }

    [Fact]
    public async Task What_cannot_be_read_is_quarantined_and_not_fetched_again()
    {
        await using var scene = await Open();
        scene.Put("page.xml", "<!DOCTYPE html><html><body>Please log in.</body></html>");
        using (var file = File.Create(Path.Combine(scene.Out, "huge.xml"))) file.SetLength(SftpReading.LargestFile + 1);
        await Look(scene.Wire);
        await Look(scene.Wire);
        Assert.Equal([false, true], (await scene.Wire.Quarantine()).Select(row => row.IsWhole).Order());
        Assert.True((await scene.Wire.Feed(scene.Feed.Id)).IsHealthy);
    }

    [Fact]
    public async Task The_inner_network_is_not_reached_without_the_operators_word()
    {
        await using var scene = await Open(accept: false, allowed: false);
        await scene.Wire.Poll();
        Assert.Equal("PrivateAddress", (await scene.Wire.Feed(scene.Feed.Id)).Failure);
        Assert.Null((await scene.Place()).Offered);
    }

    [Fact]
    public async Task Wrong_keys_and_missing_folders_are_named()
    {
        await using var scene = await Open();
        File.WriteAllText(Path.Combine(scene.Server.Folder, "authorized_keys"), "");
        await scene.Wire.PollAgain(TimeSpan.FromHours(2));
        Assert.Equal("LoginRefused", (await scene.Wire.Feed(scene.Feed.Id)).Failure);

        File.Copy(Path.Combine(scene.Server.Folder, "partner.pub"), Path.Combine(scene.Server.Folder, "authorized_keys"), overwrite: true);
        Directory.Delete(scene.Out, recursive: true);
        await scene.Wire.PollAgain(TimeSpan.FromHours(2));
        Assert.Equal("Unknown", (await scene.Wire.Feed(scene.Feed.Id)).Failure);
    }
}
