using Dateline.Foundation.Languages;
using Dateline.Layout.Languages;
using Dateline.Replies;

namespace Dateline.Tests.Layout;

public class WordingTests
{
    [Theory]
    [InlineData("en", 0, "0 replies")]
    [InlineData("en", 1, "1 reply")]
    [InlineData("en", 1234, "1,234 replies")]
    [InlineData("ar", 0, "لا تعليقات")]
    [InlineData("ar", 1, "تعليق واحد")]
    [InlineData("ar", 2, "تعليقان")]
    [InlineData("ar", 3, "3 تعليقات")]
    [InlineData("ar", 10, "10 تعليقات")]
    [InlineData("ar", 11, "11 تعليقًا")]
    [InlineData("ar", 99, "99 تعليقًا")]
    [InlineData("ar", 100, "100 تعليق")]
    [InlineData("ar", 103, "103 تعليقات")]
    [InlineData("ar", 111, "111 تعليقًا")]
    [InlineData("fa", 0, "۰ دیدگاه")]
    [InlineData("fa", 5, "۵ دیدگاه")]
    public void Counts_take_the_plural_of_their_language(string language, long count, string text) =>
        Assert.Equal(text, Wording.Of(language).Count("replies", count));

    [Theory]
    [InlineData("reply.error.name", ReplyForm.LongestName, "245 حرفًا")]
    [InlineData("reply.error.email", ReplyForm.LongestEmail, "100 حرف،")] // a whole hundred takes the singular, without the ending
    [InlineData("reply.error.website", ReplyForm.LongestWebsite, "200 حرف.")]
    public void Arabic_limits_are_counted_as_Arabic_counts(string key, int limit, string text)
    {
        var words = Wording.Of("ar");
        Assert.Contains(text, words[key, words.Number(limit)], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ar")]
    [InlineData("fa")]
    public void Every_text_exists_in_every_language(string language) =>
        Assert.Equal(Wording.Of("en").Keys.Order(StringComparer.Ordinal), Wording.Of(language).Keys.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("n % 10 = 1 and n % 100 != 11", 21, true)]
    [InlineData("n % 10 = 1 and n % 100 != 11", 11, false)]
    [InlineData("n % 10 = 2..4 and n % 100 != 12..14", 22, true)]
    [InlineData("n % 10 = 2..4 and n % 100 != 12..14", 13, false)]
    [InlineData("n = 0,7 or n = 20..30", 7, true)]
    [InlineData("n = 0,7 or n = 20..30", 25, true)]
    [InlineData("n = 0,7 or n = 20..30", 8, false)]
    public void Plural_rules_are_read_as_CLDR_writes_them(string rule, long n, bool holds) =>
        Assert.Equal(holds, PluralRule.Parse(rule).Matches(n));

    [Fact]
    public void A_language_without_texts_speaks_English_and_a_region_its_main_language()
    {
        Assert.Equal("en", Wording.Of("tlh").Language);
        Assert.Equal(Wording.Of("fa")["search"], Wording.Of("fa-AF")["search"]);
    }
}
