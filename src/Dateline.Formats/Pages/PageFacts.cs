using Dateline.Formats.Text;

namespace Dateline.Formats.Pages;

/// <summary>What a page says about itself: in its head, in microdata, in JSON-LD, in its own headline and byline.</summary>
internal sealed class PageFacts
{
    private readonly Dictionary<string, string> meta = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> properties = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> tags = [];
    private readonly List<string> shownTags = [];
    private PageNode? tagList;
    private string? standfirst;
    private int tagsAsked;
    private int standfirstsAsked;
    private readonly ShownHeadline shown = new();
    private readonly PageBylines bylines = new();
    private string? title;
    private string? time;
    private string? shownTime;
    private PageNode? bylineNode;
    private string? byline;
    private string? canonical;
    private string? setInTitle;
    private string? setLarge;
    private int linesAsked;

    private const int MostLinesAsked = 60;

    private PageFacts(PageNode root)
    {
        Data = StoryData.Of(root);
        Language = root["lang"] ?? root["xml:lang"];
        foreach (var node in root.Elements()) Take(node);
    }

    public StoryData Data { get; }

    public string? Language { get; private set; }

    public static PageFacts Of(PageNode root) => new(root);

    public string? Site => Meta("og:site_name") ?? Data.Publisher ?? Data.Site ?? Meta("application-name") ?? Meta("twitter:app:name:iphone") ?? SiteInTitle();

    /// <summary>The headline that readers see, else what the head says.</summary>
    public string? Headline
    {
        get
        {
            var site = Site;
            var bare = Claimed is { } claimed ? Headlines.WithoutSite(claimed, site) : null;
            if (shown.Choose(bare, title, site) is { } seen) return seen;
            if (bare is null) return setLarge;
            if (!shown.HasHeadings && Claimed == title && (setInTitle ?? setLarge) is { } set) return set;
            return Properties("headline") is { } property && property.Length < 300 ? property : bare;
        }
    }

    /// <summary>Whether nothing but the page's title names it, and no line of the page says the same.</summary>
    public bool IsTitleAlone => Headline is not { } headline || (Claimed == title && Properties("headline") is null && headline != setInTitle && headline != setLarge && !shown.IsShown(headline));

    private string? Claimed => Data.Headline ?? Meta("og:title") ?? Meta("twitter:title") ?? Meta("dc.title") ?? Meta("title") ?? title;

    public string? Byline => PageBylines.WithoutHouse(Data.Authors.Count > 0 ? string.Join(", ", Data.Authors.Select(author => author.Name).Distinct(StringComparer.OrdinalIgnoreCase))
        : Person(Meta("author")) ?? Person(Meta("article:author")) ?? Person(Meta("og:article:author")) ?? Person(Meta("parsely-author")) ?? Person(Meta("sailthru.author")) ?? Person(Meta("dc.creator")) ?? Person(Meta("dcterms.creator")) ?? Person(Meta("byl")) ?? Person(Meta("cXenseParse:author")) ?? Person(Meta("articleAuthor")) ?? Person(Properties("author")) ?? Person(byline) ?? bylines.Named ?? PageBylines.Yoast(Meta("twitter:label1"), Meta("twitter:data1")), Site);

    public string? Published => Data.Published ?? Meta("article:published_time") ?? Meta("og:article:published_time") ?? Meta("datePublished") ?? Properties("datePublished") ?? Meta("parsely-pub-date") ?? Meta("sailthru.date") ?? Meta("dcterms.created") ?? Meta("dc.date.issued") ?? Meta("dc.date") ?? Meta("dcterms.date") ?? Meta("publishdate") ?? Meta("pubdate") ?? Meta("publish-date") ?? Meta("og:published_time") ?? Meta("OriginalPublicationDate") ?? Meta("article_date_original") ?? Meta("publication_date") ?? Meta("cXenseParse:publishtime") ?? Meta("cXenseParse:recs:publishtime") ?? Meta("dcterms.issued") ?? Meta("date") ?? time ?? shownTime;

