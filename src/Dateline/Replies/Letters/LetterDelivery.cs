using System.Globalization;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Dateline.Replies.Letters;

/// <summary>Why a letter wasn't taken. Never what the server said: that quotes addresses.</summary>
/// <param name="NoMailbox">The server doesn't take letters for this address, and says that it never will.</param>
internal sealed record LetterFailure(string Code, bool ForGood, bool NoMailbox = false);

/// <summary>Hands one letter to the SMTP server.</summary>
internal sealed class LetterDelivery(DatelineOptions options)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task<LetterFailure?> Send(Letter letter, Guid id, DateTimeOffset now, CancellationToken cancel)
    {
        if (options.Mail is not { } mail) return new LetterFailure("no-server", ForGood: false);
        using var message = Message(letter, id, now, mail);
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        bound.CancelAfter(Patience);
        try
        {
            using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
            await client.ConnectAsync(mail.Host, mail.Port, Security(mail), bound.Token);
            if (mail.User is { } user) await client.AuthenticateAsync(user, mail.Password ?? "", bound.Token);
            await client.SendAsync(message, bound.Token);
            await SayGoodbye(client, bound.Token);
            return null;
        }
        catch (SmtpCommandException failure)
        {
            // For good is what the server says of the reader's mailbox or of the letter; what it says of us can be mended.
            var forGood = (int)failure.StatusCode >= 500 && failure.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted;
            return new LetterFailure(((int)failure.StatusCode).ToString(CultureInfo.InvariantCulture), forGood, forGood && failure.ErrorCode == SmtpErrorCode.RecipientNotAccepted);
        }
        catch (NotSupportedException)
        {
            // The server can't do what is needed: STARTTLS or a way to sign in, which can be mended, or letters beyond ASCII in the address (RFC 6531).
            return letter.To.All(char.IsAscii) ? new LetterFailure("server-lacks", ForGood: false) : new LetterFailure("address-not-ascii", ForGood: true);
        }
        catch (Exception failure) when (failure is SmtpProtocolException or ServiceNotConnectedException or ServiceNotAuthenticatedException or SocketException or IOException or TimeoutException or AuthenticationException or SslHandshakeException)
        {
            return new LetterFailure(failure switch { AuthenticationException => "not-let-in", SslHandshakeException => "certificate", TimeoutException => "timed-out", _ => "out-of-reach" }, ForGood: false);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new LetterFailure("timed-out", ForGood: false);
        }
    }

    /// <summary>The letter is taken: a server that answers nothing more doesn't make it unsent, or the reader would get it twice.</summary>
    private static async Task SayGoodbye(SmtpClient client, CancellationToken cancel)
    {
        try { await client.DisconnectAsync(quit: true, cancel); }
        catch (Exception failure) when (failure is OperationCanceledException or SmtpProtocolException or SmtpCommandException or ServiceNotConnectedException or SocketException or IOException or TimeoutException)
        {
            // Disposing closes the connection.
        }
    }

    /// <summary>A password goes through TLS or nowhere. On this machine itself nothing is gained by it, and such servers have no certificate that anybody could check.</summary>
    private static SecureSocketOptions Security(MailOptions mail) =>
        mail.Tls ? SecureSocketOptions.SslOnConnect
        : mail.IsHere ? SecureSocketOptions.None
        : mail.User is null ? SecureSocketOptions.StartTlsWhenAvailable : SecureSocketOptions.StartTls;

    /// <summary>A library writes the headers: what would end a line in one of them is encoded or refused there.</summary>
    internal static MimeMessage Message(Letter letter, Guid id, DateTimeOffset now, MailOptions mail)
    {
        var from = MailboxAddress.Parse(mail.From);
        var message = new MimeMessage { Date = now, MessageId = $"{id:N}@{from.Domain}", Subject = letter.Subject, Body = new TextPart("plain") { Text = letter.Text } };
        message.From.Add(from);
        message.To.Add(new MailboxAddress("", letter.To));
        message.Headers.Add("Auto-Submitted", "auto-generated"); // RFC 3834: no machine answers it
        if (letter.Stop is { } stop)
        {
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{stop}>");
            message.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        }
        return message;
    }
}
