using System.Buffers;
using System.Text;

namespace Dateline.Foundation.Markup;

/// <summary>Writes blocks as HTML that is also well-formed XML: every tag closed, every value quoted, no named entity but XML's.</summary>
public sealed class HtmlRendering(StringBuilder html, RenderOptions options)
{
    private static readonly SearchValues<char> Special = SearchValues.Create("<>&\"");

    private static readonly (Marks Mark, string Tag)[] Tags =
    [
        (Marks.Strong, "strong"), (Marks.Emphasis, "em"), (Marks.Strike, "s"),
        (Marks.Subscript, "sub"), (Marks.Superscript, "sup"), (Marks.Code, "code"),
    ];

    private readonly string direction = options.OwnDirections ? " dir=\"auto\"" : "";
    private int nesting;
    private string? opening = options.Opening;

    public static string Encode(string text)
    {
        var html = new StringBuilder(text.Length);
        Encode(html, CleanText.Lines(text));
        return html.ToString();
    }

    public void Write(Sequence<Block> blocks)
    {
        nesting++;
        if (opening is not null && (blocks.Count == 0 || blocks[0] is not Paragraph))
        {
            html.Append("<p").Append(direction).Append('>');
            WriteOpening();
            html.Append("</p>");
        }
        foreach (var block in blocks.Span) Write(block);
        nesting--;
    }

    public void Write(Inlines content)
    {
        LinkTarget? open = null;
        foreach (var inline in content.Span)
        {
            var link = (inline as Text)?.Link;
            if (link != open)
            {
                if (open is not null) html.Append("</a>");
                if (link is not null) OpenLink(link);
                open = link;
            }
            if (inline is Text text) Write(text);
            else html.Append("<br/>");
        }
        if (open is not null) html.Append("</a>");
    }

    private void Write(Block block)
    {
        switch (block)
        {
            case Paragraph paragraph: Element("p", block, paragraph.Content); break;
            case Heading heading: Element(HeadingTag(heading), block, heading.Content); break;
            case Quote quote: WriteQuote(quote); break;
            case ListBlock list: WriteList(list); break;
            case PictureBlock picture: WritePicture(picture); break;
            case Table table: WriteTable(table); break;
            case Rule: html.Append("<hr/>"); break;
            case Preformatted preformatted: WritePreformatted(preformatted); break;
            case Embed embed: WriteEmbed(embed); break;
        }
    }

    private void Element(string tag, Block block, Inlines content)
    {
        Open(tag, block).Append('>');
        WriteOpening();
        Write(content);
        html.Append("</").Append(tag).Append('>');
    }

    /// <summary>Once, at the very beginning.</summary>
    private void WriteOpening()
    {
        if (opening is not { } text) return;
        opening = null;
        html.Append("<span class=\"placeline\">");
        Encode(html, CleanText.Line(text));
        html.Append("</span> ");
    }

    private StringBuilder Open(string tag, Block block)
    {
        html.Append('<').Append(tag).Append(direction);
        if (options.AnchorPrefix is { } prefix && nesting == 1) Attribute("id", prefix + block.Id);
        return html;
    }

    private string HeadingTag(Heading heading) => Math.Clamp(heading.Level + options.HeadingShift, 2, 6) switch
    {
        2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    };

    private void WriteQuote(Quote quote)
    {
        Open("blockquote", quote);
        if (quote.Cite is { } cite) Attribute("cite", cite.Value);
        html.Append('>');
        Write(quote.Blocks);
        html.Append("</blockquote>");
    }

    private void WriteList(ListBlock list)
    {
        var tag = list.Ordered ? "ol" : "ul";
        Open(tag, list);
        if (list is { Ordered: true, Start: not 1 }) Attribute("start", list.Start.ToString());
        html.Append('>');
        foreach (var item in list.Items.Span)
        {
            html.Append("<li").Append(direction).Append('>');
            if (item.Blocks is [Paragraph only]) Write(only.Content);
            else Write(item.Blocks);
            html.Append("</li>");
        }
        html.Append("</").Append(tag).Append('>');
    }

