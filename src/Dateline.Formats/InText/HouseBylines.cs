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

    public static NewsItem Apply(NewsItem item, Signatures signatures, CreditChain chain) => item is { Byline: null, Authors.Count: 0 } ? item : Read(item, signatures, chain);

    private static NewsItem Read(NewsItem item, Signatures signatures, CreditChain chain)
    {
        item = WithoutReporterOf(item, chain);
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

    private static readonly string[] Withs = [" avec ", " mit ", " with ", " con ", " com ", " med ", " met "];

    // "Le Quai avec AFP", "Jean Martin (avec AFP)"
    private static bool TryJoined(ReadOnlySpan<char> line, out ReadOnlySpan<char> before, out ReadOnlySpan<char> after)
    {
        line = line.TrimEnd(')');
        foreach (var with in Withs)
        {
            // The word is followed by a blank whether a bracket opens before it or not.
            if (line.IndexOf(with.AsSpan(1)) is not (> 4 and var at) || line[at - 1] is not (' ' or '(')) continue;
            before = line[..at].TrimEnd(" (");
            after = line[(at + with.Length - 1)..].Trim();
            return !after.IsEmpty;
        }

        before = after = default;
        return false;
    }

    // "Aino Meri, STT", "Jean Martin (avec AFP)": a person and whose, which is printed so.
    private static NewsItem Employed(NewsItem item, string line, CreditChain chain)
    {
        var joint = line.AsSpan().LastIndexOfAny(',', '/', '|');
        var (person, house) = joint < 5 ? ("", "") : (line[..joint].Trim(), line[(joint + 1)..].Trim());
        if (joint < 5 && TryJoined(line, out var before, out var after)) (person, house) = (before.ToString(), after.ToString());
        if (person.Length < 5 || item.Byline != line || !Agencies.IsKnown(house) || !BylineText.IsName(person) || item.Credit?.Source is not null) return item;
        chain.Employs(house);
        if (item.Credit is { CreditLine: { } credited } credit && credited.EndsWith(line, StringComparison.Ordinal)) item = item with { Credit = credit with { CreditLine = null } is { IsEmpty: false } left ? left : null };
        return item;
    }

    // "Maria Quilla – Repórter da Agência Brasil"
    private static NewsItem WithoutReporterOf(NewsItem item, CreditChain chain)
    {
        const string Reporter = " Repórter d";
        if (item.Byline is not { Length: > 20 } line || line.IndexOf(Reporter, StringComparison.Ordinal) is not (> 5 and var at) || line[(at + Reporter.Length)..] is not ['a' or 'o', ' ', .. { Length: > 2 } house] || !Agencies.IsKnown(house)) return item;
        var people = line[..at].TrimEnd(' ', '-', '–', '—', ',');
        if (!BylineText.IsName(people)) return item;
        chain.Wrote(house);
        return item with
        {
            Byline = people,
            Authors = [.. item.Authors.Select(author => author.Name == line ? author with { Name = people } : author)],
            Credit = item.Credit is { } credit && credit.CreditLine == line ? credit with { CreditLine = null } is { IsEmpty: false } left ? left : null : item.Credit,
        };
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

        if (Agencies.IsKnown(bare) || signatures.HasSigned(bare)) return [bare.ToString()];
        if (TryJoined(bare, out var before, out var after) && Signatures.IsSignatory(before) && signatures.Read(after) is { } others && others.TrueForAll(name => Agencies.IsKnown(name)) && signatures.IsOwn(before)) return [before.ToString(), .. others.AsEnumerable().Reverse()];

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
