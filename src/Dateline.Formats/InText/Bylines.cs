namespace Dateline.Formats.InText;

/// <summary>One manner of bylines for all formats: no word for "by" before them, and the people one by one beside them.</summary>
internal static class Bylines
{
    public static NewsItem Apply(NewsItem item, Signatures signatures)
    {
        item = WithoutRules(item, signatures);
        if (item.Credit?.CreditLine is { } credited && IsOfPeople(item, credited, signatures)) item = item with { Credit = item.Credit with { CreditLine = null } is { IsEmpty: false } left ? left : null };
        if (item.Byline is ['(', .., ')'] inBrackets && inBrackets[1..^1].Trim() is { Length: > 5 } inside && BylineNames.WithoutBy(char.ToUpperInvariant(inside[0]) + inside[1..]) is var person && BylineText.IsName(person))
            item = item with { Byline = person, Authors = [.. item.Authors.Select(author => author.Name == inBrackets ? author with { Name = person } : author)] };
        if (item.Byline is { Length: > 2 } eastern && eastern[0] >= '\u2E80' && BylineNames.Eastern(eastern) is { } easterners) item = item with { Byline = string.Join('、', easterners), Authors = item.Authors.Count == 0 || item.Authors.All(author => author.Name == eastern) ? [.. easterners.Select(name => new Author(name))] : item.Authors };
        if (item.Byline is { } line && BylineNames.WithoutBy(line) is var bare && !ReferenceEquals(bare, line)) item = item with { Byline = bare };
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
