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
        builder.Property(reply => reply.Website).HasMaxLength(300);
        builder.Property(reply => reply.Body).HasConversion<BodyConverter>();
        builder.Property(reply => reply.RepeatKey).HasMaxLength(64);
        builder.Property(reply => reply.Version).IsConcurrencyToken();
        builder.HasIndex(reply => reply.RepeatKey).IsUnique();
        builder.HasIndex(reply => new { reply.StoryId, reply.State, reply.PublishedAt, reply.Id });
        builder.HasIndex(reply => new { reply.State, reply.SubmittedAt });
        builder.HasOne<Story>().WithMany().HasForeignKey(reply => reply.StoryId);
    }
}

internal sealed class ReplyDecisionTable : IEntityTypeConfiguration<ReplyDecision>
{
    public void Configure(EntityTypeBuilder<ReplyDecision> builder)
    {
        builder.ToTable("reply_decisions").HasKey(decision => decision.Id);
        builder.HasIndex(decision => decision.ReplyId);
        builder.HasOne<Reply>().WithMany().HasForeignKey(decision => decision.ReplyId);
    }
}

internal sealed class ReplyCountTable : IEntityTypeConfiguration<ReplyCount>
{
    public void Configure(EntityTypeBuilder<ReplyCount> builder)
    {
        builder.ToTable("reply_counts").HasKey(count => new { count.Network, count.Minute });
        builder.Property(count => count.Network).HasMaxLength(64);
    }
}

public static class ReplyQueries
{
    extension(DatelineDb db)
    {
        /// <summary>Staff's view of replies.</summary>
        public IQueryable<Reply> Replies => db.Set<Reply>();

        /// <summary>A story's published replies, oldest first, in one round trip: a page of them, and how many there are.</summary>
        public async Task<ReplyThread> PublicReplies(Guid story, ReplyPlace? after, CancellationToken cancel)
        {
            var published = db.Set<Reply>().Where(reply => reply.StoryId == story && reply.State == ReplyState.Published);
            var page = published;
            if (after is { } place) page = page.Where(reply => reply.PublishedAt > place.At || (reply.PublishedAt == place.At && reply.Id > place.Id));
            var rows = await page.OrderBy(reply => reply.PublishedAt).ThenBy(reply => reply.Id).Take(ReplyThread.PageSize + 1)
                .Select(reply => new
                {
                    Reply = new PublicReply(reply.Id, reply.ParentId, reply.Name, reply.Website, reply.Body, reply.PublishedAt!.Value, reply.IsStaff),
                    Count = published.Count(),
                }).ToListAsync(cancel);
            var replies = rows.Take(ReplyThread.PageSize).Select(row => row.Reply).ToList();
            var next = rows.Count > ReplyThread.PageSize ? new ReplyPlace(replies[^1].At, replies[^1].Id) : null;
            return new ReplyThread(rows.Count == 0 ? 0 : rows[0].Count, replies, next);
        }

        /// <summary>How many published replies each of these stories has.</summary>
        public async Task<Dictionary<Guid, int>> ReplyCounts(IReadOnlyCollection<Guid> stories, CancellationToken cancel) =>
            await db.Set<Reply>().Where(reply => stories.Contains(reply.StoryId) && reply.State == ReplyState.Published)
                .GroupBy(reply => reply.StoryId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancel);
    }
}

/// <summary>Where a page of replies begins: after this one.</summary>
public sealed record ReplyPlace(DateTimeOffset At, Guid Id)
{
    public override string ToString() => $"{Instants.ToMicroseconds(At)}-{Id:N}";

    public static ReplyPlace? Parse(string? text) =>
        text?.Split('-') is [var at, var id] && long.TryParse(at, out var microseconds) && microseconds is >= 0 and < 253_402_300_799_000_000 && Guid.TryParseExact(id, "N", out var guid)
            ? new ReplyPlace(Instants.FromMicroseconds(microseconds), guid) : null;
}

/// <summary>A page of a story's replies.</summary>
public sealed record ReplyThread(int Count, IReadOnlyList<PublicReply> Replies, ReplyPlace? Next)
{
    public const int PageSize = 50;
    public static readonly ReplyThread Empty = new(0, [], null);
}
