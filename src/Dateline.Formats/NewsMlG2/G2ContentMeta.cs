using Dateline.Formats.InText;
using Dateline.Formats.Wires;

namespace Dateline.Formats.NewsMlG2;

/// <summary>What a G2 item is about and who made it: <c>contentMeta</c>.</summary>
internal static class G2ContentMeta
{
    public static void Read(WireNode meta, WireDraft draft, WireCatalog catalog, string kind)
    {
        var language = draft.Item.Language;
        draft.Urgency ??= WireDraft.ReadUrgency(WireText.Line(meta.Child("urgency")));
        draft.Item.Created ??= draft.Date(WireText.Line(meta.Child("contentcreated")));
        draft.Item.Updated = draft.Date(WireText.Line(meta.Child("contentmodified")));
        draft.VersionCreated ??= draft.Item.Updated;
        draft.Slugline = WireText.FirstLine(meta.All("slugline"));
        Headline(meta, draft);
        Descriptions(meta, draft, kind);
        foreach (var genre in meta.All("genre")) draft.AddGenre(Name(genre, language) ?? WireCode.Of(genre, catalog)?.Written);
        foreach (var subject in meta.All("subject")) Subject(subject, draft, catalog);
        foreach (var keyword in meta.All("keyword"))
            if (WireText.Line(keyword) is { } word) draft.Item.AddKeyword(word);

        People(meta, draft, catalog);
        var located = meta.All("located").Select(l => Name(l, language) ?? l.Attribute("literal")).FirstOrDefault(n => n is not null);
        draft.PlaceLine = PlaceLineText.Read(WireText.FirstLine(meta.All("dateline")), located, null, draft.Item.Created ?? draft.VersionCreated);
    }

    private static void Headline(WireNode meta, WireDraft draft)
    {
        var all = meta.All("headline").Where(h => WireText.Line(h) is not null).ToList();
        var main = all.Where(h => Role(h) is "" or "main" or "headline").ToList();
        if (main.Count == 0) main = all.Where(h => Role(h).Contains("title", StringComparison.Ordinal) && !IsSecond(h)).ToList();
        if (main.Count == 0) main = all.Where(h => !IsSecond(h) && !IsAbove(h)).ToList();
        // NewsML-G2, rank: 1 before 2, wherever they stand.
        var chosen = WireText.InLanguage((main.Count > 0 ? main : all).OrderBy(Rank).ToList(), draft.Item.Language);
        draft.Item.Headline = WireText.Line(chosen);
        if (all.Find(h => IsSecond(h) && h != chosen) is { } second && WireText.Line(second) != draft.Item.Headline) draft.Item.Summary = WithoutLabel(WireText.Line(second));
    }

    // APA's second headline says that it is one: "Utl.: …", an Untertitel.
    private static string? WithoutLabel(string? second) => second is not null && second.StartsWith("Utl.: ", StringComparison.Ordinal) && second.Length > 8 ? second[6..].TrimStart() : second;

    private static bool IsSecond(WireNode headline) => Role(headline) is { Length: > 0 } role && (role.Contains("sub", StringComparison.Ordinal) || role.Contains("deck", StringComparison.Ordinal));

    // What stands above a headline and names its subject.
    private static bool IsAbove(WireNode headline) =>
        Role(headline) is { Length: > 0 } role && (role.Contains("kicker", StringComparison.Ordinal) || role.Contains("overline", StringComparison.Ordinal) || role.Contains("slug", StringComparison.Ordinal) || role is "topline" or "dachzeile" or "surtitre" or "occhiello" or "antetitulo" or "vignett" or "stikktittel");

    private static int Rank(WireNode node) => int.TryParse(node.Attribute("rank"), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var rank) ? rank : int.MaxValue;

    private static string Role(WireNode node) => WireCode.Last(node.Attribute("role") ?? node.Attribute("roleuri"));

    // "caption" is the text of a picture. On a story, one agency writes slug and headline there again.
    private static void Descriptions(WireNode meta, WireDraft draft, string kind)
    {
        var all = meta.All("description").ToList();
        var summary = all.Where(d => Role(d) is var role && (role.Length == 0 || role.Contains("summary", StringComparison.Ordinal) || role.Contains("abstract", StringComparison.Ordinal)
            || role.Contains("teaser", StringComparison.Ordinal) || role is "short" or "lead" or "intro"));
        var chosen = WireText.InLanguage(summary, draft.Item.Language);
        if (chosen is null && G2Content.IsMedia(kind)) chosen = WireText.InLanguage(all.Where(d => Role(d) == "caption"), draft.Item.Language);
        draft.Item.Summary = WireText.Lines(chosen) ?? draft.Item.Summary;
    }

