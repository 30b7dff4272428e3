using System.Buffers;
using System.Globalization;
using System.Text;

namespace Dateline.Foundation.Markup;

/// <summary>
/// Takes out of a text what no reader can see and what only confuses browsers, feeds and databases. LRM, RLM, ZWNJ and
/// ZWJ stay: Persian, Urdu and many emoji are spelled with them.
/// </summary>
public static class CleanText
{
    /// <summary>Hebrew with accents and Tibetan write up to five.</summary>
    private const int MostMarks = 6;
    private static readonly SearchValues<char> Suspects = SearchValues.Create(SuspectCharacters());

    /// <summary>Text that flows: any line end or tab is a space.</summary>
    public static string Flowing(string value) => Clean(value, keepLines: false);

    /// <summary>Text whose line ends and tabs mean something: every kind of line end becomes \n.</summary>
    public static string Lines(string value) => Clean(value, keepLines: true);

    /// <summary>One trimmed line, runs of white space collapsed.</summary>
    public static string Line(string value)
    {
        value = Flowing(value);
        var line = new StringBuilder(value.Length);
        var space = false;
        foreach (var c in value)
        {
            if (char.IsWhiteSpace(c))
            {
                space = line.Length > 0;
                continue;
            }
            if (space) line.Append(' ');
            space = false;
            line.Append(c);
        }
        return line.Length == value.Length ? value : line.ToString();
    }

    /// <summary>Whether a reader would see anything at all.</summary>
    public static bool IsVisible(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
            if (!Rune.IsWhiteSpace(rune) && !IsUnseen(rune)) return true;
        return false;
    }

    /// <summary>Zero-width and direction marks, variation selectors, control characters, and letters that are blank.</summary>
    public static bool IsUnseen(Rune rune) =>
        rune.Value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2800 or 0x3164 or 0xFFA0 or (>= 0x180B and <= 0x180F) or (>= 0xFE00 and <= 0xFE0F)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control;

    /// <summary>
    /// Marks that stand above and below a letter, no more of them than any orthography writes: a hundred draw a line through
    /// whatever is above. What is over is left out.
    /// </summary>
    public static string Unstacked(string value)
    {
        var (marks, kept) = (0, (StringBuilder?)null);
        for (var i = 0; i < value.Length; i++)
        {
            marks = char.GetUnicodeCategory(value, i) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? marks + 1 : 0;
            var length = char.IsHighSurrogate(value[i]) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]) ? 2 : 1;
            if (marks > MostMarks) kept ??= new StringBuilder(value.Length).Append(value, 0, i);
            else kept?.Append(value, i, length);
            i += length - 1;
        }
        return kept?.ToString() ?? value;
    }

    private static string Clean(string value, bool keepLines)
    {
        var first = value.AsSpan().IndexOfAny(Suspects);
        if (first < 0) return value;

        var clean = new StringBuilder(value.Length).Append(value, 0, first);
        for (var i = first; i < value.Length; i++)
        {
            var c = value[i];
            if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
                AppendPair(clean, c, value[++i]);
            else if (char.IsSurrogate(c))
                clean.Append('\uFFFD');
            else if (c is '\r' && i + 1 < value.Length && value[i + 1] is '\n')
                continue;
            else if (c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029')
                clean.Append(keepLines ? '\n' : ' ');
            else if (c is '\t')
                clean.Append(keepLines ? '\t' : ' ');
            else if (c is '\f' or '\v')
                clean.Append(' ');
            else if (!Suspects.Contains(c))
                clean.Append(c);
        }
        return clean.ToString();
    }

    // The last two code points of each plane are noncharacters (Unicode 23.7); XML and some databases refuse them.
    private static void AppendPair(StringBuilder clean, char high, char low)
    {
        if ((char.ConvertToUtf32(high, low) & 0xFFFE) == 0xFFFE) clean.Append('\uFFFD');
        else clean.Append(high).Append(low);
    }

    private static char[] SuspectCharacters()
    {
        var suspects = new List<char>();
        Add('\0', '\u001F');
        Add('\u007F', '\u009F');
        Add('\u2028', '\u202E');          // line and paragraph separators, embeddings and overrides
        Add('\u2066', '\u206F');          // isolates and deprecated format characters
        Add('\uD800', '\uDFFF');
        Add('\uFDD0', '\uFDEF');          // noncharacters
        Add('\uFFF9', '\uFFFB');          // interlinear annotation
        Add('\uFFFE', '\uFFFF');
        Add('\uFEFF', '\uFEFF');          // byte order mark
        return [.. suspects];

        void Add(char from, char to)
        {
            for (int c = from; c <= to; c++) suspects.Add((char)c);
        }
    }
}
