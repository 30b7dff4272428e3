using Dateline.Foundation.Markup;
using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies;

/// <summary>A published reply as the public sees it: there is no address in it to leak.</summary>
public sealed record PublicReply(Guid Id, Guid? ParentId, string Name, string? Website, Body Body, DateTimeOffset At, bool IsStaff)
{
    /// <summary>Where it stands on the story's page.</summary>
    public string Anchor => AnchorOf(Id);

    public static string AnchorOf(Guid id) => $"reply-{id:N}";
}

/// <summary>A page of a story's replies, and how many there are in all.</summary>
public sealed record ReplyThread(int Count, IReadOnlyList<PublicReply> Replies, ReplyPlace? Next)
{
    public const int PageSize = 50;
    public static readonly ReplyThread Empty = new(0, [], null);
}

/// <summary>A reply that is being answered, and its place in the tree.</summary>
public sealed record Answered(Guid Id, string Path);

/// <summary>Where a page of replies begins: after this one.</summary>
public sealed record ReplyPlace(DateTimeOffset At, Guid Id)
{
    public override string ToString() => $"{Instants.ToMicroseconds(At)}-{Id:N}";

    public static ReplyPlace? Parse(string? text) =>
        text?.Split('-') is [var at, var id] && long.TryParse(at, out var microseconds) && microseconds is >= 0 and < 253_402_300_799_000_000 && Guid.TryParseExact(id, "N", out var guid)
            ? new ReplyPlace(Instants.FromMicroseconds(microseconds), guid) : null;
}

/// <summary>What the public may read of replies. The story itself comes through the gate first: these ask for its id.</summary>
public static class PublicReplyQueries
{
    // Translated once for all, like the story that they stand under.
    private static readonly Compiled<Func<DatelineDb, Guid, IAsyncEnumerable<Row>>> FirstPage = new(() => EF.CompileAsyncQuery((DatelineDb db, Guid story) =>
        db.Set<Reply>().AsNoTracking().Where(reply => reply.StoryId == story && reply.State == ReplyState.Published)
            .OrderBy(reply => reply.PublishedAt).ThenBy(reply => reply.Id).Take(ReplyThread.PageSize + 1)
            .Select(reply => new Row(
                new PublicReply(reply.Id, reply.ParentId, reply.Name, reply.Website, reply.Body, reply.PublishedAt!.Value, reply.IsStaff),
                db.Set<Reply>().Count(other => other.StoryId == story && other.State == ReplyState.Published)))));

    private static readonly Compiled<Func<DatelineDb, Guid, DateTimeOffset, Guid, IAsyncEnumerable<Row>>> PageAfter = new(() => EF.CompileAsyncQuery((DatelineDb db, Guid story, DateTimeOffset at, Guid id) =>
        db.Set<Reply>().AsNoTracking().Where(reply => reply.StoryId == story && reply.State == ReplyState.Published)
            .Where(reply => reply.PublishedAt > at || (reply.PublishedAt == at && reply.Id > id))
            .OrderBy(reply => reply.PublishedAt).ThenBy(reply => reply.Id).Take(ReplyThread.PageSize + 1)
            .Select(reply => new Row(
                new PublicReply(reply.Id, reply.ParentId, reply.Name, reply.Website, reply.Body, reply.PublishedAt!.Value, reply.IsStaff),
                db.Set<Reply>().Count(other => other.StoryId == story && other.State == ReplyState.Published)))));

    /// <summary>A reply, and beside each how many there are.</summary>
    private sealed record Row(PublicReply Reply, int Count);

    extension(DatelineDb db)
    {
        /// <summary>A story's published replies, oldest first, in one round trip: a page of them, and how many there are.</summary>
        public async Task<ReplyThread> PublicReplies(Guid story, ReplyPlace? after, CancellationToken cancel)
        {
            var rows = new List<Row>();
            await foreach (var row in (after is { } place ? PageAfter.For(db)(db, story, place.At, place.Id) : FirstPage.For(db)(db, story)).WithCancellation(cancel)) rows.Add(row);
            // A page past the end has no row that could carry the count.
            if (rows.Count == 0) return ReplyThread.Empty with { Count = after is null ? 0 : await Published(db, story).CountAsync(cancel) };
            var replies = rows.Take(ReplyThread.PageSize).Select(row => row.Reply).ToList();
            var next = rows.Count > ReplyThread.PageSize ? new ReplyPlace(replies[^1].At, replies[^1].Id) : null;
            return new ReplyThread(rows[0].Count, replies, next);
        }

        /// <summary>The newest published replies, newest first: what a feed carries.</summary>
        public async Task<IReadOnlyList<PublicReply>> LatestReplies(Guid story, CancellationToken cancel) =>
            await Published(db, story).OrderByDescending(reply => reply.PublishedAt).ThenByDescending(reply => reply.Id).Take(ReplyThread.PageSize)
                .Select(reply => new PublicReply(reply.Id, reply.ParentId, reply.Name, reply.Website, reply.Body, reply.PublishedAt!.Value, reply.IsStaff)).ToListAsync(cancel);

        /// <summary>Who wrote a published reply of this story; null when there is none: it can't be answered.</summary>
        public Task<string?> PublicReplyName(Guid story, Guid? reply, CancellationToken cancel) =>
            reply is null ? Task.FromResult<string?>(null)
                : Published(db, story).Where(known => known.Id == reply).Select(known => known.Name).FirstOrDefaultAsync(cancel);

        /// <summary>A published reply of this story as the one that answers it needs it; null when there is none.</summary>
        public Task<Answered?> PublicReplyToAnswer(Guid story, Guid reply, CancellationToken cancel) =>
            Published(db, story).Where(known => known.Id == reply).Select(known => new Answered(known.Id, known.Path)).FirstOrDefaultAsync(cancel);

        /// <summary>How many published replies each of these stories has.</summary>
        public async Task<Dictionary<Guid, int>> ReplyCounts(IReadOnlyCollection<Guid> stories, CancellationToken cancel) =>
            await db.Set<Reply>().Where(reply => stories.Contains(reply.StoryId) && reply.State == ReplyState.Published)
                .GroupBy(reply => reply.StoryId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancel);
    }

    private static IQueryable<Reply> Published(DatelineDb db, Guid story) =>
        db.Set<Reply>().Where(reply => reply.StoryId == story && reply.State == ReplyState.Published);
}
