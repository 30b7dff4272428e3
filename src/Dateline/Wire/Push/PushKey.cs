using System.Buffers.Text;
using System.Security.Cryptography;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Wire.Push;

/// <summary>The secret that a partner signs with. After a change the one before it is good for a day more, so that nobody must change it at the same moment.</summary>
public sealed class PushKey
{
    public static readonly TimeSpan FormerIsGood = TimeSpan.FromDays(1);

    public required Guid FeedId { get; init; }

    /// <summary>Encrypted by data protection, as the former.</summary>
    public required string Secret { get; set; }

    public string? Former { get; set; }

    public DateTimeOffset? FormerUntil { get; set; }

    public required DateTimeOffset MadeAt { get; set; }

    /// <summary>A new secret in clear, to be shown once.</summary>
    internal static string NewSecret() => "dlp_" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <param name="hidden">The new secret, encrypted.</param>
    /// <param name="atOnce">The former is good no longer: it leaked.</param>
    internal static async Task<Refusal?> Renew(DatelineDb db, Guid feed, string hidden, bool atOnce, DateTimeOffset now, CancellationToken cancel)
    {
        if (!await db.Feeds.AnyAsync(row => row.Id == feed && row.Transport == Transport.Push, cancel)) return new("", T("There is no push door here."));
        db.Journal.Add(new FeedHealthChanged(feed));
        if (await db.Set<PushKey>().AsTracking().FirstOrDefaultAsync(row => row.FeedId == feed, cancel) is not { } key)
        {
            db.Add(new PushKey { FeedId = feed, Secret = hidden, MadeAt = now });
            return null;
        }
        key.Former = atOnce ? null : key.Secret;
        key.FormerUntil = atOnce ? null : now + FormerIsGood;
        (key.Secret, key.MadeAt) = (hidden, now);
        return null;
    }
}

/// <summary>A push that was taken. The same again is answered as it was, and does nothing.</summary>
public sealed class PushReceipt
{
    public required Guid FeedId { get; init; }

    /// <summary>The signature, which stands for time and body.</summary>
    public required string Mac { get; init; }

    public required DateTimeOffset At { get; init; }

    public int Items { get; init; }

    public int Refused { get; init; }
}
