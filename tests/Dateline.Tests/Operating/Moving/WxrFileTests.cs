using Dateline.Foundation.Markup;
using Dateline.Operating.Moving;

namespace Dateline.Tests.Operating.Moving;

public class WxrFileTests
{
    private static List<WxrPart> Read(string text, bool texts = true)
    {
        using var file = new WxrFile(WxrSample.Stream(text));
        return [.. file.Parts(texts)];
    }

    [Fact]
    public void An_export_is_read_in_the_order_of_the_file()
    {
        var parts = Read(WxrSample.Of(
            WxrSample.Post(7, "One", "Text.", comments: WxrSample.Comment(70, "First.") + WxrSample.Comment(71, "Second.", parent: 70)),
            WxrSample.Post(8, "Two", "More.")));
        Assert.Equal([typeof(WxrAuthor), typeof(WxrCategory), typeof(WxrSite), typeof(WxrPost), typeof(WxrComment), typeof(WxrComment), typeof(WxrPost)], parts.Select(part => part.GetType()));
        var post = Assert.IsType<WxrPost>(parts[3]);
        Assert.Equal((7, "post", "publish", "One", "mira", "Text."), (post.Id, post.Type, post.Status, post.Title, post.Creator, post.Content));
        Assert.Equal(new DateTimeOffset(2021, 5, 4, 9, 30, 0, TimeSpan.Zero), post.Date);
        Assert.Equal([new WxrTerm("category", "economy", "Economy"), new WxrTerm("post_tag", "ferry", "ferry")], post.Terms);
        var answer = Assert.IsType<WxrComment>(parts[5]);
        Assert.Equal((71, 7, 70, "1", "Second."), (answer.Id, answer.Post, answer.Parent, answer.Approved, answer.Content));
        Assert.Equal(new WxrSite("Harbour Post", WxrSample.Site), parts[2]);
    }

    [Fact]
    public void Characters_that_XML_forbids_are_left_out_and_the_rest_is_read()
    {
        var parts = Read(WxrSample.Of(WxrSample.Post(7, "A\u0008B", "x\u000By\uFFFEz &amp; 🚢", comments: WxrSample.Comment(1, "c\u0001d"))));
        Assert.Equal("AB", parts.OfType<WxrPost>().Single().Title);
        Assert.Equal("xyz &amp; 🚢", parts.OfType<WxrPost>().Single().Content);
        Assert.Equal("cd", parts.OfType<WxrComment>().Single().Content);
        Assert.Empty(parts.OfType<WxrBroken>());
    }

    [Theory]
    [InlineData("ISO-8859-1", "iso-8859-1", "Mühlenstraße – café")]
    [InlineData("windows-1252", "windows-1252", "Mühlenstraße – café")]
    [InlineData("windows-1256", "windows-1256", "افتتاح الرصيف")]
    [InlineData("windows-1251", "windows-1251", "Пристань открыта")]
    [InlineData("utf-16", "utf-16", "یخ روی تنگه")]
    [InlineData("utf-16BE", "utf-16", "یخ روی تنگه")]
    [InlineData("utf-8", "UTF-16", "یخ روی تنگه")]
    [InlineData("utf-8", null, "یخ روی تنگه")]
    public void A_file_is_read_in_the_encoding_that_it_declares(string written, string? declared, string text)
    {
        var encoding = System.Text.CodePagesEncodingProvider.Instance.GetEncoding(written == "ISO-8859-1" ? "windows-1252" : written) ?? System.Text.Encoding.GetEncoding(written);
        var xml = WxrSample.Of(WxrSample.Post(7, text, text, comments: WxrSample.Comment(70, text))).Replace(" encoding=\"UTF-8\"", declared is null ? "" : $" encoding='{declared}'", StringComparison.Ordinal);
        foreach (var mark in new[] { encoding.Preamble.ToArray(), [] })
        {
            using var file = new WxrFile(new MemoryStream([.. mark, .. encoding.GetBytes(xml)]));
            var parts = file.Parts().ToList();
            Assert.Equal((text, text), (parts.OfType<WxrPost>().Single().Title, parts.OfType<WxrComment>().Single().Content));
            Assert.Equal(0, file.Unread.Places);
        }
    }

