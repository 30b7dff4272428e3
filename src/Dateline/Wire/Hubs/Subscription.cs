using System.Buffers.Text;
using System.Security.Cryptography;
using Dateline.Foundation.Journal;

namespace Dateline.Wire.Hubs;

public enum SubscriptionState
{
    /// <summary>The hub is to be asked, or was asked and hasn't verified yet.</summary>
    Asking,

    /// <summary>It verified: news comes by itself.</summary>
    Active,

    /// <summary>It said no; it is asked again in a day.</summary>
    Denied,

    /// <summary>We want no more, and say so.</summary>
    Leaving,

    Ended,
}

/// <summary>
/// Our place at a WebSub hub (W3C Recommendation of 23 January 2018) that announces a feed of ours. It has a due time of
/// its own: to ask, to ask again, to renew the lease before it ends, to leave. Polling goes on beneath it.
/// </summary>
public sealed class Subscription : IDue
{
    /// <summary>The lease we ask for; the hub has the last word.</summary>
    public static readonly TimeSpan WishedLease = TimeSpan.FromDays(7);

    /// <summary>However short a lease, the hub is asked no more often. Between its end and the next asking the feed is polled at its own pace.</summary>
    public static readonly TimeSpan LeastBetween = TimeSpan.FromSeconds(30);

    public static readonly TimeSpan LongestLease = TimeSpan.FromDays(30);

    /// <summary>How long a hub may take to verify before it is asked again.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>How often a feed is polled while its hub delivers: what a hub loses comes so much later at most.</summary>
    public static readonly TimeSpan NetBelow = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan LongestBackOff = TimeSpan.FromHours(6);
    private static readonly TimeSpan AfterDenial = TimeSpan.FromDays(1);

    public required Guid Id { get; init; }

    public required Guid FeedId { get; init; }

    public required string Hub { get; set; }

    /// <summary>What the hub knows the feed by: its own word for itself.</summary>
    public required string Topic { get; set; }

    /// <summary>The end of the callback's address, which nobody can guess.</summary>
    public required string Token { get; init; }

    /// <summary>What the hub signs with; encrypted.</summary>
    public required string Secret { get; init; }

    public SubscriptionState State { get; set; }

    public DateTimeOffset? DueAt { get; set; }

    public DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>When the hub's own lease on us ends.</summary>
    public DateTimeOffset? EndsAt { get; set; }

    public DateTimeOffset? DeliveredAt { get; set; }

    /// <summary>Deliveries whose signature was wrong or missing; they were ignored.</summary>
    public int BadSignatures { get; set; }

    public int Attempts { get; set; }

    /// <summary>What went wrong last, for a person.</summary>
    public string? Failure { get; set; }

    public bool IsActive(DateTimeOffset now) => State == SubscriptionState.Active && EndsAt > now;

    /// <summary>Whether it delivers for long enough to let the feed rest: the last fifth of a lease is for renewing it.</summary>
    public bool IsLong(DateTimeOffset now) => IsActive(now) && EndsAt - now >= NetBelow * 0.2;

    /// <summary>How long the feed need not be polled: while the hub delivers, and no longer than its lease.</summary>
    internal TimeSpan RestFrom(DateTimeOffset now) => !IsActive(now) ? TimeSpan.Zero : EndsAt - now < NetBelow ? EndsAt!.Value - now : NetBelow;

    /// <summary>Whether the hub's word may still come: also while a renewal or a farewell is under way.</summary>
    public bool Listens(DateTimeOffset now) => State != SubscriptionState.Ended && EndsAt > now;

    internal static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));

    /// <summary>The feed names another hub or calls itself otherwise: begin anew there.</summary>
    internal void Turn(string hub, string topic, DateTimeOffset now)
    {
        (Hub, Topic, State, DueAt, EndsAt, Attempts, Failure) = (hub, topic, SubscriptionState.Asking, now, null, 0, null);
    }

    internal void Leave(DateTimeOffset now)
    {
        if (State is SubscriptionState.Ended or SubscriptionState.Leaving) return;
        (State, Attempts, Failure) = (EndsAt > now ? SubscriptionState.Leaving : SubscriptionState.Ended, 0, null);
        DueAt = State == SubscriptionState.Leaving ? now : null;
    }

    /// <summary>About to ask: if no verification comes in time, it is asked again, ever later. A lease runs on meanwhile.</summary>
    internal void Ask(DateTimeOffset now)
    {
        Attempts++;
        var again = Patience * Math.Pow(2, Math.Clamp(Attempts - 1, 0, 6));
        DueAt = now + (again < LongestBackOff ? again : LongestBackOff);
        if (State is SubscriptionState.Denied) State = SubscriptionState.Asking;
        // A hub that never confirms our leaving is left all the same when the lease ends.
        if (State == SubscriptionState.Leaving && !(EndsAt > now)) (State, DueAt) = (SubscriptionState.Ended, null);
    }

    internal void Verified(TimeSpan lease, DateTimeOffset now)
    {
        if (lease > LongestLease) lease = LongestLease;
        (State, EndsAt, Attempts, Failure) = (SubscriptionState.Active, now + lease, 0, null);
        var renewal = lease * 0.8; // there is time to try a few times
        DueAt = now + (renewal > LeastBetween ? renewal : LeastBetween);
    }

    internal void Denied(string? reason, DateTimeOffset now)
    {
        (State, EndsAt, DueAt) = (SubscriptionState.Denied, null, now + AfterDenial);
        Failure = reason is null ? N("The hub refuses the subscription.") : $"The hub refuses the subscription: {reason}";
    }

    internal void Left() => (State, DueAt, EndsAt) = (SubscriptionState.Ended, null, null);
}
