namespace Dateline.Foundation.Markup;

/// <summary>Blocks as lines, for the places that can hold no blocks: cells and captions.</summary>
internal static class Flat
{
    public static Inlines Lines(IEnumerable<Block> blocks)
    {
        var lines = new List<Inline>();
        Add(lines, blocks);
        return [.. lines];
    }

    private static void Add(List<Inline> lines, IEnumerable<Block> blocks)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case Paragraph paragraph: AddLine(lines, paragraph.Content); break;
                case Heading heading: AddLine(lines, heading.Content); break;
                case Quote quote: Add(lines, quote.Blocks); break;
                case ListBlock list: Add(lines, list.Items.SelectMany(item => item.Blocks)); break;
                case Table table:
                    foreach (var cell in table.Rows.SelectMany(row => row.Cells)) AddLine(lines, cell.Content);
                    break;
                case Preformatted preformatted:
                    foreach (var line in preformatted.Value.Split('\n')) AddLine(lines, Collapsed(line));
                    break;
                case Embed embed: AddLine(lines, [new Text(embed.Url.Value, Link: embed.Url)]); break;
            }
        }
    }

    private static void AddLine(List<Inline> lines, Inlines content)
    {
        if (content.Count == 0) return;
        if (lines.Count > 0) lines.Add(LineBreak.One);
        lines.AddRange(content);
    }

    private static Inlines Collapsed(string line) => CleanText.Line(line) is { Length: > 0 } text && CleanText.IsVisible(text) ? Inlines.Plain(text) : Inlines.Empty;
}
