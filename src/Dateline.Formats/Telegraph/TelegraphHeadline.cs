using System.Text.RegularExpressions;
using Dateline.Formats.InText;
using Dateline.Formats.Ninjs;
using Dateline.Formats.Text;
using Dateline.Formats.Wires;

namespace Dateline.Formats.Telegraph;

/// <summary>
/// The headline of an IPTC 7901 message, the byline below it, and what stands around both: marks of the version, embargoes, notes.
/// </summary>
internal static class TelegraphHeadline
{
    private const int Longest = 300;
    private const int MostHeadLines = 9;

    public static void Read(List<string> lines, ref int at, bool hasStart, VersionMarks marks, WireDraft draft, LedeReader reader)
    {
        while (at < lines.Count && (string.IsNullOrWhiteSpace(lines[at]) || (EmbargoLine.Before(lines[at].Trim(), draft) is null && Aside(lines[at].Trim(), marks, draft)))) at++;
        if (Slug(lines, ref at, marks, draft, reader))
            while (at < lines.Count && (string.IsNullOrWhiteSpace(lines[at]) || (EmbargoLine.Before(lines[at].Trim(), draft) is null && Aside(lines[at].Trim(), marks, draft)))) at++;
        var end = at;
        var ended = false;
        while (end < lines.Count && !ended && !string.IsNullOrWhiteSpace(lines[end]) && !HeadLines.BeginsText(lines[end].Trim(), reader) && !(end > at && (lines[end][0] == '\t' || lines[end].StartsWith("  ", StringComparison.Ordinal))))
            ended = lines[end++].TrimEnd().EndsWith('=');

        // Where a dateline follows, all above it is a head.
        ended |= end > at && end < lines.Count && HeadLines.BeginsText(lines[end].Trim(), reader);

        // A block that nothing ends as a headline and that is as long as a paragraph is one.
        var block = lines[at..end].Select(l => l.Trim()).ToList();
        if (!ended && block.Count > 1 && EndsSentence(block[^1]) && !EndsSentence(block[0])) block = [block[0]];
        if ((!ended || block.Count > MostHeadLines) && (block.Sum(l => l.Length) > Longest || block.Count > 4)) block = hasStart && block[0].Length < 120 ? [block[0]] : [];
        // APA's second headline stands right below the first.
        if (block.FindIndex(line => line.StartsWith("Utl.:", StringComparison.Ordinal)) is > 0 and var second) block = block[..second];
        at += block.Count;
        var title = new List<string>();
        bool? isAnsa = null;
        for (var i = 0; i < block.Count; i++)
        {
            var line = block[i].TrimEnd('=', '<', ' ');
            if (line.Length == 0) continue;
            if (title.Count == 0 && EmbargoLine.Before(line, draft) is { } held) line = held;
            else if (Aside(line, marks, draft)) continue;
            if (title.Count == 0 && i + 1 < block.Count && !block[i].EndsWith('=') && marks.TakeTail(line) is var working && HeadLines.IsSlug(working, draft.Slugline, block[i + 1])) draft.Slugline ??= working;
            else if (Author(line) is { } author) draft.Item.Byline = author;
            else if (title.Count > 0 && BylineText.ReadEmployed(line) is { } employed) (draft.Item.Byline, draft.Item.Credit) = (employed.Name, draft.Item.Credit with { Source = draft.Item.Credit.Source ?? employed.Agency });
            // "THE CANADIAN PRESS", below the reporter's name.
            else if (draft.Item.Byline is not null && Agencies.IsKnown(line)) draft.Item.Credit = draft.Item.Credit with { Source = draft.Item.Credit.Source ?? line };
            else if (title.Count > 0 && i == block.Count - 1 && IsReporter(line, lines.Skip(at).FirstOrDefault(l => l.Trim().Length > 0) ?? "", reader)) draft.Item.Byline = line;
            // ANSA's second line is another headline, and no end of the first.
            else if (title.Count == 1 && draft.Item.Summary is null && (isAnsa ??= lines.Skip(at).FirstOrDefault(l => l.Trim().Length > 0)?.TrimStart().StartsWith("(ANSA)", StringComparison.Ordinal) == true) && line[0] is var first && line.Any(char.IsLower) && (char.IsUpper(first) || first is '"' or '\'' or '“') && title[0][^1] is not (',' or ':' or ';' or '-')) draft.Item.Summary = line;
            else title.Add(line);
        }

        while (at < lines.Count && string.IsNullOrWhiteSpace(lines[at])) at++;
        if (at < lines.Count && title.Count > 0 && lines[at].TrimStart().StartsWith("Utl.:", StringComparison.Ordinal)) draft.Item.Summary = Subtitle(lines, ref at);
        if (title.Count > 0) draft.Item.Headline = Unmarked(HtmlText.Line(string.Join(' ', title), isMarkup: false), marks, draft);

        // A byline may stand in a block of its own.
        var next = at;
        while (next < lines.Count && string.IsNullOrWhiteSpace(lines[next])) next++;
        if (next < lines.Count && draft.Item.Byline is null && lines[next].Trim().Length < 90 && Author(lines[next].Trim().TrimEnd('=', '<', ' ')) is { } alone)
        {
            draft.Item.Byline = alone;
            at = next + 1;

            // THE CANADIAN PRESS, below the reporter's name.
            if (at < lines.Count && lines[at].Trim() is var below && Agencies.IsKnown(below)) (draft.Item.Credit, at) = (draft.Item.Credit with { Source = draft.Item.Credit.Source ?? below }, at + 1);
        }

        if (draft.Item.Byline is { } byline) draft.Item.AddAuthor(new Author(byline));
    }

