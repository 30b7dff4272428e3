namespace Dateline.Foundation.Markup;

/// <summary>One block of a body. An empty id is given by <see cref="Body.From"/>.</summary>
public abstract record Block
{
    public string Id { get; init; } = "";
}

public sealed record Paragraph(Inlines Content) : Block;

/// <summary>A heading inside a text. Level 1 is the page's own headline.</summary>
public sealed record Heading(int Level, Inlines Content) : Block
{
    public const int Highest = 2;
    public const int Lowest = 4;

    public int Level { get; } = Level is >= Highest and <= Lowest ? Level : throw new ArgumentOutOfRangeException(nameof(Level));
}

public sealed record Quote(Sequence<Block> Blocks, LinkTarget? Cite = null) : Block;

public sealed record ListBlock(bool Ordered, Sequence<ListItem> Items, int Start = 1) : Block
{
    public const int MaximumStart = 1_000_000;

    public int Start { get; } = Ordered ? Math.Clamp(Start, 0, MaximumStart) : 1;
}

public sealed record ListItem(Sequence<Block> Blocks);

/// <summary>
/// A picture: one of ours by id, or still only the address a sender named. The latter is never shown to a reader.
/// </summary>
public sealed record PictureBlock(Guid? PictureId, LinkTarget? Src, string Alt = "", string Caption = "", string Credit = "") : Block
{
    public LinkTarget? Src { get; init; } = Src is null or { IsWeb: true } ? Src : throw new ArgumentException("A picture comes from the web.", nameof(Src));
    public string Alt { get; init => field = CleanText.Line(value); } = CleanText.Line(Alt);
    public string Caption { get; init => field = CleanText.Line(value); } = CleanText.Line(Caption);
    public string Credit { get; init => field = CleanText.Line(value); } = CleanText.Line(Credit);
}

public sealed record Table(Sequence<TableRow> Rows) : Block;

public sealed record TableRow(Sequence<TableCell> Cells);

public sealed record TableCell(Inlines Content, bool Header = false, int ColumnSpan = 1, int RowSpan = 1)
{
    public const int MaximumSpan = 100;

    public int ColumnSpan { get; } = Math.Clamp(ColumnSpan, 1, MaximumSpan);
    public int RowSpan { get; } = Math.Clamp(RowSpan, 1, MaximumSpan);
}

public sealed record Rule : Block;

public sealed record Preformatted(string Value) : Block
{
    public string Value { get; init => field = CleanText.Lines(value); } = CleanText.Lines(Value);
}

/// <summary>Something that lives on another site. Readers get a plain link to it: their browsers talk to us alone.</summary>
public sealed record Embed(string Provider, LinkTarget Url) : Block
{
    public string Provider { get; init => field = CleanText.Line(value); } = CleanText.Line(Provider);
}
