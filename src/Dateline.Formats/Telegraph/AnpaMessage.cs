using System.Text.RegularExpressions;
using Dateline.Formats.InText;
using Dateline.Formats.Ninjs;
using Dateline.Formats.Wires;

namespace Dateline.Formats.Telegraph;

/// <summary>
/// The text of an ANPA 1312 message: lines between <c>^</c> and <c>&lt;</c> or <c>=</c> for the head (slug, headline,
/// notes, byline), then paragraphs with a tab before each, in the seven-bit typography of the typesetting machine.
/// </summary>
internal static class AnpaMessage
{
    private static readonly Regex SlugLine = new(@"^(?<slug>[A-Z]{2}-.+?|.{3,60}?)(?:,\s*[a-z]\d{4})?,\s*(?<words>\d{1,5})$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    private static readonly Regex Pictures = new(@"^\W*(?:[A-Z]{2,5} )?(?:photos?|videos?|graphics?|audio)\b.{0,300}$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Note = new(@"^\W*(?:eds\b|editors?:|editor['’`]s note|note to editors)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    public static void Read(string text, TelegraphHead head, WireDraft draft)
    {
        var parts = TelegraphParts.Of(WithCarets(text));
        var marks = new VersionMarks();
        var (sent, agency) = parts.TakeTrailer();
        var lines = parts.Text;
        var slug = marks.TakeTail(SpacedVersion(head.Slug ?? ""));
        var (top, at) = Top(lines);
        var said = new List<string>();
        for (var i = 0; i < top.Count; i++) HeadLine(top[i].Line, top[i].IsBy, i, i + 1 < top.Count ? top[i + 1].Line : null, ref slug, marks, draft, said);

        draft.Slugline = slug.Length == 0 ? null : slug;
        if (top.Count == 0) Bare(lines, ref at, parts.HasStart, slug, marks, draft);
        var copy = lines.Skip(at).Select(Typography).Where(l => !IsMachine(l));
        var body = Paragraphs.Of(copy, head.IsTable);
        if (body.Length == 0) body = string.Join("\n\n", said);
        if (body.Length > 0) draft.Item.OfferBody(body, BodyKind.Text, 1);
        if (AdvanceMark.IsIn(head.Slug)) draft.Embargo = new Embargo(null);
        if (draft.Item.Byline is { } byline) draft.Item.AddAuthor(new Author(byline));
        if (agency is not null) draft.Item.Credit = draft.Item.Credit with { Provider = agency };
        TelegraphEnvelope.Read(head, slug, sent, marks, draft);
    }

    // Some set no carets: the headline stands first, below it the slug once more, a note, the byline.
    private static void Bare(List<string> lines, ref int at, bool hasStart, string slug, VersionMarks marks, WireDraft draft)
    {
        const int LinesAbove = 4;
        var first = lines.FindIndex(at, line => line.Trim().Length > 0);
        if (first < 0 || lines[first][0] is '\t' or ' ') return;
        for (var i = Math.Min(first + LinesAbove, lines.Count) - 1; i > first; i--)
            if (lines[i].Trim() is { Length: > 2 } line && (IsSlugAgain(marks.TakeTail(line).TrimEnd([.. " 0123456789"]), slug) || IsTown(line, lines, i))) lines.RemoveAt(i);

        TelegraphHeadline.Read(lines, ref at, hasStart, marks, draft, new LedeReader(new Signatures([])));
    }

    // AAP's take key, QUAYTOWN, which the dateline says again.
    private static bool IsTown(string line, List<string> lines, int at) =>
        Places.IsCapital(line) && lines.FindIndex(at + 1, Math.Min(5, lines.Count - at - 1), below => below.TrimStart().StartsWith(line + ",", StringComparison.Ordinal)) > 0;

    private static bool IsSlugAgain(string line, string slug)
    {
        var cut = slug.StartsWith("bc-", StringComparison.OrdinalIgnoreCase) ? slug[3..] : slug;
        return cut.Length > 2 && line.Replace(' ', '-').Equals(cut.Replace(' ', '-'), StringComparison.OrdinalIgnoreCase);
    }

    // Some mark the lines of the head by the machine's DC1 and DC3 instead.
    private static string WithCarets(string text)
    {
        if (text.AsSpan().IndexOfAny('\u0011', '\u0013') < 0) return text;
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].AsSpan().TrimStart("\u0002\0");
            if (line is not ['\u0011' or '\u0013', ..] || line.TrimStart("\u0011\u0012\u0013\u0014") is not [not (' ' or '\t' or '^'), ..] words) continue;
            lines[i] = (lines[i].Contains('\u0002', StringComparison.Ordinal) ? "\u0002^" : "^") + words.ToString();
        }

        return string.Join('\n', lines);
    }

