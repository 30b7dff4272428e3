using System.Buffers;
using System.Collections.Frozen;

namespace Dateline.Formats.Pages;

/// <summary>What class, id, role and the like say of an element, in the words of the publishing systems.</summary>
internal static class ChromeWords
{
    // Whole words of a class or an id.
    private static readonly FrozenSet<string> Chrome = Set(
        "share sharing shares sharer shared social socials socialize comment comments respond replies reply disqus related relateds promo promos promotion ad ads adv advert advertisement advertising adsbygoogle dfp gpt mpu leaderboard banner banners "
        + "nav navi menu menus submenu megamenu navbar navigation footer foot masthead topbar toolbar breadcrumb breadcrumbs crumbs pagination pager paging widget widgets sidebar aside rail tag tags taglist keywords login signin signup register subscribe subscription newsletter newsletters "
        + "popup modal overlay lightbox cookie cookies consent gdpr paywall teaser teasers trending popular mostread mostpopular recommended recommendation recommendations outbrain taboola zergnet sponsored sponsor rating ratings vote votes poll polls print printer email mailto bookmark follow followus rss "
        + "skip skiplink skiplinks offscreen ticker carousel ytplayer crosslink crosslinks seealso readmore readalso morenews morestories tools actions toc copyright donate donation donations appeal search searchform searchbox feedback reactions emoji likes mobileapp appstore hidden");

    // Parts of words that say it wherever they stand.
    private static readonly SearchValues<string> Parts = SearchValues.Create(
        ["sharedaddy", "addtoany", "sharethis", "addthis", "sharebar", "sharebox", "share-", "-share", "socialbar", "social-", "breadcrumb", "newsletter", "outbrain", "taboola", "disqus", "relatedpost", "related-", "-related", "related_", "relatedart", "relatednews", "relatedstor", "recommend", "recirc",
            "cookie", "gdpr", "subscri", "advert", "sponsor", "pagination", "paywall", "mostread", "most-read", "most_read", "mostpopular", "most-popular", "most-viewed", "mostviewed", "trending", "popup", "sidebar", "side-bar", "commentlist", "comment-list", "comments-", "comment-form", "commentform", "comment-respond", "comments_", "navbar",
            "nav-links", "post-navigation", "post-nav", "menu-item", "authorbox", "author-box", "author-bio", "author_bio", "authorbio", "about-author", "aboutauthor", "author-info", "author-card", "author-profile", "bio-box", "post-tags", "tags-links", "tag-links", "tag-list", "tag-cloud", "tagcloud", "article-tags", "news-tags", "entry-tags",
            "post-meta", "entry-meta", "article-meta", "postmeta", "meta-info", "entry-footer", "post-footer", "article-footer", "post-ratings", "post-views", "read-more", "read-next", "readnext", "read-also", "more-from", "more-on", "more-stories", "more-news", "morefrom", "up-next", "also-read", "also-like", "you-may", "youmay", "see-also", "jp-relatedposts", "yarpp",
            "screen-reader", "sr-only", "visually-hidden", "visuallyhidden", "u-hidden", "printfriendly", "wp-polls", "widget-area", "call-to-action", "signup", "sign-up", "login", "latest-news", "latest-posts", "latestnews", "latest-stories", "print-", "font-size", "fontsize", "textsize", "text-size", "listen-", "audio-player", "short-link", "shortlink",
            "mc_embed", "mailchimp", "mailpoet", "whatsapp", "telegram", "googlenews", "google-news", "app-download", "back-to-top", "backtotop", "skip-link", "skip-to", "donat", "fb-root", "fb-comments", "inline-promo", "opt-in", "video__desc", "video-desc", "video_desc", "in-article-ad", "ad-container", "ad-slot", "ad-wrapper", "adbox", "ad-unit", "google-ad", "adsense", "dfp-", "regwall", "reg-wall",
            "twitter-tweet", "twitter-video", "instagram-media", "tiktok-embed", "bluesky-embed", "reddit-embed", "mastodon-embed", "fb-post"], StringComparison.OrdinalIgnoreCase);

    // Words that go with a headline, of little text themselves.
    private static readonly FrozenSet<string> Meta = Set(
        "byline bylines author authors meta date dateline timestamp time datetime published publish updated pubdate postdate info kicker eyebrow overline category categories section label labels views viewcount readtime reading credits source sources flag badge icon icons button buttons btn cta location code newscode counter");

    private static readonly FrozenSet<string> Standfirsts = Set("standfirst dek deck subtitle subheadline subheading chapo chapeau entradilla bajada copete synopsis sommario catenaccio occhiello sottotitolo subtitulo");

    private static readonly FrozenSet<string> Captions = Set("caption captions figcaption imagecaption photocaption wp-caption-text credit photocredit imagecredit caption-text gallery-caption legend copyright-holder image-credit photo-credit pic-caption");

