using System.Buffers;

namespace Dateline.Formats.Pages;

/// <summary>
/// How much a text says, in Latin letters' worth: an ideograph is worth three of them, a syllable of Ethiopia two. Whether it is
/// made of sentences.
/// </summary>
internal static class TextWeight
{
    private static readonly SearchValues<char> Ends = SearchValues.Create(".!?…。！？؟।॥۔｡։።។៕༎။");

    public static int Of(ReadOnlySpan<char> text)
    {
        var weight = 0;
        foreach (var c in text)
        {
            if (c is >= '\u1200' and < '\u1361') weight += 2;
            else if (c < '\u2E80') weight += char.IsLetterOrDigit(c) || c > '\u0900' ? 1 : 0;
            else weight += c is >= '\u3040' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7A3' ? 3 : 1;
        }

        return weight;
    }

    // Thai and Lao have no full stop, and a blank ends a phrase: what is long enough there says something.
    private const int LongPhrase = 70;

    private static bool IsSaidWithoutStop(ReadOnlySpan<char> text)
    {
        var signs = 0;
        foreach (var c in text)
            if (c is >= '\u0E01' and <= '\u0EFF' && ++signs >= LongPhrase) return true;

        return false;
    }

    /// <summary>Whether a sentence ends in it: a stop at the end, or before a space; in Thai and Lao, whether it is as long as one.</summary>
    public static bool HasSentence(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd();
        for (var from = 0; from < text.Length;)
        {
            var at = text[from..].IndexOfAny(Ends);
            if (at < 0) break;
            at += from;
            var next = at + 1;
            while (next < text.Length && text[next] is '"' or '”' or '»' or '’' or '\'' or ')' or ']' or '」' or '』' or '”') next++;
            if (text[at] > '\u2E80' || next >= text.Length || (char.IsWhiteSpace(text[next]) && at > 2 && !char.IsUpper(text[at - 1]))) return true;
            from = at + 1;
        }

        return IsSaidWithoutStop(text);
    }

    public static bool EndsSentence(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd().TrimEnd("\"”»’')]」』");
        return text.Length > 0 && (Ends.Contains(text[^1]) || text[^1] is ':' or '；' or ';' || IsSaidWithoutStop(text));
    }

    /// <summary>Words as a reader counts them; two ideographs are about one.</summary>
    public static int Words(ReadOnlySpan<char> text)
    {
        var (words, ideographs) = (0, 0);
        var inside = false;
        foreach (var c in text)
        {
            if (c is >= '\u3040' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7A3') ideographs++;
            var isLetter = char.IsLetterOrDigit(c);
            if (isLetter && !inside) words++;
            // A vowel sign of India's scripts is no letter and divides no word.
            inside = isLetter || c is '\'' or '’' or '-' or '\u200C' || (c is >= '\u0900' and < '\u0E00' && inside && char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark);
        }

        return ideographs > 4 ? Math.Max(words, ideographs / 2) : words;
    }
}
