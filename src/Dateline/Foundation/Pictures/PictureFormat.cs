namespace Dateline.Foundation.Pictures;

/// <summary>The formats that are read. JPEG, WebP and PNG are also written.</summary>
internal enum PictureFormat
{
    Jpeg,
    Png,
    WebP,
    Gif,
    Avif,
}

/// <summary>Formats are told by their first bytes. A file name or a Content-Type is only a claim.</summary>
internal static class PictureFormats
{
    public static string ContentType(this PictureFormat format) => format switch
    {
        PictureFormat.Jpeg => "image/jpeg",
        PictureFormat.Png => "image/png",
        PictureFormat.WebP => "image/webp",
        PictureFormat.Gif => "image/gif",
        _ => "image/avif",
    };

    public static PictureFormat? Sniff(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xff, 0xd8, 0xff])) return PictureFormat.Jpeg;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a])) return PictureFormat.Png;
        if (bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8)) return PictureFormat.Gif;
        if (bytes.Length < 16) return null;
        if (bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8)) return PictureFormat.WebP;

        // ISO/IEC 23008-12: the major brand. HEIC shares the container, and its codec is not built in.
        if (bytes[4..].StartsWith("ftyp"u8) && (bytes[8..].StartsWith("avif"u8) || bytes[8..].StartsWith("avis"u8))) return PictureFormat.Avif;
        return null;
    }

    /// <summary>A drawing, document or camera format that somebody could well mean as a picture.</summary>
    public static bool IsOtherPicture(ReadOnlySpan<byte> bytes)
    {
        var start = bytes[..Math.Min(bytes.Length, 1024)];
        return start.StartsWith("%PDF"u8) || start.StartsWith("BM"u8) || start.StartsWith("II*\0"u8) || start.StartsWith("MM\0*"u8)
            || start.StartsWith("8BPS"u8) || (start.Length > 12 && start[4..].StartsWith("ftyp"u8)) || start.IndexOf("<svg"u8) >= 0;
    }
}
