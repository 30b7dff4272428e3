using Dateline.Foundation.Markup;

namespace Dateline.Tests.Foundation.Markup;

public class ExcerptTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("The tide — 3.5 metres — fell.", 5)]
    [InlineData("don't re-enter", 2)]
    [InlineData("رئیس‌جمهور می‌گوید: «بله»", 3)]
    [InlineData("地震が東京で", 6)]
    [InlineData("東京 Tower 2026年", 5)]
    [InlineData(" … !? ", 0)]
    public void Words_are_counted_as_readers_count_them(string text, int words) => Assert.Equal(words, Words.Count(text));

    [Fact]
    public void An_excerpt_ends_between_words_with_its_marks_kept()
    {
        var body = MarkupReader.Read("<p>Fog held <b>the ferries in port</b> on Monday.</p><p>More.</p>").OrThrow();
        Assert.Equal("<p>Fog held <strong>the ferries…</strong></p>", SafeHtml.From(body.Excerpt(4), RenderOptions.Story).ToString());
        Assert.Same(body, body.Excerpt(9));
        Assert.Equal(body.Blocks[0].Id, body.Excerpt(4).Blocks[0].Id);
    }

    [Fact]
    public void An_excerpt_never_has_more_words_than_asked_for() => Bodies.Hold(body =>
        Enumerable.Range(0, 8).All(words => body.Excerpt(words).WordCount <= words && (body.WordCount > words || body.Excerpt(words).Equals(body))));

    [Fact]
    public void Ideographs_are_cut_between_any_two() =>
        Assert.Equal("東京で…", PlainText.From(Body.Plain("東京で地震").Excerpt(3)));

    [Fact]
    public void Plain_text_separates_paragraphs_by_a_blank_line()
    {
        var body = MarkupReader.Read("<h2>H</h2><p>a<br>b</p><ol><li>x<li>y</ol><hr><table><tr><td>1<td>2</table>").OrThrow();
        Assert.Equal("H\n\na\nb\n\n1. x\n2. y\n\n1\t2", PlainText.From(body));
    }

    [Fact]
    public void The_first_paragraphs_are_the_first_paragraphs()
    {
        var body = MarkupReader.Read("<h2>H</h2><p>a</p><blockquote>q</blockquote><p>b</p><p>c</p>").OrThrow();
        Assert.Equal("a\n\nb", PlainText.From(body.FirstParagraphs(2)));
    }
}
