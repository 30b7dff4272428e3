using System.Globalization;
using Dateline.Formats.Wires;

namespace Dateline.Formats.NewsMlG2;

/// <summary>The renditions of the content of a G2 item: <c>contentSet</c>.</summary>
internal static class G2Content
{
    public static bool IsMedia(string kind) => kind is "picture" or "graphic" or "video" or "audio" or "animation" or "photo" or "image";

    public static void Read(WireNode contents, G2Parts parts, WireDraft draft, string kind)
    {
        var files = new List<Media>();
        foreach (var content in contents.Children)
        {
            switch (content.Local)
            {
                case "inlinexml" or "inlinedata":
                    draft.Body.Offer(content, 1, content.Attribute("xml:lang") ?? content.Child("language")?.Attribute("tag"));
                    break;
                case "remotecontent":
                    Remote(content, parts, draft, kind, files);
                    break;
            }
        }

        // The largest first: who takes one takes the best, and a thumbnail is for the sender's own lists.
        foreach (var file in files.OrderBy(IsSmall).ThenByDescending(f => f.Width ?? 0)) draft.Item.AddMedia(file);
    }

    private static bool IsSmall(Media file) => file.Rendition?.ToLowerInvariant() is "thumbnail" or "thumb" or "preview" or "lowres" or "icon" or "base";

    private static void Remote(WireNode content, G2Parts parts, WireDraft draft, string kind, List<Media> files)
    {
        if ((content.Attribute("href") ?? content.Attribute("residref")) is not { } address) return;
        var type = content.Attribute("contenttype")?.ToLowerInvariant();
        // Our own writer marks its media, whatever their type.
        var isMedia = G2ContentOutput.IsMediaId(content.Attribute("id")) || (type is null || !type.Contains('/', StringComparison.Ordinal) ? IsMedia(kind) || content.Attribute("width") is not null
            : type.StartsWith("image/", StringComparison.Ordinal) || type.StartsWith("video/", StringComparison.Ordinal) || type.StartsWith("audio/", StringComparison.Ordinal) || (IsMedia(kind) && IsContainer(type)));
        if (!isMedia)
        {
            draft.Item.AddLink("content", address, type);
            return;
        }

        files.Add(new Media(address, type)
        {
            Rendition = content.Attribute("rendition") is { } rendition ? WireCode.OfQCode(rendition, null).Code : null,
            Length = Number(content, "size"),
            Width = (int?)Number(content, "width"),
            Height = (int?)Number(content, "height"),
            Caption = WireText.Line(content.Child("description")) ?? parts.Caption(content) ?? (IsMedia(kind) ? draft.Item.Summary : null) ?? WireText.Line(content.Child("alttext")),
            Credit = parts.CreditLine(content) ?? (IsMedia(kind) ? draft.Item.Credit.CreditLine : null),
            Copyright = parts.CopyrightNotice(content) ?? (IsMedia(kind) ? draft.Item.Credit.CopyrightNotice : null),
        });
    }

    // Types of streams and of files of any kind: of a video it is the video.
    private static bool IsContainer(string type) =>
        type.Contains("mpegurl", StringComparison.Ordinal) || type.Contains("octet-stream", StringComparison.Ordinal) || type.Contains("dash", StringComparison.Ordinal) || type.Contains("mp4", StringComparison.Ordinal) || type.Contains("ogg", StringComparison.Ordinal) || type.Contains("mxf", StringComparison.Ordinal) || type.Contains("postscript", StringComparison.Ordinal);

    private static long? Number(WireNode node, string name) =>
        int.TryParse(node.Attribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
