using System.Runtime.CompilerServices;
using System.Text;
using Dateline.Formats.Feeds;
using Dateline.Formats.Text;

namespace Dateline.Formats.Mail;

/// <summary>Reads a mail, or a folder of them in the mbox form, one in memory at a time.</summary>
internal sealed class MailItems(ByteWindow window, FeedSetting setting)
{
    // Pictures travel in the letter, and count for a third more than they are.
    private const int BytesPerChar = 8;

    // An empty line and "From ": what may lie across two reads.
    private const int Separator = 8;

    private bool isFolder;
    private bool dropping;
    private int looked;
    private int items;

    public static int LargestBytes(NewsReadOptions options) => (int)Math.Min(256L * 1024 * 1024, (long)BytesPerChar * options.MaxItemChars);

    public async IAsyncEnumerable<NewsPart> ReadAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        setting.Format = NewsFormat.Mail;
        isFolder = window.Rest.TrimStart("\r\n"u8).StartsWith("From "u8);
        while (true)
        {
            var length = Next();
            if (length == 0 && window.AtEnd) break;
            if (length == 0)
            {
                if (window.IsFull)
                {
                    if (!dropping) yield return Refuse(RejectCode.TooLarge, $"The mail is larger than {LargestBytes(setting.Options)} bytes and was skipped.", window.Rest.Length);
                    dropping = true;
                    window.Skip(window.Rest.Length - Separator);
                    looked = 0;
                }

                await window.MoreAsync(cancel);
                continue;
            }

            if (!dropping && window.Rest[..length].ContainsAnyExcept("\r\n\0 "u8))
            {
                if (items == 0 && setting.Head.News(setting) is { } head) yield return head;
                var letter = Letter(length);
                if (letter.Item is null && letter.Documents.Count == 0) yield return Refuse(letter.Code, letter.Reason, length);
                if (letter.Item is { } item)
                {
                    if (items++ == setting.Options.MaxItems)
                    {
                        yield return Refuse(RejectCode.TooMany, $"There are more than {setting.Options.MaxItems} mails; the rest was not read.", length);
                        yield break;
                    }

                    yield return item;
                }

                foreach (var document in letter.Documents)
                    await foreach (var part in NewsReader.ReadAsync(new MemoryStream(document), setting.Options with { DeclaredCharset = null }, cancel))
                        if (part is not FeedHead) yield return part;
            }

            dropping = false;
            window.Skip(length);
        }

        if (setting.Head.News(setting) is { } last) yield return last;
    }

    private MailMessage.Reading Letter(int length)
    {
        try
        {
            var letter = MailMessage.Read(window.Rest[..length], setting);
            return letter.Item is { } item ? letter with { Item = setting.InText(item) } : letter;
        }
        catch (Exception failure) when (Failure.IsOurs(failure))
        {
            return new(null, [], RejectCode.Failed, Failure.Reason(failure));
        }
    }

    /// <summary>The length of the mail at the start; in a folder, up to the next line that begins with "From " after an empty one.</summary>
    private int Next()
    {
        while (isFolder)
        {
            var from = Math.Max(looked, dropping ? 1 : 5);
            var next = from < window.Rest.Length ? window.Rest[from..].IndexOf("\nFrom "u8) : -1;
            if (next < 0) break;
            looked = from + next + 1;
            if (window.Rest[from + next - 1] != '\n' && !window.Rest[..(from + next)].EndsWith("\n\r"u8)) continue;
            var length = looked;
            looked = 0;
            return length;
        }

        looked = Math.Max(0, window.Rest.Length - Separator);
        if (!window.AtEnd) return 0;
        looked = 0;
        return window.Rest.Length;
    }

    private Reject Refuse(RejectCode code, string reason, int length) => new(code, reason)
    {
        Line = window.Line,
        Position = window.Position,
        Excerpt = XmlText.Legal(Encoding.Latin1.GetString(window.Rest[..Math.Min(length, 400)])),
        Raw = Keeps(code) ? Encoding.Latin1.GetString(window.Rest[..length]) : null,
        Bytes = Keeps(code) ? window.Rest[..length].ToArray() : null,
    };

    private static bool Keeps(RejectCode code) => code is not (RejectCode.TooLarge or RejectCode.TooMany);
}
