using Dateline.Foundation.Storage;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dateline.Replies;

internal sealed class ReplyTable : IEntityTypeConfiguration<Reply>
{
    public void Configure(EntityTypeBuilder<Reply> builder)
    {
        builder.ToTable("replies").HasKey(reply => reply.Id);
        builder.Property(reply => reply.StoryKey).HasMaxLength(StoryPath.KeyLength);
        builder.Property(reply => reply.Edition).HasMaxLength(20);
        builder.Property(reply => reply.Name).HasMaxLength(ReplyForm.LongestName);
        builder.Property(reply => reply.Website).HasMaxLength(ReplyForm.LongestWebsite);
        builder.Property(reply => reply.Body).HasConversion<BodyConverter>();
        builder.Property(reply => reply.RepeatKey).HasMaxLength(64);
        builder.Property(reply => reply.Version).IsConcurrencyToken();
        builder.HasIndex(reply => reply.RepeatKey).IsUnique();
        builder.HasIndex(reply => new { reply.StoryId, reply.State, reply.PublishedAt, reply.Id });
        builder.HasIndex(reply => new { reply.State, reply.SubmittedAt, reply.Id });
        builder.HasOne<Story>().WithMany().HasForeignKey(reply => reply.StoryId);
    }
}

internal sealed class ReplyDecisionTable : IEntityTypeConfiguration<ReplyDecision>
{
    public void Configure(EntityTypeBuilder<ReplyDecision> builder)
    {
        builder.ToTable("reply_decisions").HasKey(decision => decision.Id);
        builder.Property(decision => decision.Rule).HasMaxLength(40);
        builder.Property(decision => decision.Reason).HasMaxLength(40);
        builder.HasIndex(decision => decision.ReplyId);
        builder.HasIndex(decision => decision.Batch);
        builder.HasOne<Reply>().WithMany().HasForeignKey(decision => decision.ReplyId);
    }
}

internal sealed class NetworkCountTable : IEntityTypeConfiguration<NetworkCount>
{
    public void Configure(EntityTypeBuilder<NetworkCount> builder)
    {
        builder.ToTable("reply_counts").HasKey(count => new { count.Network, count.Minute });
        builder.Property(count => count.Network).HasMaxLength(64);
        builder.Property(count => count.Count).IsConcurrencyToken(); // of two who count at once on PostgreSQL, one counts again
        builder.HasIndex(count => count.Minute);
    }
}

public static class ReplyQueries
{
    extension(DatelineDb db)
    {
        /// <summary>Staff's view of replies.</summary>
        public IQueryable<Reply> Replies => db.Set<Reply>();
    }
}