    [Fact]
    public void Bytes_that_are_no_letter_are_counted_and_an_encoding_that_nobody_knows_is_told()
    {
        var bytes = System.Text.Encoding.Latin1.GetBytes(WxrSample.Of(WxrSample.Post(7, "Caf\u00E9 in M\u00FCnchen", "Text.")));
        using var file = new WxrFile(new MemoryStream(bytes)); // declared as UTF-8
        Assert.Equal("Caf\uFFFD in M\uFFFDnchen", file.Parts().OfType<WxrPost>().Single().Title);
        Assert.Equal((2, "utf-8"), file.Unread);
        Assert.Contains("x-mystery", Assert.Throws<System.Xml.XmlException>(() => Read(WxrSample.Of().Replace("UTF-8", "x-mystery", StringComparison.Ordinal))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pair_that_the_end_of_a_buffer_tears_apart_stays_one()
    {
        var ships = string.Concat(Enumerable.Repeat("🚢", 20_000));
        foreach (var shift in new[] { "", "x" }) Assert.Equal(shift + ships, Read(WxrSample.Of(WxrSample.Post(7, "T", shift + ships))).OfType<WxrPost>().Single().Content);
    }

    /// <summary>Cut at any place, what came whole before it is there, and the end says where.</summary>
    [Fact]
    public void A_file_that_breaks_off_gives_what_stands_before()
    {
        var text = WxrSample.Of(WxrSample.Post(7, "One", "Text.", comments: WxrSample.Comment(70, "First.")), WxrSample.Post(8, "Two", "More."));
        var second = text.IndexOf("<title><![CDATA[Two", StringComparison.Ordinal);
        var end = text.IndexOf("</channel>", StringComparison.Ordinal);
        for (var cut = 1; cut < text.Length - 1; cut += 7)
        {
            var parts = Read(text[..cut]);
            if (cut > second) Assert.Equal(7, parts.OfType<WxrPost>().First().Id);
            if (cut < end) Assert.True(Assert.IsType<WxrBroken>(parts[^1]).Line > 0);
        }
    }

    [Fact]
    public void Entities_are_not_expanded()
    {
        var text = WxrSample.Of(WxrSample.Post(7, "One", "Text.")).Replace("<rss ", "<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><rss ", StringComparison.Ordinal).Replace("<title>Harbour Post", "<title>&b;", StringComparison.Ordinal);
        Assert.Contains(Read(text), part => part is WxrBroken);
    }

    [Theory]
    [InlineData("One.\n\nTwo\nlines.", "<p>One.</p><p>Two<br/>lines.</p>")]
    [InlineData("<!-- wp:paragraph -->\n<p>One\ntwo.</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:paragraph -->\n<p>Three.</p>\n<!-- /wp:paragraph -->", "<p>One two.</p><p>Three.</p>")]
    [InlineData("Before [sic] and [note]after[/note].", "<p>Before [sic] and [note]after[/note].</p>")]
    [InlineData("[gallery ids=\"1,2\"]Text [ninja_form id=3] goes on.", "<p>Text goes on.</p>")]
    [InlineData("A <b>bold</b>\nline.\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>\nEnd.", "<p>A <strong>bold</strong><br/>line.</p><ul><li>one</li><li>two</li></ul><p>End.</p>")]
    [InlineData("<pre>a\n\nb</pre>", "<pre>a\n\nb</pre>")]
    [InlineData("<script>alert(1)</script>Text.<img src=x onerror=alert(1)>", "<p>Text.</p>")]
    public void The_text_of_a_post_is_read_as_WordPress_shows_it(string content, string html)
    {
        var body = WordPressText.Post(content, new Uri(WxrSample.Site), out _).Value!;
        Assert.Equal(html, SafeHtml.From(body, new RenderOptions()).ToString().Replace("\n</p>", "</p>", StringComparison.Ordinal));
    }

    [Fact]
    public void A_comment_keeps_what_replies_here_may_have()
    {
        var body = WordPressText.Comment("Read <a href=\"https://x.example/a\">this</a> and https://y.example/b.\n\n<blockquote>Said <em>so</em>.</blockquote><h2>Loud</h2><img src=\"https://z.example/i.png\"><script>x()</script>")!;
        Assert.All(body.AllBlocks(), block => Assert.True(block is Paragraph or Quote, block.ToString()));
        Assert.Equal("Read this (https://x.example/a) and https://y.example/b.", PlainText.From(body).Split('\n')[0]);
        var links = body.AllBlocks().OfType<Paragraph>().SelectMany(one => one.Content).OfType<Text>().Where(one => one.Link is not null).ToList();
        Assert.All(links, link => Assert.Equal(link.Link!.Value, link.Value));
        Assert.Null(WordPressText.Comment("<script>x()</script>"));
    }

    [Fact]
    public void Lines_of_millions_of_signs_take_no_longer_than_their_length()
    {
        // Quadratic, each of these would take minutes: the run of tests would not end in time.
        foreach (var part in new[] { ">\n", "<\n", "[a b=", "\n \n", "<pre>", "[gallery " })
            WordPressText.Post(string.Concat(Enumerable.Repeat(part, 1_500_000 / part.Length)), null, out _);
    }
}
