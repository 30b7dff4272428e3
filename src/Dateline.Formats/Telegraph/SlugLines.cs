using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using Dateline.Formats.InText;

namespace Dateline.Formats.Telegraph;

/// <summary>
/// Slugs that stand above the headline without a sign of their own: PA's page and catchline (<c>1 SEA Ferries</c>), EFE's in capitals
/// above a headline in small letters, one word in small letters above a headline that begins with a capital.
/// </summary>
internal static class SlugLines
{
    private const int Longest = 60;
    private const int MostWords = 5;
    private const int MostHeadLines = 6;

    private static readonly SearchValues<char> Punctuation = SearchValues.Create(":.,!?\"'’“»");

    private static readonly Regex Page = new(@"^(?<page>[0-9]{1,2}) (?<slug>[A-Z]{2,12} \p{L}[\p{L}\d'’ ()/-]{1,40})$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    /// <summary>The slug, whose lines are then left behind; null where no line is one.</summary>
    public static string? Take(List<string> lines, ref int at, VersionMarks marks, LedeReader reader, TelegraphHead head)
    {
        var line = lines[at].Trim();
        if (line.Length > Longest || HeadLines.BeginsText(line, reader)) return null;
        var isPa = head.Agency is { } agency && Houses.AreOne(agency, "PA");
        var below = Below(lines, at + 1);
        if (Page.Match(line) is { Success: true } page && (isPa || (below > 0 && Places.IsCapital(lines[below].Trim()) && lines[below].Trim().Contains(' ', StringComparison.Ordinal) && !HeadLines.BeginsText(lines[below].Trim(), reader))))
        {
            var number = page.Groups["page"].Value;
            marks.TakePage(int.Parse(number, CultureInfo.InvariantCulture));
            at++;

            // Tuesday 2: the last word of the page before, where this one goes on.
            if (marks.Take is not null && below > 0 && lines[below].Trim() is { Length: < 40 } pickUp && pickUp.EndsWith(" " + number, StringComparison.Ordinal)) at = below + 1;
            return Named(marks, page.Groups["slug"].Value);
        }

        if (isPa && Places.IsCapital(line) is false && char.IsUpper(line[0]) && marks.TakeTail(line) is var bare && bare.Length < line.Length && below > at + 1)
        {
            at++;
            return bare;
        }

        // Norland-Ferries, and the headline behind a blank line: CP's.
        if (below > at + 1 && IsJoined(line) && lines[below].Trim() is var headline && headline.AsSpan().Count(' ') > 1 && !HeadLines.BeginsText(headline, reader))
        {
            at++;
            return marks.TakeTail(line);
        }

        if (at + 1 >= lines.Count || lines[at + 1].Trim() is not { Length: > 5 } next || HeadLines.BeginsText(next, reader)) return null;
        if ((IsSmallWord(line) || IsNumbered(line)) && char.IsUpper(next[0]) && next.Contains(' ', StringComparison.Ordinal))
        {
            at++;
            return line;
        }

        var count = Capitals(lines, at, reader);
        if (count == 0) return null;
        var slug = string.Join(' ', lines.GetRange(at, count).ConvertAll(l => l.Trim()));
        at += count;
        return Named(marks, slug);
    }

    // What the slug says in brackets of the version isn't part of it: NORLANDIA TRANSPORTE (Ampliación).
    private static string Named(VersionMarks marks, string slug)
    {
        slug = marks.TakeTail(slug);
        return slug.EndsWith(')') && slug.LastIndexOf('(') is > 2 and var open && marks.TakeLine(slug[(open + 1)..^1]) ? slug[..open].TrimEnd() : slug;
    }

    // How many lines in capitals stand above a headline that isn't, in a head that a dateline ends.
    private static int Capitals(List<string> lines, int at, LedeReader reader)
    {
        var count = 0;
        while (count < 2 && at + count < lines.Count && IsCapitalSlug(lines[at + count].Trim())) count++;
        var first = at + count;
        while (first < lines.Count && lines[first].TrimStart() is ['(', ..]) first++;
        if (count == 0 || first >= lines.Count) return 0;
        var headline = lines[first].Trim();
        if (headline.AsSpan().Count(' ') < 2 || headline.Count(char.IsLower) <= headline.Length / 3 || HeadLines.BeginsText(headline, reader)) return 0;
        for (var i = at + count + 1; i < Math.Min(lines.Count, at + count + MostHeadLines); i++)
            if (lines[i].Trim().Length > 0 && HeadLines.BeginsText(lines[i].Trim(), reader)) return count;

        return 0;
    }

    private static bool IsCapitalSlug(string line)
    {
        var words = line.LastIndexOf('(') is > 2 and var open && line.EndsWith(')') ? line[..open].TrimEnd() : line;
        return words.Length is > 3 and < Longest && words.AsSpan().Count(' ') < MostWords && words.AsSpan().IndexOfAny(Punctuation) < 0 && Places.IsCapital(words) && !KillWords.IsLine(words);
    }

    private static bool IsSmallWord(string line) =>
        line.Length is > 2 and < 30 && line.All(c => char.IsLower(c) || char.IsAsciiDigit(c) || c is '-' or '_') && char.IsLower(line[0]);

    // FÄRJOR16: TT's name of a story and its day.
    private static bool IsNumbered(string line) =>
        line.Length is > 4 and < 30 && !line.Contains(' ', StringComparison.Ordinal) && char.IsAsciiDigit(line[^1]) && char.IsAsciiDigit(line[^2]) && line[..^2].All(char.IsUpper);

    private static bool IsJoined(string line) =>
        line.Length is > 6 and < Longest && char.IsUpper(line[0]) && line.IndexOf('-', StringComparison.Ordinal) > 1 && line.All(c => char.IsLetterOrDigit(c) || c == '-') && line[^1] != '-';

    private static int Below(List<string> lines, int at)
    {
        while (at < lines.Count && string.IsNullOrWhiteSpace(lines[at])) at++;
        return at < lines.Count ? at : -1;
    }
}
