namespace Dateline.Formats.Tests.Pages;

/// <summary>Sites whose editors build a story of parts: columns with an adverts' place between them, fields, widgets, boxes.</summary>
public static partial class Layouts
{
    public static readonly (string Name, Func<SampleStory, string> Write)[] Built =
    [
        ("companion-columns", Columns), ("paragraph-fields", Fields), ("elementor", Elementor), ("centred-captions", CentredCaptions), ("boxes-inread", Inread), ("registration-wall", RegistrationWall), ("live-centre", LiveCentre),
    ];

    private static string Columns(SampleStory s) => Page(s, $"""
        <div id="app"><a href="#site-content">Skip to content</a><main id="site-content"><article id="story" class="css-1vxca1d"><div id="top-wrapper"><p>{s.Tongue.Advert}</p></div><header><h1 data-testid="headline">{s.Headline}</h1><p id="article-summary"></p><figure><picture><img src="/lead-articleLarge.jpg"></picture><figcaption><span>{s.Sentence()}</span> <span>Credit...Ines Okafor</span></figcaption></figure><div data-testid="reading-time-module"><p>By <span itemprop="name">{s.Author}</span></p><time>{s.Day}</time></div></header><section name="articleBody">
        {s.Paragraphs(p => $"<div class=\"css-s StoryBodyCompanionColumn\"><div><p class=\"css-at\">{p}</p></div><aside aria-label=\"companion column\"></aside></div><div><p>{s.Tongue.Advert}</p></div>", s.Count - 2)}<div class="css-s StoryBodyCompanionColumn"><div>{s.Paragraphs(p => $"<p class=\"css-at\">{p}</p>", 2)}</div></div></section></article></main>{Foot(s)}</div>
        """);

    private static string Fields(SampleStory s) => Page(s, $"""
        <div class="dialog-off-canvas-main-canvas"><header role="banner">{Menu(s)}</header><main role="main"><div class="layout-content"><div class="region region-content"><article class="node node--type-news node--view-mode-full"><h1><span class="field field--name-title field--type-string field--label-hidden">{s.Headline}</span></h1><div class="node__content">{s.Paragraphs(p => $"<div class=\"field field--name-field-lead field--type-string-long field--label-hidden field__item\">{p}</div>", 1)}<div class="field field--name-field-paragraphs field--label-hidden field__items"><div class="field__item"><div class="paragraph paragraph--type--text"><div class="clearfix text-formatted field field--name-field-text field--label-hidden field__item">{s.Paragraphs(p => $"<p>{p}</p>", 1)}</div></div></div><div class="field__item"><div class="paragraph paragraph--type--related-content"><div class="field__label">{s.Tongue.Related}</div>{s.Others(3, t => $"<div class=\"field__item\"><h3><a href=\"/n\">{t}</a></h3></div>")}</div></div><div class="field__item"><div class="paragraph paragraph--type--text"><div class="clearfix text-formatted field field--name-field-text field--label-hidden field__item">{s.Paragraphs(p => $"<p>{p}</p>", s.Count - 2)}</div></div></div></div></div></article><div class="block block-views"><h2>{s.Tongue.MostRead}</h2><ol>{s.Others(5, t => $"<li><a href=\"/n\">{t}</a></li>")}</ol></div></div></div></main>{Foot(s)}</div>
        """);

    private static string Elementor(SampleStory s) => Page(s, $"""
        <div class="elementor elementor-location-header"><div class="elementor-widget elementor-widget-nav-menu">{Menu(s)}</div></div><div class="elementor elementor-location-single"><section class="elementor-section elementor-top-section"><div class="elementor-container"><div class="elementor-column"><div class="elementor-widget-wrap"><div class="elementor-element elementor-widget elementor-widget-theme-post-title"><div class="elementor-widget-container"><h1 class="elementor-heading-title">{s.Headline}</h1></div></div>{s.Paragraphs(p => $"<div class=\"elementor-element elementor-widget elementor-widget-text-editor\"><div class=\"elementor-widget-container\"><p>{p}</p></div></div>")}<div class="elementor-element elementor-widget elementor-widget-share-buttons"><span>Facebook</span> <span>X</span></div><div class="elementor-element elementor-widget elementor-widget-posts"><h2>{s.Tongue.Related}</h2>{s.Others(3, t => $"<article class=\"elementor-post\"><h3><a href=\"/r\">{t}</a></h3><p>{s.Sentence()}</p></article>")}</div></div></div></div></section></div>{Foot(s)}
        """);

    private static string CentredCaptions(SampleStory s) => Page(s, $"""
        <div class="header">{Menu(s)}</div><div class="main"><div class="main-left"><h1>{s.Headline}</h1><div class="info">{s.Day} 16:15:42</div><div id="detail"><span id="detailContent">{s.Paragraphs(p => $"<p>　　{p}</p>", 2)}<p style="text-align:center"><img src="/lead_1n.jpg" width="900"></p><p style="text-align: center;"><font color="navy">　　{s.Sentence()}</font></p>{s.Paragraphs(p => $"<p>　　{p}</p>", s.Count - 2)}</span></div><div class="columBox"><h2>{s.Tongue.MostRead}</h2><ul>{s.Others(5, t => $"<li><a href=\"/n\">{t}</a></li>")}</ul></div></div></div>{Foot(s)}
        """);

    private static string Inread(SampleStory s) => Page(s, $"""
        <header>{Menu(s)}</header><main><section class="article__wrapper"><header class="article__header"><h1 class="article__title">{s.Headline}</h1><section class="meta__authors">{s.Author}</section></header><section class="article__content">{s.Paragraphs(p => $"<p class=\"article__paragraph\">{p}</p>", 2)}<section class="inread inread--NL"><p class="inread__title">Newsletter</p><p>« {s.Other()} »</p><p class="inread__desc">{s.Other()}</p><a class="inread__btn">OK</a></section>{s.Paragraphs(p => $"<p class=\"article__paragraph\">{p}</p>", s.Count - 2)}</section></section></main>{Foot(s)}
        """);

    private static string RegistrationWall(SampleStory s) => Page(s, $"""
        <header>{Menu(s)}</header><article><h1>{s.Headline}</h1><div class="meteredContent">{s.Paragraphs(p => $"<p>{p}</p>")}</div><div class="regwall"><h2>{s.Other()}</h2><p>{s.Tongue.Newsletter} {s.Sentence()}</p><a href="/s">OK</a></div></article><section><h2>{s.Tongue.Related}</h2><ul>{s.Others(4, t => $"<li><a href=\"/n\">{t}</a></li>")}</ul></section>{Foot(s)}
        """);

    private static string LiveCentre(SampleStory s) => Page(s, $"""
        <header>{Menu(s)}</header><main><article class="live-blog"><h1>{s.Headline}</h1><div class="byline">By <a>{s.Author}</a></div><div class="live-feed">{string.Concat(Enumerable.Range(0, s.Count).Select(i => $"<article class=\"block\" id=\"b{i}\"><header><time>{10 + i}:15 GMT</time></header>{s.Paragraphs(p => $"<p>{p}</p>", 1)}<div class=\"block-share\"><a href=\"#\">{s.Tongue.Share}</a></div></article>"))}</div></article><aside>{Popular(s, "most-read")}</aside></main>{Foot(s)}
        """);
}
