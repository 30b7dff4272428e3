using Dateline.Formats.Feeds;
using Dateline.Formats.Text;

namespace Dateline.Formats.Atom;

/// <summary>Writes Atom 1.0 (RFC 4287) with tombstones (RFC 6721), Dublin Core and Media RSS.</summary>
public static class AtomWriter
{
    /// <summary>Writes a feed. A canceled item is written as a tombstone, another that may not leave not at all.</summary>
    /// <param name="stream">Where to; UTF-8, not disposed.</param>
    /// <param name="head">The feed. Atom requires title, update time and an identity (or the feed's own address).</param>
    /// <param name="items">The items in order. HTML bodies are taken to be safe. Authors' mail addresses are not written.</param>
    /// <param name="tombstones">Entries taken back.</param>
    /// <param name="cancel">Stops writing.</param>
    /// <exception cref="ArgumentException">Something that Atom requires is missing.</exception>
    public static Task WriteAsync(
        Stream stream, FeedHead head, IEnumerable<NewsItem> items, IEnumerable<Tombstone>? tombstones = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        return WriteAsync(stream, head, items.ToAsyncEnumerable(), tombstones, cancel);
    }

    /// <inheritdoc cref="WriteAsync(Stream, FeedHead, IEnumerable{NewsItem}, IEnumerable{Tombstone}, CancellationToken)"/>
    public static Task WriteAsync(
        Stream stream, FeedHead head, IAsyncEnumerable<NewsItem> items, IEnumerable<Tombstone>? tombstones = null, CancellationToken cancel = default) =>
        WriteAsync(stream, head, items, tombstones, sent: null, cancel);

    /// <summary>The same; where the feed has no time, that of sending stands in for it, marked so.</summary>
    internal static async Task WriteAsync(Stream stream, FeedHead head, IAsyncEnumerable<NewsItem> items, IEnumerable<Tombstone>? tombstones, DateTimeOffset? sent, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(items);
        var updated = head.Updated ?? sent ?? throw new ArgumentException("Atom requires the time of the feed's last change.", nameof(head));
        var title = Outgoing.Required(head.Title, "title");
        var identity = Outgoing.Required(head.Id ?? head.SelfLink, "id");

        using var output = new XmlFeedOutput(stream);
        Open(output, head, title, identity, updated);
        foreach (var tombstone in tombstones ?? []) Gone(output, tombstone, updated);
        await foreach (var item in items.WithCancellation(cancel))
        {
            if (Outgoing.MayLeave(item)) Entry(output, item, head, updated);
            else if (item is { Status: PubStatus.Canceled, Uri: { } gone }) Gone(output, new Tombstone(gone, item.VersionCreated), updated);
            await output.FlushAsync(always: false, cancel);
        }

        output.Xml.WriteEndElement();
        output.Xml.WriteEndDocument();
        await output.FlushAsync(always: true, cancel);
    }

    private static void Open(XmlFeedOutput output, FeedHead head, string title, string identity, DateTimeOffset updated)
    {
        output.Xml.WriteStartDocument();
        output.Xml.WriteStartElement("feed", XmlFeedOutput.Atom);
        output.Declare("dc", XmlFeedOutput.DublinCore);
        output.Declare("dcterms", XmlFeedOutput.Terms);
        output.Declare("media", XmlFeedOutput.MediaRss);
        output.Declare("at", XmlFeedOutput.Tombstones);
        if (head.Language is not null) output.Xml.WriteAttributeString("xml", "lang", null, XmlText.Legal(head.Language));
        Simple(output, "id", AtomId.Wrap(identity));
        Text(output, "title", title);
        Text(output, "subtitle", head.Description);
        Updated(output, head.Updated, updated);
        Link(output, "alternate", head.Link, null);
        Link(output, "self", head.SelfLink, "application/atom+xml");
        Link(output, "next", head.NextLink, "application/atom+xml");
        foreach (var hub in head.HubLinks) Link(output, "hub", hub, null);
        foreach (var author in head.Authors) Person(output, author);
        Text(output, "rights", head.Rights);
        Simple(output, "logo", head.Image);
        Simple(output, "generator", head.Generator);
    }

    private static void Entry(XmlFeedOutput output, NewsItem item, FeedHead head, DateTimeOffset feedUpdated)
    {
        var xml = output.Xml;
        xml.WriteStartElement("entry", XmlFeedOutput.Atom);
        if (item.Language is not null && item.Language != head.Language) xml.WriteAttributeString("xml", "lang", null, XmlText.Legal(item.Language));
        Simple(output, "id", AtomId.Wrap(item.Uri ?? item.Page ?? throw new ArgumentException("Atom requires an identity or a page of each item.", nameof(item))));
        Text(output, "title", item.Headline ?? "", required: true);
        Updated(output, item.Updated ?? item.VersionCreated ?? item.Published, feedUpdated);
        if (item.Published is { } published) Simple(output, "published", Outgoing.Instant(published));
        if (item.FirstCreated is { } created) output.Element("dcterms", "created", XmlFeedOutput.Terms, Outgoing.Instant(created));
        Authors(output, item, head);
        Links(output, item);
        foreach (var keyword in item.Keywords) Category(output, new Subject(null, keyword, null));
        foreach (var subject in item.Subjects) Category(output, subject);
        Credit(output, item);
        foreach (var media in item.Media) output.MediaContent(media);
        Text(output, "summary", item.Summary);
        if (item.Body is { } body) Content(output, body);
        else if (item.Page is null) Text(output, "content", "", required: true);     // section 4.1.2: a page or content
        xml.WriteEndElement();
    }

