using System.Text.RegularExpressions;

namespace Dateline.Formats.Telegraph;

/// <summary>
/// The two lines before the text of an ANPA 1312 message: service level, story number and selector; then priority,
/// category, format, keyword with version, date and word count.
/// </summary>
internal static class AnpaHead
{
    private static readonly Regex First = new(@"^(?<level>[A-Za-z])(?<story>\d{4})[\x00-\x20]*[A-Za-z0-9-]*\s*$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    private static readonly Regex Second = new(
        @"^[\x00-\x1F]*(?<priority>[a-zA-Z])[ \t](?<category>[a-zA-Z])[\x00-\x20\x7F]*(?<slug>[\x21-\x7E].*?)[ \t]*(?<date>\d{1,2}-\d{1,2})(?:[ \t]+\d{0,5})?[\x00-\x20\x7F]*$",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    public static TelegraphHead? Read(string text, int start, int end)
    {
        if (end - start is < 5 or > 60 || First.Match(text[start..end]) is not { Success: true } first) return null;
        while (end < text.Length && text[end] is '\r' or '\n' or '\0' or '\u007F') end++;
        start = end;
        end = TelegraphHead.LineEnd(text, start);
        if (end - start is < 8 or > 120 || Second.Match(text[start..end]) is not { Success: true } second) return null;
        return new TelegraphHead(NewsFormat.Anpa1312)
        {
            Service = first.Groups["level"].Value,
            Serial = first.Groups["story"].Value,
            Urgency = UrgencyOf(char.ToLowerInvariant(second.Groups["priority"].Value[0])),
            Category = second.Groups["category"].Value.ToLowerInvariant(),
            IsTable = text.AsSpan(start, end - start).Contains('\u0012'),
            Slug = second.Groups["slug"].Value.Trim(),
            MonthDay = second.Groups["date"].Value,
            Length = end,
        };
    }

    // BC-Norland-Ferries, 2nd Ld-Writethru,120<, and below it ^: what remains of a message that was copied without its envelope.
    private static readonly Regex Bare = new(@"^(?<slug>(?:BC|AM|PM|AP|US|EU|AS)-[\x21-\x7E][\x20-\x7E]{2,70}?),\s?\d{1,5}<?\s*$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    /// <summary>The first line of a message without its envelope, where lines of a head follow; null if it is none.</summary>
    public static TelegraphHead? ReadBare(string text, int start)
    {
        var end = TelegraphHead.LineEnd(text, start);
        if (end - start is < 8 or > 100 || Bare.Match(text[start..end]) is not { Success: true } first) return null;
        var next = text.AsSpan(end).TrimStart("\r\n");
        return next is ['^', ..] ? new TelegraphHead(NewsFormat.Anpa1312) { Slug = first.Groups["slug"].Value.Trim(), Length = end } : null;
    }

    // Flash, bulletin, urgent, rush, daily, and the letters for copy that can wait.
    private static int UrgencyOf(char priority) => priority switch
    {
        'f' => 1,
        'b' => 2,
        'u' => 3,
        'r' => 4,
        'd' or 'z' => 5,
        'a' => 6,
        's' => 7,
        'w' => 8,
        _ => 5,
    };
}
