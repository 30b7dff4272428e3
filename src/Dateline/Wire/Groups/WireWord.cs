namespace Dateline.Wire.Groups;

/// <summary>A word of a text: its folded letters as a number, and what can be told from how it was written.</summary>
internal readonly record struct WireWord(ulong Hash, WordKind Kind);

internal enum WordKind : byte
{
    Plain,

    /// <summary>With a capital within a sentence.</summary>
    Name,

    /// <summary>Of two digits or more.</summary>
    Number,

    /// <summary>Of a script without capitals: it may be a name.</summary>
    Uncased,
}

/// <summary>Reads words by the letters' folded form; runs of Chinese, Japanese and Korean as overlapping pairs.</summary>
internal static class WireWords
{
    /// <summary>Days and months have capitals in these languages and are no names: all that happened on one day has them.</summary>
    private static readonly HashSet<ulong> Days = [.. """
        Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thurs Fri Sat Sun
        January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
        Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonnabend Sonntag Januar Jänner Februar März Mai Juni Juli Oktober Dezember
        Pazartesi Salı Çarşamba Perşembe Cuma Cumartesi Pazar Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(HashOf)];

    private static ulong HashOf(string word)
    {
        var hash = Mixing.Start;
        foreach (var letter in word)
            if (Letters.Fold(letter) is var folded && folded != Letters.Nothing) hash = Mixing.Add(hash, folded);
        return Mixing.Last(hash);
    }

    /// <summary>Adds the words of a passage to <paramref name="words"/>, no more than fit.</summary>
    public static int Read(ReadOnlySpan<char> text, Span<WireWord> words)
    {
        var (count, hash, length, digits) = (0, Mixing.Start, 0, 0);
        var (capital, noCase, opening, opened, before) = (false, false, true, true, '\0');
        for (var i = 0; i < text.Length && count < words.Length; i++)
        {
            var c = text[i];
            var folded = Letters.Fold(c);
            if (folded == Letters.Nothing) continue;
            if (char.IsHighSurrogate(c) && !Letters.IsUnspaced(c))
            {
                i++; // emoji, musical signs, the selectors of a C2PA manifest: no word, and no end of one
                continue;
            }
            if (folded == Letters.Gap && length > 0 && c is '.' or ',' or '\u066B' or '\u066C' && digits == length && i + 1 < text.Length && char.IsDigit(text[i + 1])) continue; // 1,200

            if (Letters.IsUnspaced(c))
            {
                if (length > 0) words[count++] = End();
                if (count == words.Length) break;
                if (before != '\0') words[count++] = new WireWord(Mixing.Add(Mixing.Add(Mixing.Start, before), folded), IsKana(before) || IsKana(folded) ? WordKind.Plain : WordKind.Uncased);
                before = folded;
                if (char.IsHighSurrogate(c)) i++;
                continue;
            }
            before = '\0';
            if (folded != Letters.Gap)
            {
                if (noCase && length > 0 && digits == 0 && char.IsAsciiDigit(folded))
                {
                    // "with 12" in one word: a number is one by itself, or it would be found with its preposition alone.
                    words[count++] = End();
                    if (count == words.Length) break;
                }
                if (length == 0) (capital, noCase, opened) = (char.IsUpper(c), Letters.HasNoCase(c), opening);
                hash = Mixing.Add(hash, folded);
                length++;
                if (char.IsAsciiDigit(folded)) digits++;
                opening = false;
                continue;
            }
            if (length > 0) words[count++] = End();
            if (c is '.' or '!' or '?' or ':' or '؟' or '۔' or '“' or '"' or '«') opening = true;
        }
        if (length > 0 && count < words.Length) words[count++] = End();
        return count;

        WireWord End()
        {
            var last = Mixing.Last(hash);
            var word = new WireWord(last, digits >= 2 ? WordKind.Number : capital && !opened && length > 1 && !Days.Contains(last) ? WordKind.Name : noCase && length > 2 ? WordKind.Uncased : WordKind.Plain);
            (hash, length, digits) = (Mixing.Start, 0, 0);
            return word;
        }
    }

    /// <summary>Hiragana: the particles of Japanese, never a name.</summary>
    private static bool IsKana(char letter) => letter is >= '\u3040' and <= '\u309F';
}

/// <summary>Hashing that is the same on every machine and for ever: what it makes is kept. The constants are those of SplitMix64.</summary>
internal static class Mixing
{
    public const ulong Start = 0x9E3779B97F4A7C15;

    public static ulong Add(ulong hash, ulong value) => (hash ^ value) * 0xBF58476D1CE4E5B9 + 0x94D049BB133111EB;

    public static ulong Last(ulong hash)
    {
        hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9;
        hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EB;
        return hash ^ (hash >> 31);
    }
}
