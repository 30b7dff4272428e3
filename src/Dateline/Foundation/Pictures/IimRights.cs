using System.Buffers.Binary;
using System.Text;

namespace Dateline.Foundation.Pictures;

/// <summary>The rights in an IPTC-NAA Information Interchange Model record, as picture desks have embedded it since the nineties.</summary>
internal static class IimRights
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    public static PictureRights Read(ReadOnlySpan<byte> block)
    {
        string? creator = null, credit = null, copyright = null;
        var record = Record(block);

        // IIM 4.2, section 1.5: marker 0x1C, record, dataset, two bytes of length (the high bit marks lengths nobody needs here).
        while (record.Length >= 5 && record[0] == 0x1c)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(record[3..]);
            if (length > 0x7fff || record.Length < 5 + length) break;
            var value = record.Slice(5, length);
            if (record[1] == 2)
            {
                switch (record[2])
                {
                    case 80: creator ??= Text(value); break;
                    case 110: credit ??= Text(value); break;
                    case 116: copyright ??= Text(value); break;
                }
            }

            record = record[(5 + length)..];
        }

        return new PictureRights(creator, credit, copyright);
    }

    // Adobe's image resource blocks: "8BIM", id, a padded Pascal string, a length, padded content. 0x0404 holds the IIM record.
    private static ReadOnlySpan<byte> Record(ReadOnlySpan<byte> block)
    {
        if (block.StartsWith("Photoshop 3.0\0"u8)) block = block["Photoshop 3.0\0"u8.Length..];
        if (block.Length > 0 && block[0] == 0x1c) return block;
        while (block.Length >= 12 && block.StartsWith("8BIM"u8))
        {
            var id = BinaryPrimitives.ReadUInt16BigEndian(block[4..]);
            var at = 6 + ((block[6] + 2) & ~1);
            if (block.Length < at + 4) return default;
            var length = BinaryPrimitives.ReadUInt32BigEndian(block[at..]);
            if (length > (uint)(block.Length - at - 4)) return default;
            if (id == 0x0404) return block.Slice(at + 4, (int)length);
            var next = at + 4 + (((int)length + 1) & ~1);
            if (next > block.Length) return default;
            block = block[next..];
        }

        return default;
    }

    // The declared character set (1:90) is wrong as often as right; UTF-8 proves itself.
    private static string Text(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }
}
