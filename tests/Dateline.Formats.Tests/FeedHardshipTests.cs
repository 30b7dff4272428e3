using System.Diagnostics;
using System.Text;
using Dateline.Tests.House;

namespace Dateline.Formats.Tests;

/// <summary>Feeds that end early, lose tags or bytes, or never end.</summary>
[Collection(nameof(Alone))]
public class FeedHardshipTests(ITestOutputHelper log)
{
    private const string Rss = """
        <?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Ostmark &amp; Wire</title><link>https://wire.example/</link>
        <item><title>Één</title><guid isPermaLink="false">1</guid><description>First &lt;b&gt;one&lt;/b&gt;</description><pubDate>Mon, 16 Nov 2026 08:30:00 GMT</pubDate></item>
        <item><title>Two</title><guid isPermaLink="false">2</guid><content:encoded><![CDATA[<p>Second 港</p>]]></content:encoded><source url="https://alpine.example/">Alpine</source></item>
        <!-- between --><item><title>Three</title><guid isPermaLink="false">3</guid><enclosure url="/3.jpg" type="image/jpeg" length="5"/></item>
        </channel></rss>
        """;

    private const string Atom = """
        <feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title><id>f</id><updated>2026-11-16T08:30:00Z</updated>
        <entry><id>1</id><title>One</title><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Body <br/></p></div></content></entry>
        <entry><id>2</id><title type="html">&lt;i&gt;Two&lt;/i&gt;</title><author><name>Ida</name></author></entry>
        <entry><id>3</id><title>Three</title><source><title>Alpine</title><id>a</id></source></entry></feed>
        """;

    private const string Json = """{"version":"https://jsonfeed.org/version/1.1","title":"Wire","items":[{"id":"1","title":"One é","content_html":"<p>a \"b\"</p>"},{"id":"2","tags":["x","y"],"title":"Two"},{"id":"3","title":"Three"}]}""";

    public static TheoryData<string> Feeds => [Rss, Atom, Json];

    [Theory]
    [MemberData(nameof(Feeds))]
    public async Task A_feed_cut_at_any_byte_still_gives_its_complete_items(string feed)
    {
        var bytes = Encoding.UTF8.GetBytes(feed);
        var ends = new[] { "</item>", "</entry>", "}," }.SelectMany(e => Ends(bytes, e)).ToList();
        for (var length = 0; length <= bytes.Length; length++)
        {
            var reading = await FeedReading.OfAsync(bytes[..length]);
            var whole = Math.Min(3, ends.Count(e => e <= length));
            Assert.Equal(Enumerable.Range(1, whole).Select(i => $"{i}"), reading.Items.Take(whole).Select(i => i.Uri));
            Assert.All(reading.Items.Take(whole), item => Assert.False(item.IsTruncated));
            // Half a JSON item is none; and an item that lacks no more than the end of its closing tag is all there.
            if (feed != Json) Assert.All(reading.Items.Skip(whole), item => Assert.True(item.IsTruncated || item.Raw!.EndsWith("</item", StringComparison.Ordinal) || item.Raw.EndsWith("</entry", StringComparison.Ordinal)));
        }
    }

    private static IEnumerable<int> Ends(byte[] bytes, string ending)
    {
        var wanted = Encoding.UTF8.GetBytes(ending);
        for (var i = 0; i + wanted.Length <= bytes.Length; i++)
            if (bytes.AsSpan(i, wanted.Length).SequenceEqual(wanted)) yield return i + wanted.Length;
    }

    [Theory]
    [InlineData(Rss)]
    [InlineData(Atom)]
    public async Task A_feed_that_lost_any_one_tag_still_gives_the_other_items(string feed)
    {
        for (var open = feed.IndexOf('<', StringComparison.Ordinal); open >= 0; open = feed.IndexOf('<', open + 1))
        {
            var close = feed.IndexOf('>', open);
            var damaged = feed.Remove(open, close - open + 1);
            var inItem = 1 + feed[..open].Split(["</item>", "</entry>"], StringSplitOptions.None).Length - 1;
            var reading = await FeedReading.OfAsync(damaged);
            var others = Enumerable.Range(1, 3).Where(i => i != inItem).Select(i => $"{i}");
            Assert.True(others.All(i => reading.Items.Exists(n => n.Uri == i)), $"Without {feed[open..(close + 1)]} at {open}: {string.Join(' ', reading.Items.Select(i => i.Uri))}");
        }
    }

