using Dateline.Formats.Wires;

namespace Dateline.Formats.Solita;

/// <summary>
/// A press release as the service gives it through which the Nordic agencies pass on releases (<c>release</c>, of Solita's making): whose
/// it is stands as its publisher. Whom to ask isn't part of the text and is not kept.
/// </summary>
internal static class SolitaItem
{
    public static void Read(WireNode release, WireDraft draft)
    {
        var item = draft.Item;
        item.Identity = release.Attribute("id");
        item.Headline = Line(release, "title");
        item.Summary = Line(release, "leadtext");
        item.Language = Line(release, "language");
        item.Published = draft.Date(Line(release, "publicationdate"));
        item.Updated = draft.Date(Line(release, "updateddate"));
        item.AddLink("alternate", Line(release, "longurl") ?? Line(release, "shorturl"));
        if (release.Child("publisher") is { } publisher) item.Credit = item.Credit with { Source = Line(publisher, "name"), SourceUrl = Line(publisher, "url") };
        foreach (var keyword in release.Child("keywords")?.All("keyword") ?? [])
            if (WireText.Line(keyword) is { } word) item.AddKeyword(word);

        foreach (var image in release.Child("images")?.All("image") ?? [])
            if (Line(image, "url") is { } address) item.AddMedia(new Media(address, "image/*") { Caption = Line(image, "caption") ?? Line(image, "title") });

        foreach (var document in release.Child("documents")?.All("document") ?? []) item.AddLink("related", Line(document, "url"));
        if (release.Child("body") is { } body) draft.Body.Offer(body, 1, null);
    }

    private static string? Line(WireNode node, string field) => WireText.Line(node.Child(field));
}
