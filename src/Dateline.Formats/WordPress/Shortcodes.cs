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
        var (caption, wpCaption) = (-1, -1);
        HashSet<string>? closed = null;
        for (var open = content.IndexOf('[', StringComparison.Ordinal); open >= 0; open = content.IndexOf('[', Math.Max(open + 1, kept)))
        {
            var inside = content.AsSpan(open + 1, Math.Min(Longest, content.Length - open - 1));
            if (inside.IndexOfAny('[', ']') is not (>= 0 and var close) || inside[close] != ']' || Name(inside[..close], closed ??= Closed(content)) is not { IsEmpty: false } name) continue;
            if (Programs.Contains(name) && close == name.Length && !IsAlone(content, open, open + close + 2)) continue;
            text.Append(content, kept, open - kept);
            kept = open + close + 2;
            if (name is not ("caption" or "wp_caption")) continue;
            if (inside[0] != '/' && (Next(content, "[/caption]", kept, ref caption) ?? Next(content, "[/wp_caption]", kept, ref wpCaption)) is { } end)
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

    // Looked for once for all that stand before it: what nobody closes may be opened a hundred thousand times.
    private static int? Next(string content, string mark, int from, ref int known)
    {
        if (known < from) known = content.IndexOf(mark, from, StringComparison.Ordinal) is >= 0 and var at ? at : int.MaxValue;
        return known == int.MaxValue ? null : known;
    }

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

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> inside, HashSet<string> closed)
    {
        var isEnd = inside is ['/', ..];
        if (isEnd) inside = inside[1..];
        var length = 0;
        while (length < inside.Length && (char.IsAsciiLetterLower(inside[length]) || char.IsAsciiDigit(inside[length]) || inside[length] is '_' or '-')) length++;
        var rest = inside[length..];
        if (length == 0 || !(rest.IsEmpty || char.IsWhiteSpace(rest[0]) || rest is "/")) return default;
        if (Known.Contains(inside[..length])) return inside[..length];

        // Without an attribute: a name that only a program gives, [vc_row], [et_pb_text], or one that is closed as it was opened.
        if (rest.Trim(" /").IsEmpty && (IsOfProgram(inside[..length]) || closed.Contains(inside[..length].ToString()))) return inside[..length];

        // The closing code of a plug-in has no attribute; its name has more than one word.
        var equals = rest.IndexOf('=');
        return (isEnd && inside[..length].Contains('_')) || (equals > 1 && !rest[..equals].Trim().IsEmpty && rest[..equals].Trim().IndexOf(' ') < 0 && equals + 1 < rest.Length) ? inside[..length] : default;
    }

    // Those of many plug-ins, which stand alone.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Programs =
        FrozenSet.Create(StringComparer.Ordinal, "adsense", "ads", "ad", "advert", "toc", "no-toc", "sharethis", "addtoany", "social-share", "jetpack-related-posts", "related-posts", "relatedposts", "newsletter", "mc4wp-form", "contact-form", "contact-form-7", "subscribe", "divider", "spacer", "gap", "clear", "clearfix", "hr", "nextpage", "pullquote", "dropcap", "embedyt", "youtube", "vimeo", "twitter", "tweet", "instagram", "facebook", "soundcloud", "slideshow", "rev-slider", "metaslider", "table-of-contents", "wp-review", "print-me", "printfriendly", "post-views", "last-modified", "donate", "paywall", "restrict", "members-only", "loginform")
            .GetAlternateLookup<ReadOnlySpan<char>>();

    private static bool IsOfProgram(ReadOnlySpan<char> name) => Programs.Contains(name) || (name.IndexOf('_') is > 1 and var joint && joint + 1 < name.Length && name.Length > 5);

    // "The sea is [clear]": an editor's word in somebody's sentence, and no code.
    private static bool IsAlone(string content, int start, int end) =>
        content.AsSpan(0, start).TrimEnd(" \t") is [] or [.., '>' or '\n' or '\r'] && content.AsSpan(end).TrimStart(" \t") is [] or ['<' or '\n' or '\r', ..];

    /// <summary>Names that are opened and closed again: <c>[box]…[/box]</c>. Nobody writes so in a text.</summary>
    private static HashSet<string> Closed(string content)
    {
        const int Most = 100;
        var (names, asked) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        for (var at = content.IndexOf("[/", StringComparison.Ordinal); at >= 0 && asked.Count < Most; at = content.IndexOf("[/", at + 2, StringComparison.Ordinal))
        {
            var end = content.AsSpan(at + 2, Math.Min(40, content.Length - at - 2)).IndexOf(']');
            if (end < 2 || content.AsSpan(at + 2, end).ContainsAny(" <>\n")) continue;
            var name = content.Substring(at + 2, end);
            if (!asked.Add(name)) continue; // each is looked for once: what closes nothing may stand there a hundred thousand times
            if (content.IndexOf($"[{name}", StringComparison.Ordinal) is >= 0 and var open && open < at && content[open + name.Length + 1] is ']' or ' ') names.Add(name);
        }

        return names;
    }

    private static bool IsBlock(string paragraph)
    {
        foreach (var tag in (ReadOnlySpan<string>)["<p", "<div", "<h1", "<h2", "<h3", "<h4", "<h5", "<h6", "<ul", "<ol", "<table", "<blockquote", "<figure", "<section", "<!--", "<hr", "</"])
            if (paragraph.AsSpan().TrimStart().StartsWith(tag, StringComparison.OrdinalIgnoreCase)) return true;

        return false;
    }
}
