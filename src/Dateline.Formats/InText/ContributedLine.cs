using System.Text.RegularExpressions;

namespace Dateline.Formats.InText;

/// <summary>
/// Who else worked on a text, as American agencies say it below, often under a line of <c>___</c>: <c>Associated Press writers Jane Doe in
/// Quaytown and Al Reed contributed to this report.</c> The line leaves the text where all that it says is names.
/// </summary>
internal static partial class ContributedLine
{
    private const int Longest = 290;
    private const string Reported = " reported from ";

    private static readonly string[] Endings = [" contributed to this report", " contributed to this story", " contributed reporting"];

#pragma warning disable MA0009 // at most 290 characters are looked at
    // "AP Sports Writer", "Associated Press journalists": the house and the office before the names.
    [GeneratedRegex(@"^(?<house>(?:\p{L}[\p{L}'’&.-]{0,20} ){0,6})(?:[Ww]riters?|[Rr]eporters?|[Jj]ournalists?|[Cc]orrespondents?|[Vv]ideojournalists?|[Pp]hotographers?|[Pp]roducers?|[Rr]esearchers?) (?=\p{Lu})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Office { get; }
#pragma warning restore MA0009

    /// <summary>Whether the last block of a text is one; then the item has the people.</summary>
    public static bool Take(ref NewsItem item, ReadOnlySpan<char> block, Signatures signatures)
    {
        var line = block.Trim();
        if (line.Length is < 20 or > Longest || line[^1] != '.') return false;
        if (!line.Contains(" contributed", StringComparison.Ordinal) && !line.Contains(Reported, StringComparison.Ordinal)) return false;
        var people = new List<string>();
        var isReported = false;
        foreach (var sentence in line[..^1].ToString().Split(". "))
        {
            if (IsOfByline(sentence, item.Byline))
            {
                isReported = true;
                continue;
            }

            // Alone the bare word may be said of anything.
            if (!Endings.Any(ending => sentence.EndsWith(ending, StringComparison.Ordinal)) && !(isReported && sentence.EndsWith(" contributed", StringComparison.Ordinal))) return false;
            var said = sentence[..sentence.LastIndexOf(" contributed", StringComparison.Ordinal)];
            if (Office.Match(said) is { Success: true } office && IsHouse(office.Groups["house"].ValueSpan.Trim(), signatures)) said = said[office.Length..];
            if (ReportingLine.People(said, item.Language, signatures) is not { Count: > 0 } named) return false;
            people.AddRange(named);
        }

        item = Hands.With(item, people, Hands.Reporter);
        return true;
    }

    // "Quill reported from Quaytown": whom the byline has, by surname.
    private static bool IsOfByline(string sentence, string? byline)
    {
        if (byline is null || sentence.IndexOf(Reported, StringComparison.Ordinal) is not (> 1 and var at)) return false;
        foreach (var name in sentence[..at].Split([", and ", " and ", ", "], StringSplitOptions.None))
            if (name.Length < 2 || !char.IsUpper(name[0]) || !byline.Contains(name, StringComparison.OrdinalIgnoreCase)) return false;

        return sentence.Length - at < 80;
    }

    // "Associated Press Sports", "AP": a house, and what its writer writes of.
    private static bool IsHouse(ReadOnlySpan<char> words, Signatures signatures)
    {
        if (words.IsEmpty || Agencies.SaysNews(words)) return true;
        for (var end = words.Length; end > 0; end = words[..end].LastIndexOf(' '))
            if (signatures.IsAgency(words[..end])) return true;

        return false;
    }
}