    // "Transports-ferries-grève", "ESPAÑA TRANSPORTE (Ampliación)": the working title in a block of its own, where the headline stands in the next and the dateline below that.
    private static bool Slug(List<string> lines, ref int at, VersionMarks marks, WireDraft draft, LedeReader reader)
    {
        const int LongestSlug = 60;
        if (at + 1 >= lines.Count || !string.IsNullOrWhiteSpace(lines[at + 1]) || lines[at].Trim() is not { Length: > 3 and < LongestSlug } line || line.EndsWith('=')) return false;
        var next = at + 1;
        while (next < lines.Count && string.IsNullOrWhiteSpace(lines[next])) next++;
        var (below, longest, hasSmall) = (next, 0, false);
        for (; below < lines.Count && below - next < MostHeadLines && !string.IsNullOrWhiteSpace(lines[below]); below++)
        {
            if (HeadLines.BeginsText(lines[below].Trim(), reader)) break;
            longest = Math.Max(longest, lines[below].AsSpan().Trim().Count(' '));
            hasSmall |= lines[below].Any(char.IsLower);
        }

        if (below == next || longest < 2) return false;
        while (below < lines.Count && string.IsNullOrWhiteSpace(lines[below])) below++;
        if (below >= lines.Count || !HeadLines.BeginsText(lines[below].Trim(), reader)) return false;
        var found = LeadMark.Read(line, out var bare);
        var working = found.Count > 0 ? bare : line;
        var isJoined = !working.Contains(' ', StringComparison.Ordinal) && working.AsSpan(1).IndexOfAny('-', '/') >= 0 && char.IsLetter(working[0]);
        var isCapital = hasSmall && working.AsSpan().Count(' ') < 2 && Places.IsCapital(working) && !working.AsSpan().ContainsAny(".:!?");
        if (!isJoined && !isCapital) return false;
        foreach (var mark in found) marks.TakeLine(mark.Text);
        draft.Slugline ??= working;
        at = next;
        return true;
    }

    // Utl.: one line or more, up to the sign that ends it.
    private static string Subtitle(List<string> lines, ref int at)
    {
        const int MostLines = 4;
        var said = new List<string>(2);
        var ended = false;
        while (!ended && at < lines.Count && said.Count < MostLines && !string.IsNullOrWhiteSpace(lines[at]) && (said.Count == 0 || !lines[at].TrimStart().StartsWith("Utl.:", StringComparison.Ordinal)))
        {
            var line = lines[at++].TrimEnd();
            ended = line.EndsWith('=');
            said.Add(line.TrimEnd('=').Trim());
        }

        return HtmlText.Line(string.Join(' ', said).AsSpan("Utl.:".Length), isMarkup: false);
    }

    // Utl.: the headline stands below the keywords, and here only what is under it.
    public static void ReadSubtitle(List<string> before, WireDraft draft)
    {
        if (draft.Item.Headline is not { } line || !line.StartsWith("Utl.:", StringComparison.Ordinal)) return;
        var above = before.ConvertAll(l => l.Trim()).FindAll(l => l.Length > 0);
        if (above.Count < 2 || above[^1].Contains('/', StringComparison.Ordinal)) return;
        (draft.Item.Headline, draft.Item.Summary) = (above[^1], line["Utl.:".Length..].Trim());
        draft.Slugline = draft.Slugline?.Replace(above[^1], "", StringComparison.Ordinal).Trim();
    }

    private static bool EndsSentence(string line) => line.TrimEnd('"', '”', '»') is [.., '.' or '!' or '?'] told && !told.EndsWith("...", StringComparison.Ordinal);

