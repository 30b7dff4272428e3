using Dateline.Formats.Text;

namespace Dateline.Formats.Feeds;

/// <summary>What sites of links to others' stories write in the place of a text: nothing that the item's other fields lack.</summary>
internal static class LinkChrome
{
    private const int Reach = 1_500;
    private const string Comments = "[comments]</a>";

    // Google News sets the names of the papers so.
    private const string Paper = "<font color=\"#6f6f6f\">";

    /// <summary>The text without who submitted the link, as Reddit says it below.</summary>
    public static string Cut(string html)
    {
        var from = Math.Max(0, html.Length - Reach);
        if (html.AsSpan(from).LastIndexOf(Comments) is not (>= 0 and var comments)) return html;
        var start = html.LastIndexOf("submitted by", from + comments, from + comments - from, StringComparison.Ordinal);
        if (start < 0) return html;
        var end = from + comments + Comments.Length;
        if (html.AsSpan(end).StartsWith("</span>")) end += "</span>".Length;
        return string.Concat(html.AsSpan(0, start).TrimEnd().TrimEnd("&#32;").TrimEnd(), html.AsSpan(end));
    }

    /// <summary>Whether a body is the headline as a link, and the name of the paper, or several of both.</summary>
    public static bool IsHeadlineAlone(NewsBody body)
    {
        if (body.Kind != BodyKind.Html || !(body.Content.StartsWith("<a ", StringComparison.OrdinalIgnoreCase) || body.Content.StartsWith("<ol>", StringComparison.OrdinalIgnoreCase))) return false;
        return body.Content.Contains(Paper, StringComparison.OrdinalIgnoreCase) && !body.Content.Contains("<p", StringComparison.OrdinalIgnoreCase);
    }
}
