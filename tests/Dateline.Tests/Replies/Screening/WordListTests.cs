using Dateline.Replies;
using Dateline.Replies.Screening;
using FsCheck;
using FsCheck.Fluent;

namespace Dateline.Tests.Replies.Screening;

public class WordListTests
{
    private static ListedWord Word(string word, string language = "", bool spam = false) => new() { Id = Guid.CreateVersion7(), Word = word, Language = language, Spam = spam };

    private static IReadOnlyList<string> Find(string text, params string[] words) =>
        [.. new WordList(words.Select(word => Word(word))).Find(MatchText.Of(text), 20).Select(word => word.Word)];

    [Theory]
    [InlineData("Buy casino chips", "casino")]
    [InlineData("C A S I N O", "casino")]
    [InlineData("c.a.s.i.n.o now", "casino")]
    [InlineData("сasinо with Cyrillic letters", "casino")]
    [InlineData("ca\u200Bsi\u00ADno", "casino")]
    [InlineData("\u202Ecasino\u202C", "casino")]
    [InlineData("ｃａｓｉｎｏ", "casino")]
    [InlineData("𝐜𝐚𝐬𝐢𝐧𝐨", "casino")]
    [InlineData("c4s1n0", "casino")]
    [InlineData("c@sino", "casino")]
    [InlineData("çâsïnö", "casino")]
    [InlineData("🅲🅰🆂🅸🅽🅾", "casino")]
    [InlineData("🅕🅡🅔🅔 spins", "free")]
    [InlineData("ꜰʀᴇᴇ ᴊᴀᴄᴋᴘᴏᴛ", "free jackpot")]
    [InlineData("A free-money offer", "free money")]
    [InlineData("هذا كازينو", "کازینو")]
    [InlineData("كـازيـنـو", "كازينو")]
    [InlineData("这里赌场开了", "赌场")]
    [InlineData("Best zz-casino!", "zzcasino")]
    [InlineData("(zz_casino)", "zzcasino")]
    [InlineData("zz.casino.", "zzcasino")]
    [InlineData("ZZ.CASINO", "zzcasino")]
    [InlineData("zz\u2011casino", "zzcasino")]
    [InlineData("z-z-c-a-s-i-n-o", "zzcasino")]
    [InlineData("zz-c4-s1no", "zzcasino")]
    [InlineData("zz·casino", "zzcasino")]
    [InlineData("zz¢asino", "zzcasino")]
    [InlineData("zzca£ino", "zzcalino")]
    [InlineData("See https://www.zz-casino.example/win", "zzcasino")]
    [InlineData("كازي-نو", "كازينو")]
    public void A_word_is_found_however_it_is_dressed(string text, string word) => Assert.Equal([word], Find(text, word));

    [Theory]
    [InlineData("The class passed in Essex", "ass")]
    [InlineData("Casinos", "casino")]
    [InlineData("free of money", "free money")]
    [InlineData("", "casino")]
    [InlineData("She was as-signed to the port", "ass")]
    [InlineData("as-sembled", "ass")]
    [InlineData("https://news.example/the-pen-is-mightier", "penis")]
    [InlineData("He took the pen.Is it his?", "penis")]
    [InlineData("the pen - is it his", "penis")]
    [InlineData("the pen... is it his", "penis")]
    [InlineData("pen, is; pen/is", "penis")]
    [InlineData("the S.S. Kestria", "ss")]
    [InlineData("fr-ee and then mon-ey", "free money")]
    [InlineData("在赌.场", "赌场")]
    [InlineData("It costs 5€pro head", "epro")]
    public void A_word_is_a_whole_word(string text, string word) => Assert.Empty(Find(text, word));

    /// <summary>What lies across a sign may lie there by chance: somebody reads it.</summary>
    [Fact]
    public void Only_a_word_that_stands_there_whole_makes_spam()
    {
        var list = new WordList([Word("zzcasino", spam: true), Word("pills")]);
        Assert.Equal([("zzcasino", true)], list.Find(MatchText.Of("zzcasino"), 5).Select(found => (found.Word, found.Spam)));
        Assert.Equal([("zzcasino", false)], list.Find(MatchText.Of("zz-casino"), 5).Select(found => (found.Word, found.Spam)));
        Assert.Equal([("zzcasino", true), ("pills", false)], list.Find(MatchText.Of("zz-casino, zzcasino and pi-lls"), 5).Select(found => (found.Word, found.Spam)));
    }

    /// <summary>However a text is made of signs, its runs are no longer than itself: each word is in two at most.</summary>
    [Theory]
    [InlineData("aa-")]
    [InlineData("aa.")]
    [InlineData("aa-bb.")]
    [InlineData("-.")]
    public void Runs_grow_with_the_text_and_no_faster(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 10_000));
        Assert.InRange(MatchText.Of(text).Runs.Length, 0, 4 * text.Length);
    }

    [Fact]
    public void A_word_is_found_at_the_end_of_the_longest_text() =>
        Assert.Equal(["casino"], Find(string.Concat(Enumerable.Repeat("tide ", 13_200))[..(ReplyForm.LongestText - 7)] + " casino", "casino"));

    [Fact]
    public void What_has_no_letters_can_be_listed_and_finds_nothing() => Assert.Empty(Find("!!! ??? …", "…", "", "!!!"));

    [Fact]
    public void Of_words_that_are_compared_alike_the_strictest_counts() =>
        Assert.True(new WordList([Word("casino"), Word("CASINO", spam: true)]).Find(" casino ", 5).Single().Spam);

    [Fact]
    public void The_automaton_finds_what_a_plain_look_finds() =>
        Prop.ForAll(Short().ListOf().Select(list => list.ToArray()).ToArbitrary(), Short().ListOf().Select(string.Concat).ToArbitrary(), (words, text) =>
        {
            string[] patterns = [.. words.Where(word => word.Length > 0).Distinct(StringComparer.Ordinal)];
            var found = new WordAutomaton(patterns).Find(text, int.MaxValue);
            return found.Order().SequenceEqual(Enumerable.Range(0, patterns.Length).Where(i => text.Contains(patterns[i], StringComparison.Ordinal)));
        }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));

    /// <summary>Of few letters, so that words lie in one another.</summary>
    private static Gen<string> Short() => Gen.Elements('a', 'b', ' ').ListOf().Select(letters => string.Concat(letters.Take(6)));

    [Fact]
    public void Any_text_can_be_compared_and_says_the_same_twice() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        {
            var once = MatchText.Of(text ?? "");
            return once.Line == MatchText.Of(text ?? "").Line && once.Line[0] == ' ' && once.Line[^1] == ' ' && !once.Line.Contains("  ", StringComparison.Ordinal);
        }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));

    /// <summary>Ten thousand words take as long as ten, but for memory: the automaton visits each letter once and falls back at most as often.</summary>
    [Fact]
    public void Ten_thousand_words_are_looked_for_at_once()
    {
        var list = new WordList(Enumerable.Range(0, ListedWord.Most).Select(i => Word($"listed{(char)('a' + i % 26)}{Letters(i)}")));
        var text = string.Concat(Enumerable.Repeat("listeda listed list a plain letter ", 500)) + $"listed{(char)('a' + 9_999 % 26)}{Letters(9_999)}";
        Assert.Equal($"listed{(char)('a' + 9_999 % 26)}{Letters(9_999)}", Assert.Single(list.Find(MatchText.Of(text).Line, 5)).Word);
    }

    private static string Letters(int number) => string.Concat(number.ToString(System.Globalization.CultureInfo.InvariantCulture).Select(digit => (char)('k' + digit - '0')));
}
