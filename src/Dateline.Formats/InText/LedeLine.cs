namespace Dateline.Formats.InText;

/// <summary>The dateline at the beginning of a text: what of it is place, day and agency, and how far it reaches.</summary>
internal sealed record LedeLine(int Length, string Text)
{
    public string? Place { get; init; }

    public DayWords? Day { get; init; }

    public IReadOnlyList<string> Agencies { get; init; } = [];

    /// <summary>The reporter, in the languages whose datelines name one.</summary>
    public string? Byline { get; init; }
}

/// <summary>The parts before the separator, sorted by what they are.</summary>
internal struct LedeParts
{
    public string? Place;
    public DayWords? Day;
    public List<string>? Agencies;

    /// <summary>Takes <c>BRISBANE, Queensland, Nov 16</c>, <c>London, 16 November, IRNA</c>; false if a part is none of the three.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, Signatures signatures, out LedeParts parts)
    {
        parts = default;
        text = text.Trim().TrimEnd(",،:").Trim();
        if (text.IsEmpty) return true;
        var (placeStart, placeEnd, count) = (-1, -1, 0);
        foreach (var range in text.SplitAny(',', '،', '、'))
        {
            var part = text[range].Trim();
            if (part.IsEmpty || ++count > 5) return false;
            if (parts.Day is null && DayWords.TryRead(part, out var day)) parts.Day = day;
            else if (parts.Day is { Year: 0 } known && IsYear(part)) parts.Day = known with { Year = int.Parse(part, System.Globalization.CultureInfo.InvariantCulture) };
            else if (parts.Agencies is null && placeStart >= 0 && signatures.Read(part) is { } agencies) parts.Agencies = agencies;
            else if (parts.Day is null && parts.Agencies is null && Places.IsLike(part))
            {
                if (placeStart < 0) placeStart = range.Start.GetOffset(text.Length);
                placeEnd = range.End.GetOffset(text.Length);
            }
            // "LONDON 16 November", "Madrid 16 nov": no comma between.
            else if (parts.Day is null && SplitDay(part, out var place, out day) && (placeStart >= 0 || Places.IsLike(place)))
            {
                parts.Day = day;
                if (placeStart < 0) placeStart = range.Start.GetOffset(text.Length) + text[range].IndexOf(place);
                placeEnd = text[placeStart..].IndexOf(place) is >= 0 and var at ? placeStart + at + place.Length : placeEnd;
            }
            else return false;
        }

        if (placeStart >= 0) parts.Place = text[placeStart..placeEnd].Trim().ToString();
        return true;
    }

    private static bool SplitDay(ReadOnlySpan<char> part, out ReadOnlySpan<char> place, out DayWords day)
    {
        for (var i = 1; i < part.Length; i++)
            if (part[i] == ' ' && DayWords.TryRead(part[i..].Trim(), out day))
            {
                place = part[..i].Trim();
                return true;
            }

        place = default;
        day = default;
        return false;
    }

    private static bool IsYear(ReadOnlySpan<char> text) => text.Length == 4 && text[0] is '1' or '2' && !text.ContainsAnyExceptInRange('0', '9');
}
