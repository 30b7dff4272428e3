namespace Dateline.Formats.InText;

/// <summary>Finds the dateline with which a text begins. Rather none than a wrong one: see the tests for what is left alone.</summary>
internal readonly struct LedeReader(Signatures signatures)
{
    private const int Reach = 80;
    private const int LongestLine = 50;
    private const int LongestAlone = 80;

    public LedeLine? Read(ReadOnlySpan<char> text)
    {
        if (text.Length < 6) return null;
        if (text.StartsWith("(di ") && Signed(text) is { } signed) return signed;
        return EasternLede.Read(text, signatures) ?? new BracketedLede(signatures).Read(text) ?? SlashLede.Read(text, signatures) ?? Headed(text) ?? Bracketed(text) ?? new DashedLede(signatures).Read(text) ?? Hyphened(text) ?? Joined(text) ?? Barred(text) ?? Stopped(text) ?? PersianLede.Read(text, signatures) ?? Alone(text);
    }

    /// <summary><c>Strandby. Færgerne …</c>, <c>Quaytown: Ferries …</c>: nobody signs it and no day says so, but the fields have the same place.</summary>
    /// <param name="text">The text.</param>
    /// <param name="place">Where the item's own fields say that it was filed.</param>
    public static LedeLine? Confirmed(ReadOnlySpan<char> text, string place)
    {
        const int Shortest = 3;
        if (place.Length < Shortest || !text.StartsWith(place, StringComparison.OrdinalIgnoreCase)) return null;
        var rest = text[place.Length..];
        if (rest.IsEmpty || Separators.IsDash(rest[0])) return null;
        var after = rest is ['.', ' ', ..] ? 2 : Separators.Length(rest);
        if (after == 0 || after >= rest.Length || char.IsLower(rest[after]) || char.IsDigit(rest[after])) return null;
        return new LedeLine(place.Length + after, text[..place.Length].ToString()) { Place = place };
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

    // GENEVA (16 November 2026) – Experts …: the United Nations' releases.
    private static LedeLine? Bracketed(ReadOnlySpan<char> text)
    {
        var head = text[..Math.Min(text.Length, Reach)];
        if (head.IndexOf(" (") is not (> 2 and var open) || head[open..].IndexOf(')') is not (> 8 and var length)) return null;
        var place = head[..open];
        var close = open + length + 1;
        if (!Places.IsCapital(place) || !Places.IsLike(place) || !DayWords.TryRead(head[(open + 2)..(close - 1)], out var day) || day is not { Day: > 0, Month: > 0, Year: > 0 }) return null;
        var gap = Separators.Length(text[close..]);
        return gap == 0 || close + gap >= text.Length ? null : new LedeLine(close + gap, text[..close].ToString()) { Place = place.ToString(), Day = day };
    }

    // (di Marta Quilli) (ANSA) - ROMA, 16 NOV - …: who wrote it stands before the dateline.
    private LedeLine? Signed(ReadOnlySpan<char> text)
    {
        if (text[..Math.Min(text.Length, LongestLine)].IndexOf(')') is not (> 7 and var close) || !BylineText.IsName(text[4..close])) return null;
        var after = Separators.Blank(text, close + 1);
        return after < text.Length && text[after] == '(' && new BracketedLede(signatures).Read(text[after..]) is { } line ? line with { Length = after + line.Length, Byline = text[4..close].ToString() } : null;
    }

    // SHAFAQNA-IRNA: Ferries …: who carries it and whose it is; دمشق-سانا عادت …: town and agency, and the text goes on.
    private static LedeLine? Hyphened(ReadOnlySpan<char> text)
    {
        var joint = text[..Math.Min(text.Length, LongestLine)].IndexOfAny("-–");
        if (joint < 3 || joint + 3 >= text.Length || text[joint - 1] == ' ' || text[joint + 1] == ' ') return null;
        var first = text[..joint];
        var rest = text[(joint + 1)..];
        var end = rest[..Math.Min(rest.Length, LongestLine)].IndexOfAny(" :");
        if (end < 2 || !Agencies.IsKnown(rest[..end])) return null;
        var isCarried = rest[end] == ':' && Agencies.IsKnown(first) && Places.IsCapital(first);
        var isFiled = rest[end] == ' ' && first[0] >= '\u0590' && rest[0] >= '\u0590' && !Agencies.IsWord(rest[..end]) && !Agencies.IsKnown(first) && first.Count(' ') < 2 && Places.IsLike(first);
        var after = Separators.Blank(text, joint + 1 + end + 1);
        if (after >= text.Length || Separators.Length(rest[end..]) > (isCarried ? 2 : 0)) return null;
        var (agency, line) = (rest[..end].ToString(), text[..(joint + 1 + end)].ToString());
        return isCarried ? new LedeLine(after, line) { Agencies = [agency, first.ToString()] } : isFiled ? new LedeLine(after, line) { Place = first.ToString(), Agencies = [agency] } : null;
    }

    // SHAFAQNA-Ferries …, and a line of its own: ISTANBUL, Damascus-SANA, Ankara / Anadolu.
    private LedeLine? Joined(ReadOnlySpan<char> text)
    {
        var joint = text[..Math.Min(text.Length, LongestLine)].IndexOfAny("-–—/");
        if (text.Length < LongestLine && Places.IsCity(text.Trim()) && Places.IsCapital(text)) return new LedeLine(text.Length, text.Trim().ToString()) { Place = text.Trim().ToString() };

        // STT, Rantala: a line of its own.
        if (text.Length < LongestLine && text.StartsWith("STT, ") && Places.IsLike(text[5..].Trim())) return new LedeLine(text.Length, text.Trim().ToString()) { Place = text[5..].Trim().ToString(), Agencies = ["STT"] };
        if (text.Length < LongestLine && text.StartsWith("STT") && text.LastIndexOf('–') is >= 3 and var filed && Places.IsLike(text[(filed + 1)..].Trim()) && text[filed..].Count(' ') < 2 && char.IsUpper(text[filed + 1]) && signatures.Read(text[..filed]) is { } finnish && Agencies.IsKnown(finnish[0]))
            return new LedeLine(text.Length, text.Trim().ToString()) { Place = text[(filed + 1)..].Trim().ToString(), Agencies = finnish };
        if (text.Length < LongestLine && text.StartsWith("STT-") && text.Length > 6 && Places.IsCapital(text) && text.IndexOfAny(' ', '/') < 0) return new LedeLine(text.Length, text.Trim().ToString()) { Place = text[4..].Trim().ToString(), Agencies = ["STT"] };
        if (joint < 3 || joint + 2 >= text.Length) return null;
        var first = text[..joint].Trim();
        var rest = text[(joint + 1)..].Trim();

        // طرطوس-سانا: a line of its own, in a script without capitals.
        if (first[0] >= '\u0590' && text.Length < LongestLine && first.Count(' ') < 2 && Agencies.IsKnown(rest) && !Agencies.IsWord(rest) && !Agencies.IsKnown(first) && Places.IsLike(first))
            return new LedeLine(text.Length, text.Trim().ToString()) { Place = first.ToString(), Agencies = [rest.ToString()] };

        // "ملك / يان مالر / الأناضول": place, reporter and agency, a line of its own.
        if (text[joint] == '/' && text.Length < LongestAlone && rest.IndexOf('/') is > 3 and var second && Places.IsLike(first) && rest[..second].Trim() is var who && BylineText.IsName(who) && signatures.Read(rest[(second + 1)..]) is { } employer)
            return new LedeLine(text.Length, text.Trim().ToString()) { Place = first.ToString(), Agencies = employer, Byline = who.ToString() };
        if (rest.Length < LongestLine / 2 && (Places.IsCity(first) || Places.IsCityInAnyCase(first) || (text[joint] == '/' && text.Length < LongestLine && Places.IsCapital(first) && Places.IsLike(first))) && signatures.Read(rest) is { } signed) return new LedeLine(text.Length, text.Trim().ToString()) { Place = first.ToString(), Agencies = signed };
        if (text[joint] == '/' || first.Length < 4 || char.IsLower(rest[0]) || char.IsDigit(rest[0]) || !(Places.IsCapital(first) || first[0] >= '\u0590')) return null;
        var house = Editions.WithoutOne(first);
        return Agencies.IsKnown(house) ? new LedeLine(Separators.Blank(text, joint + 1), first.ToString()) { Agencies = [house.ToString()] } : null;
    }

    // TARN | …
    private LedeLine? Barred(ReadOnlySpan<char> text)
    {
        var bar = text[..Math.Min(text.Length, Reach)].IndexOf('|');
        if (bar < 3) return null;
        var first = text[..bar].Trim();
        var after = Separators.Blank(text, bar + 1);
        return signatures.Read(first) is { } agencies ? new LedeLine(after, first.ToString()) { Agencies = agencies } : new DashedLede(signatures).OfDesk(text, first, after);
    }

    // YEREVAN, NOVEMBER 16, ARMENPRESS. …, BAKU, Azerbaijan, November 16. …; also such a line alone.
    private LedeLine? Stopped(ReadOnlySpan<char> text)
    {
        if (!char.IsUpper(text[0]) || (!char.IsUpper(text[1]) && !text[..Math.Min(text.Length, Reach)].ContainsAnyInRange('0', '9'))) return null;
        for (var i = 4; i < Math.Min(text.Length, Reach); i++)
        {
            if (text[i] != '.' || i + 2 >= text.Length || text[i + 1] != ' ' || char.IsLower(text[i + 2]) || char.IsDigit(text[i + 2])) continue;
            if (!LedeParts.TryRead(text[..i], signatures, out var parts) || parts is not { Place: { } place, Day.Day: > 0 }) continue;
            var region = place.IndexOf(',');
            if (parts.Agencies is null && !Places.IsCapital(region < 0 ? place : place.AsSpan(0, region)) && !IsGermanTown(place, text[..i], parts.Day.Value)) continue;
            return new LedeLine(i + 2, text[..i].ToString()) { Place = place, Day = parts.Day, Agencies = parts.Agencies ?? [] };
        }

        return null;
    }

    // Lorven, 16. November 2026. Die …: of press releases. One word before a whole day in German.
    private static bool IsGermanTown(string place, ReadOnlySpan<char> line, DayWords day) =>
        day is { Month: > 0, Year: > 0 } && line.StartsWith(place, StringComparison.Ordinal) && line[place.Length..].StartsWith(", ") && char.IsAsciiDigit(line[place.Length + 2]) && line[(place.Length + 2)..].IndexOf('.') is 1 or 2
        && (Places.IsCityInAnyCase(place) || (place.AsSpan().IndexOfAny(" -.") < 0 && !NoTowns.Contains(place, StringComparer.OrdinalIgnoreCase) && !NoTownEndings.Any(ending => place.EndsWith(ending, StringComparison.OrdinalIgnoreCase))));

    private static readonly string[] NoTowns = ["Stand", "Datum", "Termin", "Update", "News", "Aktuell", "Heute", "Gestern", "Ausgabe", "Redaktion", "Sendung", "Beginn", "Start", "Ende", "Frist"];
    private static readonly string[] NoTownEndings = ["mitteilung", "information", "meldung", "aussendung", "release", "schluss", "datum", "tag", "abend", "nacht", "brief", "letter", "wahl"];

    // الرياض 16 نوفمبر 2026 م واس: a line of its own, too.
    private LedeLine? Alone(ReadOnlySpan<char> text)
    {
        if (text.Length > LongestAlone || !char.IsLetter(text[^1]) || text.IndexOfAnyInRange('0', '9') < 2) return null;
        return LedeParts.TryRead(text, signatures, out var parts) && parts is { Place: not null, Day.Day: > 0, Agencies: not null }
            ? new LedeLine(text.Length, text.ToString()) { Place = parts.Place, Day = parts.Day, Agencies = parts.Agencies } : null;
    }
}
