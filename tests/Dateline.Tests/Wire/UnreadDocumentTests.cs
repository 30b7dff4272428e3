using System.Text;
using Dateline.Foundation.Storage;
using Dateline.Stories;
using Dateline.Wire;
using Dateline.Wire.Drop;
using static Dateline.Tests.Wire.FeedText;

namespace Dateline.Tests.Wire;

/// <summary>
/// A whole document on which our own reader fails. No content is known that does it, so the mistake is put where text is made of
/// bytes: into an encoding that only these documents are in.
/// </summary>
public class UnreadDocumentTests
{
    static UnreadDocumentTests() => Encoding.RegisterProvider(new Harbour());

    [Theory]
    [InlineData(2, false)]
    [InlineData(200, true)] // larger than what is decoded at once
    public async Task It_is_kept_byte_for_byte_and_read_once_that_is_mended(int stories, bool begins)
    {
        await using var wire = await WireHouse.Open();
        var source = await wire.Source("Harbour Wire");
        var feed = await wire.FeedAt(source, "drop:");
        await wire.Poll();
        var place = new DropPlace(wire.House.Storage, feed);
        var document = Document(stories);
        File.WriteAllBytes(Path.Combine(place.Folder, "1.xml"), document);

        Harbour.IsMended = false;
        await wire.PollAgain();
        await wire.PollAgain();

        var before = await wire.Items(source);
        Assert.True(begins ? before.Count > 0 && before.Count < stories : before.Count == 0, $"{before.Count} of {stories}");
        var row = Assert.Single(await wire.Quarantine());
        Assert.Equal(document, row.Sent());
        Assert.True(row.IsWhole);
        Assert.StartsWith("Our own reader failed on the document (DecoderFallbackException)", row.Reason, StringComparison.Ordinal);
        Assert.Equal(row.Reason + "\n", File.ReadAllText(Assert.Single(Directory.EnumerateFiles(place.Refused, "*.reason.txt"))));

        // As long as it isn't mended nothing of it counts as read.
        var refusal = await Replay(wire, row.Id);
        Assert.Equal(("refused", row.Reason), (refusal?.Code, refusal?.Sentence));
        Assert.Null(Assert.Single(await wire.Quarantine()).ReplayedAt);

        Harbour.IsMended = true;
        Assert.Null(await Replay(wire, row.Id));
        Assert.Equal("done", (await Replay(wire, row.Id))?.Code);
        var items = await wire.Items(source);
        Assert.Equal(Enumerable.Range(1, stories).Select(Headline).Order(StringComparer.Ordinal), items.Select(item => item.Headline).Order(StringComparer.Ordinal));
        Assert.All(items, item => Assert.Equal(1, item.Number));
        Assert.NotNull(Assert.Single(await wire.Quarantine()).ReplayedAt);
    }

    private static string Headline(int story) => $"Ship {story} passes the strait";

    private static byte[] Document(int stories) =>
        Encoding.Latin1.GetBytes(Rss([.. Enumerable.Range(1, stories).Select(n => Item($"{n}", Headline(n), string.Join(' ', Enumerable.Range(1, 20).Select(hour => $"At hour {hour} of watch {n} she was seen off the {n}th buoy.")) + (n == stories ? " Her pilot was Ant\u00f3n." : "")))])
            .Replace("encoding=\"utf-8\"", "encoding=\"x-harbour\"", StringComparison.Ordinal));

    private static async Task<Refusal?> Replay(WireHouse wire, Guid row) =>
        (await wire.House.Writes.Run((db, stop) => ReplayQuarantined.Perform(db, row, wire.Now, stop), default)).Value;

    /// <summary>Latin 1; until that is mended, seven bits of it.</summary>
    private sealed class Harbour : EncodingProvider
    {
        public static bool IsMended { get; set; }

        public override Encoding? GetEncoding(string name) =>
            name != "x-harbour" ? null : IsMended ? Encoding.Latin1 : Encoding.GetEncoding("us-ascii", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

        public override Encoding? GetEncoding(int codepage) => null;
    }
}
