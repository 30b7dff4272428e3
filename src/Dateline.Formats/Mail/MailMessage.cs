using System.Text;
using Dateline.Formats.Feeds;
using Dateline.Formats.Json;
using Dateline.Formats.Telegraph;
using Dateline.Formats.Text;
using Dateline.Formats.Wires;
using MimeKit;

namespace Dateline.Formats.Mail;

/// <summary>
/// One mail as a piece of news. Where it carries documents of news formats, attached or as its text, those are
/// the news and the letter around them is not.
/// </summary>
internal static class MailMessage
{
    private const int Deepest = 32;

    private static readonly ParserOptions Options = WithCodePages();

    internal readonly record struct Reading(NewsItem? Item, List<byte[]> Documents, RejectCode Code = RejectCode.Empty, string Reason = "The mail says nothing.");

    // RFC 2047 words come in any code page, and MimeKit asks the runtime for them: there is no other way to tell it. Adding them is for the whole process, and takes nothing away.
    private static ParserOptions WithCodePages(Encoding? head = null)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return new() { MaxMimeDepth = Deepest, CharsetEncoding = head ?? Encoding.UTF8 };
    }

    public static Reading Read(ReadOnlySpan<byte> bytes, FeedSetting setting)
    {
        var start = bytes.IndexOfAnyExcept("\r\n\0"u8) is > 0 and var fill ? fill : 0;
        if (bytes[start..].StartsWith("From "u8) && bytes[start..].IndexOf((byte)'\n') is > 0 and var line) start += line + 1;
        if (bytes[start..].StartsWith("\uFEFF"u8)) start += 3;
        MimeMessage message;
        bool wasCut;
        try
        {
            var letter = MailFolds.Cut(bytes[start..], out wasCut);
            using var stream = new MemoryStream(letter);
            message = MimeMessage.Load(MailCharset.OfHead(letter) is { } charset ? WithCodePages(charset) : Options, stream);
        }
        catch (FormatException)
        {
            return new(null, [], RejectCode.Malformed, "The mail has no header that can be read.");
        }

        return Read(message, bytes, wasCut, setting);
    }

    private static Reading Read(MimeMessage message, ReadOnlySpan<byte> bytes, bool wasCut, FeedSetting setting)
    {
        var draft = new WireDraft(setting);
        if (wasCut) draft.Repairs.Add("The letter was cut: a field of more than 128 KiB, or more parts than any letter has.");
        var parts = MailParts.Of(message);
        if (parts.Documents.Count > 0) return new(null, parts.Documents);
        MailFields.Read(message, draft);
        MailHeadline.TakeKind(draft);
        foreach (var picture in parts.Pictures) draft.Item.AddMedia(picture);
        var isReply = MailFields.IsReply(message);
        var isPassedOn = false;
        if (parts.Text is { } text)
        {
            var lines = MailText.Lines(parts.Html is null ? text : MailText.WithoutStars(text), parts.IsFlowed, parts.IsUnspaced);

            // An answer that says nothing of its own passes on what it quotes.
            if (isReply && MailText.Story(lines, isReply: true) is var own && MailText.IsText(own)) Body(own, draft);
            else
            {
                var within = Forwarded.Unwrap(lines, draft);
                isPassedOn = within != lines;
                Body(MailText.Story(within, isReply: false), draft);
            }
        }

        // What was passed on is known in the text; in the markup it is what is quoted.
        if (parts.Html is { } html && !(isPassedOn && draft.Item.Body is not null) && MailHeadline.WithoutTitle(MailHtml.Story(html, isReply), draft.Item.Headline) is var story && HtmlText.Line(story, isMarkup: true).Length >= (draft.Item.Body?.Content.Length ?? 0) * 3 / 5)
            draft.Item.OfferBody(story, BodyKind.Html, 2);
        var raw = setting.Options.KeepRaw ? XmlText.Legal(Encoding.Latin1.GetString(bytes)) : "";
        var item = draft.Finish(raw);
        if (item is not null) item = MailPreamble.Cut(item);
        return new(item is not null && EndsWithin(message, bytes) ? item.Broken() : item, []);
    }

    // RFC 2046 section 5.1.1: the last part is followed by a boundary with two hyphens more.
    private static bool EndsWithin(MimeMessage message, ReadOnlySpan<byte> bytes) =>
        message.Body is Multipart { Boundary: { Length: > 0 } boundary } && bytes.LastIndexOf(Encoding.Latin1.GetBytes($"--{boundary}--")) < 0;

    private static void Body(List<string> lines, WireDraft draft)
    {
        // What a release says above its text is for the desk.
        for (var i = 0; i < lines.Count && i < 8; i++)
        {
            if (EmbargoLine.IsRelease(lines[i]) || EmbargoLine.Take(lines[i], draft)) lines.RemoveAt(i--);
            else if (lines[i].Length > 100) break;
        }

        var body = MailText.Paragraphs(lines);
        if (body.Length > 0) draft.Item.OfferBody(body, BodyKind.Text, 1);
    }
}
