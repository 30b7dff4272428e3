using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Replies.Readers;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Moderation;

/// <summary>What waits in all, and for how long: whatever the filter, this is what moderators answer for.</summary>
/// <param name="Moved">How many wait that came with the move from a former site: nobody is late with these.</param>
public sealed record Backlog(int Held, DateTimeOffset? Oldest, TimeSpan Target, int Reports, int Appeals, int Moved)
{
    /// <summary>Above this many the exact number helps nobody, and counting costs.</summary>
    public const int MostCounted = 1_000;

    public bool IsLate(DateTimeOffset now) => now - Oldest > Target;

    internal static async Task<Backlog> Read(DatelineDb db, Screening.ScreeningSettings settings, CancellationToken cancel)
    {
        var counts = await Counts.Read(db, cancel);
        var oldest = await Waiting(db).Select(reply => (DateTimeOffset?)reply.SubmittedAt).FirstOrDefaultAsync(cancel);
        return new Backlog(counts.Held, oldest, TimeSpan.FromMinutes(settings.TargetMinutes), counts.Reports, counts.Appeals,
            await db.Set<Reply>().Where(reply => reply.State == ReplyState.Held && reply.HeldBy == Screening.ModePhase.Moved).OrderBy(reply => reply.SubmittedAt).Take(MostCounted).CountAsync(cancel));
    }

    private static IOrderedQueryable<Reply> Waiting(DatelineDb db) => db.Set<Reply>().Where(reply => reply.State == ReplyState.Held && reply.HeldBy != Screening.ModePhase.Moved).OrderBy(reply => reply.SubmittedAt);

    public static string Words(int count) => count >= MostCounted ? $"{Number(MostCounted)}+" : Number(count);

    /// <summary>How many wait in each place.</summary>
    public readonly record struct Counts(int Held, int Reports, int Appeals)
    {
        internal static async Task<Counts> Read(DatelineDb db, CancellationToken cancel) => new(
            await Waiting(db).Take(MostCounted).CountAsync(cancel),
            await db.Set<ReplyReport>().Where(report => report.Outcome == null).OrderBy(report => report.At).Take(MostCounted).CountAsync(cancel),
            await db.Set<Appeal>().Where(appeal => appeal.Outcome == null).OrderBy(appeal => appeal.At).Take(MostCounted).CountAsync(cancel));
    }
}

/// <summary>One page of the queue over all stories.</summary>
public sealed record ModerationQueue(QueueFilter Filter, IReadOnlyList<WaitingReply> Replies, ReplyPlace? Next)
{
    public const int PageSize = 50;

    /// <summary>Those that wait: oldest first. The others: newest first, because that is what one looks for.</summary>
    internal static async Task<ModerationQueue> Read(DatelineDb db, QueueFilter filter, ReplyPlace? after, DateTimeOffset now, CancellationToken cancel)
    {
        var oldestFirst = filter.State == ReplyState.Held;
        var found = await ReadReplies(db, Page(await filter.Apply(db, now, cancel), oldestFirst, after), cancel);
        // The join need not keep the order.
        var sorted = (oldestFirst ? found.OrderBy(reply => reply.At).ThenBy(reply => reply.Id) : found.OrderByDescending(reply => reply.At).ThenByDescending(reply => reply.Id)).ToList();
        return new ModerationQueue(filter, sorted[..Math.Min(sorted.Count, PageSize)], sorted.Count > PageSize ? sorted[PageSize - 1].Place : null);
    }

    /// <summary>One reply, whatever its state; null when there is none.</summary>
    internal static async Task<WaitingReply?> Find(DatelineDb db, Guid id, CancellationToken cancel) =>
        await ReadReplies(db, db.Set<Reply>().Where(reply => reply.Id == id), cancel) is [var reply] ? reply : null;

