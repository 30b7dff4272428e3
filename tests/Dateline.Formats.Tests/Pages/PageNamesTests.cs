namespace Dateline.Formats.Tests.Pages;

/// <summary>Whose page it is, who wrote the story and which picture leads it, where the head of the page doesn't say.</summary>
public class PageNamesTests
{
    private const string Headline = "Ferries sail again after the storm";
    private const string Text = "<p>The ferries of Port Harbour sailed again on Monday after three days of storm, the harbour board said in a statement.</p><p>Some four thousand passengers had waited on the quay since Friday evening, according to the company that runs the ferries.</p>";

    private static Task<NewsItem> Read(string title, string above, string body = Text) =>
        PageExtractionTests.Read($"<html><head><title>{title}</title></head><body>{above}<div class=\"z\">{body}</div></body></html>");

    [Theory]
    [InlineData($"{Headline} | Harbour Wire", $"<h1>{Headline}</h1>", "Harbour Wire")]
    [InlineData($"{Headline} – Local – Harbour Wire", $"<h1>{Headline}</h1>", "Harbour Wire")]
    [InlineData($"{Headline}-新华网", $"<h1>{Headline}</h1>", "新华网")]
    [InlineData($"{Headline}|管网_新闻_网易", $"<h1>{Headline}</h1>", "网易")]
    [InlineData($"Harbour Wire: {Headline}", $"<h1><a href=\"/\">Harbour Wire</a></h1><h3 class=\"post-title\">{Headline}</h3>", "Harbour Wire")]
    [InlineData($"Harbour Wire :: {Headline}", $"<font size=4><b>{Headline}</b></font>", "Harbour Wire")]
    [InlineData($"Port Harbour: {Headline}", $"<h1>{Headline}</h1>", null)]
    [InlineData($"{Headline} - November 16, 2026", $"<h1>{Headline}</h1>", null)]
    [InlineData($"{Headline}, and why it matters", $"<h1>{Headline}</h1>", null)]
    public async Task The_site_is_named_by_its_title(string title, string above, string? site)
    {
        var item = await Read(title, above);
        Assert.Equal((Headline, site), (item.Headline, item.Credit?.Provider));
    }

    [Fact]
    public async Task A_blogs_name_in_the_script_of_India_is_no_headline()
    {
        const string Bengali = "নদীভাঙনে গৃহহীন তিন শতাধিক পরিবার";
        Assert.Equal(Bengali, (await Read($"দৈনিক চরবার্তা: {Bengali}", $"<h1 class=\"title\"><a href=\"/\">দৈনিক চরবার্তা</a></h1><h3 class=\"post-title entry-title\">{Bengali}</h3>")).Headline);
    }

    [Theory]
    [InlineData("<span class=\"yazar\">Elif Karadeniz</span>", "Elif Karadeniz")]
    [InlineData("<div class=\"contributor-name\">রফিকুল ইসলাম</div>", "রফিকুল ইসলাম")]
    [InlineData("<div class=\"nx-author\"><a href=\"/a\">Μαρία Δελή</a></div>", "Μαρία Δελή")]
    [InlineData("<p class=\"firma\">Por Lucía Ferrer</p>", "Lucía Ferrer")]
    [InlineData("<div class=\"Byline__root\"><ul><li><span>Maja Bergström</span> <a href=\"mailto:m@svx.example\">maja@svx.example</a></li></ul></div>", "Maja Bergström")]
    [InlineData("<div class=\"article-autor\">Harbour News Agency</div>", null)]
    [InlineData("<figure><img src=\"/f.jpg\"><span class=\"autor\">Ana Rubio</span></figure>", null)]
    [InlineData("<div class=\"related-posts\"><span class=\"post-autor\">Ana Rubio</span></div>", null)]
    public async Task The_writer_is_named_by_an_element_that_is_called_so(string named, string? byline) => Assert.Equal(byline, (await Read("x", $"<h1>{Headline}</h1>{named}")).Byline);

    [Theory]
    [InlineData("<meta name=\"author\" content=\"iHarbour.example, Mara Quill\">", "iHarbour.example", "Mara Quill")]
    [InlineData("<meta name=\"author\" content=\"Mara Quill, HARBOUR WIRE\">", "Harbour Wire", "Mara Quill")]
    [InlineData("<meta name=\"author\" content=\"Mara Quill, Harbour Wire Lorven\">", "Harbour Wire", "Mara Quill")]
    [InlineData("<meta name=\"author\" content=\"Mara Quill, Carl Dunn\">", "Harbour Wire", "Mara Quill, Carl Dunn")]
    [InlineData("<meta name=\"cXenseParse:author\" content=\"佐藤 美咲\">", "北浜新聞", "佐藤 美咲")]
    [InlineData("<meta name=\"articleAuthor\" content=\"Mara Quill\">", "Harbour Wire", "Mara Quill")]
    [InlineData("<meta name=\"twitter:label1\" content=\"Geschrieben von\"><meta name=\"twitter:data1\" content=\"Mara Quill\">", "Harbour Wire", "Mara Quill")]
    [InlineData("<meta name=\"twitter:label1\" content=\"Est. reading time\"><meta name=\"twitter:data1\" content=\"3 minutes\">", "Harbour Wire", null)]
    [InlineData("<meta property=\"og:article:author\" content=\"한들신문 | 포털\">", "포털", null)]
    public async Task The_head_names_the_writer_beside_the_house(string head, string site, string? byline) =>
        Assert.Equal(byline, (await PageExtractionTests.Read($"<html><head><title>{Headline}</title><meta property=\"og:site_name\" content=\"{site}\">{head}</head><body><h1>{Headline}</h1><div class=\"z\">{Text}</div></body></html>")).Byline);

