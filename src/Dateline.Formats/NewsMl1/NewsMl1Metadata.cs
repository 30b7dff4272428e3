using Dateline.Formats.InText;
using Dateline.Formats.Text;
using Dateline.Formats.Wires;

namespace Dateline.Formats.NewsMl1;

/// <summary>The metadata of a component: whose it is, what it is about, where it comes from.</summary>
internal static class NewsMl1Metadata
{
    public static string? Language(WireNode component, WireNode? description)
    {
        var written = NewsMl1Management.Formal(description?.Child("language")) ?? component.Attribute("xml:lang");
        if (written is null || written.Equals("x-default", StringComparison.OrdinalIgnoreCase)) return null;

        // RFC 5646 section 2.1.1: tags don't depend on case, and languages are written small.
        return written.Length == 2 ? written.ToLowerInvariant() : written;
    }

    public static void Read(WireNode component, WireNode? description, WireDraft draft, NewsMl1Topics topics, string? language)
    {
        if (component.Child("administrativemetadata") is { } administration) Administration(administration, draft);
        if (component.Child("rightsmetadata") is { } rights) Rights(rights, draft);
        if (description is not null) Description(description, draft, topics, language);

        // Beside the standard's own elements.
        foreach (var keyword in component.Child("item_keywords")?.All("item_keyword") ?? [])
            if (WireText.Line(keyword) is { } word) draft.Item.AddKeyword(word);
    }

    private static void Administration(WireNode administration, WireDraft draft)
    {
        var credit = draft.Item.Credit;
        draft.Item.Credit = credit with
        {
            Provider = credit.Provider ?? Party(administration.Child("provider")),
            Source = credit.Source ?? Party(administration.Child("source")),
        };
        foreach (var party in administration.All("creator").SelectMany(c => c.All("party")))
        {
            if (NewsMl1Management.Formal(party) is not { } name || party.Attribute("topic")?.Equals("EDITOR", StringComparison.OrdinalIgnoreCase) == true) continue;
            if (BylineNames.AreSigns(name) || name == draft.Item.Credit.Source || name == draft.Item.Credit.Provider) continue;
            draft.Item.AddAuthor(new Author(BylineNames.WithoutBy(name)));
            if (!BylineNames.IsFullName(name)) draft.Item.Byline ??= "";
        }

        foreach (var party in administration.All("contributor").SelectMany(c => c.All("party")))
            if (NewsMl1Management.Formal(party) is { Length: > 3 } helper && BylineNames.IsFullName(helper)) draft.Item.AddContributor(helper);

        // TASS has its reporter among the properties.
        foreach (var property in administration.All("property"))
            if ("author".Equals(property.Attribute("formalname"), StringComparison.OrdinalIgnoreCase) && property.Attribute("value") is { Length: > 2 } author && !BylineNames.AreSigns(author)) draft.Item.AddAuthor(new Author(BylineNames.WithoutBy(author)));
    }

    private static string? Party(WireNode? around)
    {
        foreach (var party in around?.All("party") ?? [])
            if (NewsMl1Management.Formal(party) is { } name) return InText.Houses.NameOf(name);

        return null;
    }

    private static void Rights(WireNode rights, WireDraft draft)
    {
        var credit = draft.Item.Credit;
        var terms = rights.All("usagerights").SelectMany(u => u.Children).Where(c => c.Local is "usagetype" or "limitations").Select(WireText.Line).OfType<string>().Where(term => !term.Equals("none", StringComparison.OrdinalIgnoreCase)).Distinct().ToList();
        draft.Item.Credit = credit with
        {
            CopyrightHolder = credit.CopyrightHolder ?? WireText.Line(rights.Child("copyright")?.Child("copyrightholder")),
            UsageTerms = credit.UsageTerms is { } said ? Limited(said, rights) : terms.Count == 0 ? null : string.Join('\n', terms),
        };
    }

