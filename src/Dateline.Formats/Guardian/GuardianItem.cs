using System.Text;
using System.Text.Json;
using Dateline.Formats.Feeds;
using Dateline.Formats.Json;
using Dateline.Formats.Text;
using Dateline.Formats.Wires;

namespace Dateline.Formats.Guardian;

/// <summary>A piece of the Guardian's content API, with whatever of its <c>fields</c>, <c>tags</c> and <c>elements</c> was asked for.</summary>
internal static class GuardianItem
{
    public static WireDraft Read(JsonElement json, WireDraft draft)
    {
        var piece = new JsonMembers(json);
        var fields = piece.Object("fields");
        var item = draft.Item;
        item.Identity = piece.Text("id", "apiUrl", "webUrl");
        item.AddLink("alternate", piece.Text("webUrl"));
        item.Headline = fields.Line("headline") ?? piece.Line("webTitle");
        if (fields.Text("trailText", "standfirst") is { } trail && HtmlText.Lines(trail, HtmlText.IsMarkup(trail)) is { Length: > 0 } summary) item.Summary = summary;
        if (fields.Text("main") is { } main && main.Contains("<figure", StringComparison.OrdinalIgnoreCase)) Lead(main, item);
        if (fields.Text("body") is { } html) item.OfferBody(WithoutRelated(html), BodyKind.Html, 2);
        if (fields.Text("bodyText") is { } text) item.OfferBody(text, BodyKind.Text, 1);
        Blocks(piece.Object("blocks"), item);
        item.Byline = fields.Line("byline");
        item.Language = fields.Text("lang");
        item.Created = fields.Date(draft, "firstPublicationDate");
        item.Published = piece.Date(draft, "webPublicationDate");
        item.Updated = fields.Date(draft, "lastModified");
        if (fields.Text("legallySensitive") is "true" || piece.Text("isExpired") is "true") draft.Status = PubStatus.Withheld;

        if (piece.Line("sectionName") is { } section) item.AddSubject(new Subject("section", piece.Text("sectionId"), section));
        foreach (var tag in piece.List("tags")) Tag(tag, draft);
        var paper = piece.List("tags").Where(tag => tag.Text("type") == "publication").Select(tag => JsonMembers.LineOf(tag.Text("webTitle"))).FirstOrDefault();
        item.Credit = item.Credit with { Source = Publication(fields.Line("publication") ?? paper), CopyrightNotice = fields.Line("copyright") };
        foreach (var element in piece.List("elements"))
            if (element.Text("type") == "image" && element.Text("relation") == "main") Picture(new JsonMembers(element), item);

        if (fields.Text("thumbnail") is { } picture) item.AddMedia(new Media(picture, "image/*") { Rendition = "thumbnail" });
        return draft;
    }

    // blocks: the text in pieces, which were asked for in its place.
    private static void Blocks(JsonMembers blocks, ItemDraft item)
    {
        var html = string.Concat(blocks.List("body").Select(block => block.Text("bodyHtml")));
        if (html.Length > 0) item.OfferBody(WithoutRelated(html), BodyKind.Html, 1);
    }

    // elements: the picture above the text in several sizes, of which the widest serves.
    private static void Picture(JsonMembers element, ItemDraft item)
    {
        Media? best = null;
        foreach (var asset in element.List("assets"))
        {
            var (file, told) = (new JsonMembers(asset), new JsonMembers(asset).Object("typeData"));
            var width = Number(told.Text("width"));
            if (file.Text("file") is not { } address || (best is not null && (width ?? 0) <= (best.Width ?? 0))) continue;
            best = new Media(address, file.Text("mimeType") ?? "image/*") { Width = width, Height = Number(told.Text("height")), Caption = told.Line("caption", "altText"), Credit = WithoutLabel(told.Line("credit")) };
        }

        item.AddMedia(best);
    }

    private static int? Number(string? text) => int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    private static string? WithoutLabel(string? credit) => credit is not null && credit.StartsWith("Photograph: ", StringComparison.Ordinal) ? credit["Photograph: ".Length..] : credit;

    // fields.main: the figure above the text, with its caption and whose it is.
    private static void Lead(string main, ItemDraft item)
    {
        var figure = Wires.WireTree.Read(main, item.Repairs);
        if (figure.Find("img") is not { } picture || picture.Attribute("src") is not { } address) return;
        var spans = figure.Find("figcaption")?.All("span").ToList() ?? [];
        var credit = Wires.WireText.Line(spans.Find(s => s.Attribute("class")?.Contains("credit", StringComparison.Ordinal) == true));
        item.AddMedia(new Media(address, "image/*")
        {
            Caption = Wires.WireText.Line(spans.Find(s => s.Attribute("class")?.Contains("caption-text", StringComparison.Ordinal) == true || s.Attribute("class") == "element-image__caption")) ?? (spans.Count == 0 ? Wires.WireText.Line(figure.Find("figcaption")) : null) ?? picture.Attribute("alt"),
            Credit = WithoutLabel(credit),
        });
    }

    // A link to another story, in an aside of its own.
    private static string WithoutRelated(string html)
    {
        const string Related = "<aside class=\"element element-rich-link";
        var next = html.IndexOf(Related, StringComparison.Ordinal);
        if (next < 0) return html;
        var kept = new StringBuilder(html.Length);
        var from = 0;
        for (; next >= 0; next = html.IndexOf(Related, from, StringComparison.Ordinal))
        {
            var end = html.IndexOf("</aside>", next, StringComparison.Ordinal);
            if (end < 0) break;
            kept.Append(html, from, next - from);
            from = end + "</aside>".Length;
        }

        return kept.Append(html, from, html.Length - from).ToString();
    }

    // The paper and the site are one house; its Sunday paper is named.
    private static string Publication(string? written) => written is null or "theguardian.com" ? "The Guardian" : written;

    private static void Tag(JsonElement tag, WireDraft draft)
    {
        if (JsonMembers.LineOf(tag.Text("webTitle")) is not { } name) return;
        switch (tag.Text("type"))
        {
            case "contributor":
                draft.Item.AddAuthor(new Author(name, Uri: Address.Resolve(tag.Text("webUrl"), null, draft.Repairs)));
                break;
            case "keyword":
                draft.Item.AddSubject(new Subject("keyword", tag.Text("id"), name));
                break;
            case "tone":
                draft.AddGenre(name);
                break;
        }
    }
}
