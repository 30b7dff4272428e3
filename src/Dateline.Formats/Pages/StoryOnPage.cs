namespace Dateline.Formats.Pages;

/// <summary>The story of a page: its blocks, without all that stands around them.</summary>
internal sealed record StoryOnPage(IReadOnlyList<PageBlock> Blocks, IReadOnlyList<PageNode> Parts)
{
    private const int Little = 60;
    private const int LeastOfAStory = 40;
    private const int LeastOfAnyText = 90;

    /// <summary>The lines around the headline, for what the page says of the story there and nowhere else.</summary>
    public IReadOnlyList<string> Above { get; init; } = [];

    public int Weight { get; } = Blocks.Sum(block => block.Weight);

    public static StoryOnPage? Find(PageNode root, PageFacts facts, string? headline)
    {
        var all = PageBlocks.Of(root);
        ChromeMarks.Set(root, all);
        var story = Within(root, PageBlocks.Of(root), headline);

        // Too strict a look may have taken a gallery's captions or an oddly named story for chrome.
        if (story.Weight < Little)
        {
            foreach (var node in root.Elements())
                if (node.IsChrome && node.Name is not ("nav" or "footer" or "form" or "menu") && !IsComments(node)) node.IsChrome = false;

            if (Within(root, PageBlocks.Of(root), headline) is { } second && second.Weight > 2 * story.Weight && second.Weight >= LeastOfAnyText) story = second;
        }

        story = Evidence.Weigh(story, all, facts.Data.Body);
        return story.Weight >= (facts.IsStory || story.Parts.Any(IsCalledStory) ? LeastOfAStory : LeastOfAnyText) ? story with { Above = Lines(all, story) } : null;
    }

    private static List<string> Lines(PageBlocks all, StoryOnPage story)
    {
        const int Most = 40;
        const int LongestLine = 140;
        var first = story.Blocks[0].Text;
        var lines = new List<string>();
        foreach (var block in all.All)
        {
            if (block.Text == first) break;
            if (block.Text.Length <= LongestLine) lines.Add(block.Text);
        }

        return lines.Count > Most ? lines[^Most..] : lines;
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
