using Dateline.Formats;
using Dateline.Foundation.Fetching;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Wire;

/// <summary>
/// Asks each feed when it is due, takes what is new, and sets the next time. Its ETag is kept only after all it
/// brought is kept: a crash in between asks again, and taking a thing twice changes nothing.
/// </summary>
internal sealed class FeedPolling(DatelineDbFactory databases, Writes writes, Fetcher fetcher, FeedSecrets secrets, TimeProvider clock, ILogger<FeedPolling> log)
    : DueWork<Feed>(databases, writes, clock, log)
{
    private const int MostItems = 20_000;
    private const int LongestItem = 1 << 20;
    private const string Accept = "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.1";
    private readonly DatelineDbFactory _databases = databases;
    private readonly Writes _writes = writes;
    private readonly TimeProvider _clock = clock;

    protected override async Task Do(Guid id, CancellationToken cancel)
    {
        Feed? feed;
        await using (var db = _databases.Open()) feed = await db.Feeds.FirstOrDefaultAsync(row => row.Id == id, cancel);
        if (feed is not null) await Finish(feed, feed.Paused ? null : await Poll(feed, cancel), cancel);
    }

    private async Task<Polled> Poll(Feed feed, CancellationToken cancel)
    {
        if (!Uri.TryCreate(feed.Url, UriKind.Absolute, out var uri)) return new Polled(new FetchFailure(FetchFailureKind.BadUri, "The feed's address is no address."));
        var outcome = await fetcher.OpenAsync(new FetchRequest(uri)
        {
            Accept = Accept,
            ETag = feed.ETag,
            IfModifiedSince = feed.LastModified,
            Credentials = secrets.Of(feed, uri),
            AllowPrivate = PrivatePlaces.Of(feed.AllowPrivate),
        }, cancel);
        switch (outcome)
        {
            case FetchFailure failure: return new Polled(failure);
            case NotModified same: return new Polled(null) { Head = same.Head };
            case Opened opened:
                await using (opened) return await Read(feed, opened, cancel);
            default: throw new InvalidOperationException("The fetcher gave an outcome that nobody knows.");
        }
    }

    private async Task<Polled> Read(Feed feed, Opened opened, CancellationToken cancel)
    {
        FeedHead? head = null;
        Reject? notAFeed = null;
        var broken = false;
        FetchFailure? failure = null;
        var intake = new FeedIntake(feed, _databases, _writes, _clock, log);
        var options = new NewsReadOptions { BaseUri = opened.Head.FinalUri, DeclaredCharset = opened.Head.Charset, MaxItems = MostItems, MaxItemChars = LongestItem, Clock = _clock };
        try
        {
            await foreach (var part in NewsReader.ReadAsync(opened.Body, options, cancel))
            {
                broken |= part is NewsItem { IsTruncated: true };
                if (part is FeedHead found) head = found;
                else if (part is Reject { Code: RejectCode.NotAFeed } reject) notAFeed = reject;
                else await intake.Take(part, cancel);
            }
        }
        catch (FetchException gaveUp)
        {
            failure = gaveUp.Failure; // what came before is kept; the rest comes next time
        }
        await intake.Flush(cancel);
        if (notAFeed is not null && head is null) failure = new FetchFailure(FetchFailureKind.BadResponse, $"{new Uri(feed.Url).Host} answered, but not with a feed. {notAFeed.Reason}");
        return new Polled(failure) { Head = opened.Head, Feed = head, IsBroken = broken, Items = intake.Taken };
    }

    /// <param name="result">Null: it was paused meanwhile, and is left alone.</param>
    private async Task Finish(Feed polled, Polled? result, CancellationToken cancel) =>
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
                feed.Succeed(now, Longer(result.Feed?.TimeToLive, result.Head?.FreshFor));
                // What broke off is asked for whole next time: "not modified" would keep the rest from us.
                if (result.Feed is not null) (feed.ETag, feed.LastModified) = result.IsBroken ? (null, null) : (result.Head?.ETag, result.Head?.LastModified);
                await Move(db, feed, result.Head?.PermanentlyMovedTo, stop);
                if (result.Feed is { Expired: true }) End(feed);
            }

            // Somebody asked for it anew, changed it or paused it while we were at it: that stands.
            if (feed.Paused) feed.DueAt = null;
            else if (asked != polled.DueAt && asked is not null) (feed.DueAt, feed.ETag, feed.LastModified) = (asked, null, null);
            if (was != feed.Failure) db.Journal.Add(new FeedHealthChanged(feed.Id));
        }, cancel);

    private static async Task Move(DatelineDb db, Feed feed, Uri? moved, CancellationToken cancel)
    {
        if (!feed.MovesTo(moved) || await db.Set<Feed>().AnyAsync(other => other.Url == moved!.AbsoluteUri, cancel)) return;
        feed.Url = moved!.AbsoluteUri;
        feed.MovedTo = null;
        db.Journal.Add(new FeedHealthChanged(feed.Id));
    }

    /// <summary>JSON Feed 1.1, "expired": there will never be another item.</summary>
    private static void End(Feed feed)
    {
        (feed.Failure, feed.FailureSentence) = ("Expired", "The sender says that this feed is finished and will bring nothing more.");
        feed.Pause();
    }

    private static TimeSpan? Longer(TimeSpan? a, TimeSpan? b) => a is null || b > a ? b : a;

    private sealed record Polled(FetchFailure? Failure)
    {
        public ResponseHead? Head { get; init; }

        /// <summary>What the feed says about itself; null when it wasn't read.</summary>
        public FeedHead? Feed { get; init; }

        /// <summary>It ended within an entry.</summary>
        public bool IsBroken { get; init; }

        public int Items { get; init; }
    }
}
