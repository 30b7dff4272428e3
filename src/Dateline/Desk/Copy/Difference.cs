namespace Dateline.Desk.Copy;

/// <summary>A run of words, and whether the other text lacks it.</summary>
public readonly record struct Run(string Text, bool Own);

/// <summary>
/// Two texts side by side: what each has that the other lacks, word by word. Beyond a bound that no story reaches by
/// hand, everything between the common beginning and end counts as different.
/// </summary>
public static class Difference
{
    private const int MostCells = 6_000_000;

    /// <summary>The paragraphs of <paramref name="mine"/>, in runs.</summary>
    public static IReadOnlyList<IReadOnlyList<Run>> Paragraphs(string mine, string theirs)
    {
        var (own, other) = (Words(mine), Words(theirs));
        var shared = Shared(own, other);
        var paragraphs = new List<IReadOnlyList<Run>>();
        var runs = new List<Run>();
        for (var i = 0; i < own.Count; i++)
        {
            if (own[i] == "\n")
            {
                if (runs.Count > 0) paragraphs.Add(runs);
                runs = [];
            }
            else if (runs is [.., var last] && last.Own == !shared[i]) runs[^1] = last with { Text = last.Text + own[i] };
            else runs.Add(new Run(own[i], !shared[i]));
        }
        if (runs.Count > 0) paragraphs.Add(runs);
        return paragraphs;
    }

    /// <summary>Words with the space after them; an end of line by itself.</summary>
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                if (i > start) words.Add(text[start..i]);
                words.Add("\n");
                start = i + 1;
            }
            else if (text[i] == ' ')
            {
                words.Add(text[start..(i + 1)]);
                start = i + 1;
            }
        }
        if (start < text.Length) words.Add(text[start..]);
        return words;
    }

    private static bool[] Shared(List<string> own, List<string> other)
    {
        var shared = new bool[own.Count];
        var (from, end, otherEnd) = (0, own.Count, other.Count);
        while (from < end && from < otherEnd && Same(own[from], other[from])) shared[from++] = true;
        while (end > from && otherEnd > from && Same(own[end - 1], other[otherEnd - 1])) (shared[--end], otherEnd) = (true, otherEnd - 1);

        var (rows, columns) = (end - from, otherEnd - from);
        if (rows == 0 || columns == 0 || (long)(rows + 1) * (columns + 1) > MostCells) return shared;

        // Longest common subsequence, from the end: length[i, j] is that of what follows own[i] and other[j].
        var length = new int[rows + 1, columns + 1];
        for (var i = rows - 1; i >= 0; i--)
            for (var j = columns - 1; j >= 0; j--)
                length[i, j] = Same(own[from + i], other[from + j]) ? length[i + 1, j + 1] + 1 : Math.Max(length[i + 1, j], length[i, j + 1]);
        for (int i = 0, j = 0; i < rows && j < columns;)
        {
            if (Same(own[from + i], other[from + j])) (shared[from + i], i, j) = (true, i + 1, j + 1);
            else if (length[i + 1, j] >= length[i, j + 1]) i++;
            else j++;
        }
        return shared;
    }

    private static bool Same(string a, string b) => a.AsSpan().TrimEnd(' ').SequenceEqual(b.AsSpan().TrimEnd(' '));
}
