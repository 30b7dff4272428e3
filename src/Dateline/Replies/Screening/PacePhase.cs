using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Screening;

/// <summary>
/// How much one network, one address and everybody under one story send, and slow mode: how soon after one reply of a sender the
/// next may come. The write counts once more, so that those who come at once are counted too.
/// </summary>
internal sealed class PacePhase(DatelineDbFactory databases, SendingLimits limits) : IPhase
{
    public const string Flood = "flood", Slow = "slow", TooMany = "too-many";

    public string Name => "pace";

    public int Version => 1;

    /// <summary>The score of a refusal is the seconds to wait.</summary>
    public async ValueTask<Finding> Look(Candidate candidate, CancellationToken cancel)
    {
        await using var db = databases.Open();
        var (now, sender) = (candidate.Now, candidate.Sender);
        var hour = await SendingCount.OfHour(db, candidate.Story.Key, sender.Network, sender.Address, now, cancel);
        var minute = SendingCount.MinuteOf(now);
        var wait = Math.Max(
            Wait(hour, SendingCount.Network(sender.Network), limits.NetworkInAMinute, limits.NetworkInAnHour, now),
            Wait(hour, SendingCount.Address(sender.Address), limits.AddressInAMinute, limits.AddressInAnHour, now));
        if (wait > 0) return this.Refuse(TooMany, wait);
        if (hour.Where(row => row.Key.StartsWith("s:", StringComparison.Ordinal) && row.Minute == minute).Sum(row => row.Count) >= limits.StoryInAMinute)
            return this.Refuse(Flood, RestOfMinute(now));
        return candidate.Discussion.Slow > TimeSpan.Zero && !candidate.IsEdit ? await LookSlowly(db, candidate, cancel) : this.Pass();
    }

    private async Task<Finding> LookSlowly(DatelineDb db, Candidate candidate, CancellationToken cancel)
    {
        var (story, network, address) = (candidate.Story.Id, candidate.Sender.Network, candidate.Sender.Address);
        var since = candidate.Now - candidate.Discussion.Slow;
        var last = await db.Set<ReplyTrace>().Where(trace => trace.NetworkKey == network && trace.At > since && trace.StoryId == story).MaxAsync(trace => (DateTimeOffset?)trace.At, cancel)
            ?? await db.Set<Reply>().Where(reply => reply.AddressKey == address && reply.SubmittedAt > since && reply.StoryId == story).MaxAsync(reply => (DateTimeOffset?)reply.SubmittedAt, cancel);
        return last is { } before ? this.Refuse(Slow, Math.Ceiling((before + candidate.Discussion.Slow - candidate.Now).TotalSeconds)) : this.Pass();
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
