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
        foreach (var c in text)
            if (!char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format) return true;
        return false;
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
