namespace Dateline.Foundation.Markup;

internal readonly record struct WrittenBlock(string Text, Block Block);

/// <summary>Which piece of an edited text is which earlier block: by the longest common subsequence, then by likeness.</summary>
internal sealed class EditorAlignment
{
    // Beyond this many comparisons only equal texts are recognised, wherever they stand.
    private const long MaximumComparisons = 4_000_000;

    private readonly WrittenBlock[] before;
    private readonly List<string> now;
    private readonly bool[] used;

    private EditorAlignment(WrittenBlock[] before, List<string> now)
    {
        this.before = before;
        this.now = now;
        used = new bool[before.Length];
        Unchanged = new Block?[now.Count];
        Edited = new Block?[now.Count];
    }

    public Block?[] Unchanged { get; }
    public Block?[] Edited { get; }

    public static EditorAlignment Of(WrittenBlock[] before, List<string> now)
    {
        var alignment = new EditorAlignment(before, now);
        alignment.Align();
        alignment.FindMoved();
        alignment.PairEdited();
        return alignment;
    }

    private void Align()
    {
        var start = 0;
        while (start < before.Length && start < now.Count && Same(start, start)) Match(start, start++);
        int oldEnd = before.Length, newEnd = now.Count;
        while (oldEnd > start && newEnd > start && Same(oldEnd - 1, newEnd - 1)) Match(--oldEnd, --newEnd);

        int rows = oldEnd - start, columns = newEnd - start;
        if (rows == 0 || columns == 0 || (long)rows * columns > MaximumComparisons) return;
        var lengths = new int[rows + 1, columns + 1];
        for (var i = rows - 1; i >= 0; i--)
            for (var j = columns - 1; j >= 0; j--)
                lengths[i, j] = Same(start + i, start + j) ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
        for (int i = 0, j = 0; i < rows && j < columns;)
        {
            if (Same(start + i, start + j)) Match(start + i++, start + j++);
            else if (lengths[i + 1, j] >= lengths[i, j + 1]) i++;
            else j++;
        }
    }

    private void FindMoved()
    {
        var left = new Dictionary<string, Queue<int>>(StringComparer.Ordinal);
        for (var i = 0; i < before.Length; i++)
        {
            if (used[i]) continue;
            if (!left.TryGetValue(before[i].Text, out var places)) left[before[i].Text] = places = new();
            places.Enqueue(i);
        }
        for (var j = 0; j < now.Count; j++)
            if (Unchanged[j] is null && left.TryGetValue(now[j], out var places) && places.TryDequeue(out var i)) Match(i, j);
    }

    /// <summary>Between two unchanged blocks, as many new as old are the old ones edited; else those that share most words are.</summary>
    private void PairEdited()
    {
        var places = new Dictionary<Block, int>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < before.Length; i++) places[before[i].Block] = i;
        var from = 0;
        for (var j = 0; j < now.Count;)
        {
            if (Unchanged[j] is { } anchor)
            {
                from = places[anchor] + 1;
                j++;
                continue;
            }
            var end = j;
            while (end < now.Count && Unchanged[end] is null) end++;
            var old = new List<int>();
            for (var i = from; i < before.Length && !used[i]; i++)
                if (!IsNamed(before[i].Text)) old.Add(i);
            Pair(old, [.. Enumerable.Range(j, end - j).Where(place => !IsNamed(now[place]))]);
            j = end;
        }
    }

    private void Pair(List<int> old, List<int> edited)
    {
        var inPlace = old.Count == edited.Count;
        var first = 0;
        for (var j = 0; j < edited.Count; j++)
        {
            if (inPlace)
            {
                Edit(old[j], edited[j]);
                continue;
            }
            var best = -1;
            var likeness = 0.4;
            for (var k = first; k < Math.Min(old.Count, first + 20); k++)
                if (Likeness(before[old[k]].Text, now[edited[j]]) is var found && found > likeness) (best, likeness) = (k, found);
            if (best < 0) continue;
            Edit(old[best], edited[j]);
            first = best + 1;
        }
    }

    // A block that stands there only by its id is found by its id.
    private static bool IsNamed(string text) => EditorLine.KindOf(text) == LineKind.Opaque;

    private static double Likeness(string one, string two)
    {
        var words = one.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        var others = two.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        var shared = words.Count(others.Contains);
        return shared == 0 ? 0 : (double)shared / Math.Max(words.Count, others.Count);
    }

    private bool Same(int i, int j) => before[i].Text == now[j];

    private void Match(int i, int j)
    {
        used[i] = true;
        Unchanged[j] = before[i].Block;
    }

    private void Edit(int i, int j)
    {
        used[i] = true;
        Edited[j] = before[i].Block;
    }
}
