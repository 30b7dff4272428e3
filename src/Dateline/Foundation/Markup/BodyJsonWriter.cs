using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Dateline.Foundation.Markup;

/// <summary>Writes a body as a ProseMirror document, with Tiptap's names for nodes and marks.</summary>
public sealed class BodyJsonWriter
{
    // Every script as itself, but never a bare < or &: the document also travels inside pages.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), SkipValidation = true };

    internal static readonly (Marks Mark, string Name)[] MarkNames =
    [
        (Marks.Strong, "bold"), (Marks.Emphasis, "italic"), (Marks.Strike, "strike"), (Marks.Code, "code"),
        (Marks.Subscript, "subscript"), (Marks.Superscript, "superscript"),
    ];

    private readonly Utf8JsonWriter json;

    private BodyJsonWriter(Utf8JsonWriter json) => this.json = json;

    public static string Write(Body body)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, Options)) Write(body, writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static void Write(Body body, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type", "doc");
        new BodyJsonWriter(json).Content(body.Blocks);
        json.WriteEndObject();
    }

    private void Content(Sequence<Block> blocks)
    {
        json.WriteStartArray("content");
        foreach (var block in blocks.Span) Write(block);
        json.WriteEndArray();
    }

    private void Write(Block block)
    {
        json.WriteStartObject();
        json.WriteString("type", NameOf(block));
        json.WriteStartObject("attrs");
        json.WriteString("id", block.Id);
        WriteAttributes(block);
        json.WriteEndObject();
        switch (block)
        {
            case Paragraph paragraph: Content(paragraph.Content); break;
            case Heading heading: Content(heading.Content); break;
            case Quote quote: Content(quote.Blocks); break;
            case ListBlock list: Items(list); break;
            case Table table: Rows(table); break;
            case Preformatted { Value.Length: > 0 } preformatted:
                json.WriteStartArray("content");
                json.WriteStartObject();
                json.WriteString("type", "text");
                json.WriteString("text", preformatted.Value);
                json.WriteEndObject();
                json.WriteEndArray();
                break;
        }
        json.WriteEndObject();
    }

    private void WriteAttributes(Block block)
    {
        switch (block)
        {
            case Heading heading: json.WriteNumber("level", heading.Level); break;
            case Quote { Cite: { } cite }: json.WriteString("cite", cite.Value); break;
            case ListBlock { Ordered: true } list: json.WriteNumber("start", list.Start); break;
            case Embed embed:
                json.WriteString("provider", embed.Provider);
                json.WriteString("url", embed.Url.Value);
                break;
            case PictureBlock picture:
                if (picture.PictureId is { } id) json.WriteString("pictureId", id);
                if (picture.Src is { } src) json.WriteString("src", src.Value);
                json.WriteString("alt", picture.Alt);
                json.WriteString("caption", picture.Caption);
                json.WriteString("credit", picture.Credit);
                break;
        }
    }

    private void Items(ListBlock list)
    {
        json.WriteStartArray("content");
        foreach (var item in list.Items.Span)
        {
            json.WriteStartObject();
            json.WriteString("type", "listItem");
            Content(item.Blocks);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void Rows(Table table)
    {
        json.WriteStartArray("content");
        foreach (var row in table.Rows.Span)
        {
            json.WriteStartObject();
            json.WriteString("type", "tableRow");
            json.WriteStartArray("content");
            foreach (var cell in row.Cells.Span) Write(cell);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void Write(TableCell cell)
    {
        json.WriteStartObject();
        json.WriteString("type", cell.Header ? "tableHeader" : "tableCell");
        json.WriteStartObject("attrs");
        json.WriteNumber("colspan", cell.ColumnSpan);
        json.WriteNumber("rowspan", cell.RowSpan);
        json.WriteEndObject();
        json.WriteStartArray("content");
        json.WriteStartObject();
        json.WriteString("type", "paragraph");
        Content(cell.Content);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Content(Inlines content)
    {
        if (content.Count == 0) return;
        json.WriteStartArray("content");
        foreach (var inline in content.Span)
        {
            json.WriteStartObject();
            if (inline is Text text) Write(text);
            else json.WriteString("type", "hardBreak");
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void Write(Text text)
    {
        json.WriteString("type", "text");
        json.WriteString("text", text.Value);
        if (text.Marks == Marks.None && text.Link is null) return;
        json.WriteStartArray("marks");
        foreach (var (mark, name) in MarkNames)
        {
            if (!text.Marks.HasFlag(mark)) continue;
            json.WriteStartObject();
            json.WriteString("type", name);
            json.WriteEndObject();
        }
        if (text.Link is { } link)
        {
            json.WriteStartObject();
            json.WriteString("type", "link");
            json.WriteStartObject("attrs");
            json.WriteString("href", link.Value);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static string NameOf(Block block) => block switch
    {
        Paragraph => "paragraph",
        Heading => "heading",
        Quote => "blockquote",
        ListBlock { Ordered: true } => "orderedList",
        ListBlock => "bulletList",
        PictureBlock => "image",
        Table => "table",
        Rule => "horizontalRule",
        Preformatted => "codeBlock",
        Embed => "embed",
        _ => throw new ArgumentException("Not a kind of block.", nameof(block)),
    };
}
