using Dateline.Formats.Mail;
using Dateline.Formats.Pages;
using Dateline.Formats.Telegraph;

namespace Dateline.Formats;

/// <summary>Formats that wrap their text in an envelope of bytes, told by its first lines.</summary>
internal static class Envelope
{
    /// <summary>The format; null where the document does not begin with an envelope of ours.</summary>
    public static NewsFormat? FormatOf(ReadOnlySpan<byte> head)
    {
        if (TelegraphHead.FormatOf(head) is { } telegraph) return telegraph;
        return !MailHead.IsMail(head) ? null : PageArchive.IsOne(head) ? NewsFormat.Html : NewsFormat.Mail;
    }
}
