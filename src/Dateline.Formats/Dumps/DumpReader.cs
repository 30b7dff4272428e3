using Dateline.Formats.InText;
using Dateline.Formats.Pages;
using Dateline.Formats.Text;

namespace Dateline.Formats.Dumps;

/// <summary>
/// Reads a page that was saved as text, by lynx or by copying it: headline, byline, date and the paragraphs, without the menu above,
/// the reply form and the lists of other stories below.
/// </summary>
internal static class DumpReader
{
    private const int LeastOfAStory = 60;
    private const int LongestHeadline = 300;
    private const int LinesAbove = 14;

    public static (FeedHead Head, NewsItem Item)? Read(string text, NewsReadOptions options)
    {
        var lines = DumpLines.Of(text);
        var first = lines.FindIndex(line => IsParagraph(line) && !ChromeText.IsChrome(line));
        if (first < 0) return null;
        var headline = Headline(lines, first);
        var start = headline < 0 ? first : headline + 1;
        var end = EndOfStory(lines, first);
        var story = Keep(lines, start, first, end);
        var body = string.Join("\n\n", Handling(lines, first).Concat(story));
        if (TextWeight.Of(body) < LeastOfAStory) return null;

        var above = lines.GetRange(headline < 0 ? 0 : headline, first - Math.Max(headline, 0));
        var byline = above.Select(line => BylineText.Read(line, new Signatures([])) is { } by ? by.Name : null).FirstOrDefault(name => name is not null);
        var published = above.Select(MetaText.Date).FirstOrDefault(date => date is not null);
        var language = LanguageGuess.Of(body);
        var repairs = new RepairList();
        return (new FeedHead { Format = NewsFormat.Text, Title = Owner(lines), Language = language }, new NewsItem
        {
            Uri = options.BaseUri?.AbsoluteUri ?? Identity.Derived(headline < 0 ? null : lines[headline], body, published, repairs),
            Headline = headline < 0 ? null : lines[headline].TrimStart('#', '*', ' ').TrimEnd('=', ' '),
            Body = new NewsBody(body, BodyKind.Text),
            Byline = byline,
            Authors = byline is null ? [] : [new Author(byline)],
            Language = language,
            Published = published,
            VersionCreated = published,
            Repairs = repairs.Take(),
            Raw = options.KeepRaw ? text : null,
        });
    }

    private static bool IsParagraph(string line) => TextWeight.HasSentence(line) ? TextWeight.Of(line) >= 60 : TextWeight.Of(line) >= 130;

    // "in Harbour, News", "Posted in News": where WordPress says which of its lists the story is in.
    private static bool IsRubric(string line) =>
        line.Length < 80 && (line.StartsWith("in ", StringComparison.Ordinal) || line.StartsWith("/ in ", StringComparison.Ordinal) || line.StartsWith("posted in", StringComparison.OrdinalIgnoreCase) || line.StartsWith("filed under", StringComparison.OrdinalIgnoreCase))
        && !TextWeight.EndsSentence(line);

    // The site, where the foot of the page says whose it is: "© 2026 Harbour News".
    private static string? Owner(List<string> lines)
    {
        for (var i = lines.Count - 1; i >= Math.Max(0, lines.Count - 40); i--)
        {
            var sign = lines[i].IndexOf('©', StringComparison.Ordinal);
            if (sign < 0) continue;
            var name = lines[i][(sign + 1)..].TrimStart("0123456789 -–,".ToCharArray());
            var end = name.AsSpan().IndexOfAny(".,|-–");
            if (end > 0) name = name[..end];
            if (name.Trim() is { Length: > 2 and < 60 } owner && char.IsLetter(owner[0])) return owner;
        }

        return null;
    }

    private static readonly LedeReader Whereabouts = new(new Signatures([]));

    // The nearest line above the text that is no menu, no date, no name.
    private static int Headline(List<string> lines, int first)
    {
        const int Reach = 14;
        var best = -1;
        for (var i = first - 1; i >= Math.Max(0, first - Reach); i--)
        {
            var line = lines[i].TrimStart('#', '*', ' ');
            if (line.Length > LongestHeadline || TextWeight.Words(line) < 3 || ChromeText.IsChrome(line) || MetaText.IsMeta(line) || IsRubric(line) || HandlingLine.Is(line) || BylineText.Read(line, new Signatures([])) is not null || Whereabouts.Read(line) is { Agencies.Count: > 0, Place: not null }) continue;
            if (line.Count(c => c is '|' or '›' or '»' or '•') > 1) continue;
            best = i;
            break;
        }

        // A summary may stand between: then the line above it, which the page's title repeats, is the headline.
        if (best > 0 && lines.Count > 0)
            for (var i = best - 1; i >= Math.Max(1, best - 6); i--)
                if (TextWeight.Words(lines[i]) >= 3 && lines[0].Contains(lines[i].TrimStart('#', '*', ' '), StringComparison.OrdinalIgnoreCase)) return i;

        return best;
    }

    // What the desk is told stands above the headline or below it; from the text it is read later.
    private static IEnumerable<string> Handling(List<string> lines, int first) => lines.Take(first).TakeLast(LinesAbove).Where(line => HandlingLine.Is(line));

    private static int EndOfStory(List<string> lines, int first)
    {
        var weights = lines.ConvertAll(line => IsParagraph(line) && !ChromeText.IsChrome(line) ? TextWeight.Of(line) : 0);
        var (before, after) = (weights[first], weights.Skip(first + 1).Sum());
        for (var i = first + 1; i < lines.Count; i++)
        {
            // "Read also" may stand in the middle: then most of the paragraphs are still to come.
            if (ChromeText.EndsStory(lines[i]) && (after <= before || lines[i].Contains("repl", StringComparison.OrdinalIgnoreCase) || lines[i].Contains("comment", StringComparison.OrdinalIgnoreCase))) return i;
            (before, after) = (before + weights[i], after - weights[i]);
        }

        return lines.Count;
    }

    private static List<string> Keep(List<string> lines, int start, int first, int end)
    {
        var kept = new bool[lines.Count];
        for (var i = first; i < end; i++) kept[i] = IsParagraph(lines[i]) && !ChromeText.IsChrome(lines[i]);
        var last = Array.LastIndexOf(kept, true);
        for (var i = first + 1; i < end; i++)
        {
            kept[i] |= HandlingLine.Is(lines[i]);
            if (kept[i] || ChromeText.IsChrome(lines[i]) || MetaText.IsMeta(lines[i])) continue;
            // Between paragraphs a short line is a crosshead or somebody's word; after the last, only a sentence or a signature goes on.
            const int LongestRun = 3;
            var run = 1;
            for (var j = i + 1; j < end && run <= LongestRun && !kept[j] && !TextWeight.EndsSentence(lines[j]); j++) run++;
            if (i < last) kept[i] = TextWeight.EndsSentence(lines[i]) || run <= LongestRun || lines[i][0] is '*' or '-' or '•';
            else if (kept[i - 1]) kept[i] = TextWeight.EndsSentence(lines[i]) || TailCredit.Read(lines[i], isWhole: true, new Signatures([])) is not null;
        }

        var story = new List<string>();
        for (var i = start; i < end; i++)
            if (kept[i]) story.Add(lines[i]);

        return story;
    }
}
