using Dateline.Formats.InText;

namespace Dateline.Formats.Mail;

/// <summary>
/// What stands between the top of a letter and its story, for whoever reads it there: the day, a note (<c>Please note: …</c>), and
/// below them the headline once more, or for the first time where the subject says only what kind of letter it is.
/// </summary>
internal static class MailPreamble
{
    private const int MostBlocks = 5;
    private const int LongestNote = 200;
    private const int LongestTitle = 150;
    private const int LongestDay = 60;
    private const int LeastWords = 3;

    private static readonly string[] Notes = ["Please note", "PLEASE NOTE", "Note to editors", "Note to Editors", "NOTE TO EDITORS", "Bitte beachten", "Hinweis", "À noter", "Nota:", "Let op", "Obs!", "OBS!", "Simtur", "Huomio", "Uwaga", "Внимание", "ملاحظة", "توجه"];

    public static NewsItem Cut(NewsItem item)
    {
        if (item.Body is not { Content.Length: > 0 } body) return item;
        var isKind = item.Headline is { } subject && MailHeadline.IsKind(subject);
        Span<char> chars = stackalloc char[LongestNote + 2];
        Span<long> places = stackalloc long[LongestNote + 3];
        var run = new TextRun(chars, places);
        var (at, end, hasTitle) = (0, -1, false);
        for (var block = 0; block < MostBlocks && !hasTitle && run.Next(body, ref at) && run.Text.Length <= LongestNote && TextRun.IsAnyIn(body, at); block++)
        {
            var text = run.Text.Trim();
            if (item.Headline is { } headline && IsSame(text, headline)) (end, hasTitle) = (run.Place(run.Text.Length), true);

            // The day goes also where no headline follows.
            else if (end < 0 && block == 0 && Dated(ref item, text)) end = run.Place(run.Text.Length);
            else if (isKind && IsTitle(text))
            {
                item = item with { Headline = text.ToString(), Genres = [.. item.Genres, MailHeadline.KindOf(item.Headline!)] };
                (end, hasTitle) = (run.Place(run.Text.Length), true);
            }
            else if (!IsNote(text)) break;
        }

        return end < 0 ? item : item with { Body = Below(body, end) };
    }

    private static NewsBody Below(NewsBody body, int end)
    {
        var cut = BodyCut.Cut(body, FirstPlace(body), end);
        return cut.Kind == BodyKind.Text ? cut with { Content = cut.Content.TrimStart() } : cut;
    }

    private static int FirstPlace(NewsBody body)
    {
        Span<char> one = stackalloc char[2];
        Span<long> its = stackalloc long[3];
        var run = new TextRun(one, its);
        var at = 0;
        return run.Next(body, ref at) ? run.Place(0) : 0;
    }

    // FERRIES RESUME, Ferries resume.; of "CORRECTED VERSION: Ferries resume" it is what follows.
    private static bool IsSame(ReadOnlySpan<char> text, string headline)
    {
        text = text.TrimEnd(" .");
        var whole = headline.AsSpan().TrimEnd(" .");
        if (text.Length < 5 || !whole.EndsWith(text, StringComparison.OrdinalIgnoreCase)) return false;
        return text.Length == whole.Length || whole[..^text.Length].TrimEnd() is [.., ':'];
    }

    // A few words that are no sentence; whom to ask and where it is are said otherwise.
    private static bool IsTitle(ReadOnlySpan<char> text) =>
        text.Length <= LongestTitle && text.Count(' ') + 1 >= LeastWords && char.IsLetterOrDigit(text[^1]) && !text.ContainsAny('@', '\n') && !IsNote(text) && !text.EndsWith("release", StringComparison.OrdinalIgnoreCase);

    private static bool IsNote(ReadOnlySpan<char> text)
    {
        foreach (var note in Notes)
            if (text.StartsWith(note, StringComparison.Ordinal)) return true;

        return false;
    }

    // "16 November 2026"; "Brest, le 16 novembre 2026" says where, too.
    private static bool Dated(ref NewsItem item, ReadOnlySpan<char> text)
    {
        if (text.Length > LongestDay || !text.ContainsAnyInRange('0', '9')) return false;
        if (DayWords.TryRead(text, out var day)) return day is { Day: > 0, Month: > 0, Year: > 0 };
        if (!LedeParts.TryRead(text, new Signatures([]), out var parts) || parts is not { Place: { } place, Agencies: null, Day: { Day: > 0, Month: > 0, Year: > 0 } filed } || parts.IsDayFirst) return false;
        item = item with { PlaceLine = item.PlaceLine ?? new PlaceLine(text.ToString(), place, filed.Near(item.Published)) };
        return true;
    }
}
