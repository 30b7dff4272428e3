using Dateline.Formats;
using Dateline.Foundation.Storage;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Wire;

/// <summary>Reads the document of an item's latest version again, with today's code. What reads otherwise becomes a new version.</summary>
public static class ReadItemAgain
{
    public static async Task<Refusal?> Perform(DatelineDb db, Guid id, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.WireItems.FirstOrDefaultAsync(item => item.Id == id && item.Number > 0, cancel) is not { } item) return new("missing", T("There is no such item."));
        if (item.KilledAt is not null) return new("killed", T("The source withdrew this item."));
        if (await db.LatestDocument(id).FirstOrDefaultAsync(cancel) is not { } document || await db.Feeds.FirstOrDefaultAsync(feed => feed.Id == document.FeedId, cancel) is not { } feed) return new("gone", T("What was sent isn’t kept any more."));

        var parts = await Read(document, feed, await db.Sources.Where(source => source.Id == item.SourceId).Select(source => source.Name).FirstOrDefaultAsync(cancel), cancel);
        var news = parts.OfType<NewsItem>().ToList();
        // Newer code may know it by another name; where the document has one item alone, that is it.
        var own = news.Find(one => WireIdentity.Of(one) == item.Guid) ?? (news is [var only] ? only with { Uri = item.Guid } : null);
        if (own is null) return new("refused", parts.OfType<Reject>().FirstOrDefault()?.Reason ?? T("There is still nothing in it that could be taken."));
        return await new Receiving(db, feed, now, document).TakeAgain(own, cancel) ? null : new("same", T("It reads as it did."));
    }

    private static async Task<List<NewsPart>> Read(SentDocument document, Feed feed, string? sender, CancellationToken cancel)
    {
        using var bytes = new MemoryStream(document.Sent(), writable: false);
        var parts = new List<NewsPart>();
        await foreach (var part in NewsReader.ReadAsync(bytes, WireReading.Options(feed, document.Address is { } address ? new Uri(address) : null, document.Charset, sender, new Then(document.At)), cancel)) parts.Add(part);
        return parts;
    }

    /// <summary>"Today, 18:00" was said when it came.</summary>
    private sealed class Then(DateTimeOffset at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => at;
    }
}