    // A line above the text ("Tous droits réservés") says less than the limits of use do, and not instead of them.
    private static string Limited(string said, WireNode rights)
    {
        foreach (var limit in rights.All("usagerights").SelectMany(u => u.All("limitations")).Select(WireText.Line).OfType<string>().Distinct())
            if (!said.Contains(limit, StringComparison.OrdinalIgnoreCase)) said += "\n" + limit;

        return said;
    }

    private static void Description(WireNode description, WireDraft draft, NewsMl1Topics topics, string? language)
    {
        foreach (var genre in description.All("genre")) draft.AddGenre(NewsMl1Management.Formal(genre));
        foreach (var subject in description.All("subjectcode").SelectMany(s => s.Children))
        {
            if (subject.IsText || !subject.Local.StartsWith("subject", StringComparison.Ordinal) || NewsMl1Management.Formal(subject) is not { } code) continue;
            draft.Item.AddSubject(new Subject(Scheme(subject, code), code, topics.Name(code, language)));
        }

        foreach (var occurrence in description.All("topicoccurrence"))
            if (topics.Of(occurrence.Attribute("topic"), language) is { } topic) draft.Item.AddSubject(topic);

        foreach (var property in description.All("property"))
        {
            if (NewsMl1Lines.IsNote(property.Attribute("formalname"))) draft.ReadNote(property.Attribute("value"));
            if ("Priority".Equals(property.Attribute("formalname"), StringComparison.OrdinalIgnoreCase)) draft.Urgency ??= WireDraft.ReadUrgency(property.Attribute("value"));
            if ("Keyword".Equals(property.Attribute("formalname"), StringComparison.OrdinalIgnoreCase) && property.Attribute("value") is { } word) draft.Item.AddKeyword(word);
        }

        Place(description, draft);
    }

    // The IPTC's subject codes have eight digits, and senders leave out that they are the IPTC's.
    private static string? Scheme(WireNode subject, string code)
    {
        var written = subject.Attribute("scheme") ?? subject.Attribute("vocabulary");
        if (written is null) return code.Length == 8 && code.All(char.IsAsciiDigit) ? "subj" : null;
        return written.Contains("IptcSubject", StringComparison.OrdinalIgnoreCase) || written.Contains("iptc-subject", StringComparison.OrdinalIgnoreCase) ? "subj" : written;
    }

    private static readonly string[] Towns = ["City", "Town", "Place", "Ville", "Stad", "Gemeente", "Ciudad", "Ort", "Stadt", "Città", "Cidade"];

    private static void Place(WireNode description, WireDraft draft)
    {
        foreach (var location in description.All("location"))
        {
            if (!IsOrigin(location.Attribute("howpresent")) || Town(location) is not { } city) continue;
            var day = NewsDate.TryRead(WireText.Line(description.Child("datelinedate")) ?? "", out var filed) ? DateOnly.FromDateTime(filed.Date) : (DateOnly?)null;
            draft.PlaceLine = draft.PlaceLine is { } line ? line with { Place = line.Place ?? city, Date = line.Date ?? day } : new PlaceLine(null, city, day);
            return;
        }

        // ANA has the town among its own properties.
        if (Town(description) is { } town) draft.PlaceLine = draft.PlaceLine is { } known ? known with { Place = known.Place ?? town } : new PlaceLine(null, town);
    }

    // Where it was written. Where it happened is another place.
    private static bool IsOrigin(string? present) =>
        present is null || present.Contains("origin", StringComparison.OrdinalIgnoreCase) || present.Contains("dateline", StringComparison.OrdinalIgnoreCase) || present.Contains("source", StringComparison.OrdinalIgnoreCase);

    private static string? Town(WireNode location)
    {
        foreach (var property in location.All("property"))
            if (property.Attribute("formalname") is { } name && Towns.Contains(name, StringComparer.OrdinalIgnoreCase) && (property.Attribute("value") ?? WireText.Line(property)) is { } town) return town;

        return WireText.Line(location.Child("city"));
    }
}
