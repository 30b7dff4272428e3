namespace Dateline.Formats.Tests.Pages;

/// <summary>The headline of a page is what its readers see, whatever the head of the page says for search engines.</summary>
public class ShownHeadlineTests
{
    private const string Headline = "Ferries sail again after three days of storm";
    private const string First = "The ferries of Port Harbour sailed again on Monday after three days of storm, the harbour board said in a statement.";
    private const string Story = $"<p>{First}</p><p>Fishermen on the eastern shore lost most of their nets and asked the government for help before the winter comes.</p>";
    private const string Seo = "Port Harbour is open: what travellers need to know";

    [Theory]
    [InlineData("<title>Quay24</title>")]
    [InlineData("<title>Quay24 - News from the coast</title>")]
    [InlineData("<title>News | Quay24</title>")]
    [InlineData("<title>Ferries</title>")]
    [InlineData($"<title>{Seo} | Quay24</title>")]
    [InlineData($"<title>{Seo} | Quay24</title><meta property=\"og:title\" content=\"{Seo}\"><meta property=\"og:site_name\" content=\"Quay24\">")]
    [InlineData($"<title>{Headline} | Quay24</title><script type=\"application/ld+json\">{{\"@type\":\"NewsArticle\",\"headline\":\"{Seo}\"}}</script>")]
    [InlineData($"<title>Quay24 | {Headline}</title>")]
    public async Task The_heading_of_the_first_rank_is_the_headline(string head)
    {
        foreach (var body in (string[])[$"<main><article><h1>{Headline}</h1>{Story}</article></main>", $"<article><header><h1 class=\"entry-title\">{Headline}</h1></header><div class=\"entry-content\">{Story}</div></article>", $"<div class=\"head\"><h1>{Headline}</h1></div><div class=\"content\">{Story}</div>", $"<h1><span class=\"kicker\">Shipping</span> <span>{Headline}</span></h1>{Story}"])
        {
            var item = await PageExtractionTests.Read($"<html><head>{head}</head><body><nav><a href=\"/\">Home</a></nav>{body}</body></html>");
            Assert.EndsWith(Headline, item.Headline, StringComparison.Ordinal);
            if (head.Contains(Headline, StringComparison.Ordinal) && !head.Contains(Seo, StringComparison.Ordinal) || !body.Contains("kicker", StringComparison.Ordinal)) Assert.Equal(Headline, item.Headline);
            Assert.StartsWith(First, PageExtractionTests.Text(item), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData($"<title>{Headline} - The Quay Times</title>", $"<h1><a href=\"/\">The Quay Times</a></h1><div><h2>{Headline}</h2>")]
    [InlineData($"<title>{Headline} - The Quay Times</title>", $"<h1>News from the harbour</h1><div><h2>{Headline}</h2>")]
    [InlineData($"<title>{Headline}</title>", "<h1><a href=\"https://quaytimes.example/\">The Quay Times</a></h1><div>")]
    [InlineData($"<title>{Headline} - The Quay Times</title>", "<h1>The Quay Times</h1><div>")]
    [InlineData($"<title>{Headline}</title>", "<h1 class=\"screen-reader-text\">News and more from the coast</h1><div>")]
    [InlineData($"<title>{Headline} | Quay24</title>", "<h1>News</h1><div>")]
    [InlineData("<title>Boats are back - Quay Times</title>", $"<h1>Quay Times</h1><h1>{Headline}</h1><div>")]
    [InlineData("<title>Quay24 - News from the coast</title>", $"<div><h2>{Headline}</h2>")]
    [InlineData("<title>Quay24</title>", $"<div class=\"news-title\">{Headline}</div><div>Date: 16/11/2026 | Source: Coast News</div><div>")]
    [InlineData("<title>Coast Portal</title>", $"<table><tr><td><b>{Headline}</b></td></tr><tr><td>Posted by <a>admin</a> on Monday, November 16 @ 11:05:33 CET (120 reads)</td></tr></table><div>")]
    [InlineData("<title>Quay Daily: Ferries sail</title>", "<table><tr><td><font size=5><b>Ferries sail</b></font><br><font size=2>By Mara Quill<br>Staff Writer</font></td></tr></table><div>")]
    public async Task A_heading_of_the_site_or_its_section_is_not(string head, string top)
    {
        var item = await PageExtractionTests.Read($"<html><head>{head}</head><body>{top}{Story}</div></body></html>");
        Assert.Equal(head.Contains("Ferries sail<", StringComparison.Ordinal) ? "Ferries sail" : Headline, item.Headline);
        Assert.StartsWith(First, PageExtractionTests.Text(item), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_the_first_users_gives_what_its_copy_gives()
    {
        var item = await PageExtractionTests.Read($"""
            <html lang="en-US"><head><title>PressTV/ {Headline} | Shafaqna English</title></head><body><article class="post-entry"><div class="entry-content-wrapper"><header class="entry-content-header"><h1 class="post-title entry-title"><a href="#">PressTV/ {Headline}</a></h1>
            <span class="post-meta-infos"><time class="date-container" datetime="2026-11-16T11:05:33+00:00">November 16, 2026</time><span class="text-sep">/</span><span><a href="#respond">0 Comments</a></span>/<span class="blog-categories">in <a>News</a></span>/<span class="blog-author">by <a>mquill</a></span></span></header>
            <div class="entry-content"><p><strong>SHAFAQNA (Shia International News Association)-</strong> {First}</p><p>Fishermen on the eastern shore lost most of their nets and asked the government for help before the winter comes.</p><p>Source: PressTV</p><p>www.shafaqna.com</p></div>
            <footer><div class="av-share-box"><h5>Share this entry</h5><ul><li>Share on Facebook</li></ul></div></footer><div class="related_posts"><h5>You might also like</h5><a>Library saves its oldest books</a></div></div></article><div class="comment-entry"><h4>0 replies</h4><h3>Leave a Reply</h3><p>Want to join the discussion? Feel free to contribute!</p></div></body></html>
            """);
        Assert.Equal((Headline, "mquill", new DateTimeOffset(2026, 11, 16, 11, 5, 33, TimeSpan.Zero)), (item.Headline, item.Byline, item.Published));
        Assert.Equal(["PressTV", "SHAFAQNA"], item.Credit!.Hops.Select(hop => hop.Name));
        Assert.EndsWith("winter comes.", PageExtractionTests.Text(item), StringComparison.Ordinal);
    }
}
