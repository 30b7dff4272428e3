using System.Text.RegularExpressions;
using Dateline.Formats.Dumps;
using Dateline.Formats.InText;

namespace Dateline.Formats.Pages;

/// <summary>
/// The headline among lines that nothing marks: below it stand a summary, a byline, a date, a share bar, a caption; above it the
/// section and what else the site offers. It is the uppermost of the lines that are about the story.
/// </summary>
internal static partial class LineHeadline
{
    private const int Longest = 300;
    private const int Reach = 20;
    private const int LeastWords = 3;

    private static readonly Signatures Nobody = new([]);

    private static readonly LedeReader Whereabouts = new(Nobody);

#pragma warning disable MA0009 // at most 300 characters are looked at, and no part can match what another does
    [GeneratedRegex(@"©|\((?:photo|foto|file|image|picture|pic|bild)\b|\b(?:photo|foto|image|picture)s? (?:by|von|par|por|di|courtesy) |(?-i:\bREUTERS/\p{L})|\bvia (?:Reuters|REUTERS|AP|AFP|Getty)\b|/(?:AFP|AP|dpa|EPA|Reuters|Getty Images)\)?\.?$|^\[[^\]]+\]$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Caption { get; }
#pragma warning restore MA0009

    /// <summary>The place of the headline among the lines; -1 where there is none.</summary>
    /// <param name="lines">The lines of the page.</param>
    /// <param name="first">Where the text begins.</param>
    /// <param name="words">What the text says.</param>
    public static int Find(IReadOnlyList<string> lines, int first, StoryWords words)
    {
        var nearest = -1;
        var about = new List<int>();
        for (var i = first - 1; i >= Math.Max(0, first - Reach); i--)
        {
            var line = Bare(lines[i]);
            if (!IsCandidate(line)) continue;

            // "The harbour master:", and below it what he says: of the two the lower is the headline.
            if (line[^1] is ':' or '：' && about.Count > 0 && about[^1] == i + 1 && TextWeight.Words(Bare(lines[i + 1])) >= TextWeight.Words(line)) break;
            // A summary ends as a sentence does, and no headline.
            if (nearest < 0 || (IsSentence(lines[nearest]) && !IsSentence(line))) nearest = i;
            if (words.IsAbout(line))
            {
                // The page's title may stand above them all, with the site's name behind it.
                if (about.Count > 0 && line.Length > Bare(lines[about[^1]]).Length && line.Contains(Bare(lines[about[^1]]), StringComparison.OrdinalIgnoreCase)) break;
                about.Add(i);
            }
            else if (about.Count > 0 && TextWeight.Words(line) > LeastWords)
            {
                // Another story's headline: a list of them ends above ours. Right above a summary it is ours, in other words.
                if (i == about[^1] - 1 && IsSentence(lines[about[^1]]) && !IsSentence(line)) about.Add(i);
                break;
            }
        }

        return about.Count > 0 ? Uppermost(lines, about) : nearest < 0 ? -1 : InTitle(lines, nearest) ?? nearest;
    }

    // Where the uppermost are several, line by line, they are a list of what else was written of the affair, and ours stands below it.
    private static int Uppermost(IReadOnlyList<string> lines, List<int> about)
    {
        const int LeastOfList = 3;
        var lowest = about.Count - 1;
        while (lowest > 0 && about[lowest - 1] == about[lowest] + 1 && TextWeight.Words(lines[about[lowest]]) > LeastWords) lowest--;
        return about.Count - lowest >= LeastOfList ? about[lowest] : about[^1];
    }

    public static bool IsCaption(string line) => Caption.IsMatch(line);

    private static bool IsSentence(string line) => line.Length > 0 && line[^1] is '.' or '。' or '।' or '۔';

    public static string Bare(string line) => line.TrimStart('#', '*', ' ').TrimEnd('=', ' ');

    // A summary may stand between: then the line above it, which the page's title repeats, is the headline.
    private static int? InTitle(IReadOnlyList<string> lines, int nearest)
    {
        const int Above = 6;
        for (var i = nearest - 1; i >= Math.Max(1, nearest - Above); i--)
            if (TextWeight.Words(lines[i]) >= LeastWords && lines[0].Contains(Bare(lines[i]), StringComparison.OrdinalIgnoreCase)) return i;

        return null;
    }

    private static bool IsCandidate(string line)
    {
        if (line.Length > Longest || TextWeight.Words(line) < LeastWords || Letters(line) < 2 || ChromeText.IsChrome(line) || MetaText.IsMeta(line) || IsRubric(line) || HandlingLine.Is(line) || PostLine.Read(line) is not null || Caption.IsMatch(line) || HeadBylines.Read(line) is not null) return false;
        if (line.Count(c => c is '|' or '›' or '»' or '•' or '>') > 1 || IsHouse(line) || DumpLabels.IsOne(line)) return false;
        return !(Whereabouts.Read(line) is { Agencies.Count: > 0, Place: { } place } && !Agencies.IsKnown(place) && HeadlineCredit.Read(line, Nobody) is { Agencies.Count: 0, Carriers.Count: 0 });
    }

    // "International Shia News Agency": whose page it is, however often the text says the same words.
    private static bool IsHouse(string line)
    {
        const int MostWords = 6;
        return Agencies.IsKnown(line) || (TextWeight.Words(line) <= MostWords && Agencies.SaysNews(line.AsSpan(line.LastIndexOf(' ') + 1)) && Signatures.IsSignatory(line));
    }

    // "1,204 views" has one word of letters, and no headline has.
    private static int Letters(string line)
    {
        var words = 0;
        var inside = false;
        foreach (var c in line)
        {
            var isLetter = char.IsLetter(c);
            if (isLetter && (!inside || c >= '\u0E00')) words++;
            inside = isLetter;
        }

        return words;
    }

    // "in Harbour, News", "Posted in News": where WordPress says which of its lists the story is in.
    private static bool IsRubric(string line) =>
        line.Length < 80 && (line.StartsWith("in ", StringComparison.Ordinal) || line.StartsWith("/ in ", StringComparison.Ordinal) || line.StartsWith("posted in", StringComparison.OrdinalIgnoreCase) || line.StartsWith("filed under", StringComparison.OrdinalIgnoreCase))
        && !TextWeight.EndsSentence(line);
}
