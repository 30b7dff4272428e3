using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Dateline.Formats.Tests;

/// <summary>Wires that end early, lose bytes or tokens, or never end.</summary>
[Collection(nameof(Alone))]
public class EnvelopeHardshipTests(ITestOutputHelper log)
{
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "Samples");

    public static TheoryData<string> Hard =>
    [
        "wires-json/ninjs1-plain.json", "wires-json/ninjs3.json", "wires-json/superdesk.json", "wires-json/ap-feed.json", "wires-json/ninjs-eve.json", "wires-json/ninjs.ndjson",
        "7901/plain.txt", "7901/stream.txt", "7901/charset-cp850.txt", "7901/zczc.txt", "anpa/plain.txt", "anpa/stream.txt", "mail/plain.eml", "mail/pictures.eml", "mail/alternative.eml", "mail/folder.mbox",
    ];

    [Theory]
    [MemberData(nameof(Hard))]
    public async Task A_wire_cut_at_any_byte_never_throws(string name)
    {
        var bytes = await BytesAsync(name);
        for (var length = 0; length <= bytes.Length; length++) await FeedReading.OfAsync(bytes[..length]);
    }

    [Theory]
    [MemberData(nameof(Hard))]
    public async Task A_wire_with_damaged_bytes_never_throws(string name)
    {
        const int Seed = 20261116;
        log.WriteLine($"seed {Seed}");
        var random = new Random(Seed);
        var whole = await BytesAsync(name);
        var signs = "<>&\"'/=:{}[],\\ \0\u0001\u0002\u0003\u0004\u0016\r\n^"u8.ToArray();
        for (var run = 0; run < 1500; run++)
        {
            var bytes = whole.ToArray();
            for (var damage = random.Next(1, 8); damage > 0; damage--)
                bytes[random.Next(bytes.Length)] = random.Next(3) == 0 ? (byte)random.Next(256) : signs[random.Next(signs.Length)];
            await FeedReading.OfAsync(bytes);
        }
    }

    [Theory]
    [InlineData("wires-json/ninjs1-plain.json", "tag:ostmark.example,2026:1001")]
    [InlineData("wires-json/ninjs3.json", "https://north.example/item/3")]
    public async Task A_JSON_item_that_lost_any_one_token_is_still_read(string name, string uri)
    {
        var text = Encoding.UTF8.GetString(await BytesAsync(name));
        var kept = 0;
        var all = Regex.Matches(text, @"""(?:[^""\\]|\\.)*""|[{}\[\],:]|[a-z0-9.]+", RegexOptions.NonBacktracking);
        foreach (Match token in all)
        {
            var reading = await FeedReading.OfAsync(text.Remove(token.Index, token.Length));
            if (reading.Items.Exists(i => i.Uri == uri && i.Body is not null)) kept++;
            else log.WriteLine($"without {token.Value} at {token.Index}: {string.Join(' ', reading.Items.Select(i => i.Uri))}");
        }

        // What may be lost is the identity or the text itself, and their names.
        Assert.InRange(kept, all.Count - 14, all.Count);
    }

    [Fact]
    public async Task A_wire_that_comes_byte_by_byte_reads_the_same()
    {
        foreach (var name in Hard.Select(row => row.Data))
        {
            var bytes = await BytesAsync(name);
            var slowly = await FeedReading.OfAsync(new Dripping(bytes));
            var atOnce = await FeedReading.OfAsync(bytes);
            Assert.Equal(atOnce.Items.Select(i => (i.Uri, i.Version, i.Headline, i.Body?.Content)), slowly.Items.Select(i => (i.Uri, i.Version, i.Headline, i.Body?.Content)));
        }
    }

    /// <summary>What would take minutes if something were looked for again and again to the end.</summary>
    [Theory]
    [InlineData("{\"uri\":\"u\",\"pubstatus\":\"usable\",\"body_html\":\"", "\\u003c", "\"}")]
    [InlineData("{\"uri\":\"u\",\"pubstatus\":\"usable\",\"x\":", "[", "")]
    [InlineData("{\"uri\":\"u\",\"pubstatus\":\"usable\",\"x\":", "{\"a\":", "")]
    [InlineData("{\"uri\":\"u\",\"pubstatus\":\"usable\",\"subject\":[", "{\"code\":\"a\"},", "]}")]
    [InlineData("{\"uri\":\"u\",\"pubstatus\":\"usable\",\"x\":", "'", "")]
    [InlineData("[", "{\"uri\":\"u\",\"pubstatus\":\"usable\",\"headline\":\"h\"}", "]")]
    [InlineData("\u0001nwe0123 4 pl 62 nwa\r\nslug/one/\r\n\u0002Head =\r\n\r\n", "text and text\r\n", "\u0003")]
    [InlineData("\u0001nwe0123 4 pl 62 nwa\r\nslug/one/\r\n\u0002", "word ", "\u0003")]
    [InlineData("\u0001nwe0123 4 pl 62 nwa\r\nslug/one/\r\n\u0002", "abc0123\r\n", "\u0003")]
    [InlineData("", "\u0001nwe0123 4 pl 62 nwa\r\nslug/one/\r\n\u0002Head =\r\n\r\nText\r\n\u0003\u0004", "")]
    [InlineData("\u0016\u0016\u0001W2870\u001fregio\r\nr i\u0013\u0011 BC-X 11-16 0142\r\n\u0002", "^line<\r\n", "\u0003")]
    [InlineData("From: a@b.example\r\nMessage-ID: <1@b>\r\nSubject: s\r\n\r\n", "line of text\r\n", "")]
    [InlineData("From: a@b.example\r\nMessage-ID: <1@b>\r\nSubject: ", "=?utf-8?q?a?= ", "\r\n\r\nt")]
    [InlineData("From: a@b.example\r\nMessage-ID: <1@b>\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n", "--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n", "")]
    [InlineData("From: a@b.example\r\nMessage-ID: <1@b>\r\nContent-Type: text/html\r\n\r\n<p>", "<div>unsubscribe", "")]
    public async Task No_wire_takes_longer_than_its_length(string start, string piece, string end)
    {
        var wire = start + string.Concat(Enumerable.Repeat(piece, 3_000_000 / piece.Length)) + end;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var watch = Stopwatch.StartNew(); // told, not asserted: a quadratic reader takes hours and runs out of patience

        await foreach (var part in NewsReader.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(wire)), null, patience.Token)) Assert.NotNull(part);
        log.WriteLine($"{watch.Elapsed.TotalSeconds:F2} s");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60));
    }

    [Theory]
    [InlineData("[", "{{\"uri\":\"{0}\",\"pubstatus\":\"usable\",\"headline\":\"Tide {0}\",\"body_text\":\"", "\"}},", "]")]
    [InlineData("", "\u0001nwe{0} 4 pl 62 nwa\r\ntide/{0}/\r\n\u0002Tide =\r\n\r\n", "\r\n\u0003\u0004", "")]
    [InlineData("", "From a@b Mon Nov 16\nFrom: a@b.example\nMessage-ID: <{0}@b>\nSubject: Tide\n\n", "\n\n", "")]
    public async Task A_wire_of_100_MB_is_read_in_little_memory(string start, string item, string after, string end)
    {
        var text = new string('w', 2000);
        var wire = new Endless(start, i => string.Format(System.Globalization.CultureInfo.InvariantCulture, item, i) + text + after.Replace("}}", "}", StringComparison.Ordinal), 50_000, end);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (items, most) = (0, 0L);
        await foreach (var part in NewsReader.ReadAsync(wire, null, TestContext.Current.CancellationToken))
        {
            if (part is not NewsItem) continue;
            if (++items % 10_000 == 0) most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        log.WriteLine($"{most / 1024} KiB alive");
        Assert.Equal(50_000, items);
        Assert.InRange(most, long.MinValue, 8 * 1024 * 1024);
    }

    [Theory]
    [InlineData("[{\"uri\":\"big\",\"pubstatus\":\"usable\",\"body_text\":\"", "\"},", "{\"uri\":\"next\",\"headline\":\"n\",\"pubstatus\":\"usable\"}", "]")]
    [InlineData("\u0001nwe0001 4 pl 62 nwa\r\n\u0002", "\u0003\u0004", "\u0001nwe0002 4 pl 62 nwa\r\n\u0002n\r\n\u0003", "")]
    [InlineData("From a@b\nFrom: a@b.example\nMessage-ID: <big>\n\n", "\n\n", "From a@b\nFrom: a@b.example\nMessage-ID: <next>\nSubject: n\n\nt", "")]
    public async Task An_item_over_the_limit_is_refused_and_the_next_is_read(string open, string close, string next, string end)
    {
        var chunk = new string('w', 10_000);
        var wire = new Endless(open, i => i < 2_000 ? chunk : i == 2_000 ? close : next, 2_002, end);
        var parts = new List<NewsPart>();
        await foreach (var part in NewsReader.ReadAsync(wire, new NewsReadOptions { MaxItemChars = 100_000 }, TestContext.Current.CancellationToken)) parts.Add(part);
        Assert.Equal(RejectCode.TooLarge, Assert.Single(parts.OfType<Reject>()).Code);
        Assert.Single(parts.OfType<NewsItem>());
    }

    private static Task<byte[]> BytesAsync(string name) => File.ReadAllBytesAsync(Path.Combine(Root, name), TestContext.Current.CancellationToken);
}
