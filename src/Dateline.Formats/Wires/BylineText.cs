using Dateline.Formats.InText;

namespace Dateline.Formats.Wires;

/// <summary>Bylines as they are printed, and the names in them.</summary>
internal static class BylineText
{
    /// <summary>The name in a line that begins with the word for "by".</summary>
    public static string WithoutBy(string line) => BylineNames.WithoutBy(line);

    /// <summary>Whether this may stand under a headline: a name of more than one word, not initials, a code or a user name.</summary>
    public static bool IsFullName(string name) => name.Contains(' ', StringComparison.Ordinal) && !name.Contains('/', StringComparison.Ordinal) && name.Any(char.IsLower);
}
