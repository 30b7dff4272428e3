using Dateline.Formats.InText;
using Dateline.Formats.Wires;

namespace Dateline.Formats.NewsMl1;

/// <summary><c>NewsLines</c>: what is printed above and below the text.</summary>
internal static class NewsMl1Lines
{
    public static void Read(WireNode lines, WireDraft draft)
    {
        var language = draft.Item.Language;
        string? Line(string name) => WireText.Line(WireText.InLanguage(lines.All(name), language));
        draft.Slugline ??= Line("slugline");
        draft.Item.Headline ??= Line("headline");
        if (draft.Item.Headline is { } working && Line("subheadline") is { } told && IsWorkingTitle(working, told, lines, draft) is { } mark)
        {
            draft.Slugline ??= working[..^mark.Length].TrimEnd();
            draft.Item.Headline = told + mark;
        }

        if (Line("subheadline") is { } second && draft.Item.Headline?.StartsWith(second, StringComparison.Ordinal) != true && WireText.IsForReading(second)) draft.Item.Summary ??= second;
        foreach (var other in lines.All("newsline"))
            if (IsNote(NewsMl1Management.Formal(other.Child("newslinetype")))) draft.ReadNote(WireText.FirstLine(other.All("newslinetext")));

        foreach (var keyword in lines.All("keywordline"))
            foreach (var word in (WireText.Line(keyword) ?? "").Split([",", "; "], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) draft.Item.AddKeyword(word);

        var bylines = lines.All("byline").Select(WireText.Line).OfType<string>().Distinct().ToList();
        if (bylines.Count > 0 && string.IsNullOrEmpty(draft.Item.Byline))
        {
            draft.Item.Byline = Line("bylinetitle") is { } title && bylines.Count == 1 ? $"{bylines[0]}, {title}" : string.Join("; ", bylines);
            foreach (var byline in bylines) draft.Item.AddAuthor(new Author(BylineNames.WithoutBy(byline)));
        }

        var credit = draft.Item.Credit;
        draft.Item.Credit = credit with
        {
            CreditLine = credit.CreditLine ?? Line("creditline"),
            CopyrightNotice = credit.CopyrightNotice ?? Line("copyrightline"),
            UsageTerms = credit.UsageTerms ?? Line("rightsline"),
        };
        if (draft.PlaceLine is { Text: not null } || Line("dateline") is not { } dateline) return;
        draft.PlaceLine = PlaceLineText.Read(dateline, draft.PlaceLine?.Place, draft.PlaceLine?.Date, draft.Item.Created ?? draft.VersionCreated);
    }

    // EFE's headline is its slug in capitals, and its second one the headline: "ESPAÑA TRANSPORTE (Ampliación)". What stands behind it, the mark of the version; null where it is a headline.
    private static string? IsWorkingTitle(string headline, string second, WireNode lines, WireDraft draft)
    {
        const int MostWords = 5;
        const int LeastWords = 4;
        var found = LeadMark.Read(headline, out var bare);
        var slug = found.Count > 0 && headline.StartsWith(bare, StringComparison.Ordinal) ? bare : headline;
        if (slug.Any(char.IsLower) || slug.AsSpan().Count(' ') >= MostWords || !second.Any(char.IsLower) || second.AsSpan().Count(' ') + 1 < LeastWords) return null;
        var isSlug = slug.Equals(draft.Slugline, StringComparison.OrdinalIgnoreCase) || lines.All("keywordline").Any(line => slug.Equals(WireText.Line(line), StringComparison.OrdinalIgnoreCase));
        return isSlug ? headline[slug.Length..] : null;
    }

    /// <summary>Whether a line or comment is called one to editors: EditorsNote, EditorialInfo, Editorial Note, EmbargoNote, AFP's AdvisoryLine.</summary>
    public static bool IsNote(string? kind) =>
        kind is not null && (kind.Contains("editor", StringComparison.OrdinalIgnoreCase) || kind.Contains("note", StringComparison.OrdinalIgnoreCase) || kind.Contains("embargo", StringComparison.OrdinalIgnoreCase) || kind.Contains("advisory", StringComparison.OrdinalIgnoreCase));
}
