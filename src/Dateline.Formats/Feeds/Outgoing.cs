using System.Globalization;
using System.Net;
using Dateline.Formats.Text;

namespace Dateline.Formats.Feeds;

/// <summary>What all writers agree on.</summary>
internal static class Outgoing
{
    /// <summary>RFC 3339, in UTC.</summary>
    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>Items that their sender doesn't allow out are never written, whoever asked for it.</summary>
    public static bool MayLeave(NewsItem item) => item is { Publishable: true, Status: PubStatus.Usable };

    /// <summary>For formats that can say so, what is canceled or withheld leaves too, without its content: it recalls what was sent before.</summary>
    public static bool MayLeaveAsRecall(NewsItem item) => item.Status != PubStatus.Usable || item.Publishable;

    public static string Required(string? text, string name) =>
        string.IsNullOrWhiteSpace(text) ? throw new ArgumentException($"The format requires the feed's {name}.", nameof(text)) : text;

    /// <summary>
    /// Plain text for a place that readers take for HTML if it looks like it (RSS does not say): text that does is
    /// escaped once more.
    /// </summary>
    public static string ForGuessers(string text) =>
        HtmlText.IsMarkup(text) ? WebUtility.HtmlEncode(text).Replace("\n", "<br>", StringComparison.Ordinal) : text;

    /// <summary>The same of a text of several lines, whose ends are breaks: readers take those of plain text for blanks.</summary>
    public static string LinesForGuessers(string text) =>
        text.Contains('\n', StringComparison.Ordinal) ? WebUtility.HtmlEncode(text).Replace("\n", "<br>", StringComparison.Ordinal) : ForGuessers(text);

    public static string Html(NewsBody body)
    {
        if (body.Kind == BodyKind.Html) return body.Content;
        var paragraphs = body.Content.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return string.Concat(paragraphs.Select(p => $"<p>{WebUtility.HtmlEncode(p).Replace("\n", "<br>", StringComparison.Ordinal)}</p>"));
    }
}
