using System.Globalization;

namespace Dateline.Formats.Text;

/// <summary>The state of reading one date: where we are, and what was found.</summary>
internal ref struct DateScan(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> text = text;
    private int at;
    private int year, month = 1, day = 1, hour, minute, second, fraction, zoneMinutes;
    private bool isSeasonal;

    public bool TryIso()
    {
        if (!Number(4, 4, out year)) return false;
        var basic = Peek() is >= '0' and <= '9';
        if (at < text.Length)
        {
            if (!basic) at++;
            if (!Number(basic ? 2 : 1, 2, out month)) return false;
        }

        if (at < text.Length && Peek() is not ('T' or 't' or ' '))
        {
            if (!basic) at++;
            if (!Number(basic ? 2 : 1, 2, out day)) return false;
        }

        ToOurs();
        while (Peek() is 'T' or 't' or ' ' or ',') at++;
        return at == text.Length || (Time(basic) && Zone());
    }

    public bool TryRfc822()
    {
        // "Tue, 12 Jan 2016 12:35:40 GMT", "Tue 12 January 16 2:35 PM", "Jan 12, 2016 12:35", "12-Jan-16"
        var haveDay = false;
        var haveMonth = false;
        while (!(haveDay && haveMonth))
        {
            Separators();
            if (at >= text.Length) return false;
            if (char.IsAsciiDigit(text[at]))
            {
                if (haveDay || !Number(1, 2, out day)) return false;
                haveDay = true;
                SkipLetters();      // 1st, 2nd
            }
            else
            {
                var word = Word();
                if (word.IsEmpty) return false;
                if (MonthNames.TryFind(word, out month)) haveMonth = true;
                else if (haveDay || !MonthNames.IsWeekday(word)) return false;
            }
        }

        Separators();
        // "mar. 12 janvier 2016": what looked like March was mardi.
        if (char.IsLetter(Peek()) && !MonthNames.TryFind(Word(), out month)) return false;
        Separators();
        var start = at;
        if (!Number(1, 4, out year)) return false;
        var digits = at - start;
        if (digits <= 2 && Peek() is ':') return TryYearLast(start);
        if (digits == 3) year += 1900;                         // RFC 5322 section 4.3
        else if (digits <= 2) year += year < 50 ? 2000 : 1900;

        Separators();
        if (Peek() is 'a' or 'A' && text[at..].StartsWith("at ", StringComparison.OrdinalIgnoreCase)) at += 3;
        return at == text.Length || !char.IsAsciiDigit(text[at]) ? Zone() : Time(basic: false) && Zone();
    }

    // "Mon Nov 16 09:30:00 CET 2026"
    private bool TryYearLast(int time)
    {
        at = time;
        year = 0;
        if (!Time(basic: false)) return false;
        Separators();
        if (char.IsAsciiLetter(Peek()) && !ZoneName()) return false;
        Separators();
        return Number(4, 4, out year) && Zone();
    }

    // The years of the Persian calendar and of the Islamic one, as they are now, are none that news has been made in otherwise.
    private void ToOurs()
    {
        Calendar? calendar = year is >= 1370 and < 1425 ? new PersianCalendar() : year is >= 1425 and < 1470 ? new UmAlQuraCalendar() : null;
        if (calendar is null || month is < 1 or > 12 || day < 1 || day > calendar.GetDaysInMonth(year, month)) return;
        var ours = calendar.ToDateTime(year, month, day, 0, 0, 0, 0);
        (year, month, day) = (ours.Year, ours.Month, ours.Day);
    }

    /// <summary>How far the zone is ahead of UTC on the day that was read.</summary>
    public readonly int MinutesAhead => zoneMinutes + (isSeasonal && Zones.IsSummer(year, month, day) ? 60 : 0);

    public readonly bool TryMake(out DateTimeOffset instant)
    {
        instant = default;
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        if (hour > 24 || minute > 59 || second > 60 || (hour == 24 && minute + second > 0)) return false;
        var ticks = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc).Ticks
            + ((((hour * 60L) + minute - MinutesAhead) * 60) + Math.Min(second, 59)) * TimeSpan.TicksPerSecond
            + fraction;
        if (ticks < 0 || ticks > DateTime.MaxValue.Ticks) return false;
        instant = new DateTimeOffset(ticks, TimeSpan.Zero);
        return true;
    }

    private bool Time(bool basic)
    {
        if (!Number(1, 2, out hour)) return false;
        if (Peek() is ':' or '.' || (basic && Peek() is >= '0' and <= '9'))
        {
            if (Peek() is ':' or '.') at++;
            if (!Number(1, 2, out minute)) return false;
            if (Peek() is ':' or '.' || (basic && Peek() is >= '0' and <= '9'))
            {
                if (Peek() is ':' or '.') at++;
                if (!Number(1, 2, out second)) return false;
                Fraction();
            }
        }

        Separators();
        var noon = text[at..];
        if (noon.StartsWith("PM", StringComparison.OrdinalIgnoreCase) || noon.StartsWith("AM", StringComparison.OrdinalIgnoreCase))
        {
            if (hour is < 1 or > 12) return false;
            hour = (hour % 12) + (noon[0] is 'P' or 'p' ? 12 : 0);
            at += 2;
        }

        return true;
    }

    private void Fraction()
    {
        if (Peek() is not ('.' or ',')) return;
        at++;
        for (var unit = (int)TimeSpan.TicksPerSecond / 10; char.IsAsciiDigit(Peek()); at++, unit /= 10) fraction += (text[at] - '0') * unit;
    }

    private bool Zone()
    {
        Separators();
        if (at >= text.Length) return true;
        if (char.IsAsciiLetter(text[at]) && !ZoneName()) return false;
        // "(GMT+7)": a zone in brackets where no other stands is the zone.
        if (text[at..] is ['(', 'G', 'M', 'T', '+' or '-', ..] or ['(', 'U', 'T', 'C', '+' or '-', ..]) at += 4;
        if (Peek() is '(') return true;
        if (Peek() is '+' or '-' or '\u2212')
        {
            var sign = text[at++] == '+' ? 1 : -1;
            if (!Number(1, 2, out var hours)) return false;
            if (Peek() == ':') at++;
            var minutes = 0;
            if (char.IsAsciiDigit(Peek()) && !Number(2, 2, out minutes)) return false;
            if (hours > 15 || minutes > 59) return false;
            zoneMinutes = sign * ((hours * 60) + minutes);
        }

        Separators();
        return at >= text.Length || text[at] is '(' or ')' || char.IsAsciiLetter(text[at]);    // "+0000 (UTC)", "-0500 EST"
    }

    private bool ZoneName()
    {
        var name = Word();
        isSeasonal = Zones.IsSeasonal(name);
        return Zones.TryFind(name, out zoneMinutes);
    }

    private bool Number(int least, int most, out int number)
    {
        number = 0;
        var start = at;
        while (at < text.Length && at - start < most && char.IsAsciiDigit(text[at])) number = (number * 10) + (text[at++] - '0');
        return at - start >= least;
    }

    private ReadOnlySpan<char> Word()
    {
        var start = at;
        while (at < text.Length && (char.IsLetter(text[at]) || (text[at] == '.' && at > start))) at++;
        return text[start..at].TrimEnd('.');
    }

    private void SkipLetters()
    {
        while (at < text.Length && text[at] is 's' or 't' or 'n' or 'd' or 'r' or 'h' && at + 1 < text.Length && text[at - 1] is not ' ') at++;
    }

    private void Separators()
    {
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] is ',' or '/' || (text[at] == '-' && year == 0))) at++;
    }

    private readonly char Peek() => at < text.Length ? text[at] : '\0';
}
