using System.Globalization;
using Dateline.Formats.Wires;

namespace Dateline.Formats.Nitf;

/// <summary>A <c>media</c> element of NITF: one picture, sound or video, in one or more files.</summary>
internal static class NitfMedia
{
    public static void Read(WireNode media, WireDraft draft)
    {
        var caption = WireText.FirstLine(media.All("media-caption"));
        var producer = WireText.FirstLine(media.All("media-producer"));
        var kind = media.Attribute("media-type")?.ToLowerInvariant();
        foreach (var file in media.All("media-reference"))
        {
            if ((file.Attribute("source") ?? file.Attribute("data-location") ?? file.Attribute("name")) is not { } address) continue;
            draft.Item.AddMedia(new Media(address, file.Attribute("mime-type") ?? (kind is "image" or "video" or "audio" ? kind + "/*" : null))
            {
                Width = Number(file, "width"),
                Height = Number(file, "height"),
                Caption = caption ?? file.Attribute("alternate-text"),
                Credit = producer ?? file.Attribute("source-credit"),
                Copyright = file.Attribute("copyright"),
            });
        }
    }

    private static int? Number(WireNode node, string name) =>
        int.TryParse(node.Attribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
