using System.Buffers;

namespace Dateline.Formats.InText;

/// <summary>
/// QUAYTOWN - Ferries …: no agency signs it, there is no day, and the town is in no list. A rubric (OPINION), an alliance (NATO) or the
/// first words of a sentence look the same: it is a town where text or headline have it a second time, in small letters and behind a
/// word that says where, "from Quaytown".
/// </summary>
internal static class TownLede
{
    private const int Shortest = 4;
    private const int Longest = 30;
    private const int MostSpaces = 2;
    private const int TextReach = 6_000;

    private static readonly SearchValues<char> Dashes = SearchValues.Create("-–—");

    // Behind these stands a place; what else may stand there is written otherwise.
    private static readonly string[] Wheres = ["in", "at", "from", "near", "outside", "around", "à", "en", "em", "aus", "nach", "bei", "te", "uit", "från", "fra", "w", "z", "из", "в"];

    /// <summary>The dateline; null where the text begins otherwise, or nothing says that it is a town.</summary>
    /// <param name="text">The first block of the text.</param>
    /// <param name="content">The whole of it.</param>
    /// <param name="headline">The headline.</param>
    public static LedeLine? Read(ReadOnlySpan<char> text, ReadOnlySpan<char> content, string? headline)
    {
        var dash = text[..Math.Min(text.Length, Longest + 1)].IndexOfAny(Dashes);
        if (dash < Shortest || dash + 2 >= text.Length || text[dash - 1] != ' ') return null;
        var town = text[..dash].Trim();
        var rest = text[dash..].TrimStart("-–—");
        if (rest is not [' ', ..]) return null;
        rest = rest.TrimStart();
        if (town.Length < Shortest || rest.IsEmpty || !char.IsUpper(rest[0]) || town.Count(' ') > MostSpaces || !Places.IsCapital(town) || !Places.IsLike(town) || Agencies.IsKnown(town) || GenreMarks.IsOne(town) || Countries.IsOne(town.ToString()) || DashedLede.IsNoPlace(town)) return null;
        Span<char> name = stackalloc char[Longest + 1];
        name = name[..Titled(town, name)];
        return IsPlace(name, content[..Math.Min(content.Length, TextReach)]) || IsPlace(name, headline) ? new LedeLine(text.Length - rest.Length, town.ToString()) { Place = town.ToString() } : null;
    }

    // QUAYTOWN, NORTH BAY: Quaytown, North Bay.
    private static int Titled(ReadOnlySpan<char> town, Span<char> name)
    {
        for (var i = 0; i < town.Length; i++) name[i] = i == 0 || !char.IsLetter(town[i - 1]) ? town[i] : char.ToLowerInvariant(town[i]);
        return town.Length;
    }

    private static bool IsPlace(ReadOnlySpan<char> name, ReadOnlySpan<char> text)
    {
        for (var from = 0; text[from..].IndexOf(name, StringComparison.Ordinal) is >= 0 and var found; from += found + name.Length)
        {
            var at = from + found;
            if (at + name.Length < text.Length && char.IsLetter(text[at + name.Length])) continue;
            if (at < 2 || text[at - 1] != ' ') continue;

            // "in Harris County": of a name that goes on it is a part.
            if (text[(at + name.Length)..] is [' ', var next, ..] && char.IsUpper(next)) continue;
            var before = text[..(at - 1)];
            before = before[(before.LastIndexOfAny(" \n>") + 1)..];
            foreach (var where in Wheres)
                if (before.Equals(where, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
