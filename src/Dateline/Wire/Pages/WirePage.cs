using Dateline.Formats;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dateline.Wire.Pages;

/// <summary>The page that an item links to, to be fetched for its full text. One of each item, asked again when the item changes.</summary>
public sealed class WirePage : IDue
{
    /// <summary>An item with more letters than this has its text: nothing is fetched for it.</summary>
    public const int LongestOpening = 700;

    public const int Tries = 5;

    public const int LongestUrl = 2_000;

    /// <summary>How long it is remembered what was fetched for an item: so long a 304 can spare a page.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public required Guid Id { get; init; }

    public required Guid ItemId { get; init; }

    public required Guid SourceId { get; init; }

    public required Guid FeedId { get; set; }

    public required string Url { get; set; }

    /// <summary>Of the answer whose text we have.</summary>
    public string? ETag { get; set; }

    public string? LastModified { get; set; }

    /// <summary>The item's version that has the page's text; 0: none yet.</summary>
    public int Version { get; set; }

    public DateTimeOffset? DueAt { get; set; }

    public DateTimeOffset? LeasedUntil { get; set; }

    public int Attempts { get; set; }

    public string? Failure { get; set; }

    public required DateTimeOffset AskedAt { get; set; }
}

internal sealed class WirePageTable : IEntityTypeConfiguration<WirePage>
{
    public void Configure(EntityTypeBuilder<WirePage> builder)
    {
        builder.ToTable("wire_pages").HasKey(row => row.Id);
        builder.Property(row => row.Url).HasMaxLength(WirePage.LongestUrl);
        builder.HasIndex(row => row.ItemId).IsUnique();
        builder.HasIndex(row => row.DueAt);
        builder.HasIndex(row => new { row.SourceId, row.AskedAt });
        builder.HasIndex(row => row.AskedAt);
        builder.HasOne<WireItem>().WithMany().HasForeignKey(row => row.ItemId);
    }
}

internal static class PageRetention
{
    public static Task<int> Forget(DatelineDb db, DateTimeOffset from, DateTimeOffset before, int most, CancellationToken cancel) =>
        db.Set<WirePage>().Where(row => row.AskedAt < before && row.DueAt == null).OrderBy(row => row.AskedAt).Take(most).ExecuteDeleteAsync(cancel);
}

/// <summary>Notes, as an item is received, that its page is to be fetched.</summary>
internal sealed class NotingPages(DatelineDb db, Feed feed, DateTimeOffset now)
{
    private bool? _agreed;

    /// <param name="item">With a version that was just taken from the feed.</param>
    public async Task Note(WireItem item, NewsItem news, CancellationToken cancel)
    {
        if (item.Link is not { Length: <= WirePage.LongestUrl } link || !IsOpening(news)) return;
        _agreed ??= await db.Set<Source>().AnyAsync(source => source.Id == feed.SourceId && source.FetchesPages, cancel);
        if (_agreed == false) return;
        var row = db.Set<WirePage>().Local.FirstOrDefault(page => page.ItemId == item.Id)
            ?? (item.Number > 1 ? await db.Set<WirePage>().AsTracking().FirstOrDefaultAsync(page => page.ItemId == item.Id, cancel) : null);
        if (row is null) db.Add(new WirePage { Id = Guid.CreateVersion7(now), ItemId = item.Id, SourceId = feed.SourceId, FeedId = feed.Id, Url = link, DueAt = now, AskedAt = now });
        else
        {
            if (row.Url != link) (row.ETag, row.LastModified) = (null, null);
            (row.Url, row.FeedId, row.DueAt, row.AskedAt, row.Attempts) = (link, feed.Id, now, now, 0);
        }
    }

    /// <summary>A headline with a summary or the beginning of the text.</summary>
    private static bool IsOpening(NewsItem news) => news.Body is not { Content.Length: > WirePage.LongestOpening } || FullText.Letters(news) <= WirePage.LongestOpening;
}
