using System.Globalization;
using System.Text;

namespace Dateline.Bench;

/// <summary>Feeds as houses of several kinds send them; the words are drawn with a seed, so that each run reads the same bytes.</summary>
internal static class FeedKinds
{
    private const int Seed = 2026;

    private static readonly DateTimeOffset First = new(2026, 11, 1, 8, 0, 0, TimeSpan.Zero);

    private static readonly string[] English = "the council agreed on a second pier while ministers in Lorven met their partners and said that talks would go on next week about prices energy fishing rights new rules for ports after months of delay critics warned costs could rise again this year".Split(' ');

    private static readonly string[] Arabic = "أعلن المجلس اليوم أن الميناء الثاني سيبنى بعد أشهر من التأخير وقال وزير النقل إن العمل يبدأ الأسبوع المقبل في المدينة القديمة".Split(' ');

    public static string Of(string kind, int items)
    {
        var random = new Random(Seed);
        var feed = new StringBuilder("""<?xml version="1.0" encoding="UTF-8"?>""").Append(kind == "Atom"
            ? """<feed xmlns="http://www.w3.org/2005/Atom"><title>Bench Wire</title><id>urn:bench</id><updated>2026-11-01T08:00:00Z</updated>"""
            : $"""<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Bench Wire</title><link>https://bench.example/</link><description>All of it</description><language>{(kind == "Arabic" ? "ar" : "en")}</language>""");
        for (var number = 0; number < items; number++) feed.AppendLine(Item(kind, number, First.AddMinutes(number), random));
        return feed.Append(kind == "Atom" ? "</feed>" : "</channel></rss>").ToString();
    }

    private static string Item(string kind, int number, DateTimeOffset at, Random random)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"https://bench.example/{number}");
        return kind switch
        {
            "headlines" => $"<item><title>{Words(English, random, 9)}</title><link>{address}</link><guid isPermaLink=\"true\">{address}</guid><pubDate>{at:R}</pubDate><description>{Words(English, random, 30)}.</description></item>",
            "articles" => $"<item><title>{Words(English, random, 9)}</title><link>{address}</link><guid isPermaLink=\"true\">{address}</guid><dc:creator>Anna Berg</dc:creator><pubDate>{at:R}</pubDate><category>Ports</category><category>Trade</category><description><![CDATA[{Words(English, random, 30)}.]]></description><content:encoded><![CDATA[<p>LORVEN, Nov 16 (Reuters) - {Words(English, random, 40)}.</p>{Paragraphs(random, 12)}]]></content:encoded><media:content url=\"{address}.jpg\" medium=\"image\"/></item>",
            "Arabic" => $"<item><title>{Words(Arabic, random, 8)}</title><link>{address}</link><guid>{address}</guid><pubDate>{at:R}</pubDate><description><![CDATA[<p>{Words(Arabic, random, 60)}.</p><p>{Words(Arabic, random, 50)}.</p>]]></description></item>",
            "Atom" => $"<entry><title>{Words(English, random, 9)}</title><link href=\"{address}\"/><id>{address}</id><updated>{at:yyyy-MM-ddTHH:mm:ssZ}</updated><author><name>Anna Berg</name></author><summary>{Words(English, random, 30)}.</summary><content type=\"html\">&lt;p&gt;{Words(English, random, 60)}.&lt;/p&gt;&lt;p&gt;{Words(English, random, 60)}.&lt;/p&gt;</content></entry>",
            _ => throw new ArgumentException("There is no feed of this kind.", nameof(kind)),
        };
    }

    private static string Paragraphs(Random random, int count) =>
        string.Concat(Enumerable.Range(0, count).Select(number => $"\n<p>{Words(English, random, 45)}, <a href=\"https://bench.example/about/{number}\">{Words(English, random, 3)}</a>, {Words(English, random, 4)}.</p>"));

    // Sentences of a dozen words.
    private static string Words(string[] words, Random random, int count)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            var word = words[random.Next(words.Length)];
            var begins = i % 12 == 0;
            text.Append(i == 0 ? "" : begins ? ". " : " ").Append(begins ? char.ToUpperInvariant(word[0]) + word[1..] : word);
        }

        return text.ToString();
    }
}
