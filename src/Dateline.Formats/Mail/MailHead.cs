using System.Text;

namespace Dateline.Formats.Mail;

/// <summary>Tells mail by its first lines: nothing but header fields, and among them what only mail has.</summary>
internal static class MailHead
{
    private const int Reach = 16 * 1024;
    private const int MostLines = 60;

    public static bool IsMail(ReadOnlySpan<byte> head)
    {
        var text = Encoding.Latin1.GetString(head[..Math.Min(head.Length, Reach)]).AsSpan().TrimStart("\r\n\0");
        if (text.StartsWith("\u00EF\u00BB\u00BF")) text = text[3..];
        var (known, certain, lines) = (0, 0, 0);
        while (!text.IsEmpty)
        {
            var range = NextLine(ref text);
            if (lines++ == 0 && range.StartsWith("From ")) continue;
            if (range.IsEmpty || lines > MostLines) break;
            if (range[0] is ' ' or '\t' && lines > 1) continue;
            var colon = range.IndexOf(':');
            if (colon is < 1 or > 60 || range[..colon].IndexOfAnyExceptInRange('!', '~') >= 0) return false;
            switch (range[..colon].ToString().ToLowerInvariant())
            {
                case "message-id" or "mime-version" or "received" or "return-path" or "delivered-to" or "content-transfer-encoding" or "dkim-signature":
                    certain++;
                    known++;
                    break;
                case "from":
                    if (range[colon..].Contains('@')) certain++;
                    known++;
                    break;
                case "to" or "cc" or "subject" or "date" or "reply-to" or "sender" or "content-type" or "newsgroups":
                    known++;
                    break;
            }
        }

        return certain >= 1 && known >= 2;
    }

    // The runtime's own lines end at U+0085 too, which among bytes is half of a letter (Å is C3 85). CR CR LF is the end of one line, on a telex.
    public static ReadOnlySpan<char> NextLine(ref ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny('\r', '\n');
        if (end < 0) end = text.Length;
        var line = text[..end];
        var feed = end;
        while (feed < text.Length && text[feed] == '\r') feed++;
        text = text[Math.Min(text.Length, feed < text.Length && text[feed] == '\n' ? feed + 1 : end + 1)..];
        return line;
    }
}
