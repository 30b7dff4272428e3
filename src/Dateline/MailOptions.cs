using System.Net;
using MimeKit;

namespace Dateline;

/// <summary>The server that takes the letters to readers. Without it, nothing that needs a letter is offered.</summary>
/// <param name="Tls">From the first byte; otherwise as soon as the server offers it.</param>
/// <param name="From">Who the letters are from: an address, with a name or without.</param>
public sealed record MailOptions(string Host, int Port, bool Tls, string? User, string? Password, string From)
{
    /// <summary>What becomes public within it goes into one letter.</summary>
    public TimeSpan Soon { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Where all the letters can be read; null, but in the demo: in the readers' own mailboxes.</summary>
    public Uri? Mailbox { get; init; }

    /// <summary><c>smtp://host:587</c> or <c>smtps://user:password@host:465</c>, and the sender; or the sentence that says what is wrong.</summary>
    internal static (MailOptions? Options, string? Refusal) Read(string? smtp, string? from)
    {
        if (smtp is null) return from is null ? (null, null) : (null, "--mail-from says who letters are from; --smtp is missing, which says where they go.");
        if (!Uri.TryCreate(smtp, UriKind.Absolute, out var server) || server.Scheme is not ("smtp" or "smtps") || server.Host.Length == 0 || server.PathAndQuery is not ("" or "/"))
            return (null, "--smtp isn't an address like smtp://mail.example.org:587 or smtps://user:password@mail.example.org."); // not quoted: there may be a password in it
        if (from is null || !MailboxAddress.TryParse(from, out var sender) || !sender.Address.Contains('@', StringComparison.Ordinal))
            return (null, $"--mail-from: '{from}' isn't an address like replies@example.org, which --smtp needs.");
        var (user, password) = server.UserInfo.Split(':', 2) switch
        {
            [{ Length: > 0 } name, var secret] => (Uri.UnescapeDataString(name), Uri.UnescapeDataString(secret)),
            [{ Length: > 0 } name] => (Uri.UnescapeDataString(name), ""),
            _ => ((string?)null, (string?)null),
        };
        var tls = server.Scheme == "smtps";
        return (new MailOptions(server.Host, server.Port > 0 ? server.Port : tls ? 465 : 587, tls, user, password, from), null);
    }

    /// <summary>On this machine.</summary>
    public bool IsHere => Host == "localhost" || (IPAddress.TryParse(Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    public override string ToString() => $"{Host}:{Port}"; // never the password
}
