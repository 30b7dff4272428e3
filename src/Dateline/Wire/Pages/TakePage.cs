using Dateline.Formats;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Markup;
using Dateline.Foundation.Storage;
using Dateline.Stories;
using Dateline.Wire.Groups;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Wire.Pages;

/// <summary>The page that was fetched, and by what to ask for it the next time.</summary>
/// <param name="Item">Null: it is the same as before.</param>
internal sealed record FetchedPage(NewsItem? Item, string? ETag, string? LastModified);

/// <summary>Gives an item a new version with the text of its page. What the source withdrew meanwhile stays withdrawn.</summary>
internal static class TakePage
{
    private const int LongestRaw = 1 << 20;

    /// <param name="asked">The wish that was followed: when the feed has sent a newer version since, that one's turn comes.</param>
    public static async Task Perform(DatelineDb db, WirePage asked, FetchedPage fetched, DateTimeOffset now, CancellationToken cancel)
    {
        if (await Row(db, asked, cancel) is not { } row) return;
        var item = await db.Set<WireItem>().AsTracking().FirstAsync(one => one.Id == row.ItemId, cancel);
        if (item.KilledAt is not null || !await db.Set<Source>().AnyAsync(source => source.Id == row.SourceId && source.FetchesPages, cancel)) return;
        var latest = (await db.LatestVersion(item.Id, cancel))!;
        if (latest.Number == row.Version) return; // another node was quicker after our lease had run out
        var page = fetched.Item ?? (await db.Set<WireVersion>().FirstOrDefaultAsync(version => version.ItemId == item.Id && version.Number == row.Version, cancel))?.News;
        if (page is null) return;
        if (fetched.Item is not null && FullText.Letters(page) <= FullText.Letters(latest.News))
        {
            row.Failure = N("The page has no more text than the feed sent: it may be for subscribers alone.");
            return;
        }

        var news = FullText.Of(latest.News, page);
        (row.Version, row.Failure, row.Attempts) = (latest.Number + 1, null, 0);
        if (fetched.Item is not null) (row.ETag, row.LastModified) = (fetched.ETag, fetched.LastModified);
        item.Number = latest.Number + 1; // item.Hash stays that of what the feed says: the next poll compares with it
        item.Language ??= news.Language is { Length: <= 35 } language ? CleanText.Line(language) : null;
        db.Add(new WireVersion
        {
            ItemId = item.Id,
            Number = item.Number,
            Hash = ContentHash.Of(news),
            Raw = news.Raw is { Length: <= LongestRaw } raw ? CleanText.Lines(raw) : null,
            News = news with { Raw = null },
            ReceivedAt = now,
        });
        await new NotingPictures(db, row.FeedId, now).Note(item, news, isNew: false, cancel);
        var grouping = new Grouping(db, now);
        grouping.Note(item, news, Fingerprint.Of(news, item.SourceId));
        await grouping.Place(cancel);
        (item.ChangedAt, item.Row) = (now, WireRow.Next(now));
        db.Journal.Add(new WireItemUpdated(item.Id, item.SourceId));
    }

    /// <summary>It didn't come. Where it may come later it is asked again, a few times.</summary>
    public static async Task Fail(DatelineDb db, WirePage asked, PageFailure failure, DateTimeOffset now, CancellationToken cancel)
    {
        if (await Row(db, asked, cancel) is not { } row) return;
        row.Attempts++;
        row.Failure = failure.Sentence;
        if (!failure.Again || row.Attempts >= WirePage.Tries) return;
        var again = now + TimeSpan.FromSeconds(20 * Math.Pow(4, row.Attempts - 1));
        row.DueAt = failure.NotBefore > again ? failure.NotBefore : again;
    }

    /// <summary>Nothing is to be fetched any more.</summary>
    public static async Task Rest(DatelineDb db, WirePage asked, CancellationToken cancel)
    {
        if (await Row(db, asked, cancel) is { } row) row.Failure = null;
    }

    /// <summary>Somebody asks for it once more.</summary>
    public static async Task<Refusal?> AskAgain(DatelineDb db, Guid source, Guid page, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.Set<WirePage>().AsTracking().FirstOrDefaultAsync(row => row.Id == page && row.SourceId == source, cancel) is not { } row) return new("missing", T("There is no such page."));
        (row.DueAt, row.AskedAt, row.Attempts) = (now, now, 0);
        return null;
    }

    /// <summary>The row, with its lease ended and nothing due; null when it is asked for anew already.</summary>
    private static async Task<WirePage?> Row(DatelineDb db, WirePage asked, CancellationToken cancel)
    {
        if (await db.Set<WirePage>().AsTracking().FirstOrDefaultAsync(row => row.Id == asked.Id, cancel) is not { } row) return null;
        row.LeasedUntil = null;
        if (row.AskedAt != asked.AskedAt) return null;
        row.DueAt = null;
        return row;
    }
}
