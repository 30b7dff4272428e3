using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Readers;

/// <summary>What moderators think of a reader. It counts only where the reader is known by a link or a cookie of ours.</summary>
public enum Standing
{
    Usual,

    /// <summary>Their replies are public at once where the mode holds back those of others.</summary>
    Trusted,

    /// <summary>Their replies always wait.</summary>
    AlwaysHeld,
}

/// <summary>
/// Somebody who is known again: by a cookie of ours alone, or because they proved an address by a link that we mailed. There is
/// no password: whoever reads the mail is the reader. Gone when the reader asks, and when nothing was heard for <see cref="Term"/>.
/// </summary>
public sealed class Reader
{
    public static readonly TimeSpan Term = TimeSpan.FromDays(730);

    public required Guid Id { get; init; }

    /// <summary>By <see cref="Screening.SenderKeys.Address"/>.</summary>
    public required string AddressKey { get; init; }

    /// <summary>By <see cref="AddressVault"/>.</summary>
    public required byte[] EmailCipher { get; set; }

    /// <summary>What the reader last called themselves.</summary>
    public required string Name { get; set; }

    public string? Website { get; set; }

    /// <summary>When the address was proved; null for somebody whose browser alone is known. Of those many may have typed one address.</summary>
    public DateTimeOffset? VerifiedAt { get; set; }

    public required DateTimeOffset SeenAt { get; set; }

    public Standing Standing { get; set; }

    /// <summary>Cookies of an older stamp are worth nothing: how a reader, or a moderator, ends them all.</summary>
    public int Stamp { get; set; } = 1;

    public int Version { get; set; } = 1;

    /// <summary>Forgets whom a cookie names. One who proved an address stays: other browsers may know them.</summary>
    internal static Task<int> Forget(DatelineDb db, Screening.ReaderPass pass, CancellationToken cancel) =>
        db.Set<Reader>().Where(reader => reader.Id == pass.Id && reader.Stamp == pass.Stamp && reader.VerifiedAt == null).ExecuteDeleteAsync(cancel);

    internal static Task<int> Forget(DatelineDb db, DateTimeOffset from, DateTimeOffset before, int most, CancellationToken cancel) =>
        db.Set<Reader>().Where(reader => reader.SeenAt <= before).OrderBy(reader => reader.SeenAt).Take(most).ExecuteDeleteAsync(cancel);
}

/// <summary>What a mailed link lets its reader do, once.</summary>
public enum ReaderErrand
{
    ConfirmFollow,

    /// <summary>See, change, export or erase all of one's replies, and be known in this browser.</summary>
    MyData,
}

/// <summary>A link in a letter. Only the hash of its secret is kept; the row goes with <see cref="ExpiresAt"/>.</summary>
public sealed class ReaderLink
{
    public required Guid Id { get; init; }

    public required ReaderErrand Errand { get; init; }

    /// <summary>By <see cref="Screening.SenderKeys.Address"/>: whose mailbox it went to.</summary>
    public required string AddressKey { get; init; }

    /// <summary>The reply or follow it is about; null for all that is the address's.</summary>
    public Guid? About { get; init; }

    public required string SecretHash { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; set; }

    public bool IsGood(DateTimeOffset now) => UsedAt is null && ExpiresAt > now;
}
