using System.Globalization;
using System.Text;

namespace Dateline.Foundation.Markup;

/// <summary>
/// Letters in the one form in which words are compared, never shown: lower case without accents; Arabic and Persian letters
/// in one form (alef, yeh, kaf, teh marbuta, tatweel and vowel signs); all digits ASCII.
/// </summary>
public static class Folding
{
    /// <summary>NFKD in lower case.</summary>
    public static string Normal(string text) => Decomposed(text).ToLowerInvariant();

    /// <summary>NFKD; as it is when it can't be normalised (an unpaired surrogate).</summary>
    public static string Decomposed(string text)
    {
        try { return text.Normalize(NormalizationForm.FormKD); }
        catch (ArgumentException) { return text; }
    }

    /// <summary>The rune of a <see cref="Normal"/> text in its one form; null for a mark inside a word.</summary>
    public static Rune? Fold(Rune rune)
    {
        if (rune.IsAscii) return rune.Value == '\'' ? null : rune;
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark) return null;
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber) return new Rune('0' + (int)Rune.GetNumericValue(rune));
        return rune.Value switch
        {
            0x0640 or 0x200C or 0x200D => null, // tatweel, the joiners of Persian
            0x0671 => new Rune(0x0627), // alef wasla; hamza and madda on alef went as marks
            0x0649 or 0x06CC or 0x06D2 => new Rune(0x064A),
            0x06A9 or 0x06AA => new Rune(0x0643),
            0x0629 or 0x06C0 or 0x06C1 or 0x06D5 => new Rune(0x0647),
            0x2019 => null,
            _ => rune,
        };
    }

    /// <summary>Scripts that put no spaces between words.</summary>
    public static bool IsCjk(Rune rune) => rune.Value is (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF)
        or (>= 0x1100 and <= 0x11FF) or (>= 0xAC00 and <= 0xD7AF) or (>= 0x20000 and <= 0x3FFFF);
}
