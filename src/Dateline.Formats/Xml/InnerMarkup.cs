using System.Text;
using Dateline.Formats.Text;

namespace Dateline.Formats.Xml;

/// <summary>Markup inside XML rewritten as the HTML it stands for: other rules for empty elements, prefixes and CDATA.</summary>
internal static class InnerMarkup
{
    /// <param name="inner">The content of an element.</param>
    /// <param name="scope">Where prefixes are known; null leaves them.</param>
    public static string ToHtml(ReadOnlySpan<char> inner, NamespaceScope? scope)
    {
        var html = new StringBuilder(inner.Length + 16);
        for (var rest = inner.Trim(); !rest.IsEmpty;)
        {
            var bracket = rest.IndexOf('<');
            html.Append(XmlText.Clean(bracket < 0 ? rest : rest[..bracket]));
            if (bracket < 0) break;
            rest = rest[bracket..];
            var length = rest.StartsWith("<!--") ? Section(rest, "-->")
                : rest.StartsWith("<![CDATA[", StringComparison.OrdinalIgnoreCase) ? CData(rest, html)
                : rest.Length > 1 && rest[1] is '!' or '?' ? Section(rest, ">")
                : AppendTag(rest, html, scope);
            rest = rest[length..];
        }

        return html.ToString().Trim();
    }

    /// <summary>The content of the one <c>div</c> that Atom wants around XHTML (RFC 4287 section 3.1.1.3); else everything.</summary>
    /// <param name="inner">The content of an element.</param>
    /// <param name="scope">Takes the prefixes that the <c>div</c> declares.</param>
    public static ReadOnlySpan<char> WithoutDiv(ReadOnlySpan<char> inner, NamespaceScope scope)
    {
        var text = inner.Trim();
        var name = text.Length > 1 && text[0] == '<' ? Tag.Name(text[1..]) : default;
        if (!Tag.Local(name).Equals("div", StringComparison.OrdinalIgnoreCase)) return inner;
        var open = Tag.Length(text);
        if (open > 0) scope.Declare(text[(1 + name.Length)..open]);
        var close = text.LastIndexOf("</");
        if (open < 0 || Tag.IsSelfClosing(text[..open])) return default;
        return close >= open && Tag.Names(text[(close + 2)..], name) ? text[open..close] : text[open..];
    }

    private static int Section(ReadOnlySpan<char> rest, string closing)
    {
        var close = rest.IndexOf(closing);
        return close < 0 ? rest.Length : close + closing.Length;
    }

    private static int CData(ReadOnlySpan<char> rest, StringBuilder html)
    {
        var length = Section(rest, "]]>");
        var end = rest[..length].EndsWith("]]>") ? length - 3 : length;
        html.Append(XmlText.Clean(rest[9..Math.Max(9, end)]).Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal));
        return length;
    }

    private static int AppendTag(ReadOnlySpan<char> rest, StringBuilder html, NamespaceScope? scope)
    {
        var closing = rest.Length > 1 && rest[1] == '/';
        var name = Tag.Name(rest[(closing ? 2 : 1)..]);
        var length = name.IsEmpty ? 1 : Tag.Length(rest);
        if (length < 0) length = rest.Length;
        if (name.IsEmpty)
        {
            html.Append("&lt;");
            return length;
        }

        if (!closing) scope?.Declare(rest[(1 + name.Length)..length]);
        var written = scope is not null && scope.Find(Tag.Prefix(name)) == Ns.Xhtml ? Tag.Local(name) : name;
        if (closing)
        {
            html.Append("</").Append(written).Append('>');
            return length;
        }

        html.Append('<').Append(written);
        var attributes = new TagAttributes(rest[(1 + name.Length)..length]);
        while (attributes.Next())
        {
            if (attributes.Name.StartsWith("xmlns", StringComparison.OrdinalIgnoreCase)) continue;
            html.Append(' ').Append(attributes.Name).Append("=\"").Append(XmlText.Clean(attributes.RawValue).Replace("\"", "&quot;", StringComparison.Ordinal)).Append('"');
        }

        html.Append('>');
        if (Tag.IsSelfClosing(rest[..length]) && !IsVoid(written)) html.Append("</").Append(written).Append('>');
        return length;
    }

    // HTML Standard, "void elements".
    private static bool IsVoid(ReadOnlySpan<char> name) =>
        name is "area" or "base" or "br" or "col" or "embed" or "hr" or "img" or "input" or "link" or "meta" or "param" or "source" or "track" or "wbr"
            or "BR" or "IMG" or "HR";
}
