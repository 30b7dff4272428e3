using System.Buffers;
using System.Globalization;
using AngleSharp.Html;

namespace Dateline.Formats.Text;

/// <summary>Character data of XML and HTML: references, and the characters that may not be there at all.</summary>
internal static class XmlText
{
    private const int LongestEntity = 32;

    // XML 1.0 section 2.2 leaves these out; \r is here because section 2.11 turns it into \n.
    private static readonly char[] Odd =
        [.. Enumerable.Range(0, 32).Where(c => c is not ('\t' or '\n')).Select(c => (char)c), '\uFFFE', '\uFFFF'];

    private static readonly SearchValues<char> OddChars = SearchValues.Create(Odd);
    private static readonly SearchValues<char> OddCharsAndReferences = SearchValues.Create([.. Odd, '&']);

    /// <summary>Whether text between tags is what it says, but for tags.</summary>
    public static bool IsPlain(ReadOnlySpan<char> raw) => !raw.ContainsAny(OddCharsAndReferences);

    /// <summary>Text as it stands between tags: references resolved (only those of XML and HTML, never a DTD's).</summary>
    public static string Decode(ReadOnlySpan<char> raw, RepairList repairs) => Rewrite(raw, OddCharsAndReferences, repairs);

    /// <summary>Text as it stands in CDATA: no references there.</summary>
    public static string Clean(ReadOnlySpan<char> raw, RepairList? repairs = null) => Rewrite(raw, OddChars, repairs);

    /// <summary>What may be written into XML: lone surrogates go too, which decoded input cannot have.</summary>
    public static string Legal(string text)
    {
        var legal = text.AsSpan().ContainsAny(OddChars) ? Clean(text) : text;
        var first = LoneSurrogate(legal, 0);
        if (first < 0) return legal;
        var chars = legal.ToCharArray();
        for (var at = first; at >= 0; at = LoneSurrogate(chars, at)) chars[at] = '\uFFFD';
        return new string(chars);
    }

    private static int LoneSurrogate(ReadOnlySpan<char> text, int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            var next = text[i..].IndexOfAnyInRange('\uD800', '\uDFFF');
            if (next < 0) return -1;
            i += next;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return i;
            i++;
        }

        return -1;
    }

    private static string Rewrite(ReadOnlySpan<char> raw, SearchValues<char> special, RepairList? repairs)
    {
        var next = raw.IndexOfAny(special);
        if (next < 0) return raw.Length == 0 ? "" : new string(raw);

        // Rewriting never lengthens: the shortest reference, &lt;, has four characters, the longest result two.
        var rented = ArrayPool<char>.Shared.Rent(raw.Length);
        var length = 0;
        while (next >= 0)
        {
            raw[..next].CopyTo(rented.AsSpan(length));
            length += next;
            raw = raw[next..];
            var consumed = raw[0] == '&' ? Reference(raw, rented.AsSpan(length), out var written, repairs) : Control(raw, rented.AsSpan(length), out written, repairs);
            length += written;
            raw = raw[consumed..];
            next = raw.IndexOfAny(special);
        }

        raw.CopyTo(rented.AsSpan(length));
        length += raw.Length;
        var text = new string(rented, 0, length);
        ArrayPool<char>.Shared.Return(rented);
        return text;
    }

    private static int Control(ReadOnlySpan<char> raw, Span<char> target, out int written, RepairList? repairs)
    {
        written = 0;
        if (raw[0] != '\r')
        {
            repairs?.Add("Characters that are not allowed in XML were removed.");
            return 1;
        }

        target[0] = '\n';
        written = 1;
        return raw.Length > 1 && raw[1] == '\n' ? 2 : 1;
    }

    /// <summary>Reads the reference at the start of <paramref name="raw"/>; what is none stays as it is.</summary>
    internal static int Reference(ReadOnlySpan<char> raw, Span<char> target, out int written, RepairList? repairs)
    {
        var end = raw[..Math.Min(raw.Length, LongestEntity + 2)].IndexOf(';');
        if (end > 2 && raw[1] == '#' && TryNumber(raw[2..end], out var code))
        {
            if (code is >= 0xD800 and <= 0xDBFF && TryLowSurrogate(raw[(end + 1)..], out var low, out var more))
            {
                // Two references for one character: UTF-16 units, written by programs that think in them.
                target[0] = (char)code;
                target[1] = low;
                written = 2;
                repairs?.Add("A character written as two surrogate references was put together.");
                return end + 1 + more;
            }

            written = Character(code, target, repairs);
            return end + 1;
        }

        if (end > 1 && Named(raw[1..end]) is { } text && text.Length <= end + 1)
        {
            text.CopyTo(target);
            written = text.Length;
            return end + 1;
        }

        repairs?.Add("A bare ampersand was read as itself.");
        target[0] = '&';
        written = 1;
        return 1;
    }

    private static string? Named(ReadOnlySpan<char> name) => name switch
    {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        "nbsp" => "\u00A0",
        _ => char.IsAsciiLetter(name[0]) && IsName(name) ? HtmlEntityProvider.Resolver.GetSymbol(string.Concat(name, ";")) : null,
    };

    private static bool IsName(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
            if (!char.IsAsciiLetterOrDigit(c)) return false;

        return true;
    }

    private static bool TryNumber(ReadOnlySpan<char> digits, out int code)
    {
        code = 0;
        if (digits.Length is 0 or > 9) return false;
        return digits[0] is 'x' or 'X'
            ? int.TryParse(digits[1..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out code) && code >= 0
            : int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out code);
    }

    private static bool TryLowSurrogate(ReadOnlySpan<char> raw, out char low, out int length)
    {
        low = '\0';
        length = 0;
        if (!raw.StartsWith("&#")) return false;
        var end = raw[..Math.Min(raw.Length, 12)].IndexOf(';');
        if (end < 3 || !TryNumber(raw[2..end], out var code) || code is < 0xDC00 or > 0xDFFF) return false;
        low = (char)code;
        length = end + 1;
        return true;
    }

    // HTML Standard, "numeric character reference end state": C1 controls mean windows-1252.
    private static ReadOnlySpan<char> Windows1252 =>
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F" +
        "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    private static int Character(int code, Span<char> target, RepairList? repairs)
    {
        switch (code)
        {
            case '\r':
                target[0] = '\n';
                return 1;
            case >= 0x80 and <= 0x9F:
                target[0] = Windows1252[code - 0x80];
                return 1;
            case < 0x20 and not ('\t' or '\n') or 0xFFFE or 0xFFFF:
                repairs?.Add("Characters that are not allowed in XML were removed.");
                return 0;
            case >= 0xD800 and <= 0xDFFF or > 0x10FFFF:
                repairs?.Add("A reference to no character was replaced by the replacement character.");
                target[0] = '\uFFFD';
                return 1;
            case < 0x10000:
                target[0] = (char)code;
                return 1;
            default:
                return new System.Text.Rune(code).EncodeToUtf16(target);
        }
    }
}
