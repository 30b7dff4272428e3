using Dateline.Foundation.Markup;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Moderation;

/// <summary>A reply as a moderator sees it: with its story, whom it answers, and who decided what before. No address.</summary>
public sealed record WaitingReply(Guid Id, string Name, string? Website, Body Body, DateTimeOffset At, string? Answers, WaitingStory Story, PastDecision? Decision)
{
    public bool HasLink => Website is not null || Links(Body.AllBlocks());

    private static bool Links(IEnumerable<Block> blocks) => blocks.OfType<Paragraph>().SelectMany(paragraph => paragraph.Content).OfType<Text>().Any(piece => piece.Link is not null);
}

public sealed record WaitingStory(string Path, string Headline, string Language, bool Killed);

/// <param name="By">Null when a rule decided.</param>
/// <param name="Rule">One of <see cref="Rules"/>.</param>
/// <param name="Reason">One of <see cref="Grounds"/>.</param>
public sealed record PastDecision(ReplyState To, string? By, string? Rule, string? Reason, DateTimeOffset At);

/// <summary>One page of the queue over all stories.</summary>
public sealed record ModerationQueue(ReplyState State, IReadOnlyList<WaitingReply> Replies, ReplyPlace? Next, int Held, DateTimeOffset? OldestHeld)
{
    public const int PageSize = 50;

    /// <summary>Above this many the exact number helps nobody, and counting costs.</summary>
    public const int MostCounted = 1_000;

    /// <summary>Those that wait: oldest first. The others: newest first, because that is what one looks for.</summary>
    internal static async Task<ModerationQueue> Read(DatelineDb db, ReplyState state, ReplyPlace? after, CancellationToken cancel)
    {
        var replies = db.Set<Reply>();
        var page = await Page(replies.Where(reply => reply.State == state), state == ReplyState.Held, after)
            .Join(db.Set<Story>(), reply => reply.StoryId, story => story.Id, (reply, story) => new
            {
                reply.Id,
                reply.Name,
                reply.Website,
                reply.Body,
                reply.SubmittedAt,
                reply.DecisionId,
                Answers = replies.Where(parent => parent.Id == reply.ParentId).Select(parent => parent.Name).FirstOrDefault(),
                story.Edition,
                story.Key,
                story.Slug,
                story.Headline,
                story.Language,
                story.Status,
            }).ToListAsync(cancel);
        var decisions = await Decisions(db, [.. page.Select(row => row.DecisionId).OfType<Guid>()], cancel);
        var waiting = page.Select(row => new WaitingReply(row.Id, row.Name, row.Website, row.Body, row.SubmittedAt, row.Answers,
            new WaitingStory(StoryPath.Of(row.Edition, row.Key, row.Slug), row.Headline, row.Language, row.Status == StoryStatus.Killed),
            row.DecisionId is { } decision ? decisions.GetValueOrDefault(decision) : null));
        // The join need not keep the order.
        var sorted = (state == ReplyState.Held ? waiting.OrderBy(reply => reply.At).ThenBy(reply => reply.Id) : waiting.OrderByDescending(reply => reply.At).ThenByDescending(reply => reply.Id)).ToList();
        var held = replies.Where(reply => reply.State == ReplyState.Held).OrderBy(reply => reply.SubmittedAt);
        return new ModerationQueue(state, sorted[..Math.Min(sorted.Count, PageSize)],
            sorted.Count > PageSize ? new ReplyPlace(sorted[PageSize - 1].At, sorted[PageSize - 1].Id) : null,
            await held.Take(MostCounted).CountAsync(cancel), await held.Select(reply => (DateTimeOffset?)reply.SubmittedAt).FirstOrDefaultAsync(cancel));
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
                Past = new PastDecision(decision.To, staff.Where(person => person.Id == decision.By).Select(person => person.Name).FirstOrDefault(), decision.Rule, decision.Reason, decision.At),
            }).ToDictionaryAsync(row => row.Id, row => row.Past, cancel);
    }
}
