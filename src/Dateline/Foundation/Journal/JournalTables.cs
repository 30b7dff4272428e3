using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dateline.Foundation.Journal;

public sealed class JournalTable : IEntityTypeConfiguration<JournalEntry>
{
    public void Configure(EntityTypeBuilder<JournalEntry> builder)
    {
        builder.ToTable("journal").HasKey(entry => entry.Position);
        builder.Property(entry => entry.Position).ValueGeneratedOnAdd();
        builder.Property(entry => entry.Fact).HasMaxLength(80);
        builder.HasIndex(entry => entry.At);
    }
}

/// <summary>How far a durable follower has come: everything up to here it has dealt with.</summary>
public sealed class FollowerPosition
{
    public required string Follower { get; init; }

    public long Position { get; set; }
}

public sealed class FollowerPositionTable : IEntityTypeConfiguration<FollowerPosition>
{
    public void Configure(EntityTypeBuilder<FollowerPosition> builder)
    {
        builder.ToTable("follower_positions").HasKey(row => row.Follower);
        builder.Property(row => row.Follower).HasMaxLength(40);
        builder.Property(row => row.Position).IsConcurrencyToken();
    }
}

public static class JournalQueries
{
    extension(DatelineDb db)
    {
        /// <summary>The journal of this write: facts added here are written with the change, or not at all.</summary>
        public PendingFacts Journal => new(db);
    }
}

/// <summary>The facts of the write at hand.</summary>
public readonly struct PendingFacts(DatelineDb db)
{
    public void Add(Fact fact) => db.Pending.Add(fact);
}