    private static void Authors(XmlFeedOutput output, NewsItem item, FeedHead head)
    {
        var authors = item.Authors.Where(author => (author.Name ?? author.Uri) is not null).ToList();
        foreach (var author in authors) Person(output, author);
        foreach (var contributor in item.Contributors) Person(output, new Author(contributor.Name), "contributor");
        if (authors.Count > 0) return;
        if (item.Byline is { } byline) Person(output, new Author(byline));
        else if (head.Authors.Count == 0) Person(output, new Author(item.Credit?.Provider ?? item.Credit?.Source ?? head.Title), standsIn: true);     // section 4.1.1: somebody must be
    }

    private static void Updated(XmlFeedOutput output, DateTimeOffset? own, DateTimeOffset other)
    {
        output.Xml.WriteStartElement("updated", XmlFeedOutput.Atom);
        if (own is null) StandIn.Mark(output);
        output.Xml.WriteString(Outgoing.Instant(own ?? other));
        output.Xml.WriteEndElement();
    }

    // Section 4.1.2: no two alternates of one type and language.
    private static void Links(XmlFeedOutput output, NewsItem item)
    {
        var pages = new HashSet<(string?, string?)>();
        foreach (var link in item.Links)
            if (link.Rel != "alternate" || pages.Add((link.Type?.ToLowerInvariant(), link.HrefLang?.ToLowerInvariant()))) Link(output, link.Rel, link.Href, link.Type, link.HrefLang);
    }

    private static void Credit(XmlFeedOutput output, NewsItem item)
    {
        if (item.Credit is not { } credit) return;
        if ((credit.Source ?? credit.SourceUrl) is not null)
        {
            output.Xml.WriteStartElement("source", XmlFeedOutput.Atom);
            Simple(output, "id", credit.SourceUrl);
            Text(output, "title", credit.Source);
            Link(output, "alternate", credit.SourceUrl, null);
            output.Xml.WriteEndElement();
        }

        Text(output, "rights", credit.CopyrightNotice);
        output.CreditModules(item);
    }

    private static void Content(XmlFeedOutput output, NewsBody body)
    {
        output.Xml.WriteStartElement("content", XmlFeedOutput.Atom);
        output.Attribute("type", body.Kind == BodyKind.Html ? "html" : "text");
        if (body.BaseUri is { } below) output.Xml.WriteAttributeString("xml", "base", null, below.AbsoluteUri);
        output.Xml.WriteString(XmlText.Legal(body.Content));
        output.Xml.WriteEndElement();
    }

    private static void Gone(XmlFeedOutput output, Tombstone tombstone, DateTimeOffset updated)
    {
        output.Xml.WriteStartElement("at", "deleted-entry", XmlFeedOutput.Tombstones);
        if (tombstone.When is null) StandIn.Mark(output);
        output.Attribute("ref", AtomId.Wrap(tombstone.Ref));
        output.Attribute("when", Outgoing.Instant(tombstone.When ?? updated));
        output.Element("at", "comment", XmlFeedOutput.Tombstones, tombstone.Comment);
        Link(output, "alternate", tombstone.Href, null);
        output.Xml.WriteEndElement();
    }

    private static void Person(XmlFeedOutput output, Author author, string element = "author", bool standsIn = false)
    {
        output.Xml.WriteStartElement(element, XmlFeedOutput.Atom);
        if (standsIn) StandIn.Mark(output);
        Simple(output, "name", author.Name ?? author.Uri ?? "-");
        Simple(output, "uri", author.Uri);
        output.Xml.WriteEndElement();
    }

    private static void Category(XmlFeedOutput output, Subject subject)
    {
        if ((subject.Code ?? subject.Name) is not { Length: > 0 } term) return;
        output.Xml.WriteStartElement("category", XmlFeedOutput.Atom);
        if (subject.Code is null) StandIn.Mark(output);
        output.Attribute("term", term);
        output.Attribute("scheme", subject.Scheme);
        output.Attribute("label", subject.Name);
        output.Xml.WriteEndElement();
    }

    private static void Link(XmlFeedOutput output, string rel, string? href, string? type, string? language = null)
    {
        if (href is null) return;
        output.Xml.WriteStartElement("link", XmlFeedOutput.Atom);
        output.Attribute("rel", rel);
        output.Attribute("href", href);
        output.Attribute("type", type);
        output.Attribute("hreflang", language);
        output.Xml.WriteEndElement();
    }

    private static void Simple(XmlFeedOutput output, string name, string? text) => output.Element(null, name, XmlFeedOutput.Atom, text);

    private static void Text(XmlFeedOutput output, string name, string? text, bool required = false)
    {
        if (string.IsNullOrEmpty(text) && !required) return;
        output.Xml.WriteStartElement(name, XmlFeedOutput.Atom);
        output.Attribute("type", "text");
        output.Xml.WriteString(XmlText.Legal(text ?? ""));
        output.Xml.WriteEndElement();
    }
}
