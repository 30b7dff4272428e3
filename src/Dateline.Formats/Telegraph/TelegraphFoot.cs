using System.Text.RegularExpressions;
using Dateline.Formats.InText;
using Dateline.Formats.Wires;

namespace Dateline.Formats.Telegraph;

/// <summary>What stands below the text of a telegram and is no part of it: signs of who worked on it, words for its end, notes that are not for print.</summary>
internal static class TelegraphFoot
{
    private static readonly Regex SignOff = new(@"^\W*\p{L}[a-z]{1,5}(?:[ /][a-zA-Z]{1,4}){1,10}\W*$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private static readonly Regex Signs = new(@"^(?:[A-Z]{2,4}|[a-z]{2,4})(?:[-/](?:[A-Z]{2,4}|[a-z]{2,4})){1,6}$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private static readonly string[] Internal =
    [
        "the following information is not for publication", "the following information is not intended for publication", "die folgenden informationen sind nicht zur veröffentlichung",
        "# notebook", "# notizblock", "## note to editors", "## editorial contacts", "##",
    ];

    private static readonly string[] Ends = ["ends", "end", "Ends", "ENDS", "END", "fin", "FIN", "Ende", "ENDE", "Schluss", "SCHLUSS", "slutt", "slut"];

    /// <summary>The line with which it begins; the number of lines where the text ends with none of that.</summary>
    /// <param name="lines">The lines of the message.</param>
    /// <param name="at">Where its text begins.</param>
    /// <param name="head">The head of the message: its agency signs too.</param>
    public static int Start(List<string> lines, int at, TelegraphHead head)
    {
        var end = lines.Count;
        for (var i = at; i < end; i++)
        {
            var line = lines[i].Trim();
            if (IsNotebook(line) || Internal.Any(words => line.StartsWith(words, StringComparison.OrdinalIgnoreCase)) || line == "NNNN") end = i;
        }

        bool? isAnsa = null;
        while (end > at)
        {
            var line = lines[end - 1].Trim();
            var isSign = line.Length > 0 && line.Length < 60 && (SignOff.IsMatch(line) || Signs.IsMatch(line)) && ((line.Contains('/', StringComparison.Ordinal) && (!char.IsUpper(line[0]) || Signs.IsMatch(line))) || line.StartsWith(head.Agency ?? head.Service ?? "\0", StringComparison.OrdinalIgnoreCase));
            var isEnd = Ends.Contains(line.Trim('(', ')', '-', ' ', '/')) || (at < end - 1 && line.Length < 20 && !line.Any(char.IsLower) && Agencies.IsKnown(line));
            isSign |= WireFoot.IsDesk(line) || (line.Length is 2 or 3 && end - 1 > at && line.All(char.IsAsciiLetterLower)) || (line.Length is 2 or 3 && end - 1 > at && line.All(char.IsAsciiLetterUpper) && (isAnsa ??= IsAnsa(lines, at, end)));
            // APA0123 2026-11-16/10:12
            isSign |= line.Length is > 12 and < 40 && char.IsAsciiDigit(line[^1]) && end - 1 > at && Trailer.TryRead(line, out _, out _);
            isSign |= line.Length < 80 && (line.StartsWith("Autor: ", StringComparison.Ordinal) || line.StartsWith("Autorin: ", StringComparison.Ordinal) || line.StartsWith("Author: ", StringComparison.Ordinal));
            if (line.Length > 0 && !isSign && !isEnd && line.Trim('*', ' ', '-', '_', '=', '.').Length > 0) break;
            end--;
        }

        return end;
    }

    // Its writers sign with three letters.
    private static bool IsAnsa(List<string> lines, int at, int end) => lines.FindIndex(at, end - at, line => line.Contains("(ANSA)", StringComparison.Ordinal)) >= 0;

    // # dpa-Notizblock
    private static bool IsNotebook(string line) =>
        line.StartsWith('#') && line.Length < 40 && (line.Contains("notizblock", StringComparison.OrdinalIgnoreCase) || line.Contains("notebook", StringComparison.OrdinalIgnoreCase));
}
