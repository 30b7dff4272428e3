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
        + @"|(?<clock>alle ore|alle|ore|klo|kello|klockan|kl\.?|godz\.?|saat)\s(?<hour>\d{1,2})(?!\d|[:.]\d|\s?h\s?\d)"
        + @"|(?<hour>\d{1,2})(?:[:.]|\s?[hH]\s?)(?<minute>\d\d)(?::\d\d)?(?!\d)(?:\s?(?<noon>[ap])\.?\s?m\b\.?)?"
        + @"|(?<hour>[0-2]\d)(?<minute>[0-5]\d)(?=\s?(?:\(?(?:GMT|UTC|Z|[A-Z]{2,4}T|MEZ|MESZ|MSK|IST|JST|KST)\b|hrs?\b|hours\b|h\b|Uhr\b))"
        + @"|(?<hour>0\d)(?<minute>[0-5]\d)(?!\d)"
        + @"|(?<year>20\d\d)(?!\d)(?:\s?г\.?)?"
        + @"|(?<hour>\d{1,2})\s?(?:(?<noon>[ap])\.?\s?m\b\.?|(?=uhr\b)|h\b|hrs?\b|heures?\b|horas?\b|(?=uur\b)|o['’]clock\b|(?=час|ór[aá]))"
        + @"|(?<day>\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?(?=[\s,.;:)\]]|$)"
        + @"|(?<zone>[A-Z]{2,5}\b|Z\b)?(?<sign>[+−-])(?<zh>\d{1,2})(?::?(?<zm>\d\d))?(?!\d)"
        + @"|(?<hour>noon|midi)\b"
        + @"|(?<place>(?:UK|British|London|Dublin|Lisbon|(?:central|mid) european|geneva|paris|brussels|berlin|vienna|rome|madrid|zurich|swiss|amsterdam|stockholm|oslo|copenhagen|athens|helsinki|kyiv|(?:east|eastern) european)) time\b"
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

    // What the word for the hour, or the place whose time it is, is ahead of UTC in winter. Europe turns its clocks as one.
    private int? europe;
    private bool isUnclear;

    /// <summary>How far the words of a time reach.</summary>
    public int Length { get; private set; }

    /// <summary>Whether there is an hour, or a day of a month.</summary>
    public readonly bool IsTime => hour is not null || (day is not null && month is not null);

    /// <summary>Whether there is an hour and a day of a month.</summary>
    public readonly bool IsMoment => hour is not null && day is not null && month is not null;

    public readonly bool HasDay => day is not null;

    /// <summary>The time that a line is, and nothing else; null where it is something else too.</summary>
    public static EmbargoTime? Whole(ReadOnlySpan<char> line) =>
        line.Length is > 3 and < 100 && line.ContainsAnyInRange('0', '9') && Read(line) is { IsTime: true } time && line[time.Length..].Trim(" .,;:()[]*").IsEmpty ? time : null;

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
        if (rest[..Math.Min(rest.Length, 30)].IndexOf(" time", StringComparison.OrdinalIgnoreCase) is >= 0 and var clock && !rest[..clock].ContainsAny(".:;–—")) time.isUnclear |= time.zone is null && time.europe is null;
        return time;
    }

    /// <summary>Of two times that are said the later, since both have to come; one without a known end where that can't be told.</summary>
    public static EmbargoTime Later(EmbargoTime first, EmbargoTime second, int length)
    {
        var (one, other) = (first.Instant(null, null), second.Instant(null, null));
        var later = other > one ? second : first;
        later.isUnclear |= one is null || other is null;
        later.Length = length;
        return later;
    }

    /// <summary>The same, on the clock of London where no other was said.</summary>
    public readonly EmbargoTime InLondon()
    {
        var there = this;
        if (zone is null && !isUnclear) there.europe ??= 0;
        return there;
    }

    /// <summary>The instant; null where the words don't tell it.</summary>
    /// <param name="made">When the item was made: most lines leave out the year.</param>
    /// <param name="clock">How far the sender's own clock is ahead of UTC, where it is known.</param>
    public readonly DateTimeOffset? Instant(DateTimeOffset? made, TimeSpan? clock)
    {
        if (isUnclear || hour is not { } at || day is null || month is null) return null;
        if (new DayWords(day.Value, month.Value, year ?? 0).Near(made) is not { Year: > 1 and < 9999 } date || at > 24 || minute > 59 || (at == 24 && minute > 0)) return null;
        var local = date.ToDateTime(TimeOnly.MinValue).AddHours(at).AddMinutes(minute);

        // Six o'clock in New York is eleven in London: an hour of no known clock has not come for anybody to say.
        if ((zone ?? Ahead(local, made is null || IsTurnedBetween(made.Value, local) ? null : clock)) is not { } ahead) return null;
        if (seasonal is not null && Zones.IsSummer(local.Year, local.Month, local.Day)) ahead += TimeSpan.FromHours(1);
        return new DateTimeOffset(local, TimeSpan.Zero) - ahead;
    }

    // Where both the words and the sender's clock tell the hour and differ, the later of the two.
    private readonly TimeSpan? Ahead(DateTime local, TimeSpan? clock)
    {
        if (europe is not { } winter) return clock;
        var there = Europe(local, winter);
        return clock < there ? clock : there;
    }

    // True for what belongs to a time, false for a word that may stand between, null for anything else.
    private bool? Take(Match match)
    {
        if (match.Groups["word"] is { Success: true, ValueSpan: var word }) return Word(word, match.Groups["word"].Value);
        if (match.Groups["place"] is { Success: true, Value: var place })
        {
            europe = OfPlace(place);
            return true;
        }

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

        if (match.Groups["clock"] is { Success: true, Value: var said }) europe ??= OfClock(said);
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
        if (OfClock(text) is { } winter)
        {
            europe ??= winter;
            return text.StartsWith("u", StringComparison.OrdinalIgnoreCase);
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

    // The hour's own word, where those who have it go by one clock.
    private static int? OfClock(string word) => word.ToLowerInvariant() switch { "uhr" or "uur" or "alle" or "ore" or "alle ore" or "kl" or "kl." or "klockan" or "godz" or "godz." => 1, "klo" or "kello" => 2, _ => null };

    private static int OfPlace(string place) => place.ToLowerInvariant() switch { "uk" or "british" or "london" or "dublin" or "lisbon" => 0, "athens" or "helsinki" or "kyiv" or "east european" or "eastern european" => 2, _ => 1 };

    private static int? Far(string word) => word.ToLowerInvariant() switch { "eastern" => -5, "central" => -6, "mountain" => -7, "pacific" => -8, "мск" => 3, _ => null };

    // The Sundays on which clocks are turned anywhere lie in five stretches of the year; the clock that a date told is not that of the hour behind one.
    private static bool IsTurnedBetween(DateTimeOffset made, DateTime local)
    {
        const int MostDays = 120;
        var (from, to) = (made.UtcDateTime.Date, local.Date);
        if (from > to) (from, to) = (to, from);
        if ((to - from).TotalDays > MostDays) return true;
        for (var date = from; date <= to; date = date.AddDays(1))
            if (date.DayOfWeek == DayOfWeek.Sunday && (date.Month, date.Day) is (3, (>= 8 and <= 14) or >= 25) or (4, <= 7) or (9, >= 24) or (10, <= 7 or >= 25) or (11, <= 7)) return true;

        return false;
    }

    // Summer time from the last Sunday of March to the last of October.
    private static TimeSpan Europe(DateTime local, int winter)
    {
        var isSummer = local >= LastSunday(local.Year, 3).AddHours(winter + 1) && local < LastSunday(local.Year, 10).AddHours(winter + 2);
        return TimeSpan.FromHours(isSummer ? winter + 1 : winter);
    }

    private static DateTime LastSunday(int year, int month)
    {
        var last = new DateTime(year, month, DateTime.DaysInMonth(year, month), 0, 0, 0, DateTimeKind.Unspecified);
        return last.AddDays(-(int)last.DayOfWeek);
    }

    private static int Number(Match match, string group) => Digits.Read(match.Groups[group].ValueSpan);
}
