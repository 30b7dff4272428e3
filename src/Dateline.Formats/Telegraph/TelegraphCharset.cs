using System.Globalization;
using System.Text;
using Dateline.Formats.Text;

namespace Dateline.Formats.Telegraph;

/// <summary>
/// In which of the eight-bit sets a message is written: none of these formats says. Each candidate is read, and the
/// one whose letters stand as letters stand in words is taken; of equals the first.
/// </summary>
internal static class TelegraphCharset
{
    private const int Sample = 16 * 1024;
    private const int MostRated = 2000;

    private static readonly Func<byte[], string>[] Latin =
        [Page(1252), Page(850), Page(437), Page(10000), b => Iso6937.Decode(b), Page(1250), Page(28592)];

    private static readonly Func<byte[], string>[] Others = [Page(1251), Page(20866), Page(866), Page(1256), Page(1253), Page(1255)];

    public static string Decode(ReadOnlySpan<byte> bytes, string? declared)
    {
        if (!bytes.ContainsAnyExceptInRange((byte)0, (byte)127)) return German(Encoding.ASCII.GetString(bytes));
        if (System.Text.Unicode.Utf8.IsValid(bytes)) return Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');
        if (Charset.Find(declared) is { IsSingleByte: true } named) return named.GetString(bytes);

        var sample = bytes[..Math.Min(bytes.Length, Sample)].ToArray();
        if (CentralEuropean(sample) is { } central) return central.GetString(bytes);
        var letters = sample.Count(b => char.IsAsciiLetter((char)b));
        var high = sample.Count(b => b >= 128);
        var candidates = high > letters / 2 ? [.. Others, .. Latin] : Latin;
        var best = candidates.MaxBy(decode => Rate(decode(sample)))!;
        return best(bytes.ToArray());
    }

    // Polish, Czech, Hungarian: all that tells ISO 8859-2 from the West's set is that no Western language has all of these letters.
    private static Encoding? CentralEuropean(byte[] sample) =>
        CharsetGuess.Of(sample) is { WebName: "windows-1250" or "iso-8859-2" } guessed ? guessed : null;

    private static Func<byte[], string> Page(int page) => bytes => CodePagesEncodingProvider.Instance.GetEncoding(page)!.GetString(bytes);

    private static double Rate(string text)
    {
        const int Certain = 5;
        var (sum, count) = (0, 0);
        var isEnglish = IsEnglish(text);
        for (var i = 0; i < text.Length && count < MostRated; i++)
        {
            if (text[i] < 128) continue;
            count++;
            var (before, after) = (i > 0 ? text[i - 1] : ' ', i + 1 < text.Length ? text[i + 1] : ' ');
            sum += isEnglish && MarkOfEnglish(text, i, before, after) ? Certain : Rate(before, text[i], after);
        }

        return count == 0 ? 0 : (double)sum / count;
    }

    // English has nearly no letters beyond ASCII: where it's written, a typographer's sign in its proper place is what the byte means.
    private static bool IsEnglish(string text)
    {
        const int Density = 120;
        var words = text.AsSpan().Count(" the ") + text.AsSpan().Count("The ");
        if (words == 0) return false;
        foreach (var word in (ReadOnlySpan<string>)[" of ", " and ", " to ", " in ", " said", " on ", " is ", " was ", " for ", " they "]) words += text.AsSpan().Count(word);
        return words >= 2 && words * Density > text.Length;
    }

    private static bool MarkOfEnglish(string text, int at, char before, char after) => text[at] switch
    {
        '’' => char.IsLetterOrDigit(before) && (!char.IsLetter(after) || EndsContraction(text.AsSpan(at + 1))),
        '“' or '‘' => !char.IsLetterOrDigit(before) && (char.IsLetterOrDigit(after) || after is '‘' or '“' or '…' or '£' or '€'),
        '”' => !char.IsWhiteSpace(before) && !char.IsLetterOrDigit(after),
        '£' or '€' => !char.IsLetter(before) && char.IsAsciiDigit(after),
        '…' => !char.IsLetter(before) || !char.IsLetter(after),
        '–' or '—' => char.IsWhiteSpace(before) == char.IsWhiteSpace(after) && !(char.IsLower(before) && char.IsLower(after) && text[at] == '–'),
        '•' => char.IsWhiteSpace(after),
        _ => false,
    };

