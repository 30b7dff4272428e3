namespace Dateline.Formats.InText;

/// <summary>A line around a text that tells the desk what may be done with it. Who sorts lines keeps it, whatever it looks like: it is read from the text later.</summary>
internal static class HandlingLine
{
    private const int Longest = 200;
    private const int LongestRubric = 10;

    /// <summary>Whether a line says that a text is held or killed, and nothing else. A rubric of one word (EMBARGO in a menu) does not.</summary>
    public static bool Is(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        if (line.Length is < 4 or > Longest) return false;
        if (KillWords.IsLine(line)) return true;
        if (EmbargoWords.InLine(line) is not { } held || !(held.IsTime || line.Length > LongestRubric || line.StartsWith("embargoed", StringComparison.OrdinalIgnoreCase))) return false;
        return EmbargoWords.InHeadline(line, out _) is not { IsWhole: false, Length: > 0 };
    }
}
