using System.Text.Json;

namespace Dateline.Foundation.Markup;

/// <summary>
/// Reads a ProseMirror document by allow-list: unknown nodes, marks and attributes are refused, since to drop them would
/// lose an editor's work without a word. The few attributes that Tiptap always writes and the model has no use for are named here.
/// </summary>
public sealed class BodyJsonReader
{
    private const int MaximumLength = 32_000_000;
    // One level of list takes four levels of JSON.
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = Body.MaximumDepth * 4 + 32, AllowDuplicateProperties = false };

    private MarkupRefusal? refusal;

    public static Checked<Body> Read(string json)
    {
        if (json.Length > MaximumLength) return new MarkupRefusal("too-long", "The document is too large.");
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            var reader = new BodyJsonReader();
            return reader.Document(document.RootElement) is { } blocks && reader.refusal is null ? Body.TryFrom(blocks) : reader.refusal!;
        }
        catch (JsonException)
        {
            return new MarkupRefusal("not-json", "The document is not well-formed JSON.");
        }
        catch (InvalidOperationException)
        {
            // GetString throws this, and nothing else here does, for an escaped half of a surrogate pair.
            return new MarkupRefusal("not-unicode", "The document contains text that is not valid Unicode.");
        }
    }

    private List<Block>? Document(JsonElement element)
    {
        if (TypeOf(element) is not "doc") return Fail<List<Block>>("not-a-document", "The outermost node must be a doc.");
        return Knows(element, "type", "content", "attrs") ? Blocks(element, depth: 1) : null;
    }

    private List<Block>? Blocks(JsonElement parent, int depth)
    {
        if (depth > Body.MaximumDepth + 1) return Fail<List<Block>>("too-deep", $"Quotes and lists may be nested at most {Body.MaximumDepth} deep.");
        return Children(parent, child => ReadBlock(child, depth));
    }

    private Block? ReadBlock(JsonElement element, int depth)
    {
        var attributes = new JsonAttributes(element);
        var type = TypeOf(element);
        var leaf = type is "image" or "horizontalRule" or "embed";
        if (!Knows(element, "type", "attrs", leaf ? "attrs" : "content")) return null;
        Block? block = type switch
        {
            "paragraph" => Inlines(element) is { } content ? new Paragraph(content) : null,
            "heading" => Inlines(element) is { } content ? ReadHeading(attributes, content) : null,
            "blockquote" => Blocks(element, depth + 1) is { } blocks ? ReadQuote(attributes, blocks) : null,
            "bulletList" or "orderedList" => ReadList(element, attributes, ordered: type is "orderedList", depth),
            "image" => ReadPicture(attributes),
            "table" => Children(element, ReadRow) is { } rows ? new Table(rows.ToSequence()) : null,
            "horizontalRule" => new Rule(),
            "codeBlock" => ReadPreformatted(element),
            "embed" => ReadEmbed(attributes),
            _ => Fail<Block>("unknown-node", "The document has a kind of block that is not known here."),
        };
        if (block is null) return null;
        var id = attributes.String("id") ?? "";
        if (id.Length > 0 && !BlockIds.IsValid(id)) return Fail<Block>("bad-id", "A block has an id that is not one.");
        attributes.Ignore("textAlign", "dir");
        if (type is "codeBlock") attributes.Ignore("language");
        if (type is "orderedList") attributes.Ignore("type");
        if (type is "image") attributes.Ignore("title", "width", "height");
        return Used(attributes) ? block with { Id = id } : null;
    }

    private Heading? ReadHeading(JsonAttributes attributes, Inlines content) =>
        attributes.Number("level") is >= Heading.Highest and <= Heading.Lowest and { } level
            ? new Heading(level, content)
            : Fail<Heading>("bad-heading", $"A heading's level is from {Heading.Highest} to {Heading.Lowest}.");

    private Quote? ReadQuote(JsonAttributes attributes, List<Block> blocks)
    {
        if (attributes.String("cite") is not { Length: > 0 } cite) return new Quote(blocks.ToSequence());
        return LinkTarget.Parse(cite) is { } target ? new Quote(blocks.ToSequence(), target) : BadLink<Quote>();
    }

    private ListBlock? ReadList(JsonElement element, JsonAttributes attributes, bool ordered, int depth)
    {
        attributes.Ignore("tight");
        var start = ordered ? attributes.Number("start") ?? 1 : 1;
        if (start is < 0 or > ListBlock.MaximumStart) return Fail<ListBlock>("bad-list", "A list starts with a number that is too large.");
        return Children(element, item => ReadItem(item, depth)) is { } items ? new ListBlock(ordered, items.ToSequence(), start) : null;
    }

    private ListItem? ReadItem(JsonElement element, int depth)
    {
        if (TypeOf(element) is not "listItem") return Fail<ListItem>("unknown-node", "A list may hold only list items.");
        return Knows(element, "type", "attrs", "content") && Blocks(element, depth + 1) is { } blocks ? new ListItem(blocks.ToSequence()) : null;
    }

    private PictureBlock? ReadPicture(JsonAttributes attributes)
    {
        var alt = attributes.String("alt") ?? "";
        var caption = attributes.String("caption") ?? "";
        var credit = attributes.String("credit") ?? "";
        var src = attributes.String("src");
        if (attributes.String("pictureId") is { Length: > 0 } id)
        {
            if (!Guid.TryParse(id, out var pictureId)) return Fail<PictureBlock>("bad-picture", "A picture has an id that is not one.");
            // For a picture of ours the editor shows our own relative address, which the id already says.
            return new PictureBlock(pictureId, LinkTarget.Parse(src) is { IsWeb: true } web ? web : null, alt, caption, credit);
        }
        return LinkTarget.Parse(src) is { IsWeb: true } address
            ? new PictureBlock(PictureId: null, address, alt, caption, credit)
            : Fail<PictureBlock>("bad-picture", "A picture needs the id of an uploaded picture or an http(s) address.");
    }

    private Embed? ReadEmbed(JsonAttributes attributes)
    {
        var provider = attributes.String("provider") ?? "";
        return LinkTarget.Parse(attributes.String("url")) is { IsWeb: true } url ? new Embed(provider, url) : BadLink<Embed>();
    }

    private Preformatted? ReadPreformatted(JsonElement element)
    {
        var pieces = Children(element, child =>
            TypeOf(child) is "text" && Knows(child, "type", "text", "text") ? TextOf(child) : Fail<string>("unknown-node", "Preformatted text may hold only text."));
        return pieces is null ? null : new Preformatted(string.Concat(pieces));
    }

    private TableRow? ReadRow(JsonElement element)
    {
        if (TypeOf(element) is not "tableRow") return Fail<TableRow>("unknown-node", "A table may hold only rows.");
        return Knows(element, "type", "attrs", "content") && Children(element, ReadCell) is { } cells ? new TableRow(cells.ToSequence()) : null;
    }

    private TableCell? ReadCell(JsonElement element)
    {
        var type = TypeOf(element);
        if (type is not ("tableCell" or "tableHeader")) return Fail<TableCell>("unknown-node", "A row may hold only cells.");
        if (!Knows(element, "type", "attrs", "content")) return null;
        var attributes = new JsonAttributes(element);
        attributes.Ignore("id", "colwidth", "align");
        var columns = attributes.Number("colspan") ?? 1;
        var rows = attributes.Number("rowspan") ?? 1;
        if (columns is < 1 or > TableCell.MaximumSpan || rows is < 1 or > TableCell.MaximumSpan)
            return Fail<TableCell>("bad-cell", $"A cell spans from 1 to {TableCell.MaximumSpan} rows or columns.");
        if (!Used(attributes)) return null;
        var paragraphs = Children(element, child => TypeOf(child) is "paragraph" && Knows(child, "type", "attrs", "content")
            ? Inlines(child)
            : Fail<Inlines>("bad-cell", "A table cell can hold only paragraphs."));
        if (paragraphs is null) return null;
        var content = new List<Inline>();
        foreach (var paragraph in paragraphs)
        {
            if (content.Count > 0) content.Add(LineBreak.One);
            content.AddRange(paragraph);
        }
        return new TableCell([.. content], type is "tableHeader", columns, rows);
    }

    private Inlines? Inlines(JsonElement parent) => Children(parent, ReadInline) is { } content ? [.. content] : null;

    private Inline? ReadInline(JsonElement element)
    {
        switch (TypeOf(element))
        {
            case "hardBreak":
                return Knows(element, "type", "attrs", "marks") ? LineBreak.One : null;
            case "text":
                if (!Knows(element, "type", "text", "marks") || TextOf(element) is not { } value) return null;
                var text = new Text(value);
                if (!element.TryGetProperty("marks", out var marks)) return text;
                if (marks.ValueKind != JsonValueKind.Array) return Fail<Inline>("unknown-mark", "Marks come as a list.");
                foreach (var mark in marks.EnumerateArray())
                    if (text is not null) text = Mark(text, mark);
                return text;
            default:
                return Fail<Inline>("unknown-node", "The document has a piece of text of a kind that is not known here.");
        }
    }

    private Text? Mark(Text text, JsonElement mark)
    {
        var type = TypeOf(mark);
        if (!Knows(mark, "type", "attrs", "attrs")) return null;
        if (type is "link")
        {
            var attributes = new JsonAttributes(mark);
            attributes.Ignore("target", "rel", "class", "title");
            var href = attributes.String("href");
            if (!Used(attributes)) return null;
            return LinkTarget.Parse(href) is { } link ? text with { Link = link } : BadLink<Text>();
        }
        foreach (var (known, name) in BodyJsonWriter.MarkNames)
            if (name == type) return text with { Marks = text.Marks | known };
        return Fail<Text>("unknown-mark", "The document marks a text in a way that is not known here.");
    }

    private List<T>? Children<T>(JsonElement parent, Func<JsonElement, T?> read) where T : class
    {
        if (!parent.TryGetProperty("content", out var content)) return [];
        if (content.ValueKind != JsonValueKind.Array) return Fail<List<T>>("bad-content", "A node's content is a list.");
        var children = new List<T>(content.GetArrayLength());
        foreach (var element in content.EnumerateArray())
        {
            if (read(element) is not { } child) return null;
            children.Add(child);
        }
        return children;
    }

    private string? TextOf(JsonElement element) => element.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String
        ? text.GetString()
        : Fail<string>("bad-text", "A text node has no text.");

    private static string? TypeOf(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString() : null;

    private bool Knows(JsonElement element, string one, string two, string three)
    {
        foreach (var property in element.EnumerateObject())
            if (!property.NameEquals(one) && !property.NameEquals(two) && !property.NameEquals(three))
                return Fail<string>("unknown-property", "A node has a property that is not known here.") is not null;
        return true;
    }

    private bool Used(JsonAttributes attributes) =>
        attributes.Valid || Fail<string>("unknown-attribute", "A node has an attribute that is not known here.") is not null;

    private T? BadLink<T>() where T : class => Fail<T>("bad-link", "A link must be a full http, https or mailto address.");

    private T? Fail<T>(string code, string sentence) where T : class
    {
        refusal ??= new MarkupRefusal(code, sentence);
        return null;
    }
}
