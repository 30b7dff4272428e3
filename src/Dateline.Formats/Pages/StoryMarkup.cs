using System.Net;
using System.Text;

namespace Dateline.Formats.Pages;

/// <summary>Writes the blocks of a story as plain markup: paragraphs, headings, lists, quotations, tables, with links and stress.</summary>
internal sealed class StoryMarkup
{
    private readonly StringBuilder html = new();
    private readonly List<PageNode> inline = [];
    private readonly Stack<(PageNode Node, string Tag)> around = new();

    // Each cell asks: to count the rows again for every one would take the square of the table.
    private readonly Dictionary<PageNode, bool> tables = [];

    public static string Write(IEnumerable<PageBlock> story)
    {
        var markup = new StoryMarkup();
        foreach (var block in story) markup.Add(block);
        markup.CloseAround(null);
        return markup.html.ToString();
    }

    private void Add(PageBlock block)
    {
        var (holder, row) = Holder(block.Node);
        CloseAround(holder, row);
        if (holder is not null && !around.Any(open => open.Node == holder)) Open(holder, holder.Name);
        if (row is not null && !around.Any(open => open.Node == row)) Open(row, "tr");
        var tag = holder?.Name switch
        {
            "ul" or "ol" => "li",
            "table" => block.Node.Name == "th" ? "th" : "td",
            _ => block.Node.Name switch { "h1" => "h2", ['h', >= '2' and <= '6'] heading => heading, "pre" => "pre", _ => "p" },
        };
        html.Append('<').Append(tag).Append('>');
        Write(block);
        html.Append("</").Append(tag).Append('>').Append('\n');
    }

    private void Open(PageNode node, string tag)
    {
        around.Push((node, tag));
        html.Append('<').Append(tag).Append('>');
    }

    private void CloseAround(PageNode? holder, PageNode? row = null)
    {
        while (around.TryPeek(out var open) && open.Node != row && (open.Node != holder || holder is null))
        {
            around.Pop();
            html.Append("</").Append(open.Tag).Append(">\n");
        }
    }

    private (PageNode? Holder, PageNode? Row) Holder(PageNode node)
    {
        PageNode? row = null;
        for (var at = node; at is not null; at = at.Parent)
        {
            if (at.Name is "ul" or "ol" && node.Name == "li") return (at, null);
            if (at.Name is "blockquote") return (at, null);
            if (at.Name == "tr") row ??= at;
            if (at.Name == "table") return node.Name is "td" or "th" && row is not null && IsOfFigures(at) ? (at, row) : (null, null);
            if (at.Name is "article" or "body" or "main") break;
        }

        return (null, null);
    }

    /// <summary>A table that has rows of several cells; the others were made to place things on a page.</summary>
    private bool IsOfFigures(PageNode table)
    {
        if (tables.TryGetValue(table, out var known)) return known;
        var rows = 0;
        foreach (var node in table.Elements())
            if (node.Name == "tr" && node.Children.Count(cell => cell.Name is "td" or "th") >= 2) rows++;

        return tables[table] = rows >= 2;
    }

    private void Write(PageBlock block)
    {
        foreach (var piece in block.Pieces)
        {
            Inline(piece, block.Node);
            if (piece.Name == "br") html.Append("<br>");
            else Append(piece.Text!);
        }

        while (inline.Count > 0) CloseInline();
    }

    private void Append(string text)
    {
        var collapsed = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c)) collapsed.Append(c);
            else if (collapsed.Length == 0 ? html.Length > 0 && html[^1] != ' ' : collapsed[^1] != ' ') collapsed.Append(' ');
        }

        html.Append(WebUtility.HtmlEncode(collapsed.ToString()));
    }

    // What is open stays open from one piece to the next where both stand in it.
    private void Inline(PageNode piece, PageNode block)
    {
        var wanted = new List<PageNode>();
        for (var node = piece.Parent; node is not null && node != block; node = node.Parent)
            if (Tag(node) is not null && wanted.Count < 8) wanted.Add(node);

        wanted.Reverse();
        var same = 0;
        while (same < wanted.Count && same < inline.Count && inline[same] == wanted[same]) same++;
        while (inline.Count > same) CloseInline();
        foreach (var node in wanted.Skip(same))
        {
            inline.Add(node);
            html.Append('<').Append(Tag(node));
            if (node.Name == "a") html.Append(" href=\"").Append(WebUtility.HtmlEncode(node["href"])).Append('"');
            html.Append('>');
        }
    }

    private void CloseInline()
    {
        html.Append("</").Append(Tag(inline[^1])).Append('>');
        inline.RemoveAt(inline.Count - 1);
    }

    private static string? Tag(PageNode node) => node.Name switch
    {
        "a" => node["href"] is { Length: > 0 } href && !href.StartsWith('#') ? "a" : null,
        "b" or "strong" => "strong",
        "i" or "em" => "em",
        "sup" or "sub" or "code" or "s" or "u" => node.Name,
        _ => null,
    };
}
