using System.Buffers;
using Dateline.Formats.Text;

namespace Dateline.Formats.Feeds;

/// <summary>What plug-ins of publishing systems put into the text of a feed's item: share bars, lists of related posts, forms to subscribe.</summary>
internal static class FeedChrome
{
    private const int Most = 20;
    private const int LongestHead = 4_000;
    private const int DeepestSearch = 2_000;

    private static readonly SearchValues<string> Marks = SearchValues.Create(
        ["sharedaddy", "jp-relatedposts", "sd-sharing", "more-link", "addtoany", "a2a_kit", "feedflare", "subscription-widget", "button-wrapper", "blogger-post-footer", "yarpp", "crp_related", "heateor", "wp-block-jetpack", "post-views", "ssba", "mc4wp", "related-posts", "relatedposts", "social-share", "nc_socialPanel", "sharethis", "wp-polls", "printfriendly", "mailpoet",
            "kg-signup-card", "kg-bookmark-card", "kg-cta-card", "op-related-articles", "op-ad", "op-tracker", "field--name-title", "field--name-uid", "field--name-created", "field--name-field-tags", "field-name-title", "field-name-field-date", "field-name-field-tags", "field--name-links", "field--name-field-category", "field--name-field-categories", "field--name-field-section", "field--name-field-topics", "field-name-field-category", "field-name-field-categories", "field-name-field-section", "field-name-field-topics", "K2FeedTags"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Attributes = SearchValues.Create(["class", "id=", "id ="], StringComparison.OrdinalIgnoreCase);

    /// <summary>The text without the elements that are marked so by their classes.</summary>
    public static string Cut(string html)
    {
        // The marks stand in classes and ids; nearly no text of a wire has any.
        if (!html.AsSpan().ContainsAny(Attributes)) return html;
        if (html.AsSpan().TrimStart() is ['<', '!' or 'h' or 'H', ..] whole && whole[..Math.Min(whole.Length, LongestHead)].Contains("<article", StringComparison.OrdinalIgnoreCase)) html = WithoutFrame(html);
        var from = 0;
        for (var cut = 0; cut < Most && from < html.Length; cut++)
        {
            var mark = html.AsSpan(from).IndexOfAny(Marks);
            if (mark < 0) break;
            mark += from;
            from = mark + 1;
            var open = html.LastIndexOf('<', mark);
            if (open < 0 || html.AsSpan(open, mark - open) is var tag && (tag.Contains('>') || !IsNamed(tag)) || IsLonger(html.AsSpan(mark))) continue;
            if (End(html, open) is not (> 0 and var end)) continue;
            html = string.Concat(html.AsSpan(0, open), html.AsSpan(end));
            from = open;
        }

        return html;
    }

    // Drupal's field-name-field-dateline is another than field-name-field-date.
    private static bool IsLonger(ReadOnlySpan<char> mark)
    {
        if (!mark.StartsWith("field-", StringComparison.OrdinalIgnoreCase) && !mark.StartsWith("op-", StringComparison.OrdinalIgnoreCase)) return false;
        var end = mark.IndexOfAny(" \"'>");
        return end < 0 || !Marks.Contains(mark[..end].ToString());
    }

    // The mark stands in the class or id, not in an address.
    private static bool IsNamed(ReadOnlySpan<char> tag)
    {
        var quote = tag.LastIndexOfAny('"', '\'');
        if (quote < 3) return false;
        var name = tag[..quote].TrimEnd("= ");
        return name.EndsWith("class", StringComparison.OrdinalIgnoreCase) || name.EndsWith("id", StringComparison.OrdinalIgnoreCase);
    }

    // An Instant Article is a page: its header has headline, dates and authors once more, of which the picture alone is kept, its footer the rights.
    private static string WithoutFrame(string html)
    {
        if (html.IndexOf("<header", StringComparison.OrdinalIgnoreCase) is >= 0 and var header && End(html, header) is > 0 and var text)
        {
            var figure = html.IndexOf("<figure", header, text - header, StringComparison.OrdinalIgnoreCase);
            var picture = figure > 0 && End(html, figure) is > 0 and var end && end <= text ? html[figure..end] : "";
            html = string.Concat(html.AsSpan(0, header), picture, html.AsSpan(text));
        }

        return html.LastIndexOf("<footer", StringComparison.OrdinalIgnoreCase) is > 0 and var footer && End(html, footer) is > 0 and var last ? html.Remove(footer, last - footer) : html;
    }

    /// <summary>Where the element that begins at a place ends; -1 where nobody can tell.</summary>
    private static int End(string html, int open)
    {
        var name = HtmlTag.Name(html.AsSpan(open)).ToString();
        if (name.Length == 0) return -1;
        var depth = 0;
        var at = open;
        for (var tags = 0; tags < DeepestSearch; tags++)
        {
            var rest = html.AsSpan(at);
            var length = HtmlTag.Length(rest);
            if (HtmlTag.Name(rest).Equals(name, StringComparison.OrdinalIgnoreCase)) depth += rest is ['<', '/', ..] ? -1 : rest[..length] is [.., '/', '>'] ? 0 : 1;
            at += length;
            if (depth == 0) return at;
            var next = html.IndexOf('<', at);
            if (next < 0) return -1;
            at = next;
        }

        return -1;
    }
}
