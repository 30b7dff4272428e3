using System.Text;

namespace Dateline.Formats.Text;

/// <summary>
/// Which encoding a document is in: byte order mark, then its own declaration, then the transport's, then whether
/// the bytes are UTF-8, then the one in which they make words, then windows-1252. Where a single-byte declaration meets bytes
/// that are plainly UTF-8, the bytes win: no text in such an encoding is valid UTF-8 by accident.
/// </summary>
internal readonly record struct Charset(Encoding Encoding, int MarkLength, string? Repair)
{
    private static readonly System.Buffers.SearchValues<char> AfterValue = System.Buffers.SearchValues.Create(" \t\r\n\"';/");

    /// <summary>The text was taken for windows-1252 once and encoded again; see <see cref="TwiceEncoded"/>.</summary>
    public bool IsTwice { get; private init; }

    private const int DeclarationReach = 2048;
    private const int PageReach = 8192;
    private const int WesternPage = 1252;

    public static Charset Choose(ReadOnlySpan<byte> head, string? transport)
    {
        if (Marked(head) is { } marked) return marked;
        if (Wide(head) is { } wide) return new(wide, 0, null);

        var declared = Declared(head);
        var named = Find(declared) ?? Find(transport);
        var isUtf8 = LooksUtf8(head, out var beyondAscii);
        if (named is null or { IsSingleByte: false, CodePage: 65001 or 1200 or 1201 or 12000 or 12001 })
        {
            // Declared UTF-16 in a document whose bytes are not: it was transcoded, and nobody told the declaration.
            // Bytes that are not UTF-8 are read by the fallback one by one, wherever in the document they come.
            if (!isUtf8 && IsMostlyStray(head) && CharsetGuess.Of(head) is { } guessed) return Guessed(guessed);
            if (!beyondAscii && CharsetGuess.Of(head) is { } escaped) return Guessed(escaped);
            var repair = named is null && declared is not null ? "The declared encoding is unknown." : null;
            var isTwice = isUtf8 && beyondAscii && TwiceEncoded.Is(Encoding.UTF8.GetString(head));
            return new(Utf8With(named is { CodePage: 65001 } ? Find(transport) : null), 0, isTwice ? "The text was encoded in UTF-8 twice." : repair) { IsTwice = isTwice };
        }

        if (named.IsSingleByte && isUtf8 && beyondAscii)
            return new(Utf8With(named), 0, $"Declared as {named.WebName}, but written in UTF-8.");

        // What is declared as the West's own is often only what the program always declares.
        if (named.CodePage == WesternPage && CharsetGuess.Of(head) is { } other) return Guessed(other);
        return new(Windows(named, head), 0, null);
    }

    private static Charset Guessed(Encoding encoding) => new(encoding, 0, $"The encoding is not the declared one; the words are those of {encoding.WebName}.");

    // ISO 8859's own C1 controls are in no text: with them it is Windows' variant.
    private static Encoding Windows(Encoding named, ReadOnlySpan<byte> head) => named.WebName switch
    {
        "iso-8859-2" when head.ContainsAnyInRange((byte)0x80, (byte)0x9F) && CharsetGuess.Prefers(head, "windows-1250", "iso-8859-2") => Find("windows-1250")!,
        "iso-8859-7" when head.ContainsAnyInRange((byte)0x80, (byte)0x9F) => Find("windows-1253")!,
        "iso-8859-8" or "iso-8859-8-i" => Find("windows-1255")!,
        "iso-8859-13" when head.ContainsAnyInRange((byte)0x80, (byte)0x9F) => Find("windows-1257")!,
        "iso-8859-15" when head.ContainsAnyInRange((byte)0x80, (byte)0x9F) => Find("windows-1252")!,
        _ => named,
    };

    private static Charset? Marked(ReadOnlySpan<byte> head) => head switch
    {
        [0xEF, 0xBB, 0xBF, ..] => new(Utf8With(null), 3, null),
        [0xFF, 0xFE, 0, 0, ..] => new(new UTF32Encoding(bigEndian: false, byteOrderMark: false), 4, null),
        [0, 0, 0xFE, 0xFF, ..] => new(new UTF32Encoding(bigEndian: true, byteOrderMark: false), 4, null),
        [0xFF, 0xFE, ..] => new(Encoding.Unicode, 2, null),
        [0xFE, 0xFF, ..] => new(Encoding.BigEndianUnicode, 2, null),
        _ => null,
    };

    // XML 1.0 appendix F: the first characters are known to be ASCII, so the zero bytes tell the width.
    private static Encoding? Wide(ReadOnlySpan<byte> head) => head switch
    {
        [(byte)'<' or (byte)'{' or (byte)'\n' or (byte)' ', 0, not 0, 0, ..] => Encoding.Unicode,
        [0, (byte)'<' or (byte)'{' or (byte)'\n' or (byte)' ', 0, not 0, ..] => Encoding.BigEndianUnicode,
        _ => WideByZeros(head),
    };

    // Any other text: every other byte of it is zero as long as it is Latin.
    private static Encoding? WideByZeros(ReadOnlySpan<byte> head)
    {
        const int Looked = 256;
        head = head[..(Math.Min(head.Length, Looked) & ~1)];
        var (even, odd) = (0, 0);
        for (var i = 0; i + 1 < head.Length; i += 2)
        {
            if (head[i] == 0) even++;
            if (head[i + 1] == 0) odd++;
        }

        return head.Length < 16 ? null : odd > head.Length / 3 && even == 0 ? Encoding.Unicode : even > head.Length / 3 && odd == 0 ? Encoding.BigEndianUnicode : null;
    }

    private static string? Declared(ReadOnlySpan<byte> head)
    {
        var page = head[..Math.Min(head.Length, PageReach)];
        head = head[..Math.Min(head.Length, DeclarationReach)];
        var start = head.IndexOf("<?xml"u8);
        if (start < 0) return DeclaredInPage(page);
        head = head[start..];
        var end = head.IndexOf((byte)'>');
        if (end > 0) head = head[..end];
        var at = head.IndexOf("encoding"u8);
        if (at < 0) return null;
        var value = head[(at + 8)..].TrimStart(" \t\r\n="u8);
        if (value is not [(byte)'"' or (byte)'\'', ..]) return null;
        var close = value[1..].IndexOf(value[0]);
        return close is > 0 and < 40 ? Encoding.ASCII.GetString(value.Slice(1, close)) : null;
    }

    // HTML Standard, "prescan a byte stream": <meta charset=…> or http-equiv; written in ASCII whatever follows.
    private static string? DeclaredInPage(ReadOnlySpan<byte> head)
    {
        var text = Encoding.ASCII.GetString(head);
        if (!text.Contains("<html", StringComparison.OrdinalIgnoreCase) && !text.Contains("<head", StringComparison.OrdinalIgnoreCase) && !text.TrimStart('?', ' ', '\n', '\r').StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)) return null;
        for (var at = text.IndexOf("<meta", StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf("<meta", at + 5, StringComparison.OrdinalIgnoreCase))
        {
            var end = text.IndexOf('>', at);
            if (end < 0) return null;
            var tag = text.AsSpan(at, end - at);
            var named = tag.IndexOf("charset", StringComparison.OrdinalIgnoreCase);
            if (named < 0) continue;
            var value = tag[(named + 7)..].TrimStart(" \t\r\n=\"'");
            var close = value.IndexOfAny(AfterValue);
            if (close >= 0) value = value[..close];
            if (value.Length is > 2 and < 40) return value.ToString();
        }

        return null;
    }

    /// <summary>The encoding of a name, with the substitutions of the WHATWG Encoding Standard; null if unknown.</summary>
    internal static Encoding? Find(string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) return null;
        var plain = name.Trim().Trim('"', '\'').ToLowerInvariant();
        plain = plain switch
        {
            "utf8" or "unicode-1-1-utf-8" => "utf-8",
            "iso-8859-1" or "latin1" or "latin-1" or "iso8859-1" or "us-ascii" or "ascii" or "cp1252" or "ansi" => "windows-1252",
            "iso-8859-9" or "latin5" or "cp1254" => "windows-1254",
            "iso-8859-11" or "tis-620" => "windows-874",
            "cp1251" or "win-1251" => "windows-1251",
            "cp1256" or "win-1256" => "windows-1256",
            "gb2312" or "gbk" or "gb_2312-80" => "gb18030",
            "sjis" or "shift-jis" or "x-sjis" or "windows-31j" => "shift_jis",
            "euc-kr" or "ks_c_5601-1987" or "ksc5601" => "ks_c_5601-1987",
            "big5-hkscs" => "big5",
            _ => plain,
        };
        if (plain.StartsWith("utf-7", StringComparison.Ordinal)) return null;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(plain) ?? Encoding.GetEncoding(plain);
        }
        catch (ArgumentException)
        {
            return null;    // the framework knows no other way to say "unknown"
        }
    }

    private static UTF8Encoding Utf8With(Encoding? forTheRest)
    {
        var encoding = (UTF8Encoding)new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).Clone();
        encoding.DecoderFallback = new ByteFallback(forTheRest is { IsSingleByte: true } ? forTheRest : CodePagesEncodingProvider.Instance.GetEncoding(1252)!);
        return encoding;
    }

    // A part in another encoding pasted into UTF-8 is not another encoding of the whole.
    private static bool IsMostlyStray(ReadOnlySpan<byte> head)
    {
        var (stray, proper) = (0, 0);
        while (!head.IsEmpty)
        {
            var high = head.IndexOfAnyExceptInRange((byte)0, (byte)127);
            if (high < 0) break;
            head = head[high..];
            if (Rune.DecodeFromUtf8(head, out _, out var used) == System.Buffers.OperationStatus.Done) proper++;
            else stray++;
            head = head[used..];
        }

        return stray > proper;
    }

    private static bool LooksUtf8(ReadOnlySpan<byte> head, out bool beyondAscii)
    {
        beyondAscii = head.ContainsAnyExceptInRange((byte)0, (byte)127);
        if (System.Text.Unicode.Utf8.IsValid(head)) return true;

        // The head may end within a character.
        for (var cut = 1; cut <= 3 && cut < head.Length; cut++)
            if (head[^cut] >= 0xC0) return System.Text.Unicode.Utf8.IsValid(head[..^cut]);

        return false;
    }
}