    // it’s, they’re, don’t; o’clock and O’Brien are rated as letters are.
    private static bool EndsContraction(ReadOnlySpan<char> text)
    {
        foreach (var end in (ReadOnlySpan<string>)["s", "t", "re", "ve", "ll", "d", "m"])
            if (text.StartsWith(end) && (text.Length == end.Length || !char.IsLetter(text[end.Length]))) return true;

        return false;
    }

    private static int Rate(char before, char c, char after)
    {
        if (c == '\u00AD') return char.IsLetter(before) ? 4 : 0;
        if (c is '€' or '£' && (char.IsAsciiDigit(after) || char.IsAsciiDigit(before))) return 4;
        if (c == '’' && IsElision(before, after)) return 5;
        if (c == 'Ł' && char.IsAsciiDigit(after)) return -2;
        var inWord = char.IsLetter(before) || char.IsLetter(after);
        switch (char.GetUnicodeCategory(c))
        {
            case UnicodeCategory.LowercaseLetter:
                // Letters that the languages of the wires use; others are letters of some other set misread.
                var usual = "àáâãäåæçèéêëìíîïñòóôõöøùúûüýßœšžčřěůąęłńśźżőűțșăđğış".Contains(c, StringComparison.Ordinal);
                var sameScript = c > 0x2FF && (IsSame(before, c) || IsSame(after, c));
                return char.IsUpper(after) ? -2 : usual && inWord ? 4 : sameScript ? 4 : usual ? 2 : -1;
            case UnicodeCategory.UppercaseLetter:
                return char.IsLower(before) ? -3 : c > 0x2FF ? (IsSame(after, c) ? (char.IsLower(after) ? 4 : 3) : IsSame(before, c) ? 3 : 1) : inWord || !char.IsLetter(before) ? 3 : 1;
            case UnicodeCategory.OtherLetter:
                return c is 'ª' or 'º' ? (inWord ? -2 : 1) : IsSame(before, c) || IsSame(after, c) ? 4 : 0;
            case UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.DashPunctuation:
                return char.IsLetter(before) && char.IsLetter(after) && c != '’' ? -2 : 2;
            case UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse:
                return -6;
            case UnicodeCategory.SpaceSeparator:
                return 1;
            default:
                return c is '\uFFFD' ? -8 : c is >= '\u2500' and <= '\u25FF' ? -4 : char.IsLetter(before) && char.IsLetter(after) ? -3 : c is '€' or '£' or '§' or '°' or '¿' or '¡' or '•' or '…' ? 2 : 0;
        }
    }

    // l’eau, d’une, dell’acqua
    private static bool IsElision(char before, char after) => before is 'l' or 'L' or 'd' or 'D' or 'n' or 's' or 'j' or 'J' or 'c' or 'C' or 'u' && "aeiouhéèêàAEIOUHÉÈÀ".Contains(after, StringComparison.Ordinal);

    private static bool IsSame(char neighbour, char c) => neighbour > 0x2FF && char.IsLetter(neighbour) && neighbour >> 8 == c >> 8;

    /// <summary>
    /// DIN 66003, the seven-bit German of the telex age: umlauts where ASCII has brackets. Only where brackets stand
    /// inside words, and nothing else speaks for real ones.
    /// </summary>
    private static string German(string text)
    {
        const string Ascii = "{|}~[\\]";
        const string Din = "äöüßÄÖÜ";
        var (inside, outside) = (0, 0);
        for (var i = 1; i + 1 < text.Length; i++)
        {
            if (!Ascii.Contains(text[i], StringComparison.Ordinal)) continue;
            if (char.IsAsciiLetter(text[i - 1]) && char.IsAsciiLetterLower(text[i + 1]) || (text[i] == '~' && char.IsAsciiLetterLower(text[i - 1]))) inside++;
            else if (!char.IsAsciiLetterLower(text[i + 1])) outside++;
        }

        if (inside < 3 || outside > inside / 4) return text;
        var chars = text.ToCharArray();
        for (var i = 0; i < chars.Length; i++)
            if (Ascii.IndexOf(chars[i], StringComparison.Ordinal) is >= 0 and var at) chars[i] = Din[at];

        return new string(chars);
    }
}
