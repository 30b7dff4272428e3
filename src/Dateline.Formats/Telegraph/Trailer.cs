using System.Globalization;
using System.Text.RegularExpressions;
using Dateline.Formats.Text;

namespace Dateline.Formats.Telegraph;

/// <summary>The last line of a message: when it was sent, in the manner of 7901 or of ANPA.</summary>
internal static class Trailer
{
    private static readonly Regex Iptc = new(
        @"^\W*(?:[A-Za-z]{2,8}\s+)?(?<day>\d{2})(?<hour>\d{2})(?<min>\d{2})\s*(?<zone>[A-Za-z]{1,5})?\s+(?<month>\p{L}{3,9})\.?\s*(?<year>\d{4}|\d{2})\W*$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    private static readonly Regex Anpa = new(
        @"^\W*(?:(?<agency>[A-Za-z]{1,8})-(?:(?<desk>[A-Za-z]{1,4})-)?)?(?<month>\d{1,2})-(?<dom>\d{1,2})-(?<year>\d{2,4})\s+(?<hour>\d{2})(?<min>\d{2})\s?(?<zone>[A-Za-z]{1,5})?\W*$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    // 16-NOV-26 15:30 NNNN; 11/16/15-30/26; 2026-11-16/15:30
    private static readonly Regex Telex = new(
        @"^\W*(?:[A-Za-z]{2,8}\d*\s+)?(?<dom>\d{1,2})-(?<name>\p{L}{3,9})-(?<year>\d{4}|\d{2})\s+(?<hour>\d{1,2})[:.](?<min>\d{2})(?:[:.]\d{2})?\s*(?:NNNN)?\W*$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    private static readonly Regex Slashes = new(
        @"^\W*(?<month>\d{1,2})/(?<dom>\d{1,2})/(?<hour>\d{2})-(?<min>\d{2})/(?<year>\d{2})\W*$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    private static readonly Regex Iso = new(
        @"^\W*(?:[A-Za-z]{2,8}\d*\s+)?(?<year>\d{4})-(?<month>\d{2})-(?<dom>\d{2})[/ T](?<hour>\d{2}):(?<min>\d{2})\W*$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    // Rtr 09:30 16-11-26
    private static readonly Regex ClockFirst = new(
        @"^\W*(?:[A-Za-z]{2,8}\s+)?(?<hour>\d{2}):(?<min>\d{2})\s+(?<dom>\d{2})-(?<month>\d{2})-(?<year>\d{4}|\d{2})\W*$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    // 11/30/26 15-09: of southern Africa
    private static readonly Regex Africa = new(
        @"^\W*(?<month>\d{2})/(?<dom>\d{2})/(?<year>\d{2}) (?<hour>\d{2})-(?<min>\d{2})\W*$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    /// <summary>Reads a line; false where it is none.</summary>
    public static bool TryRead(string line, out DateTimeOffset sent, out string? agency)
    {
        (sent, agency) = (default, null);
        if (line.Length is < 8 or > 60) return false;
        var match = Iptc.Match(line);
        if (match.Success && MonthNames.TryFind(match.Groups["month"].Value, out var month)) return Make(match, month, Number(match, "day"), out sent);
        match = Telex.Match(line);
        if (match.Success && MonthNames.TryFind(match.Groups["name"].Value, out month)) return Make(match, month, Number(match, "dom"), out sent);
        match = Slashes.Match(line) is { Success: true } slashed ? slashed : Iso.Match(line) is { Success: true } iso ? iso : ClockFirst.Match(line) is { Success: true } clock ? clock : Africa.Match(line) is { Success: true } south ? south : Anpa.Match(line);
        if (!match.Success) return false;
        agency = match.Groups["agency"] is { Success: true } named ? named.Value : null;
        return Make(match, Number(match, "month"), Number(match, "dom"), out sent);
    }

    private static bool Make(Match match, int month, int day, out DateTimeOffset sent)
    {
        var year = Number(match, "year");
        if (year < 100) year += year < 50 ? 2000 : 1900;
        var zone = match.Groups["zone"].Value;
        var written = string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}T{Number(match, "hour"):00}:{Number(match, "min"):00} {(Zones.TryFind(zone, out _) ? zone : "Z")}");
        return NewsDate.TryRead(written, out sent);
    }

    private static int Number(Match match, string group) => Digits.Read(match.Groups[group].ValueSpan);
}
