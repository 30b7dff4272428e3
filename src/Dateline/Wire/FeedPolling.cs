using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Wire;

/// <summary>
/// Asks each feed when it is due, by the way of its transport, and sets the next time. How far it got is kept only
/// after all it brought is kept: a crash in between asks again, and taking a thing twice changes nothing.
/// </summary>
internal sealed class FeedPolling(DatelineDbFactory databases, Writes writes, IEnumerable<ICollecting> ways, TimeProvider clock, ILogger<FeedPolling> log)
    : DueWork<Feed>(databases, writes, clock, log)
{
    private readonly Dictionary<Transport, ICollecting> _ways = ways.ToDictionary(way => way.Transport);
    private readonly DatelineDbFactory _databases = databases;
    private readonly Writes _writes = writes;
    private readonly TimeProvider _clock = clock;

    protected override async Task Do(Guid id, CancellationToken cancel)
    {
        Feed? feed;
        await using (var db = _databases.Open()) feed = await db.Feeds.FirstOrDefaultAsync(row => row.Id == id, cancel);
        if (feed is not null) await Finish(feed, feed.Paused || !_ways.TryGetValue(feed.Transport, out var way) ? null : await way.Collect(feed, cancel), cancel);
    }

    /// <param name="result">Null: it was paused meanwhile, or comes by itself, and is left alone.</param>
    private async Task Finish(Feed polled, Collected? result, CancellationToken cancel) =>
        await _writes.Run(async (db, stop) =>
        {
            if (await db.Set<Feed>().AsTracking().FirstOrDefaultAsync(row => row.Id == polled.Id, stop) is not { } feed) return;
            var now = _clock.Now();
            var (was, asked) = (feed.Failure, feed.DueAt);
            feed.LeasedUntil = null;
            if (result?.Items > 0) feed.ItemAt = now;
            if (result?.Failure is { } failure) feed.Fail(failure, now, Random.Shared.NextDouble());
            else if (result is not null)
            {
                feed.Succeed(now, result.Rest);
                if (result.More) feed.DueAt = now;
            }
            if (result?.Remember is { } remember) await remember(db, feed, stop);

            // Somebody asked for it anew, changed it or paused it while we were at it: that stands.
            if (feed.Paused || !feed.IsAsked) feed.DueAt = null;
            else if (asked != polled.DueAt && asked is not null) (feed.DueAt, feed.ETag, feed.LastModified) = (asked, null, null);
            if (was != feed.Failure) db.Journal.Add(new FeedHealthChanged(feed.Id));
        }, cancel);
}