    [Fact]
    public async Task The_day_of_a_Blogger_post_is_in_its_title() =>
        Assert.Equal(new DateTimeOffset(2026, 11, 16, 8, 15, 0, TimeSpan.Zero), (await Read(Headline, $"<h2>Monday, November 16, 2026</h2><h3>{Headline}</h3>", $"{Text}<abbr class=\"published\" itemprop=\"datePublished\" title=\"2026-11-16T00:15:00-08:00\">12:15 AM</abbr>")).Published);

    [Theory]
    [InlineData("<p class=\"post-meta\">por <span>Mara Quill</span> | <span class=\"published\">Nov 16, 2026</span> | <a>Local</a> | <a>0 Comentarios</a></p>", "", "2026-11-16 00:00", null)]
    [InlineData("", "<p class=\"entry-footer\">Posted by Mara Quill on November 16, 2026 8:15 AM <span>|</span> <a>Permalink</a></p>", "2026-11-16 08:15", "Mara Quill")]
    public async Task Day_and_writer_are_found_in_the_line_of_the_theme(string above, string below, string day, string? byline)
    {
        var item = await Read(Headline, $"<h1>{Headline}</h1>{above}", $"{Text}{below}");
        Assert.Equal((day, byline), (item.Published?.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture), item.Byline));
    }

    [Theory]
    [InlineData($"<article><div class=\"top\"><figure><img src=\"/f.jpg\" class=\"wp-post-image\"></figure></div><h1>{Headline}</h1><div class=\"z\">{Text}</div></article>", null)]
    [InlineData($"<div class=\"k2\"><h2 class=\"itemTitle\">{Headline}</h2><div class=\"itemBody\"><div class=\"itemImageBlock\"><a href=\"/f.jpg\"><img src=\"/f.jpg\" width=600></a><span class=\"itemImageCaption\">A ferry.</span></div><div class=\"itemIntroText\">{Text}</div></div></div>", "A ferry.")]
    [InlineData($"<article><h1>{Headline}</h1><figure><a href=\"/f.jpg\"><img src=\"/f.jpg\"></a><figcaption>A ferry.</figcaption></figure><div class=\"z\">{Text}<div class=\"td-a-rec\"><span>- Hirdetés -</span><div><a href=\"/b\"><img src=\"/banner.png\"></a></div></div>{Text}</div></article>", "A ferry.")]
    [InlineData($"<article><h1>{Headline}</h1><figure><div><img src=\"/grey-placeholder.png\"><img src=\"/f.jpg\"></div><figcaption>A ferry.</figcaption></figure><div class=\"z\">{Text}</div></article>", "A ferry.")]
    [InlineData($"<main><div><div><figure><div><img src=\"/f.jpg\"></div></figure></div><figcaption>A ferry.</figcaption></div><h1>{Headline}</h1><div class=\"z\">{Text}</div></main>", "A ferry.")]
    [InlineData($"<article><h1>{Headline}</h1><div class=\"elementor-element elementor-widget elementor-widget-theme-post-featured-image\"><div class=\"elementor-widget-container\"><img src=\"/f.jpg\" width=800></div></div><div class=\"elementor-widget elementor-widget-theme-post-content\">{Text}</div></article>", null)]
    public async Task The_leading_picture_is_found_where_the_theme_puts_it(string body, string? caption)
    {
        var picture = Assert.Single((await PageExtractionTests.Read($"<html><head><title>{Headline}</title></head><body>{body}</body></html>")).Media);
        Assert.Equal(("https://harbourwire.example/f.jpg", caption), (picture.Href, picture.Caption));
    }

    [Theory]
    [InlineData("<blockquote class=\"pullquote\"><p>Some four thousand passengers had waited</p></blockquote>", false)]
    [InlineData("<blockquote><p>Four thousand had waited since Friday</p><cite>the company</cite></blockquote>", false)]
    [InlineData("<blockquote><p>Nobody gave us so much as a cup of tea on the quay, and nobody said a word.</p></blockquote>", true)]
    public async Task A_paragraphs_words_set_large_are_told_once(string quote, bool isKept)
    {
        var text = PageExtractionTests.Text(await Read(Headline, $"<h1>{Headline}</h1>", $"{Text}{quote}<p>Fishermen on the eastern shore lost most of their nets and asked the government for help before the winter comes.</p>"));
        Assert.Equal((isKept, 1), (text.Contains("cup of tea", StringComparison.Ordinal), text.Split("ad waited").Length - 1));
    }
}
