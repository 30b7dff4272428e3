using System.Buffers.Binary;
using System.Text;

namespace Dateline.Operating.Moving;

/// <summary>
/// Our ids for the numbers of one WordPress site. They are in the order of those numbers, and do not depend on anything that
/// somebody can change there: a second run, or a later export, meets what the first one made.
/// </summary>
internal sealed class WxrNumbers(string site)
{
    /// <summary>Odd, so that no two numbers become the same.</summary>
    private const ulong Mixing = 0x9E3779B97F4A7C15;
    private readonly string _site = site.TrimEnd('/').ToLowerInvariant();

    public Guid Story(long post) => Of("post", post);

    public Guid Reply(long comment) => Of("comment", comment);

    /// <summary>Words in addresses that a story could have, the same each time: one may be another story's already.</summary>
    public static IEnumerable<string> Keys(Guid id)
    {
        for (ulong turn = 0; ; turn++) yield return KnownIds.Key((BinaryPrimitives.ReadUInt64BigEndian(id.ToByteArray(bigEndian: true).AsSpan(8)) + turn) * Mixing >> 24);
    }

    private Guid Of(string kind, long number) => KnownIds.Of(number & 0xFFFF_FFFF_FFFF, Encoding.UTF8.GetBytes($"wordpress\n{_site}\n{kind}\n{number}"));
}
