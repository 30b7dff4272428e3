using System.Text;
using Dateline.Foundation.Markup;

namespace Dateline.Replies.Own;

/// <summary>A reply as its writer typed it, for the form in which it is changed: read again it is the same reply.</summary>
internal static class TypedText
{
    public static string Of(Body body) => string.Join("\n\n", body.Blocks.Select(Of));

    private static string Of(Block block) => block switch
    {
        Quote quote => string.Join('\n', string.Join("\n\n", quote.Blocks.Select(Of)).Split('\n').Select(line => line.Length == 0 ? ">" : line[0] == '>' ? ">" + line : "> " + line)),
        Paragraph paragraph => Of(paragraph.Content),
        _ => PlainText.From(new Sequence<Block>([block])), // no form of ours makes others; imported ones keep their words
    };

    private static string Of(Inlines content)
    {
        var text = new StringBuilder();
        foreach (var piece in content)
        {
            if (piece is LineBreak) text.Append('\n');
            if (piece is not Text run) continue;
            var mark = run.Marks.HasFlag(Marks.Emphasis) && run.Link is null ? "*" : "";
            text.Append(mark).Append(run.Value).Append(mark);
        }
        return text.ToString();
    }
}
