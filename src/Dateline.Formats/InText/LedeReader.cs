namespace Dateline.Formats.InText;

/// <summary>Finds the dateline with which a text begins. Rather none than a wrong one: see the tests for what is left alone.</summary>
internal sealed class LedeReader(Signatures signatures)
{
    private const int BracketReach = 90;
    private const int DashReach = 80;
    private const int LongestReporter = 44;
    private const int LongestLine = 50;
    private const int LongestAlone = 80;

    public LedeLine? Read(ReadOnlySpan<char> text)
    {
        if (text.Length < 6) return null;
        return EasternLede.Read(text, signatures) ?? Bracketed(text) ?? SlashLede.Read(text, signatures) ?? Headed(text) ?? Dashed(text) ?? Joined(text) ?? Barred(text) ?? Stopped(text) ?? PersianLede.Read(text, signatures) ?? Alone(text);
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
        if (before.StartsWith("By ", StringComparison.OrdinalIgnoreCase) && Authored(text, before[3..].Trim(), inside, end, separator) is { } authored) return authored;
        if (!before.IsEmpty && signatures.IsAgency(before) && Agencies.SaysNews(inside) && IsFullName(inside) && Following(text, end, separator) > 0) return Named(text, before, end, Following(text, end, separator) - end);
        if (separator > 0 && before.Contains(' ') && Agencies.SaysNews(before) && Places.IsCapital(inside) && !inside.Contains(' ') && IsFullName(before)) return Named(text, before, end, separator);
        if ((signatures.Read(inside) ?? (separator > 0 ? signatures.ReadCodes(inside) : null)) is { } agencies) return Signed(text, before, agencies, end, separator);
        if (before.IsEmpty && InsideWithPlace(inside, separator > 0) is { } both && Following(text, end, separator) is > 0 and var after) return both with { Length = after, Text = text[..end].Trim().ToString() };
        if (separator > 0 && !before.IsEmpty && BylineText.ReadEmployed(inside) is { } employed && Signed(text, before, [employed.Agency], end, separator) is { } reported) return reported with { Byline = employed.Name };
        if (IsSignatory(inside) && Unknown(text, before, inside, end, separator) is { } signed) return signed;
        if (SecondBracket(text, before, inside, end) is { } second) return second;

        // AGENCY (Full Name)-: the short name is known or the long one says what it is.
        if (separator == 0 || before.IsEmpty || !Agencies.SaysNews(inside) && !signatures.IsAgency(before)) return null;
        if (!signatures.IsAgency(before) && (!Places.IsCapital(before) || before.Contains(' '))) return null;
        if (!IsFullName(inside)) return null;
        return Places.IsCityInAnyCase(before) ? new LedeLine(end + separator, text[..end].Trim().ToString()) { Place = before.ToString(), Agencies = [inside.ToString()] } : Named(text, before, end, separator);
    }

    // By MARA QUILL Associated Press QUAYTOWN (AP) —: the byline above it ran into the dateline.
    private LedeLine? Authored(ReadOnlySpan<char> text, ReadOnlySpan<char> before, ReadOnlySpan<char> inside, int end, int separator)
    {
        const int MostWords = 10;
        if (separator == 0 || signatures.Read(inside) is not { } agencies) return null;
        var words = before.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > MostWords) return null;
        for (var name = 2; name < words.Length - 1; name++)
            for (var employer = 1; employer <= 3 && name + employer < words.Length; employer++)
            {
                if (!BylineText.IsName(string.Join(' ', words[..name])) || signatures.Read(string.Join(' ', words[name..(name + employer)])) is null) continue;
                var place = string.Join(' ', words[(name + employer)..]);
                if (!LedeParts.TryRead(place, signatures, out var parts) || parts.Place is null) continue;
                return new LedeLine(end + separator, $"{place} ({inside})") { Place = parts.Place, Day = parts.Day, Agencies = agencies, Byline = string.Join(' ', words[..name]) };
            }

