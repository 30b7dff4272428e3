using System.Buffers;
using System.Text;
using Dateline.Formats.InText;
using Dateline.Formats.Text;

namespace Dateline.Formats.Telegraph;

/// <summary>Text set in lines of a fixed width, put back into paragraphs. Tables stay in lines.</summary>
internal static class Paragraphs
{
    // Lines of the telegraph are about seventy wide; what is longer was never broken, so its end ends a paragraph.
    private const int Unbroken = 110;

    private static readonly SearchValues<char> FigureSigns = SearchValues.Create("0123456789.:-–+%½ ");

    public static string Of(IEnumerable<string> lines, bool isTable = false)
    {
        var paragraphs = new List<string>();
        var current = new List<string>();
        foreach (var line in lines)
        {
            var bare = line.TrimEnd();
            var isBlank = bare.AsSpan().Trim().IsEmpty;
            var isIndented = !isBlank && (bare[0] == '\t' || bare.StartsWith("  ", StringComparison.Ordinal));
            if (current.Count > 0 && (isBlank || (isIndented && !isTable && !IsRow(bare)) || (!isTable && IsSpeech(bare, current[^1])))) Flush(paragraphs, current, isTable);
            if (isBlank) continue;
            current.Add(bare);
            if (bare.Length > Unbroken && !isTable) Flush(paragraphs, current, isTable);
        }

        if (current.Count > 0 && paragraphs.Count == 0 && !isTable && !current.Exists(IsRow)) Unparted(paragraphs, current);
        if (current.Count > 0) Flush(paragraphs, current, isTable);
        return string.Join("\n\n", paragraphs);
    }

    // "- Ingen er kommet til skade": the North sets what is said so, behind the end of a sentence.
    private static bool IsSpeech(string line, string before) =>
        line is ['-' or '–', ' ', var first, ..] && (char.IsUpper(first) || first is '"' or '“' or '”' or '»' or '«') && before.TrimEnd('"', '”', '»', '«') is [.., '.' or '!' or '?' or ':'];

    // Nothing parts the paragraphs but that a sentence ends and the next word would have had room in its line.
    private static void Unparted(List<string> paragraphs, List<string> lines)
    {
        const int LeastLines = 4;
        const int Narrowest = 40;
        const int Room = 6;
        if (lines.Count < LeastLines) return;
        var width = lines.Max(line => line.Length);
        if (width < Narrowest) return;
        var paragraph = new List<string>();
        for (var i = 0; i < lines.Count; i++)
        {
            paragraph.Add(lines[i]);
            if (i + 1 == lines.Count || lines[i].TrimEnd('"', '”', '»', '\'') is not [.., '.' or '!' or '?']) continue;
            var next = lines[i + 1].Trim();
            var word = next.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space ? space : next.Length;
            if (lines[i].Length + 1 + word + Room <= width) Flush(paragraphs, paragraph, isTable: false);
        }

        lines.Clear();
        lines.AddRange(paragraph);
    }

    private static void Flush(List<string> paragraphs, List<string> lines, bool isTable)
    {
        var text = isTable || (lines.Count > 1 && (lines.Count(IsRow) > lines.Count / 2 || AreColumns(lines))) ? string.Join('\n', lines.Select(line => line.TrimStart('\t'))) : Joined(lines);
        if (text.Length > 0) paragraphs.Add(text);
        lines.Clear();
    }

    // Columns: wide gaps inside the line. Justified text has gaps too, but of two spaces.
    private static bool IsRow(string line)
    {
        var text = line.AsSpan().Trim();
        return text.Contains('\t') || text.IndexOf("    ") > 0 || text.IndexOf(" ....") > 0 || EndsInFigures(text);
    }

    // Quaytown 12 9 .571: no sentence ends in three numbers.
    private static bool EndsInFigures(ReadOnlySpan<char> text)
    {
        const int Figures = 3;
        for (var count = 0; count < Figures; count++)
        {
            var space = text.LastIndexOf(' ');
            if (space <= 0) return false;
            var word = text[(space + 1)..];
            if (!word.ContainsAnyInRange('0', '9') || word.ContainsAnyExcept(FigureSigns)) return false;
            text = text[..space].TrimEnd();
        }

        return text.ContainsAnyExcept(FigureSigns) && !text.IsEmpty;
    }

    // Columns with narrow gaps: a gap of two spaces at least in each line, and one that ends, or whose column of figures does, at the same place in all of them.
    private static bool AreColumns(List<string> lines)
    {
        const int LeastLines = 3;
        const int Widest = 128;
        if (lines.Count < LeastLines) return false;
        Span<int> begins = stackalloc int[Widest];
        Span<int> ends = stackalloc int[Widest];
        begins.Clear();
        ends.Clear();
        foreach (var line in lines)
        {
            var hasGap = false;
            var first = line.AsSpan().IndexOfAnyExcept(' ');
            for (var at = first + 2; first >= 0 && at < Math.Min(line.Length, Widest); at++)
            {
                if (line[at - 1] != ' ' || line[at - 2] != ' ' || line[at] == ' ') continue;
                hasGap = true;
                begins[at]++;
                var end = line.AsSpan(at).IndexOf(' ');
                ends[Math.Min(Widest, end < 0 ? line.Length : at + end) - 1]++;
            }

            if (!hasGap) return false;
        }

        return begins.Contains(lines.Count) || ends.Contains(lines.Count);
    }

    // Ein- / und Ausfuhr
    private static bool IsConjunction(ReadOnlySpan<char> words)
    {
        foreach (var word in (ReadOnlySpan<string>)["und ", "oder ", "bis ", "sowie ", "and ", "or ", "to ", "et ", "ou ", "en ", "of ", "og ", "och "])
            if (words.StartsWith(word, StringComparison.Ordinal)) return true;

        return false;
    }

    // Verkehrs- / ministerium. German sets no hyphen before a small letter but where a line ends, and between two adjectives: deutsch-französisch.
    private static bool IsBroken(StringBuilder text)
    {
        const int LongestWord = 60;
        var start = text.Length - 1;
        while (start > 0 && text.Length - start < LongestWord && char.IsLetter(text[start - 1])) start--;
        var word = text.ToString(start, text.Length - 1 - start);
        return word.Length > 1 && !word.EndsWith("sch", StringComparison.Ordinal) && !word.EndsWith('o') && !Places.IsCapital(word);
    }

    private static string Joined(List<string> lines)
    {
        var text = new StringBuilder();
        bool? isGerman = null;
        foreach (var line in lines)
        {
            var words = line.AsSpan().Trim();
            if (text.Length > 0)
            {
                if (text[^1] == '\u00AD') text.Length--;
                else if (!(text[^1] == '-' && text.Length > 1 && char.IsLetter(text[^2]) && char.IsLower(words[0])) || IsConjunction(words)) text.Append(' ');
                else if ((isGerman ??= LanguageGuess.Of(string.Join(' ', lines)) == "de") == true && IsBroken(text)) text.Length--;
            }

            foreach (var c in words)
                if (!(c is ' ' or '\t' or '\u00A0') || (text.Length > 0 && text[^1] != ' ')) text.Append(c is '\t' ? ' ' : c);
        }

        return text.ToString().Replace("\u00AD", "", StringComparison.Ordinal).TrimEnd();
    }
}
