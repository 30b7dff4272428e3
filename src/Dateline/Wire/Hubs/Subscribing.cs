using System.Globalization;
using System.Text;
using Dateline.Foundation.Fetching;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Wire.Hubs;

/// <summary>Asks hubs: to subscribe, to renew before the lease ends, to leave (WebSub, section 5.1). Their word comes back to <see cref="HubRoute"/>.</summary>
internal sealed class Subscribing(DatelineDbFactory databases, Writes writes, Fetcher fetcher, FeedSecrets secrets, DatelineOptions options, TimeProvider clock, ILogger<Subscribing> log)
    : DueWork<Subscription>(databases, writes, clock, log)
{
    private readonly Writes _writes = writes;
    private readonly TimeProvider _clock = clock;

    protected override async Task Do(Guid id, CancellationToken cancel)
    {
        // Written before the hub is asked: some verify while they are being asked.
        var (row, feed) = (await _writes.Run(async (db, stop) =>
        {
            if (await db.Set<Subscription>().AsTracking().FirstOrDefaultAsync(one => one.Id == id, stop) is not { } found) return (null, null);
            found.Ask(_clock.Now());
            found.LeasedUntil = null;
            return (found.DueAt is null ? null : found, await db.Feeds.FirstOrDefaultAsync(one => one.Id == found.FeedId, stop));
        }, cancel)).Value;
        if (row is null || feed is null) return;
        if (await Ask(row, feed, cancel) is { } failure) await Note(id, failure, cancel);
    }

    private async Task<string?> Ask(Subscription row, Feed feed, CancellationToken cancel)
    {
        if (!Uri.TryCreate(row.Hub, UriKind.Absolute, out var hub)) return N("The hub's address is no address.");
        if (secrets.Open(row.Secret) is not { } secret) return N("The key to the subscription's secret is gone.");
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["hub.mode"] = row.State == SubscriptionState.Leaving ? "unsubscribe" : "subscribe",
            ["hub.topic"] = row.Topic,
            ["hub.callback"] = new Uri(options.PublicUrl, HubRoute.Path(row.Token)).AbsoluteUri,
            ["hub.secret"] = secret,
            ["hub.lease_seconds"] = Subscription.WishedLease.TotalSeconds.ToString(CultureInfo.InvariantCulture),
        };
        using var content = new FormUrlEncodedContent(form);
        var outcome = await fetcher.FetchAsync(new FetchRequest(hub)
        {
            Method = HttpMethod.Post,
            Content = new FetchContent(Encoding.UTF8.GetBytes(await content.ReadAsStringAsync(cancel)), "application/x-www-form-urlencoded"),
            MaxBytes = 64 << 10,
            AllowPrivate = PrivatePlaces.Of(feed.AllowPrivate),
        }, cancel);
        return (outcome as FetchFailure)?.Sentence;
    }

    private Task Note(Guid id, string failure, CancellationToken cancel) =>
        _writes.Run(async (db, stop) =>
        {
            // It may have been verified all the same, before its answer was lost.
            if (await db.Set<Subscription>().AsTracking().FirstOrDefaultAsync(one => one.Id == id && one.Attempts > 0, stop) is not { } row) return;
            row.Failure = failure;
            db.Journal.Add(new FeedHealthChanged(row.FeedId));
        }, cancel);
}
