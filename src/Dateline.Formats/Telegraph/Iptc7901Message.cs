using System.Text.RegularExpressions;
using Dateline.Formats.Feeds;
using Dateline.Formats.InText;
using Dateline.Formats.Ninjs;
using Dateline.Formats.Text;
using Dateline.Formats.Wires;

namespace Dateline.Formats.Telegraph;

/// <summary>
/// The text of an IPTC 7901 message: keywords, marks of leads and corrections, headline, byline, paragraphs, the
/// signs of those who worked on it, and the date and time group.
/// </summary>
internal static class Iptc7901Message
{
    private const int LongestHeadline = 300;
    private const int MostHeadLines = 9;

    private static readonly Regex SignOff = new(@"^\W*\p{L}[a-z]{1,5}(?:[ /][a-zA-Z]{1,4}){1,10}\W*$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private static readonly Regex Signs = new(@"^(?:[A-Z]{2,4}|[a-z]{2,4})(?:[-/](?:[A-Z]{2,4}|[a-z]{2,4})){1,6}$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private static readonly string[] Internal =
    [
        "the following information is not for publication", "the following information is not intended for publication", "die folgenden informationen sind nicht zur veröffentlichung",
        "# notebook", "# notizblock", "## note to editors", "## editorial contacts", "##",
    ];

    public static void Read(string text, TelegraphHead head, WireDraft draft)
    {
        var parts = TelegraphParts.Of(text);
        var marks = new VersionMarks();
        var (sent, _) = parts.TakeTrailer();
        var lines = parts.Text;
        var at = 0;
        if (HeadlineBefore(parts.Before) is { } above) lines.InsertRange(0, [.. above, ""]);
        var reader = new LedeReader(new Signatures(head.Agency is { Length: > 1 } agency ? [agency] : []));
        var slug = Slug(parts, lines, ref at, marks, reader);
        draft.Slugline = slug;
        foreach (var word in (slug ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) draft.Item.AddKeyword(word);
        Headline(lines, ref at, parts.HasStart, marks, draft, reader);
        Subtitle(parts.Before, draft);

        var end = End(lines, at, head);
        var body = Paragraphs.Of(lines[at..end], head.IsTable);
        if (body.Length > 0) draft.Item.OfferBody(body, BodyKind.Text, 1);
        if (draft.Slugline is { } working && IsPreview(working) && reader.Read(body) is null) draft.Publishable = false;
        Envelope(head, slug, sent, marks, draft);
    }

    // Vorschau/Termine/…: what is planned. A preview that is a story says where and for whom.
    private static bool IsPreview(string slug) =>
        slug.Split('/')[0].Trim() is "Vorschau" or "Terminvorschau" or "Tagesvorschau" or "Wochenvorschau" or "Themenvorschau" or "Programmvorschau" or "Terminkalender" or "Tageskalender";

    /// <summary>What the envelopes of both formats have in common.</summary>
    public static void Envelope(TelegraphHead head, string? slug, DateTimeOffset? sent, VersionMarks marks, WireDraft draft)
    {
        var item = draft.Item;
        (item.Identity, draft.Version) = StoryIdentity.Of(head, slug, sent is { } day ? DateOnly.FromDateTime(day.UtcDateTime) : null, marks, item.Headline);
        draft.VersionCreated = sent is { } at ? item.Dated(at) : null;
        draft.Urgency = marks.Urgency is { } marked && marked < (head.Urgency ?? 9) ? marked : head.Urgency;
        marks.On(draft);
        if (head.Category is { } category) item.AddSubject(new Subject("category", category, null));
        if (head.Service is { } service) item.AddSubject(new Subject("service", service, null));
        if (item.Credit.Source is null && head.Agency is { } agency) item.Credit = item.Credit with { Source = Houses.NameOf(agency) };
    }

    // Behind the keywords, whose last line ends in a slash, the headline may stand before STX: it ends in an equals sign.
    private static List<string>? HeadlineBefore(List<string> before)
    {
        var last = before.FindLastIndex(line => line.Trim().Length > 0);
        if (last < 1 || !before[last].TrimEnd().EndsWith('=')) return null;
        var keywords = before.FindLastIndex(line => line.TrimEnd().EndsWith('/'));
        if (keywords < 0 || keywords >= last) return null;
        var headline = before.GetRange(keywords + 1, last - keywords);
        before.RemoveRange(keywords + 1, before.Count - keywords - 1);
        return headline;
    }

    private static string? Slug(TelegraphParts parts, List<string> lines, ref int at, VersionMarks marks, LedeReader reader)
    {
        var words = parts.Before.Select(l => l.Trim()).Where(l => l.Length > 0 && !marks.TakeLine(l)).ToList();
        if (words.Count == 0)
        {
            while (at < lines.Count && string.IsNullOrWhiteSpace(lines[at])) at++;
            if (at == lines.Count) return null;
            var line = lines[at].Trim();
            var isSlug = line.Length < 100 && (line[^1] == '/' || (line.Contains('/', StringComparison.Ordinal) && line.Count(c => c == ' ') <= 2 && !line.Contains("//", StringComparison.Ordinal)) || line.StartsWith("BC-", StringComparison.Ordinal) || IsCapitalSlug(lines, at, reader)) && !HeadLines.BeginsText(line, reader);
            if (!isSlug) return null;
            words.Add(line);
            at++;
        }

        var slug = marks.TakeTail(marks.TakeKeywords(string.Join(' ', words)).TrimEnd('/', ' ', '=', '<')).TrimEnd('/', ' ');
        return slug.Length is 0 or > 300 ? null : slug;
    }

    // FERRY-QUAYTOWN (UPDATE 1), and below it the headline in its own words.
    private static bool IsCapitalSlug(List<string> lines, int at, LedeReader reader)
    {
        var line = lines[at].Trim();
        return line.Length is > 5 and < 60 && line.Contains('-', StringComparison.Ordinal) && !line.Any(char.IsLower) && at + 1 < lines.Count && lines[at + 1].Trim() is { Length: > 10 } next && next.Count(char.IsLower) > next.Length / 3 && !HeadLines.BeginsText(next, reader);
    }

    // Utl.: the headline stands below the keywords, and here only what is under it.
    private static void Subtitle(List<string> before, WireDraft draft)
    {
        if (draft.Item.Headline is not { } line || !line.StartsWith("Utl.:", StringComparison.Ordinal)) return;
        var above = before.ConvertAll(l => l.Trim()).FindAll(l => l.Length > 0);
        if (above.Count < 2 || above[^1].Contains('/', StringComparison.Ordinal)) return;
        (draft.Item.Headline, draft.Item.Summary) = (above[^1], line["Utl.:".Length..].Trim());
        draft.Slugline = draft.Slugline?.Replace(above[^1], "", StringComparison.Ordinal).Trim();
    }

    private static void Headline(List<string> lines, ref int at, bool hasStart, VersionMarks marks, WireDraft draft, LedeReader reader)
    {
        while (at < lines.Count && (string.IsNullOrWhiteSpace(lines[at]) || Aside(lines[at].Trim(), marks, draft))) at++;
        var end = at;
        var ended = false;
        while (end < lines.Count && !ended && !string.IsNullOrWhiteSpace(lines[end]) && !HeadLines.BeginsText(lines[end].Trim(), reader) && !(end > at && (lines[end][0] == '\t' || lines[end].StartsWith("  ", StringComparison.Ordinal))))
            ended = lines[end++].TrimEnd().EndsWith('=');

        // Where a dateline follows, all above it is a head.
        ended |= end > at && end < lines.Count && HeadLines.BeginsText(lines[end].Trim(), reader);

        // A block that nothing ends as a headline and that is as long as a paragraph is one.
        var block = lines[at..end].Select(l => l.Trim()).ToList();
        if (!ended && block.Count > 1 && EndsSentence(block[^1]) && !EndsSentence(block[0])) block = [block[0]];
        if ((!ended || block.Count > MostHeadLines) && (block.Sum(l => l.Length) > LongestHeadline || block.Count > 4)) block = hasStart && block[0].Length < 120 ? [block[0]] : [];
        at += block.Count;
        var title = new List<string>();
        for (var i = 0; i < block.Count; i++)
        {
            var line = block[i].TrimEnd('=', '<', ' ');
            if (line.Length == 0 || Aside(line, marks, draft)) continue;
            if (title.Count == 0 && i + 1 < block.Count && !block[i].EndsWith('=') && marks.TakeTail(line) is var working && HeadLines.IsSlug(working, draft.Slugline, block[i + 1])) draft.Slugline ??= working;
            else if (Author(line) is { } author) draft.Item.Byline = author;
            else if (title.Count > 0 && InText.BylineText.ReadEmployed(line) is { } employed) (draft.Item.Byline, draft.Item.Credit) = (employed.Name, draft.Item.Credit with { Source = draft.Item.Credit.Source ?? employed.Agency });
            // "THE CANADIAN PRESS", below the reporter's name.
            else if (draft.Item.Byline is not null && Agencies.IsKnown(line)) draft.Item.Credit = draft.Item.Credit with { Source = draft.Item.Credit.Source ?? line };
            else title.Add(line);
        }

        while (at < lines.Count && string.IsNullOrWhiteSpace(lines[at])) at++;
        if (at < lines.Count && title.Count > 0 && lines[at].TrimStart().StartsWith("Utl.:", StringComparison.Ordinal)) draft.Item.Summary = lines[at++].Trim()["Utl.:".Length..].TrimEnd('=', ' ').Trim();
        if (title.Count > 0) draft.Item.Headline = HtmlText.Line(string.Join(' ', title), isMarkup: false);

        // A byline may stand in a block of its own.
        var next = at;
        while (next < lines.Count && string.IsNullOrWhiteSpace(lines[next])) next++;
        if (next < lines.Count && draft.Item.Byline is null && lines[next].Trim().Length < 90 && Author(lines[next].Trim().TrimEnd('=', '<', ' ')) is { } alone)
        {
            draft.Item.Byline = alone;
            at = next + 1;
        }

        if (draft.Item.Byline is { } byline) draft.Item.AddAuthor(new Author(byline));
    }

    private static bool EndsSentence(string line) => line.TrimEnd('"', '”', '»') is [.., '.' or '!' or '?'] told && !told.EndsWith("...", StringComparison.Ordinal);

    /// <summary>Marks, embargoes and notes around a headline, none of which is part of it.</summary>
    private static bool Aside(string line, VersionMarks marks, WireDraft draft)
    {
        if (marks.TakeLine(line) || HeadLines.IsMachine(line)) return true;
        if (EmbargoLine.Take(line, draft)) return true;
        if (HeadlineNotes.IsNotForPrint(line))
        {
            draft.Publishable = false;
            return true;
        }

        if (line is ['(', ..] && BracketedMark(line, marks)) return true;
        var plain = line.TrimStart('(', '-', '*', ' ');
        if (plain.StartsWith("ATTENTION ", StringComparison.Ordinal) && (plain.Contains(" - ", StringComparison.Ordinal) || plain.EndsWith("///", StringComparison.Ordinal))) return true;
        return plain.StartsWith("eds:", StringComparison.OrdinalIgnoreCase) || plain.StartsWith("editors:", StringComparison.OrdinalIgnoreCase);
    }

    private static readonly string[] MarkWords = ["Berichtigt", "Berichtigung", "Korrektur", "Korrigiert", "Neu", "Ergänzt", "Ergänzung", "Wiederholung", "Wiederholt", "Aktualisiert", "Zusammenfassung", "Gesamtzusammenfassung", "Überblick", "Corrige", "Rectificatif", "Actualise", "Rettifica"];

    // (Berichtigt wird im 2. Absatz die Zahl), (Überblick 1500), (Neu: Zitate): a line of its own that says what this version is.
    private static bool BracketedMark(string line, VersionMarks marks)
    {
        var inside = line.AsSpan(1).TrimEnd("= ");
        if (!inside.EndsWith(")")) return false;
        foreach (var word in MarkWords)
        {
            if (!inside.StartsWith(word, StringComparison.Ordinal) || char.IsLetter(inside[word.Length])) continue;
            marks.TakeLine(word switch { "Berichtigt" or "Korrigiert" or "Corrige" => "Berichtigung", "Zusammenfassung" or "Gesamtzusammenfassung" or "Überblick" or "Neu" or "Ergänzt" or "Ergänzung" or "Aktualisiert" or "Actualise" => "Zusammenfassung", _ => word });
            return true;
        }

        return false;
    }

    private static readonly string[] By = ["By ", "Von ", "Par ", "Por ", "Di ", "Door ", "Av ", "Af "];

    private static string? Author(string line)
    {
        foreach (var word in By)
            if (line.Length is > 5 and < 100 && line.StartsWith(word, StringComparison.OrdinalIgnoreCase) && char.IsLetter(line[word.Length]) && line[^1] is not ('.' or '?' or '!'))
                return word == "By " ? NinjsTexts.WithoutBy(line) : char.IsUpper(line[word.Length]) && char.IsUpper(line[0]) ? line[word.Length..] : null;

        return null;
    }

    private static readonly string[] Ends = ["ends", "end", "Ends", "ENDS", "END", "fin", "FIN", "Ende", "ENDE", "Schluss", "SCHLUSS", "slutt", "slut"];

    // # dpa-Notizblock
    private static bool IsNotebook(string line) =>
        line.StartsWith('#') && line.Length < 40 && (line.Contains("notizblock", StringComparison.OrdinalIgnoreCase) || line.Contains("notebook", StringComparison.OrdinalIgnoreCase));

    private static int End(List<string> lines, int at, TelegraphHead head)
    {
        var end = lines.Count;
        for (var i = at; i < end; i++)
        {
            var line = lines[i].Trim();
            if (IsNotebook(line) || Internal.Any(words => line.StartsWith(words, StringComparison.OrdinalIgnoreCase)) || line == "NNNN") end = i;
        }

        while (end > at)
        {
            var line = lines[end - 1].Trim();
            var isSign = line.Length > 0 && line.Length < 60 && (SignOff.IsMatch(line) || Signs.IsMatch(line)) && ((line.Contains('/', StringComparison.Ordinal) && (!char.IsUpper(line[0]) || Signs.IsMatch(line))) || line.StartsWith(head.Agency ?? head.Service ?? "\0", StringComparison.OrdinalIgnoreCase));
            var isEnd = Ends.Contains(line.Trim('(', ')', '-', ' ', '/')) || (at < end - 1 && line.Length < 20 && !line.Any(char.IsLower) && Agencies.IsKnown(line));
            if (line.Length > 0 && !isSign && !isEnd && line.Trim('*', ' ', '-', '_', '=').Length > 0) break;
            end--;
        }

        return end;
    }
}
