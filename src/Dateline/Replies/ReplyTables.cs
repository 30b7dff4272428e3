using System.Text.Json;
using Dateline.Foundation.Storage;
using Dateline.Replies.Screening;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

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
        builder.Property(reply => reply.AddressKey).HasMaxLength(SenderKeys.Length);
        builder.Property(reply => reply.Path).HasMaxLength(ThreadPath.Longest).SortByLetters();
        builder.Property(reply => reply.HeldBy).HasMaxLength(Finding.LongestRule);
        builder.Property(reply => reply.Findings).HasConversion<FindingsConverter, Untouched>(); // a list of findings is never changed, only replaced
        builder.Property(reply => reply.Version).IsConcurrencyToken();
        builder.HasIndex(reply => new { reply.StoryId, reply.State, reply.PublishedAt, reply.Id });
        builder.HasIndex(reply => new { reply.State, reply.SubmittedAt, reply.Id, reply.HeldBy }); // the rule stands there too: what came with a move is passed over without a look at the rows
        builder.HasIndex(reply => new { reply.StoryId, reply.State, reply.SubmittedAt, reply.Id }); // the queue of one story
        // The queue of those with links, and of those that ask: few among many, and their own index finds them without a look at the others.
        builder.HasIndex(reply => new { reply.State, reply.SubmittedAt, reply.Id }, "IX_replies_with_links").HasFilter($"\"{nameof(Reply.Links)}\" > 0");
        builder.HasIndex(reply => new { reply.State, reply.SubmittedAt, reply.Id }, "IX_replies_that_ask").HasFilter($"\"{nameof(Reply.IsQuestion)}\"");
        builder.HasIndex(reply => new { reply.State, reply.HeldBy, reply.SubmittedAt, reply.Id }, "IX_replies_by_rule").HasFilter(NotNull(nameof(Reply.HeldBy))); // the queue of one rule
        builder.HasIndex(reply => new { reply.StoryId, reply.PutBackAt }).HasFilter(NotNull(nameof(Reply.PutBackAt)));
        builder.HasIndex(reply => reply.WithdrawnAt).HasFilter(NotNull(nameof(Reply.WithdrawnAt)));
        builder.HasIndex(reply => new { reply.SubmittedAt, reply.HeldBy }); // what the figures count, without a look at the rows
        builder.HasIndex(reply => new { reply.StoryId, reply.Path }).HasFilter(NotNull(nameof(Reply.PublishedAt))); // what was ever public, in the order of reading
        builder.HasIndex(reply => new { reply.StoryId, reply.Answers, reply.Id }).HasFilter($"\"{nameof(Reply.ParentId)}\" IS NULL"); // the most discussed
        builder.HasIndex(reply => new { reply.StoryId, reply.PickedAt }).HasFilter(NotNull(nameof(Reply.PickedAt)));
        builder.HasIndex(reply => new { reply.StoryId, reply.PinnedAt }).HasFilter(NotNull(nameof(Reply.PinnedAt)));
        builder.HasIndex(reply => new { reply.AddressKey, reply.SubmittedAt, reply.State, reply.Id }).HasFilter(NotNull(nameof(Reply.AddressKey))); // what the same writer wrote else is counted without a look at the rows
        builder.HasIndex(reply => new { reply.StoryId, reply.OldNumber }).HasFilter(NotNull(nameof(Reply.OldNumber)));
        builder.HasIndex(reply => new { reply.ReaderId, reply.SubmittedAt }).HasFilter(NotNull(nameof(Reply.ReaderId)));
        builder.HasOne<Story>().WithMany().HasForeignKey(reply => reply.StoryId);
    }

    /// <summary>The rows that an index has; the words are the same on both engines.</summary>
    private static string NotNull(string column) => $"\"{column}\" IS NOT NULL";

    private sealed class FindingsConverter() : ValueConverter<IReadOnlyList<Finding>, string>(
        findings => JsonSerializer.Serialize(findings, JsonColumn.Options), text => Read(text))
    {
        /// <summary>A row from before there were findings has none.</summary>
        private static IReadOnlyList<Finding> Read(string text) => text.Length == 0 ? [] : JsonSerializer.Deserialize<IReadOnlyList<Finding>>(text, JsonColumn.Options) ?? [];
    }

    private sealed class Untouched() : ValueComparer<IReadOnlyList<Finding>>((one, other) => ReferenceEquals(one, other), findings => findings.Count, findings => findings);
}

internal sealed class ReplyDecisionTable : IEntityTypeConfiguration<ReplyDecision>
{
    public void Configure(EntityTypeBuilder<ReplyDecision> builder)
    {
        builder.ToTable("reply_decisions").HasKey(decision => decision.Id);
        builder.Property(decision => decision.Rule).HasMaxLength(40);
        builder.Property(decision => decision.Reason).HasMaxLength(40);
        builder.Property(decision => decision.Note).HasMaxLength(ReplyDecision.LongestNote);
        builder.HasIndex(decision => decision.ReplyId);
        builder.HasIndex(decision => decision.Batch);
        builder.HasIndex(decision => new { decision.At, decision.Id });
        builder.HasOne<Reply>().WithMany().HasForeignKey(decision => decision.ReplyId);
    }
}

internal sealed class SendingCountTable : IEntityTypeConfiguration<SendingCount>
{
    public void Configure(EntityTypeBuilder<SendingCount> builder)
    {
        builder.ToTable("reply_counts").HasKey(count => new { count.Key, count.Minute });
        builder.Property(count => count.Key).HasMaxLength(64);
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
