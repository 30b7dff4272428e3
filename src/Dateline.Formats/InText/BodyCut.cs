using System.Text;
using Dateline.Formats.Text;

namespace Dateline.Formats.InText;

/// <summary>Takes words out of a body and leaves its markup whole: tags between the words stay, pairs left empty go.</summary>
internal static class BodyCut
{
    private const int LongestTag = 400;

    public static NewsBody Cut(NewsBody body, int start, int end) => Cut(body, start, end, out _);

    /// <param name="body">The body.</param>
    /// <param name="start">Where the words begin.</param>
    /// <param name="end">Where they end.</param>
    /// <param name="seam">Where what followed them stands now: before <paramref name="start"/> where the tag before them went too.</param>
    public static NewsBody Cut(NewsBody body, int start, int end, out int seam)
    {
        seam = start;
        if (end <= start) return body;
        if (body.Kind == BodyKind.Text) return body with { Content = string.Concat(body.Content.AsSpan(0, start), start == 0 ? body.Content.AsSpan(end).TrimStart() : body.Content.AsSpan(end)) };
        var kept = new StringBuilder(body.Content.Length);
        kept.Append(body.Content, 0, start);
        for (var at = start; at < end;)
        {
            var rest = body.Content.AsSpan(at, Math.Min(body.Content.Length - at, TextRun.Reach));
            var tag = rest[0] == '<' && HtmlTag.KindOf(rest) is not TagKind.None and var kind ? HtmlTag.SkipLength(rest, kind) : 0;
            if (tag > 0) AppendTag(kept, rest[..Math.Min(tag, rest.Length)]);
            at += Math.Max(1, tag);
        }

        return body with { Content = Join(kept, body.Content.AsSpan(end), out seam) };
    }

    // What the cut left empty at the seam, <b></b> and <p></p>, says nothing any more; nor does the line break after it.
    private static string Join(StringBuilder kept, ReadOnlySpan<char> rest, out int seam)
    {
        while (true)
        {
            var next = rest.TrimStart();
            if (next.StartsWith("</", StringComparison.Ordinal) && next.IndexOf('>') is > 2 and < 20 and var close && TryDropOpen(kept, next[2..close].Trim())) rest = next[(close + 1)..];
            else if (next.StartsWith("<br", StringComparison.OrdinalIgnoreCase) && next.IndexOf('>') is > 0 and < 8 and var line && EndsWithTag(kept)) rest = next[(line + 1)..];
            else break;
        }

        seam = kept.Length;
        return kept.Append(EndsWithTag(kept) ? rest.TrimStart() : rest).ToString();
    }

    private static void AppendTag(StringBuilder kept, ReadOnlySpan<char> tag)
    {
        if (tag.StartsWith("</", StringComparison.Ordinal) && TryDropOpen(kept, tag[2..^1].Trim())) return;
        kept.Append(tag);
    }

    private static bool TryDropOpen(StringBuilder kept, ReadOnlySpan<char> name)
    {
        if (!IsEmptyable(name)) return false;
        var end = kept.Length;
        while (end > 0 && char.IsWhiteSpace(kept[end - 1])) end--;
        if (end == 0 || kept[end - 1] != '>') return false;
        var start = end - 1;
        while (start > 0 && end - start < LongestTag && kept[start] != '<') start--;
        if (kept[start] != '<' || end - start < name.Length + 2) return false;
        for (var i = 0; i < name.Length; i++)
            if (char.ToLowerInvariant(kept[start + 1 + i]) != char.ToLowerInvariant(name[i])) return false;

        if (kept[start + 1 + name.Length] is not ('>' or ' ' or '\n' or '\t')) return false;
        kept.Length = start;
        return true;
    }

    private static bool EndsWithTag(StringBuilder kept) => kept.Length == 0 || kept[^1] == '>';

    private static bool IsEmptyable(ReadOnlySpan<char> name)
    {
        Span<char> lower = stackalloc char[8];
        return name.Length is > 0 and <= 8 && lower[..name.ToLowerInvariant(lower)] is "a" or "b" or "strong" or "em" or "i" or "u" or "span" or "font" or "small" or "big" or "p" or "div" or "h1" or "h2" or "h3" or "header" or "section" or "time" or "cite" or "bdi" or "bdo";
    }
}
