namespace Dateline.Formats.Xml;

/// <summary>The prefixes declared around the place where we are.</summary>
internal sealed class NamespaceScope
{
    private const int Most = 96;
    private readonly List<(string Prefix, Ns Ns)> declared = [];

    public int Mark => declared.Count;

    public void Return(int mark) => declared.RemoveRange(mark, declared.Count - mark);

    /// <param name="attributes">The attributes of a tag.</param>
    /// <param name="isRoot">On the root an unprefixed vocabulary is the feed's own, whatever it calls it.</param>
    public void Declare(ReadOnlySpan<char> attributes, bool isRoot = false)
    {
        if (attributes.IndexOf("xmlns", StringComparison.OrdinalIgnoreCase) < 0) return;
        var all = new TagAttributes(attributes);
        while (all.Next() && declared.Count < Most)
        {
            if (!all.Name.StartsWith("xmlns", StringComparison.OrdinalIgnoreCase)) continue;
            var prefix = all.Name.Length > 6 && all.Name[5] == ':' ? all.Name[6..] : default;
            if (prefix.IsEmpty && all.Name.Length > 5) continue;
            declared.Add((prefix.ToString(), isRoot && prefix.IsEmpty ? Ns.Own : Namespaces.ByAddress(all.RawValue)));
        }
    }

    public Ns Find(ReadOnlySpan<char> prefix)
    {
        for (var i = declared.Count - 1; i >= 0; i--)
            if (prefix.Equals(declared[i].Prefix, StringComparison.Ordinal)) return declared[i].Ns;

        return Namespaces.ByConvention(prefix);
    }
}
