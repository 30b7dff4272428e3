using System.Diagnostics;
using AngleSharp.Html.Parser;
using Dateline.Operating;
using Dateline.People;
using Dateline.Stories;
using Dateline.Tests.House;
using Dateline.Wire;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Dateline.Tests.Operating;

/// <summary>The demo's partners who send by mail and by SFTP, through Dovecot and OpenSSH as they are installed here.</summary>
public class DemoDepotTests
{
    private static readonly DemoWay[] Both = [DemoWay.Mail, DemoWay.Sftp];

    private static void NeedServers()
    {
        if (DemoServer.Find("dovecot") is null || DemoServer.Find("sshd") is null) Assert.Skip("SKIPPED OUT LOUD: no Dovecot or no OpenSSH server on this machine.");
    }

    [Fact]
    public async Task What_partners_mail_and_lay_down_is_in_the_inbox_with_its_credit_and_their_servers_end_with_the_demo()
    {
        NeedServers();
        List<string> folders;
        List<int> processes;
        await using (var depots = await DemoDepots.Open(TestContext.Current.CancellationToken))
        {
            Assert.Empty(depots.Missing);
            Assert.Equal(Both, depots.Ways.Order());
            var world = DemoWorld.Read();
            world = world with { Wires = [.. world.Wires.Where(wire => depots.For(wire) is not null)] };
            await Receive(depots, world);
            folders = [.. world.Wires.Select(wire => depots.For(wire)!.Folder)];
            processes = [.. folders.SelectMany(ProcessTree.Of)];
            Assert.All(folders, folder => Assert.True(Directory.Exists(folder)));
            Assert.True(processes.Count > 5, $"{processes.Count} processes: two that watch, two servers and the parts of Dovecot");
        }
        await Eventually.Holds(() => ProcessTree.Running(processes).Count == 0, "the servers have ended");
        Assert.All(folders, folder => Assert.False(Directory.Exists(folder)));
    }

    private static async Task Receive(DemoDepots depots, DemoWorld world)
    {
        await using var house = await TestHouse.Open(builder => builder.Services.Replace(ServiceDescriptor.Singleton(TimeProvider.System)));
        using var desk = await house.SignIn(Role.Administrator);
        var items = DemoWorld.ReadItems().Where(item => item.Source != DemoWorld.OurOwn && world.Has(item)).Select(item => item with { AgeMinutes = null, ArrivesAfterSeconds = 0 }).ToList();
        var wires = new DemoWires(world, items, TimeProvider.System);
        await using var senders = await wires.Open(default);
        await new DemoAgency(house.App, world, [], wires, depots).Furnish(default);
        await new DemoSending(house.App, world, wires, depots).Send(default);

        await Eventually.Holds(async () => await Count(house) == items.Count, "all that the partners laid down is received", seconds: 120); // a file must lie still from one look to the next
        await using (var db = house.OpenDb())
        {
            Assert.All(await db.Feeds.ToListAsync(), feed => Assert.True(feed.IsHealthy, feed.FailureSentence));
            Assert.Empty(await db.Quarantine.ToListAsync());
            var writers = new List<string?>();
            foreach (var row in await db.WireItems.ToListAsync()) writers.Add((await db.LatestVersion(row.Id, default))!.News.Byline);
            Assert.All(items.Where(item => item.Byline is { } byline && world.Wires.All(wire => wire.Name != byline)), item => Assert.Contains(item.Byline, writers));
            foreach (var source in await db.Sources.ToListAsync())
                Assert.Contains("Answering", new HtmlParser().ParseDocument(await desk.GetStringAsync($"/desk/sources/{source.Id}")).Body!.TextContent, StringComparison.Ordinal);
        }
        var inbox = new HtmlParser().ParseDocument(await desk.GetStringAsync("/desk/inbox?edition=en"));
        foreach (var wire in world.Wires)
        {
            var sent = items.Where(item => item.Source == wire.Key).ToList();
            Assert.NotEmpty(sent);
            foreach (var item in sent)
            {
                var row = Assert.Single(inbox.QuerySelectorAll("[data-row]"), row => row.TextContent.Contains(item.Headline, StringComparison.Ordinal));
                Assert.Equal(wire.Name, row.QuerySelector(".wire-source")!.TextContent.Trim());
                var open = new HtmlParser().ParseDocument(await desk.GetStringAsync(row.QuerySelector("a")!.GetAttribute("href")!)).QuerySelector("main")!;
                Assert.Contains(wire.Name, open.QuerySelector(".stations")!.TextContent, StringComparison.Ordinal);
                Assert.DoesNotContain($"({wire.Name})", open.TextContent, StringComparison.Ordinal); // from the text it went into the credit
            }
        }
    }

