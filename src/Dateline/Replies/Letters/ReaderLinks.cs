using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Dateline.Foundation.Storage;
using Dateline.Replies.Readers;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Letters;

/// <summary>Links in letters: made with a secret of which only the hash is kept, good for a while, and opened by nothing else.</summary>
internal static class ReaderLinks
{
    public static readonly TimeSpan Term = TimeSpan.FromDays(2);
    private const int SecretBytes = 24;
    private const int LongestSecret = 64;

    /// <summary>The secret.</summary>
    public static string Make(DatelineDb db, ReaderErrand errand, string addressKey, Guid? about, DateTimeOffset now)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        db.Add(new ReaderLink { Id = Guid.CreateVersion7(now), Errand = errand, AddressKey = addressKey, About = about, SecretHash = Hash(secret), ExpiresAt = now + Term });
        return secret;
    }

    /// <summary>Null for a secret that isn't ours, was used, or is past its time: nobody learns which.</summary>
    public static async Task<ReaderLink?> Find(DatelineDb db, string secret, DateTimeOffset now, CancellationToken cancel)
    {
        if (secret.Length is 0 or > LongestSecret) return null;
        var hash = Hash(secret);
        return await db.Set<ReaderLink>().AsTracking().FirstOrDefaultAsync(row => row.SecretHash == hash, cancel) is { } link && link.IsGood(now) ? link : null;
    }

    /// <summary>One of ours that was used, while it isn't past its time.</summary>
    public static async Task<ReaderLink?> FindUsed(DatelineDb db, string secret, ReaderErrand errand, DateTimeOffset now, CancellationToken cancel)
    {
        if (secret.Length is 0 or > LongestSecret) return null;
        var hash = Hash(secret);
        return await db.Set<ReaderLink>().FirstOrDefaultAsync(row => row.SecretHash == hash && row.Errand == errand && row.UsedAt != null, cancel) is { } link && link.ExpiresAt > now ? link : null;
    }

    public static Task<int> Forget(DatelineDb db, DateTimeOffset from, DateTimeOffset before, int most, CancellationToken cancel) =>
        db.Set<ReaderLink>().Where(link => link.ExpiresAt <= before).OrderBy(link => link.ExpiresAt).Take(most).ExecuteDeleteAsync(cancel);

    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
