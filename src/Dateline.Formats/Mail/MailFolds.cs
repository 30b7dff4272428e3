using System.Buffers;

namespace Dateline.Formats.Mail;

/// <summary>
/// Cuts what no sender writes: a field folded over thousands of lines, a letter of tens of thousands of parts. The parser copies what
/// it has of a field for each line of it, which for a field of megabytes takes minutes.
/// </summary>
internal static class MailFolds
{
    // RFC 5322 section 2.2.3 sets no limit; a field that lists thousands of readers has some tens of kilobytes.
    private const int Longest = 128 * 1024;

    // Each part costs the parser as much as a page of text, and none beyond the first two hundred is looked at.
    private const int MostBoundaries = 4_000;
    private const int LongestBoundary = 2 + 70 + 2; // RFC 2046 section 5.1.1

    private static readonly SearchValues<byte> NameBytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"u8);

    /// <summary>The mail as a copy, in which no field, be it the letter's or a part's, is longer than that, and which ends where the parts become too many.</summary>
    public static byte[] Cut(ReadOnlySpan<byte> mail, out bool wasCut)
    {
        wasCut = false;
        if (EndsLinesTwice(mail)) mail = WithPlainEnds(mail);
        if (mail.Length <= Longest) return mail.ToArray();
        var kept = new byte[mail.Length];
        var (length, field, boundaries) = (0, -1, 0);
        while (!mail.IsEmpty)
        {
            var end = mail.IndexOf((byte)'\n') is >= 0 and var feed ? feed + 1 : mail.Length;
            var line = mail[..end];
            mail = mail[end..];
            if (MayBeBoundary(line) && ++boundaries > MostBoundaries)
            {
                wasCut = true;
                break;
            }

            if (line[0] is not ((byte)' ' or (byte)'\t')) field = BeginsField(line) ? 0 : -1;
            if (field >= 0) field += line.Length;
            if (field > Longest && field > line.Length)
            {
                wasCut = true;
                continue;
            }

            line.CopyTo(kept.AsSpan(length));
            length += line.Length;
        }

        return wasCut ? kept[..length] : kept;
    }

    private static bool BeginsField(ReadOnlySpan<byte> line) => line.IndexOfAnyExcept(NameBytes) is > 0 and < 80 and var at && line[at] == ':';

    private static bool MayBeBoundary(ReadOnlySpan<byte> line) => line.StartsWith("--"u8) && line.Length is > 3 and < LongestBoundary && line[2] is not ((byte)' ' or (byte)'-' or (byte)'\r');

    // CR CR LF, the end of a line on a telex: the parser would see an empty line below the first field.
    private static bool EndsLinesTwice(ReadOnlySpan<byte> mail) => mail.IndexOf((byte)'\n') is > 1 and var feed && mail[..feed].EndsWith("\r\r"u8);

    private static byte[] WithPlainEnds(ReadOnlySpan<byte> mail)
    {
        var plain = new byte[mail.Length];
        var length = 0;
        while (!mail.IsEmpty)
        {
            var end = mail.IndexOf("\r\r\n"u8) is >= 0 and var feed ? feed : mail.Length;
            mail[..end].CopyTo(plain.AsSpan(length));
            length += end;
            if (end == mail.Length) break;
            plain[length++] = (byte)'\r';
            mail = mail[(end + 2)..];
        }

        return plain[..length];
    }
}
