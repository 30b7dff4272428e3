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
    private static readonly string[] HijriMonths = ["Muharram", "Safar", "Rabi", "Jumad", "Rajab", "Sha'ban", "Shaban", "Sha’ban", "Ramadan", "Ramadhan", "Shawwal", "Dhu", "Thul", "Zul"];

    public string? Place;
    public DayWords? Day;
    public List<string>? Agencies;

    /// <summary>The day stands before its place, which only whoever signs makes a dateline.</summary>
    public bool IsDayFirst;

    /// <summary>Takes <c>BRISBANE, Queensland, Nov 16</c>, <c>London, 16 November, IRNA</c>; false if a part is none of the three.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, Signatures signatures, out LedeParts parts)
    {
        parts = default;
        text = text.Trim().TrimEnd(",،:-–—").Trim();
        if (text.IsEmpty) return true;
        DayWords? behind = null;
        List<string>? signed = null;

        // "16.11.2026 Warszawa"
        if (char.IsAsciiDigit(text[0]) && text.IndexOf(' ') is > 4 and var blank && DayWords.TryRead(text[..blank], out var ahead))
        {
            behind = ahead;
            text = text[(blank + 1)..].Trim();
        }

        // "ASTANA. KAZINFORM"
        if (text.IndexOf(". ") is > 2 and var point && Places.IsLike(text[..point]) && signatures.Read(text[(point + 2)..]) is { } signing)
        {
            (parts.Place, parts.Agencies) = (text[..point].ToString(), signing);
            return true;
        }

        if (Stopped(text, out var before, out var stopped, out var signer) && (signer.IsEmpty || signatures.Read(signer) is not null))
        {
            text = before;
            behind = stopped;
            signed = signer.IsEmpty ? null : signatures.Read(signer);
        }
        else if (Spaced(text, out var bare, out var spaced))
        {
            text = bare;
            behind = spaced;
        }

        var (placeStart, placeEnd, count) = (-1, -1, 0);
        foreach (var range in text.SplitAny(',', '،', '、'))
        {
            var part = text[range].Trim();
            if (part.IsEmpty) return false;
            if (parts.Day is null && placeStart >= 0 && IsHijri(part)) continue;
            // "2026. november 16., hétfő"
            if (parts.Day is { Day: > 0 } && DayWords.TryRead(part, out var weekday) && weekday == default) continue;
            if (++count > 5) return false;
            if (parts.Day is null or { Day: 0 } && DayWords.TryRead(part, out var day)) parts.Day = day;
            // "16 ноября, Минск"
            else if (count == 2 && placeStart < 0 && parts.Day is { Day: > 0, Month: > 0 } && Places.IsLike(part) && signatures.Read(part) is null)
            {
                (placeStart, placeEnd) = (range.Start.GetOffset(text.Length), range.End.GetOffset(text.Length));
                parts.IsDayFirst = true;
            }
            else if (parts.Day is { Year: 0 } known && DayWords.TryYear(part, out var year)) parts.Day = known with { Year = year };
            else if (parts.Agencies is null && placeStart >= 0 && signatures.Read(part) is { } agencies) parts.Agencies = agencies;
            else if (parts.Day is null && placeStart >= 0 && IsDayNumber(part)) parts.Day = default(DayWords);
            else if (parts.Agencies is null && placeStart >= 0 && IsAcronym(part) && (parts.Day is { Day: > 0 } || (part.Length > 3 && Places.IsCityInAnyCase(text[placeStart..placeEnd].Trim())))) parts.Agencies = [part.ToString()];
            else if (parts.Day is null && parts.Agencies is null && Places.IsLike(part))
            {
                if (placeStart < 0) placeStart = range.Start.GetOffset(text.Length);
                placeEnd = range.End.GetOffset(text.Length);
            }
            // "رام الله 16-11-2026 وفا": neither between the day and who signs.
            else if (parts.Day is null && parts.Agencies is null && placeStart < 0 && SplitBoth(part, signatures, ref parts, out var where))
            {
                placeStart = range.Start.GetOffset(text.Length) + text[range].IndexOf(where);
                placeEnd = placeStart + where.Length;
            }
            // "LONDON 16 November", "Madrid 16 nov": no comma between.
            else if (parts.Day is null && SplitDay(part, out var place, out day) && (placeStart >= 0 || Places.IsLike(place)))
            {
                parts.Day = day;
                if (placeStart < 0) placeStart = range.Start.GetOffset(text.Length) + text[range].IndexOf(place);
                if (!place.IsEmpty) placeEnd = text[placeStart..].IndexOf(place) is >= 0 and var at ? placeStart + at + place.Length : placeEnd;
            }
            else if (placeStart >= 0 && SplitAgency(part, signatures, ref parts)) continue;
            else return false;
        }

        parts.Day ??= behind;
        parts.Agencies ??= signed;
        if (placeStart >= 0) parts.Place = WithoutIn(text[placeStart..placeEnd].Trim()).ToString();
        return true;
    }

    // "MADRID, 16 (EUROPA PRESS)": the day of a month that goes without saying.
    private static bool IsDayNumber(ReadOnlySpan<char> part) => part.Length is 1 or 2 && int.TryParse(part, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31;

    // "الدوحة في 16 نوفمبر": in Doha on the 16th.
    private static ReadOnlySpan<char> WithoutIn(ReadOnlySpan<char> place) => place.EndsWith(" في", StringComparison.Ordinal) ? place[..^3] : place;

    // "الكويت - 16 - 11"
    private static bool Spaced(ReadOnlySpan<char> text, out ReadOnlySpan<char> place, out DayWords day)
    {
        place = default;
        day = default;
        var second = text.LastIndexOf(" - ");
        var first = second < 3 ? -1 : text[..second].LastIndexOf(" - ");
        if (first < 2 || !IsDayNumber(text[(first + 3)..second].Trim()) || !IsDayNumber(text[(second + 3)..].Trim())) return false;
        place = text[..first];
        return DayWords.TryRead($"{text[(first + 3)..second].Trim()}/{text[(second + 3)..].Trim()}", out day);
    }

    // "MOSCOW. Nov 16", "Москва. 16 ноября. INTERFAX.RU"
    private static bool Stopped(ReadOnlySpan<char> text, out ReadOnlySpan<char> place, out DayWords day, out ReadOnlySpan<char> signer)
    {
        place = default;
        signer = default;
        day = default;
        for (var at = text.IndexOf(". "); at >= 0; at = text[(at + 1)..].IndexOf(". ") is >= 0 and var next ? at + 1 + next : -1)
        {
            // "St. Petersburg", "Budapest, 2026. november 16."
            if (at < 3 || char.IsAsciiDigit(text[at - 1])) continue;
            var rest = text[(at + 2)..];
            var end = rest.LastIndexOf(". ");
            if (DayWords.TryRead(rest, out day)) end = rest.Length;
            else if (end < 4 || !DayWords.TryRead(rest[..end], out day)) continue;
            if (day.Day == 0) continue;
            place = text[..at];
            signer = end < rest.Length ? rest[(end + 2)..].Trim() : default;
            return true;
        }

        return false;
    }

    // "Rabi'II 12, 1448": the day in the calendar of the Hijra, which stands before the other.
    private static bool IsHijri(ReadOnlySpan<char> part)
    {
        if (part.Length == 4 && part.StartsWith("14") && !part.ContainsAnyExceptInRange('0', '9')) return true;
        foreach (var month in HijriMonths)
            if (part.StartsWith(month, StringComparison.OrdinalIgnoreCase) && char.IsAsciiDigit(part[^1])) return true;

        return false;
    }

    // Who signs without the day, and where there is a day.
    private static bool IsAcronym(ReadOnlySpan<char> part) => part.Length is >= 3 and <= 8 && !part.ContainsAnyExceptInRange('A', 'Z');

    // "Nov 16 AAP"
    private static bool SplitAgency(ReadOnlySpan<char> part, Signatures signatures, ref LedeParts parts)
    {
        var space = part.LastIndexOf(' ');
        if (space < 3 || parts.Day is not null || parts.Agencies is not null) return false;
        if (!DayWords.TryRead(part[..space].Trim(), out var day)) return false;
        var name = part[(space + 1)..];
        if (signatures.Read(name) is { } agencies) parts.Agencies = agencies;
        else if (IsAcronym(name)) parts.Agencies = [name.ToString()];
        else return false;
        parts.Day = day;
        return true;
    }

    private static bool SplitBoth(ReadOnlySpan<char> part, Signatures signatures, ref LedeParts parts, out ReadOnlySpan<char> place)
    {
        const int MostWords = 3;
        place = default;
        if (!part.ContainsAnyInRange('0', '9') || !char.IsLetter(part[^1])) return false;
        var cut = part.Length;
        for (var words = 0; words < MostWords; words++)
        {
            cut = part[..cut].LastIndexOf(' ');
            if (cut < 6) return false;
            if (signatures.Read(part[(cut + 1)..]) is not { } agencies || !SplitDay(part[..cut].Trim(), out place, out var day) || day.Day == 0 || !Places.IsLike(place)) continue;
            (parts.Day, parts.Agencies) = (day, agencies);
            return true;
        }

        return false;
    }

    // "1 جمادى الآخرة 1448 هـ الموافق 16 نوفمبر 2026 م": the same day in both calendars.
    private const string Corresponding = "الموافق";

    private static bool SplitDay(ReadOnlySpan<char> part, out ReadOnlySpan<char> place, out DayWords day)
    {
        if (part.IndexOf(Corresponding) is > 0 and var also && DayWords.TryRead(part[(also + Corresponding.Length)..].Trim(), out day) && part.IndexOfAnyInRange('0', '9') is >= 0 and var number)
        {
            place = part[..number].Trim();
            return true;
        }

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
}