    private void WritePicture(PictureBlock picture)
    {
        if (options.Pictures(picture) is not { } rendition) return;
        Open("figure", picture).Append("><img");
        Attribute("src", Address(rendition.Url));
        if (rendition.Candidates.Count > 0)
        {
            Attribute("srcset", string.Join(", ", rendition.Candidates.Select(candidate => $"{Address(candidate.Url)} {candidate.Width}w")));
            Attribute("sizes", rendition.Sizes);
        }
        if (rendition is { Width: > 0, Height: > 0 })
        {
            Attribute("width", rendition.Width.ToString());
            Attribute("height", rendition.Height.ToString());
        }
        html.Append(" loading=\"lazy\" decoding=\"async\"");
        Attribute("alt", picture.Alt);
        html.Append("/>");
        if (picture.Caption.Length + picture.Credit.Length > 0)
        {
            html.Append("<figcaption>");
            Encode(html, picture.Caption);
            if (picture.Credit.Length > 0)
            {
                if (picture.Caption.Length > 0) html.Append(' ');
                html.Append("<span class=\"credit\">");
                Encode(html, picture.Credit);
                html.Append("</span>");
            }
            html.Append("</figcaption>");
        }
        html.Append("</figure>");
    }

    // A wide table scrolls inside its own box; the box can be reached by keyboard (WCAG 2.1.1).
    private void WriteTable(Table table)
    {
        Open("div", table).Append(" class=\"table\" tabindex=\"0\"><table><tbody>");
        for (var i = 0; i < table.Rows.Count; i++)
        {
            html.Append("<tr>");
            var heads = i == 0 && table.Rows[i].Cells.All(cell => cell.Header);
            foreach (var cell in table.Rows[i].Cells.Span)
            {
                var tag = cell.Header ? "th" : "td";
                html.Append('<').Append(tag).Append(direction);
                if (cell.Header) Attribute("scope", heads ? "col" : "row");
                if (cell.ColumnSpan > 1) Attribute("colspan", cell.ColumnSpan.ToString());
                if (cell.RowSpan > 1) Attribute("rowspan", cell.RowSpan.ToString());
                html.Append('>');
                Write(cell.Content);
                html.Append("</").Append(tag).Append('>');
            }
            html.Append("</tr>");
        }
        html.Append("</tbody></table></div>");
    }

    private void WritePreformatted(Preformatted preformatted)
    {
        Open("pre", preformatted).Append('>');
        // HTML 13.1.2.5: a parser drops one line end right after <pre>.
        if (preformatted.Value.StartsWith('\n')) html.Append('\n');
        Encode(html, preformatted.Value);
        html.Append("</pre>");
    }

    private void WriteEmbed(Embed embed)
    {
        Open("p", embed).Append(" class=\"embed\">");
        OpenLink(embed.Url);
        if (embed.Provider.Length > 0) Encode(html, embed.Provider + ": ");
        Encode(html, embed.Url.Value);
        html.Append("</a></p>");
    }

    private void OpenLink(LinkTarget link)
    {
        html.Append("<a");
        Attribute("href", link.Value);
        if (options.LinkRel.Length > 0) Attribute("rel", options.LinkRel);
        html.Append('>');
    }

    private void Write(Text text)
    {
        if (text.Marks == Marks.None)
        {
            Encode(html, text.Value);
            return;
        }
        foreach (var (mark, tag) in Tags)
            if (text.Marks.HasFlag(mark)) html.Append('<').Append(tag).Append('>');
        Encode(html, text.Value);
        for (var i = Tags.Length - 1; i >= 0; i--)
            if (text.Marks.HasFlag(Tags[i].Mark)) html.Append("</").Append(Tags[i].Tag).Append('>');
    }

    private string Address(string url) =>
        options.AbsoluteBase is { } absolute && Uri.TryCreate(absolute, url, out var joined) ? joined.AbsoluteUri : url;

    private void Attribute(string name, string value)
    {
        html.Append(' ').Append(name).Append("=\"");
        Encode(html, value);
        html.Append('"');
    }

    private static void Encode(StringBuilder html, ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny(Special) is >= 0 and var at)
        {
            html.Append(text[..at]).Append(text[at] switch { '<' => "&lt;", '>' => "&gt;", '&' => "&amp;", _ => "&quot;" });
            text = text[(at + 1)..];
        }
        html.Append(text);
    }
}
