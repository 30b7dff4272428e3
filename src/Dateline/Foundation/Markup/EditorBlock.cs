namespace Dateline.Foundation.Markup;

/// <summary>Writes one block in the editor's notation: one or more lines, none of them blank.</summary>
internal static class EditorBlock
{
    private const int LongestHint = 60;

    public static string Write(Block block) => block switch
    {
        Paragraph paragraph => Lines(EditorInlines.Write(paragraph.Content)),
        Heading heading => new string('#', heading.Level) + " " + EditorInlines.Write(heading.Content).Replace('\n', ' '),
        Rule => "---",
        Quote quote when quote.Blocks.Count > 0 => Prefixed(quote),
        ListBlock list when IsSimple(list) => List(list),
        PictureBlock picture => Opaque("picture", picture, picture.Caption.Length > 0 ? picture.Caption : picture.Alt),
        Table table => Opaque("table", table, PlainText.From([table])),
        Embed embed => Opaque("embed", embed, embed.Provider),
        Preformatted preformatted => Opaque("preformatted", preformatted, preformatted.Value),
        ListBlock list => Opaque("list", list, PlainText.From([list])),
        _ => Opaque("block", block, ""),
    };

    private static bool IsSimple(ListBlock list) => list.Items.Count > 0
        && list.Items.All(item => item.Blocks is [Paragraph] || item.Blocks is [Paragraph, ListBlock inner] && IsSimple(inner));

    private static string Lines(string text) => string.Join('\n', text.Split('\n').Select(Line));

    // A line that would read as something else, or as the end of the paragraph, is held by a backslash.
    private static string Line(string line) =>
        EditorLine.NumberLength(line) is > 0 and var number ? line.Insert(number - 2, "\\")
        : string.IsNullOrWhiteSpace(line) || EditorLine.KindOf(line) != LineKind.Text ? "\\" + line
        : line;

    private static string Prefixed(Quote quote) =>
        string.Join("\n>\n", quote.Blocks.Select(block => string.Join('\n', Write(block).Split('\n').Select(line => "> " + line))));

    private static string List(ListBlock list) => string.Join('\n', list.Items.Select((item, i) =>
    {
        var text = Lines(EditorInlines.Write(((Paragraph)item.Blocks[0]).Content)).Replace("\n", "\n  ", StringComparison.Ordinal);
        var inner = item.Blocks is [_, ListBlock nested] ? "\n  " + List(nested).Replace("\n", "\n  ", StringComparison.Ordinal) : "";
        return (list.Ordered ? $"{list.Start + i}. " : "- ") + text + inner;
    }));

    private static string Opaque(string word, Block block, string hint)
    {
        hint = CleanText.Line(hint.Length > LongestHint * 2 ? hint[..(LongestHint * 2)] : hint).Replace("]", "", StringComparison.Ordinal);
        if (hint.Length > LongestHint) hint = CleanText.Line(hint[..LongestHint]) + "…";
        return hint.Length > 0 ? $"[[{word}:{block.Id} {hint}]]" : $"[[{word}:{block.Id}]]";
    }
}
