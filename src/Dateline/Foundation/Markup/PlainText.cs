using System.Text;

namespace Dateline.Foundation.Markup;

/// <summary>A body as plain text: blocks separated by a blank line.</summary>
public static class PlainText
{
    public static string From(Body body) => From(body.Blocks);

    public static string From(Sequence<Block> blocks)
    {
        var text = new StringBuilder();
        Append(text, blocks);
        return text.ToString();
    }

    public static string From(Inlines content)
    {
        if (content is [Text only]) return only.Value;
        var text = new StringBuilder();
        Append(text, content);
        return text.ToString();
    }

    public static void Append(StringBuilder text, Block block)
    {
        switch (block)
        {
            case Paragraph paragraph: Append(text, paragraph.Content); break;
            case Heading heading: Append(text, heading.Content); break;
            case Quote quote: Append(text, quote.Blocks); break;
            case ListBlock list: Append(text, list); break;
            case Table table: Append(text, table); break;
            case Preformatted preformatted: text.Append(preformatted.Value); break;
            case Embed embed: text.Append(embed.Url.Value); break;
            case PictureBlock picture:
                text.Append(picture.Caption);
                if (picture.Credit.Length > 0) text.Append(picture.Caption.Length > 0 ? " " : "").Append(picture.Credit);
                break;
        }
    }

    private static void Append(StringBuilder text, Sequence<Block> blocks)
    {
        var start = text.Length;
        foreach (var block in blocks.Span)
        {
            var before = text.Length;
            if (before > start) text.Append("\n\n");
            var written = text.Length;
            Append(text, block);
            if (text.Length == written) text.Length = before;       // a rule, an empty paragraph
        }
    }

    private static void Append(StringBuilder text, ListBlock list)
    {
        for (var i = 0; i < list.Items.Count; i++)
        {
            if (i > 0) text.Append('\n');
            if (list.Ordered) text.Append(list.Start + i).Append(". ");
            else text.Append("- ");
            Append(text, list.Items[i].Blocks);
        }
    }

    private static void Append(StringBuilder text, Table table)
    {
        for (var row = 0; row < table.Rows.Count; row++)
        {
            if (row > 0) text.Append('\n');
            for (var cell = 0; cell < table.Rows[row].Cells.Count; cell++)
            {
                if (cell > 0) text.Append('\t');
                Append(text, table.Rows[row].Cells[cell].Content);
            }
        }
    }

    private static void Append(StringBuilder text, Inlines content)
    {
        foreach (var inline in content.Span)
        {
            if (inline is Text piece) text.Append(piece.Value);
            else text.Append('\n');
        }
    }
}
