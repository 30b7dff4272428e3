using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.Replies.Letters;
using Dateline.Replies.Readers;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Own;

/// <summary>
/// Hears of moderators' decisions, and hands in a letter to the writer (Digital Services Act, article 17: a statement of reasons to whom it
/// concerns, where the way to reach them is known). Only to an address that its reader has proved, and of a reply that came with that reader's
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
        return false;
    }

    protected override async Task Hear(DatelineDb db, IReadOnlyList<Happened> news, CancellationToken cancel)
    {
        if (!office.IsOpen) return;
        foreach (var some in Replies(news).Chunk(InOneQuestion))
            foreach (var (reply, decision, address) in await Told(db, some).ToListAsync(cancel)) await office.Take(db, address, new DecisionErrand(reply, decision), clock.Now(), cancel);
    }

    private static IEnumerable<Guid> Replies(IReadOnlyList<Happened> news) => news.Select(item => item.Fact switch
    {
        ReplyPublished { Reply: var id } => id,
        ReplyRejected { Reply: var id } => id,
        ReplyTakenDown { Reply: var id } => id,
        _ => Guid.Empty,
    }).Where(id => id != Guid.Empty).Distinct();

    /// <summary>What became of these by a moderator's hand and is so still, and who is to hear it. A rule's decision is told where the reply was sent.</summary>
    private static IQueryable<Due> Told(DatelineDb db, Guid[] some) =>
        from reply in db.Set<Reply>()
        where some.Contains(reply.Id) && reply.State != ReplyState.Withdrawn
        join reader in db.Set<Reader>() on reply.ReaderId equals reader.Id
        where reader.VerifiedAt != null && reader.AddressKey == reply.AddressKey
        join decision in db.Set<ReplyDecision>() on reply.DecisionId equals decision.Id
        where decision.By != null && decision.Rule != Rules.Undo
        select new Due(reply.Id, decision.Id, reader.AddressKey);

    private sealed record Due(Guid Reply, Guid Decision, string AddressKey);
}
