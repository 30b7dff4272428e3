using System.Text;
using Dateline.Foundation.Markup;

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
        foreach (var rune in Folding.Normal(text).EnumerateRunes())
        {
            var folded = Folding.Fold(rune);
            if (folded is null) continue; // a mark inside a word
            var isWord = Rune.IsLetterOrDigit(folded.Value);
            var isCjk = isWord && Folding.IsCjk(folded.Value);
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

    private static IEnumerable<string> Pairs(string word)
    {
        var runes = word.EnumerateRunes().ToArray();
        if (runes.Length < 2 || !Folding.IsCjk(runes[0]))
        {
            yield return word;
            yield break;
        }
        for (var i = 0; i + 1 < runes.Length; i++) yield return $"{runes[i]}{runes[i + 1]}";
    }
}
