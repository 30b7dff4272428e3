using System.Text;
using Dateline.Formats.Text;

namespace Dateline.Formats.Tests.Pages;

/// <summary>The labelled set: each layout read, and nothing of what stands around the story in what was read.</summary>
public class PageExtractionTests
{
    public static TheoryData<string> LayoutNames => [.. Layouts.Names];

    [Fact]
    public void There_are_pages_of_many_layouts_and_languages()
    {
        var pages = Layouts.Pages().ToList();
        Assert.True(pages.Count >= 250 && Layouts.Names.Count() >= 50 && pages.Select(page => page.Language).Distinct().Count() == Tongue.All.Length);
    }

    [Theory]
    [MemberData(nameof(LayoutNames))]
    public async Task The_story_of_each_layout_is_found(string layout)
    {
        foreach (var page in Layouts.Pages().Where(page => page.Name.StartsWith(layout + "-", StringComparison.Ordinal)))
        {
            var item = await Read(page.Html);
            var score = ExtractionScore.Of(Text(item), page.Story);
            Assert.True(score.F1 > 0.965, $"{page.Name}: P {score.Precision:0.000} R {score.Recall:0.000}\n--- found\n{Text(item)}\n--- gold\n{page.Story}");
            Assert.Equal(page.Headline, item.Headline);
            Assert.Equal(page.Language, item.Language);
        }
    }

    [Fact]
    public async Task Over_all_pages_the_aim_is_met()
    {
        double precision = 0, recall = 0, count = 0;
        foreach (var page in Layouts.Pages())
        {
            var score = ExtractionScore.Of(Text(await Read(page.Html)), page.Story);
            (precision, recall, count) = (precision + score.Precision, recall + score.Recall, count + 1);
        }

        Assert.True(new ExtractionScore(precision / count, recall / count).F1 > 0.98, $"P {precision / count:0.0000} R {recall / count:0.0000}");
    }

    [Fact]
    public async Task What_the_page_says_of_its_story_is_read()
    {
        var item = await Read("""
            <html lang="en-us"><head><title>Ferries sail again | Harbour Wire</title><link rel="canonical" href="https://harbourwire.example/ferries"><meta property="og:site_name" content="Harbour Wire"><meta name="news_keywords" content="ferries, storm">
            <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"Harbour Wire"},{"@type":"NewsArticle","headline":"Ferries sail again","datePublished":"2026-11-16T08:30:00+01:00","dateModified":"2026-11-16T10:00:00Z","author":[{"@type":"Person","name":"Mara Quill"},{"@type":"Person","name":"Tomas Brandt"}],"creditText":"Harbour Wire/AP","copyrightHolder":{"name":"Harbour Wire Ltd"},"sourceOrganization":{"name":"Coast News"}}]}</script></head>
            <body><article><h1>Ferries sail again</h1><figure><img src="/ferry.jpg" width="800" height="500"><figcaption>A ferry on Monday (Coast News/Ines Okafor)</figcaption></figure><p>PORT HARBOUR, Nov 16 (AP) — The ferries of Port Harbour sailed again on Monday after three days of storm.</p><img src="/pixel.gif" width="1" height="1"></article></body></html>
            """);
        Assert.Equal(("Mara Quill, Tomas Brandt", "en-US", "https://harbourwire.example/ferries"), (item.Byline, item.Language, item.Uri));
        Assert.Equal(new DateTimeOffset(2026, 11, 16, 7, 30, 0, TimeSpan.Zero), item.Published);
        Assert.Equal(("Coast News", "AP", "Harbour Wire", "Harbour Wire/AP", "Harbour Wire Ltd"), (item.Credit!.Source, item.Credit.Distributor, item.Credit.Provider, item.Credit.CreditLine, item.Credit.CopyrightHolder));
        Assert.Equal(new DateOnly(2026, 11, 16), item.PlaceLine!.Date);
        var picture = Assert.Single(item.Media);
        Assert.Equal(("https://harbourwire.example/ferry.jpg", "Coast News/Ines Okafor"), (picture.Href, picture.Credit));
        Assert.Equal(["ferries", "storm"], item.Keywords);
    }

    [Fact]
    public async Task Byline_and_date_are_read_from_the_lines_around_the_headline()
    {
        var item = await Read("<html><body><article><h1>Ferries sail again</h1><p>By Mara Quill | Coast News</p><p>Published: 16 November 2026</p><p>The ferries of Port Harbour sailed again on Monday after three days of storm, the harbour board said.</p></article></body></html>");
        Assert.Equal(("Mara Quill", "Coast News", "en"), (item.Byline, item.Credit!.Source, item.Language));
        Assert.Equal(new DateTimeOffset(2026, 11, 16, 0, 0, 0, TimeSpan.Zero), item.Published);
    }

    internal static async Task<NewsItem> Read(string html, Uri? address = null)
    {
        var options = new NewsReadOptions { Pages = true, BaseUri = address ?? new Uri("https://harbourwire.example/2026/ferries") };
        return (await FeedReading.OfAsync(Encoding.UTF8.GetBytes(html), options)).Items.Single();
    }

    internal static string Text(NewsItem item) => item.Body!.Kind == BodyKind.Html ? HtmlText.Lines(item.Body.Content, isMarkup: true) : item.Body.Content;
}
