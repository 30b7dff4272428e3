using System.Text.RegularExpressions;
using Dateline.Formats.InText;
using Dateline.Formats.Pages;
using Dateline.Formats.Text;

namespace Dateline.Formats.Dumps;

/// <summary>
/// Reads a page that was saved as text, by lynx or by copying it: headline, byline, date and the paragraphs, without the menu above,
/// the reply form and the lists of other stories below.
/// </summary>
internal static partial class DumpReader
{
    private const int LeastOfAStory = 60;
    private const int WordsFrom = 4;
    private const int LinesAbove = 4;
    private const int HandledAbove = 14;
    private const int LinesAboveLive = 20;
    private const int LongestName = 40;
    private const int MostKeywords = 30;

    private static readonly Signatures Nobody = new([]);

    public static (FeedHead Head, NewsItem Item)? Read(string text, NewsReadOptions options)
    {
        var lines = DumpLines.Of(text);
        var labels = DumpLabels.Take(lines);
        var first = DumpLede.Find(lines, isBelowHead: labels is not null);
        if (first < 0) return null;
        var headline = labels is not null ? -1 : LineHeadline.Find(lines, first, new StoryWords(lines.Skip(first).Take(WordsFrom)));
        headline = AboveQuestion(lines, headline);
        var summary = labels?.Summary;
        if (headline >= 0 && AfterSummary(lines, headline, first) is { } begins) (summary, first) = (lines[first], begins);
        var start = labels is not null ? 0 : headline < 0 ? first : headline + 1;
        first = DumpLede.Above(lines, start, first, ref summary);
        var end = EndOfStory(lines, first);
        var story = Keep(lines, start, first, end);
        var body = string.Join("\n\n", Handling(lines, first).Concat(Datelines(lines, start, first)).Concat(story));
        if (TextWeight.Of(body) < LeastOfAStory) return null;

        var above = headline < 0 ? lines.GetRange(0, first) : lines.GetRange(start, first - start);
        var language = labels?.Language ?? LanguageGuess.Of(body);
        var signed = labels?.Author is { } labelled ? HeadBylines.Read("By " + labelled) ?? (labelled, null) : Signed(above) ?? (headline > 0 ? Above(lines[headline - 1], lines[headline], above, language) : null);
        var published = (labels?.Date is { } day ? MetaText.Date(day) : null) ?? Published(above) ?? (headline < 1 ? null : Published(lines.GetRange(Math.Max(0, headline - LinesAbove), Math.Min(headline, LinesAbove))));
        var repairs = new RepairList();
        var title = labels?.Title ?? (headline < 0 ? null : lines[headline]);
        return (new FeedHead { Format = NewsFormat.Text, Title = Owner(lines), Language = language }, new NewsItem
        {
            Uri = options.BaseUri?.AbsoluteUri ?? labels?.Address ?? Identity.Derived(title, body, published, repairs),
            Headline = labels is null && OfLiveBlog(lines, first, body) is { } live ? LineHeadline.Bare(live) : title is null ? null : LineHeadline.Bare(title),
            Summary = summary,
            Body = new NewsBody(body, BodyKind.Text),
            Byline = signed?.Byline,
            Authors = signed is null ? [] : [new Author(signed.Value.Byline)],
            Credit = (labels?.Source ?? signed?.Agency ?? SourceAbove(above, headline >= 0) ?? SourceBelow(lines, story)) is { } source ? new Credit { Source = source } : null,
            Language = language,
            Keywords = [.. (labels?.Keywords ?? []).Concat(lines.SelectMany(line => DumpLabels.Words(line) ?? [])).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostKeywords)],
            Links = labels?.Address is { } page ? [new Link("alternate", page)] : [],
            Published = published,
            VersionCreated = published,
            Repairs = repairs.Take(),
            Raw = options.KeepRaw ? text : null,
        });
    }


    // A summary may be as long as a paragraph: then name or date stand below it and not above. Where the text begins; null where it has begun.
    private static int? AfterSummary(List<string> lines, int headline, int first)
    {
        const int LongestSummary = 400;
        if (lines[first].Length > LongestSummary || lines.GetRange(headline + 1, first - headline - 1).Exists(TellsOf)) return null;
        var next = lines.FindIndex(first + 1, line => DumpLede.IsParagraph(line) && !ChromeText.IsChrome(line));
        if (next <= first + 1 || lines.FindLastIndex(next - 1, next - first - 1, TellsOf) is not (> 0 and var told)) return null;
        // The first question of an interview is a short line.
        return lines.FindIndex(told + 1, next - told, line => TextWeight.EndsSentence(line) && !ChromeText.IsChrome(line)) is > 0 and var begins ? begins : next;
    }

    // Between the headline of an interview and its first question stand name and day.
    private static int AboveQuestion(List<string> lines, int headline)
    {
        const int FewestWords = 3;
        const int MostBetween = 3;
        if (headline < 2 || lines[headline][^1] is not ('?' or '؟' or '？')) return headline;
        var above = headline - 1;
        while (above > 0 && headline - above <= MostBetween && (TellsOf(lines[above]) || BylineNames.IsPerson(lines[above], Nobody))) above--;
        return above < headline - 1 && TextWeight.Words(lines[above]) >= FewestWords && !ChromeText.IsChrome(lines[above]) && !TellsOf(lines[above]) && !MetaText.IsMeta(lines[above]) ? above : headline;
    }

    private static bool TellsOf(string line) => HeadBylines.Read(line) is not null || PostLine.Read(line) is not null || MetaText.Date(line) is not null;

    private static DateTimeOffset? Published(List<string> lines) => lines.Select(line => PostLine.Read(line)?.Published ?? MetaText.Date(line)).FirstOrDefault(date => date is not null);

    private static (string Byline, string? Agency)? Signed(List<string> above)
    {
        for (var i = 0; i < above.Count; i++)
        {
            if (HeadBylines.Read(above[i]) is { } signed) return signed;
            if (i + 1 < above.Count && HeadBylines.Introduced(above[i], above[i + 1]) is { } name) return (name, null);

            // A reporter alone on a line, and the day below: between headline and text no rubric stands so.
            if (i + 1 < above.Count && above[i].Length < LongestName && above[i].Count(' ') is 1 or 2 && (MetaText.IsMinutes(above[i + 1]) || MetaText.Date(above[i + 1]) is not null) && BylineNames.IsPerson(above[i], Nobody) && !Rubrics.Any(rubric => above[i].Contains(rubric, StringComparison.OrdinalIgnoreCase))) return (above[i], null);
        }

        return null;
    }

    // Mara Quill, the headline, the day: nothing else of a page has so little above it. In English, whose rubrics are known.
    private static (string Byline, string? Agency)? Above(string line, string headline, List<string> below, string? language)
    {
        const int FewestWords = 4;
        return language == "en" && line.Length < LongestName && line.Count(' ') is 1 or 2 && TextWeight.Words(headline) >= FewestWords && below.Count > 0 && MetaText.Date(below[0]) is not null && !Places.IsCapital(line)
            && BylineNames.IsPerson(line, Nobody) && !Rubrics.Concat(Topics).Any(rubric => line.Contains(rubric, StringComparison.OrdinalIgnoreCase)) ? (line, null) : null;
    }

    private static readonly string[] Rubrics = ["East", "West", "North", "South", "World", "Politics", "Sport", "Business", "Opinion", "Estate", "Culture", "Local", "Health", "Science", "Europe", "America", "Asia", "Africa", "Market", "Live", "Updated", "Published", "Breaking", "Latest", "Top "];

    private static readonly string[] Topics =
    [
        "Right", "Change", "League", "Cup", "War ", "Warfare", "News", "Crime", "Energy", "Football", "Education", "Tech", "Travel", "Style", "Food", "Arts", "Music", "Film", "Money", "Econom", "Law", "Justice", "City", "Count", "Region", "House", "Minister", "Family", "Life", "Weather", "Analysis", "Feature", "Interview", "Investigat", "Home", "Page", "Stor", "Premier", "Olympic", "Formula", "Prix", "Royal",
        "Public", "Social", "Human", "Climate", "Foreign", "Middle", "Latin", "Central", "United", "Saudi", "Hong ", "Editor", "Letter", "Column", "Blog", "Read", "Share", "Sign", "Menu", "Search", "Day", "Week", "Month", "Year", "Supreme", "Court", "Police", "Election", "Vote", "Trade", "Tax", "Bank", "Stock", "Personal", "Finance", "Industr", "Farm", "Climat", "Space", "Nature", "Animal", "Wild", "Green", "Art ", "Book", "Theat", "Fashion", "Beauty", "Video", "Photo", "Podcast", "Special", "Report", "Fact", "Data", "Press", "Release", "Statement", "Church", "Islam", "Religio", "Faith", "Shia", "Sunni", "Event", "Guide", "Review", "Comment", "Debate", "Voice", "View", "Lead", "Main", "Front", "Cover", "Secur", "Defen", "Militar", "Immigra", "Migra", "Refugee", "Pandemic", "Covid", "Women", "Children", "Youth", "Student", "Universit", "School", "Labour", "Labor", "Work", "Job", "Housing", "Transport", "Traffic", "Road", "Rail", "Sea", "Harbour", "Harbor", "Island", "Coast", "Town", "Village", "Communit", "Charit", "Cricket", "Rugby", "Tennis", "Golf", "Boxing", "Racing", "Hockey", "Baseball", "Basketball", "Soccer",
    ];

    // "Strandby, mandag /ritzau/": a line of its own between headline and text, which the text is read with.
    private static IEnumerable<string> Datelines(List<string> lines, int start, int first)
    {
        var reader = new LedeReader(Nobody);
        for (var i = start; i < first; i++)
            if (reader.Read(lines[i]) is { Agencies.Count: > 0, Place: not null } line && line.Length >= lines[i].Length && Agencies.IsKnown(line.Agencies[0])) yield return lines[i];
    }

    // The page of a live blog is called by it; each of its entries has a headline of its own. Of another story's, in the menu, the text has no word.
    private static string? OfLiveBlog(List<string> lines, int first, string body)
    {
        const int Shortest = 25;
        const int LongestTitle = 200;
        const int FewestShared = 2;
        for (var i = 0; i < Math.Min(first, LinesAboveLive); i++)
            if (lines[i].Length is > Shortest and < LongestTitle && LiveTitle().IsMatch(lines[i]) && Telling(lines[i]).Count(word => body.Contains(word, StringComparison.OrdinalIgnoreCase)) >= FewestShared) return lines[i];

        return null;
    }

    private static IEnumerable<string> Telling(string title) =>
        title.Split((char[])[' ', ':', ',', '-', '–', '—', '|', '\'', '’', '"'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 4).Distinct(StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"[-–—:|]\s*(?:live(?: updates| blog| coverage)?|as it happened|live-ticker|liveticker|en direct|en vivo|in diretta)\s*(?:$|[|–—-]\s*\p{L})|^(?:live|live updates|live blog|liveticker|en direct|en vivo|direct|diretta)\s*[:|–—-]\s*\p{L}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex LiveTitle();

    private static string? SourceAbove(List<string> above, bool isBelowHeadline)
    {
        foreach (var line in above)
            if (MetaText.Source(line) is { } source) return source;

        // Agência Lusa, and the day below it. Above a caption such a line says whose the picture is.
        if (!isBelowHeadline) return null;
        for (var i = 0; i + 1 < above.Count; i++)
            if (above[i].Length < LongestName && (Houses.IsOne(above[i]) || Agencies.IsKnown(above[i])) && !Agencies.IsWord(above[i]) && MetaText.Date(above[i + 1]) is not null) return above[i];

        return null;
    }

    // "Source: Quay News and agencies": more than a name, below the text.
    private static string? SourceBelow(List<string> lines, List<string> story)
    {
        const int Reach = 3;
        if (story.Count == 0 || (TailCredit.IsLabelled(story[^1]) && TailCredit.Read(story[^1], isWhole: true, Nobody) is { Start: 0 })) return null;
        var last = lines.LastIndexOf(story[^1]);
        for (var i = last + 1; i <= last + Reach && i < lines.Count; i++)
            if (MetaText.Source(lines[i]) is { } source) return source;
            else if (ChromeText.EndsStory(lines[i])) break;

        return PaidBy(lines);
    }

    // "SOURCE Port of Quaytown", "Original-Content von: Hafen Lorven, übermittelt durch news aktuell": who says it, below a release and whom the press may ask.
    private static string? PaidBy(List<string> lines)
    {
        const int Longest = 120;
        const string Mark = "SOURCE ", German = "Original-Content von: ";
        foreach (var line in lines)
            if (line.Length < Longest && line.StartsWith(German, StringComparison.Ordinal)) return line[German.Length..].Split(", übermittelt")[0].Trim();
            else if (line.Length < Longest && line.StartsWith(Mark, StringComparison.Ordinal) && !TextWeight.HasSentence(line) && Signatures.IsSignatory(line[Mark.Length..].Replace(" of ", " ", StringComparison.Ordinal).Replace(" and ", " ", StringComparison.Ordinal))) return line[Mark.Length..].Trim();

        return null;
    }

    // The site, where the foot of the page says whose it is: "© 2026 Harbour News".
    private static string? Owner(List<string> lines)
    {
        for (var i = lines.Count - 1; i >= Math.Max(0, lines.Count - 40); i--)
        {
            var sign = lines[i].IndexOf('©', StringComparison.Ordinal);
            if (sign < 0) continue;
            var name = lines[i][(sign + 1)..].Trim("0123456789 -–,".ToCharArray());
            if (name.StartsWith("Copyright ", StringComparison.OrdinalIgnoreCase)) name = name["Copyright ".Length..].TrimStart("0123456789 -–,".ToCharArray());
            var end = name.AsSpan().IndexOfAny(".,|-–");
            if (end > 0) name = name[..end];
            if (name.IndexOf(" or its ", StringComparison.OrdinalIgnoreCase) is > 0 and var affiliates) name = name[..affiliates];
            foreach (var form in (ReadOnlySpan<string>)[" Limited", " Ltd", " Inc", " LLC", " plc", " GmbH"])
                if (name.TrimEnd().EndsWith(form, StringComparison.Ordinal)) name = name.TrimEnd()[..^form.Length];
            if (name.Trim() is { Length: > 2 and < 60 } owner && char.IsLetter(owner[0])) return owner;
        }

        return null;
    }

    // What the desk is told stands above the headline or below it; from the text it is read later.
    private static IEnumerable<string> Handling(List<string> lines, int first) => lines.Take(first).TakeLast(HandledAbove).Where(line => HandlingLine.Is(line));

    private static int EndOfStory(List<string> lines, int first)
    {
        var weights = lines.ConvertAll(line => DumpLede.IsParagraph(line) && !ChromeText.IsChrome(line) ? TextWeight.Of(line) : 0);
        var (before, after) = (weights[first], weights.Skip(first + 1).Sum());
        for (var i = first + 1; i < lines.Count; i++)
        {
            if (CommentSection.IsHead(lines, i)) return i;
            // "Read also" may stand in the middle: then most of the paragraphs are still to come.
            if (ChromeText.EndsStory(lines[i]) && !(CommentSection.IsHeading(lines[i]) && GoesOn(lines, i)) && (after <= before || lines[i].Contains("repl", StringComparison.OrdinalIgnoreCase) || lines[i].Contains("comment", StringComparison.OrdinalIgnoreCase))) return i;
            (before, after) = (before + weights[i], after - weights[i]);
        }

        return lines.Count;
    }

    // "What do you think?" asks the reader only where the page's own lines follow; a story that asks goes on with a paragraph.
    private static bool GoesOn(List<string> lines, int at) =>
        lines[at].TrimEnd() is [.., '?' or '؟' or '？'] && at + 1 < lines.Count && DumpLede.IsParagraph(lines[at + 1]) && !ChromeText.IsChrome(lines[at + 1]);

    // Who reported, wrote or edited it: from the text they are read later.
    private static bool IsSigned(string line) =>
        ReportingLine.Start(line) == 0 || TailMarks.Editors(line) is not null || ArabicReporting.Is(line) || (BylineText.WithoutLabel(line) is var name && name.Length < line.Length && BylineText.IsName(name));

    private static List<string> Keep(List<string> lines, int start, int first, int end)
    {
        var kept = new bool[lines.Count];
        for (var i = first; i < end; i++) kept[i] = DumpLede.IsParagraph(lines[i]) && !ChromeText.IsChrome(lines[i]);
        kept[first] = true;
        var last = Array.LastIndexOf(kept, true);
        var isBelow = true;
        for (var i = first + 1; i < end; i++)
        {
            isBelow = kept[i - 1] || (isBelow && IsPassedOver(lines[i - 1]));
            kept[i] |= HandlingLine.Is(lines[i]);
            if (kept[i]) continue;
            if (i > last && isBelow && TailCredit.IsLabelled(lines[i]) && TailCredit.Read(lines[i], isWhole: true, Nobody) is { Start: 0 }) kept[i] = true;
            if (i > last && isBelow && IsSigned(lines[i])) kept[i] = true;
            if (ChromeText.IsChrome(lines[i]) && !(i < last && CommentSection.IsHeading(lines[i]) && GoesOn(lines, i)) || MetaText.IsMeta(lines[i])) continue;
            // Between paragraphs a short line is a crosshead or somebody's word; after the last, only a sentence or a signature goes on.
            const int LongestRun = 3;
            var run = 1;
            for (var j = i + 1; j < end && run <= LongestRun && !kept[j] && !TextWeight.EndsSentence(lines[j]); j++) run++;
            if (i < last) kept[i] = TextWeight.EndsSentence(lines[i]) || run <= LongestRun || lines[i][0] is '*' or '-' or '•';
            else if (isBelow) kept[i] = IsSigned(lines[i]) || (TextWeight.EndsSentence(lines[i]) && lines[i][^1] is not (':' or '：')) || TailCredit.Read(lines[i], isWhole: true, Nobody) is not null;
        }

        var story = new List<string>();
        for (var i = start; i < end; i++)
            if (kept[i]) story.Add(lines[i]);

        return story;

        // "Read also: …" is passed over; a heading that ends stories is not.
        static bool IsPassedOver(string line) => ChromeText.IsChrome(line) && !ChromeText.EndsStory(line);
    }
}
