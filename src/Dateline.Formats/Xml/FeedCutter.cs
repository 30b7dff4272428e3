namespace Dateline.Formats.Xml;

internal enum CutKind
{
    /// <summary>More text is needed to tell.</summary>
    More,

    /// <summary>Nothing of interest.</summary>
    Junk,

    /// <summary>The opening tag of a container: rss, channel, rdf:RDF, feed.</summary>
    Open,

    /// <summary>A whole element inside a container.</summary>
    Element,

    /// <summary>An opening tag outside of any feed.</summary>
    Foreign,

    /// <summary>The document is over.</summary>
    End,
}

/// <param name="Kind">What was cut.</param>
/// <param name="Length">How much text it takes.</param>
internal readonly record struct Cut(CutKind Kind, int Length)
{
    /// <summary>The element is an item.</summary>
    public bool IsItem { get; init; }

    /// <summary>The element had its closing tag.</summary>
    public bool Closed { get; init; }
}

/// <summary>
/// Cuts a document into its containers' tags and the whole elements in them, of which the items are one kind.
/// Each is then read alone, so that one broken item cannot harm another.
/// </summary>
internal sealed class FeedCutter(NamespaceScope scope, CutNames names)
{
    private ElementEnd end;
    private bool inElement;
    private bool itemOpen;
    private bool dropping;
    private bool inFeed;

    // Closings that are not in what is left of the document: nobody looks for them a second time.
    private readonly List<string> missing = [];

    public bool IsInElement => inElement;

    /// <summary>Containers that were opened and not closed: at the end of the document, what is missing of it.</summary>
    public int OpenContainers { get; private set; }

    public bool IsDropping => dropping;

    /// <summary>What is in hand is too large: look for its end without keeping it. Tells how much can go.</summary>
    public int Drop(int length)
    {
        if (!inElement) return length;
        if (dropping)
        {
            // Not even a tag ends within the limit.
            end.Forget(Math.Min(end.At, length));
            return length;
        }

        dropping = true;
        return 0;
    }

    public Cut Next(ReadOnlySpan<char> text, bool final)
    {
        if (inElement) return InElement(text, final);
        var bracket = text.IndexOf('<');
        if (bracket != 0) return bracket > 0 ? new(CutKind.Junk, bracket) : new(text.IsEmpty ? final ? CutKind.End : CutKind.More : CutKind.Junk, text.Length);
        if (text.Length < Tag.LongestName + 4 && !final) return default;

        if (text.StartsWith("<!--")) return Section(text, final, "-->");
        if (text.StartsWith("<![CDATA[", StringComparison.OrdinalIgnoreCase)) return Section(text, final, "]]>");
        if (text.StartsWith("<?")) return Section(text, final, ">");
        if (text.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase)) return DocType(text, final);
        if (text.StartsWith("</") && names.IsContainer(Tag.Local(Tag.Name(text[2..])))) return Closing(text, final);
        if (text.Length < 2 || text[1] is '!' or '/') return Section(text, final, ">");

        var name = Tag.Name(text[1..]);
        if (name.IsEmpty) return new(CutKind.Junk, 1);
        var length = Tag.Length(text);
        if (length < 0)
        {
            if (!final) return default;
            length = text.Length;
        }

        return Start(text, name, length, final);
    }

    private Cut Start(ReadOnlySpan<char> text, ReadOnlySpan<char> name, int length, bool final)
    {
        var local = Tag.Local(name);
        if (names.IsContainer(local) && IsFeedPrefix(text[..length], name, local))
        {
            inFeed = true;
            if (!Tag.IsSelfClosing(text[..length])) OpenContainers++;
            return new(CutKind.Open, length);
        }

        var isItem = names.IsItem(local) && IsFeedPrefix(text[..length], name, local);
        var around = isItem ? null : names.ItemAround(local);
        if (around is not null) isItem = true;
        if (!inFeed && !isItem) return new(CutKind.Foreign, length);

        inFeed = true;
        if (around is null && Tag.IsSelfClosing(text[..length])) return new(CutKind.Element, length) { IsItem = isItem, Closed = true };
        end = new ElementEnd(around ?? name.ToString(), isItem, length, names);
        inElement = true;
        itemOpen = isItem;
        return InElement(text, final);
    }

    private Cut Closing(ReadOnlySpan<char> text, bool final)
    {
        var cut = Section(text, final, ">");
        if (cut.Kind == CutKind.Junk && OpenContainers > 0) OpenContainers--;
        return cut;
    }

    private bool IsFeedPrefix(ReadOnlySpan<char> tag, ReadOnlySpan<char> name, ReadOnlySpan<char> local)
    {
        if (name.Length == local.Length || !names.PrefixMatters) return true;
        var outside = scope.Mark;
        scope.Declare(tag[(1 + name.Length)..]);
        var ns = scope.Find(Tag.Prefix(name));
        scope.Return(outside);
        return ns is Ns.Own or Ns.Atom or Ns.Rdf;
    }

    private Cut InElement(ReadOnlySpan<char> text, bool final)
    {
        if (!end.TryFind(text, final, out var length))
        {
            if (!dropping) return default;
            var seen = Math.Min(end.At, text.Length);
            end.Forget(seen);
            return seen == 0 ? default : new(CutKind.Junk, seen);
        }

        inElement = false;
        if (!dropping) return new(CutKind.Element, length) { IsItem = itemOpen, Closed = end.Closed };
        dropping = false;
        return new(CutKind.Junk, length);
    }

    private Cut Section(ReadOnlySpan<char> text, bool final, string closing)
    {
        var close = missing.Contains(closing) ? -1 : text.IndexOf(closing);
        if (close >= 0) return new(CutKind.Junk, close + closing.Length);

        // Never closed: nothing but its opening is lost.
        if (!final) return default;
        if (!missing.Contains(closing)) missing.Add(closing);
        return new(CutKind.Junk, Math.Min(2, text.Length));
    }

    // Skipped with its internal subset. Nothing in it is ever read, so no entity of it can grow.
    private Cut DocType(ReadOnlySpan<char> text, bool final)
    {
        if (missing.Contains("]>")) return new(CutKind.Junk, 2);
        var subset = text.IndexOfAny('[', '>');
        if (subset < 0) return final ? new(CutKind.Junk, text.Length) : default;
        if (text[subset] == '>') return new(CutKind.Junk, subset + 1);
        for (var at = subset; at < text.Length; at++)
        {
            var close = text[at..].IndexOf(']');
            if (close < 0) break;
            at += close;
            var after = text[(at + 1)..].TrimStart();
            if (after.IsEmpty && !final) return default;
            if (!after.IsEmpty && after[0] == '>') return new(CutKind.Junk, text.Length - after.Length + 1);
        }

        if (!final) return default;
        missing.Add("]>");
        return new(CutKind.Junk, subset + 1);
    }
}
