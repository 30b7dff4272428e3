using System.Text;
using Dateline.Formats.Text;

namespace Dateline.Formats.Xml;

/// <summary>The text inside an element. Where senders forgot to escape their HTML, the HTML.</summary>
internal static class InnerText
{
    private const string OpenCData = "<![CDATA[";

    public static string Read(ReadOnlySpan<char> inner, RepairList repairs, out bool wasMarkup)
    {
        wasMarkup = false;
        inner = inner.Trim();
        var bracket = inner.IndexOf('<');
        if (bracket < 0) return Unpacked(XmlText.Decode(inner, repairs), repairs);
        if (bracket == 0 && inner.StartsWith(OpenCData, StringComparison.OrdinalIgnoreCase))
        {
            var close = inner.IndexOf("]]>");
            if (close == inner.Length - 3) return XmlText.Clean(inner[OpenCData.Length..close].Trim(), repairs);
        }

        return Unpacked(Mixed(inner, repairs, out wasMarkup), repairs);
    }

    // A section within a section or escaped, taken apart and put together by a program that meant well.
    private static string Unpacked(string text, RepairList repairs)
    {
        if (!text.StartsWith(OpenCData, StringComparison.Ordinal) || !text.EndsWith("]]>", StringComparison.Ordinal)) return text;
        repairs.Add("A CDATA section was packed into another.");
        return text[OpenCData.Length..^3].Trim();
    }

    private static string Mixed(ReadOnlySpan<char> inner, RepairList repairs, out bool wasMarkup)
    {
        var text = new StringBuilder(inner.Length);
        wasMarkup = false;
        for (var rest = inner; !rest.IsEmpty;)
        {
            var bracket = rest.IndexOf('<');
            text.Append(XmlText.Decode(bracket < 0 ? rest : rest[..bracket], repairs));
            if (bracket < 0) break;
            rest = rest[bracket..];
            if (rest.StartsWith(OpenCData, StringComparison.OrdinalIgnoreCase))
            {
                var close = rest.IndexOf("]]>");
                if (close < 0) repairs.Add("A CDATA section had no end.");
                text.Append(XmlText.Clean(close < 0 ? rest[OpenCData.Length..] : rest[OpenCData.Length..close], repairs));
                rest = close < 0 ? default : rest[(close + 3)..];
            }
            else if (rest.StartsWith("<!--"))
            {
                var close = rest.IndexOf("-->");
                rest = close < 0 ? default : rest[(close + 3)..];
            }
            else if (rest.Length > 1 && (char.IsLetter(rest[1]) || rest[1] == '/'))
            {
                // A tag: then references are HTML's own, and all of it is passed on as it stands.
                wasMarkup = true;
                return InnerMarkup.ToHtml(inner, null);
            }
            else
            {
                repairs.Add("A bare < was read as itself.");
                text.Append('<');
                rest = rest[1..];
            }
        }

        return text.ToString().Trim();
    }
}
