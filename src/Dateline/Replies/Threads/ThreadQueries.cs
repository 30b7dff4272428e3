#pragma warning disable CA1309, MA0006, MA0074 // the database compares, by the order it sorts in
using System.Linq.Expressions;
using Dateline.Foundation.Markup;
using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Threads;

/// <summary>Pages of a story's replies: one bounded question each, however many replies there are.</summary>
public static class ThreadQueries
{
    private const int MostPinned = 3;

    /// <summary>What is read of a reply, and no more: neither its address nor what the phases said of it.</summary>
    private static readonly Expression<Func<DatelineDb, Guid, Reply, Row>> RowOf = (db, story, reply) => new Row(
        reply.Id, reply.ParentId, reply.Path, reply.State, reply.Name, reply.Website, reply.Body, reply.SubmittedAt, reply.PublishedAt, reply.IsStaff, reply.Answers, reply.EditedAt, reply.PickedAt, reply.PinnedAt, reply.OldNumber,
        db.Set<Reply>().Where(parent => parent.Id == reply.ParentId && parent.State == ReplyState.Published).Select(parent => parent.Name).FirstOrDefault(),
        (reply.State == ReplyState.Rejected || reply.State == ReplyState.Spam) && db.Set<ReplyDecision>().Any(decision => decision.Id == reply.DecisionId && decision.By != null),
        db.Set<Reply>().Count(other => other.StoryId == story && other.State == ReplyState.Published),
        db.Set<Reply>().Count(other => other.StoryId == story && other.State == ReplyState.Published && other.PinnedAt != null),
        db.Set<Reply>().Any(other => other.StoryId == story && other.State == ReplyState.Published && other.PickedAt != null));

    // Translated once for all, like the story that they stand under.
    private static readonly Compiled<Func<DatelineDb, Guid, string, IAsyncEnumerable<Row>>> InOrder = new(() => EF.CompileAsyncQuery(Spelled<Func<DatelineDb, Guid, string, IQueryable<Row>>>((db, story, after) =>
        db.Set<Reply>().AsNoTracking().Where(reply => reply.StoryId == story && reply.PublishedAt != null && string.Compare(reply.Path, after) > 0)
            .Where(reply => reply.State == ReplyState.Published || reply.Answers > 0)
            .OrderBy(reply => reply.Path).Take(ReplyThread.PageSize + 1)
            .Select(reply => Shown(db, story, reply)))));

    /// <summary>A reply, and beside each what holds for the whole story.</summary>
    private sealed record Row(
        Guid Id, Guid? ParentId, string Path, ReplyState State, string Name, string? Website, Body Body, DateTimeOffset SubmittedAt, DateTimeOffset? PublishedAt, bool IsStaff, int Answers,
        DateTimeOffset? EditedAt, DateTimeOffset? PickedAt, DateTimeOffset? PinnedAt, long? OldNumber, string? ParentName, bool SomebodyRemoved, int Count, int Pinned, bool HasPicks);

    /// <summary>Stands for <see cref="RowOf"/> in the queries of this file.</summary>
    private static Row Shown(DatelineDb db, Guid story, Reply reply) => throw QueryWord.Only;

    private static Expression<T> Spelled<T>(Expression<T> query) => QueryWord.Spell(query, nameof(Shown), RowOf);

    extension(DatelineDb db)
    {
        /// <summary>The first page as it stands under a story.</summary>
        public Task<ReplyThread> PublicReplies(Guid story, CancellationToken cancel) => db.PublicReplies(story, ThreadOrder.Oldest, null, cancel);

