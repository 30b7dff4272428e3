namespace Dateline.Formats.Pages;

/// <summary>Marks what is no part of a story by its element, its role and its name; a second look is taken at what holds most of the text.</summary>
internal sealed class ChromeMarks(PageBlocks blocks, int total)
{
    private const double MostByName = 0.35;
    private const double MostByNameAlone = 0.7;
    private const double MostOfStandfirst = 0.3;
    private const double MostByElement = 0.5;
    private const int LongestMeta = 200;
    private const int LongestCaption = 700;
    private const int LongestCrosshead = 120;
    private const int LongestTeaser = 400;

    public static void Set(PageNode root, PageBlocks blocks) => new ChromeMarks(blocks, Math.Max(1, blocks.Prose(root))).Walk(root, inArticle: false);

    private void Walk(PageNode node, bool inArticle)
    {
        for (var i = 0; i < node.Children.Count; i++)
        {
            var child = node.Children[i];
            if (child.IsText) continue;
            if (child.Name == "table") CaptionCells(child);
            if (child.Name == "p" && IsCentred(child) && SaysOfPicture(node, i)) child.IsCaption = true;
            if (child.IsCaption || IsChrome(child, inArticle)) child.IsChrome = true;
            else Walk(child, inArticle || child.Name is "article" or "main");
        }
    }

    // In the age of tables a picture had one of its own, and what it shows stood in the cell below.
    private void CaptionCells(PageNode table)
    {
        if (blocks.Text(table) is 0 or >= LongestCaption || blocks.Prose(table) >= MostByElement * total) return;
        PageNode? picture = null;
        foreach (var node in table.Elements())
        {
            if (node.Name == "img" && picture is not null || node.Name == "h1" || node.Name == "table" && node != table) return;
            if (node.Name == "img") picture = node;
        }

        if (picture is null) return;
        foreach (var cell in table.Elements().Where(node => node.Name == "td" && blocks.Text(node) > 0)) cell.IsCaption = true;
    }

    // Another story's headline, leading there, and few words of it, in an article of its own within this one. An entry of a live blog leads to itself.
    private static bool IsTeaser(PageNode node) =>
        node.IsWithin("article") && node.Elements().Take(40).FirstOrDefault(inner => PageTags.IsHeading(inner.Name)) is { } heading
        && NoStory.LeadsAway(heading) && heading.Elements().First(inner => inner.Name == "a")["href"] is not ['?', ..];

    private static bool IsCentred(PageNode node) =>
        node["align"] == "center" || (node["style"] is { } style && style.Contains("center", StringComparison.OrdinalIgnoreCase) && style.Replace(" ", "", StringComparison.Ordinal).Contains("text-align:center", StringComparison.OrdinalIgnoreCase));

    // Xinhua and many others set a picture into a paragraph of its own, and into the next what it shows.
    private bool SaysOfPicture(PageNode parent, int at)
    {
        const int Longest = 240;
        if (blocks.Text(parent.Children[at]) is 0 or >= Longest) return false;
        for (var i = at - 1; i >= 0; i--)
        {
            var before = parent.Children[i];
            if (before.IsText && string.IsNullOrWhiteSpace(before.Text)) continue;
            return before.Name is "p" or "div" && blocks.Text(before) == 0 && before.Elements().Take(8).Any(inner => inner.Name == "img");
        }

        return false;
    }

    // A heading, a pitch and a field to type an address into: a box of its own, whatever it is called.
    private bool HoldsForm(PageNode node)
    {
        const int LongestBox = 500;
        const int Deepest = 3;
        if (node.Name is not ("div" or "section" or "p") || blocks.Text(node) is 0 or >= LongestBox) return false;
        var asks = AsksFor(node, Deepest);
        if (asks == Asked.Nothing || blocks.Prose(node) >= (asks == Asked.Address ? MostByElement : MostOfStandfirst) * total) return false;
        return !node.Elements().Any(inner => inner.Name is "h1" or "article");
    }

    private enum Asked
    {
        Nothing,
        Something,
        Address,
    }

