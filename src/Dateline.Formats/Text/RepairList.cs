namespace Dateline.Formats.Text;

/// <summary>The sentences about one item. Bounded, because a hostile feed can be wrong in any number of ways.</summary>
internal sealed class RepairList
{
    private const int Limit = 16;
    private List<string>? sentences;

    public void Add(string sentence)
    {
        sentences ??= [];
        if (sentences.Count < Limit && !sentences.Contains(sentence)) sentences.Add(sentence);
    }

    public IReadOnlyList<string> Take()
    {
        if (sentences is not { } taken) return [];
        sentences = null;
        return taken;
    }
}
