namespace Dateline.Formats.Text;

/// <summary>
/// Dates as senders write them: RFC 822 and 5322 with the usual mistakes, RFC 3339 and ISO 8601 in their
/// variants. Numbers alone (<c>16.11.2026</c>), the months and
/// digits of other languages and the years of the Persian and the Islamic calendar are read too. A date without a zone is taken as UTC; a wrong weekday is ignored.
/// </summary>
public static class NewsDate
{
    /// <summary>Reads a date.</summary>
    /// <param name="text">The date as sent.</param>
    /// <param name="instant">The instant, in UTC.</param>
    /// <returns>False where the text is no date; then nothing is guessed.</returns>
    public static bool TryRead(ReadOnlySpan<char> text, out DateTimeOffset instant) => TryRead(text, out instant, out _);

    /// <summary>Reads a date, and from it the sender's clock.</summary>
    /// <param name="text">The date as sent.</param>
    /// <param name="instant">The instant, in UTC.</param>
    /// <param name="clock">How far the clock is ahead of UTC. Null where the date doesn't say, and where it says UTC, which servers all over the world write.</param>
    internal static bool TryRead(ReadOnlySpan<char> text, out DateTimeOffset instant, out TimeSpan? clock)
    {
        text = text.Trim();
        (instant, clock) = (default, null);
        if (text.Length is < 4 or > 100) return false;
        if (StandardDate.TryRead(text, out instant, out var minutes))
        {
            clock = minutes == 0 ? null : TimeSpan.FromMinutes(minutes);
            return true;
        }

        return TryPlain(text, out instant, out clock) || (DateRewrite.Of(text) is { } plain && TryPlain(plain, out instant, out clock));
    }

    private static bool TryPlain(ReadOnlySpan<char> text, out DateTimeOffset instant, out TimeSpan? clock)
    {
        (instant, clock) = (default, null);
        var scan = new DateScan(text);
        if (!(IsIso(text) ? scan.TryIso() : scan.TryRfc822()) || !scan.TryMake(out instant)) return false;
        clock = scan.MinutesAhead == 0 ? null : TimeSpan.FromMinutes(scan.MinutesAhead);
        return true;
    }

    // 2016-01, 2016/01/12, 2016.01.12, 20160112T…: a year, or all eight digits, first.
    private static bool IsIso(ReadOnlySpan<char> text)
    {
        var digits = 0;
        while (digits < text.Length && char.IsAsciiDigit(text[digits])) digits++;
        return digits == 8 || digits == 14 || (digits == 4 && (text.Length == 4 || text[4] is '-' or '/' or '.'));
    }
}
