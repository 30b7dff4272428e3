using System.Net;
using System.Text;
using Dateline.Formats;

namespace Dateline.Wire.Groups;

/// <summary>
/// An item's text in passages (paragraphs, or lines that end a sentence), without what carriers add to it: dateline and
/// credit before the text, contact and credit lines after it. For comparing only: nobody is ever shown it.
/// </summary>
internal static class Passages
{
    /// <summary>Letters of an item that are compared; a story longer than that is told by its beginning.</summary>
    private const int LongestText = 40_000;

    private const int LongestPlaceLine = 90;
    private const int LongestCreditWords = 30;
    private const int MostTail = 6;

    private static readonly string[] CreditWords =
    [
        "reporting by", "(reporting", "editing by", "written by", "contact", "media contact", "for more information", "source:", "source :", "copyright", "©", "all rights reserved",
        "read more", "follow us", "with material from", "with information from", "rédaction", "contact presse", "tous droits réservés", "quelle:", "fuente:", "redaktion",
        "المصدر", "تحرير", "للتواصل", "جميع الحقوق", "منبع", "تماس", "ویراستار", "来源", "编辑", "責任編集", "联系", "记者", "출처",
    ];

    private static readonly string[] Bylines = ["by ", "par ", "von ", "por ", "بقلم", "به قلم", "文/", "记者"];

    public static List<string> Of(NewsItem news)
    {
        var text = news.Body is { Content.Length: > 0 } body ? (body.Kind == BodyKind.Html ? WithoutTags(Cut(body.Content)) : Cut(body.Content)) : Cut(news.Summary ?? "");
        if (!IsPlain(text)) text = Compatible(text);
        var passages = Split(text);
        while (passages.Count > 1 && IsByline(passages[0])) passages.RemoveAt(0);
        for (var dropped = 0; dropped < MostTail && passages.Count > 1 && IsCredit(passages[^1]); dropped++) passages.RemoveAt(passages.Count - 1);
        if (passages.Count > 0) passages[0] = AfterPlaceLine(passages[0]);
        return passages;
    }

    private static string Cut(string text) => text.Length <= LongestText ? text : text[..LongestText];

    private static bool IsPlain(string text) => Ascii.IsValid(text);

    private static string Compatible(string text)
    {
        try { return text.IsNormalized(NormalizationForm.FormKC) ? text : text.Normalize(NormalizationForm.FormKC); }
        catch (ArgumentException) { return text; } // an unpaired surrogate
    }

    private static List<string> Split(string text)
    {
        var passages = new List<string>();
        var held = new StringBuilder();
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var piece = line.Trim();
            if (piece.Length > 0)
            {
                if (held.Length > 0) held.Append(' ');
                held.Append(piece);
                if (piece[^1] is not ('.' or '!' or '?' or '"' or '”' or '»' or ')' or '。' or '؟' or '۔' or '」')) continue; // a line that was only folded
            }
            if (held.Length > 0) passages.Add(held.ToString());
            held.Clear();
        }
        if (held.Length > 0) passages.Add(held.ToString());
        return passages;
    }

    /// <summary>"CITY, Nov 16 (Agency) - lede", "AGENCY (Full Name)- lede", "(one two) lede", "Agency/ lede".</summary>
    private static string AfterPlaceLine(string passage)
    {
        var reach = passage.AsSpan(0, Math.Min(passage.Length, LongestPlaceLine));
        for (var at = 1; at < reach.Length - 1; at++)
        {
            if (reach[at] is not ('-' or '–' or '—' or '/' or ':' or '：' or ')' or '）' or '】') || !(reach[at + 1] == ' ' || reach[at] is '—' or '）' or '】' or '：')) continue;
            var before = reach[..at];
            var isCredit = reach[at] switch
            {
                ')' or '）' or '】' => before[0] is '(' or '（' or '【' || before.IndexOfAny('（', '【') is > 0 and < 20,
                '/' => before.Length <= 30 && before.Count(' ') <= 3,
                ':' or '：' => before.IndexOfAny('(', '（') > 0,
                _ => before.IndexOf(')') > 0 || IsPlace(before),
            };
            if (!isCredit) continue;
            var rest = passage[(at + 1)..].TrimStart(' ', '-', '–', '—', ':');
            return rest.Length > 0 ? rest : passage;
        }
        return passage;
    }

    /// <summary>A place, perhaps with a date: written in capitals, or short in a script that has none.</summary>
    private static bool IsPlace(ReadOnlySpan<char> text)
    {
        var word = text.IndexOfAny(' ', ',') is > 0 and var end ? text[..end] : text;
        if (word.Length < 3) return false;
        return Letters.HasNoCase(word[0]) ? text.Count(' ') <= 4 : word.IndexOfAnyInRange('a', 'z') < 0 && char.IsUpper(word[0]);
    }

    private static bool IsByline(string passage) =>
        passage.Length <= 80 && passage[^1] is not ('.' or '。') && Array.Exists(Bylines, word => passage.StartsWith(word, StringComparison.OrdinalIgnoreCase));

    private static bool IsCredit(string passage)
    {
        var words = passage.AsSpan().Count(' ') + 1;
        if (words > LongestCreditWords) return false;
        if (passage[0] is '(' or '[' or '（' && passage[^1] is ')' or ']' or '）') return true;
        if (passage[0] is '—' or '–' or '-' or '*' && words <= 8) return true;
        if (words <= 14 && (passage.Contains('@') || passage.Contains("http", StringComparison.OrdinalIgnoreCase) || passage.Contains("www.", StringComparison.OrdinalIgnoreCase))) return true;
        return Array.Exists(CreditWords, word => passage.StartsWith(word, StringComparison.OrdinalIgnoreCase));
    }

    private static string WithoutTags(string html)
    {
        var text = new StringBuilder(html.Length);
        var at = 0;
        while (at < html.Length)
        {
            var open = html.IndexOf('<', at);
            if (open < 0) open = html.Length;
            text.Append(html, at, open - at);
            if (open >= html.Length - 1) break;
            var named = html.AsSpan(open + 1).TrimStart('/');
            if (!char.IsAsciiLetter(named.Length > 0 ? named[0] : ' ') && html[open + 1] != '!')
            {
                text.Append('<');
                at = open + 1;
                continue;
            }
            if (BreaksLine(named)) text.Append("\n\n");
            var end = named.StartsWith("script", StringComparison.OrdinalIgnoreCase) && html[open + 1] != '/' ? html.IndexOf("</script", open, StringComparison.OrdinalIgnoreCase)
                : named.StartsWith("style", StringComparison.OrdinalIgnoreCase) && html[open + 1] != '/' ? html.IndexOf("</style", open, StringComparison.OrdinalIgnoreCase) : open;
            var close = html.IndexOf('>', Math.Max(end, open));
            if (close < 0) break;
            at = close + 1;
        }
        return html.Contains('&') ? WebUtility.HtmlDecode(text.ToString()) : text.ToString();
    }

    /// <summary>Inline elements stand within a sentence; all others end it.</summary>
    private static bool BreaksLine(ReadOnlySpan<char> named)
    {
        var end = named.IndexOfAnyExcept(NameLetters);
        var name = end < 0 ? named : named[..end];
        return !InlineNames.Contains(name);
    }

    private static readonly System.Buffers.SearchValues<char> NameLetters = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> InlineNames =
        new HashSet<string>(["a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "font", "i", "img", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "wbr"], StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
}
