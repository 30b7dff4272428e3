namespace Dateline.Formats.Pages;

/// <summary>
/// The line that publishing systems put below a headline, its parts between bars or dashes:
/// <c>November 16, 2026/0 Comments/in Harbour, News /by mquill</c>.
/// </summary>
internal static class PostLine
{
    private const int Longest = 300;
    private const int LongestName = 60;
    private const int MostWords = 5;

    private static readonly string[] Bys = ["by ", "by: ", "author: ", "von ", "par ", "por ", "door ", "autor: ", "автор: "];

    private static readonly string[] Ins = ["in ", "in: ", "posted in ", "filed under ", "category: ", "categories: ", "unter ", "dans ", "en "];

    /// <summary>When it was published and by whom; null where the line is another: one part of it that is none of these is enough.</summary>
    public static (DateTimeOffset? Published, string? Byline)? Read(string line)
    {
        if (line.Length is < 8 or > Longest || TextWeight.EndsSentence(line)) return null;
        if (Submitted(line) is { } submitted) return submitted;
        var parts = line.Replace(" by ", "/by ", StringComparison.Ordinal).Replace(" — ", "/", StringComparison.Ordinal).Replace(" – ", "/", StringComparison.Ordinal).Replace(" - ", "/", StringComparison.Ordinal)
            .Split(['/', '|', '•', '·'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2) return null;
        var (published, byline, sorts) = ((DateTimeOffset?)null, (string?)null, 0);
        foreach (var part in parts)
        {
            if (MetaText.Date(part) is { } date) published ??= date;
            else if (After(part, Bys) is { Length: > 1 and < LongestName } name && TextWeight.Words(name) <= MostWords && char.IsLetter(name[0])) byline ??= name;
            else if (After(part, Ins) is null && !ChromeText.EndsStory(part) && !ChromeText.IsChrome(part)) return null;
            else continue;
            sorts++;
        }

        return sorts > 0 && (published is not null || parts.Length > 2) ? (published, byline) : null;
    }

    private static readonly string[] Submits = ["submitted by ", "posted by ", "published by ", "written by ", "created by "];

    // "Submitted by Mara Quill on Mon, 11/16/2026 - 09:30", as Drupal writes it.
    private static (DateTimeOffset? Published, string? Byline)? Submitted(string line)
    {
        if (After(line, Submits) is not { } rest || rest.IndexOf(" on ", StringComparison.Ordinal) is not (> 1 and < LongestName and var on)) return null;
        var when = rest[(on + 4)..];
        var weekday = when.IndexOf(", ", StringComparison.Ordinal);
        if ((MetaText.Date(when) ?? (weekday is > 0 and < 12 ? MetaText.Date(when[(weekday + 2)..]) : null)) is not { } published) return null;
        var name = rest[..on].Trim();
        return TextWeight.Words(name) > MostWords ? null : (published, name.Contains(' ', StringComparison.Ordinal) && char.IsLetter(name[0]) ? name : null);
    }

    private static string? After(string part, string[] openings)
    {
        foreach (var opening in openings)
            if (part.StartsWith(opening, StringComparison.OrdinalIgnoreCase)) return part[opening.Length..].Trim();

        return null;
    }
}
