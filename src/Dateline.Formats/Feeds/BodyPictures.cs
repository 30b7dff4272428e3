using System.Globalization;
using Dateline.Formats.Text;
using Dateline.Formats.Xml;

namespace Dateline.Formats.Feeds;

/// <summary>The pictures within a text, for an item that names none beside it.</summary>
internal static class BodyPictures
{
    private const int Most = 20;
    private const int Smallest = 50;
    private const int CaptionReach = 1_500;

    private static readonly string[] NoPictures = ["smilie", "smiley", "emoji", "/pixel", "rss-pixel", "/tracking/", "feedburner", "doubleclick", "stat?event", "spacer", "blank.gif", "1x1", "gravatar", "s.w.org"];

    public static void Read(NewsBody body, ItemDraft item)
    {
        var html = body.Content.AsSpan();
        for (var (found, at) = (0, html.IndexOf("<img", StringComparison.OrdinalIgnoreCase)); at >= 0 && found < Most; found++)
        {
            html = html[at..];
            var length = HtmlTag.Length(html);
            if (Picture(html[4..length], html[length..], item) is { } picture) item.AddMedia(picture);
            html = html[length..];
            at = html.IndexOf("<img", StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>Whether a picture of the text is in the same file as another address, in whatever size.</summary>
    public static bool Has(NewsBody body, string address)
    {
        const int Shortest = 5;
        var end = address.AsSpan().IndexOfAny('?', '#');
        var path = end < 0 ? address.AsSpan() : address.AsSpan(0, end);
        var file = path[(path.LastIndexOf('/') + 1)..];
        return file.Length >= Shortest && file.Contains('.') && body.Content.AsSpan().IndexOf("<img", StringComparison.OrdinalIgnoreCase) is >= 0 and var first && body.Content.AsSpan(first).Contains(file, StringComparison.Ordinal);
    }

    private static Media? Picture(ReadOnlySpan<char> tag, ReadOnlySpan<char> after, ItemDraft item)
    {
        var written = TagAttributes.Find(tag, "data-src", item.Repairs) ?? TagAttributes.Find(tag, "data-lazy-src", item.Repairs) ?? TagAttributes.Find(tag, "src", item.Repairs);
        if (written is null || written.StartsWith("data:", StringComparison.OrdinalIgnoreCase) || NoPictures.Any(word => written.Contains(word, StringComparison.OrdinalIgnoreCase))) return null;
        var (width, height) = (Size(tag, "width", item), Size(tag, "height", item));
        if (width is < Smallest || height is < Smallest) return null;
        var caption = Caption(after) ?? (TagAttributes.Find(tag, "alt", item.Repairs) is { } said && HtmlText.Line(said, isMarkup: false) is { Length: > 0 } line && line.Contains(' ', StringComparison.Ordinal) ? line : null);
        return new Media(written, "image/*") { Width = width, Height = height, Caption = caption };
    }

    // <figcaption>, or the paragraph that WordPress marks so, before the next picture.
    private static string? Caption(ReadOnlySpan<char> after)
    {
        after = after[..Math.Min(after.Length, CaptionReach)];
        if (after.IndexOf("<img", StringComparison.OrdinalIgnoreCase) is >= 0 and var next) after = after[..next];
        var figure = after.IndexOf("</figure", StringComparison.OrdinalIgnoreCase);
        var caption = after.IndexOf("<figcaption", StringComparison.OrdinalIgnoreCase);
        if (caption < 0 || (figure >= 0 && caption > figure)) caption = after.IndexOf("wp-caption-text", StringComparison.OrdinalIgnoreCase) is > 0 and var marked ? after[..marked].LastIndexOf('<') : -1;
        if (caption < 0) return null;
        var open = HtmlTag.Length(after[caption..]);
        var name = HtmlTag.Name(after[caption..]);
        var text = after[(caption + open)..];
        var close = text.IndexOf($"</{name}", StringComparison.OrdinalIgnoreCase);
        return close > 0 && HtmlText.Line(text[..close], isMarkup: true) is { Length: > 0 } line ? line : null;
    }

    private static int? Size(ReadOnlySpan<char> tag, string name, ItemDraft item) =>
        int.TryParse(TagAttributes.Find(tag, name, item.Repairs)?.Replace("px", "", StringComparison.OrdinalIgnoreCase), NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : null;
}
