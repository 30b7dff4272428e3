using System.Text;

namespace Dateline.Foundation.Markup;

/// <summary>
/// What a reader types, in the few forms a reply may have. Nothing is cleaned here, because nothing but text gets in: a
/// tag is seven characters like any others.
/// </summary>
internal static class ReaderText
{
    public const int DefaultLimit = 10_000;
    public const int MaximumLinks = 20;
    public const int MaximumParagraphs = 200;
    private const int MaximumQuoting = 3;

    public static Checked<Body> Read(string? untrusted, int limit = DefaultLimit)
    {
        untrusted ??= "";
        if (untrusted.Length > limit) return new MarkupRefusal("too-long", $"A reply has at most {limit} characters; this one has {untrusted.Length}.");
        var text = CleanText.Lines(untrusted).Normalize(NormalizationForm.FormC);
        if (!CleanText.IsVisible(text)) return new MarkupRefusal("empty", "There is nothing in this reply to read.");
        var body = Body.TryFrom(Blocks(text.Split('\n'), quoting: 0));
        if (!body.Accepted) return body;
        if (body.Value.AllBlocks().OfType<Paragraph>().Skip(MaximumParagraphs).Any())
            return new MarkupRefusal("too-many-paragraphs", $"A reply has at most {MaximumParagraphs} paragraphs.");
        var links = body.Value.AllBlocks().OfType<Paragraph>().SelectMany(paragraph => paragraph.Content).OfType<Text>().Count(piece => piece.Link is not null);
        return links > MaximumLinks ? new MarkupRefusal("too-many-links", $"A reply has at most {MaximumLinks} links; this one has {links}.") : body;
    }

    private static List<Block> Blocks(ReadOnlySpan<string> lines, int quoting)
    {
        var blocks = new List<Block>();
        var line = new InlineBuilder();
        for (var i = 0; i < lines.Length; i++)
        {
            var quoted = i;
            while (quoting < MaximumQuoting && quoted < lines.Length && lines[quoted].StartsWith('>')) quoted++;
            if (quoted > i)
            {
                EndParagraph();
                var inner = lines[i..quoted].ToArray();
                for (var j = 0; j < inner.Length; j++) inner[j] = inner[j][1..].TrimStart(' ');
                if (Blocks(inner, quoting + 1) is { Count: > 0 } quote) blocks.Add(new Quote(quote.ToSequence()));
                i = quoted - 1;
            }
            else if (!CleanText.IsVisible(lines[i]))
            {
                EndParagraph();
            }
            else
            {
                if (line.IsVisible) line.Break();
                ReaderLine.Append(line, lines[i]);
            }
        }
        EndParagraph();
        return blocks;

        void EndParagraph()
        {
            if (line.Take() is { } content) blocks.Add(new Paragraph(content));
        }
    }
}
