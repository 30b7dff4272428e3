using Dateline.Foundation.Fetching;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.Wire.Hubs;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Wire.Web;

/// <summary>Asks an address of the web, conditionally; follows it when it moves, ends when it ends.</summary>
internal sealed class WebCollecting(WireReading reading, Fetcher fetcher, FeedSecrets secrets, HubNews hubs, TimeProvider clock) : ICollecting
{
    private const string Accept = "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.1";

    public Transport Transport => Transport.Web;

    public async Task<Collected> Collect(Feed feed, CancellationToken cancel)
    {
        if (!Uri.TryCreate(feed.Url, UriKind.Absolute, out var uri)) return new Collected(new FetchFailure(FetchFailureKind.BadUri, N("The feed's address is no address.")));
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
            case FetchFailure failure: return new Collected(failure);
            case NotModified same:
                return new Collected(null)
                {
                    Rest = same.Head.FreshFor,
                    Remember = async (db, row, stop) =>
                    {
                        await Move(db, row, same.Head.PermanentlyMovedTo, stop);
                        await hubs.Rest(db, row, stop);
                    },
                };
            case Opened opened:
                await using (opened) return await Read(feed, opened, cancel);
            default: throw new InvalidOperationException("The fetcher gave an outcome that nobody knows.");
        }
    }

    private async Task<Collected> Read(Feed feed, Opened opened, CancellationToken cancel)
    {
        var head = opened.Head;
        await using var body = await ReadAhead.Of(opened.Body, SentDocument.Longest, cancel);
        var arrival = body.Whole is { } whole ? new Arrival(feed, whole, clock.Now(), head.FinalUri, head.Charset) : null;
        var read = await reading.Read(feed, body, head.FinalUri, head.Charset, cancel, arrival);
        if (read.NotNews is { } reject && read.Head is null)
            return new Collected(new FetchFailure(FetchFailureKind.BadResponse, $"{new Uri(feed.Url).Host} answered, but not with a feed. {reject.Reason}")) { Items = read.Items };
        if (read is { IsUnread: true, NotNews: { } unread }) return new Collected(new FetchFailure(FetchFailureKind.BadResponse, unread.Reason)) { Items = read.Items };
        if (read.Broken is { } broken) return new Collected(broken) { Items = read.Items }; // what came before is kept; the rest comes next time
        if (read.Cut) return new Collected(TooMany(new Uri(feed.Url).Host)) { Items = read.Items };
        return new Collected(null)
        {
            Items = read.Items,
            Rest = Longer(read.Head?.TimeToLive, head.FreshFor),
            Remember = async (db, row, stop) =>
            {
                // What broke off is asked for whole next time: "not modified" would keep the rest from us.
                if (read.Head is not null) (row.ETag, row.LastModified) = read.BrokeOff ? (null, null) : (head.ETag, head.LastModified);
                await Move(db, row, head.PermanentlyMovedTo, stop);
                if (read.Head is { Expired: true }) End(row);
                if (read.Head is not null) await hubs.Note(db, row, row.Paused ? null : hubs.Announced(feed, head, read.Head), stop);
            },
        };
    }

    /// <summary>No honest feed is so long: it has lost its end, or means us no good, and is asked less and less often.</summary>
    private static FetchFailure TooMany(string host) => new(FetchFailureKind.TooLarge, string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"{host} sent too many items; the first {WireReading.MostItems:N0} were taken, the rest was not read."));

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
        (feed.Failure, feed.FailureSentence) = ("Expired", N("The sender says that this feed is finished and will bring nothing more."));
        feed.Pause();
    }

    private static TimeSpan? Longer(TimeSpan? a, TimeSpan? b) => a is null || b > a ? b : a;
}
