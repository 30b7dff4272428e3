namespace Dateline.Formats.InText;

/// <summary>The source in front of a headline, <c>PressTV/ headline</c>, or behind it, <c>headline | Reuters</c>.</summary>
internal static class HeadlineCredit
{
    private const int LongestName = 40;

    private static readonly string[] Endings = ["TV", "News", "Press", "Times", "Post", "Wire", "Radio", "Agency"];

    // "PressTV/ TASS/ headline": who took it from whom. More hands than that are no credit.
    private const int MostHands = 3;

    /// <summary>The headline without them, and the agencies, the nearest hand first.</summary>
    public static (string Headline, List<string> Agencies) Read(string headline, Signatures signatures)
    {
        var agencies = new List<string>();
        while (agencies.Count < MostHands && One(headline, signatures) is ({ } rest, { } agency))
        {
            headline = rest;
            agencies.Add(agency);
        }

        return (headline, agencies);
    }

    private static (string Headline, string? Agency) One(string headline, Signatures signatures)
    {
        var slash = headline.AsSpan(0, Math.Min(headline.Length, LongestName + 1)).IndexOf('/');
        if (slash > 1)
        {
            var name = headline.AsSpan(0, slash).Trim();
            var rest = headline.AsSpan(slash + 1);
            var spaced = rest.Length > 0 && char.IsWhiteSpace(rest[0]);
            rest = rest.Trim();
            if (rest.Length > 3 && !rest.StartsWith("/", StringComparison.Ordinal) && (spaced || (name.Length > 3 && rest.Contains(' '))) && (signatures.IsAgency(name) || (spaced && SaysWhoItIs(name))))
                return (rest.ToString(), name.ToString());
        }

        var bar = headline.LastIndexOf('|');
        if (bar > 10 && signatures.IsAgency(headline.AsSpan(bar + 1))) return (headline[..bar].TrimEnd(), headline[(bar + 1)..].Trim());
        return (headline, null);
    }

    // Of the unknown, one that is called so: HarbourTV, Coast News.
    private static bool SaysWhoItIs(ReadOnlySpan<char> name)
    {
        if (name.Count(' ') > 2 || !char.IsUpper(name[0])) return false;
        foreach (var ending in Endings)
            if (name.Length > ending.Length + 2 && name.EndsWith(ending, StringComparison.Ordinal) && IsApart(name[..^ending.Length])) return true;

        return false;
    }

    // "HarbourTV" and "Harbour TV" have a word of their own before it; "Compost" has none.
    private static bool IsApart(ReadOnlySpan<char> before) => before[^1] == ' ' || char.IsLetterOrDigit(before[^1]);
}
