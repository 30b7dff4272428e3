using System.Buffers;

namespace Dateline.Formats.Mail;

/// <summary>
/// Cuts what no sender writes: a field folded over thousands of lines. The parser copies what it has of a field for each line of
/// it, which for a field of megabytes takes minutes.
/// </summary>
internal static class MailFolds
{
    // RFC 5322 section 2.2.3 sets no limit; a field that lists thousands of readers has some tens of kilobytes.
    private const int Longest = 128 * 1024;

    private static readonly SearchValues<byte> NameBytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"u8);

    /// <summary>The mail as a copy, in which no field, be it the letter's or a part's, is longer than that.</summary>
    public static byte[] Cut(ReadOnlySpan<byte> mail, out bool wasCut)
    {
        wasCut = false;
        if (mail.Length <= Longest) return mail.ToArray();
        var kept = new byte[mail.Length];
        var (length, field) = (0, -1);
        while (!mail.IsEmpty)
        {
            var end = mail.IndexOf((byte)'\n') is >= 0 and var feed ? feed + 1 : mail.Length;
            var line = mail[..end];
            mail = mail[end..];
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
}
