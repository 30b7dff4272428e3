using System.Text;
using System.Text.RegularExpressions;

namespace Dateline.Wire;

/// <summary>
/// Whether a file ends where its kind of document ends. Between two entries a feed that is cut has every entry whole, and only
/// this shows that it isn't all.
/// </summary>
internal static partial class DocumentEnd
{
    private const int Reach = 64 << 10;
    private const int LongestHead = 1_024;

    /// <summary>False: it has begun what it doesn't end. True also where nobody can tell, for plain text merely stops.</summary>
    public static bool IsThere(Stream document)
    {
        var bytes = Read(document, 0);
        var head = Letters(bytes);
        var tail = document.Length <= Reach ? head : Letters(Read(document, document.Length - Reach));
        var (begin, end) = (head.TrimStart(Before), tail.TrimEnd(Blank));
        var isWide = bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [_, 0, ..] or [0, _, ..];
        if (begin.Length == 0) return true;
        if (begin[0] == '<') return IsEndOfMarkup(begin, end);
        if (Json().IsMatch(begin)) return end.Length > 0 && end[^1] == (begin[0] == '{' ? '}' : ']') && (isWide || IsBalanced(document));
        if (Boundary().Match(head) is { Success: true, Groups: var found }) return tail.Contains($"--{found["is"].Value}--", StringComparison.Ordinal);
        return isWide || begin.AsSpan(0, Math.Min(begin.Length, LongestHead)).IndexOfAny('\u0001', '\u0002') < 0 || IsEndOfTelegram(tail);
    }

    private static readonly char[] Blank = [' ', '\t', '\r', '\n', '\0', '\u001A'];

    /// <summary>And byte order marks, byte by byte.</summary>
    private static readonly char[] Before = [.. Blank, '\u00EF', '\u00BB', '\u00BF', '\u00FF', '\u00FE'];

    /// <summary>With these a piece of a page begins, which ends with anything.</summary>
    private static readonly string[] Pieces = ["p", "div", "span", "h1", "h2", "h3", "article", "section", "main", "body", "head", "title", "b", "i", "em", "strong", "a", "img", "br", "hr", "table", "ul", "ol", "pre", "blockquote", "center", "font"];

    /// <summary>IPTC 7901, ANPA 1312: the text stands between STX and ETX; who lost these ends with NNNN or doesn't say.</summary>
    private static bool IsEndOfTelegram(string tail)
    {
        var (begun, ended) = (tail.LastIndexOfAny(['\u0001', '\u0002']), tail.LastIndexOfAny(['\u0003', '\u0004']));
        return ended > begun || begun < 0 || tail.AsSpan(begun).Trim("\u0001\u0002\r\n \0").EndsWith("NNNN");
    }

    private static bool IsEndOfMarkup(string begin, string end)
    {
        if (Root().Match(begin) is not { Success: true, Groups: var found }) return true;
        var root = found["root"].Value;
        if (!begin.StartsWith("<?xml", StringComparison.Ordinal) && Pieces.Contains(root, StringComparer.OrdinalIgnoreCase)) return true;
        while (end.EndsWith("-->", StringComparison.Ordinal) && end.LastIndexOf("<!--", StringComparison.Ordinal) is >= 0 and var note) end = end[..note].TrimEnd(Blank);
        var last = end.LastIndexOf('<');
        if (last < 0 || end[^1] != '>') return false;
        var tag = end.AsSpan(last + 1, end.Length - last - 2);
        return tag.StartsWith("/") ? tag[1..].Trim().Equals(root, StringComparison.OrdinalIgnoreCase) : tag.EndsWith("/") && tag.StartsWith(root, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsBalanced(Stream document)
    {
        var (depth, isText, isEscaped) = (0, false, false);
        var buffer = new byte[Reach];
        document.Position = 0;
        for (int read; (read = document.Read(buffer)) > 0;)
        {
            foreach (var one in buffer.AsSpan(0, read))
            {
                if (isEscaped) isEscaped = false;
                else if (isText) (isText, isEscaped) = (one != '"', one == '\\');
                else if (one == '"') isText = true;
                else if (one is (byte)'{' or (byte)'[') depth++;
                else if (one is (byte)'}' or (byte)']') depth--;
            }
        }
        return depth == 0 && !isText;
    }

    private static byte[] Read(Stream document, long from)
    {
        var bytes = new byte[Reach];
        document.Position = from;
        return bytes[..document.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
    }

    /// <summary>All that is looked for is ASCII, which every encoding has alike but for UTF-16's zeros.</summary>
    private static string Letters(byte[] bytes) => Encoding.Latin1.GetString(bytes).Replace("\0", "", StringComparison.Ordinal);

    /// <summary>RFC 2046, section 5.1.1; its parameters may stand on lines of their own.</summary>
    [GeneratedRegex("""^content-type:\s*multipart/([^\r\n]|\r?\n[ \t])*?boundary\s*=\s*"?(?<is>[^"\s;]+)""", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Boundary();

    /// <summary>No text begins so.</summary>
    [GeneratedRegex("""^(\{\s*["}]|\[\s*[{\["\]])""", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Json();

    /// <summary>The first element, behind declarations, comments and the document type.</summary>
    [GeneratedRegex("""^(\s|<\?.*?\?>|<!--.*?-->|<![A-Za-z][^>\[]*(\[.*?\]\s*)?>)*<(?<root>[A-Za-z_][^\s/>]*)""", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Root();
}