    // A field for an address is for nothing else than a newsletter.
    private static Asked AsksFor(PageNode node, int levels)
    {
        if (levels == 0) return Asked.Nothing;
        var most = Asked.Nothing;
        foreach (var child in node.Children)
        {
            var asked = child.Name switch
            {
                "form" => Asked.Something,
                "textarea" => Asked.Something,
                "input" => child["type"]?.ToLowerInvariant() switch { "email" => Asked.Address, null or "" or "text" or "search" or "tel" => Asked.Something, _ => Asked.Nothing },
                _ => Asked.Nothing,
            };
            if (AsksFor(child, levels - 1) is var within && within > asked) asked = within;
            if (asked > most) most = asked;
        }

        return most;
    }

    // Readers may write more than the reporter did, and then they would pass for the story.
    private bool HoldsComments(PageNode node)
    {
        const int LeastBefore = 150;
        return node.Name is "div" or "section" or "article" or "ul" or "ol" && node.EndBlock - node.FirstBlock > 2 && blocks.ProseBefore(node) > LeastBefore && CommentSection.IsHead(blocks.All, node.FirstBlock, node.EndBlock);
    }

    private bool IsChrome(PageNode node, bool inArticle)
    {
        if (node.Name is "body" or "html" or "main" || PageTags.IsUnread(node.Name)) return false;
        var share = blocks.Prose(node) / (double)total;
        if (IsHidden(node)) return share < MostByElement;
        if (IsElement(node, inArticle) || HasRole(node)) return share < MostByElement;
        if (node["itemprop"] is { } property && property.Contains("articleBody", StringComparison.OrdinalIgnoreCase)) return false;
        var text = blocks.Text(node);
        if (ChromeWords.IsCaption(node)) return text < LongestCaption && share < MostByElement;
        if (ChromeWords.IsChrome(node)) return IsComments(node) ? total > blocks.Prose(node) : (share < MostByName && !(ChromeWords.IsStory(node) && share > 0.1)) || (share < MostByNameAlone && !HoldsStory(node));
        if (HoldsForm(node) || HoldsComments(node)) return true;
        if (node.Name == "article" && text < LongestTeaser && share < MostByName && IsTeaser(node)) return true;
        // The BBC calls its crossheads so too.
        if (ChromeWords.IsStandfirst(node)) return share < MostOfStandfirst && !(text < LongestCrosshead && blocks.ProseBefore(node) > LongestCrosshead);
        if (ChromeWords.IsMeta(node)) return text < LongestMeta && blocks.Prose(node) < LongestMeta / 2;
        return false;
    }

    private static bool IsElement(PageNode node, bool inArticle) => node.Name switch
    {
        "nav" or "aside" or "menu" or "dialog" or "search" or "form" or "amp-sidebar" => true,
        "footer" => node.Parent?.Name != "blockquote",
        // A story's own header holds its headline, and now and then its first paragraph.
        "header" => !inArticle,
        "figcaption" => true,
        "label" or "input" or "fieldset" => true,
        _ => false,
    };

    private static bool HasRole(PageNode node) =>
        node["role"] is "navigation" or "complementary" or "search" or "banner" or "contentinfo" or "dialog" or "alertdialog" or "menu" or "menubar" or "toolbar" or "tablist" or "form" or "note";

    // An element around the whole story may have any name: with-sidebar, no-comments.
    private static bool HoldsStory(PageNode node) => node.Elements().Any(inner => inner.Name is "h1" or "article" or "main" || (inner != node && ChromeWords.IsStory(inner)) || inner["itemprop"] == "articleBody");

    private static bool IsHidden(PageNode node)
    {
        foreach (var (name, value) in node.Attributes)
        {
            if (name == "hidden" || (name == "aria-hidden" && value == "true")) return true;
            if (name == "style" && value.Contains("display", StringComparison.OrdinalIgnoreCase) && value.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    // Readers may write more than the reporter did; what is called so is theirs, however much it is.
    private static bool IsComments(PageNode node) =>
        node["id"] is "comments" or "respond" or "disqus_thread" or "commentlist" or "comment-list" || (node["class"] ?? "").Split(' ') is { } classes && classes.Any(name => name is "comments" or "comment-list" or "commentlist" or "comments-area" or "comments-section" or "comment-respond" or "comment" or "comment-body");
}
