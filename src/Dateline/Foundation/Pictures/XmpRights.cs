using System.Xml;

namespace Dateline.Foundation.Pictures;

/// <summary>The rights in an XMP packet (ISO 16684-1), as elements or as attributes of rdf:Description.</summary>
internal static class XmpRights
{
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";
    private const string Photoshop = "http://ns.adobe.com/photoshop/1.0/";
    private const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private const int MaxBytes = 256 * 1024;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MaxBytes,
        IgnoreComments = true,
        IgnoreWhitespace = true,
    };

    public static PictureRights Read(byte[] packet)
    {
        string? creator = null, credit = null, copyright = null;
        if (packet.Length is 0 or > MaxBytes) return new PictureRights(null, null, null);
        try
        {
            using var xml = XmlReader.Create(new MemoryStream(packet, writable: false), Settings);
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element) continue;
                switch (xml.NamespaceURI, xml.LocalName)
                {
                    case (DublinCore, "creator"): creator ??= FirstText(xml); break;
                    case (DublinCore, "rights"): copyright ??= FirstText(xml); break;
                    case (Photoshop, "Credit"): credit ??= FirstText(xml); break;
                    case (Rdf, "Description"): credit ??= xml.GetAttribute("Credit", Photoshop); break;
                }
            }
        }
        catch (XmlException)
        {
            // What was read before the fault stands; a torn packet is common and no reason to refuse the picture.
        }

        return new PictureRights(creator, credit, copyright);
    }

    // The value itself, or the first item of the list around it.
    private static string? FirstText(XmlReader xml)
    {
        using var inside = xml.ReadSubtree();
        string? text = null;
        while (inside.Read())
            if (inside.NodeType is XmlNodeType.Text or XmlNodeType.CDATA) text ??= inside.Value;
        return text;
    }
}