    /// <summary>The lines of the head: those that a caret begins, with the rest of each up to its end mark.</summary>
    private static (List<(string Line, bool IsBy)> Lines, int At) Top(List<string> lines)
    {
        var top = new List<(string, bool)>();
        var at = 0;
        for (; at < lines.Count; at++)
        {
            var line = lines[at].Trim();
            if (line.Length == 0) continue;
            var isHead = lines[at][0] == '^' || (lines[at][0] != '\t' && line[^1] is '<' or '=' && line.Length < 400);
            if (!isHead) break;
            var plain = Typography(line.TrimStart('^').TrimEnd('<', '=', ' ')).Trim();
            if (plain.Length > 0) top.Add((plain, line[^1] == '='));
        }

        return (top, at);
    }

    private static void HeadLine(string line, bool isBy, int index, string? next, ref string slug, VersionMarks marks, WireDraft draft, List<string> said)
    {
        var item = draft.Item;
        if (index == 0 && SlugLine.Match(line) is { Success: true } full)
        {
            // The same as in the envelope, but not cut short.
            slug = marks.TakeTail(full.Groups["slug"].Value.Trim());
            if (AdvanceMark.IsIn(full.Groups["slug"].Value)) draft.Embargo = new Embargo(null);
        }
        else if (AdvanceMark.IsLine(line))
        {
            draft.Embargo ??= new Embargo(null);
        }
        else if (line.StartsWith("INDEX:", StringComparison.Ordinal) || EmbargoLine.Take(line, draft))
        {
            return;
        }
        else if (Note.IsMatch(line) || Pictures.IsMatch(line))
        {
            draft.ReadNote(line);
        }
        else if (marks.TakeLine(line))
        {
            return;
        }
        else if (item.Headline is null && marks.TakeTail(line) is var working && HeadLines.IsSlug(working, slug, next))
        {
            if (slug.Length == 0) slug = working;
        }
        else if (line.StartsWith("Moved ", StringComparison.Ordinal) && line.Length < 40)
        {
            return;
        }
        else if (line is ['(', .., ')'] && draft.ReadNote(line))
        {
            return;
        }
        else if (line.StartsWith("By ", StringComparison.OrdinalIgnoreCase) && line.Length < 120)
        {
            item.Byline ??= NinjsTexts.WithoutBy(line);
        }
        else if (item.Headline is not null && line is ['(', .., ')'] && line.Contains('-', StringComparison.Ordinal) && !line.Contains(' ', StringComparison.Ordinal))
        {
            // (Transport-Bridge): the slug once more.
            return;
        }
        else if (item.Byline is not null && (isBy || IsOffice(line) || Agencies.IsKnown(line)))
        {
            // Below the byline stand a person's office or the agency.
            if (!IsOffice(line) && line.Length < 60) item.Credit = item.Credit with { Source = item.Credit.Source ?? line };
        }
        else if (marks.Take is not null && item.Headline is null && line.EndsWith('.'))
        {
            // QUAYTOWN: on Tuesday.: the words behind which this piece goes on.
            return;
        }
        else if (marks.IsKill && item.Headline is null && (said.Count > 0 || line.EndsWith('.')))
        {
            // "The story has been killed. A kill is mandatory.": all of a kill is in the lines of its head, and none is a headline.
            said.Add(line);
        }
        else if (item.Headline is null && line.Length < 300) item.Headline = Unmarked(line, marks);
        else if (item.Summary is null && !isBy) item.Summary = line;
    }

    private static bool IsOffice(string line) =>
        line.Length < 60 && line[(line.LastIndexOf(' ') + 1)..] is "Writer" or "Writers" or "Editor" or "Editors" or "Correspondent" or "Correspondents" or "Reporter" or "Reporters" or "Columnist" or "Analyst";

    // Ferries to Sail Again (Update2)
    private static string Unmarked(string line, VersionMarks marks) =>
        line.EndsWith(')') && line.LastIndexOf('(') is > 3 and var open && marks.TakeLine(line[(open + 1)..^1]) ? line[..open].TrimEnd(' ', ',') : line;

    // "3rdLd-Writethru" was run together to fit the envelope.
    private static string SpacedVersion(string slug) => slug.Replace("stLd", "st Ld", StringComparison.Ordinal).Replace("ndLd", "nd Ld", StringComparison.Ordinal).Replace("rdLd", "rd Ld", StringComparison.Ordinal).Replace("thLd", "th Ld", StringComparison.Ordinal);

    private static string Typography(string line)
    {
        if (line.AsSpan().IndexOfAny('`', '\'', '_') < 0) return line.TrimEnd('<');
        if (line.AsSpan().Trim("_ <\t").IsEmpty && line.Contains('_', StringComparison.Ordinal)) return "___";
        var text = line.TrimEnd('<').Replace("``", "“", StringComparison.Ordinal).Replace("''", "”", StringComparison.Ordinal).Replace(" _ ", " — ", StringComparison.Ordinal).Replace('`', '‘');
        return text.EndsWith(" _", StringComparison.Ordinal) ? text[..^1] + "—" : text;
    }

    private static bool IsMachine(string line)
    {
        var words = line.Trim().Trim('(', ')', '^', '<', '=', ' ');
        return words is "MORE" or "more" or "___" or "30" or "-30-" || words.StartsWith("PICKUP ", StringComparison.Ordinal) || (line.Length > 0 && line[0] == '^' && words.Length == 0);
    }
}