    /// <summary>Marks, embargoes and notes around a headline, none of which is part of it.</summary>
    private static bool Aside(string line, VersionMarks marks, WireDraft draft)
    {
        if (KillWords.IsLine(line) || (line.Contains("ATTENTION", StringComparison.Ordinal) && line.Contains("ANNULATION", StringComparison.OrdinalIgnoreCase)))
        {
            draft.Status = PubStatus.Canceled;
            return true;
        }

        if (marks.TakeLine(line) || HeadLines.IsMachine(line)) return true;
        if (EmbargoLine.Take(line, draft)) return true;
        if (HeadlineNotes.IsNotForPrint(line))
        {
            draft.Publishable = false;
            return true;
        }

        if (line is ['(', ..] && (BracketedMark(line, marks) || PictureNote.IsMatch(line))) return true;
        if (line is ['(', .., ')'] && (draft.ReadNote(line[1..^1]) || EditorsNote.IsBracketed(line))) return true;
        var plain = line.TrimStart('(', '-', '*', ' ');
        if (plain.StartsWith("ATTENTION ", StringComparison.Ordinal) && (plain.Contains(" - ", StringComparison.Ordinal) || plain.EndsWith("///", StringComparison.Ordinal))) return true;
        return plain.StartsWith("eds:", StringComparison.OrdinalIgnoreCase) || plain.StartsWith("editors:", StringComparison.OrdinalIgnoreCase);
    }

    // (Foto - Archiv), (Foto aktuell), (video): what else is sent.
    private static readonly Regex PictureNote = new(@"^\((?:fotos?|photos?|bilder|bild|videos?|v[ií]deos?|vidéos?|grafik|infografik|infographie|infografía|karte|audios?)\b[^()]{0,60}\)(?:\s?\([^()]{2,30}\)){0,3}[ =]*$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    // A name alone between EFE's headline and its dateline is the reporter's.
    private static bool IsReporter(string line, string below, LedeReader reader) =>
        line.Length < 60 && BylineText.IsName(line) && reader.Read(below.Trim()) is { } lede && lede.Agencies.Any(agency => Houses.AreOne(agency, "EFE"));

    private static readonly string[] MarkWords = ["Berichtigt", "Berichtigung", "Korrektur", "Korrigiert", "Neu", "Ergänzt", "Ergänzung", "Wiederholung", "Wiederholt", "Aktualisiert", "Zusammenfassung", "Gesamtzusammenfassung", "Überblick", "Corrige", "Rectificatif", "Actualise", "Rettifica"];

    // (Berichtigt wird im 2. Absatz die Zahl), (Überblick 1500), (Neu: Zitate): a line of its own that says what this version is.
    public static bool BracketedMark(string line, VersionMarks marks)
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

    private static readonly string[] Alarms = ["EILMELDUNG", "BLITZMELDUNG", "EIL"];

    // EILMELDUNG Ministerin tritt zurück: no colon sets the mark off.
    public static string WithoutAlarm(string line, VersionMarks marks)
    {
        foreach (var alarm in Alarms)
        {
            if (!line.StartsWith(alarm, StringComparison.Ordinal) || line.Length < alarm.Length + 4 || line[alarm.Length] != ' ' || !char.IsLetter(line[alarm.Length + 1]) || Places.IsCapital(line)) continue;
            marks.TakeLine("EILMELDUNG");
            return line[(alarm.Length + 1)..];
        }

        return line;
    }

    private static string Unmarked(string headline, VersionMarks marks, WireDraft draft)
    {
        var rest = WithoutAlarm(headline, marks);
        if (rest.Length < headline.Length) draft.LeadMark ??= new LeadMark(LeadKind.Urgent, 1, headline[..^rest.Length].TrimEnd());
        return rest;
    }

    private static readonly string[] By = ["By ", "Von ", "Par ", "Por ", "Di ", "Door ", "Av ", "Af "];

    private static string? Author(string line)
    {
        // (di Ida Holm)
        if (line is ['(', .., ')'] && line.Length > 8) line = char.ToUpperInvariant(line[1]) + line[2..^1];
        foreach (var word in By)
            if (line.Length is > 5 and < 100 && line.StartsWith(word, StringComparison.OrdinalIgnoreCase) && char.IsLetter(line[word.Length]) && line[^1] is not ('.' or '?' or '!'))
                return word == "By " ? NinjsTexts.WithoutBy(line) : char.IsUpper(line[word.Length]) && char.IsUpper(line[0]) ? line[word.Length..] : null;

        return null;
    }
}
