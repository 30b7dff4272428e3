using System.Text.RegularExpressions;
using Dateline.Formats.Text;

namespace Dateline.Formats.Feeds;

/// <summary>
/// Links to other stories under a word that says so, <c>READ MORE:</c> and a list of links at the end of a text, or the word and one link
/// in a paragraph of its own. What isn't a link stays: a list of books to read is the story.
/// </summary>
internal static partial class RelatedLinks
{
    // As long as a list of ten links is.
    private const int Reach = 6_000;
    private const int Most = 12;

    private static readonly WordSearch Words = new(
        "read more", "read also", "also read", "read next", "related", "more stories", "see also", "lesen sie auch", "mehr zum thema", "lire aussi", "lire également", "leer también", "lea también", "lee también", "leia também", "leia mais", "leggi anche", "lees ook", "läs också", "läs mer", "les også", "læs også", "lue myös", "czytaj", "zobacz też", "čtěte také", "baca juga", "ayrıca oku", "читайте", "اقرأ أيض", "إقرأ أيض", "بیشتر بخوانید");

    private const string Label = @"(?:read more|read also|also read|read next|related(?: (?:stories|articles|news|posts|links))?|more stories|see also|lesen sie auch|mehr zum thema|(?:à )?lire (?:aussi|également)|leer también|le[ea] también|leia também|leia mais|leggi anche|lees ook|läs (?:också|mer)|les også|læs også|lue myös|czytaj (?:też|także|również)|zobacz też|čtěte také|baca juga|ayrıca oku|читайте (?:также|також)|اقرأ أيض[اًا]{1,2}|إقرأ أيض[اًا]{1,2}|بیشتر بخوانید)(?: on this| on this topic)?";
    private const string Inline = @"\s*(?:</?(?:strong|b|em|i|u|span|br)\b[^<>]*>\s*)*";
    private const string LinkAlone = Inline + @"<a\s[^<>]+>(?:[^<]|</?(?:strong|b|em|i|u|span)\b[^<>]*>)+</a>" + Inline;

    [GeneratedRegex("(?:<(?:p|h[2-6]|div)(?:\\s[^<>]*)?>)" + Inline + Label + @"\s*:?" + Inline + @"</(?:p|h[2-6]|div)>\s*(?:<[uo]l\b[^<>]*>\s*(?:<li\b[^<>]*>\s*(?:<p\b[^<>]*>)?" + LinkAlone + @"(?:</p>\s*)?</li>\s*)+</[uo]l>|(?:<p\b[^<>]*>" + LinkAlone + @"</p>\s*)+)\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex List { get; }

    [GeneratedRegex(@"<p\b[^<>]*>" + Inline + Label + @"\s*[:|]" + LinkAlone + @"</p>\s*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Paragraph { get; }

    /// <summary>The text without them; the text itself where nothing else is in it.</summary>
    public static string Cut(string html)
    {
        var rest = EndsInLink(html) ? WithoutList(html) : html;
        if (HasLinkBehindMark(rest) && Words.IsIn(rest)) rest = Paragraph.Replace(rest, "", Most);
        return rest.Length == html.Length || rest.Contains("<p", StringComparison.OrdinalIgnoreCase) || rest.AsSpan().Trim().Length > 20 ? rest : html;
    }

    private static string WithoutList(string html)
    {
        var from = Math.Max(0, html.Length - Reach);
        return Words.IsIn(html.AsSpan(from)) && List.Match(html, from) is { Success: true, Index: > 0 } list ? html[..list.Index].TrimEnd() : html;
    }

    // To look for the words takes longer than to read the item: where they stand is looked for first. The last link of a list is alone in its line,
    // and below it are none but tags.
    private static bool EndsInLink(ReadOnlySpan<char> html)
    {
        for (var isBehind = true; html.TrimEnd() is { IsEmpty: false } rest;)
        {
            if (rest[^1] != '>' && isBehind) return false;
            if (rest.LastIndexOf('<') is not (>= 0 and var tag)) return false;
            if (isBehind) isBehind = !rest[tag..].StartsWith("</a>", StringComparison.OrdinalIgnoreCase);
            else if (rest[tag..].StartsWith("<a", StringComparison.OrdinalIgnoreCase) && rest[(tag + 2)..] is [var next, ..] && char.IsWhiteSpace(next)) return IsAtLineStart(rest[..tag]);
            html = rest[..tag];
        }

        return false;
    }

    private static bool IsAtLineStart(ReadOnlySpan<char> html)
    {
        while (html.TrimEnd() is [.., '>'] rest && rest.LastIndexOf('<') is >= 0 and var tag)
        {
            if (HtmlTag.Name(rest[tag..]) is [var p] && (p | ' ') == 'p' || HtmlTag.Name(rest[tag..]).Equals("li", StringComparison.OrdinalIgnoreCase)) return true;
            html = rest[..tag];
        }

        return false;
    }

    // READ MORE: <a …>, with tags and spaces between the two at most.
    private static bool HasLinkBehindMark(ReadOnlySpan<char> html)
    {
        for (int at; (at = html.IndexOf("<a ", StringComparison.OrdinalIgnoreCase)) >= 0; html = html[(at + 3)..])
        {
            var before = html[..at].TrimEnd();
            while (before is [.., '>'] && before.LastIndexOf('<') is >= 0 and var tag) before = before[..tag].TrimEnd();
            if (before is [.., ':' or '|']) return true;
        }

        return false;
    }
}
