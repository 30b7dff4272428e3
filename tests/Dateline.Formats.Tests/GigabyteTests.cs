using System.Diagnostics;
using System.Globalization;
using Dateline.Tests.House;

namespace Dateline.Formats.Tests;

/// <summary>A gigabyte in soak, a fiftieth of it in the suite: as many items as anybody sends, and one that nobody should.</summary>
[Collection(nameof(Alone))]
public class GigabyteTests
{
    private const long MostAlive = 8 * 1024 * 1024;

    // The largest item that is let in has four million letters; what it grew through stays with the pool.
    private const long MostPooled = 64 * 1024 * 1024;

    private static readonly int Share = Soak.IsLong ? 1 : 50;

    public static TheoryData<string, string, string, string, string> Formats => new()
    {
        { "RSS", "<rss><channel><title>t</title>", "<item><guid>{0}</guid><title>Tide {0}</title><pubDate>Mon, 16 Nov 2026 08:30:00 GMT</pubDate><description>", "</description></item>", "</channel></rss>" },
        { "NewsML-G2", "<newsMessage><itemSet>", "<newsItem guid='{0}'><contentMeta><headline>Tide {0}</headline></contentMeta><contentSet><inlineXML><p>", "</p></inlineXML></contentSet></newsItem>", "</itemSet></newsMessage>" },
        { "ninjs", "[", "{{\"uri\":\"{0}\",\"pubstatus\":\"usable\",\"headline\":\"Tide {0}\",\"body_text\":\"", "\"}},", "]" },
    };

    [Theory]
    [MemberData(nameof(Formats))]
    [Trait("Soak", "yes")]
    public async Task A_feed_of_a_million_items_is_read_in_constant_memory(string format, string start, string item, string after, string end)
    {
        var items = 1_000_000 / Share;
        var text = string.Concat(Enumerable.Repeat("The ferries sailed again on Monday. ", 25));
        var (feed, watch) = (new Endless(start, i => string.Format(CultureInfo.InvariantCulture, item, i) + text + after.Replace("}}", "}", StringComparison.Ordinal), items, end), Stopwatch.StartNew());
        var (read, most, before) = (0, 0L, GC.GetTotalMemory(forceFullCollection: true));
        await foreach (var part in NewsReader.ReadAsync(feed, null, TestContext.Current.CancellationToken))
        {
            if (part is not NewsItem) continue;
            if (++read % (items / 10) == 0) most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        Assert.Equal(items, read);
        Assert.InRange(most, long.MinValue, MostAlive);
        Soak.Say(string.Create(CultureInfo.InvariantCulture, $"{format}: {feed.Length / 1e6:0} MB, {read} items in {watch.Elapsed.TotalSeconds:0} s, at most {most / 1024} KiB alive, {Peak()}"));
    }

    [Theory]
    [InlineData("<rss><channel><item><guid>big</guid><description><![CDATA[", "]]></description></item><item><guid>next</guid><title>n</title></item></channel></rss>")]
    [InlineData("[{\"uri\":\"big\",\"pubstatus\":\"usable\",\"body_text\":\"", "\"},{\"uri\":\"next\",\"headline\":\"n\",\"pubstatus\":\"usable\"}]")]
    [Trait("Soak", "yes")]
    public async Task An_item_of_a_gigabyte_is_refused_and_the_next_is_read(string start, string end)
    {
        var chunk = new string('w', 10_000);
        var (feed, watch) = (new Endless(start, _ => chunk, 100_000 / Share, end), Stopwatch.StartNew());
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var parts = await NewsReader.ReadAsync(feed, new NewsReadOptions(), TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(RejectCode.TooLarge, Assert.Single(parts.OfType<Reject>()).Code);
        Assert.Equal("next", Assert.Single(parts.OfType<NewsItem>()).Uri);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, MostPooled);
        Soak.Say(string.Create(CultureInfo.InvariantCulture, $"one item of {feed.Length / 1e6:0} MB refused in {watch.Elapsed.TotalSeconds:0} s, {Peak()}"));
    }

    private static string Peak() => string.Create(CultureInfo.InvariantCulture, $"process {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB at its largest");
}
