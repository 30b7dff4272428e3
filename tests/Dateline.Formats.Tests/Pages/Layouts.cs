namespace Dateline.Formats.Tests.Pages;

/// <summary>How sites of many kinds lay a story out, written after what their publishing systems make, in their own order of things.</summary>
public static partial class Layouts
{
    private const int PagesEach = 5;

    public static readonly (string Name, Func<SampleStory, string> Write)[] All =
    [
        ("wordpress-enfold", Enfold), ("wordpress-newspaper", Newspaper), ("wordpress-jannah", Jannah), ("wordpress-blocks", Blocks), ("blogger", Blogger), ("drupal", Drupal), ("arc", Arc), ("broadsheet", Broadsheet), ("broadcaster", Broadcaster), ("essay", Essay),
        ("agency-fa", AgencyTable), ("agency-plain", AgencyPlain), ("portal-ar", Portal), ("old-table", OldTable), ("br-divs", BrDivs), ("asp-form", AspForm), ("amp", Amp), ("live-blog", LiveBlog), ("list-article", ListArticle), ("short", Short), ("interview", Interview), ("hashed-classes", Hashed), ("divs-only", DivsOnly), ("script-only", ScriptOnly),
        ("comments-heavy", CommentsHeavy), ("teasers-with-text", TeaserTexts), ("split-by-adverts", Split), ("boxes-within", BoxesWithin), ("paywall", Paywall), ("figures", Figures),
    ];

    /// <summary>The names of all layouts.</summary>
    public static IEnumerable<string> Names => All.Select(layout => layout.Name).Concat(World.Select(layout => layout.Name)).Concat(Built.Select(layout => layout.Name));

    /// <summary>Each layout in up to five languages: those of all houses see Latin letters, and one written from the right or without spaces.</summary>
    public static IEnumerable<LabelledPage> Pages()
    {
        for (var layout = 0; layout < All.Length; layout++)
            for (var i = 0; i < PagesEach; i++)
                yield return Page(All[layout].Name, All[layout].Write, Tongue.All[((layout * 7) + i) % Tongue.All.Length], layout, i);

        for (var layout = 0; layout < World.Length; layout++)
            for (var i = 0; i < PagesEach; i++)
                yield return Page(World[layout].Name, World[layout].Write, Array.Find(Tongue.All, tongue => tongue.Code == World[layout].Tongues[i % World[layout].Tongues.Length])!, All.Length + layout, i);

        for (var layout = 0; layout < Built.Length; layout++)
            for (var i = 0; i < PagesEach; i++)
                yield return Page(Built[layout].Name, Built[layout].Write, Tongue.All[((layout * 7) + i) % Tongue.All.Length], All.Length + World.Length + layout, i);
    }

    private static LabelledPage Page(string name, Func<SampleStory, string> write, Tongue tongue, int layout, int i)
    {
        var story = new SampleStory(tongue, (layout * 31) + (i * 7), name == "short" ? 1 + (i % 2) : 4 + (i * 2));
        var html = write(story);
        return new LabelledPage($"{name}-{tongue.Code}-{i}", html, story.Headline, story.Gold, tongue.Code);
    }

    private static string Page(SampleStory s, string body, string head = "", string bodyAttributes = "") =>
        $"""
        <!DOCTYPE html><html lang="{s.Tongue.Code}"{(s.Tongue.IsRightToLeft ? " dir=\"rtl\"" : "")}><head><meta charset="utf-8"><title>{s.Headline} - Harbour Wire</title>
        <meta property="og:title" content="{s.Headline}"><meta property="og:site_name" content="Harbour Wire"><meta property="og:type" content="article">{head}
        <style>body {"{"} margin: 0 {"}"}</style><script>window.dataLayer = window.dataLayer || []; if (a < b) track("<p>never shown</p>");</script></head><body{bodyAttributes}>{body}</body></html>
        """;

    private static string Menu(SampleStory s) => $"""<ul><li><a href="/">{s.Tongue.Home}</a></li><li><a href="/p">{s.Tongue.Politics}</a></li><li><a href="/s">{s.Tongue.Sport}</a></li></ul>""";

