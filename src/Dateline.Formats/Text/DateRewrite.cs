using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Dateline.Formats.Text;

/// <summary>
/// Dates that neither standard knows, in the words of one that does: <c>16.11.2026</c>, <c>11/16/2026 9:30 AM</c>, <c>2026年11月16日</c>,
/// digits of other scripts, seconds since 1970. Where day and month could be either, nothing is guessed.
/// </summary>
internal static partial class DateRewrite
{
    private const int Century = 2000;

    private static readonly string[] Fillers = [" at ", " um ", " à ", " às ", " a las ", " alle ", " ore ", " kl. ", " kl ", " klo ", " om ", " saat ", " الساعة ", " ساعت ", " - ", " – ", " — ", " | ", " o godz. ", " в ", " Uhr "];

    // "10:12 Uhr"
    private static readonly string[] Hours = [" Uhr", " hrs", " hours", " horas", " heures", " uur", " ore", " óra", " h"];

    private static readonly string[] PersianMonths = ["فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"];

#pragma warning disable MA0009 // at most 100 characters are looked at
    // ISO 8601, week dates: 2026-W47-1
    [GeneratedRegex(@"^(?<year>\d{4})-?W(?<week>\d{2})(?:-?(?<day>[1-7]))?(?<rest>[T ]\d.*)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Week { get; }

    // 11:05:33 Europe/Vienna
    [GeneratedRegex(@"^(?<local>.*\d:\d\d(?::\d\d)?(?:\.\d+)?(?: ?[AP]M)?) (?<zone>[A-Z][A-Za-z]+/[A-Z][A-Za-z_/-]+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Zone { get; }

    [GeneratedRegex(@"^(?:\p{L}+\.?,?\s+)?(?<first>\d{1,2})(?<mark>[./-])(?<second>\d{1,2})\k<mark>(?<year>\d{4}|\d{2})(?:[^\d].*)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Numbers { get; }

    [GeneratedRegex(@"^(?:\p{L}[\p{L}\u200C]*\s+)?(?<day>\d{1,2})\s+(?<month>فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند)(?: ماه)?\s+(?<year>1[34]\d\d)(?<rest>\D.*)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex PersianDay { get; }
#pragma warning restore MA0009

    /// <summary>The date said otherwise; null where nothing was done to it.</summary>
    public static string? Of(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAnyExceptInRange('0', '9')) return Seconds(text);
        var plain = Plain(text);
        if (Week.Match(plain) is { Success: true } week) return OfWeek(week);
        if (Zone.Match(plain) is { Success: true } zone) return InZone(zone);
        if (Numbers.Match(plain) is { Success: true } match) return Ordered(match, plain);
        if (PersianDay.Match(plain) is { Success: true } persian)
            return string.Create(CultureInfo.InvariantCulture, $"{persian.Groups["year"].ValueSpan}-{Array.IndexOf(PersianMonths, persian.Groups["month"].Value) + 1:00}-{Number(persian, "day"):00} {persian.Groups["rest"].ValueSpan.Trim(" ,-|")}");
        return text.SequenceEqual(plain) ? null : plain;
    }

    private static string Plain(ReadOnlySpan<char> text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '[') break;                        // …+03:00[Europe/Istanbul]
            if (CharUnicodeInfo.GetDecimalDigitValue(c) is >= 0 and var digit) plain.Append((char)('0' + digit));
            else if (c is '年' or '月' or '년' or '월') plain.Append('-');
            else if (c is '日' or '일' or '،') plain.Append(' ');
            else if (c is 'h' or 'H' && i > 0 && i + 1 < text.Length && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1])) plain.Append(':');   // 10h30
            else if (c is '时' or '時' or '点' or '시' or '：') plain.Append(':');
            else if (c is '.' && i > 0 && i + 2 < text.Length && char.IsAsciiDigit(text[i - 1]) && text[i + 1] == ' ' && char.IsLetter(text[i + 2])) continue;   // 16. November
            else if (c is '分' or '秒' or '분' or '초' or '\u200E' or '\u200F') continue;
            else plain.Append(char.IsWhiteSpace(c) ? ' ' : c);
        }

        plain.Replace("a.m.", "AM").Replace("p.m.", "PM").Replace("a. m.", "AM").Replace("p. m.", "PM").Replace("- ", "-");
        var said = plain.ToString().Trim().TrimEnd(':');
        foreach (var filler in Fillers) said = said.Replace(filler, " ", StringComparison.OrdinalIgnoreCase);
        foreach (var hours in Hours)
            if (said.EndsWith(hours, StringComparison.OrdinalIgnoreCase) && said.Length > hours.Length + 2 && char.IsAsciiDigit(said[^(hours.Length + 1)])) said = said[..^hours.Length];

        while (said.Contains("  ", StringComparison.Ordinal)) said = said.Replace("  ", " ", StringComparison.Ordinal);
        return said;
    }

    private static string? OfWeek(Match match)
    {
        var (year, week) = (Number(match, "year"), Number(match, "week"));
        if (year is < 1 or > 9998 || week < 1 || week > ISOWeek.GetWeeksInYear(year)) return null;
        var day = match.Groups["day"] is { Success: true, ValueSpan: [var digit] } ? digit - '0' : 1;
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.ToDateTime(year, week, (DayOfWeek)(day % 7)):yyyy-MM-dd}{match.Groups["rest"].ValueSpan}");
    }

    private static string? InZone(Match match)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(match.Groups["zone"].Value, out var zone) || !NewsDate.TryRead(match.Groups["local"].ValueSpan, out var read)) return null;
        var local = DateTime.SpecifyKind(read.DateTime, DateTimeKind.Unspecified);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);
    }

    private static string? Ordered(Match match, string plain)
    {
        var (first, second) = (Number(match, "first"), Number(match, "second"));
        var year = Number(match, "year");
        if (year < 100) year += year < 50 ? Century : Century - 100;
        var rest = plain[(match.Groups["year"].Index + match.Groups["year"].Length)..].TrimStart(' ', ',', '-', '.');
        // Whoever writes AM and PM writes the month first; dots and hyphens stand behind a day.
        var isAmerican = rest.Contains("AM", StringComparison.OrdinalIgnoreCase) || rest.Contains("PM", StringComparison.OrdinalIgnoreCase);
        var monthFirst = second > 12 || (first <= 12 && match.Groups["mark"].ValueSpan is "/" && isAmerican);
        if (!monthFirst && match.Groups["mark"].ValueSpan is "/" && first <= 12 && first != second) return null;
        return string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{(monthFirst ? first : second):00}-{(monthFirst ? second : first):00} {rest}");
    }

    // Ten digits are seconds, thirteen are milliseconds, of these decades.
    private static string? Seconds(ReadOnlySpan<char> digits)
    {
        const long Least = 1_000_000_000;
        if (digits.Length is not (10 or 13) || !long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        var milliseconds = digits.Length == 13 ? number : number * 1000;
        return milliseconds < Least * 1000 ? null : DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToString("O", CultureInfo.InvariantCulture);
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
}
