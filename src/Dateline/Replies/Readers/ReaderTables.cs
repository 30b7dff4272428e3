using Dateline.Replies.Screening;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dateline.Replies.Readers;

internal sealed class ReaderTable : IEntityTypeConfiguration<Reader>
{
    public void Configure(EntityTypeBuilder<Reader> builder)
    {
        builder.ToTable("readers").HasKey(reader => reader.Id);
        builder.Property(reader => reader.AddressKey).HasMaxLength(SenderKeys.Length);
        builder.Property(reader => reader.Name).HasMaxLength(ReplyForm.LongestName);
        builder.Property(reader => reader.Website).HasMaxLength(ReplyForm.LongestWebsite);
        builder.Property(reader => reader.Version).IsConcurrencyToken();
        builder.HasIndex(reader => reader.AddressKey);
        builder.HasIndex(reader => reader.AddressKey, "verified_address").IsUnique().HasFilter($"\"{nameof(Reader.VerifiedAt)}\" IS NOT NULL");
        builder.HasIndex(reader => reader.SeenAt);
    }
}

internal sealed class ReaderLinkTable : IEntityTypeConfiguration<ReaderLink>
{
    public void Configure(EntityTypeBuilder<ReaderLink> builder)
    {
        builder.ToTable("reader_links").HasKey(link => link.Id);
        builder.Property(link => link.AddressKey).HasMaxLength(SenderKeys.Length);
        builder.Property(link => link.SecretHash).HasMaxLength(64);
        builder.Property(link => link.UsedAt).IsConcurrencyToken(); // of two who send it at once, the second looks again
        builder.HasIndex(link => link.SecretHash).IsUnique();
        builder.HasIndex(link => new { link.AddressKey, link.Errand });
        builder.HasIndex(link => link.ExpiresAt);
    }
}

internal sealed class FollowTable : IEntityTypeConfiguration<Follow>
{
    public void Configure(EntityTypeBuilder<Follow> builder)
    {
        builder.ToTable("reply_follows").HasKey(follow => follow.Id);
        builder.Property(follow => follow.StoryKey).HasMaxLength(StoryPath.KeyLength);
        builder.Property(follow => follow.Edition).HasMaxLength(20);
        builder.Property(follow => follow.AddressKey).HasMaxLength(SenderKeys.Length);
        builder.Property(follow => follow.SecretHash).HasMaxLength(64);
        builder.HasIndex(follow => follow.SecretHash).IsUnique();
        builder.HasIndex(follow => new { follow.StoryId, follow.ReplyId });
        builder.HasIndex(follow => follow.AddressKey);
        builder.HasIndex(follow => follow.DueAt);
        builder.HasIndex(follow => new { follow.ConfirmedAt, follow.AskedAt });
        builder.HasOne<Story>().WithMany().HasForeignKey(follow => follow.StoryId);
    }
}

internal sealed class OutgoingLetterTable : IEntityTypeConfiguration<OutgoingLetter>
{
    public void Configure(EntityTypeBuilder<OutgoingLetter> builder)
    {
        builder.ToTable("outgoing_letters").HasKey(letter => letter.Id);
        builder.Property(letter => letter.AddressKey).HasMaxLength(SenderKeys.Length);
        builder.Property(letter => letter.Kind).HasMaxLength(20);
        builder.Property(letter => letter.Failure).HasMaxLength(40);
        builder.HasIndex(letter => letter.DueAt);
        builder.HasIndex(letter => new { letter.AddressKey, letter.WrittenAt });
        builder.HasIndex(letter => letter.WrittenAt);
    }
}
