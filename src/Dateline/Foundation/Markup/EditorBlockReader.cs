namespace Dateline.Foundation.Markup;

/// <summary>Reads lines of the editor's notation as blocks, finding the blocks that stand there only by their id.</summary>
internal sealed class EditorBlockReader(Body previous)
{
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    public MarkupRefusal? Refusal { get; private set; }

    public void Keep(Block? block)
    {
        if (block is not null) taken.Add(block.Id);
    }

    public List<Block> Read(ReadOnlySpan<string> lines, int depth = 1)
    {
        var blocks = new List<Block>();
        if (depth > Body.MaximumDepth)
        {
            Refusal ??= new("too-deep", T("Quotes and lists may be nested at most {0} deep.", Body.MaximumDepth));
            return blocks;
        }
        for (var i = 0; i < lines.Length;)
        {
            if (string.IsNullOrWhiteSpace(lines[i]))
            {
                i++;
                continue;
            }
            var kind = EditorLine.KindOf(lines[i]);
            var end = i + 1;
            if (kind is LineKind.Bullet or LineKind.Number)
                while (end < lines.Length && (EditorLine.KindOf(lines[end]) == kind || lines[end].StartsWith("  ", StringComparison.Ordinal))) end++;
            else if (kind is LineKind.Text or LineKind.Quote)
                while (end < lines.Length && EditorLine.KindOf(lines[end]) == kind && !string.IsNullOrWhiteSpace(lines[end])) end++;
            if (Read(kind, lines[i..end], depth) is { } block) blocks.Add(block);
            i = end;
        }
        return blocks;
    }

    private Block? Read(LineKind kind, ReadOnlySpan<string> lines, int depth) => kind switch
    {
        LineKind.Heading => new Heading(EditorLine.HeadingLevel(lines[0]), EditorInlines.Read(lines[0].TrimStart('#').Trim())),
        LineKind.Rule => new Rule(),
        LineKind.Quote => ReadQuote(lines, depth),
        LineKind.Bullet or LineKind.Number => ReadList(kind, lines, depth),
        LineKind.Opaque => Kept(EditorLine.OpaqueId(lines[0])!),
        _ => new Paragraph(EditorInlines.Read(string.Join('\n', lines!))),
    };

    private Quote ReadQuote(ReadOnlySpan<string> lines, int depth)
    {
        var inner = new string[lines.Length];
        for (var i = 0; i < inner.Length; i++) inner[i] = lines[i].StartsWith("> ", StringComparison.Ordinal) ? lines[i][2..] : lines[i][1..];
        return new Quote(Read(inner, depth + 1).ToSequence());
    }

    private ListBlock ReadList(LineKind kind, ReadOnlySpan<string> lines, int depth)
    {
        var items = new List<ListItem>();
        for (var i = 0; i < lines.Length;)
        {
            var marker = kind == LineKind.Bullet ? 2 : EditorLine.NumberLength(lines[i]);
            var item = new List<string> { lines[i][marker..] };
            for (i++; i < lines.Length && lines[i].StartsWith("  ", StringComparison.Ordinal); i++) item.Add(lines[i][2..]);
            items.Add(new ListItem(Read(item.ToArray(), depth + 1).ToSequence()));
        }
        var start = kind == LineKind.Number ? int.Parse(lines[0].AsSpan(0, EditorLine.NumberLength(lines[0]) - 2)) : 1;
        return new ListBlock(kind == LineKind.Number, items.ToSequence(), start);
    }

    private Block? Kept(string id)
    {
        if (previous.Find(id) is not { } block)
        {
            Refusal ??= new("unknown-block", T("The line with “{0}” names something that is not in this text.", id));
            return null;
        }
        // The same line twice is the same picture twice, but two blocks.
        return taken.Add(id) ? block : block with { Id = "" };
    }
}
