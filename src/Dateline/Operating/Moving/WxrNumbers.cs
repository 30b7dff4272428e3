using System.Buffers.Binary;
using System.Text;

namespace Dateline.Operating.Moving;

/// <summary>
/// Our ids for the numbers of one WordPress site. Stories' are in the order of those numbers, replies' in that of their dates: a thread is
/// read by them. By what is in an id of the number alone a second run, or a later export, meets what the first one made, whatever
/// somebody has changed there since.
/// </summary>
internal sealed class WxrNumbers(string site)
{
    /// <summary>Odd, so that no two numbers become the same.</summary>
    private const ulong Mixing = 0x9E3779B97F4A7C15;
    private readonly string _site = site.TrimEnd('/').ToLowerInvariant();

    public Guid Story(long post) => KnownIds.Of(post & 0xFFFF_FFFF_FFFF, Thing("post", post));

    /// <summary>WordPress knows whole seconds: within one, the numbers are the order.</summary>
    public Guid Reply(long comment, DateTimeOffset at) => KnownIds.Of(Math.Max(0, at.ToUnixTimeSeconds()) * 1_000 + comment % 1_000, Thing("comment", comment));

    /// <summary>What a comment's id has of its number.</summary>
    public ulong Mark(long comment) => Mark(KnownIds.Of(0, Thing("comment", comment)));

    public static ulong Mark(Guid id) => BinaryPrimitives.ReadUInt64BigEndian(id.ToByteArray(bigEndian: true).AsSpan(8));

    /// <summary>Words in addresses that a story could have, the same each time: one may be another story's already.</summary>
    public static IEnumerable<string> Keys(Guid id)
    {
        for (ulong turn = 0; ; turn++) yield return KnownIds.Key((Mark(id) + turn) * Mixing >> 24);
    }

    private byte[] Thing(string kind, long number) => Encoding.UTF8.GetBytes($"wordpress\n{_site}\n{kind}\n{number}");
}
