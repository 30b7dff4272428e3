namespace Dateline.Foundation.Markup;

internal enum ContainerKind
{
    Root,
    Quote,
    List,
    Item,
    Table,
    Cell,
    Figure,
    Caption,
    Credit,
}

/// <summary>A place where blocks gather until the element that holds them ends.</summary>
internal sealed class Container(ContainerKind kind)
{
    public ContainerKind Kind => kind;
    public List<Block> Blocks { get; } = [];
    public InlineBuilder Line { get; } = new();

    /// <summary>Pictures met in the middle of a paragraph wait for its end.</summary>
    public List<PictureBlock> WaitingPictures { get; } = [];

    public LinkTarget? Cite { get; init; }
    public bool Ordered { get; init; }
    public int Start { get; init; } = 1;
    public List<List<Block>> Items { get; } = [];
    public bool Header { get; init; }
    public int ColumnSpan { get; init; } = 1;
    public int RowSpan { get; init; } = 1;
    public List<List<TableCell>> Rows { get; } = [];
    public int Cells { get; set; }
    public List<Block>? OnlyCell { get; set; }
    public List<Block> AfterTable { get; } = [];
    public string Caption { get; set; } = "";
    public string Credit { get; set; } = "";

    public void Add(Block block)
    {
        if (kind != ContainerKind.List)
            Blocks.Add(block);
        // <ul><li>a</li><ul>…</ul></ul>: what stands between two items belongs to the one before.
        else if (Items is [.., var before])
            before.Add(block);
        else
            Items.Add([block]);
    }
}
