using System.Text.Json;
using Dateline.Formats;
using Dateline.Foundation.Storage;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Dateline.Wire;

internal sealed class FeedTable : IEntityTypeConfiguration<Feed>
{
    public void Configure(EntityTypeBuilder<Feed> builder)
    {
        builder.ToTable("feeds").HasKey(feed => feed.Id);
        builder.Property(feed => feed.Url).HasMaxLength(Feed.LongestUrl);
        builder.HasIndex(feed => feed.Url).IsUnique();
        builder.Property(feed => feed.Transport).HasDefaultValue(Transport.Web).HasSentinel(Transport.Web); // what was there before there was another
        builder.HasIndex(feed => feed.DueAt);
        builder.HasOne<Source>().WithMany().HasForeignKey(feed => feed.SourceId);
        builder.HasOne<Edition>().WithMany().HasForeignKey(feed => feed.Edition).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class WireItemTable : IEntityTypeConfiguration<WireItem>
{
    public void Configure(EntityTypeBuilder<WireItem> builder)
    {
        builder.ToTable("wire_items").HasKey(item => item.Id);
        builder.Property(item => item.Guid).HasMaxLength(WireItem.LongestGuid);
        builder.Ignore(item => item.IsCorrectedSince);
        builder.HasIndex(item => new { item.SourceId, item.Guid }).IsUnique();
        builder.HasIndex(item => new { item.Desk, item.Row });
        builder.HasIndex(item => item.Row);
        builder.HasIndex(item => new { item.GroupId, item.Row });
        builder.Property(item => item.Hash).HasMaxLength(64);
        builder.HasOne<Source>().WithMany().HasForeignKey(item => item.SourceId);
    }
}

internal sealed class WireVersionTable : IEntityTypeConfiguration<WireVersion>
{
    public void Configure(EntityTypeBuilder<WireVersion> builder)
    {
        builder.ToTable("wire_versions").HasKey(version => new { version.ItemId, version.Number });
        builder.Property(version => version.Hash).HasMaxLength(64);
        builder.Property(version => version.News).HasConversion<NewsConverter>();
        builder.HasOne<WireItem>().WithMany().HasForeignKey(version => version.ItemId);
        builder.HasIndex(version => version.ReceivedAt);
    }
}

internal sealed class SentDocumentTable : IEntityTypeConfiguration<SentDocument>
{
    public void Configure(EntityTypeBuilder<SentDocument> builder)
    {
        builder.ToTable("wire_documents").HasKey(row => row.Id);
        builder.Property(row => row.Address).HasMaxLength(Feed.LongestUrl);
        builder.Property(row => row.Charset).HasMaxLength(SentDocument.LongestCharset);
        builder.HasIndex(row => row.At);
    }
}

/// <summary>The item as read, as JSON text; what was sent stands beside it.</summary>
internal sealed class NewsConverter() : ValueConverter<NewsItem, string>(
    news => JsonSerializer.Serialize(news, JsonColumn.Options), text => JsonSerializer.Deserialize<NewsItem>(text, JsonColumn.Options)!);

internal sealed class QuarantinedTable : IEntityTypeConfiguration<Quarantined>
{
    public void Configure(EntityTypeBuilder<Quarantined> builder)
    {
        builder.ToTable("quarantined").HasKey(row => row.Id);
        builder.HasIndex(row => new { row.FeedId, row.At });
    }
}

internal sealed class WirePictureTable : IEntityTypeConfiguration<WirePicture>
{
    public void Configure(EntityTypeBuilder<WirePicture> builder)
    {
        builder.ToTable("wire_pictures").HasKey(row => row.Id);
        builder.HasIndex(row => new { row.ItemId, row.Url }).IsUnique();
        builder.HasIndex(row => row.DueAt);
        builder.HasOne<WireItem>().WithMany().HasForeignKey(row => row.ItemId);
    }
}

public static class WireQueries
{
    extension(DatelineDb db)
    {
        public IQueryable<Feed> Feeds => db.Set<Feed>();

        public IQueryable<WireItem> WireItems => db.Set<WireItem>();

        public IQueryable<Quarantined> Quarantine => db.Set<Quarantined>();

        /// <summary>The inbox: newest change first, a page from below <paramref name="before"/>, or all changes after <paramref name="after"/>.</summary>
        public IQueryable<WireItem> Inbox(string? edition, Guid? source, DeskState? state, string? words, long? before, long? after)
        {
            var items = db.Set<WireItem>().Where(item => item.Number > 0);
            if (edition is not null) items = items.Where(item => item.Edition == edition);
            if (source is not null) items = items.Where(item => item.SourceId == source);
            if (state is not null) items = items.Where(item => item.Desk == state);
            if (before is not null) items = items.Where(item => item.Row < before);
            if (after is not null) items = items.Where(item => item.Row > after);
            // Lower case on both sides: LIKE alone ignores case on one engine and not on the other.
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // translated to the engine's own lower()
            foreach (var word in (words ?? "").ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(5))
                items = items.Where(item => item.Headline.ToLower().Contains(word));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
            return items.OrderByDescending(item => item.Row);
        }

        /// <summary>The document that a feed's or sender's latest word on an item stands in, while it is kept: the text of its page came without one.</summary>
        public IQueryable<SentDocument> LatestDocument(Guid item) =>
            db.Set<WireVersion>().Where(version => version.ItemId == item && version.DocumentId != null).OrderByDescending(version => version.Number).Take(1)
                .Join(db.Set<SentDocument>(), version => version.DocumentId, row => row.Id, (version, row) => row);

        /// <summary>An item's latest version as it was read; null while only its withdrawal has come.</summary>
        public Task<WireVersion?> LatestVersion(Guid item, CancellationToken cancel) =>
            db.Set<WireVersion>().Where(version => version.ItemId == item).OrderByDescending(version => version.Number).FirstOrDefaultAsync(cancel);
    }
}
