using Dateline.Wire.Push;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dateline.Wire;

internal sealed class PushKeyTable : IEntityTypeConfiguration<PushKey>
{
    public void Configure(EntityTypeBuilder<PushKey> builder)
    {
        builder.ToTable("push_keys").HasKey(key => key.FeedId);
        builder.HasOne<Feed>().WithOne().HasForeignKey<PushKey>(key => key.FeedId);
    }
}

internal sealed class PushReceiptTable : IEntityTypeConfiguration<PushReceipt>
{
    public void Configure(EntityTypeBuilder<PushReceipt> builder)
    {
        builder.ToTable("push_receipts").HasKey(row => new { row.FeedId, row.Mac });
        builder.Property(row => row.Mac).HasMaxLength(64);
        builder.HasIndex(row => row.At);
        builder.HasOne<Feed>().WithMany().HasForeignKey(row => row.FeedId);
    }
}
