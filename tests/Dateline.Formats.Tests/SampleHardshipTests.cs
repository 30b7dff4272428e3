using System.Text;
using System.Text.RegularExpressions;
using Dateline.Tests.House;

namespace Dateline.Formats.Tests;

/// <summary>One sample of each format that ends early or loses pieces, and all of them damaged at random.</summary>
[Collection(nameof(Alone))]
public partial class SampleHardshipTests
{
    private static readonly string Samples = Path.Combine(AppContext.BaseDirectory, "Samples");

    // What tends to break readers, put in anywhere: control characters, halves of characters, depth, width, entities, years that no calendar has.
    private static readonly byte[][] Poison =
    [
        [0], [0xFF, 0xFE], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x1B, 0x24, 0x42], [1, 2, 3, 4], .. new[]
        {
            "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY f SYSTEM \"file:///etc/hostname\">]>", "&b;&f;&#0;&#xD800;&#x110000;", "\\ud800", "\\u0000", "<![CDATA[", "]]>", "<!--", "-->", "<?x ", "?>",
            "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:60-14:00", "0000-00-00", "31 Feb 99", "-1", "1e999", "null", "{\"a\":[", "]}", "\"", ":", ",", "\r\n\r\n", "\nFrom x\n", "--", "xmlns=\"\"", "xml:base=\"http://[\"", "</item>", "</newsItem>",
            string.Concat(Enumerable.Repeat("<p>", 3000)), string.Concat(Enumerable.Repeat("[", 3000)), "<x " + string.Concat(Enumerable.Range(0, 3000).Select(i => $"a{i}=\"1\" ")) + ">",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    public static TheoryData<string> OneOfEach =>
    [
        "feeds/rss-2.0-plain.xml", "feeds/rss-1.0-rdf.xml", "feeds/atom-0.3.xml", "feeds/atom-1.0-full.xml", "feeds/json-1.1.json", "feeds/cdf.xml", "feeds/rss-0.91-doctype.xml", "wires-json/guardian.json", "wires-json/wordpress.json", "wires/news-sitemap.xml", "wires/g2-package.xml", "wires-json/ninjs1-plain.json", "wires-json/ninjs2.json", "wires-json/ninjs3.json", "wires-json/ap-item.json",
        "wires/g2-message-roma.xml", "wires/newsml1-paris.xml", "wires/nitf-oslo.xml", "7901/first-lead.txt", "anpa/plain.txt", "mail/alternative.eml",
    ];

    [Theory]
    [MemberData(nameof(OneOfEach))]
    public async Task A_sample_cut_at_any_byte_says_what_is_half(string sample)
    {
        var bytes = await File.ReadAllBytesAsync(Path.Combine(Samples, sample), TestContext.Current.CancellationToken);
        var whole = (await FeedReading.OfAsync(bytes)).Items.ToDictionary(i => i.Uri ?? "", StringComparer.Ordinal);

        // Of a tree one can tell everywhere that more was to come, of a telegram within its text, of a letter within its parts.
        var (from, to) = bytes[0] is (byte)'<' or (byte)'{' or (byte)'[' ? (0, bytes.Length)
            : sample.EndsWith(".eml", StringComparison.Ordinal) ? (bytes.AsSpan().IndexOf("\n--b"u8) + 1, bytes.AsSpan().LastIndexOf("--"u8))
            : (bytes.AsSpan().IndexOf((byte)2) + 1, bytes.AsSpan().IndexOf((byte)3));
        Assert.True(from >= 0 && to > from + 100, $"{sample}: {from} {to}");
        for (var length = 0; length < bytes.Length; length++)
        {
            var reading = await Read(bytes[..length]);
            foreach (var item in reading.Items.Where(_ => length > from && length <= to))
                Assert.True(item.IsTruncated || (whole.TryGetValue(item.Uri ?? "", out var sent) && sent.Body == item.Body && sent.Headline == item.Headline), $"cut at {length}: {item.Uri} {item.Headline}");
        }
    }

    [Theory]
    [MemberData(nameof(OneOfEach))]
    public async Task A_sample_that_lost_any_piece_is_read_or_refused(string sample)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Samples, sample), TestContext.Current.CancellationToken);
        foreach (Match piece in Pieces.Matches(text)) await Read(Encoding.UTF8.GetBytes(text.Remove(piece.Index, piece.Length)));
    }

    // Digits are digits in every script, to patterns too: what they found must be read as a number wherever it came from.
    [Theory]
    [InlineData('٠')]
    [InlineData('۰')]
    [InlineData('०')]
    [InlineData('０')]
    public async Task Every_sample_is_read_when_its_digits_are_of_another_script(char nought)
    {
        foreach (var file in Directory.EnumerateFiles(Samples, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".expect", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            foreach (var every in new[] { 1, 2 })
            {
                var digits = 0;
                var written = string.Concat(text.Select(c => char.IsAsciiDigit(c) && digits++ % every == 0 ? (char)(nought + c - '0') : c));
                var failure = await Record.ExceptionAsync(() => FeedReading.OfAsync(Encoding.UTF8.GetBytes(written), new NewsReadOptions { Pages = true }));
                Assert.True(failure is null, $"{Path.GetFileName(file)}: {failure}");
            }
        }
    }

    [Fact]
    [Trait("Soak", "yes")]
    public async Task Every_sample_survives_poison()
    {
        var all = Directory.EnumerateFiles(Samples, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".expect", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToList();
        await Soak.Repeat("poisoned samples, each a round", inSuite: 12, async seed =>
        {
            var random = new Random(seed);
            foreach (var sample in all) await Read(Damaged(sample, random), new NewsReadOptions { BaseUri = FeedReading.Address, Pages = seed % 2 == 0 });
        });
    }

    private static byte[] Damaged(byte[] sample, Random random)
    {
        var bytes = sample.ToList();
        for (var damage = random.Next(1, 6); damage > 0 && bytes.Count > 0; damage--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at));
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 200), bytes.Count - at)));
                    break;
                default:
                    bytes.InsertRange(at, Poison[random.Next(Poison.Length)]);
                    break;
            }
        }

        return [.. bytes];
    }

    private static async Task<FeedReading> Read(byte[] bytes, NewsReadOptions? options = null)
    {
        var reading = await FeedReading.OfAsync(bytes, options);
        Assert.All(reading.Rejects, reject => Assert.True(reject.Line >= 1 && reject.Reason.EndsWith('.'), $"{reject.Line}: {reject.Reason}"));
        return reading;
    }

    // A tag, a member of JSON with a plain value, a line of a head.
    [GeneratedRegex("<[^<>]*>|\"[^\"]*\"\\s*:\\s*(\"[^\"]*\"|\\d+)\\s*,?|^[\\w-]+:.*\\n|[\\x01-\\x04\\x1c-\\x1f]", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Pieces { get; }
}
