using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.Stories;
using Dateline.Wire;
using Dateline.Wire.Push;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Operating;

/// <summary>What only the operator may say of a feed, on the command line: the inner network it may reach, and a new push secret without a browser.</summary>
internal static class SourceDoors
{
    /// <summary><c>dateline source allow FEED HOST:PORT</c>.</summary>
    public static async Task<int> Allow(IServiceProvider services, string address, IReadOnlyList<string> places, CancellationToken cancel)
    {
        var joined = string.Join(',', places);
        if (PrivatePlaces.Of(joined).Count != places.Count) return await Refuse("Name each place as host:port, like files.inner.example:22.");
        var found = (await services.GetRequiredService<Writes>().Run(async (db, stop) =>
        {
            if (await db.Set<Feed>().AsTracking().FirstOrDefaultAsync(row => row.Url == address, stop) is not { } feed) return false;
            feed.AllowPrivate = joined.Length > 0 ? joined : null;
            feed.AskAt(services.GetRequiredService<TimeProvider>().Now());
            db.Journal.Add(new FeedHealthChanged(feed.Id));
            return true;
        }, cancel)).Value;
        if (!found) return await Refuse($"No feed has the address {address}. The page of its source shows it.");
        await Console.Out.WriteLineAsync(places.Count == 0 ? $"{address} may reach nothing of the inner network any more." : $"{address} may now reach {string.Join(" and ", places)} in the inner network.");
        return 0;
    }

    /// <summary><c>dateline source secret SOURCE</c>: opens the source's push door, or renews its secret.</summary>
    public static async Task<int> Secret(IServiceProvider services, string key, bool leaked, CancellationToken cancel)
    {
        var secret = PushKey.NewSecret();
        var hidden = services.GetRequiredService<FeedSecrets>().Hide(secret);
        var now = services.GetRequiredService<TimeProvider>().Now();
        var refusal = (await services.GetRequiredService<Writes>().Run(async (db, stop) =>
        {
            if (await db.Sources.FirstOrDefaultAsync(one => one.Key == key, stop) is not { } source) return new Refusal("", $"There is no source '{key}'.");
            var address = "push:" + key;
            if (await db.Feeds.FirstOrDefaultAsync(row => row.Url == address, stop) is not { } feed)
            {
                var edition = await db.Editions.Where(one => one.Language == source.Language).OrderBy(one => one.Position).Select(one => one.Code).FirstOrDefaultAsync(stop)
                    ?? await db.Editions.OrderBy(one => one.Position).Select(one => one.Code).FirstOrDefaultAsync(stop) ?? "";
                (feed, var refused) = await SourceChanges.AddFeed(db, source.Id, "push:", edition, null, null, now, stop);
                if (feed is null) return refused;
                await db.SaveChangesAsync(stop);
            }
            return await PushKey.Renew(db, feed.Id, hidden, leaked, now, stop);
        }, cancel)).Value;
        if (refusal is not null) return await Refuse(refusal.Sentence);
        await Console.Out.WriteLineAsync(secret);
        return 0;
    }

    private static async Task<int> Refuse(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return 1;
    }
}
