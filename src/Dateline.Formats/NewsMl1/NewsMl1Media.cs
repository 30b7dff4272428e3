using System.Globalization;
using Dateline.Formats.Wires;

namespace Dateline.Formats.NewsMl1;

/// <summary>A <c>ContentItem</c> that is a file elsewhere.</summary>
internal static class NewsMl1Media
{
    public static bool IsFile(WireNode content) => content.Attribute("href") is not null || Kind(content) is "photo" or "picture" or "graphic" or "video" or "audio" or "animation" or "image";

    /// <param name="content">The item.</param>
    /// <param name="lines">The lines of its component.</param>
    public static Media File(WireNode content, WireNode? lines)
    {
        var properties = content.Child("characteristics");
        return new Media(content.Attribute("href")!, Type(content))
        {
            Rendition = Property(properties, "imageuse"),
            Length = Number(WireText.Line(properties?.Child("sizeinbytes")) ?? Property(properties, "sizeinbytes")),
            Width = (int?)Number(Property(properties, "width") ?? Property(properties, "pixelwidth") ?? Property(properties, "imagewidth")),
            Height = (int?)Number(Property(properties, "height") ?? Property(properties, "pixelheight") ?? Property(properties, "imageheight")),
            Caption = WireText.Line(lines?.Child("headline")),
            Credit = WireText.Line(lines?.Child("creditline")) ?? WireText.Line(lines?.Child("byline")),
            Copyright = WireText.Line(lines?.Child("copyrightline")),
        };
    }

    /// <summary>Which rendition of the picture a component says it is.</summary>
    public static string? Rendition(WireNode component) =>
        NewsMl1Management.Formal(component.Child("role")) is { } role && WireCode.Last(role) is "thumbnail" or "preview" or "quicklook" or "highres" or "lowres" ? role : null;

    private static string Kind(WireNode content) => WireCode.Last(NewsMl1Management.Formal(content.Child("mediatype")));

    private static string? Type(WireNode content)
    {
        if (NewsMl1Management.Formal(content.Child("mimetype")) is { } type && type.Contains('/', StringComparison.Ordinal)) return type;
        if (FormatOf(content) is { } format) return format;
        return Kind(content) switch
        {
            "photo" or "picture" or "graphic" or "image" => "image/*",
            "video" => "video/*",
            "audio" => "audio/*",
            _ => null,
        };
    }

    // "Jpeg", "JPEG Baseline", "MPEG-4": the IPTC's vocabulary of formats, and its dialects.
    private static string? FormatOf(WireNode content)
    {
        if (NewsMl1Management.Formal(content.Child("format"))?.ToLowerInvariant() is not { } format) return null;
        foreach (var (word, type) in Formats)
            if (format.StartsWith(word, StringComparison.Ordinal)) return type;

        return null;
    }

    private static readonly (string Word, string Type)[] Formats =
    [
        ("jpeg", "image/jpeg"), ("jpg", "image/jpeg"), ("png", "image/png"), ("gif", "image/gif"), ("tiff", "image/tiff"), ("mp3", "audio/mpeg"), ("mpeg-4", "video/mp4"), ("mpeg4", "video/mp4"), ("mp4", "video/mp4"), ("wav", "audio/wav"),
    ];

    private static string? Property(WireNode? properties, string name)
    {
        foreach (var property in properties?.All("property") ?? [])
            if (string.Equals(property.Attribute("formalname"), name, StringComparison.OrdinalIgnoreCase)) return property.Attribute("value");

        return null;
    }

    private static long? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
