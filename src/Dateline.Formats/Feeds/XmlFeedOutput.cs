using System.Text;
using System.Xml;
using Dateline.Formats.Modules;
using Dateline.Formats.Text;
using XmlText = Dateline.Formats.Text.XmlText;

namespace Dateline.Formats.Feeds;

/// <summary>An XML feed being written: well-formed whatever the texts contain, a buffer of it in memory at a time.</summary>
internal sealed class XmlFeedOutput : IDisposable
{
    public const string Atom = "http://www.w3.org/2005/Atom";
    public const string Content = "http://purl.org/rss/1.0/modules/content/";
    public const string DublinCore = "http://purl.org/dc/elements/1.1/";
    public const string Terms = "http://purl.org/dc/terms/";
    public const string MediaRss = "http://search.yahoo.com/mrss/";
    public const string Tombstones = "http://purl.org/atompub/tombstones/1.0";

    private const int Full = 64 * 1024;

    private readonly Stream stream;
    private readonly MemoryStream buffer = new();

    public XmlFeedOutput(Stream stream)
    {
        this.stream = stream;
        Xml = XmlWriter.Create(buffer, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize, CloseOutput = false });
    }

    public XmlWriter Xml { get; }

    public void Declare(string prefix, string address) => Xml.WriteAttributeString("xmlns", prefix, null, address);

    /// <summary>An element with text; nothing where there is none.</summary>
    public void Element(string? prefix, string name, string? address, string? text)
    {
        if (string.IsNullOrEmpty(text)) return;
        Xml.WriteStartElement(prefix, name, address);
        Xml.WriteString(XmlText.Legal(text));
        Xml.WriteEndElement();
    }

    private void Guessed(string prefix, string name, string address, string? text) =>
        Element(prefix, name, address, text is null ? null : Outgoing.ForGuessers(text));

    public void Attribute(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value)) Xml.WriteAttributeString(name, XmlText.Legal(value));
    }

    /// <summary>The parts of the credit for which RSS and Atom have no element of their own.</summary>
    public void CreditModules(NewsItem item)
    {
        if (item.Credit is not { } credit) return;
        Guessed("dc", "publisher", DublinCore, credit.Provider);
        Guessed("dcterms", "rightsHolder", Terms, credit.CopyrightHolder);
        Element("dcterms", "accessRights", Terms, credit.UsageTerms is null ? null : Outgoing.LinesForGuessers(credit.UsageTerms));
        foreach (var hop in credit.Hops) Guessed("dcterms", "provenance", Terms, HopText.Write(hop));
        if (credit.CreditLine != string.Join(", ", item.Authors.Select(a => a.Name))) Guessed("media", "credit", MediaRss, credit.CreditLine);
        if (credit.Distributor is null) return;
        Xml.WriteStartElement("media", "credit", MediaRss);
        Attribute("role", "distributor");
        Xml.WriteString(XmlText.Legal(Outgoing.ForGuessers(credit.Distributor)));
        Xml.WriteEndElement();
    }

    public void MediaContent(Media media)
    {
        Xml.WriteStartElement("media", "content", MediaRss);
        Attribute("url", media.Href);
        if (media.Type is { } type && type.EndsWith("/*", StringComparison.Ordinal)) Attribute("medium", type[..^2]);
        else Attribute("type", media.Type);
        Attribute("fileSize", media.Length?.ToString());
        Attribute("width", media.Width?.ToString());
        Attribute("height", media.Height?.ToString());
        PlainMedia("description", media.Caption);
        Guessed("media", "credit", MediaRss, media.Credit);
        Guessed("media", "copyright", MediaRss, media.Copyright);
        Xml.WriteEndElement();
    }

    private void PlainMedia(string name, string? text)
    {
        if (string.IsNullOrEmpty(text)) return;
        Xml.WriteStartElement("media", name, MediaRss);
        Attribute("type", "plain");
        Xml.WriteString(XmlText.Legal(text));
        Xml.WriteEndElement();
    }

    public async ValueTask FlushAsync(bool always, CancellationToken cancel)
    {
        if (!always && buffer.Length < Full)
        {
            // XmlWriter holds back some; it is asked only when it may be much.
            Xml.Flush();
            if (buffer.Length < Full) return;
        }

        Xml.Flush();
        await stream.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), cancel);
        buffer.SetLength(0);
    }

    public void Dispose()
    {
        Xml.Dispose();
        buffer.Dispose();
    }
}
