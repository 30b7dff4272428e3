using System.Buffers;

namespace Dateline.Formats.Xml;

/// <summary>The shapes of single tags. No piece of markup is read deeper than a tag: there is no tree to overflow.</summary>
internal static class Tag
{
    /// <summary>Names longer than this are no names, and the tag is text.</summary>
    public const int LongestName = 128;

    private static readonly SearchValues<char> Turns = SearchValues.Create("><\"'");

    /// <summary>
    /// How long the tag at the start of the text is; -1 if it does not end in it. A quote that never closes ends at
    /// the next bracket: no attribute of well-formed XML contains one.
    /// </summary>
    public static int Length(ReadOnlySpan<char> text)
    {
        for (var i = 1; ;)
        {
            var at = text[i..].IndexOfAny(Turns);
            if (at < 0) return -1;
            i += at;
            if (text[i] == '>') return i + 1;
            if (text[i] == '<') return i;
            if (!BeforeIsEquals(text, i))
            {
                i++;
                continue;
            }

            var close = text[(i + 1)..].IndexOfAny(text[i], '<');
            if (close < 0)
            {
                var bracket = text[i..].IndexOf('>');
                return bracket < 0 ? -1 : i + bracket + 1;
            }

            if (text[i + 1 + close] == '<')
            {
                var bracket = text.Slice(i, close + 1).IndexOf('>');
                return bracket < 0 ? i + 1 + close : i + bracket + 1;
            }

            i += close + 2;
        }
    }

    /// <summary>The qualified name that begins the text; empty if none does.</summary>
    public static ReadOnlySpan<char> Name(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !(char.IsLetter(text[0]) || text[0] is '_' or ':')) return default;
        var length = 1;
        while (length < text.Length && length <= LongestName && IsNameChar(text[length])) length++;
        return length > LongestName ? default : text[..length];
    }

    public static bool IsSelfClosing(ReadOnlySpan<char> tag) => tag is [.., '/', '>'];

    public static ReadOnlySpan<char> Prefix(ReadOnlySpan<char> name)
    {
        var colon = name.IndexOf(':');
        return colon < 0 ? default : name[..colon];
    }

    public static ReadOnlySpan<char> Local(ReadOnlySpan<char> name) => name[(name.LastIndexOf(':') + 1)..];

    /// <summary>Whether the text begins with this name and the name ends there.</summary>
    public static bool Names(ReadOnlySpan<char> text, ReadOnlySpan<char> name) =>
        text.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (text.Length == name.Length || !IsNameChar(text[name.Length]));

    private static bool IsNameChar(char c) =>
        char.IsAsciiLetterOrDigit(c) || c is ':' or '-' or '_' or '.' || (c > 127 && char.IsLetterOrDigit(c));

    private static bool BeforeIsEquals(ReadOnlySpan<char> text, int quote)
    {
        for (var i = quote - 1; i > 0; i--)
            if (!char.IsWhiteSpace(text[i])) return text[i] == '=';

        return false;
    }
}
