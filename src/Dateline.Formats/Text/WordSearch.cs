namespace Dateline.Formats.Text;

/// <summary>
/// Looks for a few words in a text, in any case and any script (ordinal). <see cref="System.Buffers.SearchValues"/> finds words of ASCII many letters at a
/// time; with one that isn't it goes through the text letter by letter, some ten times slower. This one skips as far as two letters allow (Wu and Manber,
/// "A fast algorithm for multi-pattern searching", 1994).
/// </summary>
internal sealed class WordSearch
{
    private const int Bits = 12;
    private const int Furthest = 8;

    // How far the window may go on from a pair of letters at its end; 0 where one of the words may end its first letters with this pair.
    private readonly byte[] shifts = new byte[1 << Bits];
    private readonly string[][] ending = new string[1 << Bits][];

    // How many letters of each word are looked at: as many as the shortest has.
    private readonly int window;

    /// <param name="words">The words, each of two letters at least.</param>
    public WordSearch(params IReadOnlyList<string> words)
    {
        window = Math.Min(words.Min(word => word.Length), Furthest);
        ArgumentOutOfRangeException.ThrowIfLessThan(window, 2);
        Array.Fill(shifts, (byte)(window - 1));
        foreach (var word in words)
        {
            for (var last = 1; last < window; last++)
                foreach (var first in Cases(word[last - 1]))
                    foreach (var second in Cases(word[last]))
                    {
                        var pair = Pair(first, second);
                        shifts[pair] = Math.Min(shifts[pair], (byte)(window - 1 - last));
                        if (last == window - 1 && ending[pair]?.Contains(word) != true) ending[pair] = [.. ending[pair] ?? [], word];
                    }
        }
    }

    /// <summary>Whether any of the words is part of the text.</summary>
    public bool IsIn(ReadOnlySpan<char> text) => IndexIn(text) >= 0;

    /// <summary>Where the first of the words begins in the text; -1 where it has none.</summary>
    public int IndexIn(ReadOnlySpan<char> text)
    {
        for (var end = window - 1; end < text.Length;)
        {
            var pair = Pair(text[end - 1], text[end]);
            if (shifts[pair] is > 0 and var shift)
            {
                end += shift;
                continue;
            }

            var from = end - window + 1;
            foreach (var word in ending[pair])
                if (text[from..].StartsWith(word, StringComparison.OrdinalIgnoreCase)) return from;

            end++;
        }

        return -1;
    }

    private static int Pair(char first, char second) => (int)((uint)((first * 0x9E37) + (second * 0x85EB)) >> 4) & ((1 << Bits) - 1);

    private static char[] Cases(char letter) => [.. new[] { letter, char.ToUpperInvariant(letter), char.ToLowerInvariant(letter) }.Distinct()];
}
