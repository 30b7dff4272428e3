using System.Globalization;
using System.Xml;
using Dateline.Foundation.Pages;
using Dateline.Foundation.Storage;
using Dateline.Layout;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Delivery;

/// <summary>Sitemaps (sitemaps.org, and Google's news extension): only what the contract lets search engines index under our address.</summary>
internal static class SitemapRoutes
{
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string News = "http://www.google.com/schemas/sitemap-news/0.9";
    private const int MostAddresses = 50_000; // of one file, by the protocol
    private const int MostNews = 1_000;

    /// <summary>GET /sitemap.xml: the months of each edition in which there is a story to be indexed.</summary>
    public static Task<IResult> Index(HttpContext http, PublicPages pages, Register register) => pages.ServeBytes(http, async (make, cancel) =>
    {
        make.Shows(Subject.House);
        make.Shows(Subject.Sources); // whose terms say what may be indexed
        var files = new List<string> { "/sitemap/news.xml" };
        foreach (var edition in (await register.Book(cancel)).Editions)
        {
            make.Shows(Subject.Edition(edition.Code));
            var stories = Indexable(make.Db.PublicStories(edition.Code, make.Now), IndexPolicy.NoIndexNews);
            // From month to month by the index: the newest story before the one just named.
            for (var before = DateTimeOffset.MaxValue; await Newest(stories, before, cancel) is { } last;)
            {
                before = new DateTimeOffset(last.UtcDateTime.Year, last.UtcDateTime.Month, 1, 0, 0, 0, TimeSpan.Zero);
                files.Add($"/sitemap/{edition.Code}/{before:yyyy-MM}.xml");
            }
        }
        return Xml(make, "sitemapindex", xml =>
        {
            foreach (var file in files)
            {
                xml.WriteStartElement("sitemap", Namespace);
                xml.WriteElementString("loc", Namespace, make.Absolute(file));
                xml.WriteEndElement();
            }
        });
    });

    /// <summary>GET /sitemap/{edition}/{month}.xml</summary>
    public static Task<IResult> Month(string edition, string month, HttpContext http, PublicPages pages, Register register) => pages.ServeBytes(http, async (make, cancel) =>
    {
        if (!DateTime.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var start)
            || start.Year is < 1970 or > 9000 || (await register.Book(cancel)).Edition(edition) is null) return make.Nothing();
        make.Shows(Subject.Edition(edition));
        make.Shows(Subject.Sources); // whose terms say what may be indexed
        var (from, to) = (new DateTimeOffset(start), new DateTimeOffset(start.AddMonths(1)));
        var rows = await Indexable(make.Db.PublicStories(edition, make.Now), IndexPolicy.NoIndexNews).Where(story => story.PublishedAt >= from && story.PublishedAt < to)
            .Select(story => new { story.Key, story.Slug, story.UpdatedAt }).Take(MostAddresses).ToListAsync(cancel);
        if (rows.Count == 0) return make.Nothing(); // no file is better than an empty one, which the protocol doesn't know
        return Xml(make, "urlset", xml =>
        {
            foreach (var row in rows)
            {
                xml.WriteStartElement("url", Namespace);
                xml.WriteElementString("loc", Namespace, make.Absolute(StoryPath.Of(edition, row.Key, row.Slug)));
                xml.WriteElementString("lastmod", Namespace, row.UpdatedAt!.Value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
                xml.WriteEndElement();
            }
        });
    });

    /// <summary>GET /sitemap/news.xml: the last two days, as news sitemaps want.</summary>
    public static Task<IResult> NewsMap(HttpContext http, PublicPages pages, Register register) => pages.ServeBytes(http, async (make, cancel) =>
    {
        make.Shows(Subject.House);
        make.Shows(Subject.Sources);
        var book = await register.Book(cancel);
        foreach (var edition in book.Editions) make.Shows(Subject.Edition(edition.Code));
        var since = make.Now.AddDays(-2);
        var rows = await Indexable(make.Db.PublicStories(make.Now), IndexPolicy.Index).Where(story => story.PublishedAt >= since)
            .OrderByDescending(story => story.PublishedAt).Select(story => new { story.Edition, story.Key, story.Slug, story.Headline, story.Language, story.PublishedAt })
            .Take(MostNews).ToListAsync(cancel);
        return Xml(make, "urlset", xml =>
        {
            xml.WriteAttributeString("xmlns", "news", null, News);
            foreach (var row in rows)
            {
                xml.WriteStartElement("url", Namespace);
                xml.WriteElementString("loc", Namespace, make.Absolute(StoryPath.Of(row.Edition, row.Key, row.Slug)));
                xml.WriteStartElement("news", News);
                xml.WriteStartElement("publication", News);
                xml.WriteElementString("name", News, book.Edition(row.Edition)?.Style.FullName);
                xml.WriteElementString("language", News, row.Language.Split('-')[0]);
                xml.WriteEndElement();
                xml.WriteElementString("publication_date", News, row.PublishedAt!.Value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
                xml.WriteElementString("title", News, row.Headline);
                xml.WriteEndElement();
                xml.WriteEndElement();
            }
        });
    });

    /// <summary>GET /robots.txt</summary>
    public static IResult Robots(DatelineOptions options) => Results.Text(
        $"User-agent: *\nDisallow: /desk\nAllow: /\n\nSitemap: {new Uri(options.PublicUrl, "/sitemap.xml")}\n");

    private static Task<DateTimeOffset?> Newest(IQueryable<Story> stories, DateTimeOffset before, CancellationToken cancel) =>
        stories.Where(story => story.PublishedAt < before).Select(story => story.PublishedAt).FirstOrDefaultAsync(cancel);

    private static IQueryable<Story> Indexable(IQueryable<Story> stories, IndexPolicy also) =>
        stories.Where(story => story.Source == null || story.Source.IndexPolicy == IndexPolicy.Index || story.Source.IndexPolicy == also);

    private static RenderedPage Xml(BytesRender make, string root, Action<XmlWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false), CheckCharacters = false }))
        {
            xml.WriteStartElement(root, Namespace);
            write(xml);
            xml.WriteEndElement();
        }
        return make.Bytes(bytes.ToArray(), "application/xml; charset=utf-8");
    }
}
