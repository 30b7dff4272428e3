using Dateline.Formats.Feeds;
using Dateline.Formats.Text;
using Dateline.Formats.Wires;

namespace Dateline.Formats.Nitf;

/// <summary>
/// A body as NITF's blocks. What stands between blocks becomes a paragraph, what NITF has no element for keeps its
/// text, and nothing nests in a way that the schema doesn't allow.
/// </summary>
internal sealed class NitfBlocks(WireOutput output)
{
    private bool inParagraph;

    public static void Write(WireOutput output, NewsBody body)
    {
        if (body.Kind == BodyKind.Text)
        {
            foreach (var paragraph in body.Content.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                output.Start("p");
                Lines(output, paragraph);
                output.End();
            }

            return;
        }

        var blocks = new NitfBlocks(output);
        blocks.Flow(WireTree.Read(XmlText.Legal(body.Content), new RepairList()));
        blocks.EndParagraph();
    }

    private static void Lines(WireOutput output, string text)
    {
        var lines = XmlText.Legal(text).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                output.Start("br");
                output.End();
            }

            output.Xml.WriteString(lines[i]);
        }
    }

    private void Flow(WireNode node)
    {
        foreach (var child in node.Children)
        {
            if (child.IsText ? string.IsNullOrWhiteSpace(child.Text) && !inParagraph : BodyTags.IsDropped(child)) continue;
            if (IsBlock(child))
            {
                EndParagraph();
                Block(child);
                EndParagraph();
                continue;
            }

            if (!inParagraph) output.Start("p");
            inParagraph = true;
            Inline(child);
        }
    }

    private void EndParagraph()
    {
        if (inParagraph) output.End();
        inParagraph = false;
    }

    private static bool IsBlock(WireNode node) => !node.IsText && (BodyTags.IsBlock(node.Local) || node.Children.Any(IsBlock) || node.Local is "dt" or "dd" or "li" or "tr" or "td" or "th" or "figcaption" or "caption");

    private void Block(WireNode node)
    {
        switch (node.Local)
        {
            case "p" when !node.Children.Any(IsBlock):
                Text("p", node);
                break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "hl1" or "hl2":
                Text("hl2", node);
                break;
            case "pre":
                output.Element("pre", node.InnerText());
                break;
            case "hr":
                output.Start("hr");
                output.End();
                break;
            case "blockquote" or "bq":
                Within("bq", () => Within("block", () => Flow(node)));
                break;
            case "ul" or "ol":
                List(node);
                break;
            case "dl":
                Definitions(node);
                break;
            case "table":
                Table(node);
                break;
            default:
                Flow(node);
                break;
        }
    }

    private void Within(string element, Action write)
    {
        output.Start(element);
        write();
        EndParagraph();
        output.End();
    }

    private void Text(string element, WireNode node)
    {
        output.Start(element);
        foreach (var child in node.Children) Inline(child);
        output.End();
    }

    private void List(WireNode list)
    {
        var items = list.Children.Where(c => !c.IsText && !BodyTags.IsDropped(c)).ToList();
        if (items.Count == 0) return;
        Within(list.Local, () =>
        {
            foreach (var item in items) Mixed("li", item);
        });
    }

    private void Definitions(WireNode list)
    {
        var items = list.Children.Where(c => c.Local is "dt" or "dd").ToList();
        if (items.Count == 0) return;
        Within("dl", () =>
        {
            foreach (var item in items)
            {
                // A dd has no text of its own in NITF.
                if (item.Local == "dt") Text("dt", item);
                else Within("dd", () => Flow(item));
            }
        });
    }

    private void Table(WireNode table)
    {
        var rows = Rows(table).Where(r => r.Children.Any(c => c.Local is "td" or "th")).ToList();
        if (rows.Count == 0) return;
        Within("table", () =>
        {
            if (table.Child("caption") is { } caption) Mixed("caption", caption);
            foreach (var row in rows)
            {
                output.Start("tr");
                foreach (var cell in row.Children.Where(c => c.Local is "td" or "th")) Mixed(cell.Local, cell);
                output.End();
            }
        });
    }

    private static IEnumerable<WireNode> Rows(WireNode table) =>
        table.Children.SelectMany(c => c.Local == "tr" ? [c] : c.Local is "thead" or "tbody" or "tfoot" ? c.All("tr") : []);

    /// <summary>An element that may hold words and blocks.</summary>
    private void Mixed(string element, WireNode node)
    {
        output.Start(element);
        foreach (var span in (ReadOnlySpan<string>)["rowspan", "colspan"])
            if (node.Attribute(span) is { } number && number.All(char.IsAsciiDigit)) output.Attribute(span, number);

        foreach (var child in node.Children)
        {
            if (IsBlock(child)) Block(child);
            else if (child.IsText || !BodyTags.IsDropped(child)) Inline(child);
            EndParagraph();
        }

        output.End();
    }

    private void Inline(WireNode node)
    {
        if (node.IsText)
        {
            output.Xml.WriteString(XmlText.Legal(node.Text));
            return;
        }

        if (BodyTags.IsDropped(node)) return;
        var name = node.Local switch
        {
            "em" or "i" or "b" or "strong" or "cite" => "em",
            "a" or "q" or "br" => node.Local,
            _ => null,
        };
        if (name is not null) output.Start(name);
        if (name == "em" && node.Local is "b" or "strong") output.Attribute("class", "bold");
        if (name == "a" && Address.Resolve(node.Attribute("href"), null, new RepairList()) is { } href) output.Attribute("href", href);
        foreach (var child in node.Children) Inline(child);
        if (name is not null) output.End();
    }
}
