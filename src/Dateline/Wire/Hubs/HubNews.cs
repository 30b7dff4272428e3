using Dateline.Foundation.Fetching;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Wire.Hubs;

/// <summary>What a poll tells of hubs: the feed names one, another, or none any more.</summary>
internal sealed class HubNews(FeedSecrets secrets, DatelineOptions options, TimeProvider clock)
{
    /// <summary>WebSub, section 4: the Link headers first, then the feed itself. With several hubs the first: one copy is enough.</summary>
    public (Uri Hub, Uri Topic)? Announced(Feed feed, ResponseHead head, Formats.FeedHead? read)
    {
        var hub = Web(head.Links.FirstOrDefault(link => link.Is("hub"))?.Target.AbsoluteUri ?? (read?.HubLinks is [var named, ..] ? named : null), head.FinalUri);
        if (hub is null || !Reaches(hub, feed)) return null;
        return (hub, Web(head.Links.FirstOrDefault(link => link.Is("self"))?.Target.AbsoluteUri ?? read?.SelfLink, head.FinalUri) ?? head.FinalUri);
    }

    /// <summary>Within the write that ends a poll. A feed whose hub delivers is polled less often.</summary>
    public async Task Note(DatelineDb db, Feed feed, (Uri Hub, Uri Topic)? announced, CancellationToken cancel)
    {
        var now = clock.Now();
        var row = await db.Set<Subscription>().AsTracking().FirstOrDefaultAsync(one => one.FeedId == feed.Id, cancel);
        if (announced is not { } place) row?.Leave(now);
        else if (row is null)
        {
            db.Add(new Subscription
            {
                Id = Guid.CreateVersion7(now),
                FeedId = feed.Id,
                Hub = place.Hub.AbsoluteUri,
                Topic = place.Topic.AbsoluteUri,
                Token = Subscription.NewToken(),
                Secret = secrets.Hide(Subscription.NewToken()),
                DueAt = now,
            });
            db.Journal.Add(new FeedHealthChanged(feed.Id));
        }
        else if (row.Hub != place.Hub.AbsoluteUri || row.Topic != place.Topic.AbsoluteUri || row.State is SubscriptionState.Ended) row.Turn(place.Hub.AbsoluteUri, place.Topic.AbsoluteUri, now);
        Rest(feed, row, now);
    }

    /// <summary>Nothing is known anew: the poll brought no head.</summary>
    public async Task Rest(DatelineDb db, Feed feed, CancellationToken cancel) =>
        Rest(feed, await db.Set<Subscription>().FirstOrDefaultAsync(one => one.FeedId == feed.Id, cancel), clock.Now());

    private static void Rest(Feed feed, Subscription? row, DateTimeOffset now)
    {
        if (row is not null && now + row.RestFrom(now) is var net && feed.DueAt < net) feed.DueAt = net;
    }

    /// <summary>A hub of the internet can't call back an address of this machine: then we don't trouble it.</summary>
    private bool Reaches(Uri hub, Feed feed) => !options.PublicUrl.IsLoopback || PrivatePlaces.Of(feed.AllowPrivate).Contains(HostPort.Of(hub));

    private static Uri? Web(string? address, Uri origin) =>
        address is { Length: > 0 and <= Feed.LongestUrl } && Uri.TryCreate(origin, address, out var uri) && WebAddress.Refuse(uri) is null && uri.AbsoluteUri.Length <= Feed.LongestUrl ? uri : null;
}
