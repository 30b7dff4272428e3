using Dateline.Search;

namespace Dateline.Tests.Search;

public class SearchWordsTests
{
    [Theory]
    [InlineData("Café CRÈME, naïve", "cafe creme naive")]
    [InlineData("It’s Ardal's", "its ardals")]
    [InlineData("أُعيدَ فتحُ الميناءِ", "اعيد فتح الميناء")]
    [InlineData("إلى آخر الـمدينة", "الي اخر المدينه")]
    [InlineData("کتاب‌های فارسی", "كتابهاي فارسي")]
    [InlineData("۱۲۳ ١٢٣ 123", "123 123 123")]
    [InlineData("北京大学", "北京 京大 大学")]
    [InlineData("港の再開 2026", "港の の再 再開 2026")]
    [InlineData("a\u0000b --- ''\"", "a b")]
    public void Words_are_folded(string text, string words) => Assert.Equal(words, SearchWords.Of(text));

    [Theory]
    [InlineData("\" OR 1=1 --", "or 1 1")]
    [InlineData("NEAR(a b) ^x*", "near a b x")]
    [InlineData("   ", "")]
    public void Nothing_in_a_question_is_a_command(string question, string words) =>
        Assert.Equal(words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(), SearchWords.Phrases(question));
}
