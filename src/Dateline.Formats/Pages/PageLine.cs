using System.Buffers;
using System.Collections.Frozen;

namespace Dateline.Formats.Pages;

/// <summary>
/// A short line of the page's own amid a story: that it sets cookies, wants an address or a payment, is to be shared, commented on or read
/// in an app. It speaks to who reads it, from its first word on. A sentence of the story that is about such things tells who said so.
/// </summary>
internal static class PageLine
{
    private const int Shortest = 3;
    private const int Longest = 220;

    // A notice of cookies is two or three sentences long.
    private const int LongestNotice = 400;

    private static readonly FrozenDictionary<char, Pattern[]> Patterns = PageLineTable.All.SelectMany(Pattern.Of)
        .DistinctBy(pattern => pattern.Written, StringComparer.OrdinalIgnoreCase).GroupBy(pattern => pattern.First).ToFrozenDictionary(alike => alike.Key, alike => alike.ToArray());

    // Who reports tells whose words they are.
    private static readonly SearchValues<string> Reporting = SearchValues.Create(
    [
        " said", " says", " told ", " wrote", " according to", " sagte", " sagt ", " erklärte", " heißt es", " laut ", " teilte", " a déclaré", " a dit", ", dit", " selon ", " affirme", " dijo", " dice ", " afirmó", " según ", " ha detto", " dice", " secondo ", " disse", " segundo ", " afirmou", " zei ", " aldus ", " volgens ", " sade ", " säger ", " enligt ", " sagde ", " siger ", " ifølge ", " sa ", " sier ", " sanoi", " mukaan",
        " powiedzia", " według ", " řekl", " podle ", "сказал", "заявил", "сообщ", "говор", "по словам", "за словами", "повідом", " δήλωσε", " dedi", " söyledi", " belirtti", "قال", "وأضاف", "صرح", "گفت", "افزود", " کہا", "कहा", "बताया", "বলেন", "জানান", " kata ", " ujar ", " menurut ", "กล่าวว่า", "อ้างว่า", "说，", "说：", "表示，", "表示：", "據報", "称，", "と述べ", "と話", "と語", "という。", "によると", "말했", "밝혔", "따르면", "אמר", "לדברי", "מסר",
    ], StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a line is one of these.</summary>
    /// <param name="text">The line as it stands.</param>
    /// <param name="bare">The same without the signs around it.</param>
    public static bool Is(ReadOnlySpan<char> text, ReadOnlySpan<char> bare)
    {
        if (bare.Length is < Shortest or > LongestNotice || !Patterns.TryGetValue(char.ToLowerInvariant(bare[0]), out var patterns)) return false;
        foreach (var pattern in patterns)
            if (bare.Length <= pattern.Longest && pattern.Matches(bare)) return !IsReported(text) && !(pattern.IsLabel && TextWeight.EndsSentence(text));

        return false;
    }

    private static bool IsReported(ReadOnlySpan<char> text) => text.TrimStart() is ['"' or '“' or '„' or '«' or '»' or '「' or '『' or '—' or '–' or '-', ..] || text.ContainsAny(Reporting);

    private const char FirstOfOthers = '\u0530';

    private sealed record Pattern(string Written, string[] Parts, bool IsWhole, bool IsLabel, int Longest)
    {
        public char First => char.ToLowerInvariant(Parts[0][0]);

        public static IEnumerable<Pattern> Of(PageLineTable table) =>
            Of(table.Cookies, LongestNotice).Concat(new[] { table.Letters, table.SignIn, table.Comments, table.Share, table.App, table.MostRead }.SelectMany(lines => Of(lines, PageLine.Longest)));

        private static IEnumerable<Pattern> Of(string lines, int longest) =>
            lines.Split('|').SelectMany(Spellings).Select(line => new Pattern(line, line.TrimEnd('$', '~').Split('*', StringSplitOptions.RemoveEmptyEntries), line[^1] == '$', line[^1] == '~', longest));

        private static string[] Spellings(string line) =>
            line.Contains(" e*mail", StringComparison.Ordinal) ? [line.Replace(" e*mail", " email", StringComparison.Ordinal), line.Replace(" e*mail", " e-mail", StringComparison.Ordinal)] : [line];

        public bool Matches(ReadOnlySpan<char> line)
        {
            if (!line.StartsWith(Parts[0], StringComparison.OrdinalIgnoreCase)) return false;
            var rest = line[Parts[0].Length..];

            // A word that goes on is another word, in scripts that divide them and take no endings.
            if (!rest.IsEmpty && rest[0] < FirstOfOthers && Parts[0][^1] < FirstOfOthers && char.IsLetter(rest[0]) && char.IsLetter(Parts[0][^1]) && !IsOpen) return false;
            for (var i = 1; i < Parts.Length; i++)
            {
                var at = rest.IndexOf(Parts[i], StringComparison.OrdinalIgnoreCase);
                if (at < 0) return false;
                rest = rest[(at + Parts[i].Length)..];
            }

            return !IsWhole || rest.IsEmpty || Written.EndsWith("*$", StringComparison.Ordinal);
        }

        // Before its ending, as "cookie" before its plural.
        private bool IsOpen => Written[^1] == '*' || Parts[0].EndsWith("cookie", StringComparison.Ordinal);
    }
}
