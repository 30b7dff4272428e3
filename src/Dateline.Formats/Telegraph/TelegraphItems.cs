using System.Runtime.CompilerServices;
using System.Text;
using Dateline.Formats.Feeds;
using Dateline.Formats.Text;
using Dateline.Formats.Wires;

namespace Dateline.Formats.Telegraph;

/// <summary>Reads a stream of IPTC 7901 or ANPA 1312 messages, one in memory at a time.</summary>
internal sealed class TelegraphItems(ByteWindow window, NewsFormat format, FeedSetting setting)
{
    private readonly TelegraphCutter cutter = new();
    private bool dropping;
    private int items;

    public async IAsyncEnumerable<NewsPart> ReadAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        setting.Format = format;
        while (true)
        {
            var length = cutter.Next(window.Rest, window.AtEnd);
            if (length == 0 && window.AtEnd) break;
            if (length == 0)
            {
                if (window.IsFull)
                {
                    if (!dropping) yield return Refuse(RejectCode.TooLarge, $"The message is larger than {setting.Options.MaxItemChars} bytes and was skipped.", window.Rest.Length);
                    dropping = true;
                    window.Skip(window.Rest.Length);
                    cutter.Forget(inMessage: true);
                }

                await window.MoreAsync(cancel);
                continue;
            }

            if (!dropping && Message(length) is { } part)
            {
                if (items == 0 && setting.Head.News(setting) is { } head) yield return head;
                if (items++ == setting.Options.MaxItems)
                {
                    yield return Refuse(RejectCode.TooMany, $"There are more than {setting.Options.MaxItems} messages; the rest was not read.", length);
                    yield break;
                }

                yield return part;
            }

            dropping = false;
            window.Skip(length);
        }

        if (setting.Head.News(setting) is { } last) yield return last;
    }

    private NewsPart? Message(int length)
    {
        try
        {
            return Read(length);
        }
        catch (Exception failure) when (Failure.IsOurs(failure))
        {
            return Refuse(RejectCode.Failed, Failure.Reason(failure), length);
        }
    }

    private NewsPart? Read(int length)
    {
        var sent = window.Rest[..length];
        var beginning = Encoding.Latin1.GetString(sent[..Math.Min(sent.Length, 64)]);
        var restored = sent.Length > 8 && ShownControls.Restore(beginning) != beginning
            ? Encoding.Latin1.GetBytes(ShownControls.Restore(Encoding.Latin1.GetString(sent))) : default(ReadOnlySpan<byte>);
        var text = TelegraphCharset.Decode(restored.IsEmpty ? sent : restored, setting.Options.DeclaredCharset);
        if (text.AsSpan().IndexOfAnyExceptInRange('\0', ' ') < 0) return null;     // fill characters between messages
        var head = TelegraphHead.Read(text) ?? TelegraphHead.ReadBare(text) ?? new TelegraphHead(HasCarets(text) ? NewsFormat.Anpa1312 : format);
        var draft = new WireDraft(setting);
        if (head.Length == 0) draft.Repairs.Add("The head of the message could not be read.");
        var lines = Lines(text[head.Length..]);
        if (head.Format == NewsFormat.Anpa1312) AnpaMessage.Read(lines, head, draft);
        else Iptc7901Message.Read(lines, head, draft);
        var ends = window.AtEnd && length == window.Rest.Length && draft.VersionCreated is null && EndsWithin(text);
        return draft.Finish(XmlText.Legal(text)) is { } item ? setting.InText(ends ? item.Broken() : item) : Refuse(RejectCode.Empty, "The message says nothing.", length);
    }

    // A text that STX begins ends with ETX; without it EOT, the line that says when it was sent, or the telex's own sign says that all came.
    private static bool EndsWithin(string text)
    {
        const string TelexEnd = "NNNN";
        var start = text.IndexOf('\u0002', StringComparison.Ordinal);
        return start >= 0 && text.AsSpan(start).IndexOfAny('\u0003', '\u0004') < 0 && !text.AsSpan().TrimEnd().EndsWith(TelexEnd);
    }

    // Lines that a caret begins and < or = ends: the head of an ANPA text, whatever its envelope is like.
    private static bool HasCarets(string text)
    {
        const int Reach = 2_000;
        var count = 0;
        foreach (var line in text.AsSpan(0, Math.Min(text.Length, Reach)).EnumerateLines())
            if (line[(line.IndexOf('\u0002') + 1)..].Trim() is ['^', .., '<' or '=']) count++;

        return count > 1;
    }

    // CR CR LF is how a telex ends a line; read as two ends it would part each line from the next.
    private static string Lines(string text)
    {
        const string Telex = "\r\r\n";
        if (text.AsSpan().Count(Telex) * 2 > text.AsSpan().Count('\n')) text = text.Replace(Telex, "\n", StringComparison.Ordinal);
        return text.ReplaceLineEndings("\n");
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
