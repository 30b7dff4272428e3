using System.Text;
using System.Text.Json;
using Dateline.Operating;
using Dateline.Tests.Foundation.Fetching;
using Dateline.Wire;

namespace Dateline.Tests.Wire;

/// <summary>A feed that ends within an entry, whole as an answer: its sender was killed while it wrote the file.</summary>
public class BrokenOffTests
{
    private const string Long = "The first ships of the convoy passed the strait at dawn. The last of them had waited for eleven days.";

    [Theory]
    [InlineData("rss")]
    [InlineData("atom")]
    public async Task Half_an_entry_is_no_new_version_and_the_whole_one_is_taken_when_it_comes(string format)
    {
        string Feed(string text) => format == "rss" ? FeedText.Rss(FeedText.Item("a", "Pilots end strike"), FeedText.Item("b", "Strait reopens", text)) : FeedText.Atom(FeedText.Entry("a", "Pilots end strike"), FeedText.Entry("b", "Strait reopens", text: text));
        var sent = Feed(Long);
        await using var wire = await WireHouse.Open();
        await using var server = new LoopbackServer(asked => asked["if-none-match"] is { } tag && tag == $"\"{sent.Length}\"" ? LoopbackServer.Answer("304 Not Modified") : LoopbackServer.Ok(sent, $"ETag: \"{sent.Length}\"\r\n"));
        var source = await wire.Source("Harbour Wire");
        var id = await wire.Feed(source, server);
        await wire.Poll();

        var corrected = Feed(Long.Replace("eleven", "twelve", StringComparison.Ordinal));
        sent = corrected[..(corrected.IndexOf("had waited", StringComparison.Ordinal) + 4)];
        await wire.PollAgain();
        Assert.Equal([("a", 1), ("b", 1)], (await wire.Items(source)).Select(item => (item.Guid, item.Number)).Order());
        var row = Assert.Single(await wire.Quarantine());
        Assert.Contains("broke off", row.Reason, StringComparison.Ordinal);
        Assert.Contains("Strait reopens", row.Raw, StringComparison.Ordinal);
        Assert.Equal("cut", (await wire.House.Writes.Run((db, stop) => ReplayQuarantined.Perform(db, row.Id, wire.Now, stop), default)).Value!.Code);
        Assert.Null((await wire.Feed(id)).ETag); // the same half, unchanged, is asked for again

        sent = corrected;
        await wire.PollAgain();
        Assert.Equal([("a", 1), ("b", 2)], (await wire.Items(source)).Select(item => (item.Guid, item.Number)).Order());
    }

    [Fact]
    public async Task A_reader_of_files_sees_what_there_is_and_is_told()
    {
        var folder = Directory.CreateTempSubdirectory("dateline-read-");
        try
        {
            var path = Path.Combine(folder.FullName, "half.xml");
            var whole = FeedText.Rss(FeedText.Item("a", "Pilots end strike"), FeedText.Item("b", "Strait reopens", Long));
            await File.WriteAllTextAsync(path, whole[..whole.IndexOf("had waited", StringComparison.Ordinal)], TestContext.Current.CancellationToken);
            using var printed = new MemoryStream();
            Assert.Equal(1, await ReadFiles.Run([path], printed, TextWriter.Null, default));

            var lines = Encoding.UTF8.GetString(printed.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line)).ToList();
            var items = lines.Where(line => line.TryGetProperty("item", out _)).Select(line => line.GetProperty("item")).ToList();
            Assert.Equal(["a", "b"], items.Select(item => item.GetProperty("uri").GetString()));
            Assert.False(items[0].TryGetProperty("repairs", out _));
            Assert.Contains("The document ends within the item.", items[1].GetProperty("repairs").EnumerateArray().Select(repair => repair.GetString()));
            Assert.Contains("within the item 'b'", Assert.Single(lines, line => line.TryGetProperty("error", out _)).GetProperty("error").GetString(), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
