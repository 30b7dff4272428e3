using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.Stories;
using Dateline.Wire;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Desk.Sources;

/// <summary>What an administrator sets on a feed, within a write. The inner network isn't among it: that is the operator's.</summary>
internal static class FeedChanges
{
    public const int LongestSecret = 256;

    public static Task<Refusal?> Schedule(DatelineDb db, Guid id, string edition, int intervalSeconds, DateTimeOffset now, CancellationToken cancel) =>
        With(db, id, async feed =>
        {
            if (!await db.Editions.AnyAsync(one => one.Code == edition, cancel)) return new Refusal("edition", T("There is no such edition."));
            feed.Edition = edition;
            feed.IntervalSeconds = (int)Math.Clamp(intervalSeconds, Feed.ShortestInterval.TotalSeconds, Feed.LongestInterval.TotalSeconds);
            feed.AskAt(now);
            return null;
        }, cancel);

    /// <param name="hidden">The password as it is kept, encrypted; null: no credentials any more.</param>
    public static Task<Refusal?> SetCredentials(DatelineDb db, Guid id, string? user, string? hidden, DateTimeOffset now, CancellationToken cancel) =>
        With(db, id, feed =>
        {
            (feed.UserName, feed.Password) = hidden is null ? (null, null) : (user, hidden);
            feed.AskAt(now);
            return Task.FromResult<Refusal?>(null);
        }, cancel);

    /// <summary>
    /// Asks for the whole feed anew, as if it had never been read: for pieces too large to be kept whole, and for feeds
    /// that were mended. What still can't be taken comes back with its reason.
    /// </summary>
    public static Task<Refusal?> ReadAgain(DatelineDb db, Guid id, DateTimeOffset now, CancellationToken cancel) =>
        With(db, id, async feed =>
        {
            if (feed.Paused) return new Refusal("", T("The feed is paused. Resume it first."));
            (feed.ETag, feed.LastModified) = (null, null);
            feed.AskAt(now);
            await db.Quarantine.Where(row => row.FeedId == id && row.ReplayedAt == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.ReplayedAt, now), cancel);
            return null;
        }, cancel);

    private static async Task<Refusal?> With(DatelineDb db, Guid id, Func<Feed, Task<Refusal?>> change, CancellationToken cancel)
    {
        if (await db.Feeds.AsTracking().FirstOrDefaultAsync(feed => feed.Id == id, cancel) is not { } feed) return new Refusal("", T("There is no such feed."));
        if (await change(feed) is { } refusal) return refusal;
        db.Journal.Add(new FeedHealthChanged(id));
        return null;
    }
}
