namespace Dateline.Foundation.Fetching;

/// <summary>One link of a Link header (RFC 8288): where to, and in which relations.</summary>
internal sealed record HeadLink(Uri Target, string Relations)
{
    public bool Is(string relation) => Relations.Split(' ', StringSplitOptions.RemoveEmptyEntries).Contains(relation, StringComparer.OrdinalIgnoreCase);
}

/// <summary>Reads Link headers leniently and within bounds.</summary>
internal static class LinkHeader
{
    private const int MostLinks = 50;
    private const int LongestHeader = 16_000;

    public static IReadOnlyList<HeadLink> Read(IEnumerable<string> headers, Uri origin)
    {
        var links = new List<HeadLink>();
        foreach (var header in headers)
            if (header.Length <= LongestHeader) Read(header, origin, links);
        return links;
    }

    private static void Read(ReadOnlySpan<char> rest, Uri origin, List<HeadLink> links)
    {
        while (links.Count < MostLinks && rest.IndexOf('<') is >= 0 and var begin)
        {
            rest = rest[(begin + 1)..];
            if (rest.IndexOf('>') is not (>= 0 and var end)) return;
            var target = rest[..end].Trim().ToString();
            rest = rest[(end + 1)..];
            var relations = Relations(ref rest);
            if (relations.Length > 0 && Uri.TryCreate(origin, target, out var uri)) links.Add(new HeadLink(uri, relations));
        }
    }

    /// <summary>The parameters of one link, up to the comma that ends it; section 3.3: the first rel counts.</summary>
    private static string Relations(ref ReadOnlySpan<char> rest)
    {
        var found = "";
        for (rest = rest.TrimStart(); rest.Length > 0 && rest[0] == ';'; rest = rest.TrimStart())
        {
            rest = rest[1..].TrimStart();
            var nameEnd = rest.IndexOfAny('=', ';', ',');
            var name = (nameEnd < 0 ? rest : rest[..nameEnd]).Trim();
            var isRel = name.Equals("rel", StringComparison.OrdinalIgnoreCase);
            if (nameEnd < 0 || rest[nameEnd] != '=')
            {
                rest = nameEnd < 0 ? [] : rest[nameEnd..];
                continue;
            }
            rest = rest[(nameEnd + 1)..].TrimStart();
            var quoted = rest.Length > 0 && rest[0] == '"';
            if (quoted) rest = rest[1..];
            var valueEnd = quoted ? rest.IndexOf('"') : rest.IndexOfAny(';', ',', ' ');
            var value = valueEnd < 0 ? rest : rest[..valueEnd];
            if (isRel && found.Length == 0) found = value.Trim().ToString();
            rest = valueEnd < 0 ? [] : rest[(valueEnd + (quoted ? 1 : 0))..];
        }
        return found;
    }
}