    /// <summary>A page's worth of replies with all that stands beside them, in five round trips.</summary>
    internal static async Task<IReadOnlyList<WaitingReply>> ReadReplies(DatelineDb db, IQueryable<Reply> some, CancellationToken cancel)
    {
        var replies = db.Set<Reply>();
        // What is answered is joined: "the first of those with this id" would number all replies there are.
        var page = await some.LeftJoin(replies, reply => reply.ParentId, parent => parent.Id, (reply, parent) => new { reply, parent }).Join(db.Set<Story>(), row => row.reply.StoryId, story => story.Id, (row, story) => new
        {
            Reply = row.reply,
            // Known by a cookie alone is not known: only who proved the address is.
            IsVerified = db.Set<Reader>().Any(reader => reader.Id == row.reply.ReaderId && reader.VerifiedAt != null),
            Parent = row.parent == null ? null : new { row.parent.Id, row.parent.Name, row.parent.Body },
            story.Id,
            story.Key,
            story.Edition,
            story.Slug,
            story.Headline,
            story.Summary,
            story.Language,
            story.Status,
        }).ToListAsync(cancel);
        var ids = page.ConvertAll(row => row.Reply.Id);
        var decisions = await Decisions(db, [.. page.Select(row => row.Reply.DecisionId).OfType<Guid>()], cancel);
        var senders = await Senders(db, [.. page.Where(row => row.Reply.AddressKey is not null).Select(row => row.Reply.Id)], cancel);
        var reports = await db.Set<ReplyReport>().Where(report => ids.Contains(report.ReplyId) && report.Outcome == null)
            .GroupBy(report => report.ReplyId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancel);
        var bans = (await db.Set<Screening.Ban>().Where(ban => ban.ReplyId != null && ids.Contains(ban.ReplyId.Value)).Select(ban => new { Reply = ban.ReplyId!.Value, ban.Until }).ToListAsync(cancel))
            .ToLookup(ban => ban.Reply, ban => ban.Until ?? DateTimeOffset.MaxValue);
        return page.ConvertAll(row => new WaitingReply(row.Reply.Id, row.Reply.Name, row.Reply.Website, row.Reply.Body, row.Reply.SubmittedAt,
            row.Parent is { } parent ? new AnsweredReply(parent.Id, parent.Name, parent.Body) : null,
            new WaitingStory(row.Id, row.Key, StoryPath.Of(row.Edition, row.Key, row.Slug), row.Headline, row.Summary, row.Language, row.Status == StoryStatus.Killed),
            row.Reply.DecisionId is { } decision ? decisions.GetValueOrDefault(decision) : null)
        {
            State = row.Reply.State,
            EditedAt = row.Reply.EditedAt,
            Findings = row.Reply.Findings,
            Marks = new(row.Reply.Links, row.Reply.IsQuestion, row.Reply.IsStaff, row.Reply.PickedAt is not null, row.Reply.PinnedAt is not null, row.Reply.EditedAt is not null, row.Reply.ErasedAt is not null, row.IsVerified),
            Sender = senders.GetValueOrDefault(row.Reply.Id),
            Reports = reports.GetValueOrDefault(row.Reply.Id),
            BannedUntil = bans[row.Reply.Id].DefaultIfEmpty().Max(),
        });
    }

    private static IQueryable<Reply> Page(IQueryable<Reply> replies, bool oldestFirst, ReplyPlace? after) => (oldestFirst, after) switch
    {
        (true, null) => replies.OrderBy(reply => reply.SubmittedAt).ThenBy(reply => reply.Id).Take(PageSize + 1),
        (true, var place) => replies.Where(reply => reply.SubmittedAt > place.At || (reply.SubmittedAt == place.At && reply.Id > place.Id))
            .OrderBy(reply => reply.SubmittedAt).ThenBy(reply => reply.Id).Take(PageSize + 1),
        (false, null) => replies.OrderByDescending(reply => reply.SubmittedAt).ThenByDescending(reply => reply.Id).Take(PageSize + 1),
        (false, var place) => replies.Where(reply => reply.SubmittedAt < place.At || (reply.SubmittedAt == place.At && reply.Id < place.Id))
            .OrderByDescending(reply => reply.SubmittedAt).ThenByDescending(reply => reply.Id).Take(PageSize + 1),
    };

    private static async Task<Dictionary<Guid, PastDecision>> Decisions(DatelineDb db, List<Guid> ids, CancellationToken cancel)
    {
        var staff = db.Set<Staff>();
        return await db.Set<ReplyDecision>().Where(decision => ids.Contains(decision.Id))
            .Select(decision => new
            {
                decision.Id,
                Past = new PastDecision(decision.To, staff.Where(person => person.Id == decision.By).Select(person => person.Name).FirstOrDefault(), decision.Rule, decision.RuleVersion, decision.Reason, decision.At),
            }).ToDictionaryAsync(row => row.Id, row => row.Past, cancel);
    }

    /// <summary>By the index on addresses, which has the states too, the latest of each: a reader of ten years costs no more than a new one. The four counts come as digits of one sum, because a reply can have one number by its side in SQLite and not four.</summary>
    private static async Task<Dictionary<Guid, SenderRecord>> Senders(DatelineDb db, List<Guid> ids, CancellationToken cancel)
    {
        const long waiting = 1, published = 1_000 * waiting, rejected = 1_000 * published, spam = 1_000 * rejected; // each digit holds SenderRecord.MostCounted
        var replies = db.Set<Reply>();
        return await replies.Where(reply => ids.Contains(reply.Id)).Select(reply => new
        {
            reply.Id,
            Sum = replies.Where(other => other.AddressKey != null && other.AddressKey == reply.AddressKey && other.Id != reply.Id).OrderByDescending(other => other.SubmittedAt).Take(SenderRecord.MostCounted)
                .Sum(other => other.State == ReplyState.Held ? waiting : other.State == ReplyState.Published ? published : other.State == ReplyState.Rejected ? rejected : other.State == ReplyState.Spam ? spam : 0),
        }).ToDictionaryAsync(row => row.Id, row => new SenderRecord(Digit(row.Sum, waiting), Digit(row.Sum, published), Digit(row.Sum, rejected), Digit(row.Sum, spam)), cancel);

        static int Digit(long sum, long of) => (int)(sum / of % 1_000);
    }
}
