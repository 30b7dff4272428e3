using System.Text.Json;
using Dateline.Formats.Json;
using Dateline.Formats.Wires;

namespace Dateline.Formats.Ninjs;

/// <summary>Pictures, sound and video of a ninjs item: its own renditions, and those of the items associated with it.</summary>
internal static class NinjsMedia
{
    private const int Deepest = 4;

    public static void Read(JsonMembers ninjs, string? type, WireDraft draft)
    {
        if (Best(ninjs, type) is { } own)
        {
            // A text's rendition is a picture of it, or the same text as a file.
            if (type is "picture" or "graphic" or "video" or "audio") draft.Item.AddMedia(Captioned(own, ninjs));
            else if (own.Type?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true) draft.Item.AddMedia(own);
            else draft.Item.AddLink("related", own.Href, own.Type);
        }

        Associated(ninjs, draft, 0);
    }

    private static void Associated(JsonMembers ninjs, WireDraft draft, int depth)
    {
        if (depth == Deepest) return;
        foreach (var (name, element) in ninjs.Named("associations"))
        {
            if (element.ValueKind != JsonValueKind.Object) continue;
            var associated = new JsonMembers(element);
            var type = associated.Text("type")?.ToLowerInvariant();
            var uri = associated.Text("uri", "guid");
            if (name.StartsWith("cancels-", StringComparison.Ordinal) && uri is not null) draft.AddCancel(NinjsIdentity.Read(uri)!);
            else if (type is not ("text" or "composite") && Best(associated, type) is { } media) draft.Item.AddMedia(Captioned(media, associated));
            else if (uri is not null) draft.Item.AddLink("related", uri);
            Associated(associated, draft, depth + 1);
        }
    }

    private static Media Captioned(Media media, JsonMembers item) => media with
    {
        Caption = JsonMembers.LineOf(Caption(item)) ?? media.Caption,
        Credit = item.Line("creditLine", "credit", "by", "byline") ?? SourceOf(item),
        Copyright = item.Line("copyrightNotice", "copyrightHolder"),
    };

    private static string? Caption(JsonMembers item) =>
        item.List("descriptions").Select(JsonMembers.TextOf).FirstOrDefault(t => t is not null)
        ?? item.Text("description_text", "description_html", "description", "caption", "body_text", "alt_text")
        ?? (NinjsTexts.Headline(item, item.Text("language")) is { } headline && !IsNumber(headline) ? headline : null);

    // media-1: ninjs 3 wants a name of each, and our writer has no better.
    private static bool IsNumber(string name) => name.StartsWith(NinjsOutgoingMedia.Numbered, StringComparison.Ordinal) && name.Length > NinjsOutgoingMedia.Numbered.Length && !name.AsSpan(NinjsOutgoingMedia.Numbered.Length).ContainsAnyExceptInRange('0', '9');

    private static string? SourceOf(JsonMembers item) =>
        item.List("infoSources").Select(s => JsonMembers.LineOf(JsonMembers.TextOf(s))).FirstOrDefault(s => s is not null) ?? item.Line("source");

    /// <summary>The fullest rendition of an item: the one called original, or the widest.</summary>
    private static Media? Best(JsonMembers item, string? type)
    {
        Media? best = null;
        var bestRank = -1L;
        foreach (var (name, element) in item.Named("renditions"))
        {
            var rendition = new JsonMembers(element);
            if (rendition.Text("href", "url") is not { } href) continue;
            var isWeb = !href.StartsWith("data:", StringComparison.OrdinalIgnoreCase);
            var width = Number(rendition, "width");
            var rank = (isWeb ? 1 : 0) + (width ?? 0) + (name is "original" or "main" or "highRes" or "baseImage" or "hires" ? 1_000_000 : 0);

            // The still of a video is none.
            if (type is "video" or "audio" && rendition.Text("contentType", "mimetype")?.StartsWith(type, StringComparison.OrdinalIgnoreCase) == true) rank += 10_000_000;
            if (rank <= bestRank) continue;
            bestRank = rank;
            best = new Media(href, rendition.Text("contentType", "mimetype") ?? TypeOf(type))
            {
                Length = Number(rendition, "sizeInBytes"),
                Width = (int?)width,
                Height = (int?)Number(rendition, "height"),
                Caption = rendition.Line("title"),
            };
        }

        return best;
    }

    private static string? TypeOf(string? type) => type switch
    {
        "picture" or "graphic" => "image/*",
        "video" => "video/*",
        "audio" => "audio/*",
        _ => null,
    };

    private static long? Number(JsonMembers members, string name) =>
        members.Text(name) is { } text && long.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number is > 0 and < int.MaxValue ? number : null;
}
