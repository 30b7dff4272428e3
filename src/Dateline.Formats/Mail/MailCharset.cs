using System.Buffers;
using System.Text;
using Dateline.Formats.Text;

namespace Dateline.Formats.Mail;

/// <summary>
/// The encoding of header fields that are written in raw bytes. RFC 6532 allows UTF-8 alone; older programs write whatever
/// the text below is in.
/// </summary>
internal static class MailCharset
{
    private const int Reach = 64 * 1024;

    private static readonly SearchValues<char> AfterName = SearchValues.Create("\"; \t\r\n");

    /// <summary>The encoding; null where the fields are ASCII or UTF-8.</summary>
    /// <param name="mail">The letter.</param>
    public static Encoding? OfHead(ReadOnlySpan<byte> mail)
    {
        mail = mail[..Math.Min(mail.Length, Reach)];
        var head = mail[..End(mail)];
        if (System.Text.Unicode.Utf8.IsValid(head)) return null;
        return (Declared(head) ?? Declared(mail)) is { CodePage: not 65001 } declared ? declared : CharsetGuess.Of(head) ?? CharsetGuess.Of(mail) ?? Charset.Find("windows-1252");
    }

    private static int End(ReadOnlySpan<byte> mail)
    {
        for (var at = 0; mail[at..].IndexOf((byte)'\n') is >= 0 and var feed;)
        {
            at += feed + 1;
            if (at < mail.Length && (mail[at] == '\n' || mail[at..].StartsWith("\r\n"u8))) return at;
        }

        return mail.Length;
    }

    // Content-Type: text/plain; charset="windows-1256", of the letter or of its first part.
    private static Encoding? Declared(ReadOnlySpan<byte> mail)
    {
        var text = Encoding.ASCII.GetString(mail).AsSpan();
        if (text.IndexOf("charset=", StringComparison.OrdinalIgnoreCase) is not (>= 0 and var at)) return null;
        var name = text[(at + "charset=".Length)..].TrimStart('"');
        var end = name.IndexOfAny(AfterName);
        return Charset.Find((end < 0 ? name : name[..end]).ToString());
    }
}
