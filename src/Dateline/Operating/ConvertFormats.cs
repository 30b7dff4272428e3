using System.Collections.Frozen;
using Dateline.Formats;

namespace Dateline.Operating;

/// <summary>The formats of <c>dateline convert</c> by the names of its command line.</summary>
internal static class ConvertFormats
{
    private static readonly FrozenDictionary<string, NewsTarget> Table = new Dictionary<string, NewsTarget>(StringComparer.Ordinal)
    {
        ["ninjs3.1"] = NewsTarget.Ninjs31,
        ["ninjs2.2"] = NewsTarget.Ninjs22,
        ["newsml-g2"] = NewsTarget.NewsMlG2,
        ["nitf"] = NewsTarget.Nitf,
        ["rss"] = NewsTarget.Rss,
        ["atom"] = NewsTarget.Atom,
        ["jsonfeed"] = NewsTarget.JsonFeed,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IEnumerable<string> Names => Table.OrderBy(format => format.Value).Select(format => format.Key);

    public static NewsTarget Of(string name) => Table[name];
}