    private static async Task<int> Count(TestHouse house)
    {
        await using var db = house.OpenDb();
        return await db.WireItems.CountAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_server_outlives_the_demo(bool killed)
    {
        Assert.SkipWhen(TestDatabase.OnPostgres, "The demo is on SQLite wherever it runs.");
        NeedServers();
        var folder = Directory.CreateTempSubdirectory("dl-");
        if (!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess) File.SetUnixFileMode(folder.FullName, (UnixFileMode)Convert.ToInt32("711", 8)); // its servers are somebody else then
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "dateline.dll"), "demo", "--listen", $"http://127.0.0.1:{ServerProcess.FreePort()}"]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["TMPDIR"] = folder.FullName;
        using var demo = Process.Start(start)!;
        List<int> processes = [];
        try
        {
            var errors = demo.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            while (await demo.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !line.Contains("Ctrl+C", StringComparison.Ordinal)) Assert.DoesNotContain("Nothing comes by", line, StringComparison.Ordinal);
            Assert.False(demo.HasExited, demo.HasExited ? await errors : null);
            processes = [.. ProcessTree.Below(demo.Id)];
            Assert.True(processes.Count > 5, $"{processes.Count} processes: two that watch, two servers and the parts of Dovecot");
            Assert.Equal(3, folder.GetDirectories().Count(one => one.Name.StartsWith("dateline-demo-", StringComparison.Ordinal)));

            await ProcessTree.Signal(demo.Id, killed ? "KILL" : "TERM");
            await demo.WaitForExitAsync(TestContext.Current.CancellationToken);
            await Eventually.Holds(() => ProcessTree.Running(processes).Count == 0, "who watched has ended the servers");
            // Whoever is killed clears nothing away: the invented house is left, and nothing that leads to anybody.
            await Eventually.Holds(() => folder.GetDirectories("dateline-demo-*").Length == (killed ? 1 : 0), "the servers' folders are gone");
            Assert.Empty(folder.EnumerateFiles("dovecot.conf", SearchOption.AllDirectories));
            Assert.Empty(folder.EnumerateFiles("sshd_config", SearchOption.AllDirectories));
        }
        finally
        {
            if (!demo.HasExited) demo.Kill(entireProcessTree: true);
            foreach (var left in ProcessTree.Running(processes)) Process.GetProcessById(left).Kill();
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_server_that_is_not_there_or_does_not_work_is_named_with_its_package_and_nothing_waits_for_it()
    {
        await using var none = await DemoDepots.Open(_ => null, default);
        Assert.Equal(
            ["Nothing comes by SFTP: sshd isn’t installed here (Debian’s package openssh-server).", "Nothing comes by mail: dovecot isn’t installed here (Debian’s package dovecot-imapd)."],
            none.Missing.Order(StringComparer.Ordinal));
        await using var broken = await DemoDepots.Open(_ => "/bin/false", default);
        Assert.All(broken.Missing, line => Assert.Contains("doesn’t work here", line, StringComparison.Ordinal));
        Assert.Equal(2, broken.Missing.Count);

        Assert.Empty(none.Ways);
        Assert.Empty(broken.Ways);
        var world = DemoWorld.Read().Within(none.Ways);
        Assert.Equal(DemoWorld.Read().Wires.Count - Both.Length, world.Wires.Count);
        Assert.All(DemoWorld.ReadItems().Where(world.Has), item => Assert.DoesNotContain(item.Source, DemoWorld.Read().Wires.Where(wire => wire.Way is { } way && Both.Contains(way)).Select(wire => wire.Key)));
    }
}
