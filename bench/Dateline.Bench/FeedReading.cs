using System.Diagnostics;
using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using Dateline.Bench.House;
using Dateline.Formats;

namespace Dateline.Bench;

/// <summary>Reading an RSS feed of 2,000 items, beside System.ServiceModel.Syndication.</summary>
internal static class FeedReading
{
    private const int Items = 2_000;
    private const int Rounds = 9;

    public static async Task Run(string[] _)
    {
        var feed = Encoding.UTF8.GetBytes(Feed(Items));
        await Ours(feed);
        Theirs(feed);
        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            if (await Ours(feed) != Items) throw new InvalidOperationException("items are missing");
            ours.Add(watch.Elapsed.TotalSeconds);
            watch.Restart();
            if (Theirs(feed) != Items) throw new InvalidOperationException("items are missing");
            theirs.Add(watch.Elapsed.TotalSeconds);
        }
        var (a, b) = (Items / Report.Share(ours, 0.5), Items / Report.Share(theirs, 0.5));
        Report.Line($"RSS, {feed.Length >> 10} KiB: ours {a:0} items/s, Syndication {b:0} items/s, ratio {Report.Share(theirs.Zip(ours, (y, x) => y / x), 0.5):0.00}");
    }

    private static async Task<int> Ours(byte[] feed)
    {
        var count = 0;
        using var stream = new MemoryStream(feed);
        await foreach (var part in NewsReader.ReadAsync(stream)) if (part is NewsItem) count++;
        return count;
    }

    private static int Theirs(byte[] feed)
    {
        using var reader = XmlReader.Create(new MemoryStream(feed));
        return SyndicationFeed.Load(reader).Items.Count();
    }

    public static string Feed(int items)
    {
        var text = new StringBuilder("""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Bench Wire</title><link>https://bench.example/</link><description>All of it</description><language>en</language>""");
        var at = new DateTimeOffset(2026, 11, 1, 8, 0, 0, TimeSpan.Zero);
        for (var number = 0; number < items; number++)
        {
            var paragraph = $"<p>The harbour council agreed on the second pier, a spokesman said, according to a report <a href=\"https://bench.example/{number}\">seen</a> by Bench Wire &amp; others.</p>";
            text.Append($"<item><title>Council agrees on pier {number}</title><link>https://bench.example/{number}</link><guid isPermaLink=\"false\">bench-{number}</guid><dc:creator>R. Porter</dc:creator><category>Harbour</category><pubDate>{at.AddMinutes(number):R}</pubDate>")
                .Append("<description>The council agreed.</description><content:encoded><![CDATA[").Insert(text.Length, paragraph, 8).Append("]]></content:encoded></item>");
        }
        return text.Append("</channel></rss>").ToString();
    }
}
