using System.Text.Json;
using Dateline.Formats.Feeds;
using Dateline.Formats.Json;
using Dateline.Formats.Text;
using Dateline.Formats.Wires;

namespace Dateline.Formats.WordPress;

/// <summary>
/// A post as WordPress gives it at <c>/wp-json/wp/v2/posts</c>. Who wrote it, its pictures and its tags are numbers there, and names
/// only where the request asked to embed them.
/// </summary>
internal static class WpItem
{
    public static WireDraft Read(JsonElement json, WireDraft draft)
    {
        var post = new JsonMembers(json);
        var item = draft.Item;
        item.Identity = Rendered(post, "guid") ?? post.Text("link") ?? post.Text("id");
        item.Headline = JsonMembers.LineOf(Rendered(post, "title"));
        if (Rendered(post, "excerpt") is { } excerpt && HtmlText.Lines(excerpt, isMarkup: true) is { Length: > 0 } summary) item.Summary = summary;
        if (Rendered(post, "content") is { } content) item.OfferBody(Shortcodes.Cut(content), BodyKind.Html, 1);
        item.Language = post.Text("lang", "language");
        item.AddLink("alternate", post.Text("link"));

        // Both are said, and only the second of them with a clock that is known.
        item.Published = post.Date(draft, "date_gmt", "date");
        item.Updated = post.Date(draft, "modified_gmt", "modified");
        if (post.Text("status") is { } status && status is not ("publish" or "inherit")) draft.Status = PubStatus.Withheld;
        if (post.Object("content").Text("protected") is "true") draft.Status = PubStatus.Withheld;
        if (post.Text("type") is { } type && !WxrItem.IsNewsType(type)) draft.Publishable = false;

        var embedded = post.Object("_embedded");
        foreach (var author in embedded.List("author"))
            if (JsonMembers.LineOf(author.Text("name")) is { } name)
            {
                item.AddAuthor(new Author(name, Uri: Address.Resolve(author.Text("link") ?? author.Text("url"), item.BaseUri, item.Repairs)));
                item.NoteCreator(name);
            }

        if (!item.HasAuthors && post.Object("yoast_head_json").Line("author") is { } signed) item.AddCreator(signed);
        foreach (var group in embedded.List("wp:term"))
            foreach (var term in group.ValueKind == JsonValueKind.Array ? group.EnumerateArray().Take(200) : [])
                Term(term, item);

        foreach (var media in embedded.List("wp:featuredmedia")) Picture(media, item);
        if (post.Text("jetpack_featured_media_url") is { } featured) item.AddMedia(new Media(featured, "image/*"));
        return draft;
    }

    private static string? Rendered(JsonMembers post, string name) =>
        post.Element(name) is not { } element ? null : element.ValueKind == JsonValueKind.Object ? element.Text("rendered") ?? element.Text("raw") : element.Text();

    private static void Term(JsonElement term, ItemDraft item)
    {
        if (JsonMembers.LineOf(term.Text("name")) is not { } name) return;
        if (term.Text("taxonomy") == "post_tag") item.AddKeyword(name);
        else item.AddSubject(new Subject(term.Text("taxonomy"), term.Text("slug"), name));
    }

    private static void Picture(JsonElement picture, ItemDraft item)
    {
        var media = new JsonMembers(picture);
        if (media.Text("source_url") is not { } address) return;
        var size = media.Object("media_details");
        item.AddMedia(new Media(address, media.Text("mime_type") ?? "image/*")
        {
            Caption = JsonMembers.LineOf(Rendered(media, "caption")) ?? media.Line("alt_text"),
            Width = int.TryParse(size.Text("width"), out var width) ? width : null,
            Height = int.TryParse(size.Text("height"), out var height) ? height : null,
        });
    }
}
