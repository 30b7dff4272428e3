namespace Dateline.Formats.Xml;

/// <summary>
/// Looks for the end of the element at the start of a growing text, and remembers how far it has looked. An item
/// whose closing tag is missing ends where the next one begins; so does one with a CDATA section left open.
/// </summary>
internal struct ElementEnd(string name, bool isItem, int openTag, CutNames names)
{
    // What must be in sight to tell what a bracket begins.
    private const int Sight = Tag.LongestName + 4;

    private string? sectionEnd;
    private int held;
    private int nested;

    /// <summary>Everything before this has been looked at.</summary>
    public int At { get; private set; } = openTag;

    /// <summary>Whether the closing tag was there.</summary>
    public bool Closed { get; private set; }

    /// <summary>The text before this was given up: it is too long to hold.</summary>
    public void Forget(int length) => At -= length;

    public bool TryFind(ReadOnlySpan<char> text, bool final, out int length)
    {
        while (true)
        {
            if (sectionEnd is not null)
            {
                if (!TryLeaveSection(text, final, out length)) return false;
                if (length > 0) return true;
                continue;
            }

            var bracket = At < text.Length ? text[At..].IndexOf('<') : -1;
            if (bracket < 0)
            {
                At = text.Length;
                length = text.Length;
                return final;
            }

            At += bracket;
            if (text.Length - At < Sight && !final)
            {
                length = 0;
                return false;
            }

            if (TryBracket(text, final, out length)) return true;
            if (length < 0) return false;
        }
    }

    /// <summary>True: the element ends, after <c>length</c>. False: it goes on; a negative length wants more text.</summary>
    private bool TryBracket(ReadOnlySpan<char> text, bool final, out int length)
    {
        var markup = text[At..];
        length = 0;
        if (markup.StartsWith("<![CDATA[", StringComparison.OrdinalIgnoreCase)) return Enter("]]>", 9);
        if (markup.StartsWith("<!--")) return Enter("-->", 4);
        if (markup.StartsWith("</"))
        {
            var closing = Tag.Name(markup[2..]);
            if (closing.Equals(name, StringComparison.OrdinalIgnoreCase) && nested-- == 0)
            {
                length = EndOfClosingTag(text, At, final);
                if (length <= 0)
                {
                    nested = 0;
                    return false;
                }

                // Where the document breaks off within a tag, nobody knows whose it was to be: </NewsItem of </NewsItemId>.
                Closed = text[length - 1] == '>' || length < text.Length;
                return true;
            }

            if (isItem && IsHolder(closing)) held = names.HoldersNest ? Math.Max(0, held - 1) : 0;
            else if ((held == 0 || names.HoldersNest) && names.IsContainer(closing)) return EndsHere(out length);
        }
        else if (Tag.Name(markup[1..]) is { IsEmpty: false } opening)
        {
            if (final && markup.Length == 1 + opening.Length)
            {
                // The document breaks off within the name: <NewsItem of <NewsItemType.
            }
            else if (opening.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                if (isItem && held == 0) return EndsHere(out length);
                var tag = Tag.Length(markup);
                if (tag < 0 && !final)
                {
                    length = -1;
                    return false;
                }

                if (tag < 0 || !Tag.IsSelfClosing(markup[..tag])) nested++;
            }
            else if (!isItem && names.IsItem(opening)) return EndsHere(out length);
            else if (isItem && IsHolder(opening))
            {
                var tag = Tag.Length(markup);
                if (tag > 0 && !Tag.IsSelfClosing(markup[..tag])) held = names.HoldersNest ? held + 1 : 1;
                else if (!names.HoldersNest) held = 0;
            }
        }

        At++;
        return false;
    }

    private readonly bool IsHolder(ReadOnlySpan<char> qualified) => Tag.Local(qualified).Equals(names.Holder, StringComparison.OrdinalIgnoreCase);

    private bool Enter(string end, int opening)
    {
        sectionEnd = end;
        At += opening;
        return false;
    }

    private readonly bool EndsHere(out int length)
    {
        length = At;
        return true;
    }

    private bool TryLeaveSection(ReadOnlySpan<char> text, bool final, out int length)
    {
        length = 0;
        var rest = At < text.Length ? text[At..] : default;
        var end = rest.IndexOf(sectionEnd);
        var within = end < 0 ? rest : rest[..end];
        for (var from = 0; from < within.Length;)
        {
            var closing = within[from..].IndexOf("</");
            if (closing < 0) break;
            from += closing;
            if (!final && At + from + (2 * Sight) > text.Length)
            {
                At += from;
                return false;
            }

            // Inside HTML nobody closes an item and opens the next one.
            if (Tag.Names(within[(from + 2)..], name) && EndOfClosingTag(text, At + from, final) is > 0 and var tagEnd && IsBoundary(text[tagEnd..], final))
            {
                length = tagEnd;
                return true;
            }

            from += 2;
        }

        if (end >= 0)
        {
            At += end + sectionEnd!.Length;
            sectionEnd = null;
            return true;
        }

        At = Math.Max(At, final ? text.Length : text.Length - 2);
        length = text.Length;
        return final;
    }

    private readonly bool IsBoundary(ReadOnlySpan<char> text, bool final)
    {
        text = text.TrimStart();
        if (text.IsEmpty) return final;
        return text.Length > 2 && text[0] == '<' && (text[1] == '/' ? names.IsContainer(Tag.Name(text[2..])) : Tag.Names(text[1..], name));
    }

    private static int EndOfClosingTag(ReadOnlySpan<char> text, int at, bool final)
    {
        var end = text[(at + 1)..].IndexOfAny('>', '<');
        if (end < 0) return final ? text.Length : -1;
        return at + 1 + end + (text[at + 1 + end] == '>' ? 1 : 0);
    }
}
