using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using AnyAscii;

namespace Dateline.Stories;

/// <summary>
/// A story's address: /edition/key/slug. The key alone finds it, so a changed headline changes only the readable
/// end, and every older address redirects without being remembered.
/// </summary>
public static class StoryPath
{
    /// <summary>Crockford's base 32, lower case: no letter is mistaken for a digit, no word of the trade collides.</summary>
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private static readonly SearchValues<char> Letters = SearchValues.Create(Alphabet);
    public const int KeyLength = 8;
    private const int LongestSlug = 80;

    public static string Of(string edition, string key, string slug) => $"/{edition}/{key}/{slug}";

    /// <summary>A new key, of 40 random bits; the unique index tells of the one collision in a lifetime.</summary>
    public static string NewKey() => RandomNumberGenerator.GetString(Alphabet, KeyLength);

    public static bool IsKey(string text) => text.Length == KeyLength && text.AsSpan().IndexOfAnyExcept(Letters) < 0;

    /// <summary>Lower-case Latin words of the headline, in any script it is written in; "story" when none is left.</summary>
    public static string Slug(string headline)
    {
        var slug = new StringBuilder(LongestSlug);
        foreach (var letter in headline.Length > 300 ? headline[..300].Transliterate() : headline.Transliterate())
        {
            if (char.IsAsciiLetterOrDigit(letter)) slug.Append(char.ToLowerInvariant(letter));
            else if (letter is not '\'' && slug.Length > 0 && slug[^1] != '-') slug.Append('-');
            if (slug.Length < LongestSlug) continue;
            var lastWord = slug.ToString().LastIndexOf('-');
            if (lastWord > LongestSlug / 2) slug.Length = lastWord;
            break;
        }
        var text = slug.ToString().Trim('-');
        return text.Length == 0 ? "story" : text;
    }
}
