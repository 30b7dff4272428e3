namespace Dateline.Formats.Pages;

/// <summary>A stretch of text that a reader sees as one: a paragraph, a heading, an item, a cell.</summary>
/// <param name="Node">The nearest element that is a block.</param>
/// <param name="Text">The text; lines only where the page breaks them.</param>
/// <param name="Weight">See <see cref="TextWeight"/>.</param>
/// <param name="LinkWeight">How much of that is links.</param>
internal sealed record PageBlock(PageNode Node, string Text, int Weight, int LinkWeight)
{
    private const int ShortestSentence = 50;
    private const int ShortestText = 110;

    /// <summary>The pieces of it, for its markup.</summary>
    public IReadOnlyList<PageNode> Pieces { get; init; } = [];

    public double LinkShare { get; } = Weight == 0 ? 0 : (double)LinkWeight / Weight;

    public bool IsHeading { get; } = PageTags.IsHeading(Node.Name);

    public bool HasSentence { get; } = TextWeight.HasSentence(Text);

    public bool IsChrome { get; set; }

    /// <summary>It reads like a story's paragraph; the first is now and then marked up as a heading.</summary>
    public bool IsProse => !(IsHeading && (Node.Name == "h1" || Weight < ShortestText || !HasSentence)) && LinkShare < 0.4 && (HasSentence ? Weight >= ShortestSentence : Weight >= ShortestText);

    public int ProseWeight => IsProse ? Weight - LinkWeight : 0;
}
