using System.Buffers;

namespace Dateline.Formats.InText;

/// <summary>Datelines that a dash or a colon ends, and what may stand between two dashes: <c>WASHINGTON — …</c>, <c>IRNA - TEHRAN - …</c>, <c>بيروت - رويترز: …</c></summary>
internal readonly struct DashedLede(Signatures signatures)
{
    private const int Reach = 80;
    private const int LongestLine = 50;
    private const int LettersReach = 200;

    private static readonly SearchValues<char> Ends = SearchValues.Create(" ,-–—'’");

    // The press of South Asia and the Gulf begins so, "New Delhi: The …"; elsewhere a colon says whose word it is.
    private static readonly string[] SouthAsian = ["New Delhi", "Mumbai", "Kolkata", "Chennai", "Bengaluru", "Hyderabad", "Lucknow", "Patna", "Jaipur", "Ahmedabad", "Srinagar", "Islamabad", "Karachi", "Lahore", "Peshawar", "Quetta", "Rawalpindi", "Dhaka", "Colombo", "Kathmandu", "Dubai", "Abu Dhabi", "Kuala Lumpur"];

    private static readonly SearchValues<char> Urdu = SearchValues.Create("ےہںٹڈڑ");

    // What a page sets before a day.
    private static readonly string[] NoPlaces = ["UPDATE", "UPDATED", "CORRECTION", "CORRECTED", "PUBLISHED", "POSTED", "RELEASED", "ADVISORY", "NOTE", "DATE", "EDITED"];

    /// <summary>Whether a word in capitals is what a page sets before a text, and no place.</summary>
    public static bool IsNoPlace(ReadOnlySpan<char> word)
    {
        foreach (var other in NoPlaces)
            if (word.SequenceEqual(other)) return true;

        return false;
    }

    // بيروت - رويترز: …, Tehran, IRNA – …, WASHINGTON — …, IRNA - TEHRAN - …
    public LedeLine? Read(ReadOnlySpan<char> text)
    {
        var dash = Separators.Next(text, Reach, colon: true);
        if (dash < 2) return null;
        var first = text[..dash].Trim();
        var isColon = text[dash] is ':' or '：';
        var after = dash + Separators.Length(text[dash..]);
        // "SHAFAQNA: Ferries …": with a colon anybody else may be quoted.
        if (isColon && first.Length > 3 && Places.IsCapital(first) && signatures.IsOwn(first) && after < text.Length && !char.IsLower(text[after])) return new LedeLine(after, first.ToString()) { Agencies = [first.ToString()] };
        // شفقنا اردو: …
        if (isColon && first.Length > 5 && first[0] >= '\u0590' && first.Contains(' ') && WithEdition(text, first, after) is { } desk) return desk;
        // خاص شفقنا-: what is theirs alone.
        if (!isColon && first.StartsWith("خاص ", StringComparison.Ordinal) && signatures.Read(first[4..]) is { } only) return Following(text, new LedeLine(after, first.ToString()) { Agencies = only });
        if (!isColon && signatures.Read(first) is { } alone && (first.Length > 3 || Places.IsCapital(first)))
            return Quoting(text, Following(text, new LedeLine(after, first.ToString()) { Agencies = alone }));
        if (!isColon && OfDesk(text, first, after) is { } edition) return Quoting(text, edition);
        if (!isColon && OfSite(text, first, after) is { } site) return site;
        if (!LedeParts.TryRead(first, signatures, out var parts) || parts.Place is null) return null;
        if (parts is { IsDayFirst: true, Agencies: null }) return null;
        var line = new LedeLine(after, first.ToString()) { Place = parts.Place, Day = parts.Day, Agencies = parts.Agencies ?? [] };
        if (parts.Agencies is not null) return line;
        var begins = after < text.Length && !char.IsLower(text[after]);
        // "VIENNA, Nov 16: The …"
        if (isColon) return begins && ((Places.IsCity(first) && (Places.IsCapital(first) || IsUrdu(text))) || (SouthAsian.Contains(first.ToString(), StringComparer.Ordinal) && char.IsUpper(text[after])) || (parts.Day is { Month: > 0 } && Places.IsCapital(parts.Place) && !NoPlaces.Contains(parts.Place, StringComparer.Ordinal))) ? line : null;

        if (parts.Day is { Day: > 0 } && SignedWithStop(text, line) is { } stopped) return stopped;
        // BUCUREŞTI, 16 nov. - Sursa: AGERPRES - …
        var labelled = after < text.Length ? after + TailCredit.LabelLength(text[after..]) : after;
        if (labelled > after && Separators.Next(text[labelled..], Reach, colon: false) is > 1 and var told && signatures.Read(text.Slice(labelled, told)) is { } teller)
            return line with { Length = labelled + told + Separators.Length(text[(labelled + told)..]), Text = text[..(labelled + told)].Trim().ToString(), Agencies = teller };
        var next = Separators.Next(text[after..], Reach, colon: true);
        if (next > 1 && signatures.Read(text.Slice(after, next)) is { } second)
        {
            var end = after + next;
            return line with { Length = end + Separators.Length(text[end..]), Text = text[..end].Trim().ToString(), Agencies = second };
        }

        // القاهرة - أ ش أ, and nothing more.
        if (text.Length < LongestLine && signatures.Read(text[after..]) is { } whole) return line with { Length = text.Length, Text = text.Trim().ToString(), Agencies = whole };
        if (parts.Day is { Month: > 0 }) return line;
        if (!begins && !IsOfSuch(text[after..])) return null;
        var isCity = Places.IsCity(first) || (Places.IsCityInAnyCase(first) && char.IsUpper(first[0]) && char.IsWhiteSpace(text[dash - 1]) && !BeginsWithCity(text[after..]));
        return isCity || Places.IsCapitalWithRegion(first) ? line : null;
    }

    // "اسلام آباد: …": in the press of Pakistan it is a dateline; in Arabic or Persian whose word is reported.
    private static bool IsUrdu(ReadOnlySpan<char> text) => text[..Math.Min(text.Length, LettersReach)].ContainsAny(Urdu);

    // "iPhone sales …": a small letter begins a sentence only there.
    private static bool IsOfSuch(ReadOnlySpan<char> rest) => rest.Length > 1 && char.IsUpper(rest[1]);

    // "Ankara - İstanbul line": from the one to the other.
    private static bool BeginsWithCity(ReadOnlySpan<char> rest)
    {
        const int MostWords = 3;
        var end = 0;
        for (var words = 0; words < MostWords; words++)
        {
            var next = rest[end..].IndexOfAny(Ends);
            if (next < 0) return false;
            if (Places.IsCityInAnyCase(rest[..(end + next)])) return true;
            end += next + 1;
        }

        return false;
    }

    // TARN.CO, Jakarta - …, KOTA, TARN.com – …: a site by its address, and its place; alone only the sender's own.
    private LedeLine? OfSite(ReadOnlySpan<char> text, ReadOnlySpan<char> first, int after)
    {
        if (!first.Contains('.') || after >= text.Length || char.IsLower(text[after]) || char.IsDigit(text[after])) return null;
        var comma = first.IndexOf(',');
        if (comma < 0) return IsSite(first) && signatures.IsOwnHost(first) ? new LedeLine(after, first.ToString()) { Agencies = [first.ToString()] } : null;
        var one = first[..comma].Trim();
        var other = first[(comma + 1)..].Trim();
        if (IsSite(other))
        {
            other = one;
            one = first[(comma + 1)..].Trim();
        }

        return IsSite(one) && !IsSite(other) && other.Length > 2 && Places.IsLike(other) && !other.Contains('.') ? new LedeLine(after, first.ToString()) { Place = other.ToString(), Agencies = [one.ToString()] } : null;
    }

    private static bool IsSite(ReadOnlySpan<char> name)
    {
        if (name.IndexOf('.') is not (> 2 and var dot) || name.Length - dot is < 3 or > 7) return false;
        foreach (var c in name)
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-')) return false;

        return !name[(dot + 1)..].ContainsAnyInRange('0', '9') && name[^1] != '.';
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
    public LedeLine Quoting(ReadOnlySpan<char> text, LedeLine line)
    {
        var rest = text[line.Length..];
        var next = Separators.Next(rest, Reach, colon: true);
        if (next < 2 || signatures.Read(rest[..next]) is not { } quoted) return line;
        var end = line.Length + next;
        return line with { Length = end + Separators.Length(text[end..]), Text = text[..end].Trim().ToString(), Agencies = [.. quoted, .. line.Agencies] };
    }

    // (ANSA) - ROMA, 16 NOV - …: the place comes after the agency.
    public LedeLine Following(ReadOnlySpan<char> text, LedeLine line)
    {
        var rest = text[line.Length..];
        var dash = Separators.Next(rest, Reach, colon: false);
        if (dash < 3 || !LedeParts.TryRead(rest[..dash], signatures, out var parts) || parts.Place is null) return line;
        if (!Places.IsCapital(parts.Place) && parts.Day is null && !Places.IsCity(parts.Place)) return line;
        var end = line.Length + dash;
        return line with { Length = end + Separators.Length(text[end..], colon: false), Text = text[..end].Trim().ToString(), Place = parts.Place, Day = parts.Day, Agencies = [.. line.Agencies, .. parts.Agencies ?? []] };
    }

    /// <summary>A house and which of its desks: <c>SHAFAQNA PAKISTAN –</c>, <c>SHAFAQNA English-</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="first">What stands before the separator.</param>
    /// <param name="after">Where the text goes on behind it.</param>
    public LedeLine? OfDesk(ReadOnlySpan<char> text, ReadOnlySpan<char> first, int after) => WithPlace(first, after) ?? WithEdition(text, first, after);

    private LedeLine? WithPlace(ReadOnlySpan<char> first, int after)
    {
        for (var space = first.IndexOf(' '); space > 2; space = first[(space + 1)..].IndexOf(' ') is >= 0 and var further ? space + 1 + further : -1)
        {
            var place = first[(space + 1)..].Trim();
            if (!Places.IsCapital(place) || Editions.IsDesk(place) || GenreMarks.IsOne(place) || place.Count(' ') > 2 || !Places.IsLike(place) || signatures.Read(first[..space]) is not { } agencies) continue;
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
}
