using Dateline.Formats.Text;
using Dateline.Formats.Wires;

namespace Dateline.Formats.Mail;

/// <summary>The subject of a letter as a headline: without what kind of letter it is, and not once more above the text.</summary>
internal static class MailHeadline
{
    private const int LongestTitle = 300;

    private static readonly string[] Kinds =
        ["press release", "media release", "news release", "press statement", "pressemitteilung", "medienmitteilung", "presseinformation", "presseaussendung", "pressemeldung", "communiqué de presse", "communique de presse", "comunicado de prensa", "nota de prensa", "comunicado de imprensa", "nota de imprensa", "comunicato stampa", "persbericht", "pressmeddelande", "pressemeddelelse", "pressemelding", "lehdistötiedote", "mediatiedote", "tisková zpráva", "informacja prasowa", "komunikat prasowy", "sajtóközlemény", "comunicat de presă", "priopćenje za medije", "basın bülteni", "basın açıklaması", "δελτίο τύπου", "пресс-релиз", "пресрелиз", "пресреліз", "بيان صحفي", "بیانیه مطبوعاتی", "新闻稿", "プレスリリース", "보도자료"];

    /// <summary>Takes <c>PRESS RELEASE:</c> out of the headline; it is the genre.</summary>
    public static void TakeKind(WireDraft draft)
    {
        var subject = draft.Item.Headline;
        if (subject is null || EndOfKind(subject) is not (> 0 and var end)) return;
        var kind = subject.AsSpan(0, end).Trim(Around);
        if (!IsKind(kind) || subject.AsSpan(end).TrimStart(" :：|-–—").Trim() is not { IsEmpty: false } rest) return;
        draft.AddGenre(WithoutNumber(kind).ToString());
        draft.Item.Headline = rest.ToString();
    }

    private const string Around = " \u00A0\u202F*-–—";

    // "Press release: …", "Communiqué de presse - …"
    private static int EndOfKind(string subject)
    {
        const int LongestKind = 48;
        var head = subject.AsSpan(0, Math.Min(subject.Length, LongestKind));
        if (head.IndexOfAny(':', '：', '|') is > 0 and var end) return end;
        foreach (var dash in (ReadOnlySpan<string>)[" - ", " – ", " — "])
            if (head.IndexOf(dash) is > 0 and var at) return at;

        return -1;
    }

    /// <summary>Whether a line says only what kind of letter this is, with its number or without: <c>PRESS RELEASE</c>, <c>Pressemitteilung Nr. 12/2026</c>.</summary>
    public static bool IsKind(ReadOnlySpan<char> line)
    {
        const int LongestKind = 48;
        var kind = WithoutNumber(line.Trim(Around).TrimEnd(':').Trim());
        if (kind.Length is < 5 or > LongestKind) return false;
        foreach (var name in Kinds)
            if (kind.Equals(name, StringComparison.OrdinalIgnoreCase)) return true;

        return false;
    }

    /// <summary>The kind that such a line names, without its number.</summary>
    public static string KindOf(string line) => WithoutNumber(line.AsSpan().Trim(Around).TrimEnd(':').Trim()).ToString();

    private static readonly string[] NumberWords = ["nr.", "nr", "no.", "no", "n°", "nº", "n.", "n", "№", "#"];

    private static ReadOnlySpan<char> WithoutNumber(ReadOnlySpan<char> kind)
    {
        var bare = kind.TrimEnd("0123456789/-. ");
        if (bare.Length == kind.Length) return kind;
        foreach (var word in NumberWords)
            if (bare.Length > word.Length && bare[^(word.Length + 1)] == ' ' && bare.EndsWith(word, StringComparison.OrdinalIgnoreCase)) return bare[..^word.Length].TrimEnd();

        return bare.TrimEnd();
    }

    /// <summary>A page without the heading it begins with, where that says what the subject does: all of its words, or the other way round.</summary>
    public static string WithoutTitle(string html, string? subject)
    {
        if (subject is null) return html;
        for (int at = html.IndexOf('<', StringComparison.Ordinal), next; at >= 0; at = next)
        {
            var tag = html.AsSpan(at);
            var name = HtmlTag.Name(tag);
            if (name.Length == 2 && name[0] is 'h' or 'H' && name[1] is '1' or '2' && !tag.StartsWith("</")) return Without(html, at, subject);

            // A heading below words is one of the text's. On behind the tag: what is within one that never ends is looked at once.
            var inside = at + HtmlTag.Length(tag);
            next = inside < html.Length ? html.IndexOf('<', inside) : -1;
            if (next > inside && !name.Equals("style", StringComparison.OrdinalIgnoreCase) && !name.Equals("title", StringComparison.OrdinalIgnoreCase) && HtmlText.Line(html.AsSpan(inside, next - inside), isMarkup: true).Length > 0) return html;
        }

        return html;
    }

    private static string Without(string html, int open, string subject)
    {
        var end = html.IndexOf($"</{html.AsSpan(open + 1, 2)}", open, StringComparison.OrdinalIgnoreCase);
        if (end < 0 || end - open > LongestTitle) return html;
        var close = end + HtmlTag.Length(html.AsSpan(end));
        var title = HtmlText.Line(html.AsSpan(open, end - open), isMarkup: true);
        return IsSame(title, subject) && HtmlText.Line(html.AsSpan(close), isMarkup: true).Length > 0 ? html.Remove(open, close - open) : html;
    }

    private static bool IsSame(string title, string subject)
    {
        var (ofTitle, ofSubject) = (Words(title), Words(subject));
        if (ofTitle.Count == 0 || ofSubject.Count < 2) return title.Equals(subject, StringComparison.OrdinalIgnoreCase);
        return ofTitle.IsSubsetOf(ofSubject) || ofSubject.IsSubsetOf(ofTitle);
    }

    private static HashSet<string> Words(string line) => new(line.Split([' ', '\u00A0', ',', ':', '.', '–', '-', '"', '“', '”', '„', '«', '»', '!', '?'], StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);
}
