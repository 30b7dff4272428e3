using System.Text.Json;

namespace Dateline.Formats.Tests.Pages;

public static partial class Layouts
{
    private static string Arc(SampleStory s) => Page(s, $"""
        <div id="fusion-app"><header class="c-masthead">{Menu(s)}</header><main class="l-main"><div class="b-headline"><h1 class="headline">{s.Headline}</h1><h2 class="subheadline"></h2></div><div class="b-byline"><span>By </span><a href="/a">{s.Author}</a><time>{s.Day}</time></div><article class="b-article-body"><figure><img src="/lead.jpg" width="800"><figcaption class="c-media-item__caption">{s.Sentence()} (Mara Quill/Harbour Wire)</figcaption></figure>{s.Paragraphs(p => $"<p class=\"c-paragraph\">{p}</p>", 3)}<div class="b-ads-block" data-testid="ad-slot">{s.Tongue.Advert}</div><p class="c-paragraph interstitial-link">[ <a href="/x">{s.Other()}</a> ]</p>{s.Paragraphs(p => $"<p class=\"c-paragraph\">{p}</p>", s.Count - 3)}</article><div class="b-author-bio"><p>{s.Author} {s.Sentence()}</p></div><div class="b-results-list"><h2>{s.Tongue.MostRead}</h2>{s.Others(4, t => $"<article><h3><a>{t}</a></h3><p>{s.Sentence()}</p></article>")}</div></main>{Foot(s)}</div>
        """);

    private static string Broadsheet(SampleStory s) => Page(s, $"""
        <header role="banner"><nav>{Menu(s)}</nav></header><main><article><div data-gu-name="headline"><h1>{s.Headline}</h1></div><div data-gu-name="standfirst" class="dcr-1"><p>{s.Sentence()}</p></div><aside data-gu-name="meta"><address aria-label="Contributor info"><a rel="author">{s.Author}</a></address><details><summary>{s.Day} 10.00 GMT</summary>Last modified on {s.Day}</details></aside><div data-gu-name="body"><div id="maincontent" class="dcr-2 article-body-commercial-selector">{s.Paragraphs(p => $"<p class=\"dcr-3\">{p}</p>", 2)}<aside data-component="rich-link" class="dcr-4"><a>{s.Other()}</a><div>Read more</div></aside><div class="ad-slot-container">{s.Tongue.Advert}</div>{s.Paragraphs(p => $"<p class=\"dcr-3\">{p}</p>", s.Count - 2)}</div><div class="submeta"><span>Explore more on these topics</span><ul><li><a>{s.Tongue.Politics}</a></li></ul></div></div></article><section data-component="most-popular"><h2>{s.Tongue.MostRead}</h2><ol>{s.Others(6, t => $"<li><a>{t}</a></li>")}</ol></section></main>{Foot(s)}
        """);

    private static string Broadcaster(SampleStory s) => Page(s, $"""
        <div id="root"><header><nav aria-label="Global">{Menu(s)}</nav></header><div class="ssrcss-1"><main id="main-content"><article class="ssrcss-2-ArticleWrapper"><header data-component="headline-block"><h1 id="main-heading" tabindex="-1">{s.Headline}</h1></header><div data-component="byline-block"><div>{s.Author}</div><div>Harbour correspondent</div></div><div data-component="image-block"><figure><img src="/i.jpg"><figcaption><span class="visually-hidden">Image caption, </span>{s.Sentence()}</figcaption></figure></div>{s.Paragraphs(p => $"<div data-component=\"text-block\" class=\"ssrcss-3\"><div class=\"ssrcss-4\"><p class=\"ssrcss-5\"><b>{p}</b></p></div></div>", 1)}{s.Paragraphs(p => $"<div data-component=\"text-block\" class=\"ssrcss-3\"><div class=\"ssrcss-4\"><p class=\"ssrcss-5\">{p}</p></div></div>", 2)}<div data-component="subheadline-block"><h2>{s.Crosshead()}</h2></div>{s.Paragraphs(p => $"<div data-component=\"text-block\" class=\"ssrcss-3\"><p>{p}</p></div>", s.Count - 3)}<div data-component="links-block"><h2>{s.Tongue.Related}</h2><ul><li><a>{s.Other()}</a></li><li><a>{s.Other()}</a></li></ul></div><section data-component="tag-list"><ul><li><a>{s.Tongue.Sport}</a></li></ul></section></article></main><div data-component="topStories"><h2>Top stories</h2>{s.Others(3, t => $"<div><a>{t}</a><p>{s.Sentence()}</p></div>")}</div></div>{Foot(s)}</div>
        """);