        return null;
    }

    private static LedeLine Named(ReadOnlySpan<char> text, ReadOnlySpan<char> agency, int end, int separator) =>
        new(end + separator, text[..end].Trim().ToString()) { Agencies = [agency.ToString()] };

    private LedeLine? Signed(ReadOnlySpan<char> text, ReadOnlySpan<char> before, List<string> agencies, int end, int separator)
    {
        if (!LedeParts.TryRead(before, signatures, out var parts)) return null;
        var after = end + separator;
        if (separator == 0)
        {
            after = end == text.Length && !before.IsEmpty ? end : Following(text, end, 0);
            if (after == 0) return null;
        }

        // The Croats' listopad is October, the Poles' and the Czechs' November.
        if (parts.Day is { Month: 11 } october && before.Contains("listopada", StringComparison.OrdinalIgnoreCase) && agencies[0].Equals("Hina", StringComparison.OrdinalIgnoreCase)) parts.Day = october with { Month = 10 };
        var line = new LedeLine(after, text[..end].Trim().ToString()) { Place = parts.Place, Day = parts.Day, Agencies = [.. parts.Agencies ?? [], .. agencies] };
        return before.IsEmpty && separator > 0 ? Following(text, line) : Reported(text, line);
    }

    // ANKARA (AA) - MARA QUILL - …: who reports stands between two dashes.
    private static LedeLine Reported(ReadOnlySpan<char> text, LedeLine line)
    {
        var rest = text[line.Length..];
        var dash = Separators.Next(rest, LongestReporter, colon: false);
        if (dash < 5) return line;
        var name = rest[..dash].Trim();
        if (!Places.IsCapital(name) || !BylineText.IsName(name)) return line;
        var end = line.Length + dash;
        return line with { Length = end + Separators.Length(text[end..], colon: false), Byline = name.ToString() };
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

    // "Berlin (AFP) Die …": a stop or nothing stands there instead of a dash; then what follows must begin a sentence.
    private static int Following(ReadOnlySpan<char> text, int end, int separator)
    {
        if (separator > 0) return end + separator;
        var after = Separators.Blank(text, end < text.Length && text[end] is '.' ? end + 1 : end);
        return after == end || after >= text.Length || char.IsLower(text[after]) || char.IsDigit(text[after]) ? 0 : after;
    }

    // (Berlin/dpa), (London, AP); with a dash after it, (Quaytown/Tarn) says the same of whom nobody knows.
    private LedeLine? InsideWithPlace(ReadOnlySpan<char> inside, bool isSetOff)
    {
        var joint = inside.LastIndexOfAny(",/ ");
        if (joint <= 0) return null;
        var agencies = signatures.Read(inside[(joint + 1)..]);
        if (agencies is null && isSetOff && inside[joint] == '/' && inside[..joint] is { Length: > 2 } first && SlashLede.MayBeName(first) && SlashLede.MayBeName(inside[(joint + 1)..])) agencies = [inside[(joint + 1)..].ToString()];
        if (agencies is null) return null;
        return LedeParts.TryRead(inside[..joint].TrimEnd("-– "), signatures, out var parts) && parts.Place is { } place
            ? new LedeLine(0, "") { Place = place, Day = parts.Day, Agencies = agencies } : null;
    }

    // QUAYTOWN, Nov 16 (Harbour Wire) -: between a place with its day and a dash stands whoever signs, known or not; without a day
    // the place must be one for certain, and the name short.
    private LedeLine? Unknown(ReadOnlySpan<char> text, ReadOnlySpan<char> before, ReadOnlySpan<char> inside, int end, int separator)
    {
        if (!LedeParts.TryRead(before, signatures, out var filed) || filed is not { Place: { } place, Agencies: null }) return null;
        var after = separator > 0 ? end + separator : text[end..] is ['.', ' ', ..] ? Following(text, end, 0) : 0;
        if (after == 0) return null;
        var isDated = filed.Day is { Day: > 0 };
        if (!isDated && (separator == 0 || !IsAcronym(inside) || !(Places.IsCityInAnyCase(place) || IsCapitalWithRegion(place) || (place.Length == before.Length && Townlike.Is(place, inside, text[after..]))))) return null;
        return new LedeLine(after, text[..end].Trim().ToString()) { Place = place, Day = filed.Day, Agencies = [inside.ToString()] };
    }

    // Quaytown (Norland), 16 nov (AFP) -: the first bracket belongs to the place.
    private LedeLine? SecondBracket(ReadOnlySpan<char> text, ReadOnlySpan<char> before, ReadOnlySpan<char> inside, int end)
    {
        if (before.IsEmpty || !Places.IsLike(inside) || end >= text.Length) return null;
        var reach = text[end..Math.Min(text.Length, end + BracketReach)];
        var open = reach.IndexOf('(');
        if (open < 0 || reach[..open].ContainsAny('.', ';') && !reach[..open].Contains("nov.", StringComparison.OrdinalIgnoreCase)) return null;
        var line = $"{before}, {inside}{(reach.TrimStart() is [',', ..] ? "" : " ")}{text[end..]}";
        if (Bracketed(line) is not { Place: not null } read) return null;
        var cut = line.Length - text.Length;
        return read.Length + cut < end ? null : read with { Length = read.Length - cut, Text = text[..(read.Length - cut)].TrimEnd(" -–—").ToString() };
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
            return Quoting(text, Following(text, new LedeLine(after, first.ToString()) { Agencies = alone }));
        if (!isColon && (WithPlace(first, after) ?? WithEdition(text, first, after)) is { } edition) return Quoting(text, edition);
        if (!LedeParts.TryRead(first, signatures, out var parts) || parts.Place is null) return null;
        var line = new LedeLine(after, first.ToString()) { Place = parts.Place, Day = parts.Day, Agencies = parts.Agencies ?? [] };
        if (parts.Agencies is not null) return line;
        var begins = after < text.Length && !char.IsLower(text[after]);
        if (isColon) return begins && Places.IsCity(first) && Places.IsCapital(first) ? line : null;

        if (parts.Day is { Day: > 0 } && SignedWithStop(text, line) is { } stopped) return stopped;
        var next = Separators.Next(text[after..], DashReach, colon: true);
        if (next > 1 && signatures.Read(text.Slice(after, next)) is { } second)
        {
            var end = after + next;
            return line with { Length = end + Separators.Length(text[end..]), Text = text[..end].Trim().ToString(), Agencies = second };
        }

        // القاهرة - أ ش أ, and nothing more.
        if (text.Length < LongestLine && signatures.Read(text[after..]) is { } whole) return line with { Length = text.Length, Text = text.Trim().ToString(), Agencies = whole };
        var isCity = Places.IsCity(first) || (begins && Places.IsCityInAnyCase(first) && char.IsUpper(first[0]) && char.IsWhiteSpace(text[dash - 1]));
        return parts.Day is { Month: > 0 } || isCity || IsCapitalWithRegion(first) ? line : null;
    }

    // МОСКВА, 16 ноя - РИА Новости. …, МОСКВА, 16 ноя — РИА Новости, Иван Петров. …
    private LedeLine? SignedWithStop(ReadOnlySpan<char> text, LedeLine line)
    {
        const int StopReach = 60;
        var rest = text[line.Length..];
        var stop = rest[..Math.Min(rest.Length, StopReach)].IndexOf(". ");
        if (stop < 2 || char.IsLower(rest[stop + 2])) return null;
        var signed = rest[..stop];
        var comma = signed.IndexOf(',');
        var agencies = signatures.Read(signed);
        var name = agencies is null && comma > 1 ? signed[(comma + 1)..].Trim() : default;
        if (agencies is null && (name.IsEmpty || !BylineText.IsName(name) || (agencies = signatures.Read(signed[..comma])) is null)) return null;
        var end = line.Length + stop;
        return line with { Length = Separators.Blank(text, end + 1), Text = text[..end].ToString(), Agencies = agencies, Byline = name.IsEmpty ? null : name.ToString() };
    }

    // SHAFAQNA – IRNA: …, whom the one who carries it quotes wrote it.
    private LedeLine Quoting(ReadOnlySpan<char> text, LedeLine line)
    {
        var rest = text[line.Length..];
        var next = Separators.Next(rest, DashReach, colon: true);
        if (next < 2 || signatures.Read(rest[..next]) is not { } quoted) return line;
        var end = line.Length + next;
        return line with { Length = end + Separators.Length(text[end..]), Text = text[..end].Trim().ToString(), Agencies = [.. quoted, .. line.Agencies] };
    }

    // SHAFAQNA PAKISTAN –: which of its desks.
    private LedeLine? WithPlace(ReadOnlySpan<char> first, int after)
    {
        for (var space = first.IndexOf(' '); space > 2; space = first[(space + 1)..].IndexOf(' ') is >= 0 and var further ? space + 1 + further : -1)
        {
            var place = first[(space + 1)..].Trim();
            if (!Places.IsCapital(place) || place.Count(' ') > 2 || !Places.IsLike(place) || signatures.Read(first[..space]) is not { } agencies) continue;
            return new LedeLine(after, first.ToString()) { Place = place.ToString(), Agencies = agencies };
        }

        return null;
    }

    // SHAFAQNA English- …: a known house and its edition. With blanks on both sides of the dash anybody's may be the subject of a sentence.
    private LedeLine? WithEdition(ReadOnlySpan<char> text, ReadOnlySpan<char> first, int after)
    {
        var space = first.IndexOf(' ');
        if (space < 3 || after >= text.Length || char.IsLower(text[after]) || char.IsDigit(text[after])) return null;
        for (; space > 2; space = first[(space + 1)..].IndexOf(' ') is >= 0 and var further ? space + 1 + further : -1)
        {
            var house = first[..space];
            if (!Editions.IsOne(first[(space + 1)..].Trim()) || signatures.Read(house) is not [{ } agency]) continue;
            var isSign = (house.Length > 3 && Places.IsCapital(house)) || signatures.IsOwn(house) || house[0] >= '\u0590' || !char.IsWhiteSpace(text[first.Length]);
            return isSign ? new LedeLine(after, first.ToString()) { Agencies = [agency] } : null;
        }

        return null;
    }

    // SHAFAQNA-Ferries …, and a line of its own: ISTANBUL, Damascus-SANA, Ankara / Anadolu.
    private LedeLine? Joined(ReadOnlySpan<char> text)
    {
        var joint = text[..Math.Min(text.Length, LongestLine)].IndexOfAny("-–—/");
        if (text.Length < LongestLine && Places.IsCity(text.Trim()) && Places.IsCapital(text)) return new LedeLine(text.Length, text.Trim().ToString()) { Place = text.Trim().ToString() };

        // STT, Rantala: a line of its own.
        if (text.Length < LongestLine && text.StartsWith("STT, ") && Places.IsLike(text[5..].Trim())) return new LedeLine(text.Length, text.Trim().ToString()) { Place = text[5..].Trim().ToString(), Agencies = ["STT"] };
        if (joint < 3 || joint + 2 >= text.Length) return null;
        var first = text[..joint].Trim();
        var rest = text[(joint + 1)..].Trim();
        if (rest.Length < LongestLine / 2 && (Places.IsCity(first) || Places.IsCityInAnyCase(first) || (text[joint] == '/' && text.Length < LongestLine && Places.IsCapital(first) && Places.IsLike(first))) && signatures.Read(rest) is { } signed) return new LedeLine(text.Length, text.Trim().ToString()) { Place = first.ToString(), Agencies = signed };
        if (text[joint] == '/' || first.Length < 4 || char.IsLower(rest[0]) || char.IsDigit(rest[0]) || !(Places.IsCapital(first) || first[0] >= '\u0590')) return null;
        return Agencies.IsKnown(first) ? new LedeLine(Separators.Blank(text, joint + 1), first.ToString()) { Agencies = [first.ToString()] } : null;
    }

    // TARN | …
    private LedeLine? Barred(ReadOnlySpan<char> text)
    {
        var bar = text[..Math.Min(text.Length, DashReach)].IndexOf('|');
        if (bar < 3) return null;
        var first = text[..bar].Trim();
        var after = Separators.Blank(text, bar + 1);
        return signatures.Read(first) is { } agencies ? new LedeLine(after, first.ToString()) { Agencies = agencies } : WithPlace(first, after) ?? WithEdition(text, first, after);
    }

    // Quaytown, Norland | AFP | lundi 16/11/2026 - 09:12 UTC+1 | 80 mots: a line of its own.
    private LedeLine? Headed(ReadOnlySpan<char> text)
    {
        const int LongestHead = 140;
        if (text.IndexOf('|') is not (> 2 and < LongestHead and var bar)) return null;
        var first = text[..bar].Trim();
        var rest = text[(bar + 1)..];
        var second = rest.IndexOf('|');
        if (second < 0 || signatures.Read(rest[..second]) is not { } agencies || !LedeParts.TryRead(first, signatures, out var parts) || parts.Place is null) return null;
        rest = rest[(second + 1)..];
        var third = rest.IndexOf('|') is >= 0 and var next ? next : rest.Length;
        var when = rest[..third].Trim();
        var dash = when.IndexOf(" - ");
        if (!DayWords.TryRead(dash < 0 ? when : when[..dash].Trim(), out var day) || day.Day == 0) return null;
        // Or the text follows behind the day.
        if (dash > 0 && third == rest.Length && when.Length > dash + 3 && !char.IsAsciiDigit(when[dash + 3]))
        {
            var end = text.Length - rest.Length + rest.IndexOf(" - ");
            return new LedeLine(Separators.Blank(text, end + 3), text[..end].ToString()) { Place = parts.Place, Day = day, Agencies = agencies };
        }

        if (text.Length > LongestHead) return null;
        return new LedeLine(text.Length, text[..(text.Length - rest.Length + third)].Trim().ToString()) { Place = parts.Place, Day = day, Agencies = agencies };
    }

    // الرياض 16 نوفمبر 2026 م واس: a line of its own, too.
    private LedeLine? Alone(ReadOnlySpan<char> text)
    {
        if (text.Length > LongestAlone || !char.IsLetter(text[^1]) || text.IndexOfAnyInRange('0', '9') < 2) return null;
        return LedeParts.TryRead(text, signatures, out var parts) && parts is { Place: not null, Day.Day: > 0, Agencies: not null }
            ? new LedeLine(text.Length, text.ToString()) { Place = parts.Place, Day = parts.Day, Agencies = parts.Agencies } : null;
    }

    // YEREVAN, NOVEMBER 16, ARMENPRESS. …, BAKU, Azerbaijan, November 16. …; also such a line alone.
    private LedeLine? Stopped(ReadOnlySpan<char> text)
    {
        if (!char.IsUpper(text[0]) || !char.IsUpper(text[1])) return null;
        for (var i = 4; i < Math.Min(text.Length, DashReach); i++)
        {
            if (text[i] != '.' || i + 2 >= text.Length || text[i + 1] != ' ' || char.IsLower(text[i + 2]) || char.IsDigit(text[i + 2])) continue;
            if (!LedeParts.TryRead(text[..i], signatures, out var parts) || parts is not { Place: { } place, Day.Day: > 0 }) continue;
            var region = place.IndexOf(',');
            if (!Places.IsCapital(region < 0 ? place : place.AsSpan(0, region))) continue;
            return new LedeLine(i + 2, text[..i].ToString()) { Place = place, Day = parts.Day, Agencies = parts.Agencies ?? [] };
        }

        return null;
    }

    private static bool IsAcronym(ReadOnlySpan<char> name) => name.Length is >= 3 and <= 8 && !name.ContainsAnyExceptInRange('A', 'Z');

    // AKRON, Ohio — …; a capital alone may be anybody's acronym, BREAKING or NATO.
    private static bool IsCapitalWithRegion(ReadOnlySpan<char> place)
    {
        var comma = place.IndexOf(',');
        return comma > 3 && Places.IsCapital(place[..comma]) && place[(comma + 1)..].Trim() is { Length: > 2 } region && region.ContainsAnyInRange('a', 'z');
    }

    /// <summary>A name of few words, none of them small: in scripts that have capitals.</summary>
    public static bool IsSignatory(ReadOnlySpan<char> name)
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
