using System.Text;
using System.Text.RegularExpressions;

namespace Dateline.Formats.Mail;

/// <summary>The plain text of a mail: without signature, its broken lines put together again.</summary>
internal static class MailText
{
    private static readonly Regex List = new(@"^\s*(?:[-*•–]|\d{1,2}[.)])\s", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    // *Los barcos vuelven*: bold, where a program made the text of a page; and in place of a picture its name.
    private static readonly Regex Stars = new(@"(?<before>^|[\s(""“«])\*(?<words>[^\s*](?:[^*\n]{0,200}[^\s*])?)\*(?<after>$|[\s.,;:!?)""”»])", RegexOptions.NonBacktracking | RegexOptions.Multiline | RegexOptions.CultureInvariant);

    /// <summary>The text that a mail program made of a page, without the signs it wrote for bold and the names of pictures.</summary>
    public static string WithoutStars(string text)
    {
        if (text.Contains("[image: ", StringComparison.Ordinal)) text = Image.Replace(text, "");
        return text.Contains('*', StringComparison.Ordinal) ? Stars.Replace(text, "${before}${words}${after}") : text;
    }

    private static readonly Regex Image = new(@"^\[image: [^\]\n]{0,200}\][ \t\r]*$", RegexOptions.NonBacktracking | RegexOptions.Multiline | RegexOptions.CultureInvariant);

    /// <summary>The lines that belong to the text. Soft breaks of format=flowed (RFC 3676) are undone, with their blank where it says delsp.</summary>
    public static List<string> Lines(string text, bool isFlowed, bool isUnspaced = false)
    {
        var lines = new List<string>();
        var flowed = new StringBuilder();
        var isOpen = false;
        foreach (var sent in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (sent is "-- " || (sent is "--" && lines.Count > 2)) break;
            var line = sent.StartsWith(">From ", StringComparison.Ordinal) || (isFlowed && sent.StartsWith(' ')) ? sent[1..] : sent;
            // RFC 3676, 4.5: only lines quoted as deep are one.
            if (isOpen && flowed.Length > 0 && (flowed[0] == '>') != line.StartsWith('>')) Close();
            flowed.Append(isOpen && flowed.Length > 0 && line.StartsWith('>') ? line.TrimStart('>', ' ') : line);
            isOpen = isFlowed && line.EndsWith(' ');
            if (isOpen && isUnspaced) flowed.Length--;
            if (!isOpen) Close();
        }

        if (isOpen) Close();
        return lines;

        void Close()
        {
            lines.Add(flowed.ToString());
            flowed.Clear();
        }
    }

    /// <summary>The lines of the story among them.</summary>
    public static List<string> Story(List<string> lines, bool isReply)
    {
        var keep = MailStory.Keep(lines, isReply, areBlocks: false);
        return [.. lines.Where((_, at) => keep[at])];
    }

    /// <summary>Whether somebody wrote them, and not only quoted them.</summary>
    public static bool IsText(List<string> lines)
    {
        const int LeastLetters = 30;
        return lines.Where(line => !line.StartsWith('>')).Sum(line => line.Count(char.IsLetter)) >= LeastLetters;
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
            while (end < lines.Count && !string.IsNullOrWhiteSpace(lines[end]) && !BeginsParagraph(lines, end)) end++;
            if (text.Length > 0) text.Append("\n\n");
            Paragraph(lines, i, end, text);
            i = end;
        }

        return text.ToString();
    }

    // Nothing parts it from the last but that it's indented, after a sentence.
    private static bool BeginsParagraph(List<string> lines, int at) =>
        (lines[at].StartsWith("  ", StringComparison.Ordinal) || lines[at][0] == '\t') && !char.IsWhiteSpace(lines[at - 1][0]) && lines[at].AsSpan().Trim()[0] is var first && (char.IsUpper(first) || first is '"' or '“' or '„' or '«')
        && lines[at - 1].AsSpan().TrimEnd() is [.., '.' or '!' or '?' or '"' or '”' or '“' or '»'];

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