    private static readonly SearchValues<string> StoryParts = SearchValues.Create(
        ["articlebody", "article-body", "article__body", "article_body", "article-content", "article__content", "article_content", "articlecontent", "articletext", "article-text", "article_text", "article__text", "story-body", "storybody", "story_body", "story__body", "story-content", "storycontent", "story-text", "storytext", "entry-content", "entry_content", "entrycontent", "post-content",
            "post_content", "postcontent", "post-body", "post_body", "postbody", "post__content", "post-entry", "post-text", "body-text", "bodytext", "body-copy", "bodycopy", "news-text", "newstext", "news-body", "newsbody", "news_body", "news-content", "newscontent", "news-detail", "item-text", "itemfulltext", "item-body", "main-text", "maintext", "td-post-content", "single-content", "content-body",
            "contentbody", "content__body", "field-name-body", "field--name-body", "text-content", "textcontent", "richtext", "rich-text", "rte", "wysiwyg", "node-body", "detail-body", "detail-text", "full-text", "fulltext", "noticia", "artikel", "haber_metni", "haber-metni", "tdb-block-inner", "page-content", "caas-body", "section-content", "liveblog"], StringComparison.OrdinalIgnoreCase);

    internal static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static bool IsChrome(PageNode node) => Says(node, Chrome, Parts);

    /// <summary>The line between headline and story that advertises the one under the other.</summary>
    public static bool IsStandfirst(PageNode node) => node["data-gu-name"] == "standfirst" || Says(node, Standfirsts, null);

    public static bool IsMeta(PageNode node) => Says(node, Meta, null);

    public static bool IsCaption(PageNode node) => node.IsCaption || node.Name == "figcaption" || Says(node, Captions, null);

    /// <summary>It is called what publishing systems call the text of a story.</summary>
    public static bool IsStory(PageNode node)
    {
        if (node["itemprop"] is { } property && property.Contains("articleBody", StringComparison.OrdinalIgnoreCase)) return true;
        if (node["data-component"] is "text-block" or "article-body" || node["data-testid"] is "article-body" or "story-body") return true;
        return Says(node, FrozenSet<string>.Empty, StoryParts);
    }

    internal static bool Says(PageNode node, FrozenSet<string> words, SearchValues<string>? parts) =>
        node.Attributes.Count > 0 && (Says(node["class"], words, parts) || Says(node["id"], words, parts) || Says(node["data-component"], words, parts) || Says(node["data-testid"], words, parts));

    private static bool Says(string? names, FrozenSet<string> words, SearchValues<string>? parts)
    {
        if (string.IsNullOrEmpty(names)) return false;
        const int Longest = 400;
        foreach (var range in names.AsSpan(0, Math.Min(names.Length, Longest)).SplitAny(' ', '\n', '\t'))
        {
            var name = names.AsSpan(range);
            // WordPress writes a story's categories and tags into its class: they name its matter, not its place.
            if (name.Length < 2 || name.StartsWith("category-") || name.StartsWith("tag-") || name.StartsWith("post_tag-") || name.StartsWith("has-") || name.StartsWith("no-") || name.StartsWith("with-") || name.StartsWith("js-") || name.StartsWith("hide-") || IsOfLabel(name)) continue;
            if (name.StartsWith("elementor-")) name = Widget(name);
            if ((parts is not null && name.ContainsAny(parts)) || HasWord(name, words)) return true;
        }

        return false;
    }

    // Elementor calls each thing on a page a widget, the text too: what follows says which it is.
    private static ReadOnlySpan<char> Widget(ReadOnlySpan<char> name)
    {
        const string Mark = "elementor-", Kind = "elementor-widget-";
        if (!name.StartsWith(Kind)) return name.StartsWith("elementor-widget") ? "elementor" : name[Mark.Length..];
        name = name[Kind.Length..];
        return name is "posts" or "archive-posts" or "loop-grid" ? "related-posts" : name;
    }

    // field--label-hidden, field-label-above: Drupal says how the name of a field is set, not what is in it.
    private static bool IsOfLabel(ReadOnlySpan<char> name) => name.StartsWith("field-") && (name.StartsWith("field--label-") || name is "field-label-hidden" or "field-label-above" or "field-label-inline");

    // post-tags, postTags and post_tags have the word tags; mustags and stage have not.
    private static bool HasWord(ReadOnlySpan<char> name, FrozenSet<string> words)
    {
        if (words.Count == 0) return false;
        var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> word = stackalloc char[24];
        var length = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            var c = i < name.Length ? name[i] : '-';
            var begins = char.IsAsciiLetterUpper(c) && i > 0 && char.IsAsciiLetterLower(name[i - 1]);
            if (begins || !char.IsAsciiLetter(c))
            {
                if (length is > 1 and < 24 && lookup.Contains(word[..length])) return true;
                length = 0;
            }

            if (!char.IsAsciiLetter(c)) continue;
            if (length < 24) word[length] = char.ToLowerInvariant(c);
            length = Math.Min(length + 1, 24);
        }

        return false;
    }
}
