using Dateline.Formats.InText;

namespace Dateline.Formats.Wires;

/// <summary>
/// The head of a telegram once more above a text whose fields say it already: slug, headline, the number of the page. An item
/// whose text is nothing but its headline keeps it.
/// </summary>
internal static class RepeatedHead
{
    private const int Reach = 240;
    private const int MostBlocks = 6;
    private const int MostOthers = 2;
    private const int LongestOther = 120;

    public static NewsBody Cut(NewsBody body, string? headline, string? slugline, IReadOnlyList<string> keywords)
    {
        if (headline is null && slugline is null) return body;
        Span<char> chars = stackalloc char[Reach];
        Span<long> places = stackalloc long[Reach + 1];
        var run = new TextRun(chars, places);
        var (at, others) = (0, 0);
        for (var block = 0; block < MostBlocks && others <= MostOthers && run.Next(body, ref at); block++)
        {
            if (run.Text.Length >= Reach - 1) break;
            if (!IsHead(run.Text, headline, slugline, keywords))
            {
                // A byline or a note may stand between; the text may not.
                if (run.Text.Length > LongestOther || run.Text.TrimEnd() is [.., '.' or '!' or '?']) break;
                others++;
                continue;
            }

            var (from, to, next) = (run.Place(0), run.Place(run.Text.Length), at);
            if (!run.Next(body, ref next)) break;
            body = BodyCut.Cut(body, from, to, out var seam);
            at = Math.Min(seam, body.Content.Length);
        }

        return body;
    }

    private static bool IsHead(ReadOnlySpan<char> text, string? headline, string? slugline, IReadOnlyList<string> keywords)
    {
        text = text.Trim();
        // A sentence belongs to the text, though it says what the headline does.
        if (headline is not null && IsSame(text, headline) && (text[^1] is not ('.' or '!' or '?') || text[^1] == headline[^1])) return true;
        if (slugline is null && keywords.Count == 0) return false;
        var page = 0;
        while (page < Math.Min(2, text.Length) && char.IsAsciiDigit(text[page])) page++;
        if (page > 0 && page + 1 < text.Length && text[page] == ' ') text = text[(page + 1)..];
        if (slugline is not null && slugline.Length > 2 && IsSame(text, slugline)) return true;
        if (!Places.IsCapital(text)) return false;
        foreach (var keyword in keywords)
            if (keyword.Contains(' ', StringComparison.Ordinal) && IsSame(text, keyword)) return true;

        return false;
    }

    // By letters and digits alone: the telegram has capitals, other quotation marks, an equals sign.
    private static bool IsSame(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        var any = false;
        for (int i = 0, j = 0; ; i++, j++)
        {
            while (i < one.Length && !char.IsLetterOrDigit(one[i])) i++;
            while (j < other.Length && !char.IsLetterOrDigit(other[j])) j++;
            if (i == one.Length || j == other.Length) return any && i == one.Length && j == other.Length;
            if (char.ToLowerInvariant(one[i]) != char.ToLowerInvariant(other[j])) return false;
            any = true;
        }
    }
}
