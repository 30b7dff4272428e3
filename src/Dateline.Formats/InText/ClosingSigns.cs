using System.Buffers;

namespace Dateline.Formats.InText;

/// <summary>
/// What stands behind the last sentence of a text that an agency signed at its beginning, and is no sentence: the letters of who worked
/// on it, rules, a number, a clock, the agency's name once more. <c>… said. NTX/ABC/DEF</c>, <c>… -0- PANA ABC/DEF 16Nov2026</c>, <c>… ======== ا.ب</c>.
/// </summary>
/// <remarks>Read backwards, word by word: each must be one of these, and the word before them must end a sentence.</remarks>
internal static class ClosingSigns
{
    private const int Longest = 70;
    private const int Most = 12;
    private const int LongestLetters = 4;

    private static readonly SearchValues<char> Ends = SearchValues.Create(".!?؟。۔।”\"»");
    private static readonly SearchValues<char> Strokes = SearchValues.Create("-–—=_*/\\.•#");
    private static readonly SearchValues<char> Joints = SearchValues.Create("/-\\.");

    private enum Kind
    {
        None,

        // An agency's name, letters that could be a word: they only count beside something else.
        Weak,

        // Strokes: they part the text from what isn't its.
        Rule,

        // Letters joined by slashes, dates, one Arabic letter.
        Sign,
    }

    /// <summary>How much of the end of a block that is, with the white space before it; 0 where there is none.</summary>
    /// <param name="block">The last block of a text.</param>
    /// <param name="isWhole">Whether all of it is there: then it may be nothing else.</param>
    /// <param name="signatures">Who signed the beginning.</param>
    public static int Length(ReadOnlySpan<char> block, bool isWhole, Signatures signatures)
    {
        var text = block.TrimEnd();
        if (text.IsEmpty || !signatures.HasAnySigned || (Ends.Contains(text[^1]) && !MayEndSigns(text))) return 0;
        var (at, signs, small, weak) = (text.Length, 0, 0, 0);
        for (var count = 0; count < Most && at > 0 && text.Length - at < Longest; count++)
        {
            var start = text[..at].LastIndexOfAny(' ', '\n', '\t') + 1;
            var word = text[start..at];
            if (Ends.Contains(word[^1]) && !MayEndSigns(word)) break;
            var kind = Of(word, signatures);
            if (kind == Kind.None) break;
            if (kind is Kind.Sign or Kind.Rule) signs++;
            else if (IsSmall(word)) small++;
            else weak++;
            at = start;
            while (at > 0 && char.IsWhiteSpace(text[at - 1])) at--;
        }

        // jan dan: no sentence begins with a small letter, and two of them are no slip.
        if (at == text.Length || (signs == 0 && (small < 2 || weak > 0))) return 0;
        if (at == 0) return isWhole && signs > 0 ? block.Length : 0;
        return Ends.Contains(text[at - 1]) ? block.Length - at : 0;
    }

    // "ا.ب." is no sentence.
    private static bool MayEndSigns(ReadOnlySpan<char> text) => text.Length > 3 && text[^1] == '.' && text[^3] is '.' or '/';

    private static Kind Of(ReadOnlySpan<char> word, Signatures signatures)
    {
        if (word.IndexOfAnyExcept(Strokes) < 0) return word is "." or ".." or "..." ? Kind.None : Kind.Rule;
        if (IsDay(word)) return Kind.Sign;
        var bare = word.Trim("-–—=/\\()*");
        if (bare.IsEmpty) return Kind.None;
        if (signatures.IsAgency(bare)) return word[0] is '-' or '–' or '=' or '/' ? Kind.Rule : Kind.Weak;
        if (bare.Equals("0", StringComparison.Ordinal) && word.Length > 2) return Kind.Rule;
        var (parts, longest) = (0, 0);
        bool? isLower = null;
        var isMixed = false;
        foreach (var range in bare.SplitAny(Joints))
        {
            var part = bare[range];
            if (part.IsEmpty) continue;
            if (!AreLetters(part, out var lower)) return signatures.IsAgency(part) && part.Length < bare.Length ? Kind.Sign : Kind.None;
            isMixed |= isLower is { } before && before != lower;
            isLower = lower;
            parts++;
            longest = Math.Max(longest, part.Length);
        }

        if (parts == 0) return Kind.None;
        if (IsArabic(bare[0])) return longest == 1 || (parts == 1 && bare is [_, 'ـ']) ? Kind.Sign : Kind.None;
        var isSlashed = word.Contains('/') || word.Contains('\\');

        // A full stop between letters is an abbreviation's as well, and a hyphen a compound's.
        if (parts > 1) return isSlashed || (bare.Contains('-') && isMixed) ? Kind.Sign : Kind.None;
        return isSlashed ? Kind.Sign : char.IsLetter(bare[^1]) ? Kind.Weak : Kind.None;
    }

    private static bool IsSmall(ReadOnlySpan<char> word) => char.IsAsciiLetterLower(word[0]);

    private static bool IsArabic(char c) => c is >= '\u0621' and <= '\u064A';

    // All small or all capital, few of them; an Arabic letter alone, or heh as it is written alone.
    private static bool AreLetters(ReadOnlySpan<char> part, out bool isLower)
    {
        isLower = char.IsLower(part[0]);
        if (part.Length > LongestLetters) return false;
        if (IsArabic(part[0])) return part.Length == 1 || part is [_, 'ـ'];
        foreach (var c in isLower ? part : part.TrimEnd("0123456789"))
            if (!(isLower ? char.IsLower(c) : char.IsUpper(c))) return false;

        return char.IsLetter(part[0]);
    }

    // 16/11/2026, 10:12:13, 16Nov2026: no number that a sentence could end with.
    private static bool IsDay(ReadOnlySpan<char> word)
    {
        if (!char.IsAsciiDigit(word[0]) || !char.IsAsciiDigit(word[^1]) || word.Length < 5) return false;
        var (marks, letters) = (0, 0);
        foreach (var c in word)
        {
            if (char.IsAsciiDigit(c)) continue;
            if (c is '/' or ':') marks++;
            else if (char.IsAsciiLetter(c)) letters++;
            else return false;
        }

        return letters == 3 ? marks == 0 : letters == 0 && marks > 0;
    }
}
