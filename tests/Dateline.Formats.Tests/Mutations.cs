using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Dateline.Formats.Tests;

/// <summary>
/// Documents as nobody writes them, made of documents as they are: what has a structure is spliced, repeated, nested, swapped and
/// cut along it. The same seed makes the same document.
/// </summary>
internal sealed partial class Mutations(int seed)
{
    public const int Largest = 1 << 20;

    private const int Many = 10_000;

    private readonly Random random = new(seed);

    private static readonly Encoding[] Encodings = [.. new[] { "windows-1251", "windows-1256", "iso-8859-1", "utf-16", "utf-16BE", "utf-32", "shift_jis", "gb18030", "big5", "euc-kr", "euc-jp", "koi8-r", "ibm850", "macintosh", "utf-7" }.Select(Named)];

    // Noughts of other scripts, one of them beyond the first plane.
    private static readonly string[] Noughts = ["٠", "۰", "०", "০", "๐", "０", "߀", "𝟎", "\U0001E950"];

    // From where the letters a to z are counted.
    private static readonly int[] Scripts = ['а', 'א', 'ا', 'ア', '가', '一', 'ａ', 'ა', 0x1D41A, 'İ', 'ß', '̀'];

    private static readonly string[] Numbers = ["0", "-0", "-1", "2147483648", "9223372036854775808", "1e999", "-1e-999", "0x7fffffff", "00000000000000000000000000001", new string('9', 400), "NaN", "1.7976931348623157E+309", "٣", "½", "Ⅷ", "²"];

    private static readonly string[] Dates =
    [
        "0001-01-01T00:00:00Z", "9999-12-31T23:59:60-14:00", "0000-00-00", "2026-02-30", "31 Feb 99", "Mon, 16 Nov 12026 08:30:00 +9999", "20261332T996199Z", "1.1.1", "Freitag, der 13.", "ششم", "2569年11月16日", "-292277022399-01-01", "١٦ نوفمبر ٢٠٢٦", "Nov 31", "24:00", "99:99:99.999999999999",
    ];

    private static readonly string[] Poison =
    [
        "\0", "\u0001\u0002\u0003\u0004", "\uD800", "\uDC00x", "\uFFFE", "\u202E", "\u2028", "\u0085", "\uFEFF", "<!DOCTYPE x [<!ENTITY a \"&a;&a;\">]>", "&a;&#0;&#xD800;&#x110000;&#99999999999;", "<![CDATA[", "]]>", "<!--", "-->", "<?", "\\u0000\\ud800", "\"", "'", "{", "}", "[", "]", "</", "<", ">", ":", ",", "\r\n\r\n", "\nFrom x\n", "--", "=?utf-8?B?////?=", "=?x?Q?=ZZ?=",
        "xmlns=\"\"", "xml:base=\"http://[\"", "(AP) -", "(Reuters) — ", "EMBARGOED UNTIL ", "UPDATE 99999999999-", "[vc_row]", "[caption ", "By ", "©", "Source: ",
    ];

    /// <summary>One to four changes, of one sample and another.</summary>
    public byte[] Of(byte[] sample, byte[] other)
    {
        var text = Encoding.UTF8.GetString(sample);
        for (var changes = random.Next(1, 5); changes > 0; changes--) text = Changed(text, other);
        if (text.Length > Largest) text = text[..Largest];
        var bytes = random.Next(6) == 0 ? Encodings[random.Next(Encodings.Length)].GetBytes(text) : Encoding.UTF8.GetBytes(text);

        // Anywhere, so also within a letter.
        return random.Next(4) == 0 ? bytes[..random.Next(bytes.Length + 1)] : bytes;
    }

    private string Changed(string text, byte[] other)
    {
        switch (random.Next(16))
        {
            case 0: return Splice(text, Encoding.UTF8.GetString(other));
            case 1: return Between(text, piece => Repeated(piece, Many));
            case 2: return Between(text, piece => Nested(piece, Many));
            case 3: return Digits(text, Noughts[random.Next(Noughts.Length)]);
            case 4: return Letters(text, Scripts[random.Next(Scripts.Length)]);
            case 5: return Each(text, Attributes, piece => random.Next(3) switch { 0 => "", 1 => piece + piece, _ => piece });
            case 6: return Each(text, Attributes, piece => random.Next(40) == 0 ? Repeated(piece, Many / 4) : piece);
            case 7: return Each(text, Digit, piece => random.Next(6) == 0 ? Numbers[random.Next(Numbers.Length)] : piece);
            case 8: return Each(text, DateLike, _ => Dates[random.Next(Dates.Length)]);
            case 9: return Each(text, Element, piece => random.Next(8) == 0 ? random.Next(2) == 0 ? "" : piece + piece : piece);
            case 10: return Each(text, Tags, piece => random.Next(10) == 0 ? "" : piece);
            case 11: return text.Insert(random.Next(text.Length + 1), Poison[random.Next(Poison.Length)]);
            case 12: return text.Insert(random.Next(text.Length + 1), Repeated(Poison[random.Next(Poison.Length)], Many));
            case 13: return text.Replace(random.Next(2) == 0 ? "\n" : " ", random.Next(4) switch { 0 => "", 1 => "\r", 2 => "\u00A0\t", _ => "\n\n" }, StringComparison.Ordinal);
            case 14: return random.Next(2) == 0 ? text.ToUpperInvariant() : System.Net.WebUtility.HtmlEncode(text[..Math.Min(text.Length, Largest / 8)]);
            default: return Between(text, piece => random.Next(3) switch { 0 => "", 1 => Scrambled(piece), _ => piece.Replace(' ', 'x') });
        }
    }

