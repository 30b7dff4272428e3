using System.Globalization;
using System.Text;
using System.Xml;
using Dateline.Stories;

namespace Dateline.Wire.Opml;

/// <summary>
/// Writes our sources as an OPML 2.0 subscription list: a source with several feeds is an outline around them. Feeds of
/// the web alone, for no other program could do anything with the others; and never a password.
/// </summary>
public static class OpmlWriter
{
    public static byte[] Write(string title, IEnumerable<(Source Source, IReadOnlyList<Feed> Feeds)> sources, DateTimeOffset now)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            xml.WriteStartElement("opml");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteStartElement("head");
            xml.WriteElementString("title", title);
            xml.WriteElementString("dateCreated", now.UtcDateTime.ToString("r", CultureInfo.InvariantCulture));
            xml.WriteEndElement();
            xml.WriteStartElement("body");
            foreach (var (source, feeds) in sources) Write(xml, source, [.. feeds.Where(feed => feed.Transport == Transport.Web)]);
        }
        return bytes.ToArray();
    }

    private static void Write(XmlWriter xml, Source source, IReadOnlyList<Feed> feeds)
    {
        if (feeds.Count == 0) return;
        if (feeds.Count > 1)
        {
            xml.WriteStartElement("outline");
            xml.WriteAttributeString("text", source.Name);
        }
        foreach (var feed in feeds)
        {
            xml.WriteStartElement("outline");
            xml.WriteAttributeString("text", source.Name);
            xml.WriteAttributeString("type", "rss"); // OPML 2.0: "rss", whatever kind of feed it is
            xml.WriteAttributeString("xmlUrl", feed.Url);
            if (source.Site is { } site) xml.WriteAttributeString("htmlUrl", site);
            xml.WriteAttributeString("language", source.Language);
            xml.WriteEndElement();
        }
        if (feeds.Count > 1) xml.WriteEndElement();
    }
}
