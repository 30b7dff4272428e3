using System.Text;

namespace Dateline.Formats.Telegraph;

/// <summary>Text set in lines of a fixed width, put back into paragraphs. Tables stay in lines.</summary>
internal static class Paragraphs
{
    // Lines of the telegraph are about seventy wide; what is longer was never broken, so its end ends a paragraph.
    private const int Unbroken = 110;

    public static string Of(IEnumerable<string> lines, bool isTable = false)
    {
        var paragraphs = new List<string>();
        var current = new List<string>();
        foreach (var line in lines)
        {
            var bare = line.TrimEnd();
            var isBlank = bare.AsSpan().Trim().IsEmpty;
            var isIndented = !isBlank && (bare[0] == '\t' || bare.StartsWith("  ", StringComparison.Ordinal));
            if (current.Count > 0 && (isBlank || (isIndented && !isTable && !IsRow(bare)))) Flush(paragraphs, current, isTable);
            if (isBlank) continue;
            current.Add(bare);
            if (bare.Length > Unbroken && !isTable) Flush(paragraphs, current, isTable);
        }

        if (current.Count > 0 && paragraphs.Count == 0 && !isTable && !current.Exists(IsRow)) Unparted(paragraphs, current);
        if (current.Count > 0) Flush(paragraphs, current, isTable);
        return string.Join("\n\n", paragraphs);
    }

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
        var text = isTable || (lines.Count > 1 && lines.Count(IsRow) > lines.Count / 2) ? string.Join('\n', lines) : Joined(lines);
        if (text.Length > 0) paragraphs.Add(text);
        lines.Clear();
    }

    // Columns: wide gaps inside the line. Justified text has gaps too, but of two spaces.
    private static bool IsRow(string line)
    {
        var text = line.AsSpan().Trim();
        return text.Contains('\t') || text.IndexOf("    ") > 0 || text.IndexOf(" ....") > 0;
    }

    private static string Joined(List<string> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            var words = line.AsSpan().Trim();
            if (text.Length > 0)
            {
                if (text[^1] == '\u00AD') text.Length--;
                else if (!(text[^1] == '-' && text.Length > 1 && char.IsLetter(text[^2]) && char.IsLower(words[0]))) text.Append(' ');
            }

            foreach (var c in words)
                if (!(c is ' ' or '\t' or '\u00A0') || (text.Length > 0 && text[^1] != ' ')) text.Append(c is '\t' ? ' ' : c);
        }

        return text.ToString().Replace("\u00AD", "", StringComparison.Ordinal).TrimEnd();
    }
}
