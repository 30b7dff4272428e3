using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.Replies.Letters;
using Dateline.Replies.Moderation;
using Dateline.Replies.Readers;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Own;

/// <summary>
/// Hears of moderators' decisions, and hands in a letter to the writer (Digital Services Act, article 17: a statement of reasons to whom it
/// concerns, where the way to reach them is known; article 20: a complainant is told what became of the complaint). An appeal that is
/// granted is told as the decision that it led to; of one that is dismissed there is no other decision. Only to an address that its reader has proved, and of a reply that came with that reader's
/// cookie: an address that somebody typed may be anybody's.
/// </summary>
internal sealed class DecisionNews(DatelineDbFactory databases, Writes writes, JournalSignal signal, PostOffice office, TimeProvider clock, ILogger<DecisionNews> log)
    : JournalFollower("reply-decisions", databases, writes, signal, log)
{
    private const int InOneQuestion = 200;

    protected override async Task<bool> Concerns(DatelineDb db, IReadOnlyList<Happened> news, CancellationToken cancel)
    {
        if (!office.IsOpen) return false;
        foreach (var some in Replies(news).Chunk(InOneQuestion))
            if (await Told(db, some).AnyAsync(cancel)) return true;
        foreach (var some in Appeals(news).Chunk(InOneQuestion))
            if (await Dismissed(db, some).AnyAsync(cancel)) return true;
        return false;
    }

    protected override async Task Hear(DatelineDb db, IReadOnlyList<Happened> news, CancellationToken cancel)
    {
        if (!office.IsOpen) return;
        foreach (var some in Replies(news).Chunk(InOneQuestion))
            foreach (var (reply, decision, address) in await Told(db, some).ToListAsync(cancel)) await office.Take(db, address, new DecisionErrand(reply, decision), clock.Now(), cancel);
        foreach (var some in Appeals(news).Chunk(InOneQuestion))
            foreach (var (reply, decision, address, appeal) in await Dismissed(db, some).ToListAsync(cancel)) await office.Take(db, address, new DecisionErrand(reply, decision, appeal), clock.Now(), cancel);
    }

    private static IEnumerable<Guid> Replies(IReadOnlyList<Happened> news) => news.Select(item => item.Fact switch
    {
        ReplyPublished { Reply: var id } => id,
        ReplyRejected { Reply: var id } => id,
        ReplyTakenDown { Reply: var id } => id,
        _ => Guid.Empty,
    }).Where(id => id != Guid.Empty).Distinct();

    private static IEnumerable<Guid> Appeals(IReadOnlyList<Happened> news) => news.Select(item => item.Fact).OfType<AppealDecided>().Select(fact => fact.Appeal).Distinct();

    /// <summary>What became of these by a moderator's hand and is so still, and who is to hear it. A rule's decision is told where the reply was sent.</summary>
    private static IQueryable<Due> Told(DatelineDb db, Guid[] some) =>
        from reply in db.Set<Reply>()
        where some.Contains(reply.Id) && reply.State != ReplyState.Withdrawn
        join reader in db.Set<Reader>() on reply.ReaderId equals reader.Id
        where reader.VerifiedAt != null && reader.AddressKey == reply.AddressKey
        join decision in db.Set<ReplyDecision>() on reply.DecisionId equals decision.Id
        where decision.By != null && decision.Rule != Rules.Undo
        select new Due(reply.Id, decision.Id, reader.AddressKey);

    /// <summary>Which of these appeals were dismissed, and who is to hear it.</summary>
    private static IQueryable<DueAppeal> Dismissed(DatelineDb db, Guid[] some) =>
        from appeal in db.Set<Appeal>()
        where some.Contains(appeal.Id) && appeal.Outcome == Outcome.Dismissed
        join reply in db.Set<Reply>() on appeal.ReplyId equals reply.Id
        join reader in db.Set<Reader>() on reply.ReaderId equals reader.Id
        where reader.VerifiedAt != null && reader.AddressKey == reply.AddressKey
        select new DueAppeal(reply.Id, reply.DecisionId, reader.AddressKey, appeal.Id);

    private sealed record Due(Guid Reply, Guid Decision, string AddressKey);

    private sealed record DueAppeal(Guid Reply, Guid? Decision, string AddressKey, Guid Appeal);
}
