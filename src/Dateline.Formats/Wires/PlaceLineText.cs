using Dateline.Formats.InText;
using Dateline.Formats.Text;

namespace Dateline.Formats.Wires;

/// <summary>The parts of a dateline: <c>Strasbourg, 10 juil 2024 (AFP) -</c>, <c>BEIJING, July 23</c>.</summary>
internal static class PlaceLineText
{
    private const int Longest = 200;

    /// <param name="line">The line as sent.</param>
    /// <param name="place">The place as the metadata have it.</param>
    /// <param name="date">The day as the metadata have it.</param>
    /// <param name="made">When the item was made: most lines leave out the year.</param>
    public static PlaceLine? Read(string? line, string? place, DateOnly? date, DateTimeOffset? made)
    {
        if (line is null || line.Length > Longest) return place is null && date is null ? null : new PlaceLine(null, place, date);

        // Programs put an instant there, which is no line to print.
        if (NewsDate.TryRead(line, out var instant)) return new PlaceLine(line, place, date ?? Day(instant));
        if (line[0] >= '\u3000' && InText.EasternLede.Read(line, new Signatures([])) is { Place: { } eastern } read) return new PlaceLine(line, place ?? eastern, date ?? read.Day?.Near(made));
        var said = Bare(line);

        // (ANSA) - QUAIOLA, 16 NOV: who signs it stands first.
        if (said.StartsWith("(") && said.IndexOf(')') is > 2 and var signed && Agencies.IsKnown(said[1..signed]) && said[(signed + 1)..].TrimStart(" -–—") is { IsEmpty: false } behindIt) said = behindIt;
        // BRISBANE, Nov 16 AAP: no bracket around who signs.
        if (said.LastIndexOf(' ') is > 4 and var signs && char.IsAsciiDigit(said[signs - 1]) && Agencies.IsKnown(said[(signs + 1)..])) said = said[..signs];

        // QUAYTOWN, Nov. 16, Kyodo: behind a comma.
        else if (said.LastIndexOf(',') is > 4 and var last && said[last..].Length > 3 && said[..last].Contains(',') && Agencies.IsKnown(said[(last + 1)..].Trim())) said = said[..last];
        if (DayBehind(said, made) is { } behind)
        {
            date ??= behind.Day;
            said = said[..behind.At];
        }

        for (var comma = said.LastIndexOf(','); comma > 0; comma = said[..comma].LastIndexOf(','))
        {
            if (DayOf(said[(comma + 1)..], made) is not { } day) continue;
            date ??= day;
            said = said[..comma];
            break;
        }

        if (DayOf(said, made) is { } alone) return new PlaceLine(line, place, date ?? alone);

        // The metadata may speak of where it happened; the line says where it was written.
        if (place is not null && line.Contains(place, StringComparison.OrdinalIgnoreCase)) return new PlaceLine(line, place, date);
        said = said.Trim();

        // SHAFAQNA (Shia International News Association)-: who signs, and no place.
        if (said is ['(', .., ')'] && Agencies.IsKnown(said[1..^1])) return new PlaceLine(line, place, date);
        if (Agencies.IsKnown(said) && !Places.IsCityInAnyCase(said)) return new PlaceLine(line, place, date);
        return new PlaceLine(line, said.IsEmpty ? place : said.ToString(), date);
    }

    /// <summary>Without the agency in brackets and the dash that leads on to the text.</summary>
    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> line)
    {
        line = line.TrimEnd(" -–—_:=");
        if (line.EndsWith(").")) line = line[..^1];
        if (Unsigned(line) is { } unsigned) return unsigned;
        // "تهران - ایرنا": the agency behind a dash.
        if (line.LastIndexOfAny('-', '–', '—') is > 2 and var dash && line[dash - 1] == ' ' && Agencies.IsKnown(line[(dash + 1)..].Trim())) line = line[..dash].TrimEnd(" -–—_");
        return line.EndsWith(")") && line.LastIndexOf('(') is > 0 and var bracket ? line[..bracket].TrimEnd(" -–—_") : line;
    }

    // KAAISTAD 16/11: a day in numbers, and no comma before it.
    private static (int At, DateOnly Day)? DayBehind(ReadOnlySpan<char> said, DateTimeOffset? made)
    {
        var space = said.LastIndexOf(' ');
        if (space < 2 || said[(space + 1)..].IndexOfAny('/', '.') is not (1 or 2) || !char.IsLetter(said[space - 1])) return null;
        return DayWords.TryRead(said[(space + 1)..], out var words) && words.Near(made) is { } day ? (space, day) : null;
    }

    // "QUAYTOWN, Norland--(BUSINESS WIRE)--November 16, 2026", "QUAYTOWN, Nov. 16, 2026 /PRNewswire/": a press wire signs in the middle or between slashes.
    private static string? Unsigned(ReadOnlySpan<char> line)
    {
        var open = line.IndexOfAny('(', '/');
        if (open < 2) return null;
        var close = line[(open + 1)..].IndexOf(line[open] == '(' ? ')' : '/');
        if (close < 2 || !Agencies.IsKnown(line.Slice(open + 1, close))) return null;
        var after = line[(open + close + 2)..].Trim(" -–—_,");
        var before = line[..open].TrimEnd(" -–—_,");
        return after.IsEmpty ? line[open] == '/' ? before.ToString() : null : $"{before}, {after}";
    }

    private static DateOnly? DayOf(ReadOnlySpan<char> text, DateTimeOffset? made)
    {
        const int LongestWeekday = 4;
        text = text.Trim();
        if (text.Length is < 4 or > 40 || !text.ContainsAnyInRange('0', '9') || !text.ContainsAnyExceptInRange('0', '9')) return null; // a year alone is no day
        var space = text.IndexOf(' ');
        var first = space < 0 ? text : text[..space];
        if (char.IsLetter(first[0]) && first.Length > LongestWeekday && !MonthNames.TryFind(first, out _)) return null;
        if (NewsDate.TryRead(text, out var whole)) return Day(whole);
        if (made is not { Year: > 1 and < 9999 } at || !NewsDate.TryRead($"{text} {at.Year}", out var instant)) return DayWords.TryRead(text, out var words) ? words.Near(made) : null;

        // In January the line may still say December.
        return Day(instant > at.AddDays(180) ? instant.AddYears(-1) : instant);
    }

    private static DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(instant.UtcDateTime);
}
