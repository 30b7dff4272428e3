namespace Dateline.Foundation.Markup;

/// <summary>What one open element began, and so what its end ends.</summary>
internal readonly record struct OpenElement(string Name, Meaning Meaning, bool HasContainer = false, bool Hides = false, Marks Marks = Marks.None);

/// <summary>
/// The elements open now. Beyond a depth no writer reaches, further ones are not remembered: their text is kept, their
/// structure isn't, and no input makes the search for an end tag long.
/// </summary>
internal sealed class OpenElements
{
    private const int MaximumDepth = 256;

    private readonly List<OpenElement> open = [];
    private readonly int[] counts = new int[Enum.GetValues<Meaning>().Length];

    public int Count => open.Count;
    public bool Full => open.Count >= MaximumDepth;
    public OpenElement this[int index] => open[index];

    public void Push(OpenElement element)
    {
        open.Add(element);
        counts[(int)element.Meaning]++;
    }

    public OpenElement RemoveAt(int index)
    {
        var element = open[index];
        open.RemoveAt(index);
        counts[(int)element.Meaning]--;
        return element;
    }

    public bool Has(Meaning meaning) => counts[(int)meaning] > 0;

    /// <summary>The innermost open element of this meaning (and name, if given), not looking out of a cell or past a barrier.</summary>
    public int Find(Meaning meaning, string? name = null, params ReadOnlySpan<Meaning> barriers)
    {
        if (!Has(meaning)) return -1;
        for (var i = open.Count - 1; i >= 0; i--)
        {
            if (open[i].Meaning == meaning && (name is null || open[i].Name == name)) return i;
            if (barriers.Contains(open[i].Meaning)) return -1;
        }
        return -1;
    }
}
