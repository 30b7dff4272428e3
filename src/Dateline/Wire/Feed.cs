using Dateline.Foundation.Fetching;
using Dateline.Foundation.Journal;

namespace Dateline.Wire;

/// <summary>One way by which a source's news comes in, and how it fares.</summary>
public sealed class Feed : IDue
{
    public const int LongestUrl = 2_000;
    public static readonly TimeSpan ShortestInterval = TimeSpan.FromSeconds(2);
    public static readonly TimeSpan LongestInterval = TimeSpan.FromHours(12);

    /// <summary>
    /// How long a sender's own wish to be asked less often can put us off. Most programs write "once an hour" without
    /// anybody's intent, and a withdrawal must not wait an hour.
    /// </summary>
    public static readonly TimeSpan LongestHint = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan LongestBackOff = TimeSpan.FromHours(1);
    private static readonly TimeSpan ShortestBackOff = TimeSpan.FromSeconds(15);

    public required Guid Id { get; init; }

    public required Guid SourceId { get; init; }

    /// <summary>See <see cref="FeedAddress"/>.</summary>
    public required string Url { get; set; }

    public Transport Transport { get; init; }

    /// <summary>The edition its items are meant for.</summary>
    public required string Edition { get; set; }

    /// <summary>How often to ask, in seconds, while all is well.</summary>
    public int IntervalSeconds { get; set; } = 120;

    /// <summary>host:port pairs of the inner network that this feed may reach. Only the operator sets it.</summary>
    public string? AllowPrivate { get; set; }

    public string? UserName { get; set; }

    /// <summary>Encrypted by data protection.</summary>
    public string? Password { get; set; }

    public string? ETag { get; set; }

    public string? LastModified { get; set; }

    /// <summary>Where it said to have moved for good when last asked; believed when it says so twice.</summary>
    public string? MovedTo { get; set; }

    public bool Paused { get; set; }

    public DateTimeOffset? DueAt { get; set; }

    public DateTimeOffset? LeasedUntil { get; set; }

    public DateTimeOffset? PolledAt { get; set; }

    public DateTimeOffset? SucceededAt { get; set; }

    public DateTimeOffset? ItemAt { get; set; }

    public int FailuresInARow { get; set; }

    /// <summary>The failure's name (PrivateAddress, TooLarge…); null while it is well.</summary>
    public string? Failure { get; set; }

    /// <summary>What happened, for a person.</summary>
    public string? FailureSentence { get; set; }

    public bool IsHealthy => Failure is null;

    /// <summary>Whether we ask for its news; what is pushed to us comes by itself.</summary>
    public bool IsAsked => Transport != Transport.Push;

    internal TimeSpan Interval => TimeSpan.FromSeconds(Math.Clamp(IntervalSeconds, ShortestInterval.TotalSeconds, LongestInterval.TotalSeconds));

    /// <summary>It answered and was read.</summary>
    /// <param name="hint">How long the sender asks to wait.</param>
    internal void Succeed(DateTimeOffset now, TimeSpan? hint)
    {
        PolledAt = SucceededAt = now;
        FailuresInARow = 0;
        Failure = FailureSentence = null;
        var wished = hint < LongestHint ? hint.Value : hint is null ? TimeSpan.Zero : LongestHint;
        DueAt = now + (wished > Interval ? wished : Interval);
    }

    /// <summary>It didn't. After a few times it is asked less and less often; what is gone for good isn't asked any more.</summary>
    /// <param name="spread">From 0 to 1, so that feeds that failed together don't come back together.</param>
    internal void Fail(FetchFailure failure, DateTimeOffset now, double spread)
    {
        PolledAt = now;
        if (failure.Kind == FetchFailureKind.HostBusy)
        {
            DueAt = now + Interval; // our own queue is full: no fault of the feed's
            return;
        }
        FailuresInARow++;
        (Failure, FailureSentence) = (failure.Kind.ToString(), failure.Sentence);
        var again = now + BackOff(spread);
        DueAt = failure.RetryAfter is { } after && after > again ? Earlier(after, now + LongestInterval) : again;
        if (failure.Kind == FetchFailureKind.Gone) Pause();
    }

    /// <summary>News came without being asked for.</summary>
    internal void Arrive(DateTimeOffset now, int items)
    {
        PolledAt = SucceededAt = now;
        if (items > 0) ItemAt = now;
        FailuresInARow = 0;
        Failure = FailureSentence = null;
    }

    internal void Pause()
    {
        Paused = true;
        DueAt = null;
    }

    /// <summary>Asked at the next look, unless it is paused or comes by itself.</summary>
    internal void AskAt(DateTimeOffset when) => DueAt = Paused || !IsAsked ? null : when;

    /// <summary>Remembers where it says to have moved for good; true when it has said so twice and may be followed.</summary>
    internal bool MovesTo(Uri? moved)
    {
        if (moved is null || moved.AbsoluteUri.Length > LongestUrl || !MayMoveTo(moved))
        {
            MovedTo = null;
            return false;
        }
        var again = MovedTo == moved.AbsoluteUri;
        MovedTo = moved.AbsoluteUri;
        return again;
    }

    /// <summary>Twice as late each time, up to an hour.</summary>
    internal TimeSpan BackOff(double spread)
    {
        var first = Interval > ShortestBackOff ? Interval : ShortestBackOff;
        var seconds = first.TotalSeconds * Math.Pow(2, Math.Clamp(FailuresInARow - 1, 0, 12));
        return TimeSpan.FromSeconds(Math.Min(LongestBackOff.TotalSeconds, seconds) * (0.8 + (0.2 * spread)));
    }

    /// <summary>The password belongs to the place it was given for: a redirect can't take it along. Nor can it take the encryption away.</summary>
    private bool MayMoveTo(Uri moved) =>
        Uri.TryCreate(Url, UriKind.Absolute, out var old)
        && (moved.Scheme == Uri.UriSchemeHttps || old.Scheme == Uri.UriSchemeHttp)
        && (Password is null || WebAddress.SameOrigin(old, moved) || (old.IsDefaultPort && moved.IsDefaultPort && old.IdnHost == moved.IdnHost));

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}
