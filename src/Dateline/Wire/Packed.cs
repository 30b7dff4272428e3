using System.IO.Compression;

namespace Dateline.Wire;

/// <summary>Bytes as they are kept: of text, which most of it is, a fraction.</summary>
internal static class Packed
{
    /// <summary>The same bytes always give the same.</summary>
    public static byte[] Of(ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true)) brotli.Write(bytes);
        return packed.ToArray();
    }

    public static byte[] Open(byte[] packed)
    {
        using var bytes = new MemoryStream();
        using (var brotli = new BrotliStream(new MemoryStream(packed, writable: false), CompressionMode.Decompress)) brotli.CopyTo(bytes);
        return bytes.ToArray();
    }
}