    /// <summary>The day in an element that is called <c>published</c>; a page shows other stories' days too.</summary>
    public DateTimeOffset? MarkedDay { get; private set; }

    public string? Updated => Data.Modified ?? Meta("article:modified_time") ?? Meta("og:updated_time") ?? Properties("dateModified") ?? Meta("dcterms.modified") ?? Meta("last-modified") ?? Meta("lastmod");

    public string? Summary => Meta("og:description") ?? Meta("description") ?? Meta("twitter:description") ?? Data.Description ?? standfirst;

    public string? Address => canonical ?? Meta("og:url");

    public string? Image => Meta("og:image") ?? Meta("og:image:url") ?? Meta("twitter:image") ?? Data.Image;

    public bool IsStory => Data.IsArticle || Meta("og:type") is "article" or "Article" || Meta("article:published_time") is not null;

    public IReadOnlyList<string> Keywords => tags.Count > 0 ? tags : Meta("news_keywords") is null && Data.Keywords.Count > 0 ? Data.Keywords : (Meta("news_keywords") ?? Meta("keywords")) is null ? shownTags : [.. (Meta("news_keywords") ?? Meta("keywords") ?? "").Split([',', '،', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length < 60).Take(40)];

    public string? Rights => Data.CopyrightNotice ?? Meta("copyright") ?? Meta("dcterms.rights") ?? Meta("dc.rights") ?? Meta("rights");

    public string? Source => Data.SourceOrganization ?? Meta("dc.source") ?? Meta("dcterms.source") ?? Named(Meta("source")) ?? Properties("sourceOrganization");

    public string? SourceUrl => Data.BasedOn ?? Meta("original-source") ?? Meta("syndication-source");

    // Some write an address there.
    private static string? Named(string? source) => source is { Length: > 1 and < 60 } && !source.Contains('/', StringComparison.Ordinal) ? source : null;

    private string? Meta(string name) => meta.GetValueOrDefault(name);

    private string? Properties(string name) => properties.GetValueOrDefault(name);

    private string? SiteInTitle()
    {
        if (title is null) return null;
        if ((Data.Headline ?? Meta("og:title") ?? Properties("headline")) is { } claimed && title.StartsWith(claimed, StringComparison.Ordinal) && title[claimed.Length..].Trim().Trim('|', '-', '–', '—', ':', '·', '»', ' ') is { Length: > 1 and < 50 } rest && !rest.Contains('_', StringComparison.Ordinal)) return rest;
        return shown.SiteIn(title, setInTitle);
    }

    private void Take(PageNode node)
    {
        shown.Take(node);
        switch (node.Name)
        {
            case "meta":
                Take(node["property"] ?? node["name"] ?? node["http-equiv"], node["content"]);
                if (node["itemprop"] is { } item && node["content"] is { Length: > 0 } value) properties.TryAdd(item, value);
                break;
            case "title" when title is null && !node.IsWithin("svg"):
                title = string.Join(' ', string.Concat(node.Children.Select(child => child.Text)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
                if (title.Length is 0 or > 500) title = null;
                break;
            case "a" when node["rel"] is { } relation && tagsAsked < MostLinesAsked && relation.Split(' ').Contains("tag", StringComparer.OrdinalIgnoreCase):
                TakeTag(node);
                break;
            case "link" when node["rel"] == "canonical" && node["href"] is { Length: > 0 } href:
                canonical ??= href;
                break;
            // A page without headings: what is set large or bold and begins or ends the title.
            case "b" or "strong" or "font" or "big" or "h2" or "h3" when setInTitle is null && !shown.HasHeadings && linesAsked < MostLinesAsked:
                linesAsked++;
                if (node.Line(300) is not { Length: > 8 and < 300 } set || TextWeight.Words(set) < (title?.EndsWith(": " + set, StringComparison.OrdinalIgnoreCase) == true ? 2 : 3)) break;
                // The site's own name is large too, and shorter.
                if (node.Name == "font" && node["size"] is "4" or "5" or "6" or "7" or "+1" or "+2" or "+3" or "+4" && TextWeight.Words(set) > 3 && !(set.Length <= setLarge?.Length)) setLarge = set;
                if (title is not null && (title.EndsWith(set, StringComparison.OrdinalIgnoreCase) || title.StartsWith(set, StringComparison.OrdinalIgnoreCase))) setInTitle = set;
                break;
            case "time" when time is null && (node["datetime"] ?? node["title"]) is { Length: > 7 } instant && !node.IsWithin("nav"):
                time = instant;
                break;
            case "time" when shownTime is null && !node.IsWithin("nav") && MetaText.Date(Words(node)) is { } shown:
                shownTime = shown.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
                break;
        }

        if (node["itemprop"] is { Length: > 0 } property && node.Name != "meta") TakeProperty(node, property);
        if (time is null && node.Name is "abbr" && node["class"] is { } marked && marked.Contains("published", StringComparison.Ordinal)) time = node["title"];
        if (MarkedDay is null && node["class"] is { } called && called.Contains("publish", StringComparison.OrdinalIgnoreCase) && node.Name is "span" or "div" or "p" or "li" or "em" or "abbr" && !node.IsWithin("aside") && !node.IsWithin("nav") && node.Line(80) is { Length: < 80 } day) MarkedDay = MetaText.Date(day);
        TakeByline(node);
        if (byline is null) bylines.Take(node);
        TakeStandfirst(node);
    }

    private void Take(string? name, string? content)
    {
        if (name is null || string.IsNullOrWhiteSpace(content)) return;
        if (name.Equals("article:tag", StringComparison.OrdinalIgnoreCase) && tags.Count < 40) tags.Add(content.Trim());
        if (name.Equals("content-language", StringComparison.OrdinalIgnoreCase)) Language ??= content.Trim();
        var plain = HtmlText.IsMarkup(content) ? HtmlText.Line(content, isMarkup: true) : content.Trim();
        if (plain.Length is > 0 and < 2000) meta.TryAdd(name, plain);
    }

    // The story's own are in one list, which says so of itself; what stands beside it links to other stories' tags.
    private void TakeTag(PageNode link)
    {
        const int LongestTag = 60;
        tagsAsked++;
        var list = Ancestors(link).Take(4).FirstOrDefault(node => Said(node) is { } names && (names.Contains("tag", StringComparison.OrdinalIgnoreCase) || names.Contains("topic", StringComparison.OrdinalIgnoreCase) || names.Contains("keyword", StringComparison.OrdinalIgnoreCase)));
        if (list is null || (tagList is not null && list != tagList) || Ancestors(link).Any(node => node.Name is "aside" or "nav" || (Said(node) is { } around && (around.Contains("related", StringComparison.OrdinalIgnoreCase) || around.Contains("widget", StringComparison.OrdinalIgnoreCase) || around.Contains("sidebar", StringComparison.OrdinalIgnoreCase) || around.Contains("cloud", StringComparison.OrdinalIgnoreCase))))) return;
        tagList = list;
        if (link.Line(LongestTag + 1).TrimStart('#') is { Length: > 1 and <= LongestTag } tag && !shownTags.Contains(tag)) shownTags.Add(tag);
    }

    private static string? Said(PageNode node) => node["class"] ?? node["id"];

    private static IEnumerable<PageNode> Ancestors(PageNode node)
    {
        const int Deepest = 40;
        var levels = 0;
        for (var around = node.Parent; around is not null && levels++ < Deepest; around = around.Parent) yield return around;
    }

    private void TakeStandfirst(PageNode node)
    {
        if (standfirst is not null || standfirstsAsked >= MostLinesAsked || node.Name is not ("p" or "div" or "h2" or "h3" or "section") || node["class"] is not { } names || !names.Split(' ').Any(name => name.Equals("standfirst", StringComparison.OrdinalIgnoreCase) || name is "dek" or "deck" or "introtext" or "chapo" or "chapeau" or "article-standfirst" or "article__standfirst" or "article-dek")) return;
        standfirstsAsked++;
        if (!node.IsWithin("aside") && !node.IsWithin("nav") && node.Line(600) is { Length: > 20 and < 600 } line) standfirst = line;
    }

    private void TakeProperty(PageNode node, string property)
    {
        if (property.Contains("articleBody", StringComparison.Ordinal) || properties.ContainsKey(property)) return;
        var value = node["content"] ?? node["datetime"] ?? (node.Name == "abbr" ? node["title"] : null) ?? (property is "author" or "creator" or "headline" or "publisher" or "sourceOrganization" or "datePublished" or "dateModified" ? node.Line(300) : null);
        if (value is { Length: > 0 and <= 400 }) properties.TryAdd(property, value);
    }

    private void TakeByline(PageNode node)
    {
        if (byline is null && IsByline(node) && node.Line(200) is { Length: > 3 and < 120 } line && Person(line) is not null) (byline, bylineNode) = (line, node);
        // Each of several names may be a link of its own.
        else if (bylineNode is not null && node != bylineNode && node["rel"] == "author" && bylineNode["rel"] == "author" && node.Parent == bylineNode.Parent && node.Line(100) is { Length: > 3 and < 60 } next && !byline!.Contains(next, StringComparison.OrdinalIgnoreCase)) byline = $"{byline}, {next}";
        else if (byline is null && (node["data-component"] ?? node["data-testid"])?.Contains("byline", StringComparison.OrdinalIgnoreCase) == true)
            byline = node.Elements().Take(MostLinesAsked).Where(inner => inner != node && inner.Children.Count == 1 && inner.Children[0].IsText).Select(inner => inner.Line(80)).FirstOrDefault(name => InText.BylineText.IsName(name) && !InText.Agencies.IsKnown(name) && !name.Contains("orrespondent", StringComparison.Ordinal) && !name.Contains("ditor", StringComparison.Ordinal));
    }

    // Spans beside one another have no blank between them.
    private static string Words(PageNode node) => string.Join(' ', node.Elements().SelectMany(inner => inner.Children).Where(child => child.IsText).Select(child => child.Text!.Trim()).Where(word => word.Length > 0));

    private static bool IsByline(PageNode node) => node["rel"] == "author" || node["class"] is { } names && names.Split(' ').Any(name => name is "byline" or "author" or "author-name" or "byline-name" or "byline__name" or "article-author" or "post-author" or "entry-author" or "td-post-author-name" or "news-author" or "vcard" or "p-author" or "submitted" or "Page-authors" or "gh-article-author-name");

    /// <summary>The name in a byline, without what is around it.</summary>
    private static string? Person(string? line)
    {
        if (line is null || line.StartsWith("http", StringComparison.OrdinalIgnoreCase) || line.Contains('@', StringComparison.Ordinal)) return null;
        var name = line.Trim();
        foreach (var opening in (ReadOnlySpan<string>)["by ", "written by ", "von ", "par ", "por ", "di ", "door ", "author:", "posted by ", "submitted by ", "نویسنده:", "بقلم:", "بقلم ", "كتب:", "كتب ", "автор:"])
            if (name.StartsWith(opening, StringComparison.OrdinalIgnoreCase)) name = name[opening.Length..].Trim();

        foreach (var end in (ReadOnlySpan<string>)[" | ", " – ", " — ", " - ", " on ", "•", "·"])
            if (name.IndexOf(end, StringComparison.Ordinal) is > 2 and var at) name = name[..at].Trim();

        // "[ Home / Economy ]" stands where the author does.
        return name.Length is > 1 and < 100 && char.IsLetter(name[0]) && !name.All(char.IsDigit) && !InText.GenericUsers.Is(name) && !PageBylines.IsEasternHouse(name) ? name : null;
    }
}
