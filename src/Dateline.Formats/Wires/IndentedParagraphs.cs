namespace Dateline.Formats.Wires;

/// <summary>
/// Text with hard line ends, where a paragraph begins with an indented line or after a blank one: how wires were
/// written on paper, and how they still come inside one <c>p</c> or one plain body.
/// </summary>
internal static class IndentedParagraphs
{
    private const int LeastIndent = 2;
    private const int MostIndent = 5;
    private const int ShortestWrapped = 40;
    private const int LongestWrapped = 100;

    // With it Chinese and Japanese begin a paragraph; their lines are never wrapped.
    private const char Ideographic = '\u3000';

    /// <summary>The paragraphs of one <c>p</c>; null where it is one only.</summary>
    public static List<string>? Split(string text)
    {
        if (!text.Contains('\n', StringComparison.Ordinal)) return null;
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        if (!AreIndented(lines) && !lines.Skip(1).Any(line => line is [Ideographic, ..])) return null;
        var paragraphs = Gather(lines, byIndent: true).ConvertAll(p => string.Join(' ', p));
        return paragraphs.Count > 1 ? paragraphs : null;
    }

    /// <summary>Plain text with a blank line between paragraphs, and without the line ends that only wrapped it.</summary>
    public static string Unwrap(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        return string.Join("\n\n", Gather(lines, AreIndented(lines)).Select(p => string.Join(IsWrapped(p) ? ' ' : '\n', p)));
    }

    private static bool AreIndented(string[] lines)
    {
        var (flush, indented) = (false, false);
        foreach (var line in lines.Skip(1))
        {
            var indent = line.Length - line.TrimStart().Length;
            if (indent == line.Length) continue;
            flush |= indent == 0;
            indented |= IsIndent(indent);
        }

        return flush && indented;
    }

    private static bool IsIndent(int indent) => indent is >= LeastIndent and <= MostIndent;

    private static List<List<string>> Gather(string[] lines, bool byIndent)
    {
        List<List<string>> paragraphs = [];
        var begins = true;
        foreach (var line in lines)
        {
            var trimmed = line.Trim();
            if (trimmed.Length == 0)
            {
                begins = true;
                continue;
            }

            if (begins || line[0] == Ideographic || (byIndent && IsIndent(line.Length - line.TrimStart().Length))) paragraphs.Add([]);
            paragraphs[^1].Add(trimmed);
            begins = false;
        }

        return paragraphs;
    }

    private static bool IsWrapped(List<string> lines)
    {
        for (var i = 0; i < lines.Count; i++)
            if (lines[i].Length > LongestWrapped || (i < lines.Count - 1 && lines[i].Length < ShortestWrapped)) return false;

        return true;
    }
}
