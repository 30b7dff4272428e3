using System.Text.RegularExpressions;

namespace Dateline.Formats.Wires;

/// <summary>
/// How American wires say that a text is sent ahead of its time: <c>ADV22</c> behind the slug, for the 22nd, and <c>HFR</c>, hold for release.
/// Neither tells the hour.
/// </summary>
internal static partial class AdvanceMark
{
    private const int LongestSlug = 200;

#pragma warning disable MA0009 // at most 200 characters are looked at
    [GeneratedRegex(@"(?<=[,\s-])(?:ADV ?\d{1,2}|Adv ?\d{2}|HFR|(?i:hold for release))\b", RegexOptions.CultureInvariant)]
    private static partial Regex InSlug { get; }

    [GeneratedRegex(@"^\W*(?:(?:ADV|Adv)\.? ?\d{1,2}|HFR)\b\W*(?:(?i:for release|hold for release).{0,60})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Line { get; }

    [GeneratedRegex(@"^\W*(?:Eds?\b\W*|EDS\b\W*|Editors\W*)?HFR\b|\b(?i:hold for release)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Note { get; }
#pragma warning restore MA0009

    /// <summary>Whether a slug ends in it, or has it among its marks.</summary>
    public static bool IsIn(string? slug) => slug is { Length: <= LongestSlug } && InSlug.IsMatch(slug);

    /// <summary>Whether a line above a text is nothing else.</summary>
    public static bool IsLine(string line) => line.Length < LongestSlug && Line.IsMatch(line);

    /// <summary>Whether a note to editors begins with it, or has the words in full.</summary>
    public static bool IsNote(string? note) => note is not null && Note.IsMatch(note.Length > LongestSlug ? note[..LongestSlug] : note);
}
