using System.Diagnostics;
using System.Net;
using Dateline.Tests.House;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Tests.Faults;

/// <summary>An answer that says "kept" leaves after the flush to the disk, not before.</summary>
public class FlushTests
{
    private const string Marker = "Zarinamarker";

    [Fact]
    public async Task The_disk_has_a_reply_before_its_reader_is_told()
    {
        Assert.SkipWhen(TestDatabase.OnPostgres, "Here the flush is the server's: the other test asks it.");
        Assert.SkipUnless(CanTrace(), "This machine has no strace, or lets nobody trace.");
        await using var house = await TestHouse.Open(start: false);
        var cast = await Cast.Enter(house);
        var story = await cast.Publish(house, cast.Carried("Strait reopens", "The first ships of the convoy passed."));
        var trace = Path.Combine(house.Storage.DataFolder, "trace");
        await using (var program = await RunningProgram.Start(house.Storage, ["strace", "-f", "-qq", "-y", "-s", "8192", "-e", "trace=pwrite64,fdatasync,fsync,sendmsg,sendto", "-e", "signal=none", "-o", trace]))
        {
            using var browser = program.Browser();
            using var answer = await browser.Send(story.Path + "/reply", ("name", Marker), ("email", "maryam@example.org"), ("website", ""), ("text", "I saw it."));
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        }

        var lines = await File.ReadAllLinesAsync(trace);
        var written = Array.FindIndex(lines, line => line.Contains("pwrite64(", StringComparison.Ordinal) && line.Contains("dateline.db-wal", StringComparison.Ordinal) && line.Contains(Marker, StringComparison.Ordinal));
        Assert.True(written >= 0, "the reply was never written to the log");
        var flushed = Flushed(lines, written);
        var told = Array.FindIndex(lines, line => line.Contains("HTTP/1.1 303", StringComparison.Ordinal));
        Assert.True(told >= 0, "nobody was told");
        Assert.True(flushed >= 0 && flushed < told, $"told in line {told}, flushed in line {flushed}, written in line {written}");
    }

    [Fact]
    public async Task The_server_flushes_before_it_commits()
    {
        Assert.SkipUnless(TestDatabase.OnPostgres, "Here the flush is our own: the other test traces it.");
        await using var house = await TestHouse.Open(start: false);
        var set = (await house.Writes.Run(async (db, stop) => await db.Database.SqlQuery<string>($"SELECT current_setting('synchronous_commit') AS \"Value\"").SingleAsync(stop), default)).Value;
        Assert.Equal("on", set);
    }

    /// <summary>The line in which a flush of the log that began after <paramref name="written"/> is over.</summary>
    private static int Flushed(string[] lines, int written)
    {
        var begun = Array.FindIndex(lines, written, line => (line.Contains("fdatasync(", StringComparison.Ordinal) || line.Contains("fsync(", StringComparison.Ordinal)) && line.Contains("dateline.db-wal", StringComparison.Ordinal));
        if (begun < 0 || !lines[begun].Contains("unfinished", StringComparison.Ordinal)) return begun;
        var thread = lines[begun].Split(' ')[0] + " ";
        return Array.FindIndex(lines, begun + 1, line => line.StartsWith(thread, StringComparison.Ordinal) && line.Contains("sync resumed", StringComparison.Ordinal));
    }

    private static bool CanTrace()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("strace", ["-o", "/dev/null", "true"]) { RedirectStandardError = true, UseShellExecute = false })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
