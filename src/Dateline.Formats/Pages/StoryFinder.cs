namespace Dateline.Formats.Pages;

/// <summary>Finds the element that holds the story: from the page's root down to where the prose divides.</summary>
internal sealed class StoryFinder(PageBlocks blocks)
{
    private const double Most = 0.85;
    private const double MostOfNamed = 0.55;
    private const double EnoughOfNamed = 0.4;
    private const double Dense = 0.7;

    /// <summary>The parts of the story in the order of the page; empty where the page has no prose.</summary>
    public List<PageNode> Find(PageNode root)
    {
        var node = root;
        if (blocks.Prose(root) == 0) return Named(root, byText: true) is { } named ? [named] : [];
        while (Below(node) is { } inner) node = inner;
        return WithNeighbours(node);
    }

    private PageNode? Below(PageNode node)
    {
        var prose = blocks.Prose(node);
        PageNode? best = null;
        foreach (var child in node.Children)
            if (IsContainer(child) && (best is null || blocks.Prose(child) > blocks.Prose(best))) best = child;

        if (best is not null)
        {
            var share = blocks.Prose(best) / (double)prose;
            if (share >= (IsNamed(best) ? MostOfNamed : Most)) return best;
            if (share >= 0.5 && Density(best) > Dense && RestDensity(node, best) < 0.5) return best;
        }

        // Several stories, or one among teasers: the one that is called so, if it is large enough. A live blog isn't.
        if (IsNamed(node) || Named(node, byText: false) is not { } named || blocks.Prose(named) < EnoughOfNamed * prose) return null;
        return !IsDivided(named) ? named : named.Parent == node ? null : named.Parent;
    }

    // The New York Times' StoryBodyCompanionColumn: a few paragraphs each, with a picture or an advert after every one.
    private bool IsDivided(PageNode named) =>
        named.Name != "article" && named.Parent is { } parent && parent.Children.Exists(beside => beside != named && beside.Name == named.Name && !beside.IsChrome && ChromeWords.IsStory(beside) && blocks.Prose(beside) > 0);

    private static bool IsContainer(PageNode node) => !node.IsText && !node.IsChrome && !PageTags.IsUnread(node.Name) && !PageTags.IsHeading(node.Name)
        && node.Name is not ("p" or "blockquote" or "ul" or "ol" or "dl" or "li" or "pre" or "figure" or "a" or "span" or "font" or "b" or "strong" or "em" or "i") || (node.Name is "font" or "span" or "b" or "center" && !node.IsChrome && HoldsBlocks(node));

    private static bool HoldsBlocks(PageNode node) => node.EndBlock - node.FirstBlock > 1;

    private static bool IsNamed(PageNode node) => node.Name == "article" || ChromeWords.IsStory(node);

    private PageNode? Named(PageNode within, bool byText)
    {
        PageNode? best = null;
        var most = 0;
        var waiting = new Stack<PageNode>();
        waiting.Push(within);
        while (waiting.TryPop(out var node))
        {
            foreach (var child in node.Children)
            {
                if (child.IsText || child.IsChrome || PageTags.IsUnread(child.Name) || child.EndBlock == child.FirstBlock) continue;
                waiting.Push(child);
                var weight = byText ? blocks.Text(child) : blocks.Prose(child);
                if (IsNamed(child) && IsContainer(child) && weight > most) (best, most) = (child, weight);
            }
        }

        return best;
    }

    private double Density(PageNode node) => blocks.Text(node) is > 0 and var text ? blocks.Prose(node) / (double)text : 0;

    private double RestDensity(PageNode node, PageNode part) =>
        blocks.Text(node) - blocks.Text(part) is > 0 and var text ? (blocks.Prose(node) - blocks.Prose(part)) / (double)text : 0;

    // The first paragraph stands outside on many pages, and some put a break of their own into the middle.
    private List<PageNode> WithNeighbours(PageNode node)
    {
        var parts = new List<PageNode> { node };
        var levels = 0;
        for (var inner = node; inner.Parent is { } parent && levels < 3 && parent.Name is not ("body" or "html") && inner.Name is not ("article" or "main"); inner = parent)
        {
            // An element around nothing else is no level: Drupal's fields have three of them.
            if (parent.EndBlock - parent.FirstBlock > inner.EndBlock - inner.FirstBlock) levels++;

            var at = parent.Children.IndexOf(inner);
            for (var i = at - 1; i >= 0; i--)
                if (IsPart(parent.Children[i])) parts.Insert(0, parent.Children[i]);

            for (var i = at + 1; i < parent.Children.Count; i++)
                if (IsPart(parent.Children[i]) && (parent.Children[i].Name == "p" || SameClass(parent.Children[i], inner))) parts.Add(parent.Children[i]);
        }

        return parts;
    }

    private bool IsPart(PageNode node) =>
        !node.IsText && !node.IsChrome && blocks.Prose(node) > 0 && Density(node) > Dense && (node.Name == "p" || PageTags.IsBlock(node.Name)) && node.Name is not "article" && node.EndBlock - node.FirstBlock <= 12;

    private static bool SameClass(PageNode a, PageNode b) => a["class"] is { Length: > 0 } name && name == b["class"];
}
