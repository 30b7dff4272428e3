namespace Dateline.Formats.InText;

/// <summary>One manner of bylines for all formats: no word for "by" before them, and the people one by one beside them.</summary>
internal static class Bylines
{
    /// <param name="item">The item.</param>
    /// <param name="signatures">Who is an agency here.</param>
    /// <param name="chain">Takes the house for which somebody writes.</param>
    public static NewsItem Apply(NewsItem item, Signatures signatures, CreditChain chain) =>
        item is { Byline: null, Authors.Count: 0, Credit: null or { CreditLine: null } } ? item : Read(item, signatures, chain);

    private static NewsItem Read(NewsItem item, Signatures signatures, CreditChain chain)
    {
        item = WithoutRules(item, signatures);
        item = WithoutBar(item, signatures, chain);
        item = Easterners(item);
        if (item.Credit?.CreditLine is { } credited && IsOfPeople(item, credited, signatures)) item = item with { Credit = item.Credit with { CreditLine = null } is { IsEmpty: false } left ? left : null };
        if (item.Byline is ['(', .., ')'] inBrackets && inBrackets[1..^1].Trim() is { Length: > 5 } inside && BylineNames.WithoutBy(char.ToUpperInvariant(inside[0]) + inside[1..]) is var person && BylineText.IsName(person))
            item = item with { Byline = person, Authors = [.. item.Authors.Select(author => author.Name == inBrackets ? author with { Name = person } : author)] };
        if (item.Byline is { Length: > 2 } eastern && eastern[0] >= '\u2E80' && BylineNames.Eastern(eastern) is { } easterners) item = item with { Byline = string.Join('、', easterners), Authors = item.Authors.Count == 0 || item.Authors.All(author => author.Name == eastern) ? [.. easterners.Select(name => new Author(name))] : item.Authors };
        if (item.Byline is { } line && BylineNames.WithoutBy(line) is var bare && !ReferenceEquals(bare, line)) item = item with { Byline = bare };
        if (item.Headline is { } headline && headline.LastIndexOf(" | ", StringComparison.Ordinal) is > 10 and var bar && headline[(bar + 3)..].Trim() is var columnist && (columnist.Equals(item.Byline, StringComparison.OrdinalIgnoreCase) || item.Authors.Any(author => columnist.Equals(author.Name, StringComparison.OrdinalIgnoreCase)))) item = item with { Headline = headline[..bar].TrimEnd() };
        else if (item.Headline is { } first && first.IndexOf(" | ", StringComparison.Ordinal) is > 4 and var bar2 && first.Length > bar2 + 8 && first[..bar2].Equals(item.Byline, StringComparison.OrdinalIgnoreCase)) item = item with { Headline = first[(bar2 + 3)..].TrimStart() };
        var named = item.Byline is { } byline ? BylineNames.Read(byline, item.Language, signatures) ?? (BylineText.IsName(byline) && !signatures.IsAgency(byline) ? [byline] : []) : [];
        if (item.Authors.Count == 0) return named.Count == 0 ? item : item with { Authors = [.. named.Select(name => new Author(name))] };

        // A house stood in the field for want of a person, as who sends a mail does: the text names the person.
        if (named.Count > 0 && item.Authors.All(author => author.Name is { } house && signatures.IsAgency(house))) return item with { Authors = [.. named.Select(name => new Author(name))] };
        List<Author>? authors = null;
        for (var i = 0; i < item.Authors.Count; i++)
        {
            var author = item.Authors[i];
            var people = author.Name is { } name ? BylineNames.Read(name, item.Language, signatures) : null;
            if (people is null)
            {
                if (author.Name is { } known && BylineNames.WithoutBy(known) is var plain && !ReferenceEquals(plain, known)) (authors ??= [.. item.Authors.Take(i)]).Add(author with { Name = plain });
                else authors?.Add(author);
                continue;
            }

            authors ??= [.. item.Authors.Take(i)];

            // One address is one person's; whose of two nobody knows.
            foreach (var one in people) Add(authors, people.Count == 1 ? author with { Name = one } : new Author(one));
        }

        // The metadata name one of them, the line under the headline all.
        var persons = authors ?? item.Authors;
        if (named.Count > persons.Count && persons.All(author => author.Name is { } name && named.Contains(name, StringComparer.OrdinalIgnoreCase)))
        {
            authors ??= [.. item.Authors];
            foreach (var name in named) Add(authors, new Author(name));
        }

        return authors is null ? item : item with { Authors = authors };
    }

