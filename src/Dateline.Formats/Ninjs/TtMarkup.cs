using Dateline.Formats.Text;
using Dateline.Formats.Wires;

namespace Dateline.Formats.Ninjs;

/// <summary>
/// TT's own classes in the markup of its texts: the vignette, which stands above a headline and names its subject, and the town
/// of the dateline. Neither is a part of the text.
/// </summary>
internal static class TtMarkup
{
    private const int Longest = 80;

    /// <summary>Whether an element is one; the town is taken over.</summary>
    public static bool Take(WireNode node, WireDraft? draft)
    {
        if (draft is null || node.Local is not ("p" or "span" or "div") || node.Attribute("class") is not ("vignette" or "dat") || WireText.Line(node) is not { Length: < Longest } words) return false;
        if (node.Attribute("class") == "dat" && draft.PlaceLine is not { Text: not null }) draft.PlaceLine = PlaceLineText.Read(words, draft.PlaceLine?.Place, draft.PlaceLine?.Date, draft.VersionCreated);
        return true;
    }

    public static string Without(string html, WireDraft draft)
    {
        if (!html.Contains("class=\"", StringComparison.Ordinal)) return html;
        Take(ref html, "vignette", out _);
        if (!Take(ref html, "dat", out var line)) return html;
        draft.PlaceLine ??= PlaceLineText.Read(line, null, null, draft.VersionCreated);
        return html;
    }

    /// <summary>Cuts the first element of a class that holds a few words and nothing else; whether there was one.</summary>
    private static bool Take(ref string html, string name, out string? words)
    {
        words = null;
        var mark = html.IndexOf($"class=\"{name}\"", StringComparison.OrdinalIgnoreCase);
        if (mark < 3 || html.LastIndexOf('<', mark) is not (>= 0 and var start) || html.IndexOf('>', mark) is not (> 0 and var open)) return false;
        var tag = html.AsSpan(start + 1, html.AsSpan(start + 1).IndexOfAny(' ', '>'));
        if (!(tag.Equals("p", StringComparison.OrdinalIgnoreCase) || tag.Equals("span", StringComparison.OrdinalIgnoreCase) || tag.Equals("div", StringComparison.OrdinalIgnoreCase))) return false;
        var close = html.IndexOf('<', open);
        if (close < 0 || close - open > Longest || !html.AsSpan(close).StartsWith($"</{tag}>", StringComparison.OrdinalIgnoreCase)) return false;
        words = HtmlText.Line(html.AsSpan(open + 1, close - open - 1), isMarkup: true);
        if (words.Length == 0) words = null;
        html = string.Concat(html.AsSpan(0, start), html.AsSpan(close + tag.Length + 3));
        return words is not null;
    }
}
