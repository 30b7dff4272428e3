using System.Buffers.Binary;
using System.Security.Cryptography;
using Dateline.Stories;

namespace Dateline.Operating;

/// <summary>Ids that follow from what they are of: whoever makes the same thing again makes the same id.</summary>
internal static class KnownIds
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz"; // five bits in each letter

    /// <summary>A UUID of version 7 (RFC 9562) whose order is that of <paramref name="milliseconds"/>, and whose other bits are a hash of the thing.</summary>
    public static Guid Of(long milliseconds, ReadOnlySpan<byte> thing)
    {
        Span<byte> id = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(thing, id);
        BinaryPrimitives.WriteInt64BigEndian(id, milliseconds << 16 | BinaryPrimitives.ReadUInt16BigEndian(id[6..]));
        id[6] = (byte)(0x70 | id[6] & 0x0F);
        id[8] = (byte)(0x80 | id[8] & 0x3F);
        return new Guid(id[..16], bigEndian: true);
    }

    /// <summary>A story's word in addresses (<see cref="StoryPath"/>), of 40 bits.</summary>
    public static string Key(ulong bits) => string.Create(StoryPath.KeyLength, bits, static (span, value) =>
    {
        for (var i = span.Length - 1; i >= 0; i--, value >>= 5) span[i] = Alphabet[(int)(value & 31)];
    });
}
