using System.Buffers;

namespace Dateline.Formats.InText;

/// <summary>
/// A house where a person should stand: <c>ritzau</c>, <c>STT</c>, <c>AFP and Reuters</c> as who wrote it. Whose a story is, is said in its
/// credit; a byline names people.
/// </summary>
internal static class HouseBylines
{
    private static readonly SearchValues<char> Joints = SearchValues.Create(" /,+&-–");

    private const int LongestLetters = 6;

    private static readonly string[] Offices = ["Redazione ", "Redaktion ", "Redacción ", "Rédaction ", "Redação ", "Redakce ", "Agence ", "Agencia ", "Agenzia ", "Nyhetsbyrån ", "Nyhedsbureauet ", "Nyhetsbyrået ", "Par ", "Avec ", "Por ", "Mit ", "With ", "Von "];

    public static NewsItem Apply(NewsItem item, Signatures signatures, CreditChain chain)
    {
        var line = item.Byline;
        var named = line is null ? null : Houses(line, signatures);
        List<Author>? authors = null;
        for (var i = 0; i < item.Authors.Count; i++)
        {
            var author = item.Authors[i];
            if (author.Name is not { } name || (name == line ? named : Houses(name, signatures)) is not { } houses)
            {
                authors?.Add(author);
                continue;
            }

            authors ??= [.. item.Authors.Take(i)];

            // An address may be asked all the same.
            if (author.Email is not null) authors.Add(author with { Name = null });
            if (named is null && item.Credit?.Source is null) Wrote(chain, houses);
        }

        // "Ritzau, Anna Berg": the line was made of both.
        if (authors is not null && named is null && line is not null && line == string.Join(", ", item.Authors.Select(author => author.Name).OfType<string>())) item = item with { Byline = string.Join(", ", authors.Select(author => author.Name).OfType<string>()) is { Length: > 0 } left ? left : null };
        if (named is not null)
        {
            if (!named.TrueForAll(name => signatures.IsSender(name)) || item.Credit?.Source is null) Wrote(chain, named);
            item = item with { Byline = null };
        }

        if (named is null && line is not null) item = Employed(item, line, chain);
        return authors is null ? item : item with { Authors = authors };
    }

    // "Aino Meri, STT": a person and whose, which is printed so.
    private static NewsItem Employed(NewsItem item, string line, CreditChain chain)
    {
        var joint = line.AsSpan().LastIndexOfAny(',', '/', '|');
        if (joint < 5 || item.Byline != line || !Agencies.IsKnown(line.AsSpan(joint + 1).Trim()) || !BylineText.IsName(line.AsSpan(0, joint).Trim()) || item.Credit?.Source is not null) return item;
        chain.Employs(line[(joint + 1)..].Trim());
        if (item.Credit is { CreditLine: { } credited } credit && credited.EndsWith(line, StringComparison.Ordinal)) item = item with { Credit = credit with { CreditLine = null } is { IsEmpty: false } left ? left : null };
        return item;
    }

    private static void Wrote(CreditChain chain, List<string> houses)
    {
        // The last of them wrote it.
        foreach (var house in houses.AsEnumerable().Reverse()) chain.Wrote(house);
    }

    // Known agencies alone: what else signs may be called as people are.
    private static List<string>? Houses(string line, Signatures signatures)
    {
        if (line.Length > Agencies.LongestName) return null;
        var bare = line.AsSpan().Trim("/()* ");
        foreach (var office in Offices)
            if (!bare.IsEmpty && (bare[0] | ' ') == (office[0] | ' ') && bare.StartsWith(office, StringComparison.OrdinalIgnoreCase) && Agencies.IsKnown(bare[office.Length..]) && !Agencies.IsKnown(bare)) return [bare[office.Length..].ToString()];

        if (Agencies.IsKnown(bare)) return [bare.ToString()];

        // UNB NEWS
        if (bare.EndsWith(" news", StringComparison.OrdinalIgnoreCase) && Agencies.IsKnown(bare[..^" news".Length])) return [bare[..^" news".Length].ToString()];

        // الجزيرة نت
        if (bare.EndsWith(" نت") && Agencies.IsKnown(bare[..^" نت".Length])) return [bare[..^" نت".Length].ToString()];

        // redaction@aps.example (aps): the house's own log-in, of APS.
        if (bare.Length is > 2 and <= LongestLetters && !bare.ContainsAnyExceptInRange('a', 'z') && bare.ToString().ToUpperInvariant() is var letters && Agencies.IsKnown(letters) && signatures.IsOwn(letters)) return [letters];

        // dpa/lno: a house and one of its services.
        return bare.ContainsAny(Joints) && signatures.Read(bare) is { } names && (names.Count > 1 || bare.Contains('/')) && names.TrueForAll(name => Agencies.IsKnown(name)) ? names : null;
    }
}
