using System.Text;

namespace Dateline.Formats.Text;

/// <summary>
/// Which encoding bytes are in that are no UTF-8 and say nothing, or nothing true, of themselves: the one in which they make the
/// words of one language. Where none does, there is no guess.
/// </summary>
internal static class CharsetGuess
{
    private const int Reach = 32 * 1024;
    private const int LeastLetters = 6;
    private const int MostCapitals = 3;
    private const double Enough = 0.97;
    private const double Western = 0.95;

    /// <summary>The encoding; null where windows-1252 serves, or nobody can tell.</summary>
    public static Encoding? Of(ReadOnlySpan<byte> bytes)
    {
        bytes = bytes[..Math.Min(bytes.Length, Reach)];
        if (!bytes.ContainsAnyExceptInRange((byte)0, (byte)127)) return bytes.IndexOf("\u001B$B"u8) >= 0 ? Charset.Find("iso-2022-jp") : null;
        if (MultiByteGuess.Of(bytes) is { } eastern) return Charset.Find(eastern);

        string? best = null;
        var most = 0.0;
        foreach (var alphabets in Alphabet.ByEncoding)
        {
            var share = Share(Charset.Find(alphabets.Key)!.GetString(bytes), alphabets.Value);
            var isWestern = alphabets.Key == Alphabet.Western;
            if (isWestern && share >= Western) return null;
            if (share <= most || (!isWestern && share < Enough)) continue;
            (best, most) = (alphabets.Key, share);
        }

        return best is null or Alphabet.Western ? null : Charset.Find(best);
    }

    /// <summary>Whether a text reads better in the one encoding than in the other.</summary>
    public static bool Prefers(ReadOnlySpan<byte> bytes, string encoding, string other)
    {
        bytes = bytes[..Math.Min(bytes.Length, Reach)];
        return Share(Charset.Find(encoding)!.GetString(bytes), Alphabet.ByEncoding[encoding]) > Share(Charset.Find(other)!.GetString(bytes), Alphabet.ByEncoding[encoding]);
    }

    private static double Share(string text, Alphabet[] alphabets)
    {
        var best = 0.0;
        foreach (var alphabet in alphabets) best = Math.Max(best, Share(text, alphabet));
        return best;
    }

    /// <summary>How many of the characters beyond ASCII are letters of the language where its words have them.</summary>
    private static double Share(string text, Alphabet alphabet)
    {
        var (good, bad, capitals) = (0, 0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c < '\u0080') continue;
            var before = i > 0 ? text[i - 1] : ' ';
            var after = i + 1 < text.Length ? text[i + 1] : ' ';
            if (Alphabet.IsNeutral(c))
            {
                // ©koda and ®ivot are Škoda and život, in the other of the two sets of Central Europe.
                if (c is '©' or '®' && char.IsLower(after) && !char.IsLetter(before)) bad++;
                continue;
            }

            // Capitals stand at the beginning of words, and no word mixes two scripts.
            var isMixed = alphabet.IsLatin ? IsForeign(text, i - 1) && IsForeign(text, i + 1) && (IsForeign(text, i - 2) || IsForeign(text, i + 2)) : char.IsAsciiLetter(before) || char.IsAsciiLetter(after);
            if (isMixed || !alphabet.Has(c)) bad++;
            else if (char.IsUpper(c) && char.IsLetter(before))
            {
                if (char.IsUpper(before) && !char.IsLower(after)) capitals++;
                else bad++;
            }
            // Where Central Europe has these two the West has « and »: they speak for neither.
            else if (c is not ('Ť' or 'ť')) good++;
        }

        // ЛОРВЕН and ТАСС of a dateline; a text of nothing else is the wrong one of two encodings that swap the cases.
        if (capitals * MostCapitals <= good) good += capitals;
        else bad += capitals;
        return good < LeastLetters ? 0 : (double)good / (good + bad);
    }

    private static bool IsForeign(string text, int at) => (uint)at < (uint)text.Length && text[at] >= '\u0080' && char.IsLetter(text[at]);
}
