using Dateline.Formats.InText;

namespace Dateline.Formats.Wires;

/// <summary>A line above a text that says when it may be used.</summary>
internal static class EmbargoLine
{
    /// <summary>Whether a line says so; then it is taken over. An end that can't be read is one nobody knows.</summary>
    public static bool Take(string line, WireDraft draft)
    {
        // The label in one line, the time in the next.
        if (draft.SaidEmbargo is { IsTime: false } && EmbargoTime.Whole(line.AsSpan().Trim()) is { } time)
        {
            draft.SaidEmbargo = time;
            return true;
        }

        if (EmbargoWords.InLine(line.AsSpan().Trim()) is not { } end) return false;
        draft.SaidEmbargo ??= end;
        return true;
    }

    public static bool IsRelease(string line) =>
        line.Trim().Trim('*', '-', ' ').Equals("for immediate release", StringComparison.OrdinalIgnoreCase);
}
