using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dateline.Search;

/// <summary>A public story's words. The engine keeps its own index of them in step (the Search migrations).</summary>
public sealed class SearchRow
{
    /// <summary>Grows with publishing: the newest first is the highest first.</summary>
    public long Number { get; init; }

    public required Guid StoryId { get; init; }

    public required string Edition { get; set; }

    public required string Headline { get; set; }

    public required string Text { get; set; }
}

public sealed class SearchRowTable : IEntityTypeConfiguration<SearchRow>
{
    public void Configure(EntityTypeBuilder<SearchRow> builder)
    {
        builder.ToTable("search_rows").HasKey(row => row.Number);
        builder.Property(row => row.Number).ValueGeneratedOnAdd();
        builder.HasIndex(row => row.StoryId).IsUnique();
        builder.Property(row => row.Edition).HasMaxLength(20);
    }
}
