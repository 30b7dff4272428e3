namespace Dateline.Foundation.Markup;

/// <summary>Adds up a tree and says when it is more than a body may be.</summary>
public sealed class BodySize
{
    private int blocks;
    private int inlines;
    private long text;

    public MarkupRefusal? Measure(Sequence<Block> tree)
    {
        if (!Add(tree, depth: 1)) return new("too-deep", T("Quotes and lists may be nested at most {0} deep.", Body.MaximumDepth));
        if (blocks > Body.MaximumBlocks) return new("too-many-blocks", T("A text has at most {0} blocks; this one has {1}.", Body.MaximumBlocks, blocks));
        if (inlines > Body.MaximumInlines) return new("too-many-pieces", T("A text has at most {0} differently marked pieces; this one has {1}.", Body.MaximumInlines, inlines));
        if (text > Body.MaximumText) return new("too-long", T("A text has at most {0} characters; this one has {1}.", Body.MaximumText, text));
        return null;
    }

    private bool Add(Sequence<Block> tree, int depth)
    {
        if (depth > Body.MaximumDepth && tree.Count > 0) return false;
        blocks += tree.Count;
        foreach (var block in tree.Span)
        {
            switch (block)
            {
                case Paragraph paragraph: Add(paragraph.Content); break;
                case Heading heading: Add(heading.Content); break;
                case Preformatted preformatted: text += preformatted.Value.Length; break;
                case PictureBlock picture: text += picture.Alt.Length + picture.Caption.Length + picture.Credit.Length; break;
                case Embed embed: text += embed.Provider.Length; break;
                case Quote quote when !Add(quote.Blocks, depth + 1): return false;
                case ListBlock list:
                    inlines += list.Items.Count;
                    foreach (var item in list.Items.Span)
                        if (!Add(item.Blocks, depth + 1)) return false;
                    break;
                case Table table:
                    inlines += table.Rows.Count;
                    foreach (var row in table.Rows.Span)
                        foreach (var cell in row.Cells.Span) Add(cell.Content);
                    break;
            }
        }
        return true;
    }

    private void Add(Inlines content)
    {
        inlines += content.Count + 1;
        foreach (var inline in content.Span)
            if (inline is Text piece) text += piece.Value.Length;
    }
}
