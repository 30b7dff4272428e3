using System.Text;
using System.Text.RegularExpressions;

namespace Dateline.Formats.Mail;

/// <summary>The plain text of a mail: without signature and unsubscribe tail, its broken lines put together again.</summary>
internal static class MailText
{
    private const int TailLines = 16;
    private const int LongLine = 60;

    private static readonly Regex List = new(@"^\s*(?:[-*•–]|\d{1,2}[.)])\s", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private static readonly string[] Unsubscribing =
    [
        "unsubscribe", "abmelden", "abbestellen", "désabonner", "désinscrire", "desinscrire", "darse de baja", "cancelar su suscripción", "cancellarti", "disiscriver", "uitschrijven", "avregistrera", "afmelden",
        "view this email in your browser", "manage your preferences", "manage your subscription", "you received this message because", "you are receiving this", "confidentiality notice", "this e-mail and any attachments", "this email and any attachments",
    ];

    private static readonly string[] Ends = ["ends", "-ends-", "- ends -", "###", "# # #", "-30-", "ende", "*** ends ***"];

    public static bool IsUnsubscribing(string line) => Unsubscribing.Any(w => line.Contains(w, StringComparison.OrdinalIgnoreCase));

    /// <summary>The lines that belong to the text. Soft breaks of format=flowed (RFC 3676) are undone.</summary>
    public static List<string> Lines(string text, bool isFlowed)
    {
        var lines = new List<string>();
        var flowed = new StringBuilder();
        var (flowing, sawText) = (false, false);
        foreach (var sent in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (sent is "-- " || (sent is "--" && lines.Count > 2)) break;
            if (sent.StartsWith("-----Original Message", StringComparison.OrdinalIgnoreCase) && sawText) break;
            var line = sent.StartsWith(">From ", StringComparison.Ordinal) || (isFlowed && sent.StartsWith(' ')) ? sent[1..] : sent;
            flowed.Append(line);
            sawText |= flowed.Length > LongLine;
            flowing = isFlowed && line.EndsWith(' ');
            if (flowing) continue;
            lines.Add(flowed.ToString());
            flowed.Clear();
        }

        if (flowing) lines.Add(flowed.ToString());
        CutTail(lines);
        return lines;
    }

    private static void CutTail(List<string> lines)
    {
        for (var i = lines.Count / 3; i < lines.Count; i++)
        {
            if (!Ends.Contains(lines[i].Trim(), StringComparer.OrdinalIgnoreCase)) continue;
            lines.RemoveRange(i, lines.Count - i);
            break;
        }

        for (var (i, seen) = (lines.Count - 1, 0); i > 0 && seen < TailLines; i--)
        {
            if (lines[i].Trim().Length > 0) seen++;
            if (!IsUnsubscribing(lines[i])) continue;
            var start = i;
            while (start > 1 && lines[start - 1].Trim() is { Length: > 0 }) start--;
            lines.RemoveRange(start, lines.Count - start);
            i = start;
        }

        while (lines.Count > 0 && lines[^1].Trim('_', '-', '=', '*', ' ', '\t').Length == 0) lines.RemoveAt(lines.Count - 1);
    }

    /// <summary>Lines broken at a fixed width are joined; lists and short lines stay as they are.</summary>
    public static string Paragraphs(List<string> lines)
    {
        var text = new StringBuilder();
        for (var i = 0; i < lines.Count;)
        {
            if (string.IsNullOrWhiteSpace(lines[i]))
            {
                i++;
                continue;
            }

            var end = i + 1;
            while (end < lines.Count && !string.IsNullOrWhiteSpace(lines[end])) end++;
            if (text.Length > 0) text.Append("\n\n");
            Paragraph(lines, i, end, text);
            i = end;
        }

        return text.ToString();
    }

    private static void Paragraph(List<string> lines, int start, int end, StringBuilder text)
    {
        var width = 0;
        for (var i = start; i < end; i++) width = Math.Max(width, lines[i].TrimEnd().Length);
        for (var i = start; i < end; i++)
        {
            var line = lines[i].Trim();
            if (i > start)
            {
                // The line before was broken if the next word would not have fitted into it.
                var next = line.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space ? space : line.Length;
                var wasBroken = width is >= 50 and <= 100 && lines[i - 1].TrimEnd().Length + 1 + next > width - 12 && !List.IsMatch(line);
                text.Append(wasBroken ? ' ' : '\n');
            }

            text.Append(line);
        }
    }
}