    private static string Essay(SampleStory s) => Page(s, $"""
        <div id="root"><div class="a b"><div class="c d"><a>Open in app</a><a>Sign up</a><a>Sign in</a></div><article><div class="l"><section><div><h1 class="pw-post-title">{s.Headline}</h1><div class="speechify-ignore"><a>{s.Author}</a><span>Follow</span><span>4 min read</span><span>{s.Day}</span><button>Listen</button><button>Share</button></div>{s.Paragraphs(p => $"<p id=\"x\" class=\"pw-post-body-paragraph\">{p}</p>", 2)}<h2>{s.Crosshead()}</h2>{s.Paragraphs(p => $"<p class=\"pw-post-body-paragraph\">{p.Insert(p.Length / 2, "")}</p>", s.Count - 2)}</div></section></div></article><footer><div><a>{s.Tongue.Politics}</a><a>{s.Tongue.Sport}</a></div></footer><div><div><h2>Written by {s.Author}</h2><p>{s.Sentence()}</p></div><div><h2>More from {s.Author}</h2>{s.Others(4, t => $"<div><a><h2>{t}</h2><h3>{s.Sentence()}</h3></a></div>")}</div></div></div></div>
        """);

    private static string Amp(SampleStory s) => Page(s, $"""
        <amp-sidebar id="sb">{Menu(s)}</amp-sidebar><header class="amp-wp-header"><a>Harbour Wire</a></header><article class="amp-wp-article"><header class="amp-wp-article-header"><h1 class="amp-wp-title">{s.Headline}</h1><div class="amp-wp-meta amp-wp-byline">{s.Author}</div></header><figure class="amp-wp-article-featured-image"><amp-img src="/l.jpg" width="800" height="500"></amp-img><p class="wp-caption-text">{s.Sentence()}</p></figure><div class="amp-wp-article-content">{s.Paragraphs(p => $"<p>{p}</p><amp-ad width=\"300\" height=\"250\">{s.Tongue.Advert}</amp-ad>")}<amp-social-share type="twitter"></amp-social-share></div><footer class="amp-wp-article-footer"><div class="amp-wp-meta amp-wp-tax-tag">Tags: {s.Other()}</div></footer></article><footer class="amp-wp-footer"><p>Harbour Wire</p><a>Back to top</a></footer>
        """);

    private static string LiveBlog(SampleStory s) => Page(s, $"""
        <header>{Menu(s)}</header><main><div class="liveblog-head"><h1>{s.Headline}</h1></div><div class="liveblog__posts" id="liveblog-container">{string.Concat(Enumerable.Range(0, s.Count).Select(i => $"<article class=\"liveblog-post\" id=\"p{i}\"><header><time datetime=\"{s.Day}T{10 + i}:00:00Z\">{10 + i}:00</time></header><div class=\"liveblog-post__body\">{s.Paragraphs(p => $"<p>{p}</p>", 2)}</div><div class=\"liveblog-post__share\"><a>Share</a></div></article>"))}</div></main><aside>{Popular(s, "most-read")}</aside>{Foot(s)}
        """);

    private static string ScriptOnly(SampleStory s)
    {
        var text = string.Join("\n\n", Enumerable.Range(0, s.Count).Select(_ => s.Own(s.Paragraph())));
        var data = JsonSerializer.Serialize(new Dictionary<string, object> { ["@context"] = "https://schema.org", ["@type"] = "NewsArticle", ["headline"] = s.Headline, ["articleBody"] = text, ["author"] = new { name = s.Author } });
        return Page(s, $"""<div id="__next"><div class="shell">{Menu(s)}<h1>{s.Headline}</h1><p>{s.Tongue.Cookies}</p></div></div>""", $"<script type=\"application/ld+json\">{data}</script>");
    }

    private static string Hashed(SampleStory s) => Page(s, $"""
        <div class="css-1a"><div class="css-2b">{Menu(s)}</div><div class="css-3c"><div class="css-4d"><div class="css-5e"><h1 class="css-6f">{s.Headline}</h1><div class="css-7g"><span>{s.Author}</span><span>{s.Day}</span></div></div><div class="css-8h">{s.Paragraphs(p => $"<div class=\"css-9i\"><p class=\"css-0j\">{p}</p></div>")}</div><div class="css-1k"><div class="css-2l">{s.Tongue.Related}</div>{s.Others(4, t => $"<div class=\"css-3m\"><a>{t}</a></div>")}</div></div><div class="css-4n"><div>{s.Tongue.MostRead}</div>{s.Others(5, t => $"<div><a>{t}</a></div>")}</div></div><div class="css-5o"><p>© 2026 Harbour Wire</p></div></div>
        """);
}
