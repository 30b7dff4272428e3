using System.Globalization;
using Dateline.Formats.Feeds;
using Dateline.Formats.Text;

namespace Dateline.Formats.Rss;

/// <summary>Writes RSS 2.0 (www.rssboard.org/rss-specification) with Dublin Core, content:encoded, Media RSS and atom:link.</summary>
public static class RssWriter
{
    /// <summary>Writes a feed. Items that are not usable or not publishable are left out.</summary>
    /// <param name="stream">Where to; UTF-8, not disposed.</param>
    /// <param name="head">The feed. RSS requires title and link.</param>
    /// <param name="items">The items in order. HTML bodies are taken to be safe, with absolute addresses. Authors' mail addresses are not written.</param>
    /// <param name="cancel">Stops writing.</param>
    /// <exception cref="ArgumentException">Title or link is missing.</exception>
    public static Task WriteAsync(Stream stream, FeedHead head, IEnumerable<NewsItem> items, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        return WriteAsync(stream, head, items.ToAsyncEnumerable(), cancel);
    }

    /// <inheritdoc cref="WriteAsync(Stream, FeedHead, IEnumerable{NewsItem}, CancellationToken)"/>
    public static async Task WriteAsync(Stream stream, FeedHead head, IAsyncEnumerable<NewsItem> items, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(items);
        var title = Outgoing.Required(head.Title, "title");
        var link = Outgoing.Required(head.Link, "link");

        using var output = new XmlFeedOutput(stream);
        Open(output, head, title, link);
        await foreach (var item in items.Where(Outgoing.MayLeave).WithCancellation(cancel))
        {
            Item(output, item);
            await output.FlushAsync(always: false, cancel);
        }

        output.Xml.WriteEndElement();
        output.Xml.WriteEndElement();
        output.Xml.WriteEndDocument();
        await output.FlushAsync(always: true, cancel);
    }

    private static void Open(XmlFeedOutput output, FeedHead head, string title, string link)
    {
        var xml = output.Xml;
        xml.WriteStartDocument();
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        output.Declare("atom", XmlFeedOutput.Atom);
        output.Declare("content", XmlFeedOutput.Content);
        output.Declare("dc", XmlFeedOutput.DublinCore);
        output.Declare("dcterms", XmlFeedOutput.Terms);
        output.Declare("media", XmlFeedOutput.MediaRss);
        xml.WriteStartElement("channel");
        output.Element(null, "title", null, Outgoing.ForGuessers(title));
        output.Element(null, "link", null, link);
        output.Element(null, "description", null, Outgoing.ForGuessers(head.Description ?? title));
        AtomLink(output, "self", head.SelfLink, "application/rss+xml");
        AtomLink(output, "next", head.NextLink, "application/rss+xml");
        foreach (var hub in head.HubLinks) AtomLink(output, "hub", hub, null);
        output.Element(null, "language", null, head.Language);
        output.Element(null, "copyright", null, head.Rights is null ? null : Outgoing.ForGuessers(head.Rights));
        output.Element(null, "lastBuildDate", null, Date(head.Updated));
        output.Element(null, "generator", null, head.Generator);
        if (head.TimeToLive is { TotalMinutes: >= 1 } life) output.Element(null, "ttl", null, ((int)Math.Min(life.TotalMinutes, 599_999)).ToString(CultureInfo.InvariantCulture));
        if (head.Image is null) return;
        xml.WriteStartElement("image");
        output.Element(null, "url", null, head.Image);
        output.Element(null, "title", null, Outgoing.ForGuessers(title));
        output.Element(null, "link", null, link);
        xml.WriteEndElement();
    }

    private static void Item(XmlFeedOutput output, NewsItem item)
    {
        output.Xml.WriteStartElement("item");
        output.Element(null, "title", null, item.Headline is null ? null : Outgoing.ForGuessers(item.Headline));
        output.Element(null, "link", null, item.Page);
        Guid(output, item);
        output.Element(null, "pubDate", null, Date(item.Published ?? item.VersionCreated));
        if (item.Updated is { } updated) output.Element("dcterms", "modified", XmlFeedOutput.Terms, Outgoing.Instant(updated));
        if (item.FirstCreated is { } created) output.Element("dcterms", "created", XmlFeedOutput.Terms, Outgoing.Instant(created));
        if (item.Authors.Count == 0) output.Element("dc", "creator", XmlFeedOutput.DublinCore, Guessed(item.Byline));
        foreach (var author in item.Authors) output.Element("dc", "creator", XmlFeedOutput.DublinCore, Guessed(author.Name ?? author.Uri));
        foreach (var contributor in item.Contributors)
        {
            // Where nobody is called the author, readers take Dublin Core's contributors for that; Atom's are none.
            if (item is { Authors.Count: 0, Byline: null }) AtomContributor(output, contributor.Name);
            else output.Element("dc", "contributor", XmlFeedOutput.DublinCore, Guessed(contributor.Name));
        }

        output.Element("dc", "language", XmlFeedOutput.DublinCore, item.Language);
        Texts(output, item);
        Categories(output, item);
        Credit(output, item);
        foreach (var other in item.Links.Where(l => l.Href != item.Page || l.Rel != "alternate" || (l.HrefLang ?? l.Type) is not null)) AtomLink(output, other.Rel, other.Href, other.Type, other.HrefLang);
        Media(output, item);
        output.Xml.WriteEndElement();
    }

