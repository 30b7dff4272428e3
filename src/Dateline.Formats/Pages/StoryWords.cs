using System.Globalization;

namespace Dateline.Formats.Pages;

/// <summary>The words a story begins with: a line that has many of them is about it. Told alike in scripts with and without blanks.</summary>
internal sealed class StoryWords
{
    private const int Reach = 1500;
    private const int Stem = 5;
    private const int LeastShared = 2;
    private const double EnoughShared = 0.4;

    private readonly HashSet<string> words;

    public StoryWords(IEnumerable<string> paragraphs)
    {
        var text = string.Join('\n', paragraphs);
        words = [.. Of(text.Length > Reach ? text[..Reach] : text)];
    }

    public bool IsAbout(string line)
    {
        var said = Of(line).Distinct(StringComparer.Ordinal).ToList();
        var shared = said.Count(words.Contains);
        return shared >= LeastShared && shared >= EnoughShared * said.Count;
    }

    private static IEnumerable<string> Of(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var isOfWord = i < text.Length && (char.IsLetterOrDigit(text[i]) || CharUnicodeInfo.GetUnicodeCategory(text[i]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark || text[i] == '\u200C');
            if (isOfWord && IsUnspaced(text[i]))
            {
                // An ideograph says something by itself; of kana, hangul and the alphabets of the south it takes two.
                if (text[i] is >= '\u4E00' and <= '\u9FFF') yield return text[i].ToString();
                else if (i + 1 < text.Length && IsUnspaced(text[i + 1])) yield return text.Substring(i, 2);
            }

            if (isOfWord && !IsUnspaced(text[i]))
            {
                if (start < 0) start = i;
                continue;
            }

            if (start >= 0 && Key(text.AsSpan(start, i - start)) is { } key) yield return key;
            start = -1;
        }
    }

    private static bool IsUnspaced(char c) => c is >= '\u0E00' and <= '\u0EFF' or >= '\u1000' and <= '\u109F' or >= '\u1780' and <= '\u17FF' or >= '\u3040' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7A3';

    // Endings change, in Hebrew and Arabic beginnings too; the smallest words are in every text.
    private static string? Key(ReadOnlySpan<char> word)
    {
        var isSemitic = word[0] is >= '\u0590' and <= '\u06FF';
        if (isSemitic && word.Length > 3 && word[0] is 'ו' or 'ה' or 'ב' or 'ל' or 'מ' or 'ש' or 'כ' or 'و' or 'ب' or 'ف' or 'ل') word = word[1..];
        if (isSemitic && word.Length > 4 && word.StartsWith("ال", StringComparison.Ordinal)) word = word[2..];
        if (word.Length < (isSemitic || word[0] > '\u0900' ? 3 : 4) && !char.IsDigit(word[0])) return null;
        return word[..Math.Min(word.Length, Stem)].ToString().ToLowerInvariant();
    }
}
