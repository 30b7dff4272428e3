using Dateline.Formats.Wires;

namespace Dateline.Formats.Sitemaps;

/// <summary>
/// A page of a news sitemap (sitemaps.org, with Google's news extension): what a publisher put online in the last two days, by
/// address and title. Pages without the extension are no news and say nothing here.
/// </summary>
internal static class SitemapItem
{
    public static void Read(WireNode url, WireDraft draft)
    {
        var item = draft.Item;
        if (url.Child("news") is not { } news || WireText.Line(url.Child("loc")) is not { } page) return;
        item.Identity = page;
        item.AddLink("alternate", page);
        item.Headline = WireText.Line(news.Child("title"));
        var publication = news.Child("publication");
        item.Credit = item.Credit with { Source = WireText.Line(publication?.Child("name")) };
        item.Language = WireText.Line(publication?.Child("language")) ?? WireText.Line(news.Child("language"));
        item.Published = draft.Date(WireText.Line(news.Child("publication_date")));
        item.Updated = draft.Date(WireText.Line(url.Child("lastmod")));
        foreach (var genre in Words(news.Child("genres"))) draft.AddGenre(genre);
        foreach (var keyword in Words(news.Child("keywords"))) item.AddKeyword(keyword);
        foreach (var image in url.All("image"))
            if (WireText.Line(image.Child("loc")) is { } address) item.AddMedia(new Media(address, "image/*") { Caption = WireText.Line(image.Child("caption")) ?? WireText.Line(image.Child("title")) });
    }

    private static string[] Words(WireNode? list) => (WireText.Line(list) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
