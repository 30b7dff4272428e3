using System.Buffers.Binary;
using Dateline.Foundation.Pictures;
using NetVips;

namespace Dateline.Tests.Foundation.Pictures;

/// <summary>Pictures drawn for a test: left half red, right half blue.</summary>
internal static class SamplePicture
{
    static SamplePicture() => Vips.Prepare();

    public static readonly double[] Red = [200, 16, 16];
    public static readonly double[] Blue = [16, 16, 200];

    public static Image Draw(int width, int height)
    {
        using var left = (Image.Black(width / 2, height) + Red).Cast(Enums.BandFormat.Uchar);
        using var right = (Image.Black(width - (width / 2), height) + Blue).Cast(Enums.BandFormat.Uchar);
        using var joined = left.Join(right, Enums.Direction.Horizontal);
        return joined.Copy(interpretation: Enums.Interpretation.Srgb);
    }

    public static byte[] As(PictureFormat format, int width = 700, int height = 300)
    {
        using var drawn = Draw(width, height);
        return format switch
        {
            PictureFormat.Jpeg => drawn.JpegsaveBuffer(q: 95),
            PictureFormat.Png => drawn.PngsaveBuffer(),
            PictureFormat.WebP => drawn.WebpsaveBuffer(q: 95),
            PictureFormat.Gif => drawn.GifsaveBuffer(),
            _ => drawn.HeifsaveBuffer(compression: Enums.ForeignHeifCompression.Av1, effort: 0),
        };
    }

    /// <summary>A sign in one ink: its left half drawn, its right half without a ground.</summary>
    public static byte[] Sign(double ink)
    {
        using var left = (Image.Black(100, 80) + new[] { ink, ink, ink, 255d }).Cast(Enums.BandFormat.Uchar);
        using var right = (Image.Black(100, 80) + new[] { 255 - ink, 255 - ink, 255 - ink, 0d }).Cast(Enums.BandFormat.Uchar);
        using var joined = left.Join(right, Enums.Direction.Horizontal);
        using var drawn = joined.Copy(interpretation: Enums.Interpretation.Srgb);
        return drawn.PngsaveBuffer();
    }

    /// <summary>A header and nothing behind it: what a bomb looks like to the one who must decide.</summary>
    public static byte[] PngClaiming(int width, int height)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        return [0x89, .. "PNG\r\n"u8, 0x1a, 0x0a, .. Chunk("IHDR"u8, header), .. Chunk("IDAT"u8, [0x78, 0x9c, 0x03, 0, 0, 0, 0, 1]), .. Chunk("IEND"u8, [])];
    }

    /// <summary>The colour in the middle of the left or right half.</summary>
    public static double[] ColorAt(ReadOnlyMemory<byte> encoded, double x, double y)
    {
        using var image = Image.NewFromBuffer(encoded.ToArray());
        return image.Getpoint((int)(image.Width * x), (int)(image.Height * y));
    }

    public static void Near(double[] expected, double[] actual)
    {
        for (var i = 0; i < 3; i++) Assert.InRange(actual[i], expected[i] - 14, expected[i] + 14);
    }

    private static byte[] Chunk(ReadOnlySpan<byte> name, ReadOnlySpan<byte> content)
    {
        byte[] chunk = [0, 0, 0, 0, .. name, .. content, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(chunk.Length - 4), Checksum(chunk.AsSpan(4, chunk.Length - 8)));
        return chunk;
    }

    // ISO/IEC 15948, annex D.
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var one in bytes)
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++) sum = (sum & 1) == 0 ? sum >> 1 : (sum >> 1) ^ 0xedb8_8320;
        }

        return ~sum;
    }
}
