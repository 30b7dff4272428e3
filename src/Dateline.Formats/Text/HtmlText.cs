using System.Buffers;

namespace Dateline.Formats.Text;

/// <summary>What a person would read of an HTML fragment. The result is plain text: whoever shows it encodes it.</summary>
internal static class HtmlText
{
    // As much of a text as is looked through at once for what isn't taken over as it stands: what has much of it would be gone through again and again.
    private const int Stretch = 1024;

    private static readonly SearchValues<char> Marks = SearchValues.Create("<&");
    private static readonly SearchValues<char> PlainTurns = SearchValues.Create("\n\t\r\f");
    private static readonly SearchValues<char> MarkupTurns = SearchValues.Create("<&\n\t\r\f");

    /// <summary>Is this HTML, or text that happens to contain a sign? Only tags of HTML and real references count.</summary>
    public static bool IsMarkup(ReadOnlySpan<char> text)
    {
        Span<char> two = stackalloc char[2];
        for (var at = text.IndexOfAny(Marks); at >= 0; at = text.IndexOfAny(Marks))
        {
            text = text[at..];
            if (text[0] == '<' ? IsTag(text) : XmlText.Reference(text, two, out _, null) > 1) return true;
            text = text[1..];
        }

        return false;
    }

    /// <summary>Markup that was escaped once too often, as it was meant.</summary>
    public static string EscapedOnce(string text, RepairList repairs)
    {
        if (text.Contains('<', StringComparison.Ordinal) || !text.Contains("&lt;", StringComparison.Ordinal)) return text;
        var plain = XmlText.Decode(text, repairs);
        // Only what is an element from its first sign to its last: a text may well speak of a tag.
        var whole = plain.AsSpan().Trim();
        if (whole is not ['<', .., '>'] || !IsTag(whole) || whole.IndexOf("</") < 0) return text;
        repairs.Add("Markup was escaped twice.");
        return plain;
    }

    /// <summary>Whether a tag of HTML, or a comment, begins here.</summary>
    public static bool IsTag(ReadOnlySpan<char> text) =>
        text.Length > 1 && text[1] is '!' or '?' ? text.StartsWith("<!--") : HtmlTag.KindOf(text) != TagKind.None;

    /// <summary>The text on one line, white space collapsed: for headlines and names.</summary>
    public static string Line(ReadOnlySpan<char> html, bool isMarkup) => Read(html, isMarkup, ' ');

    /// <inheritdoc cref="Line(ReadOnlySpan{char}, bool)"/>
    public static string Line(string html, bool isMarkup) => IsRead(html, isMarkup) ? html : Read(html, isMarkup, ' ');

    /// <summary>The text with a line break where a block ended: for summaries.</summary>
    public static string Lines(ReadOnlySpan<char> html, bool isMarkup) => Read(html, isMarkup, '\n');

    /// <inheritdoc cref="Lines(ReadOnlySpan{char}, bool)"/>
    public static string Lines(string html, bool isMarkup) => IsRead(html, isMarkup) ? html : Read(html, isMarkup, '\n');

    // Most headlines are what a person would read already.
    private static bool IsRead(ReadOnlySpan<char> html, bool isMarkup) =>
        html is [var first, .., var last] && !char.IsWhiteSpace(first) && !char.IsWhiteSpace(last) && !html.ContainsAny(isMarkup ? MarkupTurns : PlainTurns) && html.IndexOf("  ") < 0;

    private static string Read(ReadOnlySpan<char> html, bool isMarkup, char blockBreak)
    {
        if (html.IsEmpty) return "";
        var rented = ArrayPool<char>.Shared.Rent(html.Length + 2);
        var length = 0;
        var gap = '\0';
        string? unclosed = null;
        for (var i = 0; i < html.Length;)
        {
            var c = html[i];
            if (c is ' ' or '\n' or '\t' or '\r' or '\f')
            {
                if (gap == '\0') gap = !isMarkup && c == '\n' ? blockBreak : ' ';
                else if (!isMarkup && c == '\n') gap = blockBreak;
                i++;
                continue;
            }

            if (isMarkup && c == '<' && HtmlTag.KindOf(html[i..]) is not TagKind.None and var kind)
            {
                if (kind.HasFlag(TagKind.Block)) gap = blockBreak;
                i += HtmlTag.SkipLength(html[i..], kind, ref unclosed);
                continue;
            }

            if (gap != '\0')
            {
                if (length > 0) rented[length++] = gap;
                gap = '\0';
            }

            if (AsItStands(html[i..], isMarkup) is > 0 and var taken)
            {
                html.Slice(i, taken).CopyTo(rented.AsSpan(length));
                length += taken;
                i += taken;
            }
            else if (isMarkup && c == '&')
            {
                i += XmlText.Reference(html[i..], rented.AsSpan(length), out var written, null);
                length += written;
            }
            else
            {
                rented[length++] = c;
                i++;
            }
        }

        var text = new string(rented.AsSpan(0, length).Trim());
        ArrayPool<char>.Shared.Return(rented);
        return text;
    }

    // How much is words with a blank between each two.
    private static int AsItStands(ReadOnlySpan<char> text, bool isMarkup)
    {
        if (text.Length > Stretch) text = text[..Stretch];
        if (text.IndexOfAny(isMarkup ? MarkupTurns : PlainTurns) is >= 0 and var turn) text = text[..turn];
        if (text.IndexOf("  ") is >= 0 and var blanks) text = text[..blanks];
        return text.TrimEnd(' ').Length;
    }
}