    private static string Cookie(SampleStory s) => $"""<div class="cookie-notice" id="cookie-law-info-bar"><p>{s.Tongue.Cookies} {s.Tongue.Cookies}</p><button>OK</button></div>""";

    private static string Reply(SampleStory s) =>
        $"""
        <div class="comment-entry post-entry"><h4 class="comment-title"><span class="comment-count">0</span> replies</h4><div id="respond" class="comment-respond"><h3 id="reply-title">{s.Tongue.LeaveReply}<small>Want to join the discussion?<br>Feel free to contribute!</small></h3>
        <form action="/wp-comments-post.php" method="post"><p class="comment-form-author"><label>Name *</label><input name="author"></p><p><textarea name="comment"></textarea></p><p class="comment-notes"><span>Your email address will not be published.</span> <span class="required-field-message">Required fields are marked *</span></p></form></div></div>
        """;

    private static string ShareBar(SampleStory s) => $"""<div class="av-share-box"><h5>{s.Tongue.Share}</h5><ul class="av-share-box-list"><li><a href="#f">Facebook</a></li><li><a href="#t">Twitter</a></li><li><a href="#w">WhatsApp</a></li></ul></div>""";

    private static string RelatedList(SampleStory s, string css = "related-posts") => $"""<div class="{css}"><h3>{s.Tongue.Related}</h3><ul>{s.Others(4, t => $"<li><a href=\"/{s.Roll(999)}\">{t}</a></li>")}</ul></div>""";

    private static string Popular(SampleStory s, string css) => $"""<div class="{css}"><h3>{s.Tongue.MostRead}</h3><ol>{s.Others(5, t => $"<li><a href=\"/{s.Roll(999)}\">{t}</a></li>")}</ol></div>""";

    private static string Foot(SampleStory s) => $"""<footer id="footer"><div class="container"><p>{s.Tongue.Newsletter}</p><p>© 2026 Harbour Wire. All rights reserved. {s.Sentence()}</p>{Menu(s)}</div></footer>""";

    private static string Enfold(SampleStory s) => Page(s, $"""
        <div id="wrap_all"><header id="header" class="header_color"><div class="container"><a class="skip" href="#main">Skip to content</a>{Menu(s)}</div></header><div id="main"><div class="container template-blog template-single-blog"><main class="content units av-content-small">
        <article class="post-entry post-entry-type-standard post-loop-1 single-big category-sport tag-share" itemscope itemtype="https://schema.org/BlogPosting"><div class="entry-content-wrapper"><header class="entry-content-header"><span class="blog-categories minor-meta"><a href="/c">{s.Tongue.Politics}</a></span><h1 class="post-title entry-title" itemprop="headline">{s.Headline}</h1><span class="post-meta-infos"><time class="date-container" datetime="{s.Day}">{s.Day}</time>/<span class="comment-container">0 {s.Tongue.Comments}</span>/in <a>{s.Tongue.Sport}</a>/by <a rel="author">{s.Author}</a></span></header>
        <div class="entry-content" itemprop="text">{s.Paragraphs(p => $"<p>{p}</p>\n")}</div><footer class="entry-footer">{ShareBar(s)}<div class="blog-tags">{s.Tongue.Tags}: <a>{s.Other()}</a></div></footer></div></article>
        <div class="related_posts"><h5>{s.Tongue.Related}</h5>{s.Others(4, t => $"<div class=\"av_one_eighth related_column\"><a title=\"x\">{t}</a></div>")}</div>{Reply(s)}</main><aside class="sidebar sidebar_right">{Popular(s, "widget")}<section class="widget widget_text"><p>{s.Sentence()} {s.Sentence()}</p></section></aside></div></div>{Foot(s)}</div>{Cookie(s)}
        """, bodyAttributes: " class=\"post-template-default single single-post with-sidebar comments-open\"");

