namespace Dateline.Foundation.Markup;

/// <summary>The beginning of a body, at most so many words.</summary>
public sealed class Excerpt
{
    private const string Ellipsis = "…";
    private int left;
    private bool cut;

    private Excerpt(int words) => left = words;

    public static Body Of(Body body, int words)
    {
        if (body.WordCount <= words) return body;
        var excerpt = new Excerpt(words);
        var blocks = excerpt.Cut(body.Blocks);
        return Body.From(blocks);
    }

    private Sequence<Block> Cut(Sequence<Block> blocks)
    {
        var kept = new List<Block>();
        foreach (var block in blocks)
        {
            if (cut) break;
            if (Cut(block) is { } part) kept.Add(part);
        }
        return kept.ToSequence();
    }

    private Block? Cut(Block block)
    {
        var words = Words.Count(block);
        if (words <= left && (left > 0 || words > 0))
        {
            left -= words;
            return block;
        }
        switch (block)
        {
            case Paragraph paragraph: return Cut(paragraph.Content) is { } content ? paragraph with { Content = content } : null;
            case Quote quote: return Cut(quote.Blocks) is { Count: > 0 } inner ? quote with { Blocks = inner } : null;
            case ListBlock list:
                var items = new List<ListItem>();
                foreach (var item in list.Items)
                {
                    if (cut) break;
                    if (Cut(item.Blocks) is { Count: > 0 } part) items.Add(new ListItem(part));
                }
                return items.Count > 0 ? list with { Items = items.ToSequence() } : null;
            default:        // half a heading, caption or table says something else than the whole
                cut = true;
                return null;
        }
    }

    private Inlines? Cut(Inlines content)
    {
        var words = new Words();
        var kept = new List<Inline>();
        cut = true;
        foreach (var inline in content)
        {
            if (inline is not Text text)
            {
                words.EndWord();
                kept.Add(inline);
                continue;
            }
            var end = words.Read(text.Value, left);
            if (end == text.Value.Length)
            {
                kept.Add(text);
                continue;
            }
            kept.Add(text with { Value = text.Value[..end] });
            break;
        }
        left = 0;
        return words.Counted == 0 ? null : [.. WithEllipsis(kept)];
    }

    private static List<Inline> WithEllipsis(List<Inline> kept)
    {
        while (kept is [.., LineBreak] or [.., Text { Value.Length: 0 }]
            || kept is [.., Text { Value: var blank }] && string.IsNullOrWhiteSpace(blank)) kept.RemoveAt(kept.Count - 1);
        if (kept is [.., Text last])
        {
            // An opening quotation mark or bracket before the cut would stay open for nothing.
            var value = last.Value.TrimEnd().TrimEnd('(', '[', '“', '«', '„', '‘', ',', ';', ':', '،', '؛', '、').TrimEnd();
            kept[^1] = last with { Value = value + Ellipsis };
        }
        return kept;
    }
}
