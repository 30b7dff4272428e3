namespace Dateline.Formats.InText;

/// <summary>Finds the dateline with which a text begins. Rather none than a wrong one: see the tests for what is left alone.</summary>
internal sealed class LedeReader(Signatures signatures)
{
    private const int BracketReach = 90;
    private const int DashReach = 80;

    public LedeLine? Read(ReadOnlySpan<char> text)
    {
        if (text.Length < 6) return null;
        return EasternLede.Read(text, signatures) ?? Bracketed(text) ?? Slashed(text) ?? Dashed(text) ?? PersianLede.Read(text, signatures);
    }

    // BRISBANE, Nov 16 (Reuters) - …, (AP) — …, SHAFAQNA (Shia International News Association)- …
    private LedeLine? Bracketed(ReadOnlySpan<char> text)
    {
        var open = text[..Math.Min(text.Length, BracketReach)].IndexOfAny('(', '[', '（');
        if (open < 0) return null;
        var close = text[open..].IndexOfAny(')', ']', '）');
        if (close is < 3 or > Agencies.LongestName + 20) return null;
        var end = open + close + 1;
        var before = text[..open].Trim();
        var inside = text[(open + 1)..(end - 1)].Trim();
        var separator = Separators.Length(text[end..]);
        if (!before.IsEmpty && separator > 0 && signatures.IsAgency(before) && Agencies.SaysNews(inside) && IsFullName(inside)) return Named(text, before, end, separator);
        if (signatures.Read(inside) is { } agencies) return Signed(text, before, agencies, end, separator);
        if (InsideWithPlace(inside) is { } both && before.IsEmpty && separator > 0) return both with { Length = end + separator, Text = text[..end].Trim().ToString() };

        // QUAYTOWN, Nov 16 (Harbour Wire) -: between a place with its day and a dash stands whoever signs, known or not.
        if (separator > 0 && IsSignatory(inside) && LedeParts.TryRead(before, signatures, out var filed) && filed is { Place: not null, Day.Day: > 0, Agencies: null })
            return new LedeLine(end + separator, text[..end].Trim().ToString()) { Place = filed.Place, Day = filed.Day, Agencies = [inside.ToString()] };

        // AGENCY (Full Name)-: the short name is known or the long one says what it is.
        if (separator == 0 || before.IsEmpty || !Agencies.SaysNews(inside) && !signatures.IsAgency(before)) return null;
        if (!signatures.IsAgency(before) && (!Places.IsCapital(before) || before.Contains(' '))) return null;
        return IsFullName(inside) ? Named(text, before, end, separator) : null;
    }

    private static LedeLine Named(ReadOnlySpan<char> text, ReadOnlySpan<char> agency, int end, int separator) =>
        new(end + separator, text[..end].Trim().ToString()) { Agencies = [agency.ToString()] };

    private LedeLine? Signed(ReadOnlySpan<char> text, ReadOnlySpan<char> before, List<string> agencies, int end, int separator)
    {
        if (!LedeParts.TryRead(before, signatures, out var parts)) return null;
        var after = end + separator;
        if (separator == 0)
        {
            // "Berlin (AFP) Die …": a stop or nothing follows; then what follows must begin a sentence.
            after = Separators.Blank(text, end < text.Length && text[end] is '.' ? end + 1 : end);
            if (after == end || after >= text.Length || char.IsLower(text[after]) || char.IsDigit(text[after])) return null;
        }

        var line = new LedeLine(after, text[..end].Trim().ToString()) { Place = parts.Place, Day = parts.Day, Agencies = [.. parts.Agencies ?? [], .. agencies] };
        return before.IsEmpty && separator > 0 ? Following(text, line) : line;
    }

    // (ANSA) - ROMA, 16 NOV - …: the place comes after the agency.
    private LedeLine Following(ReadOnlySpan<char> text, LedeLine line)
    {
        var rest = text[line.Length..];
        var dash = Separators.Next(rest, DashReach, colon: false);
        if (dash < 3 || !LedeParts.TryRead(rest[..dash], signatures, out var parts) || parts.Place is null) return line;
        if (!Places.IsCapital(parts.Place) && parts.Day is null && !Places.IsCity(parts.Place)) return line;
        var end = line.Length + dash;
        return line with { Length = end + Separators.Length(text[end..], colon: false), Text = text[..end].Trim().ToString(), Place = parts.Place, Day = parts.Day, Agencies = [.. line.Agencies, .. parts.Agencies ?? []] };
    }

