using AngleSharp.Html.Parser.Tokens;

namespace Dateline.Formats.Pages;

/// <summary>An element or a piece of text of a web page.</summary>
internal sealed class PageNode(string name)
{
    /// <summary>The name in small letters; empty for text.</summary>
    public string Name { get; } = name;

    public string? Text { get; init; }

    public PageNode? Parent { get; private set; }

    public List<PageNode> Children { get; } = name.Length == 0 ? [] : new(4);

    public IReadOnlyList<(string Name, string Value)> Attributes { get; init; } = [];

    /// <summary>The range of the page's blocks that stand within: from the first, up to and without the last.</summary>
    public int FirstBlock { get; set; }

    public int EndBlock { get; set; }

    /// <summary>It is no part of any story.</summary>
    public bool IsChrome { get; set; }

    /// <summary>It says what the picture beside it shows, though nothing calls it so.</summary>
    public bool IsCaption { get; set; }

    public bool IsText => Name.Length == 0;

    public void Add(PageNode child)
    {
        child.Parent = this;
        Children.Add(child);
    }

    public string? this[string attribute]
    {
        get
        {
            foreach (var (key, value) in Attributes)
                if (key == attribute) return value;

            return null;
        }
    }

    public static PageNode Of(HtmlTagToken tag)
    {
        if (tag.Attributes.Count == 0) return new PageNode(tag.Name);
        const int Most = 64;
        var attributes = new List<(string, string)>(Math.Min(tag.Attributes.Count, Most));
        foreach (var attribute in tag.Attributes)
            if (attributes.Count < Most) attributes.Add((attribute.Name, attribute.Value));

        return new PageNode(tag.Name) { Attributes = attributes };
    }

    /// <summary>All elements within, in the order of the page; the element itself first.</summary>
    public IEnumerable<PageNode> Elements()
    {
        var waiting = new Stack<PageNode>();
        waiting.Push(this);
        while (waiting.TryPop(out var node))
        {
            if (node.IsText) continue;
            yield return node;
            for (var i = node.Children.Count - 1; i >= 0; i--) waiting.Push(node.Children[i]);
        }
    }

    public bool IsWithin(string name)
    {
        for (var node = Parent; node is not null; node = node.Parent)
            if (node.Name == name) return true;

        return false;
    }

    public bool IsIn(PageNode outer)
    {
        for (var node = Parent; node is not null; node = node.Parent)
            if (node == outer) return true;

        return false;
    }

    /// <summary>The text within as one line, at most so many characters of it.</summary>
    public string Line(int most = 1000)
    {
        var text = new System.Text.StringBuilder();
        Append(this, text, most);
        return string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static void Append(PageNode node, System.Text.StringBuilder text, int most)
    {
        if (text.Length > most || PageTags.IsUnread(node.Name)) return;
        text.Append(node.Text);
        foreach (var child in node.Children)
        {
            if (text.Length > most) break;
            Append(child, text, most);
        }

        if (PageTags.IsBlock(node.Name) || node.Name == "br") text.Append(' ');
    }
}
