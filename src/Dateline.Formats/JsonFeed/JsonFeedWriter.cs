using System.Buffers;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Dateline.Formats.Feeds;

namespace Dateline.Formats.JsonFeed;

/// <summary>Writes JSON Feed 1.1 (www.jsonfeed.org/version/1.1), with the credit in an extension <c>_dateline</c>.</summary>
public static class JsonFeedWriter
{
    private const int Full = 64 * 1024;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Writes a feed. Items that are not usable or not publishable are left out.</summary>
    /// <param name="stream">Where to; UTF-8, not disposed.</param>
    /// <param name="head">The feed. JSON Feed requires the title.</param>
    /// <param name="items">The items in order. HTML bodies are taken to be safe. Authors' mail addresses are not written.</param>
    /// <param name="cancel">Stops writing.</param>
    /// <exception cref="ArgumentException">The title is missing, or an item has neither identity nor page.</exception>
    public static Task WriteAsync(Stream stream, FeedHead head, IEnumerable<NewsItem> items, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        return WriteAsync(stream, head, items.ToAsyncEnumerable(), cancel);
    }

    /// <inheritdoc cref="WriteAsync(Stream, FeedHead, IEnumerable{NewsItem}, CancellationToken)"/>
    public static async Task WriteAsync(Stream stream, FeedHead head, IAsyncEnumerable<NewsItem> items, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(items);
        var title = Outgoing.Required(head.Title, "title");
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, Options);
        Open(json, head, title);
        await foreach (var item in items.Where(Outgoing.MayLeave).WithCancellation(cancel))
        {
            Item(json, item);
            await json.FlushAsync(cancel);
            if (buffer.WrittenCount < Full) continue;
            await stream.WriteAsync(buffer.WrittenMemory, cancel);
            buffer.ResetWrittenCount();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancel);
        await stream.WriteAsync(buffer.WrittenMemory, cancel);
    }

    private static void Open(Utf8JsonWriter json, FeedHead head, string title)
    {
        json.WriteStartObject();
        json.WriteString("version", "https://jsonfeed.org/version/1.1");
        Text(json, "title", title);
        Text(json, "home_page_url", head.Link);
        Text(json, "feed_url", head.SelfLink);
        Text(json, "description", head.Description);
        Text(json, "next_url", head.NextLink);
        Text(json, "icon", head.Image);
        Text(json, "language", head.Language);
        Authors(json, head.Authors);
        if (head.Expired) json.WriteBoolean("expired", true);
        if (head.HubLinks.Count > 0)
        {
            json.WriteStartArray("hubs");
            foreach (var hub in head.HubLinks)
            {
                json.WriteStartObject();
                Text(json, "type", "WebSub");
                Text(json, "url", hub);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (head.Rights is not null || head.Updated is not null)
        {
            json.WriteStartObject(DatelineExtension.Name);
            Text(json, "rights", head.Rights);
            Text(json, "updated", head.Updated is { } updated ? Outgoing.Instant(updated) : null);
            json.WriteEndObject();
        }

        json.WriteStartArray("items");
    }

    private static void Item(Utf8JsonWriter json, NewsItem item)
    {
        json.WriteStartObject();
        Text(json, "id", item.Uri ?? item.Page ?? throw new ArgumentException("JSON Feed requires an identity or a page of each item.", nameof(item)));
        Text(json, "url", item.Page);
        Text(json, "external_url", item.Links.FirstOrDefault(l => l.Rel == "via")?.Href ?? item.Credit?.SourceUrl);
        Text(json, "title", item.Headline is { } headline && JsonItem.HasReference(headline) ? WebUtility.HtmlEncode(headline) : item.Headline);
        Text(json, "summary", item.Summary);

        // "content_html and content_text: one or both must be present."
        if (item.Body is { Kind: BodyKind.Html, Content.Length: > 0 } html) Text(json, "content_html", html.Content);
        else json.WriteString("content_text", Dateline.Formats.Text.XmlText.Legal(item.Body?.Content ?? item.Summary ?? item.Headline ?? ""));
        Text(json, "date_published", item.Published is { } published ? Outgoing.Instant(published) : null);
        Text(json, "date_modified", item.Updated is { } updated ? Outgoing.Instant(updated) : null);
        Text(json, "language", item.Language);
        Authors(json, item.Authors.Count > 0 || item.Byline is null ? item.Authors : [new Author(item.Byline)]);
        if (item.Keywords.Count > 0)
        {
            json.WriteStartArray("tags");
            foreach (var keyword in item.Keywords) json.WriteStringValue(Dateline.Formats.Text.XmlText.Legal(keyword));
            json.WriteEndArray();
        }

        Pictures(json, item);
        DatelineExtension.Write(json, item);
        json.WriteEndObject();
    }

    private static void Authors(Utf8JsonWriter json, IReadOnlyList<Author> authors)
    {
        if (!authors.Any(a => (a.Name ?? a.Uri) is not null)) return;
        json.WriteStartArray("authors");
        foreach (var author in authors.Where(a => (a.Name ?? a.Uri) is not null))
        {
            json.WriteStartObject();
            Text(json, "name", author.Name);
            Text(json, "url", author.Uri);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Pictures(Utf8JsonWriter json, NewsItem item)
    {
        Text(json, "image", item.Media.FirstOrDefault(m => m.Type is not null && m.Type.StartsWith("image/", StringComparison.Ordinal))?.Href);
        if (item.Media.Count == 0) return;
        json.WriteStartArray("attachments");
        foreach (var media in item.Media)
        {
            json.WriteStartObject();
            Text(json, "url", media.Href);
            Text(json, "mime_type", media.Type ?? "application/octet-stream");
            Text(json, "title", media.Caption);
            if (media.Length is { } length) json.WriteNumber("size_in_bytes", length);
            Text(json, "_credit", media.Credit);
            Text(json, "_copyright", media.Copyright);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Text(Utf8JsonWriter json, string name, string? text) => DatelineExtension.Text(json, name, text);
}
