using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dateline.Search;

/// <summary>A source's name or terms changed, and the words of its stories with them: how far the index has followed.</summary>
public sealed class SourceSweep : IDue
{
    /// <summary>The source's.</summary>
    public required Guid Id { get; init; }

    /// <summary>The story that was last seen to, and when it was published; the older ones are still to come. Null: none was.</summary>
    public Guid? Story { get; set; }

    public DateTimeOffset? PublishedAt { get; set; }

    public DateTimeOffset? DueAt { get; set; }

    public DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>From the newest story on, also when an earlier change is still being followed.</summary>
    internal static async Task Begin(DatelineDb db, Guid source, DateTimeOffset now, CancellationToken cancel)
    {
        var sweep = await db.Set<SourceSweep>().AsTracking().FirstOrDefaultAsync(one => one.Id == source, cancel);
        if (sweep is null) db.Add(sweep = new SourceSweep { Id = source });
        (sweep.Story, sweep.PublishedAt, sweep.DueAt) = (null, null, now);
    }
}

public sealed class SourceSweepTable : IEntityTypeConfiguration<SourceSweep>
{
    public void Configure(EntityTypeBuilder<SourceSweep> builder)
    {
        builder.ToTable("source_sweeps").HasKey(sweep => sweep.Id);
        builder.HasIndex(sweep => sweep.DueAt);
    }
}
