namespace Dateline.Formats.Pages;

/// <summary>The story of a page: its blocks, without all that stands around them.</summary>
internal sealed record StoryOnPage(IReadOnlyList<PageBlock> Blocks, IReadOnlyList<PageNode> Parts)
{
    private const int Little = 60;
    private const int LeastOfAStory = 40;
    private const int LeastOfAnyText = 90;

    /// <summary>The lines around the headline, for what the page says of the story there and nowhere else.</summary>
    public IReadOnlyList<string> Above { get; init; } = [];

    /// <summary>Whose text a line right below the story says it is; it is no part of the story.</summary>
    public string? SourceBelow { get; init; }

    /// <summary>When and by whom it was posted, where a line right below it says so, as Movable Type's did.</summary>
    public (DateTimeOffset? Published, string? Byline)? PostedBelow { get; init; }

    public int Weight { get; } = Blocks.Sum(block => block.Weight);

    public static StoryOnPage? Find(PageNode root, PageFacts facts, string? headline)
    {
        var all = PageBlocks.Of(root);
        ChromeMarks.Set(root, all);
        ConsentText.Mark(all);
        var story = Within(root, PageBlocks.Of(root), headline);

        // Too strict a look may have taken a gallery's captions or an oddly named story for chrome.
        if (story.Weight < Little)
        {
            foreach (var node in root.Elements())
                if (node.IsChrome && node.Name is not ("nav" or "footer" or "form" or "menu") && !IsComments(node)) node.IsChrome = false;

            if (Within(root, PageBlocks.Of(root), headline) is { } second && second.Weight > 2 * story.Weight && second.Weight >= LeastOfAnyText) story = second;
        }

        story = Signed(Evidence.Weigh(story, all, facts.Data.Body), all);
        return story.Weight >= (facts.IsStory || story.Parts.Any(IsCalledStory) ? LeastOfAStory : LeastOfAnyText) ? story with { Above = Lines(all, story) } : null;
    }

    // "Source: Press TV", "(Avec AFP)": below the text stands whose it is, in a line that is too short for a paragraph.
    private static StoryOnPage Signed(StoryOnPage story, PageBlocks all)
    {
        const int Reach = 3;
        const int LongestSignature = 80;
        if (story.Blocks.Count == 0) return story;
        var last = story.Blocks[^1];
        var at = all.All.Count - 1;
        while (at >= 0 && !(all.All[at].Node == last.Node && all.All[at].Text == last.Text)) at--;
        if (at < 0) return story;
        for (var i = at + 1; i <= at + Reach && i < all.All.Count; i++)
        {
            var block = all.All[i];
            if (block.IsProse || block.Text.Length > LongestSignature) break;
            if (InText.TailCredit.Read(block.Text, isWhole: true, Nobody) is { Start: 0 } && (InText.TailCredit.IsLabelled(block.Text) || block.Text.AsSpan().Trim() is ['(' or '（' or '[', ..] || block.Node.Parent == last.Node.Parent)) return story with { Blocks = [.. story.Blocks, block] };
            if (MetaText.Source(block.Text.Trim('(', ')', '（', '）', '[', ']', '【', '】', ' ')) is { } source) return story with { SourceBelow = source };
            if (PostLine.Read(block.Text) is { Published: not null } posted) return story with { PostedBelow = posted };
            if (ChromeText.EndsStory(block.Text)) break;
        }

        return story;
    }

    private static readonly InText.Signatures Nobody = new([]);

    // The last lines above the story: a page may have a hundred thousand, and those far above it are not asked for.
    private static List<string> Lines(PageBlocks all, StoryOnPage story)
    {
        const int Most = 40;
        const int MostBlocks = 400;
        const int LongestLine = 140;
        const int LongestCell = 400;
        var first = story.Blocks[0].Text;
        var end = 0;
        while (end < all.All.Count && all.All[end].Text != first) end++;
        var lines = new List<string>();
        for (var i = end - 1; i >= Math.Max(0, end - MostBlocks) && lines.Count < Most; i--)
        {
            var block = all.All[i];
            if (block.Text.Length <= LongestCell && block.Pieces.Count > 1) lines.AddRange(OfCell(block.Pieces).AsEnumerable().Reverse());
            if (block.Text.Length <= LongestLine) lines.Add(block.Text);
        }

        if (lines.Count > Most) lines.RemoveRange(Most, lines.Count - Most);
        lines.Reverse();
        return lines;
    }

    // Headline, byline and date in one cell of a table, with nothing between them but line breaks.
    private static List<string> OfCell(IReadOnlyList<PageNode> pieces)
    {
        var (lines, line) = (new List<string>(), "");
        for (var i = 0; i < pieces.Count; i++)
        {
            line += pieces[i].Text;
            if (i + 1 == pieces.Count || pieces[i + 1].Name != "br") continue;
            if (!string.IsNullOrWhiteSpace(line)) lines.Add(string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
            line = "";
        }

        if (lines.Count > 0 && !string.IsNullOrWhiteSpace(line)) lines.Add(line.Trim());
        return lines;
    }

    private static StoryOnPage Within(PageNode root, PageBlocks blocks, string? headline)
    {
        var parts = new StoryFinder(blocks).Find(root);
        var inParts = new List<PageBlock>();
        foreach (var part in parts)
            for (var i = part.FirstBlock; i < part.EndBlock; i++) inParts.Add(blocks.All[i]);

        return new StoryOnPage(new StoryFilter(inParts, headline).Keep(), parts);
    }

    private static bool IsCalledStory(PageNode part) => part.Name == "article" || part.IsWithin("article") || ChromeWords.IsStory(part);

    private static bool IsComments(PageNode node) => (node["id"] ?? node["class"] ?? "").Contains("comment", StringComparison.OrdinalIgnoreCase) || (node["id"] ?? node["class"] ?? "").Contains("cookie", StringComparison.OrdinalIgnoreCase);
}
