using Dateline.Foundation.Markup;

namespace Dateline.Tests.Foundation.Markup;

public class MarkupReaderTests
{
    private static readonly Uri Base = new("https://wire.example/news/");

    [Theory]
    [InlineData("plain words", "<p>plain words</p>")]
    [InlineData("<div>a<div>b</div>c</div>", "<p>a</p><p>b</p><p>c</p>")]
    [InlineData("one<br>two<br><br>three<br>&nbsp;<br>four", "<p>one<br/>two</p><p>three</p><p>four</p>")]
    [InlineData("<p>  a \n <b> b</b>  c </p>", "<p>a <strong>b</strong> c</p>")]
    [InlineData("<b><i>x</b>y</i>", "<p><strong><em>x</em></strong><em>y</em></p>")]
    [InlineData("<p>a<p>b", "<p>a</p><p>b</p>")]
    [InlineData("<h1>T</h1><h5>t</h5>", "<h2>T</h2><h4>t</h4>")]
    [InlineData("<ul><li>a<li>b<ul><li>c</ul></ul>", "<ul><li>a</li><li><p>b</p><ul><li>c</li></ul></li></ul>")]
    [InlineData("<ol start=3><li>a</ol>", "<ol start=\"3\"><li>a</li></ol>")]
    [InlineData("<dl><dt>Term<dd>Meaning</dl>", "<p><strong>Term</strong></p><p>Meaning</p>")]
    [InlineData("<blockquote cite=/x><p>q</blockquote>", "<blockquote cite=\"https://wire.example/x\"><p>q</p></blockquote>")]
    [InlineData("<a href=' ../b?x=1&amp;y=2 '>l</a> <a href='javascript:x'>m</a>", "<p><a href=\"https://wire.example/b?x=1&amp;y=2\" rel=\"noopener\">l</a> m</p>")]
    [InlineData("<pre>\n a\n  b</pre>", "<pre> a\n  b</pre>")]
    [InlineData("<table><caption>C</caption><tr><th>a<th>b<tr><td>1<td>2</table>",
        "<p>C</p><div class=\"table\" tabindex=\"0\"><table><tbody><tr><th scope=\"col\">a</th><th scope=\"col\">b</th></tr><tr><td>1</td><td>2</td></tr></tbody></table></div>")]
    [InlineData("<table><tr><td><p>a</p><p>b</p></td></tr></table>", "<p>a</p><p>b</p>")]
    [InlineData("a<script>b</script>c<style>d</style><!-- e -->f<iframe>g</iframe><svg><text>h</text></svg>", "<p>acf</p>")]
    [InlineData("<p>a<span hidden>b <span>c</span> d</span>e<i style='display: none'>f</i></p>", "<p>ae</p>")]
    [InlineData("<b style='font-weight:normal'><p>a</p></b>", "<p>a</p>")]
    [InlineData("a &lt;b&gt; &amp; &eacute;&nbsp;c", "<p>a &lt;b&gt; &amp; é\u00A0c</p>")]
    [InlineData("<img src=a.jpg><p>t<img src=1x1.gif width=1 height=1> <img class=wp-smiley alt='🙂' src=x.png></p>",
        "<figure><img src=\"https://wire.example/news/a.jpg\" width=\"640\" height=\"480\" loading=\"lazy\" decoding=\"async\" alt=\"\"/></figure><p>t 🙂</p>")]
    [InlineData("<figure><img src=a.jpg alt=A><figcaption>Cap <b>t</b> <span class='photo credit'>Ph</span></figcaption></figure>",
        "<figure><img src=\"https://wire.example/news/a.jpg\" width=\"640\" height=\"480\" loading=\"lazy\" decoding=\"async\" alt=\"A\"/><figcaption>Cap t <span class=\"credit\">Ph</span></figcaption></figure>")]
    [InlineData("<div class='wp-caption'><a href='#'><img src=a.jpg></a><p class='wp-caption-text'>Cap</p></div>after",
        "<figure><img src=\"https://wire.example/news/a.jpg\" width=\"640\" height=\"480\" loading=\"lazy\" decoding=\"async\" alt=\"\"/><figcaption>Cap</figcaption></figure><p>after</p>")]
    [InlineData("<html><head><title>T</title><body><p>x</html>", "<p>x</p>")]
    [InlineData("<o:p></o:p><foo>kept</foo>", "<p>kept</p>")]
    [InlineData("می\u200Cگوید \u202Eabc\u202C\u0007", "<p>می\u200Cگوید abc</p>")]
    [InlineData("<p>one</p>tail", "<p>one</p><p>tail</p>")]
    [InlineData("<q>yes</q>", "<p>“yes”</p>")]
    [InlineData("", "")]
    public void Markup_becomes_blocks(string html, string expected) =>
        Assert.Equal(expected, SafeHtml.From(MarkupReader.Read(html, Base).OrThrow(), Published.WithSources).ToString());

