using Dateline.Foundation.Storage;
using Dateline.Replies.Screening;

namespace Dateline.Replies.Letters;

/// <summary>
/// How many letters may be asked for: from one network, so that nobody fills the mailboxes of others from here, and to one mailbox,
/// however its address is spelled. What a mailbox gets beside that <see cref="SendLetters"/> decides.
/// </summary>
internal static class LettersAsked
{
    public const int FromNetworkInAMinute = 6, FromNetworkInAnHour = 20, FromNetworkInADay = 60;
    public const int ToMailboxInADay = 10;
    private const int Hour = 60, Day = 24 * Hour;

    // The shortest first: what it refuses isn't counted by the longer ones.
    private static readonly (int Minutes, int Most)[] Spans = [(1, FromNetworkInAMinute), (Hour, FromNetworkInAnHour), (Day, FromNetworkInADay)];

    /// <summary>Counts a letter that a network asks for: the seconds to wait when that is too many, else null.</summary>
    public static async Task<int?> Wait(DatelineDb db, SenderKeys sender, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var (minutes, most) in Spans)
            if ((await SendingCount.Add(db, new Dictionary<string, int>(StringComparer.Ordinal) { [$"m{minutes}:{sender.Network}"] = most }, now, cancel, minutes)).Count > 0)
                return (int)(minutes * 60 - now.ToUnixTimeSeconds() % (minutes * 60));
        return null;
    }

    /// <summary>Counts a letter of a kind to an address; false when its mailbox was written to often enough today. Whoever asks isn't told: it may be somebody else's.</summary>
    public static async Task<bool> MayGo(DatelineDb db, AddressVault vault, string address, string kind, DateTimeOffset now, CancellationToken cancel)
    {
        var key = vault.Recognise("mailbox", Mailbox(address))[..SenderKeys.Length];
        return (await SendingCount.Add(db, new Dictionary<string, int>(StringComparer.Ordinal) { [$"b:{kind}:{key}"] = ToMailboxInADay }, now, cancel, Day)).Count == 0;
    }

    /// <summary>Without what follows a plus (RFC 5233) and without dots, which many providers don't see. Where they are seen, two people share a count.</summary>
    public static string Mailbox(string address)
    {
        var at = address.IndexOf('@', StringComparison.Ordinal);
        return address[..at].Split('+')[0].Replace(".", "", StringComparison.Ordinal).ToLowerInvariant() + address[at..].ToLowerInvariant();
    }
}
