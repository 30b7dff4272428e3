using MimeKit;
using MimeKit.Cryptography;

namespace Dateline.Wire.Mail;

/// <summary>
/// Which results in a message's head are the own server's. Whatever came with a message stands below the Received of the
/// server that let it in. Some write their results above that line (and Gmail a copy in ARC, RFC 8617); what runs behind
/// Postfix as a milter (OpenDKIM, OpenDMARC, rspamd) writes them directly below it. Both count, and nothing further down.
/// </summary>
internal static class MailTrace
{
    /// <summary>Field by field.</summary>
    public static List<List<AuthenticationMethodResult>> Results(HeaderList headers, string server)
    {
        var found = new List<List<AuthenticationMethodResult>>();
        var (decides, below) = (false, false);
        foreach (var header in headers)
        {
            if (header.Id == HeaderId.Received)
            {
                if (below || decides) return found;
                var line = new ReceivedLine(header.Value);
                if (line.IsWithinTheHouse(server)) continue;
                if (!line.IsBy(server)) return found;
                below = true;
            }
            else if (Own(header, server) is { } results)
            {
                found.Add(results);
                decides |= results.Exists(result => result.Method.Equals("dkim", StringComparison.OrdinalIgnoreCase) || result.Method.Equals("dmarc", StringComparison.OrdinalIgnoreCase));
            }
            else if (below && !IsOfFilters(header)) return found;
        }
        return below ? found : []; // no server's line ends it: it didn't come by mail, and anybody may have written it
    }

    private static List<AuthenticationMethodResult>? Own(Header header, string server) =>
        header.Id is HeaderId.AuthenticationResults or HeaderId.ArcAuthenticationResults && AuthenticationResults.TryParse(header.RawValue, out var said)
            && string.Equals(said.AuthenticationServiceIdentifier, server, StringComparison.OrdinalIgnoreCase) ? said.Results.ToList() : null;

    /// <summary>What filters write between the results: DKIM-Filter, Received-SPF, X-Spam-Status, ARC-Seal, results in another name.</summary>
    private static bool IsOfFilters(Header header) =>
        header.Id is HeaderId.AuthenticationResults || header.Field is "DKIM-Filter" or "DMARC-Filter" or "Received-SPF"
        || header.Field.StartsWith("X-", StringComparison.OrdinalIgnoreCase) || header.Field.StartsWith("ARC-", StringComparison.OrdinalIgnoreCase);
}
