using System.Text.RegularExpressions;
using Dateline.Formats.InText;

namespace Dateline.Formats.Telegraph;

/// <summary>What a line above the text of a telegram is, beside the headline.</summary>
internal static class HeadLines
{
    private const int LongestSlug = 60;

    private static readonly Regex PlaceAndAgency = new(@"^\p{Lu}[\p{L} .,'’/-]{1,60}\d{0,2}[\p{L} .,]{0,20}\(\p{L}[\p{L}/ .-]{1,20}\)\s*[-–—_.]", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private static readonly Regex AgencyFirst = new(@"^\(\p{L}[\p{L}/ .-]{1,20}\)\s*[-–—]", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    // ZCZC0123/SXB, R POL S0B QBXB: the telex's own head, within the envelope.
    private static readonly Regex Telex = new(@"^(?:ZCZC\S*|[BURF] [A-Z]{3} [A-Z0-9]{3} [A-Z0-9]{4})$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    // BC-EU--Norland-Ferries, AM-Ferries
    private static readonly Regex Cycle = new(@"^(?:BC|AM|PM|AP)-\S", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>Whether a text begins with the line: it says where, when and for whom.</summary>
    public static bool BeginsText(string line, LedeReader reader) =>
        PlaceAndAgency.IsMatch(line) || AgencyFirst.IsMatch(line) || reader.Read(line) is { Agencies.Count: > 0, Place: not null };

    // AP Photo XLON101, AP Graphic EU FERRIES
    private static readonly Regex Pictures = new(@"^[A-Z]{2,5} (?:Photos?|Videos?|Graphics?) [A-Z]{2,}[A-Z\d ,-]*$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>Whether a line speaks to machines or of what else is sent.</summary>
    public static bool IsMachine(string line) => line.Length < LongestSlug && (Telex.IsMatch(line) || Pictures.IsMatch(line));

    /// <summary>Whether the sender's working title stands above the headline: <c>Transport-mer</c>.</summary>
    /// <param name="line">The line, without marks of the version.</param>
    /// <param name="slug">The slug, as it is known already.</param>
    /// <param name="next">The line below, which is then the headline; null where none is.</param>
    public static bool IsSlug(string line, string? slug, string? next)
    {
        if (slug is { Length: > 0 } && (line.TrimEnd('/').Equals(slug, StringComparison.OrdinalIgnoreCase) || (line.Length < LongestSlug && slug.Contains('-', StringComparison.Ordinal) && line.StartsWith(slug, StringComparison.OrdinalIgnoreCase) && line.AsSpan().Count(' ') < 2))) return true;
        if (line.Length > LongestSlug || line.Contains(' ', StringComparison.Ordinal)) return Cycle.IsMatch(line) && line.Length < LongestSlug;
        if (Cycle.IsMatch(line)) return true;
        return line.AsSpan().IndexOfAny('-', '/') > 1 && next is not null && next.AsSpan().Count(' ') > 1;
    }
}
