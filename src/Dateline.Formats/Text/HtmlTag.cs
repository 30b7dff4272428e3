using System.Collections.Frozen;

namespace Dateline.Formats.Text;

/// <summary>What a tag does to the text around it.</summary>
[Flags]
internal enum TagKind : byte
{
    /// <summary>No tag: a bracket in a text, or a name that HTML doesn't know.</summary>
    None = 0,

    /// <summary>Nothing: the text goes on.</summary>
    Inline = 1,

    /// <summary>A block begins or ends, or a line does.</summary>
    Block = 2,

    /// <summary>What is in the element is nothing to read.</summary>
    Hidden = 4,
}

/// <summary>The tags of HTML, as far as its text goes: asked once for each bracket, since asking is most of what reading costs.</summary>
internal static class HtmlTag
{
    private const int LongestName = 16;

    private static readonly FrozenDictionary<string, TagKind>.AlternateLookup<ReadOnlySpan<char>> Kinds = Table(
        (TagKind.Block, "address article aside blockquote body br center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html li main nav ol option p pre section select summary table tbody td tfoot th thead tr ul"),
        (TagKind.Hidden, "head math noembed noframes noscript object script style svg template textarea title"),
        (TagKind.Inline, "a abbr acronym applet area audio b base basefont bdi bdo big button canvas caption cite code col colgroup data datalist del dfn dir em embed font frame frameset i iframe img input ins kbd label legend link map mark marquee menu meta meter nobr output param picture progress q rb rp rt rtc ruby s samp slot small source span strike strong sub sup time track tt u var video wbr"));

    private static FrozenDictionary<string, TagKind>.AlternateLookup<ReadOnlySpan<char>> Table(params ReadOnlySpan<(TagKind Kind, string Names)> kinds)
    {
        var table = new Dictionary<string, TagKind>(StringComparer.OrdinalIgnoreCase);
        foreach (var (kind, names) in kinds)
            foreach (var name in names.Split(' ')) table[name] = table.GetValueOrDefault(name) | kind;

        return table.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>What begins at the bracket at the start: a tag of HTML, a comment, a declaration.</summary>
    public static TagKind KindOf(ReadOnlySpan<char> text)
    {
        var name = Name(text);
        if (name.IsEmpty) return text.Length > 1 && text[1] is '!' or '?' ? TagKind.Inline : TagKind.None;
        return Kinds.TryGetValue(name, out var kind) ? kind : TagKind.None;
    }

    /// <summary>The name of the tag at the start, opening or closing; empty where none ends in a name's length.</summary>
    public static ReadOnlySpan<char> Name(ReadOnlySpan<char> text)
    {
        var start = text.Length > 1 && text[1] == '/' ? 2 : 1;
        var end = start;
        while (end < text.Length && end - start < LongestName && char.IsAsciiLetterOrDigit(text[end])) end++;
        return end < text.Length && text[end] is not (' ' or '>' or '/' or '\n' or '\t' or '\r' or '\f') ? default : text[start..end];
    }

    /// <summary>The length of the tag at the start.</summary>
    public static int Length(ReadOnlySpan<char> text)
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

    /// <summary>The length of the tag at the start, and of what nobody reads after it: a script, a style.</summary>
    public static int SkipLength(ReadOnlySpan<char> text, TagKind kind)
    {
        string? unclosed = null;
        return SkipLength(text, kind, ref unclosed);
    }

    /// <summary>The same, for who asks for many in one text.</summary>
    /// <param name="text">The text from the bracket on.</param>
    /// <param name="kind">What <see cref="KindOf"/> says of it.</param>
    /// <param name="unclosed">Names that were looked for in vain: looking again for each of a million would take for ever.</param>
    public static int SkipLength(ReadOnlySpan<char> text, TagKind kind, ref string? unclosed)
    {
        var open = Length(text);
        if (!kind.HasFlag(TagKind.Hidden) || text[1] == '/' || (open >= 2 && text[open - 2] == '/')) return open;
        var name = Name(text);
        if (unclosed is not null && unclosed.AsSpan().IndexOf(name, StringComparison.OrdinalIgnoreCase) >= 0) return open;
        for (var from = open; from < text.Length;)
        {
            var close = text[from..].IndexOf("</");
            if (close < 0) break;
            from += close;
            if (Name(text[from..]).Equals(name, StringComparison.OrdinalIgnoreCase)) return from + Length(text[from..]);
            from += 2;
        }

        unclosed = $"{unclosed} {name}";
        return open;
    }
}
