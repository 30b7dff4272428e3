using Dateline.Stories;

namespace Dateline.Tests.Stories;

public class StoryPathTests
{
    [Theory]
    [InlineData("Ministry says: ‘no’ to quotas", "ministry-says-no-to-quotas")]
    [InlineData("  ", "story")]
    [InlineData("!!!", "story")]
    [InlineData("Łódź – São Paulo", "lodz-sao-paulo")]
    public void A_slug_is_plain_words(string headline, string slug) => Assert.Equal(slug, StoryPath.Slug(headline));

    [Theory]
    [InlineData("افتتاح الميناء بعد أحد عشر يومًا")]
    [InlineData("گشایش تنگه پس از یازده روز")]
    [InlineData("港の再開")]
    public void Every_script_gets_a_readable_slug(string headline) => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", StoryPath.Slug(headline));

    [Fact]
    public void A_long_slug_ends_at_a_word()
    {
        var slug = StoryPath.Slug(string.Join(' ', Enumerable.Repeat("harbour", 60)));
        Assert.True(slug.Length <= 80);
        Assert.EndsWith("harbour", slug, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_are_told_from_other_words_in_addresses()
    {
        Assert.True(StoryPath.IsKey(StoryPath.NewKey()));
        Assert.All(["topic", "source", "search", "feed.rss", "upper-UP", "house.css", "story-il"], word => Assert.False(StoryPath.IsKey(word)));
    }
}
