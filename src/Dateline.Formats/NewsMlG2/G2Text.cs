using Dateline.Formats.Feeds;
using Dateline.Formats.Text;

namespace Dateline.Formats.NewsMlG2;

/// <summary>Texts and codes as G2 wants them.</summary>
internal static class G2Text
{
    /// <summary>A text of more than one line, perhaps: G2 has <c>br</c> for the ends of lines.</summary>
    public static void Block(WireOutput output, string element, string? text, string? role = null)
    {
        if (string.IsNullOrEmpty(text)) return;
        output.Start(element);
        output.Attribute("role", role);
        var first = true;
        foreach (var line in XmlText.Legal(text).Split('\n'))
        {
            if (!first)
            {
                output.Start("br");
                output.End();
            }

            output.Xml.WriteString(line);
            first = false;
        }

        output.End();
    }

    /// <summary>A value that may be a QCode, a URI or neither.</summary>
    public static void Code(WireOutput output, string element, string value) => output.Element(element, AttributeFor(value), value);

    public static string AttributeFor(string value)
    {
        if (value.Contains("://", StringComparison.Ordinal)) return "uri";
        var colon = value.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && colon < value.Length - 1 && !value.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)) ? "qcode" : "literal";
    }
}