    // (Berlin/dpa), (London, AP)
    private LedeLine? InsideWithPlace(ReadOnlySpan<char> inside)
    {
        var joint = inside.LastIndexOfAny(",/ ");
        if (joint <= 0 || signatures.Read(inside[(joint + 1)..]) is not { } agencies) return null;
        return LedeParts.TryRead(inside[..joint].TrimEnd("-– "), signatures, out var parts) && parts.Place is { } place
            ? new LedeLine(0, "") { Place = place, Day = parts.Day, Agencies = agencies } : null;
    }

    // MOSCOW, November 16. /TASS/. …
    private LedeLine? Slashed(ReadOnlySpan<char> text)
    {
        var open = text[..Math.Min(text.Length, BracketReach)].IndexOf('/');
        if (open < 0) return null;
        var close = text[(open + 1)..].IndexOf('/');
        if (close is < 2 or > Agencies.LongestName || signatures.Read(text.Slice(open + 1, close)) is not { } agencies) return null;
        var end = open + close + 2;
        if (!LedeParts.TryRead(text[..open], signatures, out var parts)) return null;
        var separator = Separators.Length(text[end..]);
        var after = separator > 0 ? end + separator : Separators.Blank(text, end < text.Length && text[end] == '.' ? end + 1 : end);
        return after > end ? new LedeLine(after, text[..end].ToString()) { Place = parts.Place, Day = parts.Day, Agencies = [.. parts.Agencies ?? [], .. agencies] } : null;
    }

    // بيروت - رويترز: …, Tehran, IRNA – …, WASHINGTON — …, IRNA - TEHRAN - …
    private LedeLine? Dashed(ReadOnlySpan<char> text)
    {
        var dash = Separators.Next(text, DashReach, colon: true);
        if (dash < 2) return null;
        var first = text[..dash].Trim();
        var isColon = text[dash] is ':' or '：';
        var after = dash + Separators.Length(text[dash..]);
        if (!isColon && signatures.Read(first) is { } alone && (first.Length > 3 || Places.IsCapital(first)))
            return Following(text, new LedeLine(after, first.ToString()) { Agencies = alone });
        if (!LedeParts.TryRead(first, signatures, out var parts) || parts.Place is null) return null;
        var line = new LedeLine(after, first.ToString()) { Place = parts.Place, Day = parts.Day, Agencies = parts.Agencies ?? [] };
        if (parts.Agencies is not null) return line;
        if (isColon) return null;

        var next = Separators.Next(text[after..], DashReach, colon: true);
        if (next > 1 && signatures.Read(text.Slice(after, next)) is { } second)
        {
            var end = after + next;
            return line with { Length = end + Separators.Length(text[end..]), Text = text[..end].Trim().ToString(), Agencies = second };
        }

        return parts.Day is { Month: > 0 } || Places.IsCity(first) || IsCapitalWithRegion(first) ? line : null;
    }

    // AKRON, Ohio — …; a capital alone may be anybody's acronym, BREAKING or NATO.
    private static bool IsCapitalWithRegion(ReadOnlySpan<char> place)
    {
        var comma = place.IndexOf(',');
        return comma > 3 && Places.IsCapital(place[..comma]) && place[(comma + 1)..].Trim() is { Length: > 2 } region && region.ContainsAnyInRange('a', 'z');
    }

    /// <summary>A name of few words, none of them small: in scripts that have capitals.</summary>
    private static bool IsSignatory(ReadOnlySpan<char> name)
    {
        const int Longest = 40;
        const int MostSpaces = 3;
        if (name.Length is < 2 or > Longest || name.Count(' ') > MostSpaces) return false;
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsLetter(name[i]) ? char.IsLower(name[i]) && (i == 0 || name[i - 1] == ' ') : !(char.IsDigit(name[i]) && i > 0) && name[i] is not (' ' or '-' or '&' or '.' or '\'' or '’' or '\u200C')) return false;
        }

        return true;
    }

    private static bool IsFullName(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
            if (!char.IsLetter(c) && c is not (' ' or '-' or '&' or '\'' or '’' or '.' or '\u200C')) return false;

        return name.Contains(' ');
    }
}
