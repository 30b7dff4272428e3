using System.Text;
using Dateline.Formats.Text;

namespace Dateline.Formats.Feeds;

/// <summary>Blogger's pictures with a caption, which are tables of two rows (<c>tr-caption-container</c>): they become figures.</summary>
internal static class CaptionTables
{
    private const string Container = "tr-caption-container";
    private const int Most = 40;

    public static string Unfold(string html)
    {
        if (!html.Contains(Container, StringComparison.Ordinal)) return html;
        var text = new StringBuilder(html.Length);
        var from = 0;
        for (var count = 0; count < Most && html.IndexOf(Container, from, StringComparison.Ordinal) is >= 0 and var mark; count++)
        {
            var open = html.LastIndexOf('<', mark);
            var close = html.IndexOf("</table", mark, StringComparison.OrdinalIgnoreCase);
            if (close < 0) break;
            var end = close + HtmlTag.Length(html.AsSpan(close));
            if (open >= from && HtmlTag.Name(html.AsSpan(open)).Equals("table", StringComparison.OrdinalIgnoreCase) && Figure(html.AsSpan(mark, close - mark)) is { } figure)
                text.Append(html, from, open - from).Append(figure);
            else text.Append(html, from, end - from);
            from = end;
        }

        return text.Append(html, from, html.Length - from).ToString();
    }

    private static string? Figure(ReadOnlySpan<char> table)
    {
        if (table.IndexOf("<img", StringComparison.OrdinalIgnoreCase) is not (>= 0 and var at)) return null;
        var picture = table.Slice(at, HtmlTag.Length(table[at..]));
        var below = table[(at + picture.Length)..];
        if (below.IndexOf("\"tr-caption\"", StringComparison.Ordinal) is not (>= 0 and var mark) || below[mark..].IndexOf('>') is not (>= 0 and var open)) return $"<figure>{picture}</figure>";
        var caption = below[(mark + open + 1)..];
        var close = caption.IndexOf("</td", StringComparison.OrdinalIgnoreCase);
        return $"<figure>{picture}<figcaption>{(close < 0 ? caption : caption[..close])}</figcaption></figure>";
    }
}
