using Dateline.Formats.InText;
using Dateline.Formats.Pages;

namespace Dateline.Formats.Dumps;

/// <summary>Where the text of a dump begins: with its first paragraph, and with what is shorter than one and says where it was filed, or asks.</summary>
internal static class DumpLede
{
    private const int Paragraph = 60;
    private const int ParagraphWithoutStop = 130;
    private const int ShortParagraph = 40;

    private static readonly LedeReader Reader = new(new Signatures([]));

    public static bool IsParagraph(string line) => TextWeight.Of(line) >= (TextWeight.HasSentence(line) ? Paragraph : ParagraphWithoutStop);

    /// <summary>The first paragraph; where there is none, in a text of a few short sentences, the first of these. -1 where nothing is said.</summary>
    /// <param name="lines">The lines of the page.</param>
    /// <param name="isBelowHead">Whether all of them stand below a head of labels.</param>
    public static int Find(List<string> lines, bool isBelowHead)
    {
        var first = lines.FindIndex(line => IsParagraph(line) && !ChromeText.IsChrome(line));
        return first >= 0 && !isBelowHead ? first : lines.FindIndex(line => IsShort(line, ShortParagraph / 2)) is >= 0 and var told && (first < 0 || told < first) ? told : first;
    }

    /// <summary>The uppermost of the short lines right above the first paragraph that are of the text; a single sentence above a dateline is the summary.</summary>
    /// <param name="lines">The lines of the page.</param>
    /// <param name="start">The first line that may be of the text.</param>
    /// <param name="first">The first paragraph.</param>
    /// <param name="summary">The summary, where one was found.</param>
    public static int Above(List<string> lines, int start, int first, ref string? summary)
    {
        var above = first;
        while (above > start && IsOfText(lines[above - 1])) above--;
        if (above != first - 1 || summary is not null || Reader.Read(lines[first]) is not { Place: not null } || Reader.Read(lines[above]) is not null) return above;
        summary = lines[above];
        return first;
    }

    private static bool IsOfText(string line) =>
        line[^1] is '?' or '؟' or '？' ? IsShort(line, 1) : IsShort(line, ShortParagraph) || (IsShort(line, 1) && Reader.Read(line) is { } lede && lede.Length < line.Length);

    private static bool IsShort(string line, int least) =>
        TextWeight.Of(line) >= least && TextWeight.EndsSentence(line) && line[^1] is not (':' or '：' or ';' or '；') && !ChromeText.IsChrome(line) && !MetaText.IsMeta(line) && !HandlingLine.Is(line) && !LineHeadline.IsCaption(line) && PostLine.Read(line) is null && HeadBylines.Read(line) is null;
}
