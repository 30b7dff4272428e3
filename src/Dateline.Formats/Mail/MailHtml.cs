using Dateline.Formats.InText;
using Dateline.Formats.Text;

namespace Dateline.Formats.Mail;

/// <summary>The HTML of a mail without what it answers, and without what mail programs and mailing lists put around it. It stays untrusted markup.</summary>
internal static class MailHtml
{
    private const int MostBlocks = 2_000;
    private const int LongestLooked = 400;

    // Each copies the letter.
    private const int MostCuts = 60;
    private const int LeastOfAStory = 20;

    private const int MostHidden = 20;
    private const int LongestHidden = 8_000;

    private static readonly string[] Hidden = ["display:none", "display: none"];

    private static readonly string[] Signatures = ["class=\"gmail_signature", "class=\"moz-signature", "id=\"signature\"", "id=\"Signature\""];

    private static readonly string[] Quotes = ["class=\"gmail_quote", "id=\"appendonsend\"", "id=\"divRplyFwdMsg\"", "class=\"moz-cite-prefix", "class=\"yahoo_quoted", "class=\"protonmail_quote", "id=\"mail-editor-reference-message", "class=\"OutlookMessageHeader", "<blockquote type=\"cite"];

    public static string Story(string html, bool isReply)
    {
        html = WithoutQuotes(WithoutHidden(WithoutOffice(html)), isReply);
        if (First(html, Signatures) is > 0 and var signed && Says(html.AsSpan(0, signed)) && !Says(html.AsSpan(signed), 200)) html = html[..signed];
        return WithoutLines(MailTables.Unwrapped(html), isReply);
    }

    // Word ends each paragraph in <o:p></o:p>, which is no tag of HTML.
    private static string WithoutOffice(string html) => !html.Contains("<o:p", StringComparison.OrdinalIgnoreCase) ? html
        : html.Replace("<o:p>", "", StringComparison.OrdinalIgnoreCase).Replace("</o:p>", "", StringComparison.OrdinalIgnoreCase).Replace("<o:p/>", "", StringComparison.OrdinalIgnoreCase).Replace("<o:p />", "", StringComparison.OrdinalIgnoreCase);

    // What mail programs show beside the subject in a list of letters, and nowhere in the letter.
    private static string WithoutHidden(string html)
    {
        foreach (var style in Hidden)
            for (var (at, count) = (html.IndexOf(style, StringComparison.OrdinalIgnoreCase), 0); at > 0 && count < MostHidden; count++)
            {
                var open = html.LastIndexOf('<', at);
                var end = open < 0 || HtmlTag.Name(html.AsSpan(open)) is not ("div" or "span" or "p") ? at : EndOf(html, open, HtmlTag.Name(html.AsSpan(open)).ToString());
                if (end > at && end - open < LongestHidden) (html, at) = (html.Remove(open, end - open), open);
                at = at + 1 < html.Length ? html.IndexOf(style, at + 1, StringComparison.OrdinalIgnoreCase) : -1;
            }

        return html;
    }

    // Below the text all of it goes; above it, what is quoted and who said it.
    private static string WithoutQuotes(string html, bool isReply)
    {
        if (First(html, Quotes) is not (>= 0 and var quote)) return html;
        if (Says(html.AsSpan(0, quote))) return html[..quote];
        if (!isReply) return html;
        var cite = html.IndexOf("<blockquote", quote, StringComparison.OrdinalIgnoreCase);
        if (cite < 0) return html;
        var end = EndOf(html, cite, "blockquote");
        return Says(html.AsSpan(end)) ? string.Concat(html.AsSpan(0, quote), html.AsSpan(end)) : html;
    }

    private static int EndOf(string html, int open, string name)
    {
        var depth = 0;
        for (var at = open; at >= 0; at = html.IndexOf('<', at + 1))
        {
            if (!HtmlTag.Name(html.AsSpan(at)).Equals(name, StringComparison.OrdinalIgnoreCase)) continue;
            depth += html[at + 1] == '/' ? -1 : 1;
            if (depth == 0) return at + HtmlTag.Length(html.AsSpan(at));
        }

        return html.Length;
    }

    private static int First(string html, string[] marks)
    {
        var first = -1;
        foreach (var mark in marks)
            if (html.IndexOf(mark, StringComparison.Ordinal) is >= 0 and var at && html.LastIndexOf('<', at) is >= 0 and var open && (first < 0 || open < first)) first = open;

        return first;
    }

    private static bool Says(ReadOnlySpan<char> html, int least = LeastOfAStory) => HtmlText.Line(html, isMarkup: true).Count(char.IsLetter) >= least;

    private static string WithoutLines(string html, bool isReply)
    {
        Span<char> chars = stackalloc char[LongestLooked];
        Span<long> places = stackalloc long[LongestLooked + 1];
        var run = new TextRun(chars, places);
        var body = new NewsBody(html, BodyKind.Html);
        var (lines, extents) = (new List<string>(), new List<(int Start, int End)>());
        for (var at = 0; lines.Count < MostBlocks && run.Next(body, ref at);)
        {
            // The rest of a long block isn't one of its own.
            if (extents.Count > 0 && lines[^1].Length >= LongestLooked - 2 && run.Place(0) - extents[^1].End < 2) extents[^1] = (extents[^1].Start, run.Place(run.Text.Length));
            else
            {
                lines.Add(run.Text.ToString());
                extents.Add((run.Place(0), run.Place(run.Text.Length)));
            }
        }

        if (lines.Count is 0 or MostBlocks) return html;
        var keep = MailStory.Keep(lines, isReply, areBlocks: true);
        var end = Array.LastIndexOf(keep, true) + 1;
        if (end < lines.Count) body = body with { Content = body.Content[..Math.Max(0, body.Content.LastIndexOf('<', Math.Max(0, extents[end].Start - 1)))] };
        for (var (i, cuts) = (end - 1, 0); i >= 0 && cuts < MostCuts; i--)
        {
            if (keep[i]) continue;
            cuts++;
            var first = i;
            while (first > 0 && !keep[first - 1]) first--;
            body = BodyCut.Cut(body, extents[first].Start, extents[i].End);
            i = first;
        }

        return body.Content;
    }
}
