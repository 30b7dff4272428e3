namespace Dateline.Foundation.Markup;

/// <summary>
/// Tables in plain text, whose columns are all that its lines say: results and prices as telegrams bring them. Run together as
/// paragraphs are, nobody could tell the numbers apart.
/// </summary>
internal static class TextColumns
{
    private const int FewestLines = 2;

    /// <summary>Whether the lines of a paragraph are rows. Text that is set in even lines has gaps too, of two blanks.</summary>
    public static bool Are(IReadOnlyList<string> lines)
    {
        if (lines.Count < FewestLines) return false;
        var rows = 0;
        foreach (var line in lines)
            if (IsRow(line.AsSpan().Trim())) rows++;
        return rows * 2 > lines.Count;
    }

    private static bool IsRow(ReadOnlySpan<char> line) => line.Contains('\t') || line.IndexOf("   ") > 0;
}