    private string Splice(string one, string two)
    {
        var (first, second) = (Tags.Matches(one), Tags.Matches(two));
        var end = first.Count > 0 ? first[random.Next(first.Count)].Index : random.Next(one.Length + 1);
        var start = second.Count > 0 ? second[random.Next(second.Count)].Index : random.Next(two.Length + 1);
        return random.Next(2) == 0 ? one[..end] + two[start..] : one[..end] + two[start..] + one[end..];
    }

    // An element, a member or object of JSON, a line: whatever is found first from somewhere on.
    private string Between(string text, Func<string, string> change)
    {
        var from = random.Next(text.Length + 1);
        const int Reach = 20_000;
        if (Piece.Match(text, from, Math.Min(Reach, text.Length - from)) is not { Success: true } piece) return text;
        return text[..piece.Index] + change(piece.Value) + text[(piece.Index + piece.Length)..];
    }

    private static string Repeated(string piece, int times) =>
        piece.Length == 0 ? "" : new StringBuilder().Insert(0, piece, Math.Clamp(Largest / piece.Length, 1, times)).ToString();

    private static string Nested(string piece, int times)
    {
        var tag = Tags.Match(piece) is { Success: true, Value: var found } ? found : piece.Contains('{', StringComparison.Ordinal) ? "{\"a\":[" : "(";
        var close = tag[0] == '<' ? "</" + tag[1..].Split(' ', '>', '/')[0] + ">" : tag[0] == '{' ? "]}" : ")";
        return Repeated(tag, times) + piece + Repeated(close, times);
    }

    private static string Digits(string text, string nought) =>
        string.Concat(text.Select(c => char.IsAsciiDigit(c) ? char.ConvertFromUtf32(char.ConvertToUtf32(nought, 0) + c - '0') : c.ToString()));

    // In the text between the tags, or in all of it.
    private string Letters(string text, int first)
    {
        var tags = random.Next(4) == 0;
        var inTag = false;
        var all = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '<' or '>') inTag = c == '<';
            if (char.IsAsciiLetter(c) && (tags || !inTag)) all.Append(char.ConvertFromUtf32(first + (c | 32) - 'a'));
            else all.Append(c);
        }

        return all.ToString();
    }

    private string Scrambled(string piece)
    {
        var chars = piece.ToCharArray();
        random.Shuffle(chars);
        return new string(chars);
    }

    private static string Each(string text, Regex pattern, Func<string, string> change)
    {
        var grown = text.Length;
        return pattern.Replace(text, match =>
        {
            var changed = grown > Largest ? match.Value : change(match.Value);
            grown += changed.Length - match.Length;
            return changed;
        });
    }

    private static Encoding Named(string name) =>
#pragma warning disable SYSLIB0001 // nobody should write it, and some did
        name == "utf-7" ? Encoding.UTF7 : CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
#pragma warning restore SYSLIB0001

    private const RegexOptions Plain = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    [GeneratedRegex("<[^<>]*>", Plain, 10_000)]
    private static partial Regex Tags { get; }

    [GeneratedRegex(@"\s[\w:-]+=(""[^""]*""|'[^']*')|""[^""]*""\s*:", Plain, 10_000)]
    private static partial Regex Attributes { get; }

    [GeneratedRegex(@"\d+", Plain, 10_000)]
    private static partial Regex Digit { get; }

    [GeneratedRegex(@"\d{4}-\d\d-\d\d[\dT:.Z+-]*|\d{8}T\d{6}\S*|\w{3}, \d{1,2} \w{3} \d{4}[ \d:]*", Plain, 10_000)]
    private static partial Regex DateLike { get; }

    [GeneratedRegex(@"<(?<n>[\w:-]+)[^<>]*>[^<>]*</\k<n>>|""[^""]*""\s*:\s*(""[^""]*""|\d+),?|^.*\n", Plain | RegexOptions.Multiline, 10_000)]
    private static partial Regex Element { get; }

    [GeneratedRegex(@"<(?<n>[\w:-]+)[^<>]*>((?!<\k<n>\b).){0,200}?</\k<n>>|<[^<>]*>|\{[^{}]*\},?|""[^""]*""\s*:\s*(""[^""]*""|\d+),?|[^\n]*\n", Plain | RegexOptions.Singleline, 10_000)]
    private static partial Regex Piece { get; }
}
