using System.Globalization;

namespace Dateline.Wire.Groups;

/// <summary>
/// Letters folded to one form for comparing texts: lower case, Arabic and Persian spellings of one letter alike, digits of any
/// script ASCII; vowel signs, joiners, soft hyphens and the invisible characters of C2PA text manifests (U+FEFF, U+FE00–FE0F,
/// U+E0100–E01EF) are nothing at all. A table, because it is asked for every character that comes.
/// </summary>
internal static class Letters
{
    /// <summary>Ends a word.</summary>
    public const char Gap = '\0';

    /// <summary>Isn't there.</summary>
    public const char Nothing = '\u0001';

    private static readonly char[] Folded = Table();

    public static char Fold(char letter) => Folded[letter];

    /// <summary>Written without spaces between words: compared by pairs.</summary>
    public static bool IsUnspaced(char letter) => letter >= '\u1100' && letter
        is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7AF') or (>= '\u1100' and <= '\u11FF')
        or (>= '\uD840' and <= '\uD8BF'); // the high half of an ideograph of plane 2 or 3

    /// <summary>A letter of a script that has no capitals, so that names can't be told by them.</summary>
    public static bool HasNoCase(char letter) => char.GetUnicodeCategory(letter) is UnicodeCategory.OtherLetter;

    private static char[] Table()
    {
        var table = new char[char.MaxValue + 1];
        for (var c = 0; c <= char.MaxValue; c++) table[c] = Of((char)c);
        return table;
    }

    private static char Of(char c) => c switch
    {
        '\'' or '\u2019' or '\u02BC' or '\u00AD' or '\u0640' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' => Nothing,
        >= '\uFE00' and <= '\uFE0F' => Nothing,
        '\u0622' or '\u0623' or '\u0625' or '\u0671' => '\u0627', // alef
        '\u0649' or '\u06CC' or '\u06D2' or '\u0626' => '\u064A', // yeh
        '\u06A9' or '\u06AA' => '\u0643', // kaf
        '\u0629' or '\u06C0' or '\u06C1' or '\u06D5' => '\u0647', // heh, teh marbuta
        '\u0624' => '\u0648', // waw
        >= '\uD840' and <= '\uD8BF' => c,
        >= '\uDC00' and <= '\uDFFF' => c, // what follows a high half decides
        _ => char.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format => Nothing,
            UnicodeCategory.DecimalDigitNumber => (char)('0' + (int)char.GetNumericValue(c)),
            UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter => c,
            UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter => char.ToLowerInvariant(c),
            _ => Gap,
        },
    };
}
