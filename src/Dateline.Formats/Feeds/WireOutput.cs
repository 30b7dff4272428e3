using System.Text;
using System.Xml;
using XmlText = Dateline.Formats.Text.XmlText;

namespace Dateline.Formats.Feeds;

/// <summary>A wire document being written: well-formed whatever the texts contain, a buffer of it in memory at a time.</summary>
internal sealed class WireOutput : IDisposable
{
    public const string Nar = "http://iptc.org/std/nar/2006-10-01/";
    public const string Nitf = "http://iptc.org/std/NITF/2006-10-18/";
    public const string Xhtml = "http://www.w3.org/1999/xhtml";

    private const int Full = 64 * 1024;

    private readonly Stream stream;
    private readonly string address;
    private readonly MemoryStream buffer = new();

    public WireOutput(Stream stream, string address)
    {
        this.stream = stream;
        this.address = address;
        Xml = XmlWriter.Create(buffer, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize, CloseOutput = false });
        Xml.WriteStartDocument();
    }

    public XmlWriter Xml { get; }

    public void Start(string name) => Xml.WriteStartElement(name, address);

    public void End() => Xml.WriteEndElement();

    /// <summary>An element with text; nothing where there is none.</summary>
    public void Element(string name, string? text)
    {
        if (string.IsNullOrEmpty(text)) return;
        Start(name);
        Xml.WriteString(XmlText.Legal(text));
        End();
    }

    /// <summary>An element with one attribute; nothing where that has no value.</summary>
    public void Element(string name, string attribute, string? value)
    {
        if (string.IsNullOrEmpty(value)) return;
        Start(name);
        Attribute(attribute, value);
        End();
    }

    public void Attribute(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value)) Xml.WriteAttributeString(name, XmlText.Legal(value));
    }

    /// <summary><c>xml:lang</c>, where the tag has the form of one (RFC 5646, as XML Schema's <c>language</c> has it).</summary>
    public void Language(string? tag)
    {
        if (LanguageTag(tag) is { } written) Xml.WriteAttributeString("xml", "lang", null, written);
    }

    /// <summary>A language as a tag, also where it was sent as programs name it (<c>pt_BR</c>); null where it is none.</summary>
    public static string? LanguageTag(string? language)
    {
        if (string.IsNullOrEmpty(language)) return null;
        var tag = language.Replace('_', '-');
        var parts = tag.Split('-');
        return parts[0].All(char.IsAsciiLetter) && parts.All(p => p.Length is >= 1 and <= 8 && p.All(char.IsAsciiLetterOrDigit)) ? tag : null;
    }

    public async ValueTask FlushAsync(bool always, CancellationToken cancel)
    {
        Xml.Flush();
        if (!always && buffer.Length < Full) return;
        await stream.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), cancel);
        buffer.SetLength(0);
    }

    public void Dispose()
    {
        Xml.Dispose();
        buffer.Dispose();
    }
}