    // A feed has one field for who wrote it and none for whose it is: the reporters' names are no credit, nor is the login of one.
    private static bool IsOfPeople(NewsItem item, string line, Signatures signatures)
    {
        if (line != item.Byline && line != string.Join(", ", item.Authors.Select(author => author.Name))) return false;
        if (signatures.Read(line) is not null || Agencies.SaysNews(line)) return false;
        if (item.Authors.Count > 1 && item.Authors.All(author => author.Name is { } name && BylineText.IsName(name) && !signatures.IsAgency(name) && !Agencies.SaysNews(name))) return true;
        if (BylineNames.IsPlain(line)) return BylineNames.IsPerson(line, signatures);
        return BylineNames.Read(line, item.Language, signatures) is { } people ? people.Count > 1 || people[0] == line : !line.AsSpan().ContainsAnyExceptInRange('a', 'z') || BylineNames.IsPerson(line, signatures);
    }

    // "Jane Doe | The Quay Post": who wrote it, and for whom. The sender's own name says nothing new.
    private static NewsItem WithoutBar(NewsItem item, Signatures signatures, CreditChain chain)
    {
        if (item.Byline is { } line && Barred(line, item.Language, signatures) is var (people, house))
        {
            if (!signatures.IsOwn(house)) chain.Wrote(house);
            if (item.Credit is { CreditLine: { } credited } credit && credited == line) item = item with { Credit = credit with { CreditLine = null } is { IsEmpty: false } left ? left : null };
            item = item with { Byline = people };
        }

        return !item.Authors.Any(author => author.Name is { } name && Barred(name, item.Language, signatures) is not null) ? item
            : item with { Authors = [.. item.Authors.Select(author => author.Name is { } name && Barred(name, item.Language, signatures) is var (people, _) ? author with { Name = people } : author)] };
    }

    private static (string People, string House)? Barred(string line, string? language, Signatures signatures)
    {
        const int LongestHouse = 40;
        if (line.IndexOf(" | ", StringComparison.Ordinal) is not (> 4 and var bar) || line.IndexOf('|', bar + 2) >= 0) return null;
        var people = BylineNames.WithoutBy(line[..bar].Trim());
        var house = line[(bar + 3)..].Trim();
        if (house.Length is < 2 or > LongestHouse || !(signatures.IsAgency(house) || (Signatures.IsSignatory(house.Replace(" of ", " ", StringComparison.Ordinal)) && !BylineNames.SaysOffice(house)))) return null;
        return BylineNames.IsPerson(people, signatures) || BylineNames.Read(people, language, signatures) is { Count: > 1 } ? (people, house) : null;
    }

    // 김바다 기자: an office is no part of a name; and a name in ideographs is one person's, whoever read it out of a dateline.
    private static NewsItem Easterners(NewsItem item)
    {
        if (item.Byline is not { Length: > 1 } line || line[0] < '\u2E80') return item;
        var people = BylineNames.Korean(line);
        if (people is null) return item.Authors.Count == 0 && line.Length is 2 or 3 ? item with { Authors = [new Author(line)] } : item;
        var named = string.Join(", ", people);
        return item with
        {
            Byline = named,
            Authors = item.Authors.Count == 0 || item.Authors.All(author => author.Name == line) ? [.. people.Select(name => new Author(name))] : [.. item.Authors.Select(author => author.Name is { } name && BylineNames.Korean(name) is [var one] ? author with { Name = one } : author)],
        };
    }

    // "/ritzau/": a house between rules, which are no part of its name.
    private static NewsItem WithoutRules(NewsItem item, Signatures signatures)
    {
        if (item.Byline is not { Length: > 3 } line || line[0] is not ('/' or '(' or '*') || line.Trim('/', '(', ')', '*', ' ') is not { Length: > 1 } house || !signatures.IsAgency(house)) return item;
        return item with { Byline = house, Authors = [.. item.Authors.Select(author => author.Name == line ? author with { Name = house } : author)], Credit = item.Credit?.CreditLine == line ? item.Credit with { CreditLine = house } : item.Credit };
    }

    private static void Add(List<Author> authors, Author author)
    {
        if (!authors.Exists(known => string.Equals(known.Name, author.Name, StringComparison.OrdinalIgnoreCase))) authors.Add(author);
    }
}
