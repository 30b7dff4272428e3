using System.Text.Json;
using Dateline.Formats.Feeds;
using Dateline.Formats.Json;
using Dateline.Formats.Text;
using Dateline.Formats.Wires;

namespace Dateline.Formats.JsonFeed;

/// <summary>An item of JSON Feed 1.0 or 1.1.</summary>
internal static class JsonItem
{
    public static WireDraft Read(JsonElement json, WireDraft draft)
    {
        Read(json, draft.Item);
        return draft;
    }

    private static void Read(JsonElement json, ItemDraft item)
    {
        item.Identity = json.Text("id");
        item.Headline = Title(json.Text("title"));
        item.Summary = json.Text("summary");
        item.Language = json.Text("language");
        if (json.Text("content_html") is { } html) item.OfferBody(html, BodyKind.Html, 2);
        if (json.Text("content_text") is { } text) item.OfferBody(WrappedText.Join(text), BodyKind.Text, 1);
        if (json.Text("date_published") is { } published) item.Published = item.Date(published);
        if (json.Text("date_modified") is { } modified) item.Updated = item.Date(modified);

        var extension = json.ValueKind == JsonValueKind.Object && json.TryMember(DatelineExtension.Name, out var written) && written.ValueKind == JsonValueKind.Object ? written : default;
        if (!DatelineExtension.HasLinks(extension)) item.AddLink("alternate", json.Text("url"));
        if (extension.ValueKind != JsonValueKind.Object && json.Text("external_url") is { } external)
        {
            // "the URL of a page elsewhere": what the item was carried from or is about.
            item.AddLink("related", external);
            item.Credit = item.Credit with { SourceUrl = Address.Resolve(external, item.BaseUri, item.Repairs) };
        }

        Authors(json, item);
        foreach (var tag in json.Array("tags"))
            if (Line(tag.Text()) is { } keyword) item.AddKeyword(keyword);

        Pictures(json, item);
        DatelineExtension.Read(extension, item);
    }

    public static string? Line(string? text) => text is null || HtmlText.Line(text, isMarkup: false) is not { Length: > 0 } line ? null : line;

    // "plain text", says the specification; what is made from a page's title has its references, and then its tags, all the same.
    private static string? Title(string? text) => text is null || HtmlText.Line(text, HasReference(text)) is not { Length: > 0 } line ? null : line;

    /// <summary>Whether a title has references of HTML in it, so that it is read as such: who means the reference itself writes it as HTML does.</summary>
    public static bool HasReference(string title) => title.Contains('&', StringComparison.Ordinal) && HtmlText.IsMarkup(title.Replace('<', ' '));

    public static Author? Author(JsonElement json, Uri? baseUri, RepairList repairs)
    {
        // 1.0 feeds in the wild write the name alone.
        if (json.ValueKind == JsonValueKind.String) return AuthorText.Read(json.Text() ?? "");
        var name = Line(json.Text("name"));
        var address = json.Text("url");
        var mail = address is not null && address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? address["mailto:".Length..] : null;
        var page = mail is null ? Address.Resolve(address, baseUri, repairs) : null;
        return name is null && mail is null && page is null ? null : new Author(name, mail, page);
    }

    private static void Authors(JsonElement json, ItemDraft item)
    {
        var authors = json.Array("authors").Select(a => Author(a, item.BaseUri, item.Repairs)).ToList();
        if (authors.Count == 0 && json.ValueKind == JsonValueKind.Object && json.TryMember("author", out var only)) authors.Add(Author(only, item.BaseUri, item.Repairs));
        if (authors.Count == 0) authors.AddRange(item.Setting.Head.Head.Authors);
        foreach (var author in authors)
        {
            if (author?.Name is { } name) item.NoteCreator(name);
            item.AddAuthor(author);
        }
    }

    private static void Pictures(JsonElement json, ItemDraft item)
    {
        foreach (var attachment in json.Array("attachments"))
        {
            if (attachment.Text("url") is not { } address) continue;
            item.AddMedia(new Media(address, attachment.Text("mime_type")) { Length = attachment.Number("size_in_bytes"), Caption = Line(attachment.Text("title")), Credit = Line(attachment.Text("_credit")), Copyright = Line(attachment.Text("_copyright")) });
        }

        // After the attachments, which know more about the same picture.
        if (json.Text("image") is { } image) item.AddMedia(new Media(image, "image/*"));
        if (json.Text("banner_image") is { } banner) item.AddMedia(new Media(banner, "image/*"));
    }
}
