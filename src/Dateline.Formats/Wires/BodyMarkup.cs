using System.Text;
using Dateline.Formats.Nitf;

namespace Dateline.Formats.Wires;

/// <summary>Writes a body out of the tree as HTML. It makes no promise of safety: whoever shows it cleans it.</summary>
internal sealed class BodyMarkup
{
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "href", "title", "src", "alt", "width", "height", "colspan", "rowspan", "class", "dir", "lang", "style", "hidden", "start", "cite", "datetime", "align",
    };

    private readonly StringBuilder html = new();
    private bool saidSomething;

    /// <summary>The headline of the item: not said again as the first thing in its body.</summary>
    public string? Headline { get; init; }

    /// <summary>Where pictures go that stand in the text of a NITF document.</summary>
    public WireDraft? Draft { get; init; }

    public static string Html(WireNode node) => new BodyMarkup().Of(node);

    public string Of(WireNode content)
    {
        Inside(content);
        return html.ToString().Trim();
    }

    private void Inside(WireNode node)
    {
        var hasFullText = node.Children.Any(c => c.Local == "block" && c.Attribute("class") == "full_text");
        foreach (var child in node.Children)
        {
            // The archive of the New York Times has the first paragraph once more, alone.
            if (hasFullText && child.Local == "block" && child.Attribute("class") == "lead_paragraph") continue;
            if (child.IsText) Escape(AccentQuotes.Set(child.Text), '>');
            else Element(child);
        }
    }

    private void Element(WireNode node)
    {
        if (BodyTags.IsDropped(node) || IsPageHeader(node) || IsHeadlineAgain(node) || IsCompanies(node) || IsPixel(node) || Ninjs.TtMarkup.Take(node, Draft)) return;
        if (node.Local == "media")
        {
            if (Draft is not null) NitfMedia.Read(node, Draft);
            return;
        }

        if (IsWriters(node, out var block))
        {
            if (block is not null) Block(node, block);
            return;
        }

        if (BodyTags.Name(node.Local) is not { } name)
        {
            Inside(node);
            return;
        }

        if (node.Local == "em" && node.Attribute("class") is ("bold" or "b")) name = "strong";
        if (name is "p" or "pre" && !WireText.HasElements(node) && !(name == "pre" && IsTable(node.InnerText())) && IndentedParagraphs.Split(node.InnerText()) is { } several)
        {
            foreach (var paragraph in several) Paragraph(paragraph);
            return;
        }

        html.Append('<').Append(name);
        foreach (var (key, value) in node.Attributes)
        {
            var known = key == "xml:lang" ? "lang" : key;
            if (!Kept.Contains(known)) continue;
            html.Append(' ').Append(known).Append("=\"");
            Escape(value, '"');
            html.Append('"');
        }

        html.Append('>');
        Inside(node);
        if (!BodyTags.IsVoid(name)) html.Append("</").Append(name).Append('>');
    }

    // Infomaker's writer has no paragraphs but elements, and beside them pictures and boxes as objects.
    private bool IsWriters(WireNode node, out string? block)
    {
        block = null;
        switch (node.Local)
        {
            case "idf" or "group" when node.Local == "idf" || node.Attribute("type") == "body":
                Inside(node);
                return true;
            case "object" when node.Attribute("type")?.StartsWith("x-im/", StringComparison.Ordinal) == true:
                return true;
            case "element" when node.Attribute("type") is { } type:
                block = type.StartsWith("subheadline", StringComparison.Ordinal) || type == "headline" ? "h2" : type switch { "blockquote" => "blockquote", "unordered-list" => "ul", "ordered-list" => "ol", "list-item" => "li", _ => "p" };
                return true;
            default:
                return false;
        }
    }

    private void Block(WireNode node, string name)
    {
        html.Append('<').Append(name).Append('>');
        Inside(node);
        html.Append("</").Append(name).Append('>');
    }

    // Columns are what is set apart within a line.
    private static bool IsTable(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
            if (line.Trim().ContainsAny("\t") || line.Trim().Contains("   ", StringComparison.Ordinal)) return true;

        return false;
    }

    private void Paragraph(string text)
    {
        html.Append("<p>");
        Escape(AccentQuotes.Set(text), '>');
        html.Append("</p>");
    }

    // The page that some agencies send as body begins with headline, byline and slugline, which the metadata have too.
    private bool IsPageHeader(WireNode node) =>
        node.Local == "header" && Headline is not null && node.Children.Any(c => c.Local is "h1" or "time" || (c.Local == "ul" && c.Attribute("class") == "slugline"));

    // AFP ends a text with the companies in it, each with its number: <p><org idsrc="isin" value="…">NORFERRY</org></p>.
    private static bool IsCompanies(WireNode node)
    {
        if (node.Local != "p") return false;
        var any = false;
        foreach (var child in node.Children)
        {
            if (child.IsText ? !string.IsNullOrWhiteSpace(child.Text) : child.Local != "org" || child.Attribute("idsrc") is null) return false;
            any |= !child.IsText;
        }

        return any;
    }

    // What a press wire counts its readers with.
    private static bool IsPixel(WireNode node) => node.Local == "img" && node.Attribute("width") is "1" or "0" && node.Attribute("height") is "1" or "0";

    private bool IsHeadlineAgain(WireNode node) =>
        Headline is not null && !saidSomething && node.Local is ("h1" or "h2" or "hl1" or "hl2") && string.Equals(WireText.Line(node), Headline, StringComparison.OrdinalIgnoreCase);

    private void Escape(string text, char alsoThis)
    {
        saidSomething |= alsoThis == '>' && !string.IsNullOrWhiteSpace(text);
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '"' when alsoThis == '"' => html.Append("&quot;"),
                '>' when alsoThis == '>' => html.Append("&gt;"),
                _ => html.Append(c),
            };
        }
    }
}
