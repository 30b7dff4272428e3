using System.Buffers;

namespace Dateline.Formats.InText;

/// <summary>Datelines that are signed in brackets: <c>BRISBANE, Nov 16 (Reuters) - …</c>, <c>(Berlin/dpa) …</c>, <c>SHAFAQNA (Shia International News Association)- …</c></summary>
internal readonly struct BracketedLede(Signatures signatures)
{
    private const int Reach = 90;
    private const int LongestReporter = 44;

    private static readonly SearchValues<char> Clock = SearchValues.Create("0123456789:");

    // BRISBANE, Nov 16 (Reuters) - …, (AP) — …, SHAFAQNA (Shia International News Association)- …
    public LedeLine? Read(ReadOnlySpan<char> text)
    {
        var open = text[..Math.Min(text.Length, Reach)].IndexOfAny('(', '[', '（');
        if (open < 0) return null;
        var close = text[open..].IndexOfAny(')', ']', '）');
        if (close is < 3 or > Agencies.LongestName + 20) return null;
        var end = open + close + 1;
        var before = text[..open].Trim();
        var inside = text[(open + 1)..(end - 1)].Trim();
        var separator = Separators.Length(text[end..]);
        if (before.StartsWith("By ", StringComparison.OrdinalIgnoreCase) && Authored(text, before[3..].Trim(), inside, end, separator) is { } authored) return authored;
        if (!before.IsEmpty && signatures.IsAgency(before) && Agencies.SaysNews(inside) && IsFullName(inside) && Following(text, end, separator) > 0) return Named(text, before, end, Following(text, end, separator) - end);
        if (separator > 0 && before.Contains(' ') && Agencies.SaysNews(before) && (Places.IsCapital(inside) || signatures.IsAgency(inside)) && !inside.Contains(' ') && IsFullName(before)) return Named(text, before, end, separator);
        if ((signatures.Read(inside) ?? (separator > 0 ? signatures.ReadCodes(inside) : null)) is { } agencies) return Signed(text, before, agencies, end, separator);
        if (before.IsEmpty && InsideWithPlace(inside, separator > 0) is { } both && Following(text, end, separator) is > 0 and var after) return both with { Length = after, Text = text[..end].Trim().ToString() };
        // Оряхово, 16 ноември (Иван Дунавски, БТА) …
        if (!before.IsEmpty && (separator > 0 || before.ContainsAnyInRange('0', '9')) && (BylineText.ReadEmployed(inside) ?? BylineText.ReadListed(inside)) is { } employed && Signed(text, before, [employed.Agency], end, separator) is { } reported) return reported with { Byline = employed.Name };
        if (!before.IsEmpty && WithReporter(inside) is { } named && Signed(text, before, named.Agencies, end, separator) is { } told) return told with { Byline = named.Name };
        if (Signatures.IsSignatory(inside) && Unknown(text, before, inside, end, separator) is { } signed) return signed;
        if (before.IsEmpty && text[open] == '[' && inside.Length > 3 && Signatures.IsSignatory(inside) && OfPaper(text, inside, end) is { } paper) return paper;
        if (SecondBracket(text, before, inside, end) is { } second) return second;

        // AGENCY (Full Name)-: the short name is known or the long one says what it is.
        if (separator == 0 || before.IsEmpty || !Agencies.SaysNews(inside) && !signatures.IsAgency(before)) return null;
        if (!signatures.IsAgency(before) && (!Places.IsCapital(before) || before.Contains(' '))) return null;
        if (!IsFullName(inside)) return null;
        return Places.IsCityInAnyCase(before) ? new LedeLine(end + separator, text[..end].Trim().ToString()) { Place = before.ToString(), Agencies = [inside.ToString()] } : Named(text, before, end, separator);
    }

    // [Capital FM] Nairobi -- …: AllAfrica's, the paper whose it is before the town.
    private static LedeLine? OfPaper(ReadOnlySpan<char> text, ReadOnlySpan<char> paper, int end)
    {
        const int LongestTown = 40;
        const string Dashes = " -- ";
        var rest = text[end..Math.Min(text.Length, end + LongestTown)];
        if (rest.IndexOf(Dashes) is not (> 3 and var dash) || !Places.IsLike(rest[..dash].Trim())) return null;
        return new LedeLine(end + dash + Dashes.Length, text[..(end + dash)].ToString()) { Place = rest[..dash].Trim().ToString(), Agencies = [paper.ToString()] };
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

    // … – Reuters: …: whom the one who carries it quotes wrote it.
    private LedeLine Named(ReadOnlySpan<char> text, ReadOnlySpan<char> agency, int end, int separator) =>
        new DashedLede(signatures).Quoting(text, new(end + separator, text[..end].Trim().ToString()) { Agencies = [agency.ToString()] });

    private LedeLine? Signed(ReadOnlySpan<char> text, ReadOnlySpan<char> before, List<string> agencies, int end, int separator)
    {
        // "Mara QUILL/QUAYTOWN, (DHA)": Turkey's agencies name the reporter before the place.
        if (agencies[0] is "DHA" or "İHA" or "IHA" && before.IndexOf('/') is > 4 and var slash && BylineText.IsName(before[..slash].Trim()) && !Places.IsCityInAnyCase(before[..slash].Trim()))
            return Signed(text, before[(slash + 1)..].Trim(), agencies, end, separator) is { } named ? named with { Byline = before[..slash].Trim().ToString() } : null;
        // Napoli, 16 nov 13:02 - (Agenzia Nova) - …: the day with its clock.
        if (before.TrimEnd("-–— ") is { Length: > 8 } timed && timed[^3] == ':' && timed.LastIndexOf(' ') is > 3 and var clock && timed.Length - clock is 5 or 6 && !timed[(clock + 1)..].ContainsAnyExcept(Clock)) before = timed[..clock];
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
        // (DIRE) Napoli, 16 nov. - …: without a dash between them a day must stand there.
        if (before.IsEmpty && separator == 0) return new DashedLede(signatures).Following(text, line) is { Day.Day: > 0 } filed ? filed : line;
        return before.IsEmpty ? new DashedLede(signatures).Following(text, line) : Reported(text, line);
    }

    // ANKARA (AA) - MARA QUILL - …: who reports stands between two dashes.
    private static LedeLine Reported(ReadOnlySpan<char> text, LedeLine line)
    {
        var rest = text[line.Length..];
        var dash = Separators.Next(rest, LongestReporter, colon: false);
        if (dash < 5) return line;
        var name = rest[..dash].Trim();
        // عمان 16 تشرين الثاني (بترا)-سامي الحداد- …: Petra's too, in a script without capitals.
        var isPetras = name.Count(' ') < 3 && line.Agencies.Any(agency => agency is "بترا" or "Petra" or "PETRA");
        if (!(Places.IsCapital(name) || isPetras) || !BylineText.IsName(name)) return line;
        var end = line.Length + dash;
        return line with { Length = end + Separators.Length(text[end..], colon: false), Byline = name.ToString() };
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
        if (!isDated && separator > 0 && Places.IsCity(place) && SaysPaper(inside)) return new LedeLine(after, text[..end].Trim().ToString()) { Place = place, Agencies = [inside.ToString()] };
        if (!isDated && (separator == 0 || !IsAcronym(inside) || !(Places.IsCityInAnyCase(place) || Places.IsCapitalWithRegion(place) || (place.Length == before.Length && Townlike.Is(place, inside, text[after..]))))) return null;
        return new LedeLine(after, text[..end].Trim().ToString()) { Place = place, Day = filed.Day, Agencies = [inside.ToString()] };
    }

    // Quaytown (Norland), 16 nov (AFP) -: the first bracket belongs to the place.
    private LedeLine? SecondBracket(ReadOnlySpan<char> text, ReadOnlySpan<char> before, ReadOnlySpan<char> inside, int end)
    {
        if (before.IsEmpty || !Places.IsLike(inside) || end >= text.Length) return null;
        var reach = text[end..Math.Min(text.Length, end + Reach)];
        var open = reach.IndexOf('(');
        if (open < 0 || reach[..open].ContainsAny('.', ';') && !reach[..open].Contains("nov.", StringComparison.OrdinalIgnoreCase)) return null;
        var line = $"{before}, {inside}{(reach.TrimStart() is [',', ..] ? "" : " ")}{text[end..]}";
        if (Read(line) is not { Place: not null } read) return null;
        var cut = line.Length - text.Length;
        return read.Length + cut < end ? null : read with { Length = read.Length - cut, Text = text[..(read.Length - cut)].TrimEnd(" -–—").ToString() };
    }

    // (Télam, por Ana Ruiz)
    private (List<string> Agencies, string Name)? WithReporter(ReadOnlySpan<char> inside)
    {
        var comma = inside.IndexOf(',');
        if (comma < 2 || signatures.Read(inside[..comma]) is not { } agencies) return null;
        var rest = inside[(comma + 1)..].Trim();
        foreach (var by in (ReadOnlySpan<string>)["por ", "by ", "par ", "von "])
            if (rest.StartsWith(by, StringComparison.OrdinalIgnoreCase) && BylineText.IsName(rest[by.Length..])) return (agencies, rest[by.Length..].ToString());

        return null;
    }

    private static readonly string[] Papers = ["Times", "Post", "News", "Herald", "Tribune", "Gazette", "Standard", "Observer", "Mail", "Star", "Monitor", "Press", "Radio", "TV"];

    // PHNOM PENH (Khmer Times) --
    private static bool SaysPaper(ReadOnlySpan<char> name)
    {
        if (name.IndexOf(' ') < 2) return false;
        foreach (var paper in Papers)
            if (name.EndsWith(paper, StringComparison.Ordinal) && name[^(paper.Length + 1)] == ' ') return true;

        return false;
    }

    private static bool IsAcronym(ReadOnlySpan<char> name) => name.Length is >= 3 and <= 8 && !name.ContainsAnyExceptInRange('A', 'Z');

    private static bool IsFullName(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
            if (!char.IsLetter(c) && c is not (' ' or '-' or '&' or '\'' or '’' or '.' or '\u200C')) return false;

        return name.Contains(' ');
    }
}