    private static void Subject(WireNode subject, WireDraft draft, WireCatalog catalog)
    {
        var code = WireCode.Of(subject, catalog);
        var name = Name(subject, draft.Item.Language);
        if (code is { Scheme: null } literal) draft.Item.AddSubject(new Subject(null, name is null ? null : literal.Code, name ?? literal.Code));
        else if ((code?.Code ?? name) is not null) draft.Item.AddSubject(new Subject(code?.Scheme, code?.Code, name));
    }

    private static string? Name(WireNode node, string? language)
    {
        var names = node.All("name").ToList();
        var plain = names.Where(n => Role(n) is not ("mnemonic" or "short" or "sort")).ToList();
        return WireText.Line(WireText.InLanguage(plain.Count > 0 ? plain : names, language));
    }

    private static void People(WireNode meta, WireDraft draft, WireCatalog catalog)
    {
        var bylines = meta.All("by").Select(WireText.Line).OfType<string>().Distinct().ToList();
        draft.Item.Byline = bylines.Count == 0 ? null : string.Join("; ", bylines);
        var credit = draft.Item.Credit;
        var signed = new List<string>();
        var isLinked = draft.Item.HasAuthors;
        foreach (var person in meta.Children.Where(c => c.Local is "creator" or "contributor"))
        {
            if (G2Credit.Name(person, catalog) is not { } name) continue;
            if (person.Local == "contributor" && HandOf(person) is { } hand)
            {
                draft.Item.AddContributor(name, Hands.RoleOf(hand));
                continue;
            }

            if (IsNoAuthor(person)) continue;
            if (IsHidden(person, name, bylines.Count > 0) || (isLinked && !name.Contains(' ', StringComparison.Ordinal))) continue;
            if (name == credit.Source || name == credit.Provider || name == credit.CopyrightHolder || name == credit.CreditLine) continue;
            name = BylineNames.WithoutBy(name);
            draft.Item.AddAuthor(new Author(name, WireText.Line(person.Child("persondetails")?.Find("email"))));
            if (person.Local == "creator" && (BylineNames.IsFullName(name) || IsInCapitals(name))) signed.Add(name);
        }

        if (bylines.Count == 0 && isLinked) draft.Item.Byline = null;
        else if (bylines.Count == 0) draft.Item.Byline = signed.Count == 0 ? "" : string.Join(", ", signed.Distinct());
        else if (!meta.Children.Any(c => c.Local is "creator" or "contributor" && G2Credit.Name(c, catalog) is { } name && !IsHidden(c, name, isSigned: true))) draft.Item.AddAuthor(new Author(BylineNames.WithoutBy(bylines[0])));
    }

    // INGRID FJELD: picture agencies write names so. Shorter words may be codes.
    private static bool IsInCapitals(string name)
    {
        const int Shortest = 3;
        if (!name.Contains(' ', StringComparison.Ordinal) || name.Any(c => !char.IsUpper(c) && c is not (' ' or '-' or '\'' or '’'))) return false;
        return name.Split(' ') is { Length: 2 or 3 } words && words.All(word => word.Length >= Shortest && !Agencies.IsKnown(word)) && !Agencies.IsKnown(name);
    }

    // AFP's mq-jh/ab, and Superdesk's literal="MQU" beside a byline: the letters of a desk name nobody.
    private static bool IsHidden(WireNode person, string name, bool isSigned) =>
        (name.Contains('/', StringComparison.Ordinal) && BylineNames.AreSigns(name)) || (isSigned && person.Child("name") is null && name.Length is >= 2 and <= 4 && name.All(char.IsAsciiLetterUpper));

    // What a contributor did who is no author: as our writer says it in words, or a code of others.
    private static string? HandOf(WireNode person) =>
        WireText.Line(person.Child("definition")) ?? (Role(person) is var role && (role.Contains("edit", StringComparison.Ordinal) || role.Contains("transl", StringComparison.Ordinal)) ? role : null);

    // Who described a picture or supplied the text did not write it.
    private static bool IsNoAuthor(WireNode person) =>
        Role(person) is var role && (role.Contains("supplier", StringComparison.Ordinal) || role.Contains("descr", StringComparison.Ordinal) || role.Contains("caption", StringComparison.Ordinal)
            || role.Contains("distributor", StringComparison.Ordinal) || role is "source" or "publisher" or "provider" || role.Contains("editor", StringComparison.Ordinal));
}
