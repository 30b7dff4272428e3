using System.Net;
using System.Text;
using System.Text.Json;

namespace Dateline.Formats.Tests;

/// <summary>The first and the last years, those that no calendar has, and what is no date at all, in every format: the item is read, with a date or without.</summary>
public class DateHardshipTests
{
    private static readonly string[] Dates =
    [
        "0001-01-01T00:00:00Z", "0001-01-01T00:00:00+14:00", "0001-01-01", "9999-12-31T23:59:59Z", "9999-12-31T23:59:59-14:00", "9999-12-31T23:59:60-14:00", "10000-01-01T00:00:00Z", "0000-00-00", "0000-01-01T00:00:00Z", "Mon, 01 Jan 0001 00:00:00 +1400", "Fri, 31 Dec 9999 23:59:59 -1400",
        "31 Feb 99", "2026-02-30T10:00:00Z", "2026-13-45T99:99:99", "16 Nov 2026 25:61:61 +2500", "Mon, 00 Jan 0000 00:00:00 GMT", "20261116T250000Z", "00010101T000000+1400", "99991231T235959-1400", "1970-01-01T00:00:00+99:99", "2026-11-16T09:30:00+14:00", "٢٠٢٦-١١-١٦", "2026-11-16T09:30:00.99999999999999999999Z",
        "-1", "1e999", "99999999999999999999", "-62135596800", "253402300800", "null", "never", " ", "T", "Z", "+00:00", "::::", "--", "2026", "2026-11", "W47",
    ];

    private static readonly Dictionary<string, Func<string, string>> Documents = new(StringComparer.Ordinal)
    {
        ["rss"] = d => $"<rss version=\"2.0\"><channel><title>W</title><link>https://wire.example/</link><item><guid>1</guid><title>Ferries sail</title><pubDate>{Xml(d)}</pubDate></item></channel></rss>",
        ["atom"] = d => $"<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>W</title><id>w</id><entry><id>1</id><title>Ferries sail</title><updated>{Xml(d)}</updated><published>{Xml(d)}</published></entry></feed>",
        ["json feed"] = d => $"{{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"W\",\"items\":[{{\"id\":\"1\",\"title\":\"Ferries sail\",\"content_text\":\"They sail.\",\"date_published\":{Json(d)},\"date_modified\":{Json(d)}}}]}}",
        ["ninjs"] = d => $"{{\"uri\":\"urn:1\",\"type\":\"text\",\"headline\":\"Ferries sail\",\"body_text\":\"They sail.\",\"versioncreated\":{Json(d)},\"firstcreated\":{Json(d)}}}",
        ["newsml-g2"] = d => $"<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" guid=\"1\" version=\"1\" standard=\"NewsML-G2\" standardversion=\"2.35\"><itemMeta><itemClass qcode=\"ninat:text\"/><versionCreated>{Xml(d)}</versionCreated><firstCreated>{Xml(d)}</firstCreated><pubStatus qcode=\"stat:usable\"/></itemMeta><contentMeta><contentModified>{Xml(d)}</contentModified><headline>Ferries sail</headline></contentMeta></newsItem>",
        ["newsml 1"] = d => $"<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>w</ProviderId><DateId>{Xml(d)}</DateId><NewsItemId>1</NewsItemId><RevisionId>1</RevisionId></NewsIdentifier></Identification><NewsManagement><ThisRevisionCreated>{Xml(d)}</ThisRevisionCreated><FirstCreated>{Xml(d)}</FirstCreated><Status FormalName=\"Usable\"/></NewsManagement><NewsComponent><NewsLines><HeadLine>Ferries sail</HeadLine></NewsLines></NewsComponent></NewsItem></NewsML>",
        ["nitf"] = d => $"<nitf><head><title>Ferries sail</title><docdata management-status=\"usable\"><doc-id id-string=\"1\"/><date.issue norm=\"{Xml(d)}\"/></docdata><revision-history norm=\"{Xml(d)}\"/></head><body><body.head><hedline><hl1>Ferries sail</hl1></hedline><dateline><story.date norm=\"{Xml(d)}\"/></dateline></body.head><body.content><p>They sail.</p></body.content></body></nitf>",
        ["ap"] = d => $"{{\"data\":{{\"item\":{{\"altids\":{{\"itemid\":\"1\"}},\"version\":1,\"type\":\"text\",\"headline\":\"Ferries sail\",\"versioncreated\":{Json(d)},\"pubstatus\":\"usable\",\"uri\":\"https://wire.example/1\",\"renditions\":{{}}}}}}}}",
        ["sitemap"] = d => $"<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\"><url><loc>https://wire.example/1</loc><news:news><news:publication><news:name>W</news:name><news:language>en</news:language></news:publication><news:publication_date>{Xml(d)}</news:publication_date><news:title>Ferries sail</news:title></news:news></url></urlset>",
        ["mail"] = d => $"From: Wire <desk@wire.example>\r\nSubject: Ferries sail\r\nDate: {d}\r\nMessage-ID: <1@wire.example>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nThe ferries of Port Harbour sailed again on Monday.\r\n",
        ["page"] = d => $"<html lang=\"en\"><head><title>Ferries sail</title><meta property=\"og:title\" content=\"Ferries sail\"><meta property=\"article:published_time\" content=\"{Xml(d)}\"></head><body><article><h1>Ferries sail</h1><time datetime=\"{Xml(d)}\">{Xml(d)}</time><p>The ferries of Port Harbour sailed again on Monday after three days of storm, the harbour board said in a statement.</p></article></body></html>",
    };

    public static TheoryData<string, string> All
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var format in Documents.Keys)
                foreach (var date in Dates) all.Add(format, date);
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task An_item_is_read_whatever_its_date_is(string format, string date)
    {
        var item = Assert.Single((await FeedReading.OfAsync(Encoding.UTF8.GetBytes(Documents[format](date)), new NewsReadOptions { Pages = true, BaseUri = FeedReading.Address })).Items);
        Assert.Equal("Ferries sail", item.Headline);
        foreach (var read in new[] { item.FirstCreated, item.VersionCreated, item.Published, item.Updated }) Assert.True(read is null || read.Value.Offset == TimeSpan.Zero, $"{read}");

        // What was read can be written again.
        foreach (var target in Enum.GetValues<NewsTarget>()) await NewsTargetTests.Written(target, item with { Uri = item.Uri ?? "urn:1" });
    }

    private static string Xml(string date) => WebUtility.HtmlEncode(date);

    private static string Json(string date) => JsonSerializer.Serialize(date);
}
