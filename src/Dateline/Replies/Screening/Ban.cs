using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Screening;

public enum BanKind
{
    Name,

    /// <summary>What anybody types under an address, and didn't prove. It waits, whatever the effect: the address may be somebody else's.</summary>
    Address,
    Network,

    /// <summary>Who proved an address. What others type under it waits.</summary>
    Reader,
}

public enum BanEffect
{
    /// <summary>Replies aren't taken, and their writer is told so: nobody is banned without knowing it.</summary>
    Refuse,

    /// <summary>Replies wait, whatever the mode.</summary>
    Hold,
}

/// <summary>A name, an address, a reader or a network whose replies aren't taken, or always wait.</summary>
public sealed class Ban
{
    public const int LongestNote = 1_000;

    /// <summary>So long after it ran out it is still in the list, for whoever wonders; then its key of a name, an address or a network goes. That it was made stays in the log.</summary>
    public static readonly TimeSpan Term = TimeSpan.FromDays(30);

    public required Guid Id { get; init; }

    public required BanKind Kind { get; init; }

    /// <summary>One of <see cref="SenderKeys"/>.</summary>
    public required string Key { get; init; }

    public required BanEffect Effect { get; init; }

    /// <summary>What it does: of an address as it is typed nothing is refused, also by a ban that was made when it was.</summary>
    public BanEffect InForce => Kind == BanKind.Address ? BanEffect.Hold : Effect;

    /// <summary>What moderators call it: the name that stood under the reply it was made from. "" when the writer of that reply had it erased.</summary>
    public required string Label { get; init; }

    /// <summary>The reply it was made from; null for one made by hand.</summary>
    public Guid? ReplyId { get; init; }

    public string? Note { get; init; }

    /// <summary>Null: until somebody lifts it.</summary>
    public DateTimeOffset? Until { get; init; }

    public required Guid By { get; init; }

    public required DateTimeOffset At { get; init; }

    internal static Task<int> Forget(DatelineDb db, DateTimeOffset from, DateTimeOffset before, int most, CancellationToken cancel) =>
        db.Set<Ban>().Where(ban => ban.Until <= before).OrderBy(ban => ban.Until).Take(most).ExecuteDeleteAsync(cancel);
}

/// <summary>A ban was made or lifted.</summary>
public sealed record BansChanged : Fact
{
    public override IEnumerable<string> Subjects => [];
}
