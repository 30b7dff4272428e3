using Dateline.Formats.Text;

namespace Dateline.Formats.Wires;

/// <summary>The texts of metadata: pretty-printed over lines, sometimes with markup in them, often empty.</summary>
internal static class WireText
{
    /// <summary>On one line; null where there is nothing.</summary>
    public static string? Line(WireNode? node) => node is null ? null : Line(node.InnerText(apart: HasElements(node)));

    public static string? Line(string text) => HtmlText.Line(text, HtmlText.IsMarkup(text)) is { Length: > 0 } line ? AccentQuotes.Set(line) : null;

    /// <summary>A line for each paragraph; line breaks of the file don't count as such where there are any.</summary>
    public static string? Lines(WireNode? node)
    {
        if (node is null) return null;
        if (!HasElements(node))
        {
            var text = node.InnerText();
            var isMarkup = HtmlText.IsMarkup(text);
            return (isMarkup ? HtmlText.Lines(text, isMarkup: true) : HtmlText.Line(text, isMarkup: false)) is { Length: > 0 } plain ? plain : null;
        }

        return HtmlText.Lines(BodyMarkup.Html(node), isMarkup: true) is { Length: > 0 } lines ? lines : null;
    }

    /// <summary>The first that says something.</summary>
    public static string? FirstLine(IEnumerable<WireNode> nodes)
    {
        foreach (var node in nodes)
            if (Line(node) is { } line) return line;

        return null;
    }

    /// <summary>Of several the one in this language, else the first that says something.</summary>
    public static WireNode? InLanguage(IEnumerable<WireNode> nodes, string? language)
    {
        WireNode? first = null;
        foreach (var node in nodes)
        {
            if (Line(node) is null) continue;
            if (language is not null && node.Attribute("xml:lang") is { } tag && SameLanguage(tag, language)) return node;
            first ??= node;
        }

        return first;
    }

    public static bool SameLanguage(string one, string other) => Primary(one).Equals(Primary(other), StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> Primary(string tag)
    {
        var end = tag.AsSpan().IndexOfAny('-', '_');
        return end < 0 ? tag : tag.AsSpan(0, end);
    }

    /// <summary>Whether a line is one to read: a slug is in capitals, where a script has any.</summary>
    public static bool IsForReading(string line) => line.Any(c => char.IsLetter(c) && !char.IsUpper(c));

    public static bool HasElements(WireNode node)
    {
        foreach (var child in node.Children)
            if (!child.IsText) return true;

        return false;
    }
}
