using System.Text;

namespace Dateline.Formats.Wires;

/// <summary>An element of one item, or a run of text in it. Names are in lower case and without prefix.</summary>
internal sealed class WireNode(string local, string text = "")
{
    private List<WireNode>? children;
    private List<(string Name, string Value)>? attributes;

    /// <summary>The name; empty for a run of text.</summary>
    public string Local { get; } = local;

    public string Text { get; } = text;

    public bool IsText => Local.Length == 0;

    public IReadOnlyList<WireNode> Children => children ?? [];

    public IReadOnlyList<(string Name, string Value)> Attributes => attributes ?? [];

    public void Add(WireNode child) => (children ??= []).Add(child);

    public void Add(string name, string value) => (attributes ??= []).Add((name, value));

    /// <summary>The trimmed value of an attribute; null where it is missing or empty.</summary>
    public string? Attribute(string name)
    {
        foreach (var (known, value) in Attributes)
            if (known == name) return value.Trim() is { Length: > 0 } trimmed ? trimmed : null;

        return null;
    }

    public WireNode? Child(string name)
    {
        foreach (var child in Children)
            if (child.Local == name) return child;

        return null;
    }

    public IEnumerable<WireNode> All(string name) => Children.Where(c => c.Local == name);

    /// <summary>The first element of this name at any depth, in the order of the document.</summary>
    public WireNode? Find(string name)
    {
        foreach (var child in Children)
        {
            if (child.Local == name) return child;
            if (child.Find(name) is { } found) return found;
        }

        return null;
    }

    /// <summary>All text in it, as it stands; where elements meet without white space, a space if asked for.</summary>
    public string InnerText(bool apart = false)
    {
        if (children is [{ IsText: true } only]) return only.Text;
        var all = new StringBuilder();
        Gather(all, apart);
        return all.ToString();
    }

    private void Gather(StringBuilder all, bool apart)
    {
        foreach (var child in Children)
        {
            if (child.IsText)
            {
                all.Append(child.Text);
                continue;
            }

            if (apart) all.Append(' ');
            child.Gather(all, apart);
            if (apart) all.Append(' ');
        }
    }

    /// <summary>Takes away the children from this one on.</summary>
    public List<WireNode> Cut(int from)
    {
        var cut = children!.GetRange(from, children.Count - from);
        children.RemoveRange(from, children.Count - from);
        return cut;
    }
}
