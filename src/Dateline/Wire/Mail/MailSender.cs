using MimeKit;
using MimeKit.Cryptography;

namespace Dateline.Wire.Mail;

/// <summary>
/// Whether a message is from the partner. We don't check DKIM ourselves: the mailbox's own server did when the message came,
/// with the keys of that day, and wrote it down (RFC 8601). Only that server's word counts, only where it alone can have
/// written, and only when all it says there agrees.
/// </summary>
internal static class MailSender
{
    /// <summary>Null, or why it isn't taken.</summary>
    public static string? Refusal(HeaderList headers, string sender, string server)
    {
        if (From(headers) is not { } from) return N("It doesn’t say clearly who sent it: it has no sender, or several.");
        if (!IsOf(from, sender)) return $"It says that it is from {from}, not from {sender}.";
        var fields = MailTrace.Results(headers, server);
        if (fields.Count == 0) return $"{server} has written down nothing on who sent it, so it may be forged.";
        if (fields.Exists(field => field.Exists(result => Failed(result, sender)))) return $"{server} found that it isn’t from {sender}, so it is forged or was changed on its way.";
        if (Contradict(fields, sender)) return $"What {server} has written down on who sent it contradicts itself, so it may be forged.";
        return fields.Exists(field => field.Exists(result => IsDmarc(result, sender) || IsDkim(result, sender))) ? null : $"{server} didn’t find it signed by {sender}, so it may be forged.";
    }

    /// <summary>The domain of the one address in the one From.</summary>
    private static string? From(HeaderList headers)
    {
        var lines = headers.Where(header => header.Id == HeaderId.From).ToList();
        return lines is [var line] && InternetAddressList.TryParse(line.RawValue, out var list) && list is [MailboxAddress { Domain.Length: > 0 } address] ? address.Domain.ToLowerInvariant() : null;
    }

    /// <summary>DMARC is about the From, whose domain is the partner's by now; a signature of others may fail.</summary>
    private static bool Failed(AuthenticationMethodResult result, string sender) =>
        Is(result, "dmarc", "fail") || (Is(result, "dkim", "fail") && Signer(result) is { } domain && IsOf(domain, sender));

    /// <summary>
    /// A server that checks twice (a filter before and one after a scan) finds the same twice. Where one field knows of the
    /// partner's signature and another doesn't, or DMARC passed that nothing could have let pass, one of them came with the message.
    /// </summary>
    private static bool Contradict(List<List<AuthenticationMethodResult>> fields, string sender)
    {
        var all = fields.SelectMany(field => field).ToList();
        var (dkim, dmarc, spf) = (all.FindAll(result => Speaks(result, "dkim")), all.FindAll(result => Speaks(result, "dmarc")), all.FindAll(result => Speaks(result, "spf")));
        var signed = dkim.Exists(result => IsDkim(result, sender));
        if (signed && !fields.TrueForAll(field => !field.Exists(result => Speaks(result, "dkim")) || field.Exists(result => IsDkim(result, sender)))) return true;
        if (signed && dkim.Exists(result => Is(result, "dkim", "none"))) return true;
        if (!dmarc.Exists(result => IsDmarc(result, sender))) return false;
        return !dmarc.TrueForAll(result => IsDmarc(result, sender))
            // RFC 7489, section 3.1: a signature or the envelope's sender in line with the From.
            || (dkim.Count > 0 && spf.Count > 0 && !dkim.Exists(result => Is(result, "dkim", "pass") && Signer(result) is { } domain && IsKin(domain, sender))
                && !spf.Exists(result => Is(result, "spf", "pass") && Envelope(result) is { } domain && IsKin(domain, sender)));
    }

    private static bool IsDmarc(AuthenticationMethodResult result, string sender) =>
        Is(result, "dmarc", "pass") && Said(result, "header", "from") is { } from && IsOf(from, sender);

    private static bool IsDkim(AuthenticationMethodResult result, string sender) =>
        Is(result, "dkim", "pass") && Signer(result) is { } domain && IsOf(domain, sender);

    private static string? Signer(AuthenticationMethodResult result) => Said(result, "header", "d") ?? Said(result, "header", "i")?.Split('@')[^1];

    private static string? Envelope(AuthenticationMethodResult result) => (Said(result, "smtp", "mailfrom") ?? Said(result, "smtp", "helo"))?.Split('@')[^1];

    private static bool Speaks(AuthenticationMethodResult result, string method) => string.Equals(result.Method, method, StringComparison.OrdinalIgnoreCase);

    private static bool Is(AuthenticationMethodResult result, string method, string found) => Speaks(result, method) && string.Equals(result.Result, found, StringComparison.OrdinalIgnoreCase);

    private static string? Said(AuthenticationMethodResult result, string type, string property) =>
        result.Properties.FirstOrDefault(one => string.Equals(one.PropertyType, type, StringComparison.OrdinalIgnoreCase) && string.Equals(one.Property, property, StringComparison.OrdinalIgnoreCase))?.Value?.Trim('"').ToLowerInvariant();

    /// <summary>The domain itself, or one below it.</summary>
    private static bool IsOf(string domain, string sender) => domain == sender || domain.EndsWith("." + sender, StringComparison.Ordinal);

    /// <summary>As DMARC compares by default, nearly: bounces.harbour.example and news.harbour.example are of one house.</summary>
    private static bool IsKin(string domain, string sender) => IsOf(domain, string.Join('.', sender.Split('.')[^2..]));
}
