namespace Dateline.Formats.Telegraph;

/// <summary>The text of a message between its control characters.</summary>
/// <param name="Before">The lines between head and STX: keywords and slug.</param>
/// <param name="Text">The lines from STX to ETX; all of them where there is no STX.</param>
/// <param name="After">The lines behind ETX.</param>
/// <param name="HasStart">Whether there is an STX.</param>
internal sealed record TelegraphParts(List<string> Before, List<string> Text, List<string> After, bool HasStart)
{
    public static TelegraphParts Of(string text)
    {
        var start = text.IndexOf('\u0002', StringComparison.Ordinal);
        var end = text.IndexOf('\u0003', Math.Max(start, 0));
        return new(
            start < 0 ? [] : Lines(text.AsSpan(0, start)),
            Lines(text.AsSpan(start + 1, (end < 0 ? text.Length : end) - start - 1)),
            end < 0 ? [] : Lines(text.AsSpan(end + 1)),
            start >= 0);
    }

    // What remains of control characters was for the typesetting machine.
    private static List<string> Lines(ReadOnlySpan<char> text)
    {
        var lines = new List<string>();
        foreach (var line in text.Split('\n'))
        {
            var chars = text[line].ToArray();
            for (var i = 0; i < chars.Length; i++)
                if ((chars[i] < ' ' && chars[i] != '\t') || chars[i] is >= '\u007F' and < '\u00A0') chars[i] = '\0';
            lines.Add(new string(chars).Replace("\0", "", StringComparison.Ordinal));
        }

        return lines;
    }

    /// <summary>Takes the line that says when the message was sent out of the last lines of a text, or finds it after it.</summary>
    public (DateTimeOffset? Sent, string? Agency) TakeTrailer()
    {
        foreach (var line in After)
            if (Trailer.TryRead(line, out var sent, out var agency)) return (sent, agency);

        for (var (i, seen) = (Text.Count - 1, 0); i >= 0 && seen < 4; i--)
        {
            if (string.IsNullOrWhiteSpace(Text[i])) continue;
            seen++;
            if (!Trailer.TryRead(Text[i], out var sent, out var agency)) continue;
            Text.RemoveRange(i, Text.Count - i);
            return (sent, agency);
        }

        return (null, null);
    }
}