    [Fact]
    public void Reading_what_was_published_changes_nothing() => Bodies.Hold(body =>
    {
        // A body from the editor may hold what no reader sees; read once, it's stable.
        var once = MarkupReader.Read(SafeHtml.From(body, Published.WithSources).ToString()).OrThrow();
        return MarkupReader.Read(SafeHtml.From(once, Published.WithSources).ToString()).OrThrow().Equals(once);
    });

    [Fact]
    public void Every_word_of_a_simple_text_survives()
    {
        var random = new Random(3);
        string[] tags = ["p", "div", "b", "i", "span", "ul", "li", "blockquote", "h2", "table", "td", "tr", "figure", "figcaption", "pre", "a", "section", "th", "dd", "q", "em", "caption", "center", "u"];
        for (var round = 0; round < 3_000; round++)
        {
            var html = new System.Text.StringBuilder();
            var words = new List<string>();
            for (var i = 0; i < 12; i++)
            {
                if (random.Next(2) == 0) html.Append('<').Append(random.Next(3) == 0 ? "/" : "").Append(tags[random.Next(tags.Length)]).Append('>');
                words.Add($"w{round}x{i}");
                html.Append(' ').Append(words[^1]).Append(' ');
            }
            var text = PlainText.From(MarkupReader.Read(html.ToString()).OrThrow());
            foreach (var word in words) Assert.True(text.Contains(word, StringComparison.Ordinal), $"{word} of {html} is not in {text}");
        }
    }

    [Fact]
    public void More_than_a_body_holds_is_refused_not_cut()
    {
        Assert.Equal("too-many-blocks", MarkupReader.Read(string.Concat(Enumerable.Repeat("<p>x", 6_000))).Refusal?.Code);
        Assert.Equal("too-long", MarkupReader.Read(new string('x', 1_000_001)).Refusal?.Code);
        Assert.Equal("too-long", MarkupReader.Read(new string('x', MarkupReader.MaximumLength + 1)).Refusal?.Code);
    }

    [Fact]
    public void Plain_text_keeps_its_paragraphs_and_lines() =>
        Assert.Equal("<p>a<br/>b</p><p>c &lt;d&gt;</p>", SafeHtml.From(MarkupReader.ReadText("a\r\nb\r\n\r\n \r\nc <d>\n").OrThrow(), RenderOptions.Story).ToString());

    [Theory]
    [InlineData("Results:\n\nQuaytown   12   9\nHolm        9   7\n\nMore.", "<p>Results:</p><pre>Quaytown   12   9\nHolm        9   7</pre><p>More.</p>", "Results:\n\nQuaytown   12   9\nHolm        9   7\n\nMore.")]
    [InlineData("           Pts\n1. Holm\t25\n2. Berg\t23", "<pre>           Pts\n1. Holm\t25\n2. Berg\t23</pre>", "           Pts\n1. Holm\t25\n2. Berg\t23")]
    [InlineData("Set  in  even  lines\nas  a  telegram  is", "<p>Set in even lines<br/>as a telegram is</p>", "Set in even lines\nas a telegram is")]
    [InlineData("One   line alone", "<p>One line alone</p>", "One line alone")]
    public void Plain_text_keeps_its_columns(string sent, string html, string text)
    {
        var body = MarkupReader.ReadText(sent).OrThrow();
        Assert.Equal((html, text), (SafeHtml.From(body, RenderOptions.Story).ToString(), PlainText.From(body)));
    }
}
