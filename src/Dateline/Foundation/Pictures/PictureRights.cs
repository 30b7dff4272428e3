using NetVips;

namespace Dateline.Foundation.Pictures;

/// <summary>
/// Who made a picture and who must be named, as its metadata claims: read before all metadata is stripped,
/// because whoever strips a credit owes it in the caption. Plain text from a stranger; null where nothing is said.
/// </summary>
internal sealed record PictureRights(string? Creator, string? Credit, string? Copyright)
{
    private const int MaxLength = 300;

    public bool IsEmpty => Creator is null && Credit is null && Copyright is null;

    /// <summary>XMP before IIM before EXIF: the order in which the IPTC Photo Metadata Guideline trusts them.</summary>
    public static PictureRights Read(Image header)
    {
        var xmp = XmpRights.Read(Blob(header, "xmp-data"));
        var iim = IimRights.Read(Blob(header, "iptc-data"));
        return new PictureRights(
            Clean(xmp.Creator) ?? Clean(iim.Creator) ?? Clean(Exif(header, "exif-ifd0-Artist")),
            Clean(xmp.Credit) ?? Clean(iim.Credit),
            Clean(xmp.Copyright) ?? Clean(iim.Copyright) ?? Clean(Exif(header, "exif-ifd0-Copyright")));
    }

    private static byte[] Blob(Image header, string field) => header.Contains(field) && header.Get(field) is byte[] bytes ? bytes : [];

    // libvips tells a text as "value (value, ASCII, 6 components, 6 bytes)".
    private static string? Exif(Image header, string field)
    {
        if (!header.Contains(field) || header.Get(field) is not string told) return null;
        var end = told.LastIndexOf(", ASCII, ", StringComparison.Ordinal);
        return end > 2 ? told[..((end - 2) / 2)] : null;
    }

    private static string? Clean(string? text)
    {
        if (text is null) return null;
        var words = string.Concat(text.Take(MaxLength + 1).Select(letter => char.IsControl(letter) ? ' ' : letter)).Trim();
        return words.Length is > 0 and <= MaxLength ? words : null;
    }
}
