using System.Runtime.CompilerServices;
using System.Text;
using Dateline.Formats.Feeds;
using Dateline.Formats.Mail;
using Dateline.Formats.Text;
using MimeKit;

namespace Dateline.Formats.Pages;

/// <summary>
/// A page that a browser saved with its pictures in one file, as RFC 2557 has it (MHTML: <c>.mht</c>, <c>.mhtml</c>). It looks
/// like mail and was sent to nobody.
/// </summary>
internal static class PageArchive
{
    private const int Reach = 16 * 1024;
    private const int MostParts = 200;
    private const int Deepest = 32;

    private static readonly ParserOptions Options = new() { MaxMimeDepth = Deepest };

    /// <summary>Whether a document that begins like mail is a page: a browser says that it saved it, or its text comes from an address of the web; and no field says who got it.</summary>
    public static bool IsOne(ReadOnlySpan<byte> head)
    {
        var text = Encoding.Latin1.GetString(head[..Math.Min(head.Length, Reach)]).AsSpan().TrimStart("\r\n\0");
        if (text.StartsWith("\u00EF\u00BB\u00BF")) text = text[3..];
        var (isSaved, isPage, isBelow, isPart, field) = (false, false, false, false, "");
        while (!text.IsEmpty)
        {
            var line = MailHead.NextLine(ref text);
            if (line.IsEmpty)
            {
                if (isSaved || isPart) return isPage && isSaved;
                isBelow = true;
                continue;
            }

            // Where nobody says that the page was saved, the address of its first part may.
            isPart |= isBelow && line.StartsWith("--");
            if (isBelow && !isPart) continue;
            if (line[0] is not (' ' or '\t'))
            {
                var colon = line.IndexOf(':');
                if (colon < 1 && !isPart) return false;
                field = colon < 1 ? "" : line[..colon].ToString().ToLowerInvariant();
                if (field is "to" or "cc" or "bcc" or "received" or "message-id" or "return-path" or "delivered-to" or "reply-to" or "newsgroups") return false;
            }

            isPage |= field == "content-type" && (line.Contains("multipart/related", StringComparison.OrdinalIgnoreCase) || line.Contains("text/html", StringComparison.OrdinalIgnoreCase));
            isSaved |= field switch
            {
                "from" => line.Contains("<Saved by ", StringComparison.OrdinalIgnoreCase) || line.Contains("\"Saved by ", StringComparison.OrdinalIgnoreCase),
                "snapshot-content-location" => true,
                "content-location" => line.Contains("http://", StringComparison.OrdinalIgnoreCase) || line.Contains("https://", StringComparison.OrdinalIgnoreCase),
                _ => false,
            };
        }

        return false;
    }

    public static async IAsyncEnumerable<NewsPart> ReadAsync(ByteWindow window, NewsReadOptions options, [EnumeratorCancellation] CancellationToken cancel)
    {
        while (!window.AtEnd && !window.IsFull) await window.MoreAsync(cancel);
        if (!window.AtEnd)
        {
            yield return Refuse(window, RejectCode.TooLarge, $"The saved page is larger than {MailItems.LargestBytes(options)} bytes and was not read.");
            yield break;
        }

        if (!options.Pages || Unpack(window.Rest) is not { } page)
        {
            yield return Refuse(window, RejectCode.NotAFeed, options.Pages ? "There is no page in this archive." : "This is a web page, not a feed.");
            yield break;
        }

        var known = options with { BaseUri = options.BaseUri ?? page.Location, DeclaredCharset = page.Charset };
        var head = await DocumentHead.ReadAsync(new SentStream(new MemoryStream(page.Html)), cancel);
        using var text = TextWindow.Open(head, known);
        await foreach (var part in PageParts.ReadAsync(text, (html, setting) => PageReader.Read(page.WithAddresses(html), setting), "There is no story on this web page.", new FeedSetting(known), cancel)) yield return part;
    }

    private sealed record Page(byte[] Html, string? Charset, Uri? Location, IReadOnlyList<(string Id, string Address)> Pictures)
    {
        // What the page shows by its name within the archive has an address on the web, too.
        public string WithAddresses(string html)
        {
            if (!html.Contains("cid:", StringComparison.OrdinalIgnoreCase)) return html;
            foreach (var (id, address) in Pictures.OrderByDescending(picture => picture.Id.Length)) html = html.Replace("cid:" + id, address, StringComparison.OrdinalIgnoreCase);
            return html;
        }
    }

    private static Page? Unpack(ReadOnlySpan<byte> archive)
    {
        MimeMessage message;
        try
        {
            using var stream = new MemoryStream(MailFolds.Cut(archive.TrimStart("\r\n\0"u8), out _));
            message = MimeMessage.Load(Options, stream);
        }
        catch (FormatException)
        {
            return null;
        }

        var parts = message.BodyParts.OfType<MimePart>().Take(MostParts).ToList();
        if (parts.Find(part => part is TextPart { IsHtml: true, Content: not null }) is not { } root) return null;
        using var html = new MemoryStream();
        root.Content!.DecodeTo(html);
        var pictures = parts.Where(part => part.ContentId is { Length: > 0 } && part.ContentType.IsMimeType("image", "*")).Select(part => (part.ContentId!, Web(part.ContentLocation?.OriginalString)?.AbsoluteUri ?? "")).ToList();
        return new Page(html.ToArray(), root.ContentType.Charset, Web(root.ContentLocation?.OriginalString) ?? Web(message.Headers["Snapshot-Content-Location"]) ?? Web(message.Headers["Content-Location"]), pictures);
    }

    private static Uri? Web(string? location) => Uri.TryCreate(location?.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;

    private static Reject Refuse(ByteWindow window, RejectCode code, string reason) =>
        new(code, reason) { Line = 1, Excerpt = XmlText.Legal(Encoding.Latin1.GetString(window.Rest[..Math.Min(window.Rest.Length, 400)])) };
}
