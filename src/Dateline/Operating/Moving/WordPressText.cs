using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using Dateline.Foundation.Markup;

namespace Dateline.Operating.Moving;

/// <summary>What WordPress keeps as the text of a post or comment: HTML in which lines mean paragraphs, and shortcodes.</summary>
internal static partial class WordPressText
{
    /// <summary>Written by the block editor: its lines mean nothing.</summary>
    private const string BlockMark = "<!-- wp:";

    private const int LongestShortcode = 2_000;
    private static readonly SearchValues<char> NameLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_-");
    private static readonly SearchValues<char> Ends = SearchValues.Create("[]<>");

    /// <summary>The shortcodes that WordPress itself brings; those of plug-ins are known by an attribute, since "[sic]" is none.</summary>
    private static readonly FrozenSet<string> Known = FrozenSet.Create(StringComparer.Ordinal, "caption", "wp_caption", "gallery", "playlist", "audio", "video", "embed");

    [GeneratedRegex(@"\n[ \t]*\n\s*", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex BlankLine { get; }

    /// <summary>The body of a post; null and the reason for one that no body can hold.</summary>
    /// <param name="shortcodes">How many were taken out.</param>
    public static Checked<Body> Post(string content, Uri? address, out int shortcodes)
    {
        var text = WithoutShortcodes(content, out shortcodes);
        return MarkupReader.Read(text.Contains(BlockMark, StringComparison.Ordinal) ? text : WithParagraphs(text), address);
    }

    /// <summary>What they enclose stays.</summary>
    private static string WithoutShortcodes(string content, out int taken)
    {
        taken = 0;
        var text = new StringBuilder(content.Length);
        var kept = 0;
        for (var open = content.IndexOf('[', StringComparison.Ordinal); open >= 0; open = content.IndexOf('[', open + 1))
        {
            var inside = content.AsSpan(open + 1, Math.Min(LongestShortcode, content.Length - open - 1));
            if (inside.IndexOfAny(Ends) is not (>= 0 and var close) || inside[close] != ']' || !IsShortcode(inside[..close])) continue;
            text.Append(content, kept, open - kept);
            kept = open + close + 2;
            taken++;
        }
        return taken == 0 ? content : text.Append(content, kept, content.Length - kept).ToString();
    }

    private static bool IsShortcode(ReadOnlySpan<char> inside)
    {
        var isEnd = inside.StartsWith('/');
        if (isEnd) inside = inside[1..];
        var length = inside.IndexOfAnyExcept(NameLetters) is >= 0 and var end ? end : inside.Length;
        var name = inside[..length].ToString();
        var rest = inside[length..];
        if (name.Length == 0 || !(rest.IsEmpty || char.IsWhiteSpace(rest[0]) || rest is "/")) return false;
        if (Known.Contains(name)) return true;
        var equals = rest.IndexOf('=');
        return !isEnd && equals > 1 && !rest[..equals].Trim().IsEmpty && rest[..equals].Trim().IndexOfAnyExcept(NameLetters) < 0;
    }

    /// <summary>The body of a reply: of what a comment may have, the forms that readers here have too.</summary>
    public static Body? Comment(string content) => MarkupReader.Read(WithParagraphs(content)) is { Accepted: true, Value: var body } ? LetterBody.Of(body) : null;

    /// <summary>One line without markup: a headline, a name.</summary>
    public static string Line(string text, int longest)
    {
        var line = text.AsSpan().IndexOfAny('<', '&') < 0 ? text : MarkupReader.Read(text) is { Accepted: true, Value: var body } ? PlainText.From(body) : "";
        line = CleanText.Line(line).Normalize(NormalizationForm.FormC);
        if (line.Length <= longest) return line;
        var end = longest - 1;
        if (char.IsHighSurrogate(line[end - 1])) end--;
        return string.Concat(line.AsSpan(0, end).TrimEnd(), "…");
    }

    private static string WithParagraphs(string text)
    {
        text = text.ReplaceLineEndings("\n");
        if (!text.Contains('\n', StringComparison.Ordinal)) return text;
        var html = new StringBuilder(text.Length + 64);
        // In <pre> a line is a line.
        for (var at = 0; at < text.Length;)
        {
            var pre = text.IndexOf("<pre", at, StringComparison.OrdinalIgnoreCase);
            AppendLines(html, BlankLine.Replace(text[at..(pre < 0 ? text.Length : pre)], "\n\n<p>"));
            if (pre < 0) break;
            var end = text.IndexOf("</pre>", pre, StringComparison.OrdinalIgnoreCase);
            at = end < 0 ? text.Length : end + "</pre>".Length;
            html.Append(text, pre, at - pre);
        }
        return html.ToString();
    }

    /// <summary>A line end between words is one; beside a tag of a block it is only the writer's.</summary>
    private static void AppendLines(StringBuilder html, string text)
    {
        var tag = -1;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '<') tag = i;
            if (text[i] == '\n' && i > 0 && i + 1 < text.Length && text[i - 1] != '\n' && text[i + 1] != '\n'
                && (text[i - 1] != '>' || IsWithinLine(TagName(text, tag))) && (text[i + 1] != '<' || IsWithinLine(TagName(text, i + 1)))) html.Append("<br>");
            html.Append(text[i]);
        }
    }

    private static bool IsWithinLine(string name) => Elements.MeaningOf(name) is Meaning.Nothing or Meaning.Mark or Meaning.Link or Meaning.Quotation;

    /// <summary>The name of the tag that opens here; "" for none, and for one longer than any name.</summary>
    private static string TagName(string text, int at)
    {
        if (at < 0) return "";
        var from = at + 1 < text.Length && text[at + 1] == '/' ? at + 2 : at + 1;
        var to = from;
        while (to < text.Length && to - from < 20 && char.IsAsciiLetterOrDigit(text[to])) to++;
        return text[from..to].ToLowerInvariant();
    }
}