    [Fact]
    [Trait("Soak", "yes")]
    public Task A_feed_with_damaged_bytes_never_throws() => Soak.Repeat("damaged feeds, 12,000 a round", inSuite: 1, async seed =>
    {
        foreach (var feed in new[] { Rss, Atom, Json }) await Damage(feed, new Random(seed));
    });

    private static async Task Damage(string feed, Random random)
    {
        var whole = Encoding.UTF8.GetBytes(feed);
        var signs = "<>&\"'/=![]{}:;- \0"u8.ToArray();
        for (var run = 0; run < 4000; run++)
        {
            var bytes = whole.ToArray();
            for (var damage = random.Next(1, 8); damage > 0; damage--)
                bytes[random.Next(bytes.Length)] = random.Next(3) == 0 ? (byte)random.Next(256) : signs[random.Next(signs.Length)];
            await FeedReading.OfAsync(bytes);
        }
    }

    [Fact]
    public async Task A_feed_that_comes_byte_by_byte_reads_the_same()
    {
        foreach (var feed in new[] { Rss, Atom, Json })
        {
            var bytes = Encoding.UTF8.GetBytes(feed);
            var slowly = await FeedReading.OfAsync(new Dripping(bytes));
            var atOnce = await FeedReading.OfAsync(bytes);
            Assert.Equal(atOnce.Items.Select(i => i.Raw), slowly.Items.Select(i => i.Raw));
        }
    }

    [Theory]
    [InlineData("<rss><channel><title>t</title>", "<item><guid>{0}</guid><title>Tide {0}</title><description>", "</description></item>", "</channel></rss>")]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom'>", "<entry><id>{0}</id><title>Tide {0}</title><content type='html'><![CDATA[", "]]></content></entry>", "</feed>")]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[", "{{\"id\":\"{0}\",\"content_text\":\"", "\"}},", "]}")]
    public async Task A_feed_of_100_MB_is_read_in_little_memory(string start, string item, string after, string end)
    {
        var text = new string('w', 2000);
        var feed = new Endless(start, i => string.Format(System.Globalization.CultureInfo.InvariantCulture, item + text + after, i), 50_000, end);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (items, most) = (0, 0L);
        var watch = Stopwatch.StartNew();
        await foreach (var part in NewsReader.ReadAsync(feed, null, TestContext.Current.CancellationToken))
        {
            if (part is not NewsItem) continue;
            if (++items % 10_000 == 0) most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        log.WriteLine($"{feed.Length / 1e6:F0} MB, {watch.Elapsed.TotalSeconds:F1} s, {most / 1024} KiB alive");
        Assert.Equal(50_000, items);
        Assert.InRange(most, long.MinValue, 8 * 1024 * 1024);
    }

    [Theory]
    [InlineData("<rss><channel>", "<item><guid>big</guid><title>", "</title></item>", "<item><guid>next</guid><title>n</title></item>", "</channel></rss>")]
    [InlineData("<rss><channel>", "<item><guid>big</guid><description><![CDATA[", "]]></description></item>", "<item><guid>next</guid><title>n</title></item>", "</channel></rss>")]
    [InlineData("<rss><channel>", "<item><guid>big</guid><x y=\"", "\"/></item>", "<item><guid>next</guid><title>n</title></item>", "</channel></rss>")]
    [InlineData("<rss><channel>", "<item about='", "'><guid>big</guid></item>", "<item><guid>next</guid><title>n</title></item>", "</channel></rss>")]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom'>", "<entry><id>big</id><content>", "</content></entry>", "<entry><id>next</id><title>n</title></entry>", "</feed>")]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[", "{\"id\":\"big\",\"content_text\":\"", "\"},", "{\"id\":\"next\",\"title\":\"n\"}", "]}")]
    public async Task An_item_over_the_limit_is_refused_and_the_next_is_read(string start, string open, string close, string next, string end)
    {
        var chunk = new string('w', 10_000);
        var feed = new Endless(start + open, i => i < 2_000 ? chunk : i == 2_000 ? close : next, 2_002, end);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var parts = new List<NewsPart>();
        await foreach (var part in NewsReader.ReadAsync(feed, new NewsReadOptions { MaxItemChars = 100_000 }, TestContext.Current.CancellationToken))
        {
            if (part is NewsItem) Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 4 * 1024 * 1024);
            parts.Add(part);
        }

        Assert.Equal(RejectCode.TooLarge, Assert.Single(parts.OfType<Reject>()).Code);
        Assert.Equal("next", Assert.Single(parts.OfType<NewsItem>()).Uri);
    }

