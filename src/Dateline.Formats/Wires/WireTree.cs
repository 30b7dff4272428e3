using Dateline.Formats.Text;
using Dateline.Formats.Xml;

namespace Dateline.Formats.Wires;

/// <summary>
/// The tree of one item. Namespaces are not asked: senders leave them out, declare wrong ones and use any prefix, and
/// no name means two things here. One pass; how deep it goes and how much it holds is bounded.
/// </summary>
internal ref struct WireTree(ReadOnlySpan<char> text, RepairList repairs)
{
    public const int Deepest = 100;
    public const int MostNodes = 300_000;

    private readonly List<WireNode> open = [new WireNode("#document")];
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    private ReadOnlySpan<char> rest = text;
    private int nodes;
    private int tooDeep;
    private bool commentsEnd = true;
    private bool sectionsEnd = true;
    private bool instructionsEnd = true;

    /// <summary>A node that holds the elements of the text.</summary>
    public static WireNode Read(ReadOnlySpan<char> text, RepairList repairs)
    {
        var tree = new WireTree(text, repairs);
        while (!tree.rest.IsEmpty) tree.Next();
        return tree.open[0];
    }

    private readonly WireNode Top => open[^1];

    private void Next()
    {
        var bracket = rest.IndexOf('<');
        var run = bracket < 0 ? rest : rest[..bracket];
        if (!run.IsEmpty) AddText(Decoded(run));
        rest = bracket < 0 ? default : rest[bracket..];
        if (rest.IsEmpty) return;
        if (commentsEnd && rest.StartsWith("<!--")) Skip("-->", ref commentsEnd);
        else if (sectionsEnd && rest.StartsWith("<![CDATA[", StringComparison.OrdinalIgnoreCase)) Section();
        else if (instructionsEnd && rest.Length > 1 && rest[1] is ('!' or '?')) Skip(">", ref instructionsEnd);
        else if (rest.Length > 1 && rest[1] == '/') Closing();
        else if (Tag.Name(rest[1..]) is { IsEmpty: false } name) Opening(name);
        else
        {
            repairs.Add("A bare < was read as itself.");
            AddText("<");
            rest = rest[1..];
        }
    }

    private readonly string Decoded(ReadOnlySpan<char> run)
    {
        if (!run.IsWhiteSpace()) return XmlText.Decode(run, repairs);
        return run.Contains('\n') ? "\n" : " ";
    }

    private readonly void AddText(string run)
    {
        // The nodes are counted by elements: between two of them there is one run, or one for each section.
        if (run.Length > 0) Top.Add(new WireNode("", run));
    }

    private void Skip(string end, ref bool ends)
    {
        var close = rest.IndexOf(end);
        ends = close >= 0;
        rest = rest[(ends ? close + end.Length : 2)..];
    }

    private void Section()
    {
        var close = rest.IndexOf("]]>");
        sectionsEnd = close >= 0;
        if (sectionsEnd)
        {
            AddText(XmlText.Clean(rest[9..Math.Max(9, close)], repairs));
            rest = rest[(close + 3)..];
            return;
        }

        // What is in it is read as if it were not: closing tags of the item are more likely than markup to be shown.
        repairs.Add("A CDATA section had no end.");
        rest = rest[9..];
    }

    private void Opening(ReadOnlySpan<char> name)
    {
        var length = Tag.Length(rest);
        if (length < 0)
        {
            length = rest.Length;
            repairs.Add("The item ends within a tag.");
        }

        var tag = rest[..length];
        rest = rest[length..];
        var selfClosing = Tag.IsSelfClosing(tag);
        if (tooDeep > 0 || open.Count > Deepest || nodes >= MostNodes)
        {
            repairs.Add(nodes >= MostNodes ? $"Tags after the first {MostNodes} were left out." : $"Tags more than {Deepest} deep were left out.");
            if (!selfClosing) tooDeep++;
            return;
        }

        nodes++;
        var node = new WireNode(Name(Tag.Local(name)));
        var attributes = new TagAttributes(tag[(1 + name.Length)..]);
        while (attributes.Next())
            if (!attributes.Name.StartsWith("xmlns", StringComparison.OrdinalIgnoreCase)) node.Add(Name(attributes.Name), XmlText.Decode(attributes.RawValue, repairs));

        // HTML's own rules, for those who write it into XML.
        if (node.Local == Top.Local && node.Local is ("p" or "li" or "td" or "th" or "tr" or "dt" or "dd")) open.RemoveAt(open.Count - 1);
        Top.Add(node);
        if (!selfClosing && !BodyTags.IsVoid(node.Local)) open.Add(node);
    }

    private void Closing()
    {
        var name = Tag.Name(rest[2..]);
        var end = rest[1..].IndexOfAny('>', '<');
        rest = end < 0 ? default : rest[(1 + end + (rest[1 + end] == '>' ? 1 : 0))..];
        if (tooDeep > 0)
        {
            tooDeep--;
            return;
        }

        var local = Name(Tag.Local(name));
        for (var i = open.Count - 1; i > 0; i--)
        {
            if (open[i].Local != local) continue;
            CloseTo(i);
            open.RemoveAt(i);
            return;
        }

        if (!BodyTags.IsVoid(local)) repairs.Add("A closing tag without its opening one was left out.");
    }

    /// <summary>Closes what is open above; what was swallowed for want of a closing tag comes out again.</summary>
    private readonly void CloseTo(int index)
    {
        for (var i = open.Count - 1; i > index; i--)
        {
            var unclosed = open[i];
            repairs.Add($"The closing tag of {unclosed.Local} was missing.");
            open.RemoveAt(i);
            for (var child = 0; child < unclosed.Children.Count; child++)
            {
                if (!WireFields.IsSwallowed(unclosed.Children[child].Local, unclosed.Local)) continue;
                foreach (var swallowed in unclosed.Cut(child)) open[i - 1].Add(swallowed);
                break;
            }
        }
    }

    private readonly string Name(ReadOnlySpan<char> name)
    {
        Span<char> lower = stackalloc char[Tag.LongestName];
        if (name.Length > lower.Length) name = name[..lower.Length];
        lower = lower[..name.ToLowerInvariant(lower)];
        var known = names.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(lower, out var same)) return same;
        var made = lower.ToString();
        if (names.Count < 2000) names.Add(made, made);
        return made;
    }
}
