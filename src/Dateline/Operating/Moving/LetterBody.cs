using Dateline.Foundation.Markup;

namespace Dateline.Operating.Moving;

/// <summary>
/// A reply's body from one that can have more: paragraphs, quotes, emphasis and links whose words are their target, as
/// <see cref="ReaderText"/> makes them. Everything else is its words.
/// </summary>
internal static class LetterBody
{
    public static Body? Of(Body body) => Body.TryFrom(Blocks(body.Blocks)) is { Accepted: true, Value: { IsEmpty: false } letter } ? letter : null;

    private static IEnumerable<Block> Blocks(IEnumerable<Block> blocks)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case Quote quote when Blocks(quote.Blocks).ToList() is { Count: > 0 } inner:
                    yield return new Quote(inner.ToSequence());
                    break;
                case Paragraph paragraph when Line(paragraph.Content) is { Count: > 0 } line:
                    yield return new Paragraph(line);
                    break;
                case Heading heading when Line(heading.Content) is { Count: > 0 } line:
                    yield return new Paragraph(line);
                    break;
                case ListBlock list:
                    foreach (var inner in list.Items.SelectMany(item => Blocks(item.Blocks))) yield return inner;
                    break;
                case Quote or Paragraph or Heading or Rule or PictureBlock:
                    break;
                default:
                    foreach (var text in PlainText.From([block]).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) yield return new Paragraph(Inlines.Plain(text));
                    break;
            }
        }
    }

    private static Inlines Line(Inlines content)
    {
        var line = new List<Inline>();
        for (var i = 0; i < content.Count; i++)
        {
            if (content[i] is not Text text)
            {
                line.Add(content[i]);
                continue;
            }
            var marks = text.Marks & Marks.Emphasis;
            if (text.Link is not { } link) line.Add(new Text(text.Value, marks));
            else if (text.Value == link.Value) line.Add(new Text(text.Value, marks, link));
            else
            {
                // Where it goes is said behind the words, once for all the pieces of one link.
                line.Add(new Text(text.Value, marks));
                if (i + 1 < content.Count && content[i + 1] is Text next && next.Link == link) continue;
                if (link.IsWeb) line.AddRange([new Text(" ("), new Text(link.Value, Marks.None, link), new Text(")")]);
            }
        }
        return Inlines.Of(line.ToArray());
    }
}
