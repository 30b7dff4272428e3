namespace Dateline.Formats.InText;

/// <summary>One manner of bylines for all formats: no word for "by" before them, and the people one by one beside them.</summary>
internal static class Bylines
{
    public static NewsItem Apply(NewsItem item, Signatures signatures)
    {
        item = WithoutRules(item, signatures);
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
            foreach (var person in people) Add(authors, people.Count == 1 ? author with { Name = person } : new Author(person));
        }

        // The metadata name one of them, the line under the headline all.
        var credited = authors ?? item.Authors;
        if (named.Count > credited.Count && credited.All(author => author.Name is { } name && named.Contains(name, StringComparer.OrdinalIgnoreCase)))
        {
            authors ??= [.. item.Authors];
            foreach (var name in named) Add(authors, new Author(name));
        }

        return authors is null ? item : item with { Authors = authors };
    }

    // "/ritzau/": a house between rules, which are no part of its name.
    private static NewsItem WithoutRules(NewsItem item, Signatures signatures)
    {
        if (item.Byline is not { Length: > 3 } line || line[0] is not ('/' or '(' or '*') || line.Trim('/', '(', ')', '*', ' ') is not { Length: > 1 } house || !signatures.IsAgency(house)) return item;
        return item with { Byline = house, Authors = [.. item.Authors.Select(author => author.Name == line ? author with { Name = house } : author)] };
    }

    private static void Add(List<Author> authors, Author author)
    {
        if (!authors.Exists(known => string.Equals(known.Name, author.Name, StringComparison.OrdinalIgnoreCase))) authors.Add(author);
    }
}
