using Dateline.Wire.Hubs;
using Dateline.Wire.Mail;
using Dateline.Wire.Push;
using Dateline.Wire.Sftp;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dateline.Wire;

internal sealed class FeedHourTable : IEntityTypeConfiguration<FeedHour>
{
    public void Configure(EntityTypeBuilder<FeedHour> builder)
    {
        builder.ToTable("feed_hours").HasKey(row => new { row.FeedId, row.Hour });
        builder.HasIndex(row => row.Hour);
        builder.HasOne<Feed>().WithMany().HasForeignKey(row => row.FeedId);
    }
}

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

internal sealed class SubscriptionTable : IEntityTypeConfiguration<Subscription>
{
    public void Configure(EntityTypeBuilder<Subscription> builder)
    {
        builder.ToTable("hub_subscriptions").HasKey(row => row.Id);
        builder.HasIndex(row => row.FeedId).IsUnique();
        builder.HasIndex(row => row.Token).IsUnique();
        builder.HasIndex(row => row.DueAt);
        builder.Property(row => row.Hub).HasMaxLength(Feed.LongestUrl);
        builder.Property(row => row.Topic).HasMaxLength(Feed.LongestUrl);
        builder.Property(row => row.Token).HasMaxLength(64);
        builder.HasOne<Feed>().WithOne().HasForeignKey<Subscription>(row => row.FeedId);
    }
}

internal sealed class MailAccountTable : IEntityTypeConfiguration<MailAccount>
{
    public void Configure(EntityTypeBuilder<MailAccount> builder)
    {
        builder.ToTable("mail_accounts").HasKey(row => row.FeedId);
        builder.Property(row => row.Sender).HasMaxLength(MailAccount.LongestName);
        builder.Property(row => row.Server).HasMaxLength(MailAccount.LongestName);
        builder.HasOne<Feed>().WithOne().HasForeignKey<MailAccount>(row => row.FeedId);
    }
}

internal sealed class SftpPlaceTable : IEntityTypeConfiguration<SftpPlace>
{
    public void Configure(EntityTypeBuilder<SftpPlace> builder)
    {
        builder.ToTable("sftp_places").HasKey(row => row.FeedId);
        builder.Property(row => row.Pattern).HasMaxLength(SftpPlace.LongestPattern);
        builder.Property(row => row.HostKey).HasMaxLength(SftpPlace.LongestHostKey);
        builder.Property(row => row.Offered).HasMaxLength(SftpPlace.LongestHostKey);
        builder.HasOne<Feed>().WithOne().HasForeignKey<SftpPlace>(row => row.FeedId);
    }
}

internal sealed class SftpFileTable : IEntityTypeConfiguration<SftpFile>
{
    public void Configure(EntityTypeBuilder<SftpFile> builder)
    {
        builder.ToTable("sftp_files").HasKey(row => new { row.FeedId, row.Name });
        builder.Property(row => row.Name).HasMaxLength(SftpFile.LongestName);
        builder.HasOne<Feed>().WithMany().HasForeignKey(row => row.FeedId);
    }
}
