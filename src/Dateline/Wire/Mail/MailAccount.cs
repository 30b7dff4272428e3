using Dateline.Foundation.Storage;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Wire.Mail;

/// <summary>What belongs to a feed that is a mailbox: whose mail is believed, and how far it is read.</summary>
public sealed class MailAccount
{
    public const int LongestName = 253; // of a host

    public required Guid FeedId { get; init; }

    /// <summary>The domain that the partner writes from; its subdomains too.</summary>
    public required string Sender { get; set; }

    /// <summary>The authserv-id (RFC 8601) of the mailbox's own server: whose word on a sender is believed.</summary>
    public required string Server { get; set; }

    /// <summary>RFC 3501, section 2.3.1.1: while it stays, unique ids only grow.</summary>
    public long UidValidity { get; set; }

    /// <summary>All up to this one is taken.</summary>
    public long LastUid { get; set; }

    internal static async Task<Refusal?> Set(DatelineDb db, Guid feed, string sender, string server, CancellationToken cancel)
    {
        (sender, server) = (sender.Trim().TrimStart('@').TrimEnd('.').ToLowerInvariant(), server.Trim());
        if (sender.Length is 0 or > LongestName || Uri.CheckHostName(sender) != UriHostNameType.Dns || !sender.Contains('.', StringComparison.Ordinal)) return new("sender", T("Give the domain that the partner's mail comes from, like harbourwire.example."));
        if (server.Length is 0 or > LongestName || server.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c == ';')) return new("server", T("Give the name by which your mail server signs its checks: the first word of its Authentication-Results headers."));
        if (await db.Set<MailAccount>().AsTracking().FirstOrDefaultAsync(row => row.FeedId == feed, cancel) is { } known) (known.Sender, known.Server) = (sender, server);
        else db.Add(new MailAccount { FeedId = feed, Sender = sender, Server = server });
        return null;
    }
}
