using MimeKit;
using MimeKit.Cryptography;

namespace Dateline.Wire.Mail;

/// <summary>
/// Whether a message is from the partner. We don't check DKIM ourselves: the mailbox's own server did when the message came,
/// with the keys of that day, and wrote it down (RFC 8601). Only that server's word counts, and only in the first unbroken
/// run of its headers: what stands further down came with the message, and anybody can write it.
/// </summary>
internal static class MailSender
{
    /// <summary>Null, or why it isn't taken.</summary>
    public static string? Refusal(HeaderList headers, string sender, string server)
    {
        if (From(headers) is not { } from) return N("It doesn’t say clearly who sent it: it has no sender, or several.");
        if (!IsOf(from, sender)) return $"It says that it is from {from}, not from {sender}.";
        var said = Results(headers, server);
        if (said.Count == 0) return $"{server} has written down nothing on who sent it, so it may be forged.";
        return said.Exists(result => IsDmarc(result, sender) || IsDkim(result, sender)) ? null : $"{server} didn’t find it signed by {sender}, so it may be forged.";
    }

    /// <summary>The domain of the one address in the one From.</summary>
    private static string? From(HeaderList headers)
    {
        var lines = headers.Where(header => header.Id == HeaderId.From).ToList();
        return lines is [var line] && InternetAddressList.TryParse(line.RawValue, out var list) && list is [MailboxAddress { Domain.Length: > 0 } address] ? address.Domain.ToLowerInvariant() : null;
    }

    private static List<AuthenticationMethodResult> Results(HeaderList headers, string server)
    {
        var found = new List<AuthenticationMethodResult>();
        var begun = false;
        foreach (var header in headers)
        {
            var ours = header.Id == HeaderId.AuthenticationResults && AuthenticationResults.TryParse(header.RawValue, out var said)
                && string.Equals(said.AuthenticationServiceIdentifier, server, StringComparison.OrdinalIgnoreCase) ? said : null;
            if (ours is not null) found.AddRange(ours.Results);
            else if (begun) break;
            begun |= ours is not null;
        }
        return found;
    }

    private static bool IsDmarc(AuthenticationMethodResult result, string sender) =>
        Is(result, "dmarc") && Said(result, "header", "from") is { } from && IsOf(from, sender);

    private static bool IsDkim(AuthenticationMethodResult result, string sender) =>
        Is(result, "dkim") && (Said(result, "header", "d") ?? Said(result, "header", "i")?.Split('@')[^1]) is { } domain && IsOf(domain, sender);

    private static bool Is(AuthenticationMethodResult result, string method) =>
        string.Equals(result.Method, method, StringComparison.OrdinalIgnoreCase) && string.Equals(result.Result, "pass", StringComparison.OrdinalIgnoreCase);

    private static string? Said(AuthenticationMethodResult result, string type, string property) =>
        result.Properties.FirstOrDefault(one => string.Equals(one.PropertyType, type, StringComparison.OrdinalIgnoreCase) && string.Equals(one.Property, property, StringComparison.OrdinalIgnoreCase))?.Value?.Trim('"').ToLowerInvariant();

    /// <summary>The domain itself, or one below it.</summary>
    private static bool IsOf(string domain, string sender) => domain == sender || domain.EndsWith("." + sender, StringComparison.Ordinal);
}