    private static string Newspaper(SampleStory s) => Page(s, $"""
        <div id="td-outer-wrap"><div class="td-header-wrap">{Menu(s)}</div><div class="td-main-content-wrap"><div class="td-container td-post-template-default"><div class="td-crumb-container"><div class="entry-crumbs"><a>{s.Tongue.Home}</a> › <a>{s.Tongue.Politics}</a> › {s.Headline}</div></div><div class="td-pb-row"><div class="td-pb-span8 td-main-content"><article id="post-12" class="post type-post hentry"><div class="td-post-header"><ul class="td-category"><li><a>{s.Tongue.Sport}</a></li></ul><header class="td-post-title"><h1 class="entry-title">{s.Headline}</h1><div class="td-module-meta-info"><div class="td-post-author-name">By <a>{s.Author}</a> - <span class="td-post-date"><time datetime="{s.Day}T09:00:00Z">{s.Day}</time></span></div></div></header></div>
        <div class="td-post-sharing"><a>Facebook</a> <a>Twitter</a></div><div class="td-post-content tagdiv-type"><div class="td-post-featured-image"><figure><img src="/a.jpg" width="696"><figcaption class="wp-caption-text">{s.Sentence()}</figcaption></figure></div>{s.Paragraphs(p => $"<p>{p}</p>", s.Count / 2)}<div class="td-a-rec td-a-rec-id-content_inline"><span class="td-adspot-title">- {s.Tongue.Advert} -</span></div><h2>{s.Crosshead()}</h2>{s.Paragraphs(p => $"<p>{p}</p>", s.Count / 2)}</div><footer><div class="td-post-source-tags"><ul class="td-tags"><li><span>TAGS</span></li><li><a>{s.Other()}</a></li></ul></div><div class="td-block-row td-post-next-prev"><span>Previous article</span><a>{s.Other()}</a><span>Next article</span><a>{s.Other()}</a></div><div class="author-box-wrap"><div class="desc"><a>{s.Author}</a><div class="td-author-description">{s.Sentence()} {s.Sentence()}</div></div></div></footer></article><div class="td_block_wrap td_block_related_posts"><h4>RELATED ARTICLES</h4>{s.Others(3, t => $"<h3 class=\"entry-title\"><a>{t}</a></h3>")}</div>{Reply(s)}</div><div class="td-pb-span4 td-main-sidebar">{Popular(s, "td_block_wrap td_popular")}</div></div></div></div>{Foot(s)}</div>
        """);

    private static string Jannah(SampleStory s) => Page(s, $"""
        <div class="background-overlay"><div id="tie-container"><header id="theme-header"><nav id="main-nav">{Menu(s)}</nav></header><div id="content" class="site-content container"><div class="main-content tie-col-md-8"><article id="the-post" class="container-wrapper post-content"><header class="entry-header-outer"><nav id="breadcrumb"><a>{s.Tongue.Home}</a></nav><div class="entry-header"><h1 class="post-title entry-title">{s.Headline}</h1><div class="single-post-meta post-meta"><span class="author-meta">{s.Author}</span><span class="date meta-item">{s.Day}</span><span class="meta-reading-time">2 minutes read</span></div></div></header>
        <div class="entry-content entry clearfix">{s.Paragraphs(p => $"<p>{p}</p>", 2)}<div id="inline-related-post" class="mag-box"><h3>{s.Tongue.Related}</h3><ul>{s.Others(2, t => $"<li><a>{t}</a></li>")}</ul></div>{s.Paragraphs(p => $"<p style=\"text-align: justify\">{p}</p>", s.Count - 2)}<div class="post-bottom-meta post-bottom-tags"><div class="post-bottom-meta-title">{s.Tongue.Tags}</div><span class="tagcloud"><a>{s.Other()}</a></span></div></div><div id="post-extra-info">{s.Author}</div><div id="share-buttons-bottom" class="share-buttons"><a>Facebook</a><a>X</a><a>LinkedIn</a></div></article><div class="post-components"><div class="about-author container-wrapper"><h3>{s.Author}</h3><div class="author-bio">{s.Sentence()}</div></div><div id="post-newsletter" class="subscribe-widget"><h3>{s.Tongue.Newsletter}</h3><p>{s.Sentence()}</p></div>{RelatedList(s)}<div id="comments" class="comments-area">{Reply(s)}</div></div></div><aside class="sidebar">{Popular(s, "widget posts-list")}</aside></div>{Foot(s)}</div></div>
        """);