        public async Task<ReplyThread> PublicReplies(Guid story, ThreadOrder order, ThreadPlace? place, CancellationToken cancel)
        {
            var rows = new List<Row>();
            var backwards = place?.Backwards == true;
            var path = order == ThreadOrder.Oldest && place is not null ? await PathOf(db, story, place.Id, cancel) : "";
            if (order == ThreadOrder.Oldest && !backwards)
                await foreach (var row in InOrder.For(db)(db, story, path).WithCancellation(cancel)) rows.Add(row);
            else
                rows = await Rows(db, story, Page(db.Set<Reply>().Where(reply => reply.StoryId == story), order, place, path)).ToListAsync(cancel);

            // A page past the end has no row that could carry the count.
            if (rows.Count == 0) return ReplyThread.Empty with { Order = order, Count = place is null && order == ThreadOrder.Oldest ? 0 : await Published(db, story).CountAsync(cancel), Pinned = place is null && order != ThreadOrder.Oldest ? await Pinned(db, story, cancel) : [] };
            var more = rows.Count > ReplyThread.PageSize;
            if (more) rows.RemoveAt(ReplyThread.PageSize);
            if (backwards) rows.Reverse();
            return new ReplyThread(rows[0].Count, rows.ConvertAll(Public),
                more || backwards ? Beside(rows[^1], order) : null,
                (backwards ? more : place is not null) ? Beside(rows[0], order) with { Backwards = true } : null)
            {
                Order = order,
                HasPicks = rows[0].HasPicks,
                Pinned = place is null && rows[0].Pinned > 0 ? await Pinned(db, story, cancel) : [],
            };
        }

        /// <summary>One reply with what it answers above it and what answers it beneath; null when the public sees none at this place.</summary>
        public async Task<OneThread?> PublicThread(Guid story, Guid id, ThreadPlace? place, CancellationToken cancel)
        {
            if (await Seen(db, story).Where(reply => reply.Id == id).Select(reply => new { reply.Path, reply.ParentId }).FirstOrDefaultAsync(cancel) is not { Path: var path, ParentId: var parent }) return null;
            var above = await DeepReplies.Above(db, path, parent, cancel);
            var start = await Rows(db, story, db.Set<Reply>().Where(reply => reply.Id == id || (reply.StoryId == story && above.Contains(reply.Id)))).ToListAsync(cancel);
            var after = place is null ? path : await PathOf(db, story, place.Id, cancel);
            var beneath = await Rows(db, story, (await DeepReplies.Beneath(Seen(db, story), Seen(db, story), id, path, cancel))
                .Where(reply => string.Compare(reply.Path, after) > 0)
                .OrderBy(reply => reply.Path).Take(ReplyThread.PageSize + 1)).ToListAsync(cancel);
            var next = beneath.Count > ReplyThread.PageSize ? Beside(beneath[ReplyThread.PageSize - 1], ThreadOrder.Oldest) : null;
            var line = start.ToDictionary(reply => reply.Id);
            return new OneThread(id, place is not null, [.. above.Append(id).Where(line.ContainsKey).Select(one => Public(line[one]))], [.. beneath.Take(ReplyThread.PageSize).Select(Public)], next);
        }
    }

    private static async Task<IReadOnlyList<PublicReply>> Pinned(DatelineDb db, Guid story, CancellationToken cancel) =>
        (await Rows(db, story, Published(db, story).Where(reply => reply.PinnedAt != null).OrderByDescending(reply => reply.PinnedAt).Take(MostPinned)).ToListAsync(cancel)).ConvertAll(Public);

    private static IQueryable<Row> Rows(DatelineDb db, Guid story, IQueryable<Reply> replies) =>
        replies.AsNoTracking().Select(Spelled<Func<Reply, Row>>(reply => Shown(db, story, reply)));

