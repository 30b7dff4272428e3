using System.Text;

namespace Dateline.Formats.Pages;

/// <summary>Cuts a page into its blocks and notes for each element which of them it holds.</summary>
internal sealed class PageBlocks
{
    private readonly List<PageBlock> blocks = [];
    private readonly StringBuilder text = new();
    private readonly List<PageNode> pieces = [];
    private int[] prose = [];
    private int[] all = [];
    private int linkWeight;
    private int breaks;

    public IReadOnlyList<PageBlock> All => blocks;

    public static PageBlocks Of(PageNode root)
    {
        var cut = new PageBlocks();
        cut.Walk(root, root, inLink: false);
        cut.Flush(root);
        root.EndBlock = cut.blocks.Count;
        cut.Count();
        return cut;
    }

    /// <summary>The weight of the prose within an element, chrome left out.</summary>
    public int Prose(PageNode node) => prose[node.EndBlock] - prose[node.FirstBlock];

    /// <summary>The weight of the prose before an element, chrome left out.</summary>
    public int ProseBefore(PageNode node) => prose[node.FirstBlock];

    /// <summary>The weight of all text within an element, chrome left out.</summary>
    public int Text(PageNode node) => all[node.EndBlock] - all[node.FirstBlock];

    /// <summary>Sums up again, after something was found to be chrome.</summary>
    public void Count()
    {
        prose = new int[blocks.Count + 1];
        all = new int[blocks.Count + 1];
        for (var i = 0; i < blocks.Count; i++)
        {
            prose[i + 1] = prose[i] + (blocks[i].IsChrome ? 0 : blocks[i].ProseWeight);
            all[i + 1] = all[i] + (blocks[i].IsChrome ? 0 : blocks[i].Weight);
        }
    }

    // The tree is at most PageTree.Deepest deep, so this may call itself.
    private void Walk(PageNode node, PageNode block, bool inLink)
    {
        if (node.IsText)
        {
            if (!inLink || !string.IsNullOrWhiteSpace(node.Text)) Take(node, inLink);
            return;
        }

        if (node.IsChrome || PageTags.IsUnread(node.Name))
        {
            node.FirstBlock = node.EndBlock = blocks.Count;
            return;
        }

        var isBlock = PageTags.IsBlock(node.Name);
        if (isBlock) Flush(block);
        node.FirstBlock = blocks.Count;
        if (node.Name == "br")
        {
            // Two line breaks are what a paragraph was before there were paragraphs.
            if (++breaks >= 2) Flush(block);
            else if (text.Length > 0) text.Append('\n');
            if (text.Length > 0) pieces.Add(node);
        }

        foreach (var child in node.Children) Walk(child, isBlock ? node : block, inLink || node.Name == "a");
        if (isBlock) Flush(node);
        node.EndBlock = isBlock ? blocks.Count : blocks.Count + (text.Length > 0 ? 1 : 0);
    }

    private void Take(PageNode node, bool inLink)
    {
        var content = node.Text!;
        if (!string.IsNullOrWhiteSpace(content)) breaks = 0;
        var before = text.Length;
        foreach (var c in content)
        {
            if (!char.IsWhiteSpace(c)) text.Append(c);
            else if (text.Length > 0 && !char.IsWhiteSpace(text[^1])) text.Append(' ');
        }

        if (text.Length == before && !(text.Length > 0 && content.Length > 0)) return;
        pieces.Add(node);
        if (inLink) linkWeight += TextWeight.Of(content);
    }

    private void Flush(PageNode block)
    {
        breaks = 0;
        if (text.Length > 0)
        {
            var line = text.ToString().Trim();
            if (line.Length > 0) blocks.Add(new PageBlock(block, line, TextWeight.Of(line), linkWeight) { Pieces = [.. pieces] });
        }

        text.Clear();
        pieces.Clear();
        linkWeight = 0;
    }
}
