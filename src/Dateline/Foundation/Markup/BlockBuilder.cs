using System.Text;

namespace Dateline.Foundation.Markup;

/// <summary>
/// Puts blocks together from what an outside text says in its order: something begins, text, something ends. It knows
/// nothing of tags, and its own depth is bounded whatever the input's is.
/// </summary>
internal sealed class BlockBuilder
{
    private readonly List<Container> open = [new(ContainerKind.Root)];
    private readonly int[] marks = new int[6];
    private readonly StringBuilder preformatted = new();
    private Marks marksNow;
    private int nesting = 1;
    private int headingLevel;

    private Container Top => open[^1];

    public LinkTarget? Link { get; set; }
    public bool IsPreformatted { get; private set; }

    public void Text(string value)
    {
        if (IsPreformatted) preformatted.Append(value);
        else Top.Line.Append(value, marksNow, Link);
    }

    public void Break()
    {
        if (IsPreformatted) preformatted.Append('\n');
        // Two breaks in a row are how much of the world ends a paragraph.
        else if (!Top.Line.LineIsVisible) EndLine();
        else Top.Line.Break();
    }

    public void Mark(Marks mark, bool begins)
    {
        if (mark == Marks.None) return;
        var index = System.Numerics.BitOperations.TrailingZeroCount((int)mark);
        marks[index] += begins ? 1 : -1;
        marksNow = marks[index] > 0 ? marksNow | mark : marksNow & ~mark;
    }

    /// <summary>Ends the paragraph or heading that is being written, if there is one.</summary>
    public void EndLine()
    {
        if (IsPreformatted)
        {
            if (preformatted.Length > 0 && preformatted[^1] != '\n') preformatted.Append('\n');
            return;
        }
        var container = Top;
        if (container.Line.Take() is { } content)
            Put(container, headingLevel > 0 ? new Heading(headingLevel, content) : new Paragraph(content));
        foreach (var picture in container.WaitingPictures) Put(container, picture);
        container.WaitingPictures.Clear();
    }

    public void Heading(int level)
    {
        EndLine();
        headingLevel = level;
    }

    public void BeginPreformatted()
    {
        EndLine();
        IsPreformatted = true;
    }

    public void EndPreformatted()
    {
        if (!IsPreformatted) return;
        IsPreformatted = false;
        var text = CleanText.Lines(preformatted.ToString());
        preformatted.Clear();
        if (text.StartsWith('\n')) text = text[1..];        // HTML 13.2.6.4.7: the line end right after <pre> is not content
        if (CleanText.IsVisible(text)) Put(Top, new Preformatted(text));
    }

    public void Add(Block block)
    {
        EndLine();
        Put(Top, block);
    }

    public void Picture(PictureBlock picture)
    {
        if (IsPreformatted) return;
        if (Top.Line.IsVisible) Top.WaitingPictures.Add(picture);
        else Put(Top, picture);
    }

    /// <summary>Begins a container; false where it may not stand, and its content belongs to what is open already.</summary>
    public bool Begin(Container container)
    {
        EndLine();
        var nests = container.Kind is ContainerKind.Quote or ContainerKind.List;
        if (nests && nesting == Body.MaximumDepth) return false;
        var allowed = container.Kind switch
        {
            ContainerKind.Item => Top.Kind == ContainerKind.List,
            ContainerKind.Cell => Top.Kind == ContainerKind.Table,
            ContainerKind.Caption => Top.Kind == ContainerKind.Figure,
            ContainerKind.Credit => Top.Kind == ContainerKind.Caption,
            _ => true,
        };
        if (!allowed) return false;
        if (nests) nesting++;
        open.Add(container);
        return true;
    }

    public void BeginRow()
    {
        EndLine();
        if (Top is { Kind: ContainerKind.Table, Rows: [] or [.., { Count: > 0 }] }) Top.Rows.Add([]);
    }

    public void End()
    {
        EndLine();
        var container = Top;
        open.RemoveAt(open.Count - 1);
        if (container.Kind is ContainerKind.Quote or ContainerKind.List) nesting--;
        switch (container.Kind)
        {
            case ContainerKind.Quote when container.Blocks.Count > 0:
                Put(Top, new Quote(container.Blocks.ToSequence(), container.Cite));
                break;
            case ContainerKind.List when container.Items.Count > 0:
                Put(Top, new ListBlock(container.Ordered, container.Items.Select(item => new ListItem(item.ToSequence())).ToSequence(), container.Start));
                break;
            case ContainerKind.Item when container.Blocks.Count > 0:
                Top.Items.Add(container.Blocks);
                break;
            case ContainerKind.Cell: EndCell(container); break;
            case ContainerKind.Table: EndTable(container); break;
            case ContainerKind.Caption: EndCaption(container); break;
            case ContainerKind.Credit: Top.Credit = Joined(Top.Credit, PlainLine(container)); break;
            case ContainerKind.Figure: EndFigure(container); break;
        }
    }

    public List<Block> Finish()
    {
        EndPreformatted();
        while (open.Count > 1) End();
        EndLine();
        return Top.Blocks;
    }

    private void EndCell(Container cell)
    {
        if (Top.Rows.Count == 0) Top.Rows.Add([]);
        Top.OnlyCell = ++Top.Cells == 1 ? cell.Blocks : null;
        Top.AfterTable.AddRange(Pictures(cell.Blocks));
        Top.Rows[^1].Add(new TableCell(Flat.Lines(cell.Blocks), cell.Header, cell.ColumnSpan, cell.RowSpan));
    }

    private void EndTable(Container table)
    {
        foreach (var block in table.Blocks) Put(Top, block);        // what stood in the table but in no cell
        table.Rows.RemoveAll(row => row.Count == 0);
        if (table.Rows is [[_]] && table.OnlyCell is { } only)
        {
            foreach (var block in only) Put(Top, block);            // a frame for a page, not a table
            return;
        }
        if (table.Rows.Exists(row => row.Exists(cell => cell.Content.Count > 0)))
            Put(Top, new Table(table.Rows.Select(row => new TableRow(row.ToSequence())).ToSequence()));
        foreach (var block in table.AfterTable) Put(Top, block);
    }

    private void EndFigure(Container figure)
    {
        var at = figure.Blocks.FindLastIndex(block => block is PictureBlock);
        if (at >= 0)
        {
            var picture = (PictureBlock)figure.Blocks[at];
            figure.Blocks[at] = picture with { Caption = figure.Caption, Credit = figure.Credit };
        }
        foreach (var block in figure.Blocks) Put(Top, block);
        var orphan = at >= 0 ? "" : Joined(figure.Caption, figure.Credit);
        if (orphan.Length > 0) Put(Top, new Paragraph(Inlines.Plain(orphan)));
    }

    private void EndCaption(Container caption)
    {
        Top.Caption = Joined(Top.Caption, PlainLine(caption));
        Top.Credit = Joined(Top.Credit, caption.Credit);
    }

    private static string Joined(string before, string after) => CleanText.Line($"{before} {after}");

    private static string PlainLine(Container container)
    {
        var text = CleanText.Line(PlainText.From(Flat.Lines(container.Blocks)));
        return CleanText.IsVisible(text) ? text : "";
    }

    private static void Put(Container container, Block block) => container.Add(block);

    private static IEnumerable<PictureBlock> Pictures(IEnumerable<Block> blocks) => blocks.SelectMany(block => block switch
    {
        PictureBlock picture => [picture],
        Quote quote => Pictures(quote.Blocks),
        ListBlock list => Pictures(list.Items.SelectMany(item => item.Blocks)),
        _ => (IEnumerable<PictureBlock>)[],
    });
}
