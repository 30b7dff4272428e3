using Dateline.Formats.InText;
using Dateline.Formats.Wires;

namespace Dateline.Formats.Telegraph;

/// <summary>
/// The text of an IPTC 7901 message: keywords, marks of leads and corrections, headline, byline, paragraphs, the
/// signs of those who worked on it, and the date and time group.
/// </summary>
internal static class Iptc7901Message
{
    public static void Read(string text, TelegraphHead head, WireDraft draft)
    {
        var parts = TelegraphParts.Of(text);
        var marks = new VersionMarks();
        var (sent, _) = parts.TakeTrailer();
        var lines = parts.Text;
        var at = 0;
        var reader = new LedeReader(new Signatures(head.Agency is { Length: > 1 } agency ? [agency] : []));
        if ((HeadlineBefore(parts.Before) ?? HeadlineAboveDateline(parts.Before, lines, reader)) is { } above) lines.InsertRange(0, [.. above, ""]);
        var slug = Slug(parts, lines, ref at, marks, reader, head);
        draft.Slugline = slug;
        var joint = slug is not null && !slug.Contains('/', StringComparison.Ordinal) && !slug.Contains(' ', StringComparison.Ordinal) ? ',' : '/';
        foreach (var word in (slug ?? "").Split(joint, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) draft.Item.AddKeyword(word);
        if (!marks.IsPage) TelegraphHeadline.Read(lines, ref at, parts.HasStart, marks, draft, reader);
        TelegraphHeadline.ReadSubtitle(parts.Before, draft);

        var end = TelegraphFoot.Start(lines, at, head);
        var body = Paragraphs.Of(lines[at..end], head.IsTable);
        if (body.Length > 0) draft.Item.OfferBody(body, BodyKind.Text, 1);
        if (draft.Slugline is { } working && IsPreview(working) && reader.Read(body) is null) draft.Publishable = false;
        TelegraphEnvelope.Read(head, slug, sent, marks, draft);
    }

    // Vorschau/Termine/…: what is planned. A preview that is a story says where and for whom.
    private static bool IsPreview(string slug) =>
        slug.Split('/')[0].Trim() is "Vorschau" or "Terminvorschau" or "Tagesvorschau" or "Wochenvorschau" or "Themenvorschau" or "Programmvorschau" or "Terminkalender" or "Tageskalender";

    // Behind the keywords, whose last line ends in a slash, the headline may stand before STX: it ends in an equals sign.
    private static List<string>? HeadlineBefore(List<string> before)
    {
        var last = before.FindLastIndex(line => line.Trim().Length > 0);
        if (last < 1 || !before[last].TrimEnd().EndsWith('=')) return null;
        var keywords = before.FindLastIndex(line => line.TrimEnd().EndsWith('/'));
        // Or the keywords end in none, and a blank line is between them and the headline.
        if (keywords < 0) keywords = before.FindLastIndex(last, line => line.Trim().Length == 0) is > 0 and var blank && before.FindIndex(0, blank, line => line.Contains('/', StringComparison.Ordinal)) >= 0 ? blank : -1;
        if (keywords < 0) keywords = JoinedSlug(before, '/');
        if (keywords < 0 || keywords >= last) return null;
        var headline = before.GetRange(keywords + 1, last - keywords);
        before.RemoveRange(keywords + 1, before.Count - keywords - 1);

        // APA's second headline stands right below the first.
        if (headline.FindIndex(line => line.TrimStart().StartsWith("Utl.:", StringComparison.Ordinal)) is > 0 and var second) headline.Insert(second, "");
        return headline;
    }

    // Verkehr/Wetter, Közlekedés-komp: words joined to one, above all else.
    private static int JoinedSlug(List<string> before, params ReadOnlySpan<char> joints) =>
        before.FindIndex(line => line.Trim().Length > 0) is >= 0 and var first && before[first].AsSpan().Trim() is var line && line.IndexOf(' ') < 0 && line[1..].IndexOfAny(joints) > 0 && char.IsLetter(line[0]) && char.IsLetter(line[^1]) ? first : -1;

    // EFE's stands there without a sign: below a slug in capitals, or keywords that end in a slash, in its own words, and STX begins the text with its dateline.
    private static List<string>? HeadlineAboveDateline(List<string> before, List<string> text, LedeReader reader)
    {
        const int FewestWords = 4;
        var last = before.FindLastIndex(line => line.Trim().Length > 0);
        var begins = text.FindIndex(line => line.Trim().Length > 0);
        if (last < 1 || begins < 0 || !HeadLines.BeginsText(text[begins].Trim(), reader)) return null;
        var slug = before.FindLastIndex(last, line => Places.IsCapital(line) || line.TrimEnd().EndsWith('/'));
        if (slug < 0) slug = JoinedSlug(before, '/', '-');
        if (slug < 0 || slug == last) return null;
        var headline = before.GetRange(slug + 1, last - slug).FindAll(line => line.Trim().Length > 0);
        var words = string.Join(' ', headline);
        if (headline.Count is 0 or > 3 || words.AsSpan().Count(' ') < FewestWords - 1 || words.Contains('/', StringComparison.Ordinal) || headline[0].TrimStart()[0] is '(' or '-' || words.Count(char.IsLower) <= words.Length / 2) return null;
        before.RemoveRange(slug + 1, before.Count - slug - 1);
        return headline;
    }

    private static string? Slug(TelegraphParts parts, List<string> lines, ref int at, VersionMarks marks, LedeReader reader, TelegraphHead head)
    {
        var words = parts.Before.Select(l => TelegraphHeadline.WithoutAlarm(l.Trim(), marks)).Where(l => l.Length > 0 && !marks.TakeLine(l) && !(l[0] == '(' && TelegraphHeadline.BracketedMark(l, marks))).ToList();
        if (words.Count == 0)
        {
            while (at < lines.Count && string.IsNullOrWhiteSpace(lines[at])) at++;
            if (at == lines.Count) return null;
            var line = lines[at].Trim();
            if (SlugLines.Take(lines, ref at, marks, reader, head) is { } known) return known;
            var isSlug = line.Length < 100 && (line[^1] == '/' || (line.Contains('/', StringComparison.Ordinal) && line.Count(c => c == ' ') <= 2 && !line.Contains("//", StringComparison.Ordinal)) || line.StartsWith("BC-", StringComparison.Ordinal) || IsCapitalSlug(lines, at, reader)) && !HeadLines.BeginsText(line, reader);
            if (!isSlug) return null;
            words.Add(line);
            at++;
        }

        var slug = marks.TakeTail(marks.TakeKeywords(string.Join(' ', words)).TrimEnd('/', ' ', '=', '<')).TrimEnd('/', ' ', ',');
        return slug.Length is 0 or > 300 ? null : slug;
    }

    // FERRY-QUAYTOWN (UPDATE 1), and below it the headline in its own words.
    private static bool IsCapitalSlug(List<string> lines, int at, LedeReader reader)
    {
        var line = lines[at].Trim();
        return line.Length is > 5 and < 60 && line.Contains('-', StringComparison.Ordinal) && !line.Any(char.IsLower) && at + 1 < lines.Count && lines[at + 1].Trim() is { Length: > 10 } next && next.Count(char.IsLower) > next.Length / 3 && !HeadLines.BeginsText(next, reader);
    }
}
