using System.Xml;
using Dateline.Formats.Text;
using XmlText = Dateline.Formats.Text.XmlText;

namespace Dateline.Formats.Wires;

/// <summary>An HTML body written as well-formed XHTML: the same tags, in a tree.</summary>
internal static class XhtmlOutput
{
    public static void Write(XmlWriter xml, NewsBody body)
    {
        foreach (var child in WireTree.Read(XmlText.Legal(body.Content), new RepairList()).Children) Node(xml, child);
    }

    private static void Node(XmlWriter xml, WireNode node)
    {
        if (node.IsText)
        {
            xml.WriteString(XmlText.Legal(node.Text));
            return;
        }

        if (BodyTags.IsDropped(node)) return;
        var name = BodyTags.Name(node.Local);
        if (name is not null)
        {
            xml.WriteStartElement(name, "http://www.w3.org/1999/xhtml");
            foreach (var (key, value) in node.Attributes.DistinctBy(a => a.Name))
                if (key.All(char.IsAsciiLetter) && !key.StartsWith("on", StringComparison.Ordinal) && MayFollow(key, value)) xml.WriteAttributeString(key, XmlText.Legal(value));
        }

        foreach (var child in node.Children) Node(xml, child);
        if (name is not null) xml.WriteEndElement();
    }

    private static bool MayFollow(string key, string value) => key is not ("href" or "src" or "cite") || Address.Resolve(value, null, new RepairList()) is not null;
}
