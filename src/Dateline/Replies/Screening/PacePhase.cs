using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Screening;

/// <summary>
/// How much one sender and everybody under one story send, and slow mode: how soon after one reply of a sender the next may come. A sender is
/// who proved an address, or a network; a typed address has no say in what is refused, because the answer would tell of its owner, and lock them
/// out. The write counts once more, so that those who come at once are counted too.
/// </summary>
internal sealed class PacePhase(DatelineDbFactory databases, SendingLimits limits) : IPhase
{
    public const string Flood = "flood", Slow = "slow", TooMany = "too-many", BusyAddress = "busy-address";

    private const string Phase = "pace";
    private const int JudgesSince = 2;

    public string Name => Phase;

    public int Version => JudgesSince;

    /// <summary>The score of a refusal is the seconds to wait.</summary>
    public async ValueTask<Finding> Look(Candidate candidate, CancellationToken cancel)
    {
        await using var db = databases.Open();
        var now = candidate.Now;
        var hour = await SendingCount.OfHour(db, candidate, cancel);
        var minute = SendingCount.MinuteOf(now);
        var wait = candidate.IsProved ? Wait(hour, SendingCount.Sender(candidate), limits.AddressInAMinute, limits.AddressInAnHour, now)
            : Wait(hour, SendingCount.Sender(candidate), limits.NetworkInAMinute, limits.NetworkInAnHour, now);
        if (wait > 0) return this.Refuse(TooMany, wait);
        if (hour.Where(row => row.Key.StartsWith("s:", StringComparison.Ordinal) && row.Minute == minute).Sum(row => row.Count) >= limits.StoryInAMinute)
            return this.Refuse(Flood, RestOfMinute(now));
        if (candidate.IsEdit) return this.Pass();
        if (await LookSlowly(db, candidate, candidate.Discussion.Slow, cancel) is { } slow) return slow;
        return !candidate.IsProved && Wait(hour, SendingCount.Address(candidate.Sender.Address), limits.AddressInAMinute, limits.AddressInAnHour, now) > 0
            ? this.Hold(BusyAddress) : this.Pass();
    }

    /// <summary>The same look at slow mode within the write: of replies that one sends at once the pipeline has seen none of the others.</summary>
    public static async Task<Screened> Again(DatelineDb db, Candidate candidate, Screened screened, Discussion discussion, CancellationToken cancel) =>
        await LookSlowly(db, candidate, discussion.Slow, cancel) is { } found ? screened.With(found) : screened;

    /// <summary>Who is known waits for their own reply before. Everybody else is known by a network, which may be a town's: nobody there is refused for what a neighbour wrote.</summary>
    private static async Task<Finding?> LookSlowly(DatelineDb db, Candidate candidate, TimeSpan apart, CancellationToken cancel)
    {
        if (apart <= TimeSpan.Zero) return null;
        var (story, network, since) = (candidate.Story.Id, candidate.Sender.Network, candidate.Now - apart);
        if (candidate.KnownReader is { } reader)
        {
            var last = await db.Set<Reply>().Where(reply => reply.ReaderId == reader && reply.SubmittedAt > since && reply.StoryId == story).MaxAsync(reply => (DateTimeOffset?)reply.SubmittedAt, cancel);
            return last is { } before ? new Finding(Phase, JudgesSince, Says.Refuse, Slow, Math.Ceiling((before - since).TotalSeconds)) : null;
        }
        return await db.Set<ReplyTrace>().AnyAsync(trace => trace.NetworkKey == network && trace.At > since && trace.StoryId == story, cancel) ? new Finding(Phase, JudgesSince, Says.Hold, Slow) : null;
    }

    private static double Wait(IReadOnlyList<SendingCount> hour, string key, int inAMinute, int inAnHour, DateTimeOffset now)
    {
        var (sum, here, first, minute) = (0, 0, long.MaxValue, SendingCount.MinuteOf(now));
        foreach (var row in hour)
        {
            if (row.Key != key || row.Count == 0) continue;
            sum += row.Count;
            if (row.Minute == minute) here = row.Count;
            first = Math.Min(first, row.Minute);
        }
        return sum >= inAnHour ? 60 * Math.Max(1, first + SendingCount.MinutesKept - minute) : here >= inAMinute ? RestOfMinute(now) : 0;
    }

    public static int RestOfMinute(DateTimeOffset now) => (int)(60 - now.ToUnixTimeSeconds() % 60);
}
