using System.Globalization;
using System.Text;

namespace Dateline.Search;

/// <summary>
/// Text as it is searched, the same for both engines: words in lower case without accents; Arabic and Persian
/// letters folded to one form (alef, yeh, kaf, teh marbuta, tatweel and vowel signs), all digits ASCII; Chinese,
/// Japanese and Korean runs as overlapping pairs, because they have no spaces between words.
/// </summary>
public static class SearchWords
{
    /// <summary>Letters of a text that are indexed at most; a story longer than a novel is found by its beginning.</summary>
    public const int LongestText = 200_000;
    private const int LongestWord = 60;

    /// <summary>The words with single spaces between them.</summary>
    public static string Of(string text) => string.Join(' ', Words(text).SelectMany(Pairs));

    /// <summary>A question's words, each a phrase of one or more pairs; none when nothing can be searched.</summary>
    public static IReadOnlyList<string> Phrases(string question) =>
        [.. Words(question).Select(word => string.Join(' ', Pairs(word))).Distinct(StringComparer.Ordinal).Take(12)];

    private static IEnumerable<string> Words(string text)
    {
        if (text.Length > LongestText) text = text[..LongestText];
        var word = new StringBuilder();
        bool? cjk = null;
        foreach (var rune in Normal(text).EnumerateRunes())
        {
            var folded = Fold(rune);
            if (folded is null) continue; // a mark inside a word
            var isWord = Rune.IsLetterOrDigit(folded.Value);
            var isCjk = isWord && IsCjk(folded.Value);
            if (word.Length > 0 && (!isWord || isCjk != cjk || (!isCjk && word.Length >= LongestWord)))
            {
                yield return word.ToString();
                word.Clear();
            }
            if (!isWord) continue;
            cjk = isCjk;
            word.Append(folded.Value.ToString());
        }
        if (word.Length > 0) yield return word.ToString();
    }

    private static string Normal(string text)
    {
        try { return text.Normalize(NormalizationForm.FormKD).ToLowerInvariant(); }
        catch (ArgumentException) { return text.ToLowerInvariant(); } // an unpaired surrogate
    }

    private static Rune? Fold(Rune rune)
    {
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark) return null;
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber) return new Rune('0' + (int)Rune.GetNumericValue(rune));
        return rune.Value switch
        {
            0x0640 or 0x200C or 0x200D => null, // tatweel, the joiners of Persian
            0x0671 => new Rune(0x0627), // alef wasla; hamza and madda on alef went as marks
            0x0649 or 0x06CC or 0x06D2 => new Rune(0x064A),
            0x06A9 or 0x06AA => new Rune(0x0643),
            0x0629 or 0x06C0 or 0x06C1 or 0x06D5 => new Rune(0x0647),
            '\'' or 0x2019 => null,
            _ => rune,
        };
    }

    private static bool IsCjk(Rune rune) => rune.Value is (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF)
        or (>= 0x1100 and <= 0x11FF) or (>= 0xAC00 and <= 0xD7AF) or (>= 0x20000 and <= 0x3FFFF);

    private static IEnumerable<string> Pairs(string word)
    {
        var runes = word.EnumerateRunes().ToArray();
        if (runes.Length < 2 || !IsCjk(runes[0]))
        {
            yield return word;
            yield break;
        }
        for (var i = 0; i + 1 < runes.Length; i++) yield return $"{runes[i]}{runes[i + 1]}";
    }
}
