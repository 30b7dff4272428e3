using System.Globalization;
using Dateline.Formats.Feeds;
using Dateline.Formats.Text;
using Dateline.Formats.Wires;

namespace Dateline.Formats.NewsMlG2;

/// <summary>What a <c>newsItem</c> is about, what is printed of it, and the text itself.</summary>
internal sealed class G2ContentOutput(WireOutput output, G2Vocabularies vocabularies)
{
    public static string MediaId(int at) => string.Create(CultureInfo.InvariantCulture, $"media{at + 1}");

    /// <summary>Whether it names a medium, of which no more may be known than its address.</summary>
    public static bool IsMediaId(string? id) => id is not null && id.StartsWith("media", StringComparison.Ordinal) && id.Length > "media".Length && !id.AsSpan("media".Length).ContainsAnyExceptInRange('0', '9');

    public void Write(NewsItem item)
    {
        output.Start("contentMeta");
        if (item.Urgency is >= 1 and <= 9) output.Element("urgency", $"{item.Urgency}");
        if (item.Updated is { } updated) output.Element("contentModified", Outgoing.Instant(updated));
        Party("located", item.PlaceLine?.Place);
        Source(item.Credit);
        foreach (var author in item.Authors) Party("creator", author.Name, author.Uri);
        foreach (var contributor in item.Contributors)
        {
            // No vocabulary of the IPTC has all of these roles: they are told in words.
            output.Start("contributor");
            output.Element("name", contributor.Name);
            output.Element("definition", contributor.Role ?? "contributor");
            output.End();
        }

        if (WireOutput.LanguageTag(item.Language) is { } language) output.Element("language", "tag", language);
        foreach (var genre in item.Genres) Party("genre", genre);
        foreach (var keyword in item.Keywords) output.Element("keyword", keyword);
        foreach (var subject in item.Subjects) Subject(subject);
        output.Element("slugline", item.Slugline);
        output.Element("headline", item.Headline);
        output.Element("dateline", item.PlaceLine?.Text);
        output.Element("by", item.Byline);
        output.Element("creditline", item.Credit?.CreditLine);
        G2Text.Block(output, "description", item.Summary, "drol:summary");
        output.End();
        for (var i = 0; i < item.Media.Count; i++) Part(item.Media[i], MediaId(i));
        if (item.Body is null && item.Media.Count == 0) return;
        output.Start("contentSet");
        if (item.Body is { } body) Body(body, item.Headline);
        for (var i = 0; i < item.Media.Count; i++) File(item.Media[i], MediaId(i));
        output.End();
    }

    private void Source(Credit? credit)
    {
        if (credit is not null && (credit.Source ?? credit.SourceUrl) is not null)
        {
            output.Start("infoSource");
            output.Attribute("uri", credit.SourceUrl);
            output.Attribute("role", "isrol:originfo");
            if (credit.Source is null)
            {
                // An empty name tells that the address is none.
                output.Start("name");
                output.End();
            }

            output.Element("name", credit.Source);
            output.End();
        }

        if (credit?.Distributor is not { } distributor) return;
        output.Start("infoSource");
        output.Attribute("role", "isrol:distributor");
        output.Element("name", distributor);
        output.End();
    }

    private void Subject(Subject subject)
    {
        if ((subject.Code ?? subject.Name) is null) return;
        output.Start("subject");
        if (vocabularies.CodeOf(subject) is { } declared) output.Attribute("qcode", declared);
        else if (subject.Code is { } code)
        {
            var written = new WireCode(subject.Scheme, code).Written;
            output.Attribute(subject.Scheme is null ? "literal" : G2Text.AttributeFor(written), written);
        }

        output.Element("name", subject.Name);
        output.End();
    }

    private void Party(string element, string? name, string? uri = null)
    {
        if (name is null) return;
        output.Start(element);
        output.Attribute("uri", uri);
        output.Element("name", name);
        output.End();
    }

    // The words that belong to one file of the content, not to the item.
    private void Part(Media media, string id)
    {
        if ((media.Caption ?? media.Credit) is null) return;
        output.Start("partMeta");
        output.Attribute("contentrefs", id);
        output.Element("creditline", media.Credit);
        G2Text.Block(output, "description", media.Caption, "drol:caption");
        output.End();
    }

    private void File(Media media, string id)
    {
        output.Start("remoteContent");
        output.Attribute("id", id);
        output.Attribute("href", media.Href);
        output.Attribute("contenttype", media.Type);
        output.Attribute("size", media.Length?.ToString(CultureInfo.InvariantCulture));
        if (media.Rendition is { } rendition) output.Attribute("rendition", G2Text.AttributeFor("rnd:" + rendition) == "qcode" ? "rnd:" + rendition : null);
        output.Attribute("width", media.Width?.ToString(CultureInfo.InvariantCulture));
        output.Attribute("height", media.Height?.ToString(CultureInfo.InvariantCulture));
        output.End();
    }

    private void Body(NewsBody body, string? headline)
    {
        if (body.Kind == BodyKind.Text)
        {
            output.Start("inlineData");
            output.Attribute("contenttype", "text/plain");
            output.Xml.WriteString(XmlText.Legal(body.Content));
            output.End();
            return;
        }

        output.Start("inlineXML");
        output.Attribute("contenttype", "application/xhtml+xml");
        output.Xml.WriteStartElement("html", WireOutput.Xhtml);
        output.Xml.WriteStartElement("head", WireOutput.Xhtml);
        output.Xml.WriteElementString("title", WireOutput.Xhtml, XmlText.Legal(headline ?? ""));
        output.Xml.WriteEndElement();
        output.Xml.WriteStartElement("body", WireOutput.Xhtml);
        XhtmlOutput.Write(output.Xml, body);
        output.Xml.WriteEndElement();
        output.Xml.WriteEndElement();
        output.End();
    }
}
