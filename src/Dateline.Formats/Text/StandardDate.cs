namespace Dateline.Formats.Text;

/// <summary>
/// Dates that are written as the standards want them, which nearly all are: <c>Tue, 12 Jan 2016 12:35:40 GMT</c> (RFC 5322) and
/// <c>2016-01-12T12:35:40+01:00</c> (RFC 3339). Whatever is in any way else is left to <see cref="DateScan"/>, which gives the same for these.
/// </summary>
internal static class StandardDate
{
    // So that years of the Persian and the Islamic calendar are none of these.
    private const int FirstYear = 1900;

    /// <param name="text">The date.</param>
    /// <param name="instant">The instant, in UTC.</param>
    /// <param name="ahead">How many minutes the clock is ahead of UTC.</param>
    public static bool TryRead(ReadOnlySpan<char> text, out DateTimeOffset instant, out int ahead)
    {
        (instant, ahead) = (default, 0);
        return text is [.., _, ':', _, _, ' ', _, _, _] or [.., _, ':', _, _, ' ', _, _, _, _, _] ? OfMail(text, out instant, out ahead) : text.Length >= 20 && text[10] == 'T' && OfInternet(text, out instant, out ahead);
    }

    // ddd, [d]d MMM yyyy HH:mm:ss zone
    private static bool OfMail(ReadOnlySpan<char> text, out DateTimeOffset instant, out int ahead)
    {
        (instant, ahead) = (default, 0);
        if (text[3] != ',' || text[4] != ' ' || !IsDay(text[..3])) return false;
        text = text[5..];
        var digits = text[1] == ' ' ? 1 : 2;
        var day = digits == 1 ? Digit(text[0]) : Two(text);
        text = text[digits..];

        // " Jan 2016 12:35:40 GMT"
        if (text.Length is not (22 or 24) || text[0] != ' ' || text[4] != ' ' || text[9] != ' ' || text[18] != ' ') return false;
        if (!TryZone(text[19..], out ahead)) return false;
        return TryMake((Two(text[5..]) * 100) + Two(text[7..]), Month(text[1..4]), day, text[10..18], 0, ahead, out instant);
    }

    // yyyy-MM-ddTHH:mm:ss[.f…](Z|±hh:mm)
    private static bool OfInternet(ReadOnlySpan<char> text, out DateTimeOffset instant, out int ahead)
    {
        (instant, ahead) = (default, 0);
        if (text[4] != '-' || text[7] != '-') return false;
        var (at, fraction) = (19, 0);
        if (text[at] == '.')
        {
            at++;
            for (var unit = (int)TimeSpan.TicksPerSecond / 10; at < text.Length && char.IsAsciiDigit(text[at]); at++, unit /= 10) fraction += (text[at] - '0') * unit;
        }

        var zone = text[at..];
        if (zone is not "Z" && !(zone is [_, _, _, ':', _, _] && TryOffset(zone, zone[4..], out ahead))) return false;
        return TryMake((Two(text) * 100) + Two(text[2..]), Two(text[5..]), Two(text[8..]), text[11..19], fraction, ahead, out instant);
    }

    private static bool TryZone(ReadOnlySpan<char> text, out int ahead)
    {
        ahead = 0;
        return text is "GMT" or "UTC" || (text.Length == 5 && TryOffset(text, text[3..], out ahead));
    }

    private static bool TryOffset(ReadOnlySpan<char> sign, ReadOnlySpan<char> minutes, out int ahead)
    {
        var (hour, minute) = (Two(sign[1..]), Two(minutes));
        ahead = (sign[0] == '-' ? -1 : 1) * ((hour * 60) + minute);
        return sign[0] is '+' or '-' && hour is >= 0 and <= 14 && minute is >= 0 and <= 59;
    }

    private static bool TryMake(int year, int month, int day, ReadOnlySpan<char> time, int fraction, int ahead, out DateTimeOffset instant)
    {
        instant = default;
        if (time[2] != ':' || time[5] != ':') return false;
        var (hour, minute, second) = (Two(time), Two(time[3..]), Two(time[6..]));
        if (year is < FirstYear or > 9998 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59) return false;
        instant = new DateTimeOffset(new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc).Ticks + fraction - (ahead * TimeSpan.TicksPerMinute), TimeSpan.Zero);
        return true;
    }

    private static bool IsDay(ReadOnlySpan<char> name) => name is "Mon" or "Tue" or "Wed" or "Thu" or "Fri" or "Sat" or "Sun";

    private static int Month(ReadOnlySpan<char> name) => name switch
    {
        "Jan" => 1,
        "Feb" => 2,
        "Mar" => 3,
        "Apr" => 4,
        "May" => 5,
        "Jun" => 6,
        "Jul" => 7,
        "Aug" => 8,
        "Sep" => 9,
        "Oct" => 10,
        "Nov" => 11,
        "Dec" => 12,
        _ => 0,
    };

    // Less than nothing where either is no digit, whatever it is multiplied with and added to.
    private static int Two(ReadOnlySpan<char> digits) => (Digit(digits[0]) * 10) + Digit(digits[1]);

    private static int Digit(char c) => char.IsAsciiDigit(c) ? c - '0' : -100_000;
}
