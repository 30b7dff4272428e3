using System.Globalization;
using System.Text.RegularExpressions;
using Dateline.Formats.Text;

namespace Dateline.Formats.InText;

/// <summary>
/// Sentences of the trade below a text, which say of the item what its fields lacked: <c>This report by The Canadian Press was first
/// published Nov. 16, 2026.</c>, <c>Original-Content von: Hafen Lorven, übermittelt durch news aktuell</c>, <c>2026/11/16 18:12 송고</c>.
/// </summary>
internal static partial class ClosingLine
{
    private const int Longest = 200;

#pragma warning disable MA0009 // at most 200 characters are looked at, and no part of the patterns can match what the next does
    [GeneratedRegex(@"^(?:This (?:report|content|story|article) by|Ce (?:texte|reportage|contenu) de) (?<agency>[^.,]{2,50}?) (?:was first published(?: on)?|a été publiée? pour la première fois(?: le)?) (?<date>[^()]{5,30}?)\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex FirstPublished { get; }

    [GeneratedRegex(@"^Original-Content von: (?<owner>.{2,90}), übermittelt durch (?<agency>news aktuell|ots)(?: GmbH)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Original { get; }

    [GeneratedRegex(@"^(?<date>\d{4}/\d{2}/\d{2} \d{2}:\d{2}) ?송고$", RegexOptions.CultureInvariant)]
    private static partial Regex SentKorean { get; }

    // （2026/11/16-18:12）: Jiji's, behind the last sentence.
    [GeneratedRegex(@"^（(?<date>20\d\d/[01]\d/[0-3]\d)-(?<time>[0-2]\d:[0-5]\d)）$", RegexOptions.CultureInvariant)]
    private static partial Regex SentJiji { get; }

    [GeneratedRegex(@"(?:^|(?<=[).]) )(?:\p{L}+, )?(?<date>\d{1,2} \p{L}+ \d{4} \d{2}:\d{2}:\d{2}) ?(?:RTRS?|ENDS) \[n\w+\] ?(?:\{\w\}(?: ?ENDS)?|RTRS?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex SentReuters { get; }

    [GeneratedRegex(@"^\* ?(?:Writing|Reporting|Edited|Editing|Written) by (?<who>\p{Lu}[\p{L}.'’ -]{3,40}?)(?: in \p{Lu}[\p{L} -]{1,30})?\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex Writing { get; }
#pragma warning restore MA0009

    /// <summary>Whether the block is one; then the item has what it says.</summary>
    public static bool Take(ref NewsItem item, ReadOnlySpan<char> block, Signatures signatures, CreditChain chain)
    {
        var line = block.Trim();
        if (line.Length is < 10 or > Longest) return false;
        switch (line[0])
        {
            case 'T' or 'C' when line.StartsWith("This ") || line.StartsWith("Ce "):
                if (FirstPublished.Match(line.ToString()) is not { Success: true } first || signatures.Read(first.Groups["agency"].Value) is not { } agencies) return false;
                if (!DayWords.TryRead(first.Groups["date"].ValueSpan, out var day) || day.Near(item.VersionCreated ?? item.Published) is not { } published) return false;

                // Whoever else had files for it.
                foreach (var agency in agencies.AsEnumerable().Reverse()) chain.Employs(agency);
                item = item with { FirstCreated = item.FirstCreated ?? (item.Published is null && item.VersionCreated is null ? new DateTimeOffset(published, TimeOnly.MinValue, TimeSpan.Zero) : null) };
                return true;
            case 'O' when line.StartsWith("Original-Content von: "):
                if (Original.Match(line.ToString()) is not { Success: true } original) return false;
                chain.Wrote(original.Groups["owner"].Value);
                chain.SignedAtEnd(original.Groups["agency"].Value, isSource: false, signatures);
                return true;
            case >= '0' and <= '9' when line[^1] == '고':
                if (SentKorean.Match(line.ToString()) is not { Success: true } sent) return false;
                Sent(ref item, sent, TimeSpan.FromHours(9));
                return true;
            case '*':
                if (Writing.Match(line.ToString()) is not { Success: true } writing || writing.Groups["who"].Value is not { } name || !BylineText.IsName(name)) return false;
                if (line[1..].TrimStart().StartsWith("Edit")) item = Hands.With(item, [name], Hands.Editor);
                else if (item.Byline is null) item = item with { Byline = name };
                else if (!item.Byline.Contains(name, StringComparison.OrdinalIgnoreCase) && !item.Authors.Any(author => name.Equals(author.Name, StringComparison.OrdinalIgnoreCase))) item = item with { Authors = [.. item.Authors, new Author(name)] };
                return true;
            case '(' when line.EndsWith(" contributed to the story.)") || line.EndsWith(" contributed to this report.)") || line.EndsWith(" contributed to this story.)"):
                var who = line[1..line.LastIndexOf(" contributed ")].ToString().Trim();
                if (who.EndsWith(" also", StringComparison.Ordinal)) who = who[..^" also".Length];
                var names = BylineNames.Read(who, item.Language, signatures) ?? (BylineNames.IsPerson(who, signatures) ? [who] : null);
                if (names is null) return false;
                item = Hands.With(item, names, Hands.Reporter);
                return true;
            default:
                return false;
        }
    }

    /// <summary>How much of the end of a block is the line in which Reuters says when it was sent, in Greenwich time; 0 where none is.</summary>
    public static int Sent(ref NewsItem item, ReadOnlySpan<char> block)
    {
        var line = block.TrimEnd();
        if (line is [.., '）'] && line.LastIndexOf('（') is >= 0 and var bracket && SentJiji.Match(line[bracket..].ToString()) is { Success: true } jiji && NewsDate.TryRead(jiji.Groups["date"].Value.Replace('/', '-') + "T" + jiji.Groups["time"].Value + ":00", out var wired))
        {
            var made = new DateTimeOffset(wired.DateTime, TimeSpan.FromHours(9)).ToUniversalTime();
            item = item with { Published = item.Published ?? item.VersionCreated ?? made, VersionCreated = item.VersionCreated ?? made };
            return block.Length - bracket;
        }

        if (!line.EndsWith("ENDS") && !line.EndsWith("RTR") && !line.EndsWith("RTRS") && !line.EndsWith("]") && !line.EndsWith("}")) return 0;
        var reach = line[Math.Max(0, line.Length - Longest)..];
        if (!reach.Contains("[n", StringComparison.Ordinal) || SentReuters.Match(reach.ToString()) is not { Success: true } sent) return 0;
        Sent(ref item, sent, TimeSpan.Zero);
        return block.Length - line.Length + sent.Length;
    }

    private static void Sent(ref NewsItem item, Match match, TimeSpan zone)
    {
        if (!NewsDate.TryRead(match.Groups["date"].Value, out var read)) return;
        var at = new DateTimeOffset(read.DateTime, zone).ToUniversalTime();
        item = item with { Published = item.Published ?? item.VersionCreated ?? at, VersionCreated = item.VersionCreated ?? at };
    }
}