    private static IQueryable<Reply> Page(IQueryable<Reply> replies, ThreadOrder order, ThreadPlace? place, string path)
    {
        var (key, id, back) = place is null ? (0, Guid.Empty, false) : (place.Key, place.Id, place.Backwards);
        var at = Instants.FromMicroseconds(key);
        var published = replies.Where(reply => reply.State == ReplyState.Published);
        var page = order switch
        {
            ThreadOrder.Newest when back => published.Where(reply => reply.PublishedAt > at || (reply.PublishedAt == at && reply.Id > id)).OrderBy(reply => reply.PublishedAt).ThenBy(reply => reply.Id),
            ThreadOrder.Newest => published.Where(reply => place == null || reply.PublishedAt < at || (reply.PublishedAt == at && reply.Id < id)).OrderByDescending(reply => reply.PublishedAt).ThenByDescending(reply => reply.Id),
            ThreadOrder.Discussed when back => published.Where(reply => reply.ParentId == null && (reply.Answers > key || (reply.Answers == key && reply.Id > id))).OrderBy(reply => reply.Answers).ThenBy(reply => reply.Id),
            ThreadOrder.Discussed => published.Where(reply => reply.ParentId == null && (place == null || reply.Answers < key || (reply.Answers == key && reply.Id < id))).OrderByDescending(reply => reply.Answers).ThenByDescending(reply => reply.Id),
            ThreadOrder.Picks when back => published.Where(reply => reply.PickedAt > at || (reply.PickedAt == at && reply.Id > id)).OrderBy(reply => reply.PickedAt).ThenBy(reply => reply.Id),
            ThreadOrder.Picks => published.Where(reply => reply.PickedAt != null && (place == null || reply.PickedAt < at || (reply.PickedAt == at && reply.Id < id))).OrderByDescending(reply => reply.PickedAt).ThenByDescending(reply => reply.Id),
            _ => replies.Where(reply => reply.PublishedAt != null && string.Compare(reply.Path, path) < 0 && (reply.State == ReplyState.Published || reply.Answers > 0)).OrderByDescending(reply => reply.Path),
        };
        return page.Take(ReplyThread.PageSize + 1);
    }

    private static ThreadPlace Beside(Row reply, ThreadOrder order) => new(order switch
    {
        ThreadOrder.Newest => Instants.ToMicroseconds(reply.PublishedAt!.Value),
        ThreadOrder.Discussed => reply.Answers,
        ThreadOrder.Picks => Instants.ToMicroseconds(reply.PickedAt!.Value),
        _ => 0,
    }, reply.Id);

    /// <summary>"" for a reply that isn't there: the beginning.</summary>
    private static async Task<string> PathOf(DatelineDb db, Guid story, Guid id, CancellationToken cancel) =>
        await db.Set<Reply>().Where(reply => reply.Id == id && reply.StoryId == story).Select(reply => reply.Path).FirstOrDefaultAsync(cancel) ?? "";

    private static IQueryable<Reply> Published(DatelineDb db, Guid story) =>
        db.Set<Reply>().Where(reply => reply.StoryId == story && reply.State == ReplyState.Published);

    private static IQueryable<Reply> Seen(DatelineDb db, Guid story) =>
        db.Set<Reply>().Where(reply => reply.StoryId == story && reply.PublishedAt != null && (reply.State == ReplyState.Published || reply.Answers > 0));

    /// <summary>A rule is nobody: that a moderator removed it is said only where one did.</summary>
    private static Absence WhyGone(Row reply) =>
        reply.State == ReplyState.Withdrawn ? Absence.Withdrawn : reply.SomebodyRemoved ? Absence.Removed : Absence.NotShown;

    /// <summary>The one place where a reply becomes public words: of one that is gone only the place is left.</summary>
    private static PublicReply Public(Row reply)
    {
        var depth = Math.Max(0, ThreadPath.Depth(reply.Path));
        var at = reply.PublishedAt ?? reply.SubmittedAt;
        if (reply.State != ReplyState.Published)
            return new PublicReply(reply.Id, reply.ParentId, "", null, Body.Empty, at, false) { Gone = WhyGone(reply), Depth = depth, Answers = reply.Answers };
        return new PublicReply(reply.Id, reply.ParentId, reply.Name, reply.Website, reply.Body, at, reply.IsStaff)
        {
            Depth = depth,
            ParentName = reply.ParentName,
            Answers = reply.Answers,
            EditedAt = reply.EditedAt,
            PickedAt = reply.PickedAt,
            IsPinned = reply.PinnedAt is not null,
            OldNumber = reply.OldNumber,
        };
    }
}

/// <summary>One reply's own page.</summary>
/// <param name="IsLater">It isn't the first page of what answers it.</param>
/// <param name="Line">From the reply to the story down to the one that was asked for.</param>
/// <param name="Beneath">What answers it, in the order of reading.</param>
public sealed record OneThread(Guid Asked, bool IsLater, IReadOnlyList<PublicReply> Line, IReadOnlyList<PublicReply> Beneath, ThreadPlace? Next);
