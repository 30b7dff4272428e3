using System.Text;

namespace Dateline.Formats.Wires;

/// <summary>
/// The body that TT sends in NewsML-G2 as <c>application/ttnitf+xml</c>: Swedish names for what NITF has English ones for. Town and
/// agency of the dateline, the vignette above the headline, byline and pictures have elements of their own, which are no text.
/// </summary>
internal static class TtNitf
{
    /// <summary>Whether an element holds one.</summary>
    public static bool Is(WireNode node) => node.Find("brodtext") is not null || node.Find("ttnitf") is not null;

    public static string Html(WireNode node, WireDraft draft)
    {
        var html = new StringBuilder();
        Inside(node, html, draft);
        return html.ToString();
    }

    private static void Inside(WireNode node, StringBuilder html, WireDraft draft)
    {
        foreach (var child in node.Children)
            if (!child.IsText) Element(child, html, draft);
    }

    private static void Element(WireNode node, StringBuilder html, WireDraft draft)
    {
        switch (node.Local)
        {
            case "vinjett" or "bild" or "bildtext":
                break;
            case "rubrik" when html.Length == 0 && WireText.Line(node) is { } headline:
                draft.Item.Headline ??= headline;
                if (headline != draft.Item.Headline) Block("h2", node, html);
                break;
            case "dat":
                Place(node, draft);
                break;
            case "byline" when WireText.Line(node) is { } byline:
                if (string.IsNullOrEmpty(draft.Item.Byline)) draft.Item.Byline = byline;
                break;
            case "rubrik" or "mellis":
                Block("h2", node, html);
                break;
            case "citat":
                Block("blockquote", node, html);
                break;
            case "p" or "fraga" or "svar":
                Block("p", node, html);
                break;
            case "ul" or "ol" or "tabell" or "table":
                html.Append('<').Append(node.Local == "tabell" ? "table" : node.Local).Append('>').Append(BodyMarkup.Html(node)).Append("</").Append(node.Local == "tabell" ? "table" : node.Local).Append('>');
                break;
            default:
                Inside(node, html, draft);
                break;
        }
    }

    private static void Block(string name, WireNode node, StringBuilder html)
    {
        if (WireText.Line(node) is not null) html.Append('<').Append(name).Append('>').Append(BodyMarkup.Html(node).Trim()).Append("</").Append(name).Append('>');
    }

    // <ORT>KAJSTADEN</ORT><SOURCE>TT-Reuters</SOURCE>: as other agencies write it in one line.
    private static void Place(WireNode line, WireDraft draft)
    {
        if (draft.PlaceLine is { Text: not null }) return;
        var (town, source) = (WireText.Line(line.Child("ort")), WireText.Line(line.Child("source")));
        if (town is null) return;
        draft.PlaceLine = PlaceLineText.Read(source is null ? town : $"{town} ({source})", draft.PlaceLine?.Place ?? town, draft.PlaceLine?.Date, draft.VersionCreated);
    }
}
