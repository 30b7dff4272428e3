using System.Text;
using Dateline.Foundation.Markup;

namespace Dateline.Replies.Screening;

/// <summary>
/// A reader's text as rules compare it, never shown: compatibility forms and case folded, what nobody sees taken out, letters that look like
/// Latin ones made so, letters kept apart by dots or spaces put together.
/// </summary>
internal sealed class MatchText
{
    /// <summary>All that a form lets through: what isn't looked at is where somebody would hide it.</summary>
    private const int Longest = ReplyForm.LongestText + ReplyForm.LongestName + ReplyForm.LongestWebsite + 2;
    internal const int LongestWord = 60;

    /// <summary>As the words of the list are written: <c>" one two "</c>, a space at both ends of each word.</summary>
    public string Line { get; }

    public IReadOnlyList<string> Words { get; }

    /// <summary>
    /// Each run of words that hyphens, underscores or dots hold together, without these: "zz-casino". Two spaces between them, so that no
    /// words of the list that belong together are found across two runs. Never a part of a run: "the-pen-is-mightier" has none of the words
    /// that lie across its hyphens.
    /// </summary>
    public string Runs { get; }

    private MatchText(IReadOnlyList<string> words, IReadOnlyCollection<string> runs) =>
        (Words, Line, Runs) = (words, words.Count == 0 ? " " : $" {string.Join(' ', words)} ", runs.Count == 0 ? "" : $" {string.Join("  ", runs)} ");

    public static MatchText Of(string text)
    {
        if (text.Length > Longest) text = text[..Longest];
        var words = Split(text, out var runs);
        return new(Together(words), runs);
    }

    /// <summary>A name as rules compare it. One without a letter ("🦊") is compared sign by sign: else all such names were one.</summary>
    public static string OfName(string name) => Of(name) is { Words.Count: > 0 } words ? words.Line
        : string.Concat(Folding.Normal(name).EnumerateRunes().Where(rune => !Rune.IsWhiteSpace(rune) && !IsUnseen(rune)));

    private static List<string> Split(string text, out IReadOnlyCollection<string> joined)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var runs = new WordRuns(words);
        var runes = Folding.Decomposed(text).EnumerateRunes().Where(rune => !IsUnseen(rune)).ToArray();
        for (var i = 0; i < runes.Length; i++)
        {
            if (Folding.Fold(Rune.ToLowerInvariant(runes[i])) is not { } folded) continue;
            var letter = LookAlikes.Latin(folded);
            var stands = word.Length > 0 && i + 1 < runes.Length && Rune.IsLetter(runes[i + 1]) ? LookAlikes.Sign(letter, Rune.IsLetter(runes[i - 1])) : null;
            if (stands is { } sign) letter = new Rune(sign);
            if (Rune.IsLetterOrDigit(letter))
            {
                if (word.Length + letter.Utf16SequenceLength <= LongestWord) word.Append(letter.ToString());
                continue;
            }
            End(runes[i], EndsSentence(runes, i));
        }
        End(new Rune(' '), isBorder: true);
        joined = runs.All;
        return words;

        void End(Rune sign, bool isBorder)
        {
            if (word.Length > 0)
            {
                var whole = word.ToString();
                words.Add(whole.Any(char.IsAsciiLetter) && whole.Any(char.IsAsciiDigit) ? LookAlikes.WithoutDigits(whole) : whole);
                word.Clear();
            }
            runs.End(sign, isBorder);
        }
    }

    /// <summary>"he took the pen.Is it his?": a space was forgotten.</summary>
    private static bool EndsSentence(Rune[] runes, int dot) => dot > 0 && dot + 1 < runes.Length && Rune.IsLower(runes[dot - 1]) && Rune.IsUpper(runes[dot + 1]);

    /// <summary>"v i a g r a" is one word to whoever reads it.</summary>
    private static List<string> Together(List<string> words)
    {
        const int fewest = 3;
        var joined = new List<string>(words.Count);
        for (var i = 0; i < words.Count; i++)
        {
            var end = i;
            while (end < words.Count && end - i < LongestWord && IsSingle(words[end])) end++;
            if (end - i >= fewest)
            {
                joined.Add(string.Concat(words[i..end]));
                i = end - 1;
            }
            else
            {
                joined.Add(words[i]);
            }
        }
        return joined;
    }

    private static bool IsSingle(string word) => word.Length == 1 && char.IsLetter(word[0]) && !Folding.IsCjk(new Rune(word[0]));

    private static bool IsUnseen(Rune rune) => !Rune.IsWhiteSpace(rune) && CleanText.IsUnseen(rune);
}
