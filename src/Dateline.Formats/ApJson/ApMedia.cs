using System.Globalization;
using Dateline.Formats.Feeds;
using Dateline.Formats.Json;

namespace Dateline.Formats.ApJson;

/// <summary>The renditions of an item of AP's media API, and the pictures associated with it.</summary>
internal static class ApMedia
{
    public static void Read(JsonMembers ap, string? type, ItemDraft item)
    {
        if (type is null or "text")
        {
            // The text is behind an address of its own, in several formats: NITF knows most.
            foreach (var (_, element) in ap.Named("renditions"))
                if (element.Text("href") is { } text) item.AddLink("content", text, element.Text("mimetype"));
        }
        else
        {
            item.AddMedia(Best(ap, type));
        }

        Associated(ap, item);
        if (ap.Text("body_nitf") is null && ap.Object("body_nitf").Text("href") is { } nitf) item.AddLink("content", nitf, "text/xml");
        foreach (var link in ap.List("links"))
            if (link.Text("href") is { } page && link.Text("rel") is "alternate" or "canonical" or "self-hosted") item.AddLink("alternate", page);
    }

    /// <summary>The pictures and stories that go with an item.</summary>
    public static void Associated(JsonMembers ap, ItemDraft item)
    {
        foreach (var (_, element) in ap.Named("associations"))
        {
            var associated = ApItem.Inner(new JsonMembers(element));
            if (associated.Text("type")?.ToLowerInvariant() is not "text" and { } kind && Best(associated, kind) is { } media) item.AddMedia(media);
            else if (associated.Text("uri") is { } address) item.AddLink("related", address);
        }
    }

    private static Media? Best(JsonMembers ap, string kind)
    {
        Media? best = null;
        var bestWidth = -1L;
        foreach (var (name, element) in ap.Named("renditions"))
        {
            var rendition = new JsonMembers(element);
            if (rendition.Text("href") is not { } href || (rendition.Text("type") ?? kind) != kind) continue;
            var width = Number(rendition, "width") + (name == "main" ? 1_000_000 : 0);
            if (width <= bestWidth) continue;
            bestWidth = width;
            best = new Media(href, rendition.Text("mimetype"))
            {
                Length = Positive(Number(rendition, "sizeinbytes")),
                Width = (int?)Positive(Number(rendition, "width")),
                Height = (int?)Positive(Number(rendition, "height")),
                Caption = ap.Line("description_caption", "headline"),
                Credit = ap.Line("description_creditline", "creditline", "photographer", "provider"),
                Copyright = ap.Line("copyrightnotice"),
            };
        }

        return best;
    }

    private static long Number(JsonMembers members, string name) =>
        long.TryParse(members.Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < int.MaxValue ? number : 0;

    private static long? Positive(long number) => number > 0 ? number : null;
}
