namespace Dateline.Formats.Feeds;

/// <summary>A line above a text that says when it may be used.</summary>
internal static class EmbargoLine
{
    private static readonly string[] Words = ["embargo", "sperrfrist", "not for release before", "not for publication before", "hold for release", "under embargo", "strictly embargoed"];

    /// <summary>Whether a line says so; then it is taken over. An end that can't be read is one nobody knows.</summary>
    public static bool Take(string line, AgencyDraft draft)
    {
        var plain = line.Trim().TrimStart('(', '[', '*', '-', ' ');
        if (plain.Length > 160 || !Words.Any(w => plain.StartsWith(w, StringComparison.OrdinalIgnoreCase))) return false;
        var digit = plain.AsSpan().IndexOfAnyInRange('0', '9');
        draft.ReadEmbargo(digit < 0 ? plain : WithoutHourWord(plain[digit..].TrimEnd(')', ']', '-', '*', '=', '.', ' ')));
        return true;
    }

    // "17. November 2026, 10:00 Uhr"
    private static string WithoutHourWord(string end)
    {
        foreach (var word in (ReadOnlySpan<string>)[" Uhr", " hrs", " hours", " horas", " heures", " uur"])
            if (end.EndsWith(word, StringComparison.OrdinalIgnoreCase)) return end[..^word.Length].TrimEnd();

        return end;
    }

    public static bool IsRelease(string line) =>
        line.Trim().Trim('*', '-', ' ').Equals("for immediate release", StringComparison.OrdinalIgnoreCase);
}
