using System.Buffers;

namespace Dateline.Formats.InText;

/// <summary>
/// The short form of a name behind the name itself: <c>the Harbour Police Association (HPA)</c>. Whoever else is called so has not
/// signed there.
/// </summary>
internal static class Abbreviation
{
    private const int Longest = 8;
    private const int MostWords = 10;
    private const int LongestSmall = 4;

    private static readonly SearchValues<char> Blanks = SearchValues.Create(" -–’'\u00A0");

    /// <summary>Whether the words that end a text begin with the letters, one after the other, and are a name's.</summary>
    /// <param name="before">What stands before the bracket.</param>
    /// <param name="letters">What stands in it.</param>
    public static bool IsOf(ReadOnlySpan<char> before, ReadOnlySpan<char> letters)
    {
        if (letters.Length is < 2 or > Longest) return false;
        foreach (var c in letters)
            if (!char.IsUpper(c)) return false;

        // From behind: each word is the next letter's, or a small one between two of them.
        var rest = before.TrimEnd();
        var left = letters.Length;
        for (var words = 0; words < MostWords && left > 0 && !rest.IsEmpty; words++)
        {
            var start = rest.LastIndexOfAny(Blanks) + 1;
            var word = rest[start..].TrimStart("(\"“«„");
            rest = rest[..Math.Max(0, start - 1)].TrimEnd();
            if (word.IsEmpty) continue;
            if (char.ToUpperInvariant(word[0]) == letters[left - 1] && (char.IsUpper(word[0]) || left > 1)) left--;
            else if (left == letters.Length || word.Length > LongestSmall || char.IsUpper(word[0])) return false;
            if (left == 0) return char.IsUpper(word[0]);
        }

        return false;
    }
}
