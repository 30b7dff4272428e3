using System.Collections.Frozen;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Dateline.Formats.WordPress;

/// <summary>The text of a post as WordPress stores it: HTML in which blank lines part paragraphs, and codes in square brackets.</summary>
internal static partial class Shortcodes
{
    private const int Longest = 2_000;

    // WordPress's own. Those of plug-ins are known by an attribute with a value: [sic] is none.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Known =
        FrozenSet.Create(StringComparer.Ordinal, "caption", "wp_caption", "gallery", "playlist", "audio", "video", "embed").GetAlternateLookup<ReadOnlySpan<char>>();

    [GeneratedRegex(@"\n[ \t]*\n\s*", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex BlankLine { get; }

    /// <summary>The text without the codes. What they enclose stays: a picture and its caption become a figure.</summary>
    public static string Cut(string content)
    {
        if (!content.Contains('[', StringComparison.Ordinal)) return content;
        var text = new StringBuilder(content.Length);
        var kept = 0;
        for (var open = content.IndexOf('[', StringComparison.Ordinal); open >= 0; open = content.IndexOf('[', Math.Max(open + 1, kept)))
        {
            var inside = content.AsSpan(open + 1, Math.Min(Longest, content.Length - open - 1));
            if (inside.IndexOfAny('[', ']') is not (>= 0 and var close) || inside[close] != ']' || Name(inside[..close]) is not { IsEmpty: false } name) continue;
            text.Append(content, kept, open - kept);
            kept = open + close + 2;
            if (name is not ("caption" or "wp_caption")) continue;
            if (inside[0] != '/' && End(content, kept) is > 0 and var end)
            {
                Figure(content[kept..end], inside[..close], text);
                kept = end;
            }
        }

        return kept == 0 ? content : text.Append(content, kept, content.Length - kept).ToString();
    }

    /// <summary>Lines as paragraphs, unless the block editor has marked them already.</summary>
    public static string Paragraphs(string content)
    {
        content = content.ReplaceLineEndings("\n").Trim();
        if (content.Contains("<!-- wp:", StringComparison.Ordinal) || content.Contains("<pre", StringComparison.OrdinalIgnoreCase)) return content;
        var paragraphs = BlankLine.Split(content);
        return paragraphs.Length == 1 && content.StartsWith('<') ? content : string.Concat(paragraphs.Select(p => IsBlock(p) ? p : $"<p>{p.Trim().Replace("\n", "<br>", StringComparison.Ordinal)}</p>"));
    }

    private static int End(string content, int from) =>
        content.IndexOf("[/caption]", from, StringComparison.Ordinal) is >= 0 and var end ? end : content.IndexOf("[/wp_caption]", from, StringComparison.Ordinal);

    // Codex, "Caption Shortcode": the text behind the picture, in old ones an attribute.
    private static void Figure(string inside, ReadOnlySpan<char> code, StringBuilder text)
    {
        var picture = inside.LastIndexOf("<img", StringComparison.OrdinalIgnoreCase);
        var end = picture < 0 ? -1 : inside.IndexOf('>', picture);
        if (end >= 0 && inside.AsSpan(end + 1).TrimStart().StartsWith("</a>", StringComparison.OrdinalIgnoreCase)) end = inside.IndexOf("</a>", end, StringComparison.OrdinalIgnoreCase) + 3;
        if (end < 0)
        {
            text.Append(inside);
            return;
        }

        var caption = inside[(end + 1)..].Trim();
        if (caption.Length == 0 && code.IndexOf("caption=\"") is > 0 and var said && code[(said + 9)..].IndexOf('"') is > 0 and var quote) caption = WebUtility.HtmlEncode(WebUtility.HtmlDecode(code.Slice(said + 9, quote).ToString()));
        text.Append("<figure>").Append(inside, 0, end + 1);
        if (caption.Length > 0) text.Append("<figcaption>").Append(caption).Append("</figcaption>");
        text.Append("</figure>");
    }

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> inside)
    {
        var isEnd = inside is ['/', ..];
        if (isEnd) inside = inside[1..];
        var length = 0;
        while (length < inside.Length && (char.IsAsciiLetterLower(inside[length]) || char.IsAsciiDigit(inside[length]) || inside[length] is '_' or '-')) length++;
        var rest = inside[length..];
        if (length == 0 || !(rest.IsEmpty || char.IsWhiteSpace(rest[0]) || rest is "/")) return default;
        if (Known.Contains(inside[..length])) return inside[..length];

        // The closing code of a plug-in has no attribute; its name has more than one word.
        var equals = rest.IndexOf('=');
        return (isEnd && inside[..length].Contains('_')) || (equals > 1 && !rest[..equals].Trim().IsEmpty && rest[..equals].Trim().IndexOf(' ') < 0 && equals + 1 < rest.Length) ? inside[..length] : default;
    }

    private static bool IsBlock(string paragraph)
    {
        foreach (var tag in (ReadOnlySpan<string>)["<p", "<div", "<h1", "<h2", "<h3", "<h4", "<h5", "<h6", "<ul", "<ol", "<table", "<blockquote", "<figure", "<section", "<!--", "<hr", "</"])
            if (paragraph.AsSpan().TrimStart().StartsWith(tag, StringComparison.OrdinalIgnoreCase)) return true;

        return false;
    }
}
