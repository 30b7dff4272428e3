using Dateline.Foundation.Markup;

namespace Dateline.Tests.Foundation.Markup;

public class ReaderTextTests
{
    [Theory]
    [InlineData("one\ntwo\n\n\nthree", "<p>one<br/>two</p><p>three</p>")]
    [InlineData("> said\n> so\n\nno", "<blockquote><p>said<br/>so</p></blockquote><p>no</p>")]
    [InlineData(">> deep\n> shallow", "<blockquote><blockquote><p>deep</p></blockquote><p>shallow</p></blockquote>")]
    [InlineData("<b>x</b> &amp;", "<p>&lt;b&gt;x&lt;/b&gt; &amp;amp;</p>")]
    [InlineData("this *matters* a _lot_.", "<p>this <em>matters</em> a <em>lot</em>.</p>")]
    [InlineData("5 * 3 * 2 and snake_case_name", "<p>5 * 3 * 2 and snake_case_name</p>")]
    [InlineData("*open", "<p>*open</p>")]
    [InlineData("(see https://a.example/x_(y)_z).", "<p>(see <a href=\"https://a.example/x_(y)_z\" rel=\"noopener\">https://a.example/x_(y)_z</a>).</p>")]
    [InlineData("*go https://a.example/*", "<p><em>go </em><a href=\"https://a.example/\" rel=\"noopener\"><em>https://a.example/</em></a></p>")]
    [InlineData("javascript:alert(1) xhttps://a.example https://u:p@a.example/", "<p>javascript:alert(1) xhttps://a.example https://u:p@a.example/</p>")]
    [InlineData("https://fa.example/خبر، بله", "<p><a href=\"https://fa.example/خبر\" rel=\"noopener\">https://fa.example/خبر</a>، بله</p>")]
    public void A_reply_has_a_few_forms_and_the_rest_is_text(string typed, string expected) =>
        Assert.Equal(expected, SafeHtml.From(ReaderText.Read(typed).OrThrow(), RenderOptions.Story).ToString());

    [Fact]
    public void A_link_says_where_it_goes()
    {
        var random = new Random(5);
        string[] parts = ["https://a.example/", "http://b.example", "HTTPS://C.example/?q=1", "*", "_", "(", ")", ".", " ", "x", "\n", "»", "'", "&", "#", "/", "é", "，"];
        for (var i = 0; i < 5_000; i++)
        {
            var typed = "a" + string.Concat(Enumerable.Range(0, 12).Select(_ => parts[random.Next(parts.Length)]));
            var body = ReaderText.Read(typed).OrThrow();
            foreach (var piece in body.AllBlocks().OfType<Paragraph>().SelectMany(paragraph => paragraph.Content).OfType<Text>())
                if (piece.Link is { } link) Assert.Equal(link.Value, piece.Value);
        }
    }

    [Fact]
    public void Too_much_is_refused_never_cut()
    {
        Assert.Equal("too-long", ReaderText.Read(new string('x', 10_001)).Refusal?.Code);
        Assert.Equal("too-many-links", ReaderText.Read(string.Join('\n', Enumerable.Repeat("https://a.example/ x", 21))).Refusal?.Code);
        Assert.Equal("too-many-paragraphs", ReaderText.Read(string.Join("\n\n", Enumerable.Repeat("x", 201))).Refusal?.Code);
        Assert.Equal("empty", ReaderText.Read(" \n\u200B\u200E ").Refusal?.Code);
    }

    [Fact]
    public void Marks_without_end_take_no_time()
    {
        foreach (var piece in new[] { "*a ", "_a", "*", ">", "http://", "https://a(", "> \n" })
            ReaderText.Read(string.Concat(Enumerable.Repeat(piece, 20_000)), limit: 2_000_000);
    }

    [Theory]
    [InlineData("  Ana\n\tMaria ", "Ana Maria")]
    [InlineData("e\u0301ditor", "éditor")]
    [InlineData("a\u202Eb\u2066c\u0000\uFEFF", "abc")]
    [InlineData("\u200B \u200F", "")]
    [InlineData("می\u200Cگوید", "می\u200Cگوید")]
    [InlineData(null, "")]
    public void One_line_is_one_line(string? typed, string expected) => Assert.Equal(expected, LineText.Clean(typed, 20).Value);

    [Fact]
    public void Half_a_character_is_replaced() => Assert.Equal("x\uFFFDy", LineText.Clean("x\uD800y", 20).Value);

    [Fact]
    public void A_line_over_its_length_is_refused()
    {
        Assert.Equal("too-long", LineText.Clean(new string('x', 21), 20).Refusal?.Code);
        Assert.Equal("too-long", LineText.Clean(new string(' ', 10_000), 20).Refusal?.Code);
    }
}
