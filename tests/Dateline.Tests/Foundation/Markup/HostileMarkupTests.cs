using System.Diagnostics;
using Dateline.Foundation.Markup;
using Dateline.Tests.House;

namespace Dateline.Tests.Foundation.Markup;

public class HostileMarkupTests
{
    private static readonly string[] Tags = ["img", "a", "p", "svg", "math", "iframe", "object", "embed", "form", "input", "video", "audio", "body", "base", "meta", "link",
        "style", "script", "template", "noscript", "title", "textarea", "xmp", "plaintext", "table", "td", "select", "option", "button", "marquee", "details", "x-y", "frameset",
        "foreignobject", "desc", "mi", "mtext", "annotation-xml", "mglyph", "malignmark", "figure", "figcaption", "pre", "li", "blockquote", "h1", "b", "image", "isindex", "noembed", "dialog"];
    private static readonly string[] Handlers = ["onerror", "onload", "onclick", "ONMOUSEOVER", "onfocus", "on\u0000load", "/onload", "ontoggle", "onbegin", "formaction", "xlink:href", "srcdoc", "style", "data"];
    private static readonly string[] Schemes = ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "java&#10;script:alert(1)", "&#106;avascript:alert(1)", "\u0001javascript:alert(1)",
        "vbscript:x", "data:text/html,<script>alert(1)</script>", "//evil.example", "https://user:pass@evil.example/", "file:///etc/passwd", "feed:javascript:x", "view-source:x", "https://ok.example/\"onload=x",
        "https://ok.example/' onclick='x", "mailto:x\" onclick=\"y", "blob:https://x", "https:\\\\evil.example", "http://[::1]\"x"];
    private static readonly string[] Quotes = ["\"", "'", "", "`"];
    private static readonly string[] Ends = [">", "/>", "", " >", "\n>", "><", "></", " //>", "\0>"];
    private static readonly string[] Wraps = ["{0}", "<!--{0}-->", "<!--><{0}", "<![CDATA[{0}]]>", "<svg>{0}</svg>", "<svg><style>{0}</style></svg>", "<math><mtext><table><mglyph><style><!--</style>{0}",
        "<noscript><p title=\"</noscript>{0}\">", "<template>{0}</template>", "<textarea>{0}", "</textarea>{0}", "<title>{0}", "<style>{0}", "<style></style >{0}", "<script>{0}</script>", "<script><!--<script>{0}",
        "<table>{0}<tr><td>{0}", "<form><math><mtext></form><form><mglyph><style></math>{0}", "<svg></p><style><a id=\"</style>{0}\">", "<pre>{0}", "<ul>{0}<li>{0}", "<figure>{0}<figcaption>{0}", "<q>{0}",
        "<plaintext>{0}", "<xmp>{0}</xmp>{0}", "<b hidden>{0}</b>", "<a href='https://ok.example/'>{0}", "&lt;{0}&gt;", "<div title='{0}'>{0}</div>", "<svg><foreignObject>{0}", "<?php {0} ?>", "<!doctype {0}>",
        "<select><option>{0}", "<iframe srcdoc='{0}'>{0}</iframe>", "<noembed>{0}</noembed>", "<p class='wp-caption'>{0}<span class=credit>{0}"];

    [Fact]
    [Trait("Soak", "yes")]
    public Task Nothing_hostile_gets_through() => Soak.Repeat("hostile markup, 6,000 a round", inSuite: 1, seed => Task.Run(() => GetThrough(seed)));

    private static void GetThrough(int seed)
    {
        var random = new Random(20_11_18 + seed);
        for (var i = 0; i < 6_000; i++)
        {
            var html = Vector(random);
            var reading = MarkupReader.Read(html, new Uri("https://wire.example/a/"));
            var body = reading.OrThrow();
            var published = SafeHtml.From(body, Published.WithSources);
            var intruder = Published.Intruder(published);
            Assert.True(intruder is null, $"{intruder} from {html} as {published}");
            var again = MarkupReader.Read(published.ToString(), new Uri("https://wire.example/a/")).OrThrow();
            Assert.True(again.Equals(body), $"{html}\n1: {body.ToJson()}\n2: {again.ToJson()}");
        }
    }

    [Fact]
    [Trait("Soak", "yes")]
    public Task Hostile_text_in_a_reply_is_text() => Soak.Repeat("hostile replies, 4,000 a round", inSuite: 1, seed => Task.Run(() => StaysText(seed)));

    private static void StaysText(int seed)
    {
        var random = new Random(6 + seed);
        for (var i = 0; i < 4_000; i++)
        {
            if (ReaderText.Read(Vector(random)) is not { Accepted: true } reading) continue;
            var published = SafeHtml.From(reading.Value!, RenderOptions.Reader);
            Assert.Null(Published.Intruder(published));
        }
    }

    [Theory]
    [InlineData("<div>", 1)]
    [InlineData("<div>", 10_000)]
    [InlineData("<div><p>", 125_000)]
    [InlineData("<blockquote>x", 70_000)]
    [InlineData("<ul><li>x", 100_000)]
    [InlineData("<table><tr><td>x", 60_000)]
    [InlineData("<ul><li>a<p>", 80_000)]
    [InlineData("<b><i><a href=x>", 60_000)]
    [InlineData("</div></b></p>", 70_000)]
    [InlineData("<svg>", 200_000)]
    [InlineData("<figure><figcaption>", 50_000)]
    [InlineData("<pre><q>", 120_000)]
    [InlineData("<tr><tr>", 120_000)]
    [InlineData("<!--", 250_000)]
    [InlineData("&", 1_000_000)]
    [InlineData("<a ", 300_000)]
    [InlineData("<span hidden>", 70_000)]
    [InlineData("<p x=y style='a'>", 55_000)]
    public void Depth_and_bulk_cost_neither_stack_nor_time(string piece, int times)
    {
        var html = string.Concat(Enumerable.Repeat(piece, times)) + "end";
        MarkupReader.Read("<p>warm</p>");
        var watch = Stopwatch.StartNew();
        var reading = MarkupReader.Read(html);
        if (reading.Accepted) Assert.Null(Published.Intruder(SafeHtml.From(reading.Value, Published.WithSources)));
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(1), $"{watch.Elapsed}");      // a fraction of a second; quadratic is many minutes
    }

    [Fact]
    public void Formatting_that_multiplies_in_a_browser_does_not_here()
    {
        var html = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"<b a={i}>")) + string.Concat(Enumerable.Repeat("<p>x", 4_000));
        Assert.Equal(4_000, MarkupReader.Read(html).OrThrow().Blocks.Count);
    }

    [Fact]
    public void A_megabyte_of_ordinary_text_is_read()
    {
        var html = string.Concat(Enumerable.Range(0, 4_900).Select(i => $"<p>Paragraph {i} tells of <b>boats</b>, <a href='/b?{i}'>bread</a> and the weather. {new string('w', 120)}</p>\n"));
        Assert.True(html.Length > 1_000_000);
        Assert.Equal(4_900, MarkupReader.Read(html, new Uri("https://wire.example/")).OrThrow().Blocks.Count);
    }

    private static string Vector(Random random)
    {
        var text = "";
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var quote = Pick(random, Quotes);
            var scheme = Pick(random, Schemes);
            var tag = Pick(random, Tags);
            var attribute = random.Next(4) switch
            {
                0 => $"href={quote}{scheme}{quote}",
                1 => $"src={quote}{scheme}{quote} alt={quote}<script>alert(1)</script>{quote}",
                2 => $"{Pick(random, Handlers)}={quote}alert(1){quote}",
                _ => $"src=https://pics.example/{random.Next(9)}.jpg cite={quote}{scheme}{quote} {Pick(random, Handlers)}={scheme}",
            };
            var vector = $"<{(random.Next(9) == 0 ? "/" : "")}{tag}{Pick(random, [" ", "/", "\n", "\f"])}{attribute}{Pick(random, Ends)}{Pick(random, ["", "text", " x ", "<br>", "<b>y</b>", $"</{tag}>"])}";
            text += string.Format(System.Globalization.CultureInfo.InvariantCulture, Pick(random, Wraps), vector);
        }
        return text;
    }

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];
}
