using Dateline.Stories;
using Dateline.Wire;
using Dateline.Wire.Drop;
using static Dateline.Tests.Wire.FeedText;

namespace Dateline.Tests.Wire;

public class DropFolderTests
{
    private static async Task<(WireHouse Wire, Source Source, DropPlace Place, Feed Feed)> Open()
    {
        var wire = await WireHouse.Open();
        var source = await wire.Source("Harbour Wire");
        var feed = await wire.FeedAt(source, "drop:");
        Assert.Equal("drop:harbour-wire", feed.Url);
        await wire.Poll(); // makes the folder
        return (wire, source, new DropPlace(wire.House.Storage, feed), feed);
    }

    private static string Put(DropPlace place, string name, string text)
    {
        var path = Path.Combine(place.Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Two looks, far enough apart for a file that nobody touches.</summary>
    private static async Task Look(WireHouse wire)
    {
        await wire.PollAgain();
        await wire.PollAgain();
    }

    [Fact]
    public async Task A_file_that_lies_still_is_taken_once()
    {
        var (wire, source, place, _) = await Open();
        await using var _1 = wire;
        Put(place, "1.xml", Rss(Item("a", "Strait reopens"), Item("b", "Pilots end strike")));

        await Look(wire);

        Assert.Equal(["Strait reopens", "Pilots end strike"], (await wire.Items(source)).Select(item => item.Headline));
        Assert.Empty(Directory.EnumerateFiles(place.Folder));
        Assert.EndsWith("-1.xml", Assert.Single(Directory.EnumerateFiles(place.Taken)), StringComparison.Ordinal);
        await Look(wire);
        Assert.Equal(2, (await wire.Facts()).Count);
        Assert.True((await wire.Feed((await wire.Items(source))[0].FeedId!.Value)).IsHealthy);
    }

    [Fact]
    public async Task A_file_that_still_grows_is_left_until_it_is_whole()
    {
        var (wire, source, place, _) = await Open();
        await using var _1 = wire;
        var whole = Rss(Item("a", "Strait reopens"), Item("b", "Pilots end strike"));
        for (var n = 60; n < whole.Length; n += 60)
        {
            Put(place, "1.xml", whole[..n]);
            await wire.PollAgain(); // a minute lies between, and yet it has grown
            Assert.Empty(await wire.Items(source));
        }
        Put(place, "1.xml", whole);
        await Look(wire);
        Assert.All(await wire.Items(source), item => Assert.Equal(1, item.Number));
        Assert.Equal(2, (await wire.Items(source)).Count);
    }

    private const string Telegram = "\u0001HW0001 3 POL 12\r\n\u0002\r\nStrait reopens after storm\r\nHARBOUR, 16 Nov (Harbour Wire) - The first ships passed the strait at dawn.\r\nThe last of them had waited for eleven days.\r\n\u0003\r\n160900 NOV 26\r\n\u0004";

    public static TheoryData<string, string> Halves() => new()
    {
        { Rss(Item("a", "Strait reopens"), Item("b", "Pilots end strike")), "strike" }, // within an entry
        { Rss(Item("a", "Strait reopens"), Item("b", "Pilots end strike")), "</item>" }, // between two
        { Telegram, "dawn.\r\n" },
    };

    [Theory]
    [MemberData(nameof(Halves))]
    public async Task A_writer_that_pauses_in_the_middle_is_waited_for(string whole, string pause)
    {
        var (wire, source, place, _) = await Open();
        await using var _1 = wire;
        var at = whole.IndexOf(pause, StringComparison.Ordinal) + pause.Length;
        await using (var writer = new FileStream(Path.Combine(place.Folder, "1"), FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
        {
            writer.Write(System.Text.Encoding.UTF8.GetBytes(whole[..at]));
            writer.Flush();
            for (var look = 0; look < 4; look++) await wire.PollAgain(); // 244 seconds
            Assert.Empty(await wire.Items(source));
            Assert.Single(Directory.EnumerateFiles(place.Folder));
            writer.Write(System.Text.Encoding.UTF8.GetBytes(whole[at..]));
        }
        await Look(wire);
        var items = await wire.Items(source);
        Assert.Equal(whole == Telegram ? 1 : 2, items.Count);
        Assert.All(items, item => Assert.Equal(1, item.Number));
        Assert.Empty(await wire.Quarantine());
    }

    [Fact]
    public async Task What_is_written_into_a_file_that_was_refused_for_want_of_it_is_taken()
    {
        var (wire, source, place, _) = await Open();
        await using var _1 = wire;
        var whole = Rss(Item("a", "Strait reopens"));
        await using (var writer = new FileStream(Path.Combine(place.Folder, "1.xml"), FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
        {
            writer.Write(System.Text.Encoding.UTF8.GetBytes(whole[..30]));
            writer.Flush();
            for (var look = 0; look < 7; look++) await wire.PollAgain();
            Assert.Equal(2, Directory.EnumerateFiles(place.Refused).Count());
            Assert.Empty(await wire.Items(source));
            writer.Write(System.Text.Encoding.UTF8.GetBytes(whole[30..]));
        }
        for (var look = 0; look < 3; look++) await wire.PollAgain();
        Assert.Equal("Strait reopens", Assert.Single(await wire.Items(source)).Headline);
        Assert.Empty(Directory.EnumerateFiles(place.Refused));
        Assert.Equal(whole, File.ReadAllText(Assert.Single(Directory.EnumerateFiles(place.Taken))));
    }

    [Fact]
    public async Task What_is_written_into_a_file_that_was_taken_is_read_too()
    {
        var (wire, source, place, _) = await Open();
        await using var _1 = wire;
        var whole = Rss(Item("a", "Strait reopens"), Item("b", "Pilots end strike"));
        var at = whole.IndexOf("</item>", StringComparison.Ordinal) + "</item>".Length;
        await using (var writer = new FileStream(Path.Combine(place.Folder, "1.xml"), FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
        {
            writer.Write(System.Text.Encoding.UTF8.GetBytes(whole[..at]));
            writer.Flush();
            for (var look = 0; look < 7; look++) await wire.PollAgain();
            Assert.Equal("Strait reopens", Assert.Single(await wire.Items(source)).Headline); // as cut, in the end
            Assert.Single(Directory.EnumerateFiles(place.Taken));
            writer.Write(System.Text.Encoding.UTF8.GetBytes(whole[at..]));
        }
        for (var look = 0; look < 3; look++) await wire.PollAgain();
        Assert.Equal(["Strait reopens", "Pilots end strike"], (await wire.Items(source)).Select(item => item.Headline));
        Assert.Equal(2, (await wire.Facts()).Count);

        File.WriteAllText(Assert.Single(Directory.EnumerateFiles(place.Taken)), Rss(Item("c", "Two days later")));
        await wire.PollAgain(TimeSpan.FromDays(2));
        for (var look = 0; look < 3; look++) await wire.PollAgain();
        Assert.Equal(2, (await wire.Items(source)).Count);
    }

    [Theory]
    [InlineData(".1.xml")]
    [InlineData("1.xml.tmp")]
    [InlineData("1.xml.filepart")]
    [InlineData("1.xml~")]
    public async Task A_name_that_says_not_yet_is_left_until_it_is_renamed(string name)
    {
        var (wire, source, place, _) = await Open();
        await using var _1 = wire;
        var path = Put(place, name, Rss(Item("a", "Strait reopens")));
        await Look(wire);
        Assert.Empty(await wire.Items(source));

        File.Move(path, Path.Combine(place.Folder, "1.xml"));
        await Look(wire);
        Assert.Single(await wire.Items(source));
    }

    [Fact]
    public async Task Links_folders_and_empty_files_are_left_alone()
    {
        var (wire, source, place, _) = await Open();
        await using var _1 = wire;
        var secret = Path.Combine(wire.House.Storage.DataFolder, "secret.xml");
        File.WriteAllText(secret, Rss(Item("a", "What is none of theirs")));
        File.CreateSymbolicLink(Path.Combine(place.Folder, "link.xml"), secret);
        Directory.CreateDirectory(Path.Combine(place.Folder, "deeper"));
        Put(place, "empty.xml", "");

        await Look(wire);

        Assert.Empty(await wire.Items(source));
        Assert.Equal(2, Directory.EnumerateFiles(place.Folder).Count());
        Assert.True(File.Exists(secret));
    }

    [Fact]
    public async Task What_cannot_be_read_is_put_aside_with_its_reason_and_quarantined_whole()
    {
        var (wire, source, place, _) = await Open();
        await using var _1 = wire;
        Put(place, "page.html", "<!DOCTYPE html><html><body>Please log in.</body></html>");
        Put(place, "good.xml", Rss(Item("a", "Strait reopens")));

        await Look(wire);

        Assert.Single(await wire.Items(source));
        var row = Assert.Single(await wire.Quarantine());
        Assert.True(row.IsWhole);
        Assert.StartsWith("<!DOCTYPE html>", System.Text.Encoding.UTF8.GetString(row.Sent()!), StringComparison.Ordinal);
        var refused = Directory.EnumerateFiles(place.Refused).Order().ToList();
        Assert.Equal(2, refused.Count);
        Assert.EndsWith("-page.html", refused[0], StringComparison.Ordinal);
        Assert.Equal(row.Reason + "\n", File.ReadAllText(refused[1]));
    }

    [Fact]
    public async Task What_a_crash_left_half_taken_is_taken_again()
    {
        var (wire, source, place, _) = await Open();
        await using var _1 = wire;
        File.WriteAllText(Path.Combine(place.Taking, "1.xml"), Rss(Item("a", "Strait reopens")));
        await wire.PollAgain();
        Assert.Single(await wire.Items(source));
        Assert.Empty(Directory.EnumerateFiles(place.Taking));
    }

    [Fact]
    public async Task Too_large_a_file_is_refused_unread()
    {
        var (wire, source, place, _) = await Open();
        await using var _1 = wire;
        using (var file = File.Create(Path.Combine(place.Folder, "huge.xml"))) file.SetLength(DropCollecting.LargestFile + 1);
        await Look(wire);
        Assert.Contains("64 MB", File.ReadAllText(Directory.EnumerateFiles(place.Refused, "*.reason.txt").Single()), StringComparison.Ordinal);
        Assert.Empty(await wire.Items(source));
    }

    [Fact]
    public async Task Files_are_taken_in_the_order_in_which_they_were_put_there()
    {
        var (wire, source, place, _) = await Open();
        await using var _1 = wire;
        File.SetLastWriteTimeUtc(Put(place, "2.xml", Rss(Item("a", "Strait reopens"))), new DateTime(2026, 11, 16, 9, 0, 0, DateTimeKind.Utc));
        File.SetLastWriteTimeUtc(Put(place, "1.xml", Rss(Item("a", "Strait reopens to tankers"))), new DateTime(2026, 11, 16, 9, 1, 0, DateTimeKind.Utc));
        await Look(wire);
        Assert.Equal(("Strait reopens to tankers", 2), (Assert.Single(await wire.Items(source)).Headline, (await wire.Items(source))[0].Number));
    }

    [Fact]
    public async Task What_was_taken_is_kept_for_a_week()
    {
        var (wire, _, place, _) = await Open();
        await using var _1 = wire;
        Put(place, "1.xml", Rss(Item("a", "Strait reopens")));
        File.WriteAllText(Path.Combine(place.Taken, "somebody's own notes.txt"), "not ours");
        await Look(wire);
        await wire.PollAgain(TimeSpan.FromDays(6));
        Assert.Equal(2, Directory.EnumerateFiles(place.Taken).Count());
        await wire.PollAgain(TimeSpan.FromDays(2));
        Assert.EndsWith("notes.txt", Assert.Single(Directory.EnumerateFiles(place.Taken)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("drop:../../etc")]
    [InlineData("drop:.taking")]
    [InlineData("drop:/etc")]
    [InlineData("drop:a/b")]
    public async Task No_name_leads_out_of_the_wires_folder(string address)
    {
        await using var wire = await WireHouse.Open();
        var source = await wire.Source("Harbour Wire");
        var refusal = (await wire.House.Writes.Run(async (db, stop) => (await SourceChanges.AddFeed(db, source.Id, address, "en", null, null, wire.Now, stop)).Refusal, default)).Value;
        Assert.Equal("bad-url", refusal?.Code);
    }
}
