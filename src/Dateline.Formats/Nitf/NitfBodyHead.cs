using Dateline.Formats.InText;
using Dateline.Formats.Wires;

namespace Dateline.Formats.Nitf;

/// <summary>The <c>body.head</c> of a NITF document: what is printed above the text.</summary>
internal static class NitfBodyHead
{
    public static void Read(WireNode nitf, WireDraft draft)
    {
        if (nitf.Find("body.head") is not { } head) return;
        Headlines(head, draft);
        Bylines(head, draft);
        var distributor = WireText.FirstLine(head.All("distributor"));
        var credit = draft.Item.Credit;
        credit = credit with { Distributor = credit.Distributor ?? distributor };
        if (head.Child("rights") is { } rights)
        {
            var owner = WireText.Line(rights.Find("rights.owner"));
            credit = credit with
            {
                CopyrightHolder = credit.CopyrightHolder ?? owner,
                UsageTerms = credit.UsageTerms ?? (WireText.FirstLine([.. rights.All("rights.type"), .. rights.All("rights.limitations")])),
                CopyrightNotice = credit.CopyrightNotice ?? (WireText.HasElements(rights) ? null : WireText.Line(rights)),
            };
        }

        draft.Item.Credit = credit with { CopyrightNotice = credit.CopyrightNotice ?? WireText.FirstLine(head.All("copyrite")) };
        draft.Item.Summary ??= WireText.Lines(head.Child("abstract"));
        Place(head, draft);
    }

    private static void Headlines(WireNode head, WireDraft draft)
    {
        // Some write "headline" for "hedline", which the standard took from the trade's own spelling.
        var lines = head.Child("hedline") ?? head.Child("headline");
        if (lines is null) return;
        var main = WireText.FirstLine(lines.All("hl1")) ?? (WireText.HasElements(lines) ? null : WireText.Line(lines));
        draft.Item.Headline ??= main ?? WireText.FirstLine(lines.All("hl2"));

        // A second line in words of its own says what the story is about. In capitals it is a slug.
        // AP's originalHeadline is the first once more, as it was written before.
        var second = WireText.FirstLine(lines.All("hl2").Where(line => line.Attribute("id")?.Contains("original", StringComparison.OrdinalIgnoreCase) != true));
        if (second is not null && IsSlug(main, second, draft))
        {
            draft.Slugline ??= main;
            draft.Item.Headline = second;
            return;
        }

        if (second is not null && second != draft.Item.Headline && head.Child("abstract") is null && WireText.IsForReading(second)) draft.Item.Summary ??= second;
    }

    // EFE's first line is its slug in capitals, and the second the headline.
    private static bool IsSlug(string? main, string second, WireDraft draft) =>
        main is not null && main == draft.Item.Headline && !main.Any(char.IsLower) && main.AsSpan().Count(' ') < 5 && second.Any(char.IsLower) && second.AsSpan().Count(' ') > 2
        && draft.Item.Credit.Provider is { } provider && InText.Houses.AreOne(provider, "EFE");

    private static void Bylines(WireNode head, WireDraft draft)
    {
        var printed = new List<string>();
        var known = !string.IsNullOrEmpty(draft.Item.Byline);
        var named = draft.Item.HasAuthors;
        foreach (var byline in head.All("byline"))
        {
            // AAP puts the whole line where the standard has the title below it.
            var title = WireText.FirstLine(byline.All("byttl"));
            var isTitleAlone = Names(byline) is null && title is not null && BylineNames.WithoutBy(title) != title;
            if ((isTitleAlone ? BylineNames.WithoutBy(title!) : Names(byline)) is not { } line) continue;
            if (byline.Attribute("class") == "normalized_byline" && printed.Count > 0) continue;
            var (names, mail) = Apart(line);
            printed.Add(title is null || isTitleAlone ? names : $"{names}, {title}");
            if (known || named) continue;
            var people = byline.All("person").Select(WireText.Line).OfType<string>().ToList();
            foreach (var person in people.Count > 0 ? people : [names]) draft.Item.AddAuthor(new Author(BylineNames.WithoutBy(person), people.Count > 1 ? null : mail));
        }

        if (printed.Count > 0 && !known) draft.Item.Byline = string.Join("; ", printed);
    }

    private static string? Names(WireNode byline)
    {
        if (!WireText.HasElements(byline)) return WireText.Line(byline);
        var shown = new WireNode("byline");
        foreach (var child in byline.Children)
            if (child.Local != "byttl") shown.Add(child);

        return WireText.Line(shown)?.Replace(" ,", ",", StringComparison.Ordinal);
    }

    // An address is for the desk, not for print.
    private static (string Name, string? Mail) Apart(string byline)
    {
        var mail = byline.Split(' ').FirstOrDefault(word => word.Contains('@', StringComparison.Ordinal) && word.Length > 5)?.Trim('(', ')', '<', '>', ',', ';');
        var name = mail is null ? byline : byline.Replace(mail, "", StringComparison.Ordinal).Trim(' ', '(', ')', '<', '>', ',', ';', '/');
        return name.Length == 0 ? (byline, null) : (name, mail);
    }

    private static void Place(WireNode head, WireDraft draft)
    {
        if (head.Child("dateline") is not { } dateline || draft.PlaceLine is { Text: not null }) return;
        var date = dateline.Find("story.date");
        DateOnly? day = Text.NewsDate.TryRead(date?.Attribute("norm") ?? "", out var at) ? DateOnly.FromDateTime(at.UtcDateTime) : null;
        var shown = new WireNode("dateline");
        foreach (var child in dateline.Children)
            if (child != date || !Text.NewsDate.TryRead(WireText.Line(child) ?? "", out _)) shown.Add(child);

        var place = WireText.Line(dateline.Find("city")) ?? WireText.Line(dateline.Child("location"));
        if (place is [.., ')']) place = PlaceLineText.Read(place, null, null, null)?.Place ?? place;
        draft.PlaceLine = PlaceLineText.Read(WireText.Line(shown)?.Replace(" ,", ",", StringComparison.Ordinal), place ?? draft.PlaceLine?.Place, day, draft.VersionCreated ?? draft.Item.Published);
    }
}