    /// <summary>What would take minutes if something were looked for again and again to the end.</summary>
    [Theory]
    [InlineData("<rss><channel><item><title>t</title>", "<description>", "</item></channel></rss>")]
    [InlineData("<rss><channel><item><title>t</title>", "<description>", "</description></item></channel></rss>")]
    [InlineData("<rss><channel><item><title>t</title>", "<media:group>", "</item></channel></rss>")]
    [InlineData("<rss><channel><item><title>t</title><description><![CDATA[", "<script>", "]]></description></item></channel></rss>")]
    [InlineData("<rss><channel><item><title>t</title><description><![CDATA[", "<script></p>", "]]></description></item></channel></rss>")]
    [InlineData("<rss><channel><item><title>t</title><description><![CDATA[", "</item> ", "]]></description></item></channel></rss>")]
    [InlineData("<rss><channel><item><title>t</title><description>", "&", "</description></item></channel></rss>")]
    [InlineData("<rss><channel><item><title>t</title><x ", "a='", "/></item></channel></rss>")]
    [InlineData("<rss><channel>", "<!--", "")]
    [InlineData("<rss><channel>", "<![CDATA[", "")]
    [InlineData("<rss><channel>", "<!DOCTYPE [] ", "")]
    [InlineData("<rss><channel>", "<item", "")]
    [InlineData("<rss><channel>", "<title>", "")]
    [InlineData("<rss><channel>", "<item><", "")]
    [InlineData("", "<?", "")]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"title\":\"", "\\ud83d", "\"}]}")]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[", "{", "")]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[", "]", "")]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[", "{},", "")]
    public async Task No_feed_takes_longer_than_its_length(string start, string piece, string end)
    {
        var feed = start + string.Concat(Enumerable.Repeat(piece, 3_000_000 / piece.Length)) + end;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var watch = Stopwatch.StartNew(); // told, not asserted: a quadratic reader takes hours and runs out of patience

        await foreach (var part in NewsReader.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(feed)), null, patience.Token)) Assert.NotNull(part);
        log.WriteLine($"{watch.Elapsed.TotalSeconds:F2} s");
    }

    [Fact]
    public async Task Reading_stops_at_the_most_items_wanted()
    {
        var reading = await FeedReading.OfAsync(Rss, new NewsReadOptions { MaxItems = 2 });
        Assert.Equal(["1", "2"], reading.Items.Select(i => i.Uri));
        Assert.Equal(RejectCode.TooMany, Assert.Single(reading.Rejects).Code);
    }

    [Fact]
    public async Task An_item_carries_its_own_raw_text_where_it_is_asked_for()
    {
        Assert.All((await FeedReading.OfAsync(Rss, new NewsReadOptions())).Items, i => Assert.Null(i.Raw));
        var reading = await FeedReading.OfAsync(Rss);
        Assert.All(reading.Items, i => Assert.Contains(i.Raw!, Rss, StringComparison.Ordinal));
        Assert.StartsWith("<item><title>Two", reading.Items[1].Raw, StringComparison.Ordinal);
        Assert.Equal(64, reading.Items[1].HashRaw()!.Length);
    }

    [Fact]
    public async Task Addresses_are_below_the_page_of_the_feed_where_no_other_base_is_known()
    {
        using var stream = new MemoryStream("""<rss version="2.0"><channel><title>Coast</title><link>http://coast.example/</link><item><title>First</title><link>/news/1</link><description>&lt;p>&lt;img src="p.jpg">Ferries.&lt;/p></description></item></channel></rss>"""u8.ToArray());
        var item = await NewsReader.ReadAsync(stream, cancel: TestContext.Current.CancellationToken).OfType<NewsItem>().SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal("http://coast.example/news/1", item.Page);
        Assert.Equal("http://coast.example/p.jpg", Assert.Single(item.Media).Href);
    }
}
