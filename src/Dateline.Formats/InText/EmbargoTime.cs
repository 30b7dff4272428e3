using System.Globalization;
using System.Text.RegularExpressions;
using Dateline.Formats.Text;

namespace Dateline.Formats.InText;

/// <summary>
/// The end of an embargo as it is written in words: <c>0601 GMT Nov 18</c>, <c>00.01 Tuesday 17 November 2026</c>, <c>17.11.2026, 10.00 Uhr</c>.
/// Who releases an hour early has broken it, so nothing is guessed: a day without an hour, an hour without a day and two of either have no end that is known.
/// </summary>
internal struct EmbargoTime
{
#pragma warning disable MA0009 // at most a line is looked at, piece by piece from its beginning
    private static readonly Regex Piece = new(
        @"\G[\s,;()\[\]]*(?:"
        + @"(?<year>(?:19|20)\d\d)-(?<month>\d\d)-(?<day>\d\d)(?:T(?=\d))?"
        + @"|(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.(?<year>(?:20)?\d\d(?!\d|[:.]\d))?"
        + @"|(?<day>\d{1,2})(?<slash>[/-])(?<month>\d{1,2})(?:[/-](?<year>(?:20)?\d\d))?(?!\d)"
        + @"|(?<hour>\d{1,2})(?:[:.]|\s?[hH]\s?)(?<minute>\d\d)(?::\d\d)?(?!\d)(?:\s?(?<noon>[ap])\.?\s?m\b\.?)?"
        + @"|(?<hour>[0-2]\d)(?<minute>[0-5]\d)(?=\s?(?:\(?(?:GMT|UTC|Z|[A-Z]{2,4}T|MEZ|MESZ|MSK|IST|JST|KST)\b|hrs?\b|hours\b|h\b|Uhr\b))"
        + @"|(?<hour>0\d)(?<minute>[0-5]\d)(?!\d)"
        + @"|(?<year>20\d\d)(?!\d)(?:\s?г\.?)?"
        + @"|(?<hour>\d{1,2})\s?(?:(?<noon>[ap])\.?\s?m\b\.?|(?=uhr\b)|h\b|hrs?\b|heures?\b|horas?\b|uur\b|o['’]clock\b|(?=час))"
        + @"|(?<day>\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?(?=[\s,.;:)\]]|$)"
        + @"|(?<zone>[A-Z]{2,5}\b|Z\b)?(?<sign>[+−-])(?<zh>\d{1,2})(?::?(?<zm>\d\d))?(?!\d)"
        + @"|(?<hour>noon|midi)\b"
        + @"|(?<word>\p{L}[\p{L}'’]*)\.?)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.Compiled);
#pragma warning restore MA0009

    private const string Fillers = "|on|at|um|am|den|der|dem|le|la|las|à|a|al|alle|ore|de|del|of|the|kl|klo|om|hrs|hr|hours|heures|ab|and|und|do|dne|du|v|в|г|года|часов|час|часа|em|dia|día|às|as|το|στις|в|ук|uk|from|ved|kello|klockan|o|godz|z|t|u|";

    private int? year;
    private int? month;
    private int? day;
    private int? hour;
    private int minute;
    private TimeSpan? zone;
    private string? seasonal;
    private bool isMidEurope;
    private bool isUnclear;

    /// <summary>How far the words of a time reach.</summary>
    public int Length { get; private set; }

    /// <summary>Whether there is an hour, or a day of a month.</summary>
    public readonly bool IsTime => hour is not null || (day is not null && month is not null);

    public static EmbargoTime Read(ReadOnlySpan<char> text)
    {
        var time = default(EmbargoTime);
        var line = text.ToString();
        for (var match = Piece.Match(line); match is { Success: true, Length: > 0 }; match = Piece.Match(line, match.Index + match.Length))
        {
            var taken = time.Take(match);
            if (taken is null) break;
            if (taken == true) time.Length = match.Index + match.Length;
        }

        // 10:00 New York time: a clock that isn't known here.
        var rest = line.AsSpan(time.Length);
        if (rest[..Math.Min(rest.Length, 30)].IndexOf(" time", StringComparison.OrdinalIgnoreCase) is >= 0 and var clock && !rest[..clock].ContainsAny(".:;–—")) time.isUnclear |= time.zone is null;
        return time;
    }

    /// <summary>The instant; null where the words don't tell it.</summary>
    /// <param name="made">When the item was made: most lines leave out the year.</param>
    /// <param name="offset">The sender's own clock, where it is known.</param>
    public readonly DateTimeOffset? Instant(DateTimeOffset? made, TimeSpan? offset)
    {
        if (isUnclear || hour is not { } at || day is null || month is null) return null;
        if (new DayWords(day.Value, month.Value, year ?? 0).Near(made) is not { Year: > 1 and < 9999 } date || at > 24 || minute > 59 || (at == 24 && minute > 0)) return null;
        var local = date.ToDateTime(TimeOnly.MinValue).AddHours(at).AddMinutes(minute);
        var ahead = zone ?? offset ?? (isMidEurope ? MidEurope(local) : TimeSpan.Zero);
        if (seasonal is not null && Zones.IsSummer(local.Year, local.Month, local.Day)) ahead += TimeSpan.FromHours(1);
        return new DateTimeOffset(local, TimeSpan.Zero) - ahead;
    }

    // True for what belongs to a time, false for a word that may stand between, null for anything else.
    private bool? Take(Match match)
    {
        if (match.Groups["word"] is { Success: true, ValueSpan: var word }) return Word(word, match.Groups["word"].Value);
        if (match.Groups["sign"].Success)
        {
            zone = new TimeSpan(Number(match, "zh"), match.Groups["zm"].Success ? Number(match, "zm") : 0, 0) * (match.Groups["sign"].ValueSpan is "+" ? 1 : -1);
            return true;
        }

        if (match.Groups["year"].Success)
        {
            var written = Number(match, "year");
            year = written < 100 ? 2000 + written : written;
        }

        if (match.Groups["day"].Success)
        {
            if (day is not null) isUnclear = true;
            day = Number(match, "day");
        }

        if (match.Groups["month"].Success)
        {
            month = Number(match, "month");

            // 11/12 is either.
            if (match.Groups["slash"].Success && month != day) isUnclear |= month <= 12 && day <= 12;
            if (match.Groups["slash"].Success && month > 12) (month, day) = (day, month);
        }

        if (match.Groups["hour"].Success)
        {
            if (hour is not null) isUnclear = true;
            hour = char.IsDigit(match.Groups["hour"].ValueSpan[0]) ? Number(match, "hour") : 12;
            minute = match.Groups["minute"].Success ? Number(match, "minute") : 0;
            if (match.Groups["noon"] is { Success: true, ValueSpan: var half })
            {
                if (hour is < 1 or > 12) isUnclear = true;
                hour = (hour % 12) + (half is "p" or "P" ? 12 : 0);
            }
        }

        return true;
    }

    private bool? Word(ReadOnlySpan<char> word, string text)
    {
        if (text.Equals("Uhr", StringComparison.OrdinalIgnoreCase))
        {
            isMidEurope = true;
            return true;
        }

        if (word.Length > 1 && !char.IsLower(word[1]) && (Zones.TryFind(word, out var minutes) || Zones.IsSeasonal(word)))
        {
            zone = TimeSpan.FromMinutes(minutes);
            seasonal = Zones.IsSeasonal(word) ? text : null;
            return true;
        }

        if (Far(text) is { } far)
        {
            (zone, seasonal) = (TimeSpan.FromHours(far), far < 0 ? text : null);
            return true;
        }

        if (DayWords.TryMonth(word, out var named) && word.Length > 2)
        {
            if (month is not null && month != named) isUnclear = true;
            month = named;
            return true;
        }

        if (DayWords.TryRead(word, out _)) return true;
        if (text.Equals("midnight", StringComparison.OrdinalIgnoreCase) || text.Equals("Mitternacht", StringComparison.OrdinalIgnoreCase) || text.Equals("minuit", StringComparison.OrdinalIgnoreCase) || text.Equals("medianoche", StringComparison.OrdinalIgnoreCase)
            || text.Equals("local", StringComparison.OrdinalIgnoreCase) || text.Equals("Ortszeit", StringComparison.OrdinalIgnoreCase) || text.Equals("time", StringComparison.OrdinalIgnoreCase))
        {
            // Whose midnight, and which of the two; whose clock.
            isUnclear |= !text.Equals("time", StringComparison.OrdinalIgnoreCase) || zone is null;
            return true;
        }

        return Fillers.Contains($"|{text.ToLowerInvariant()}|", StringComparison.Ordinal) ? false : null;
    }

    private static int? Far(string word) => word.ToLowerInvariant() switch { "eastern" => -5, "central" => -6, "mountain" => -7, "pacific" => -8, "мск" => 3, _ => null };

    // Summer time from the last Sunday of March to the last of October.
    private static TimeSpan MidEurope(DateTime local)
    {
        var isSummer = local >= LastSunday(local.Year, 3).AddHours(2) && local < LastSunday(local.Year, 10).AddHours(3);
        return TimeSpan.FromHours(isSummer ? 2 : 1);
    }

    private static DateTime LastSunday(int year, int month)
    {
        var last = new DateTime(year, month, DateTime.DaysInMonth(year, month), 0, 0, 0, DateTimeKind.Unspecified);
        return last.AddDays(-(int)last.DayOfWeek);
    }

    private static int Number(Match match, string group) => Digits.Read(match.Groups[group].ValueSpan);
}
