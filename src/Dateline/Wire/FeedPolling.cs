using Dateline.Formats;
using Dateline.Foundation.Fetching;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Wire;

/// <summary>Asks each feed when it is due, takes what is new in batches, and sets the next time in the same write.</summary>
internal sealed class FeedPolling(DatelineDbFactory databases, Writes writes, Fetcher fetcher, FeedSecrets secrets, TimeProvider clock, ILogger<FeedPolling> log)
    : DueWork<Feed>(databases, writes, clock, log)
{
    private const int Batch = 50;
    private const string Accept = "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.1";
    private readonly DatelineDbFactory _databases = databases;
    private readonly Writes _writes = writes;
    private readonly TimeProvider _clock = clock;

    protected override async Task Do(Guid id, CancellationToken cancel)
    {
        Feed? feed;
        await using (var db = _databases.Open()) feed = await db.Feeds.FirstOrDefaultAsync(row => row.Id == id, cancel);
        if (feed is null || feed.Paused) return;
        await Finish(feed, await Poll(feed, cancel), cancel);
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
            case NotModified same: return new Polled(null) { Head = same.Head, Unchanged = true };
            case Opened opened:
                await using (opened)
                {
                    try
                    {
                        return await Take(feed, opened, cancel);
                    }
                    catch (FetchException failure)
                    {
                        return new Polled(failure.Failure); // what was taken so far is kept; the rest comes next time
                    }
                }
            default: throw new InvalidOperationException("The fetcher gave an outcome that nobody knows.");
        }
    }

    private async Task<Polled> Take(Feed feed, Opened opened, CancellationToken cancel)
    {
        FeedHead? head = null;
        Reject? notAFeed = null;
        var items = 0;
        var batch = new List<FeedPart>(Batch);
        var options = new FeedReadOptions { BaseUri = opened.Head.FinalUri, DeclaredCharset = opened.Head.Charset, Clock = _clock };
        await foreach (var part in FeedReader.ReadAsync(opened.Body, options, cancel))
        {
            if (part is FeedHead found)
            {
                head = found;
                continue;
            }
            if (part is Reject { Code: RejectCode.NotAFeed or RejectCode.Empty } reject)
            {
                notAFeed = reject;
                continue;
            }
            batch.Add(part);
            if (batch.Count < Batch) continue;
            items += await Write(feed, batch, cancel);
            batch.Clear();
        }
        if (batch.Count > 0) items += await Write(feed, batch, cancel);
        return notAFeed is not null && head is null
            ? new Polled(new FetchFailure(FetchFailureKind.BadResponse, notAFeed.Reason))
            : new Polled(null) { Head = opened.Head, Feed = head, Items = items };
    }

    private async Task<int> Write(Feed feed, List<FeedPart> parts, CancellationToken cancel) =>
        (await _writes.Run(async (db, stop) =>
        {
            var receiving = new Receiving(db, feed, _clock.Now());
            foreach (var part in parts) await receiving.Take(part, stop);
            return receiving.Taken;
        }, cancel)).Value;

    private async Task Finish(Feed polled, Polled result, CancellationToken cancel) =>
        await _writes.Run(async (db, stop) =>
        {
            if (await db.Set<Feed>().AsTracking().FirstOrDefaultAsync(row => row.Id == polled.Id, stop) is not { } feed) return;
            var now = _clock.Now();
            var was = feed.Failure;
            feed.LeasedUntil = null;
            feed.PolledAt = now;
            if (result.Failure is { } failure)
            {
                feed.FailuresInARow++;
                feed.Failure = failure.Kind.ToString();
                feed.FailureSentence = failure.Sentence;
                feed.Paused = failure.Kind == FetchFailureKind.Gone; // 410: it asks not to be asked again
                var again = now + feed.BackOff(Random.Shared.NextDouble());
                feed.DueAt = feed.Paused ? null : failure.RetryAfter is { } after && after > again ? Earlier(after, now + Feed.LongestInterval) : again;
            }
            else
            {
                feed.FailuresInARow = 0;
                feed.Failure = feed.FailureSentence = null;
                feed.SucceededAt = now;
                if (result.Items > 0) feed.ItemAt = now;
                if (!result.Unchanged) (feed.ETag, feed.LastModified) = (result.Head?.ETag, result.Head?.LastModified);
                // A feed with a password isn't moved by its sender's word: the password would go to wherever it says.
                if (feed.Password is null && result.Head?.PermanentlyMovedTo is { } moved && !await db.Set<Feed>().AnyAsync(other => other.Url == moved.AbsoluteUri, stop)) feed.Url = moved.AbsoluteUri;
                feed.DueAt = now + TimeSpan.FromSeconds(Math.Max(feed.IntervalSeconds, Feed.ShortestInterval.TotalSeconds));
            }
            if (was != feed.Failure) db.Journal.Add(new FeedHealthChanged(feed.Id));
        }, cancel);

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    private sealed record Polled(FetchFailure? Failure)
    {
        public ResponseHead? Head { get; init; }

        public FeedHead? Feed { get; init; }

        public bool Unchanged { get; init; }

        public int Items { get; init; }
    }
}

/// <summary>The inner addresses that the operator allowed a feed: "127.0.0.1:8080, wire.internal:443".</summary>
internal static class PrivatePlaces
{
    public static IReadOnlySet<HostPort> Of(string? places) =>
        (places ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(place => Uri.TryCreate("http://" + place, UriKind.Absolute, out var uri) ? HostPort.Of(uri) : (HostPort?)null)
            .OfType<HostPort>().ToHashSet();
}
