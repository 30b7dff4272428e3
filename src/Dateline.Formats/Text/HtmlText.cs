using System.Buffers;

namespace Dateline.Formats.Text;

/// <summary>What a person would read of an HTML fragment. The result is plain text: whoever shows it encodes it.</summary>
internal static class HtmlText
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("<&");

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

    /// <summary>The text with a line break where a block ended: for summaries.</summary>
    public static string Lines(ReadOnlySpan<char> html, bool isMarkup) => Read(html, isMarkup, '\n');

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

            if (isMarkup && c == '&')
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
}