    private static string Blocks(SampleStory s) => Page(s, $"""
        <div class="wp-site-blocks"><header class="wp-block-template-part"><nav class="wp-block-navigation">{Menu(s)}</nav></header><main class="wp-block-group is-layout-flow"><h1 class="wp-block-post-title">{s.Headline}</h1><div class="wp-block-post-date"><time datetime="{s.Day}">{s.Day}</time></div><div class="entry-content wp-block-post-content is-layout-constrained">{s.Paragraphs(p => $"<p class=\"wp-block-paragraph\">{p}</p>", 2)}<blockquote class="wp-block-quote"><p>{s.Own(s.Sentence())}</p></blockquote><ul class="wp-block-list"><li>{s.Own(s.Sentence())}</li><li>{s.Own(s.Sentence())}</li></ul>{s.Paragraphs(p => $"<p>{p}</p>", s.Count - 2)}<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">{s.Tongue.Share}:</h3><ul><li><a>Facebook</a></li></ul></div><div id="jp-relatedposts" class="jp-relatedposts"><h3><em>Related</em></h3>{s.Others(3, t => $"<p><a>{t}</a></p>")}</div></div><div class="wp-block-comments">{Reply(s)}</div></main>{Foot(s)}</div>
        """);

    private static string Blogger(SampleStory s) => Page(s, $"""
        <div class="content"><div class="content-outer"><header><div class="Header"><h1 class="title"><a>Harbour Wire</a></h1></div></header><div class="tabs">{Menu(s)}</div><div class="main-outer"><div class="main section" id="main"><div class="widget Blog" id="Blog1"><div class="blog-posts hfeed"><div class="date-outer"><h2 class="date-header"><span>{s.Day}</span></h2><div class="post hentry"><h3 class="post-title entry-title">{s.Headline}</h3><div class="post-body entry-content" id="post-body-1">{s.Paragraphs(p => $"{p}<br><br>\n")}<div style="clear: both"></div></div><div class="post-footer"><span class="post-author vcard">Posted by {s.Author}</span> <span class="post-timestamp">at <abbr class="published" title="{s.Day}T09:00:00Z">09:00</abbr></span><div class="post-share-buttons"><a>Email This</a><a>BlogThis!</a></div><span class="post-labels">Labels: <a>{s.Tongue.Sport}</a></span></div></div></div></div><div class="comments" id="comments"><h4>No comments:</h4><h4>Post a Comment</h4></div><div class="blog-pager"><a>Newer Post</a><a>Older Post</a><a>Home</a></div></div></div><div class="sidebar">{Popular(s, "widget PopularPosts")}<div class="widget BlogArchive"><h2>Blog Archive</h2><ul><li><a>2026</a></li><li><a>2025</a></li></ul></div></div></div></div></div>
        """);

    private static string Drupal(SampleStory s) => Page(s, $"""
        <a href="#main-content" class="element-invisible">Skip to main content</a><div id="page"><div id="header"><div id="navigation">{Menu(s)}</div></div><div id="main-wrapper"><div class="breadcrumb"><a>{s.Tongue.Home}</a> » {s.Tongue.Politics}</div><div id="content" class="column"><h1 class="title" id="page-title">{s.Headline}</h1><div class="region region-content"><div id="block-system-main" class="block"><div id="node-77" class="node node-article node-promoted"><div class="submitted">Submitted by {s.Author} on {s.Day}</div><div class="content"><div class="field field-name-field-tags"><div class="field-label">{s.Tongue.Tags}:</div><a>{s.Other()}</a></div><div class="field field-name-body field-type-text-with-summary"><div class="field-items"><div class="field-item even" property="content:encoded">{s.Paragraphs(p => $"<p>{p}</p>")}</div></div></div></div><ul class="links inline"><li><a>Log in to post comments</a></li></ul></div></div></div></div><div class="region region-sidebar-second">{Popular(s, "block block-views")}{RelatedList(s, "block block-views related")}</div></div>{Foot(s)}</div>
        """);
}
