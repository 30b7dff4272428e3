using Dateline.Formats.Text;
using MimeKit;

namespace Dateline.Formats.Mail;

/// <summary>What a mail consists of: its text in up to two renderings, its pictures, and documents of news formats.</summary>
internal sealed class MailParts
{
    private const int Most = 200;

    private string? messageId;

    public string? Text { get; private set; }

    public string? Html { get; private set; }

    public bool IsFlowed { get; private set; }

    /// <summary>The blank at the end of a line that goes on is not the text's: of scripts that set none between words.</summary>
    public bool IsUnspaced { get; private set; }

    public List<Media> Pictures { get; } = [];

    public List<byte[]> Documents { get; } = [];

    public static MailParts Of(MimeMessage message)
    {
        var parts = new MailParts { messageId = message.MessageId };
        foreach (var entity in message.BodyParts.Take(Most)) parts.Add(entity);

        // A letter forwarded as an attachment, with nothing said around it.
        if (parts is { Text: null, Html: null, Documents.Count: 0 })
            foreach (var inner in message.BodyParts.OfType<MessagePart>().Take(1))
                foreach (var entity in inner.Message?.BodyParts.Take(Most) ?? []) parts.Add(entity);

        return parts;
    }

    private void Add(MimeEntity entity)
    {
        if (entity is not MimePart { Content: not null } part) return;
        if (part.ContentType.IsMimeType("image", "*"))
        {
            Pictures.Add(new Media(AddressOf(part), part.ContentType.MimeType) { Caption = part.Headers[HeaderId.ContentDescription], Length = part.ContentDisposition?.Size });
            return;
        }

        if (part.ContentType.MediaType is "audio" or "video" or "font" || part.ContentType.MimeType is "application/pdf" or "application/zip" or "application/pgp-signature" or "application/pkcs7-signature" or "text/calendar" or "text/x-vcard" or "text/vcard") return;
        using var decoded = new MemoryStream();
        part.Content.DecodeTo(decoded);
        var bytes = decoded.ToArray();
        if (IsNews(FormatDetector.Detect(bytes))) Documents.Add(bytes);
        else if (part is TextPart text && !part.IsAttachment) AddText(text, bytes);
    }

    private void AddText(TextPart part, byte[] bytes)
    {
        var charset = Charset.Choose(bytes, part.ContentType.Charset);
        var text = charset.Encoding.GetString(bytes.AsSpan(charset.MarkLength));
        if (string.IsNullOrWhiteSpace(text)) return;
        if (part.IsHtml) Html ??= text;
        else if (part.IsPlain || Text is null)
        {
            IsFlowed |= Text is null && part.IsFlowed;
            IsUnspaced |= Text is null && part.IsFlowed && part.ContentType.Parameters.TryGetValue("delsp", out string? blanks) && blanks.Equals("yes", StringComparison.OrdinalIgnoreCase);
            Text = Text is null ? text : Text + "\n\n" + text;
        }
    }

    private static bool IsNews(NewsFormat format) => format is not (NewsFormat.Unknown or NewsFormat.Html or NewsFormat.Text or NewsFormat.Mail);

    // RFC 2392: the part of a message by its content id, or within the message.
    private string AddressOf(MimePart part) =>
        part.ContentId is { Length: > 0 } id ? "cid:" + id : $"mid:{messageId}/{Uri.EscapeDataString(part.FileName ?? "picture")}";
}
