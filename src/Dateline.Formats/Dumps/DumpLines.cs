using System.Text;
using System.Text.RegularExpressions;
using Dateline.Formats.Pages;

namespace Dateline.Formats.Dumps;

/// <summary>The lines of a page saved as text, without what the saving program drew, and put together where it broke them.</summary>
internal static partial class DumpLines
{
    private const int LongestLine = 20_000;
    private const int MostLines = 20_000;
    private const int ShortestBroken = 45;

#pragma warning disable MA0009 // lines of a known length, and no part of the patterns can match what another does
    [GeneratedRegex(@"\[\d{1,4}\]|\[(?:INS|DEL|INLINE|IMAGE|LINK|img|BUTTON|Submit|EMBED)\]|\[[^\[\]\n]{1,60}\.(?:jpe?g|png|gif|webp|svg)\]|\(BUTTON\)|_{3,}|[─━═]{3,}|-{6,}|={5,}|\*{5,}", RegexOptions.CultureInvariant)]
    private static partial Regex Drawn { get; }

    [GeneratedRegex(@"^\s*(?:\d{1,4}\.\s+)?(?:https?|file|mailto|javascript)[:/]\S*\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Address { get; }
#pragma warning restore MA0009

    public static List<string> Of(string text)
    {
        var raw = text.ReplaceLineEndings("\n").Split('\n', MostLines + 1);
        var numbered = raw.Count(line => Drawn.IsMatch(line) && line.Contains('[', StringComparison.Ordinal)) > 3;
        var lines = new List<string>(raw.Length);
        foreach (var line in raw.Take(MostLines))
        {
            if (line.Length > LongestLine) continue;
            var clean = Drawn.Replace(line, numbered || !line.Contains('[', StringComparison.Ordinal) ? "" : "$0").Replace('\u00A0', ' ').TrimEnd();
            lines.Add(Address.IsMatch(clean) ? "" : Plain(clean));
        }

        return Joined(lines);
    }

    // **QUAYTOWN** — …, *By Mara Quill*, > "…": what Markdown draws around words and lines. A list keeps its stars.
    private static string Plain(string line)
    {
        if (line.StartsWith("> ", StringComparison.Ordinal)) line = line[2..];
        if (line.Contains("**", StringComparison.Ordinal) && line.Length > 4) line = line.Replace("**", "", StringComparison.Ordinal);
        return line.Length > 3 && line[0] is '*' or '_' && line[0] == line[^1] && line[1] != ' ' && line.IndexOf(line[0], 1) == line.Length - 1 ? line[1..^1] : line;
    }

    // lynx and its kin break at a column; a mail program or a person at a paragraph.
    private static List<string> Joined(List<string> lines)
    {
        var longest = lines.Count == 0 ? 0 : lines.Max(line => line.Length);
        var isBroken = longest is > ShortestBroken and <= 100 && lines.Count(line => line.Length > longest * 3 / 4) >= 4 && lines.Count(Continues) >= 3;
        if (!isBroken) return [.. lines.Select(line => line.Trim()).Where(line => line.Length > 0)];
        var joined = new List<string>();
        var paragraph = new StringBuilder();
        var (open, last) = (false, "");
        foreach (var line in lines)
        {
            var text = line.Trim();
            if (text.Length == 0)
            {
                open = false;
                continue;
            }

            var isItem = text[0] is '*' or '+' or '•' or '#' && text.Length > 1 && text[1] == ' ';
            var isOfPage = open && TextWeight.EndsSentence(last) && text.Length < ShortestBroken && ChromeText.IsChrome(text);
            if (open && !isItem && !isOfPage) paragraph.Append(' ');
            else Close();
            paragraph.Append(text);
            (open, last) = (line.Length > longest * 0.6, text);
        }

        Close();
        return joined;

        void Close()
        {
            if (paragraph.Length > 0) joined.Add(paragraph.ToString());
            paragraph.Clear();
        }

        static bool Continues(string line) => line.Trim() is { Length: > ShortestBroken } text && !TextWeight.EndsSentence(text);
    }
}
