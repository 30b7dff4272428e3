using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.Replies.Letters;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Readers;

public enum FollowPace
{
    /// <summary>A letter soon after a reply is public; what comes within some minutes goes into one.</summary>
    Soon,

    /// <summary>One letter a day, if there is anything.</summary>
    Daily,
}

/// <summary>
/// Somebody wants letters about the replies of a story, or about the answers to one reply. Nothing is sent before the address
/// has confirmed it, and one click ends it. Unconfirmed rows live for <see cref="UnconfirmedTerm"/>.
/// </summary>
public sealed class Follow : IDue
{
    public static readonly TimeSpan UnconfirmedTerm = TimeSpan.FromDays(7);

    public required Guid Id { get; init; }

    public required Guid StoryId { get; init; }

    public required string StoryKey { get; init; }

    public required string Edition { get; init; }

    /// <summary>The reply whose answers are meant; null: all of the story.</summary>
    public Guid? ReplyId { get; init; }

    /// <summary>By <see cref="Screening.SenderKeys.Address"/>.</summary>
    public required string AddressKey { get; init; }

    /// <summary>By <see cref="AddressVault"/>.</summary>
    public required byte[] EmailCipher { get; init; }

    public FollowPace Pace { get; set; }

    /// <summary>Of the secret in the letters' link that ends it.</summary>
    public required string SecretHash { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Null until the address has confirmed it.</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>Replies that became public up to then were written about.</summary>
    public DateTimeOffset? WrittenUpTo { get; set; }

    /// <summary>When the last letter that went out was written: what was public then its reader knows of, or could.</summary>
    public DateTimeOffset? WrittenAt { get; set; }

    /// <summary>When the next letter is to be put together; null: nothing new.</summary>
    public DateTimeOffset? DueAt { get; set; }

    public DateTimeOffset? LeasedUntil { get; set; }

    internal static Task<int> Forget(DatelineDb db, DateTimeOffset from, DateTimeOffset before, int most, CancellationToken cancel) =>
        db.Set<Follow>().Where(follow => follow.ConfirmedAt == null && follow.AskedAt <= before).OrderBy(follow => follow.AskedAt).Take(most).ExecuteDeleteAsync(cancel);
}

/// <summary>
/// A letter to a reader on its way out. All of it is hidden by <see cref="AddressVault"/>, because there is an address in it and
/// often a link with a secret. Forgotten <see cref="Term"/> after it was handed in, if it has gone or was given up.
/// </summary>
public sealed class OutgoingLetter : IDue
{
    public static readonly TimeSpan Term = TimeSpan.FromDays(3);

    public required Guid Id { get; init; }

    /// <summary>By <see cref="Screening.SenderKeys.Address"/>: so many letters a day may one address get.</summary>
    public required string AddressKey { get; init; }

    /// <summary>One of <see cref="Letters.LetterKind"/>: for the log and the caps.</summary>
    public required string Kind { get; init; }

    /// <summary>The letter, or what it is to be written from when it goes, by <see cref="AddressVault.Hide"/>; empty when it has gone.</summary>
    public required byte[] LetterCipher { get; set; }

    public required DateTimeOffset WrittenAt { get; init; }

    public int Tries { get; set; }

    /// <summary>Why the last try failed, a code; never what the server said, because that quotes addresses.</summary>
    public string? Failure { get; set; }

    /// <summary>Since when it is on its way; null again when it wasn't taken.</summary>
    public DateTimeOffset? SentAt { get; set; }

    public DateTimeOffset? DueAt { get; set; }

    public DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>Not those that are written when they go and haven't gone: after days in which the program itself stood still they still say what is so, or hand on what they would have told.</summary>
    internal static Task<int> Forget(DatelineDb db, DateTimeOffset from, DateTimeOffset before, int most, CancellationToken cancel) =>
        db.Set<OutgoingLetter>().Where(letter => letter.WrittenAt <= before && (letter.DueAt == null || (letter.Kind != LetterKind.News && letter.Kind != LetterKind.Decision))).OrderBy(letter => letter.WrittenAt).Take(most).ExecuteDeleteAsync(cancel);
}