    private static void Guid(XmlFeedOutput output, NewsItem item)
    {
        if (item.Uri is not { Length: > 0 } identity) return;
        output.Xml.WriteStartElement("guid");
        if (identity != item.Page) output.Attribute("isPermaLink", "false");
        output.Xml.WriteString(XmlText.Legal(identity));
        output.Xml.WriteEndElement();
    }

    private static void Texts(XmlFeedOutput output, NewsItem item)
    {
        if (item.Summary is not null) output.Element(null, "description", null, Outgoing.ForGuessers(item.Summary));
        else if (item.Headline is null) output.Element(null, "description", null, item.Body is null ? item.Uri ?? " " : Outgoing.Html(item.Body));
        if (item.Body is { } body && (body.Kind == BodyKind.Html || body.Content != item.Summary)) output.Element("content", "encoded", XmlFeedOutput.Content, Outgoing.Html(body));
    }

    private static void Categories(XmlFeedOutput output, NewsItem item)
    {
        foreach (var keyword in item.Keywords) output.Element(null, "category", null, Guessed(keyword));
        foreach (var subject in item.Subjects)
        {
            if ((subject.Name ?? subject.Code) is not { Length: > 0 } name) continue;
            output.Xml.WriteStartElement("category");
            output.Attribute("domain", subject.Scheme);
            output.Xml.WriteString(XmlText.Legal(Outgoing.ForGuessers(name)));
            output.Xml.WriteEndElement();
        }
    }

    private static void Credit(XmlFeedOutput output, NewsItem item)
    {
        if (item.Credit is not { } credit) return;
        if (credit is { Source: not null, SourceUrl: not null })
        {
            output.Xml.WriteStartElement("source");
            output.Attribute("url", credit.SourceUrl);
            output.Xml.WriteString(XmlText.Legal(Outgoing.ForGuessers(credit.Source)));
            output.Xml.WriteEndElement();
        }
        else
        {
            // RSS: url is required on source.
            output.Element("dc", "source", XmlFeedOutput.DublinCore, Guessed(credit.Source) ?? credit.SourceUrl);
        }

        output.Element("dc", "rights", XmlFeedOutput.DublinCore, OfLines(credit.CopyrightNotice));
        output.CreditModules(item);
    }

    private static void Media(XmlFeedOutput output, NewsItem item)
    {
        // RSS wants length and type on an enclosure, and many readers take one only.
        if (item.Media.FirstOrDefault(m => m is { Type: not null, Length: not null }) is { } enclosure && !enclosure.Type!.EndsWith("/*", StringComparison.Ordinal))
        {
            output.Xml.WriteStartElement("enclosure");
            output.Attribute("url", enclosure.Href);
            output.Attribute("length", enclosure.Length?.ToString(CultureInfo.InvariantCulture));
            output.Attribute("type", enclosure.Type);
            output.Xml.WriteEndElement();
        }

        foreach (var media in item.Media) output.MediaContent(media);
    }

    private static void AtomLink(XmlFeedOutput output, string rel, string? href, string? type, string? language = null)
    {
        if (href is null) return;
        output.Xml.WriteStartElement("atom", "link", XmlFeedOutput.Atom);
        output.Attribute("rel", rel);
        output.Attribute("href", href);
        output.Attribute("type", type);
        output.Attribute("hreflang", language);
        output.Xml.WriteEndElement();
    }

    private static void AtomContributor(XmlFeedOutput output, string name)
    {
        output.Xml.WriteStartElement("atom", "contributor", XmlFeedOutput.Atom);
        output.Element("atom", "name", XmlFeedOutput.Atom, name);
        output.Xml.WriteEndElement();
    }

    private static string? OfLines(string? text) => text is null ? null : Outgoing.LinesForGuessers(text);

    private static string? Guessed(string? text) => text is null ? null : Outgoing.ForGuessers(text);

    private static string? Date(DateTimeOffset? at) => at?.UtcDateTime.ToString("R", CultureInfo.InvariantCulture);
}
