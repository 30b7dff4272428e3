using Dateline.Formats.Text;

namespace Dateline.Formats.Xml;

/// <summary>Walks over the elements directly inside a piece of markup, one after the other, whatever is wrong with them.</summary>
internal ref struct ElementWalker(ReadOnlySpan<char> content, NamespaceScope scope, RepairList repairs, Span<char> scratch)
{
    /// <summary>How much room for a lower-case name to bring as <c>scratch</c>.</summary>
    public const int Scratch = Tag.LongestName;

    // How often the end of an element may be looked for in vain through the whole rest.
    private const int Patience = 8;

    private readonly Span<char> scratch = scratch;
    private readonly int mark = scope.Mark;
    private ReadOnlySpan<char> rest = content;
    private int searches;

    public ReadOnlySpan<char> Name { get; private set; }

    public Ns Ns { get; private set; }

    /// <summary>The name without prefix, in lower case.</summary>
    public ReadOnlySpan<char> Local { get; private set; }

    public ReadOnlySpan<char> Attributes { get; private set; }

    /// <summary>What is between the tags.</summary>
    public ReadOnlySpan<char> Inner { get; private set; }

    public readonly string? Attribute(ReadOnlySpan<char> name) => TagAttributes.Find(Attributes, name, repairs);

    public readonly string Text() => InnerText.Read(Inner, repairs, out _);

    /// <summary>The same where it is only looked at: most of what is short stands in the document as it is meant.</summary>
    public readonly ReadOnlySpan<char> Line => Inner.Trim() is var line && !line.Contains('<') && XmlText.IsPlain(line) ? line : Text();

    public readonly string Text(out bool wasMarkup) => InnerText.Read(Inner, repairs, out wasMarkup);

    public bool Next()
    {
        scope.Return(mark);
        while (true)
        {
            var open = rest.IndexOf('<');
            if (open < 0) return false;
            rest = rest[open..];
            if (rest.Length > 1 && rest[1] is '!' or '?' or '/')
            {
                rest = rest[SkipLength(rest)..];
                continue;
            }

            var name = Tag.Name(rest[1..]);
            if (name.IsEmpty)
            {
                rest = rest[1..];
                continue;
            }

            Take(name);
            return true;
        }
    }

    private void Take(ReadOnlySpan<char> name)
    {
        var length = Tag.Length(rest);
        if (length < 0) length = rest.Length;
        var tag = rest[..length];
        Name = name;
        Attributes = tag[(1 + name.Length)..];
        rest = rest[length..];
        scope.Declare(Attributes);
        Ns = scope.Find(Tag.Prefix(name));
        var local = Tag.Local(name);
        Local = scratch[..local.ToLowerInvariant(scratch)];
        if (Tag.IsSelfClosing(tag))
        {
            Inner = default;
            return;
        }

        var (inner, whole) = Extent(name);
        Inner = rest[..inner];
        rest = rest[whole..];
    }

    /// <summary>How long the content is, and how long with its closing tag.</summary>
    private (int Inner, int Whole) Extent(ReadOnlySpan<char> name)
    {
        // Nearly always the next bracket is the closing tag.
        var at = rest.IndexOf('<');
        if (at >= 0 && rest.Length > at + 1 && rest[at + 1] == '/' && Tag.Names(rest[(at + 2)..], name)) return (at, at + SkipLength(rest[at..]));

        var holdsMarkup = searches < Patience && FeedNames.HoldsMarkup(Ns, Local);
        var firstField = -1;
        var nested = 0;
        Span<char> lower = stackalloc char[Tag.LongestName];
        for (; at >= 0; at = Following(rest, at))
        {
            var markup = rest[at..];
            if (markup.Length < 2) break;
            if (markup[1] is '!' or '?')
            {
                at += SkipLength(markup) - 1;
                continue;
            }

            if (markup[1] == '/')
            {
                if (Tag.Names(markup[2..], name) && nested-- == 0) return (at, at + SkipLength(markup));
                continue;
            }

            var inside = Tag.Name(markup[1..]);
            if (inside.IsEmpty) continue;
            var local = Tag.Local(inside);
            if (firstField < 0 && FeedNames.IsField(scope.Find(Tag.Prefix(inside)), lower[..local.ToLowerInvariant(lower)]))
            {
                firstField = at;
                if (!holdsMarkup) break;
            }

            if (inside.Equals(name, StringComparison.OrdinalIgnoreCase) && !Tag.IsSelfClosing(markup[..Math.Max(0, Tag.Length(markup))])) nested++;
        }

        searches++;
        repairs.Add($"The closing tag of {name} was missing.");
        return firstField < 0 ? (rest.Length, rest.Length) : (firstField, firstField);
    }

    private static int Following(ReadOnlySpan<char> text, int at)
    {
        if (at + 1 >= text.Length) return -1;
        var next = text[(at + 1)..].IndexOf('<');
        return next < 0 ? -1 : at + 1 + next;
    }

    /// <summary>The length of a closing tag, comment, CDATA section or instruction.</summary>
    private static int SkipLength(ReadOnlySpan<char> markup)
    {
        var (opening, closing) = markup.StartsWith("<!--") ? (4, "-->")
            : markup.StartsWith("<![CDATA[", StringComparison.OrdinalIgnoreCase) ? (9, "]]>")
            : (1, ">");
        var close = markup[opening..].IndexOf(closing);
        return close < 0 ? markup.Length : opening + close + closing.Length;
    }
}
