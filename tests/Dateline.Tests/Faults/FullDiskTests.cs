using System.Diagnostics;
using System.Net;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Replies;
using Dateline.Stories;
using Dateline.Tests.Desk.Stories;
using Dateline.Tests.House;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Tests.Faults;

/// <summary>A full disk refuses writes with words, loses nothing that was typed, and pages are served on.</summary>
public class FullDiskTests
{
    private static readonly string Typed = string.Concat(Enumerable.Repeat("I piloted the northern channel for nineteen years. ", 1_000)).TrimEnd();

    [Fact]
    public async Task A_full_disk_refuses_with_words_and_pages_are_served_on()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var open = await cast.Publish(house, cast.Carried("Strait reopens", "The first ships of the convoy passed."));
        var draft = await house.Draft(cast.Carried("Ferry runs aground", "All aboard are safe."));
        using var editor = await house.SignIn(Role.Editor);
        var form = await EditorForm.Open(editor, draft.Id);
        form["headline"] = "Ferry afloat again";
        form["body"] = string.Concat(Enumerable.Repeat("All aboard are safe, and so are the gulls. ", 400));

        await Fill(house);
        using var browser = house.Browser();
        var kept = await RepliesUntilRefused(browser, open);
        var publication = await form.Send("/publication");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, publication.Status);
        Assert.Contains("nothing was saved", publication.Words, StringComparison.Ordinal);
        Assert.Contains("Ferry afloat again", publication.Text, StringComparison.Ordinal);
        foreach (var path in (string[])["/en", open.Path, "/en/feed.atom", "/en/search?q=convoy"]) Assert.Equal(HttpStatusCode.OK, (await house.Get(path)).Status);

        await Free(house);
        using (var reply = await Send(browser, open, 250)) Assert.Equal(HttpStatusCode.SeeOther, reply.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await form.Send("/publication")).Status);
        await using var db = house.OpenDb();
        Assert.Equal(kept + 1, await db.Set<Reply>().CountAsync());
        Assert.Equal("Ferry afloat again", (await db.Set<Story>().SingleAsync(story => story.Id == draft.Id)).Headline);
    }

    [Fact]
    public async Task A_small_real_disk_fills_and_is_freed()
    {
        Assert.SkipWhen(TestDatabase.OnPostgres, "PostgreSQL's disk is its own server's; the other test has it refuse as a full one does.");
        await using var house = await TestHouse.Open(start: false);
        var cast = await Cast.Enter(house);
        var open = await cast.Publish(house, cast.Carried("Strait reopens", "The first ships of the convoy passed."));
        await house.Writes.Run(async (db, stop) => await db.Database.ExecuteSqlAsync($"SELECT 1", stop), default);

        using var disk = SmallDisk.Mount(megabytes: 24);
        Assert.SkipWhen(disk is null, "This machine lets nobody mount a disk in memory.");
        foreach (var file in Directory.EnumerateFiles(house.Storage.DataFolder)) File.Copy(file, Path.Combine(disk.Folder, Path.GetFileName(file)));
        await using var program = await RunningProgram.Start(new StorageOptions(disk.Folder, null));
        using var browser = program.Browser();

        disk.Fill();
        await RepliesUntilRefused(browser, open);
        foreach (var path in (string[])["/en", open.Path, "/en/feed.json"]) Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(new Uri(path, UriKind.Relative))).StatusCode);

        disk.Free();
        using var kept = await Send(browser, open, 201);
        Assert.Equal(HttpStatusCode.SeeOther, kept.StatusCode);
    }

    /// <summary>There may be room left in pages that the file has already: how many replies found some before one was refused, with words.</summary>
    private static async Task<int> RepliesUntilRefused(HttpClient browser, Story story)
    {
        for (var n = 0; n < 5; n++)
        {
            using var reply = await Send(browser, story, n);
            if (reply.StatusCode == HttpStatusCode.SeeOther) continue;
            Assert.Equal(HttpStatusCode.ServiceUnavailable, reply.StatusCode);
            Assert.NotNull(reply.Headers.RetryAfter);
            var page = await reply.Content.ReadAsStringAsync();
            Assert.Contains("Nothing is lost: it stands below", page, StringComparison.Ordinal);
            Assert.Contains(Typed, page, StringComparison.Ordinal);
            return n;
        }
        Assert.Fail("The disk was never full.");
        return 0;
    }

    private static Task<HttpResponseMessage> Send(HttpClient browser, Story story, int n)
    {
        browser.DefaultRequestHeaders.Remove("X-Forwarded-For");
        browser.DefaultRequestHeaders.Add("X-Forwarded-For", $"10.1.{n}.7");
        return browser.Send(story.Path + "/reply", ("name", $"Maryam {n}"), ("email", "maryam@example.org"), ("website", ""), ("text", Typed));
    }

    /// <summary>SQLite may not grow its file any more; PostgreSQL is made to say what it says when its disk is full.</summary>
    private static Task Fill(TestHouse house) => house.Writes.Run(async (db, stop) =>
    {
        if (!TestDatabase.OnPostgres) await Pages(db, 1, stop);
        else
            await db.Database.ExecuteSqlRawAsync("""
                CREATE FUNCTION disk_is_full() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$;
                CREATE TRIGGER full_replies BEFORE INSERT ON replies EXECUTE FUNCTION disk_is_full();
                CREATE TRIGGER full_stories BEFORE UPDATE ON stories EXECUTE FUNCTION disk_is_full();
                """, stop);
    }, default);

    private static Task Free(TestHouse house) => house.Writes.Run(async (db, stop) =>
    {
        if (!TestDatabase.OnPostgres) await Pages(db, 1_000_000, stop);
        else await db.Database.ExecuteSqlRawAsync("DROP FUNCTION disk_is_full() CASCADE", stop);
    }, default);

    private static async Task Pages(DatelineDb db, int most, CancellationToken cancel)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA max_page_count = {most}";
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>A disk of a few megabytes in memory, where the machine allows it.</summary>
    private sealed class SmallDisk : IDisposable
    {
        private SmallDisk(string folder) => Folder = folder;

        public string Folder { get; }

        public static SmallDisk? Mount(int megabytes)
        {
            var folder = Directory.CreateTempSubdirectory("dateline-disk-").FullName;
            if (Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", folder)) return new SmallDisk(folder);
            Directory.Delete(folder);
            return null;
        }

        public void Fill()
        {
            using var file = File.Create(Path.Combine(Folder, "filler"));
            var block = new byte[4096];
            try
            {
                while (true)
                {
                    file.Write(block);
                    file.Flush();
                }
            }
            catch (IOException) { } // no space left
        }

        public void Free() => File.Delete(Path.Combine(Folder, "filler"));

        public void Dispose()
        {
            Run("umount", Folder);
            Directory.Delete(Folder);
        }

        private static bool Run(params string[] words)
        {
            try
            {
                using var process = Process.Start(new ProcessStartInfo(words[0], words[1..]) { RedirectStandardError = true, UseShellExecute = false })!;
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
}
