using System.Text;

namespace Dateline.Formats.Wires;

/// <summary>
/// Plain text that a program broke into lines of one width, put together again. Where nothing but the width parts its lines is told by
/// them: each is as full as the next word allowed. Lists, verses and tables have lines that end earlier, and stay.
/// </summary>
internal static class WrappedText
{
    private const int Narrowest = 45;
    private const int Widest = 110;
    private const int LeastFull = 3;
    private const int LeastWords = 4;

    // An indented line is wider than the others.
    private const int Slack = 4;

    private enum LineEnd
    {
        Kept,
        Full,
        Sentence,
    }

    /// <summary>The text with a blank line between paragraphs; the same text where it isn't wrapped.</summary>
    public static string Join(string text)
    {
        if (text.Length < Narrowest * LeastFull || !text.Contains('\n', StringComparison.Ordinal)) return text;
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var width = 0;
        foreach (var line in lines) width = Math.Max(width, line.AsSpan().TrimEnd().Length);
        if (width is < Narrowest or > Widest) return text;

        var ends = new LineEnd[lines.Length];
        var (full, kept, goesOn) = (0, 0, 0);
        for (var i = 0; i + 1 < lines.Length; i++)
        {
            if (IsBlank(lines[i]) || IsBlank(lines[i + 1])) continue;
            ends[i] = Of(lines[i], lines[i + 1], width);
            if (ends[i] == LineEnd.Kept) kept++;
            if (ends[i] != LineEnd.Full) continue;
            full++;
            if (lines[i + 1].AsSpan().TrimStart() is [var first, ..] && !char.IsUpper(first)) goesOn++;
        }

        // Headings of one length begin with a capital each; of wrapped lines a good part begins within a sentence.
        return full < LeastFull || kept > full / 4 || goesOn * 4 < full ? text : Joined(lines, ends);
    }

    private static LineEnd Of(string line, string next, int width)
    {
        var bare = line.AsSpan().TrimEnd();
        var following = next.AsSpan().Trim();
        var isIndented = next.StartsWith("  ", StringComparison.Ordinal) && !line.StartsWith("  ", StringComparison.Ordinal);
        var word = following.IndexOf(' ') is >= 0 and var space ? space : following.Length;
        var endsSentence = bare.TrimEnd("\"”“»’'") is [.., '.' or '!' or '?' or '…' or '؟' or '۔' or '।' or ':'];
        if (following[0] is '-' or '*' or '•' or '–' or '>' or '|' || bare.Trim().Count(' ') + 1 < LeastWords) return endsSentence ? LineEnd.Sentence : LineEnd.Kept;
        if (isIndented && endsSentence) return LineEnd.Sentence;
        return bare.Length + 1 + word + Slack > width ? LineEnd.Full : endsSentence ? LineEnd.Sentence : LineEnd.Kept;
    }

    private static string Joined(string[] lines, LineEnd[] ends)
    {
        var text = new StringBuilder();
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].AsSpan().Trim();
            if (line.IsEmpty) continue;
            text.Append(line);
            var next = i + 1;
            while (next < lines.Length && IsBlank(lines[next])) next++;
            if (next == lines.Length) break;
            text.Append(next > i + 1 || ends[i] == LineEnd.Sentence ? "\n\n" : ends[i] == LineEnd.Full ? " " : "\n");
        }

        return text.ToString();
    }

    private static bool IsBlank(string line) => line.AsSpan().Trim().IsEmpty;
}
