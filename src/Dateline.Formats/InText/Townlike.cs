namespace Dateline.Formats.InText;

/// <summary>
/// QUAYTOWN (TARN) - …: neither the town nor who signs is known, there is no day, and nobody vouches. What isn't a name and its
/// letters, a company and its ticker, or a mark of the version, is a dateline.
/// </summary>
internal static class Townlike
{
    private const int Shortest = 4;
    private const int MostSpaces = 2;

    // After these stands whose they are, or which they are.
    private static readonly string[] NoTowns = ["INC", "CORP", "LTD", "PLC", "CO", "GROUP", "HOLDINGS", "BANK", "FUND", "PARTY", "UNION", "LEAGUE", "AGENCY", "BUREAU", "COUNCIL", "MINISTRY", "COMMISSION", "ORGANIZATION", "ORGANISATION", "ASSOCIATION", "UNIVERSITY", "INSTITUTE", "COURT"];

    /// <param name="place">What stands where the town does.</param>
    /// <param name="letters">What stands in the bracket: capitals only.</param>
    /// <param name="rest">What follows.</param>
    public static bool Is(ReadOnlySpan<char> place, ReadOnlySpan<char> letters, ReadOnlySpan<char> rest)
    {
        if (place.Length < Shortest || place.Count(' ') > MostSpaces || !Places.IsCapital(place) || rest.IsEmpty || char.IsLower(rest[0])) return false;
        var last = place[(place.LastIndexOf(' ') + 1)..];
        foreach (var word in NoTowns)
            if (last.SequenceEqual(word)) return false;

        return !IsShortFor(letters, place) && LeadMark.Read($"{place}: {place}", out _).Count == 0 && !GenreMarks.IsOne(place);
    }

    // NATO, WHO and TSLA: the letters are the name's own, in their order, from its first on.
    private static bool IsShortFor(ReadOnlySpan<char> letters, ReadOnlySpan<char> name)
    {
        if (letters[0] != name[0]) return false;
        var at = 0;
        foreach (var c in name)
            if (at < letters.Length && c == letters[at]) at++;

        return at == letters.Length;
    }
}
