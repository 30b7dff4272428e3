using System.Buffers;
using System.Collections.Frozen;

namespace Dateline.Formats.Text;

/// <summary>What a person would read of an HTML fragment. The result is plain text: whoever shows it encodes it.</summary>
internal static class HtmlText
{
    private static readonly FrozenSet<string> Blocks = Names(
        "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html li main nav ol option p pre section select summary table tbody td tfoot th thead tr ul");

    private static readonly FrozenSet<string> Hidden = Names("head math noembed noframes noscript object script style svg template textarea title");

    private static readonly FrozenSet<string> Inlines = Names(
        "a abbr acronym applet area audio b base basefont bdi bdo big br button canvas caption cite code col colgroup data datalist del dfn dir em embed font frame frameset i iframe img input ins kbd label legend link map mark marquee menu meta meter nobr output param picture progress q rb rp rt rtc ruby s samp slot small source span strike strong sub sup time track tt u var video wbr");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BlockNames = Blocks.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> HiddenNames = Hidden.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AllNames =
        Blocks.Concat(Hidden).Concat(Inlines).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> Marks = SearchValues.Create("<&");

    private static FrozenSet<string> Names(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Is this HTML, or text that happens to contain a sign? Only tags of HTML and real references count.</summary>
    public static bool IsMarkup(ReadOnlySpan<char> text)
    {
        Span<char> two = stackalloc char[2];
        for (var at = text.IndexOfAny(Marks); at >= 0; at = text.IndexOfAny(Marks))
        {
            text = text[at..];
            if (text[0] == '<' ? IsTag(text) : XmlText.Reference(text, two, out _, null) > 1) return true;
            text = text[1..];
        }

        return false;
    }

    /// <summary>Whether a tag of HTML, or a comment, begins here.</summary>
    public static bool IsTag(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("<!--")) return true;
        var name = TagName(text);
        return name.Length > 0 && AllNames.Contains(name);
    }

    /// <summary>The text on one line, white space collapsed: for headlines and names.</summary>
    public static string Line(ReadOnlySpan<char> html, bool isMarkup) => Read(html, isMarkup, ' ');

    /// <summary>The text with a line break where a block ended: for summaries.</summary>
    public static string Lines(ReadOnlySpan<char> html, bool isMarkup) => Read(html, isMarkup, '\n');

    /// <summary>Whether the tag at the start begins or ends a block, or breaks a line.</summary>
    public static bool EndsBlock(ReadOnlySpan<char> text)
    {
        var name = TagName(text);
        return BlockNames.Contains(name) || name.Equals("br", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The length of the tag at the start, and of what nobody reads after it: a script, a style.</summary>
    public static int SkipLength(ReadOnlySpan<char> text)
    {
        string? unclosed = null;
        var name = TagName(text);
        return text.Length > 1 && text[1] != '/' && HiddenNames.Contains(name) ? HiddenLength(text, name, ref unclosed) : TagLength(text);
    }

    private static string Read(ReadOnlySpan<char> html, bool isMarkup, char blockBreak)
    {
        if (html.IsEmpty) return "";
        var rented = ArrayPool<char>.Shared.Rent(html.Length + 2);
        var length = 0;
        var gap = '\0';
        string? unclosed = null;
        for (var i = 0; i < html.Length;)
        {
            var c = html[i];
            if (c is ' ' or '\n' or '\t' or '\r' or '\f')
            {
                if (gap == '\0') gap = !isMarkup && c == '\n' ? blockBreak : ' ';
                else if (!isMarkup && c == '\n') gap = blockBreak;
                i++;
                continue;
            }

            if (isMarkup && c == '<' && IsMarkupTag(html[i..]))
            {
                var name = TagName(html[i..]);
                if (BlockNames.Contains(name) || name.Equals("br", StringComparison.OrdinalIgnoreCase)) gap = blockBreak;
                i += html[i + 1] != '/' && HiddenNames.Contains(name) ? HiddenLength(html[i..], name, ref unclosed) : TagLength(html[i..]);
                continue;
            }

            if (gap != '\0')
            {
                if (length > 0) rented[length++] = gap;
                gap = '\0';
            }

            if (isMarkup && c == '&')
            {
                i += XmlText.Reference(html[i..], rented.AsSpan(length), out var written, null);
                length += written;
            }
            else
            {
                rented[length++] = c;
                i++;
            }
        }

        var text = new string(rented.AsSpan(0, length).Trim());
        ArrayPool<char>.Shared.Return(rented);
        return text;
    }

    private static bool IsMarkupTag(ReadOnlySpan<char> text) => IsTag(text) || text.StartsWith("<!") || text.StartsWith("<?");

    private static ReadOnlySpan<char> TagName(ReadOnlySpan<char> text)
    {
        var start = text.Length > 1 && text[1] == '/' ? 2 : 1;
        var end = start;
        while (end < text.Length && end - start < 16 && char.IsAsciiLetterOrDigit(text[end])) end++;
        return end < text.Length && text[end] is not (' ' or '>' or '/' or '\n' or '\t' or '\r' or '\f') ? default : text[start..end];
    }

    private static int TagLength(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("<!--"))
        {
            var close = text.IndexOf("-->");
            return close < 0 ? text.Length : close + 3;
        }

        for (var i = 1; i < text.Length; i++)
        {
            var at = text[i..].IndexOfAny('>', '"', '\'');
            if (at < 0) break;
            i += at;
            if (text[i] == '>') return i + 1;
            var quote = text[(i - 1)] == '=' ? text[(i + 1)..].IndexOf(text[i]) : 0;
            if (quote < 0) break;
            i += text[i - 1] == '=' ? quote + 1 : 0;
        }

        // A quote or bracket that never closes: the shortest reading loses least.
        var end = text.IndexOf('>');
        return end < 0 ? text.Length : end + 1;
    }

    // Names that were looked for in vain are remembered: looking again for each of a million would take for ever.
    private static int HiddenLength(ReadOnlySpan<char> text, ReadOnlySpan<char> name, ref string? unclosed)
    {
        var open = TagLength(text);
        if (open >= 2 && text[open - 2] == '/') return open;
        if (unclosed is not null && unclosed.AsSpan().IndexOf(name, StringComparison.OrdinalIgnoreCase) >= 0) return open;
        for (var from = open; from < text.Length;)
        {
            var close = text[from..].IndexOf("</");
            if (close < 0) break;
            from += close;
            if (TagName(text[from..]).Equals(name, StringComparison.OrdinalIgnoreCase)) return from + TagLength(text[from..]);
            from += 2;
        }

        unclosed = $"{unclosed} {name}";
        return open;
    }
}
