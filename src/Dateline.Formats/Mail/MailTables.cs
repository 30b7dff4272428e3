using Dateline.Formats.Text;

namespace Dateline.Formats.Mail;

/// <summary>Tables that only hold a letter together, as mail programs want it: their cells become blocks. A table of figures stays one.</summary>
internal static class MailTables
{
    private const int LongestFigure = 160;
    private const int MostTables = 400;

    private sealed class Table(bool isLayout)
    {
        public bool IsLayout = isLayout;
        public bool HasHeads;
        public int Cells;
        public int Written;
        public int MostWritten;
    }

    private readonly record struct TagAt(int At, int Length, Table Table, bool IsCell, bool IsEnd);

    public static string Unwrapped(string html)
    {
        if (!html.Contains("<table", StringComparison.OrdinalIgnoreCase)) return html;
        var (tags, tables) = (new List<TagAt>(), new Stack<Table>());
        var cell = -1;
        var count = 0;
        for (int at = html.IndexOf('<', StringComparison.Ordinal), next; at >= 0; at = html.IndexOf('<', next))
        {
            next = at + 1;
            var rest = html.AsSpan(at);
            var name = HtmlTag.Name(rest);
            var isEnd = rest.Length > 1 && rest[1] == '/';
            if (!IsOfTable(name)) continue;
            var length = HtmlTag.Length(rest);
            next = at + length; // one that never ends, or has another in an attribute, goes as far as that
            if (name.Equals("table", StringComparison.OrdinalIgnoreCase) && !isEnd)
            {
                if (++count > MostTables) return html;

                // What holds another table holds a page together.
                if (tables.TryPeek(out var outer)) outer.IsLayout = true;
                tables.Push(new Table(rest[..length].Contains("presentation", StringComparison.OrdinalIgnoreCase)));
                cell = -1;
            }

            if (!tables.TryPeek(out var table)) continue;
            var isCell = name.Equals("td", StringComparison.OrdinalIgnoreCase) || name.Equals("th", StringComparison.OrdinalIgnoreCase);
            if (cell >= 0) Weigh(html.AsSpan(cell, at - cell), table);
            cell = isCell && !isEnd ? at + length : -1;
            if (isCell && !isEnd) table.HasHeads |= name[1] is 'h' or 'H';
            if (name.Equals("tr", StringComparison.OrdinalIgnoreCase)) EndRow(table);
            tags.Add(new TagAt(at, length, table, isCell || name.Equals("caption", StringComparison.OrdinalIgnoreCase), isEnd));
            if (!isEnd || !name.Equals("table", StringComparison.OrdinalIgnoreCase)) continue;
            EndRow(table);
            tables.Pop();
        }

        return Written(html, tags);
    }

    private static bool IsOfTable(ReadOnlySpan<char> name)
    {
        Span<char> lower = stackalloc char[8];
        return name.Length is > 1 and <= 8 && lower[..name.ToLowerInvariant(lower)] is "table" or "tbody" or "thead" or "tfoot" or "tr" or "td" or "th" or "col" or "colgroup" or "caption";
    }

    private static void Weigh(ReadOnlySpan<char> content, Table table)
    {
        var text = HtmlText.Line(content, isMarkup: true);
        if (text.Length == 0) return;
        table.Cells++;
        table.Written++;
        if (text.Length > LongestFigure || content.IndexOf("<p", StringComparison.OrdinalIgnoreCase) is >= 0 and var first && content[(first + 2)..].IndexOf("<p", StringComparison.OrdinalIgnoreCase) >= 0) table.IsLayout |= !table.HasHeads || table.Cells < 4;
    }

    private static void EndRow(Table table)
    {
        table.MostWritten = Math.Max(table.MostWritten, table.Written);
        table.Written = 0;
    }

    private static string Written(string html, List<TagAt> tags)
    {
        var text = new System.Text.StringBuilder(html.Length);
        var from = 0;
        foreach (var tag in tags)
        {
            // Two columns at least, and more than one row of them, make a table.
            if (!tag.Table.IsLayout && (tag.Table.HasHeads || (tag.Table.MostWritten > 1 && tag.Table.Cells > tag.Table.MostWritten))) continue;
            text.Append(html, from, tag.At - from);
            text.Append(tag.IsCell ? tag.IsEnd ? "</div>" : "<div>" : "");
            from = tag.At + tag.Length;
        }

        return from == 0 ? html : text.Append(html, from, html.Length - from).ToString();
    }
}
