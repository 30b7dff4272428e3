using Dateline.Formats.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Dateline.Formats.Tests;

public class WordSearchTests
{
    private static readonly Gen<string> Texts = Gen.Elements("a", "b", "A", "B", "é", "É", "э", "Э", "ر", "ن", "解", " ", "İ", "ſ", "\uD83D", "\uDE00").ListOf().Select(parts => string.Concat(parts));

    [Fact]
    public void It_finds_what_looking_for_each_word_by_itself_finds() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(
        Texts.ListOf().Select(words => words.Where(word => word.Length > 1).Take(6).ToList()).Where(words => words.Count > 0).ToArbitrary(),
        Texts.Three().Select(three => three.Item1 + three.Item2 + three.Item3).ToArbitrary(),
        (words, text) =>
        {
            var expected = words.Select(word => text.IndexOf(word, StringComparison.OrdinalIgnoreCase)).Where(at => at >= 0).DefaultIfEmpty(-1).Min();
            Assert.Equal(expected, new WordSearch(words).IndexIn(text));
            foreach (var shout in words.Select(word => text + word.ToUpperInvariant())) Assert.Equal(words.Exists(word => shout.Contains(word, StringComparison.OrdinalIgnoreCase)), new WordSearch(words).IsIn(shout));
        }));

    [Fact]
    public void A_word_of_one_letter_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new WordSearch("ab", "c"));
}
