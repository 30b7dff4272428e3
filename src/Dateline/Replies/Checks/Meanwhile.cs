using Dateline.Foundation.Storage;
using Dateline.Replies.Readers;
using Dateline.Replies.Screening;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Checks;

/// <summary>
/// What changed while an answer from outside was waited for. Nothing spoke against the reply when it came in; its writer may have
/// been banned since, or the discussion closed.
/// </summary>
internal sealed class Meanwhile(AddressVault vault, IEnumerable<IPhase> phases)
{
    /// <summary>What speaks against publishing the reply now; null: nothing does. Asked in the transaction that would publish it.</summary>
    public async Task<Finding?> Objection(DatelineDb db, Reply reply, Discussion discussion, DateTimeOffset now, CancellationToken cancel)
    {
        var (id, trusted, approved) = (reply.ReaderId, false, 0);
        var known = id is null ? null : await db.Set<Reader>().Where(row => row.Id == id).Select(row => new { row.Standing, row.VerifiedAt }).FirstOrDefaultAsync(cancel);
        if (await Ban(db, reply, known?.VerifiedAt is not null, now, cancel) is { } ban) return Of<BanPhase>().Hold(ban.Rule);
        if (id is { } reader && known is not null)
        {
            if (known.Standing == Standing.AlwaysHeld) return Of<TrustPhase>().Hold(TrustPhase.AlwaysHeld);
            (trusted, approved) = (TrustPhase.Trusts(known.Standing, known.VerifiedAt), await TrustPhase.Approved(db, reader, now, cancel));
        }
        if (!discussion.IsOpen(now)) return Of<ModePhase>().Hold("all");
        var mode = ModePhase.Look(discussion, trusted, approved, now);
        return mode.Says == Says.Pass ? null : mode;
    }

    private async Task<BanReach?> Ban(DatelineDb db, Reply reply, bool proved, DateTimeOffset now, CancellationToken cancel)
    {
        var (id, name) = (reply.Id, SenderKeys.Of(vault, null, "", reply.Name).Name);
        var network = await db.Set<ReplyTrace>().Where(trace => trace.ReplyId == id).Select(trace => trace.NetworkKey).FirstOrDefaultAsync(cancel);
        var sender = new SenderKeys(network ?? "", reply.AddressKey ?? "", name);
        string[] keys = [sender.Network, sender.Address, sender.Name];
        return BanReach.Strictest(await db.Set<Ban>().Where(ban => keys.Contains(ban.Key)).ToListAsync(cancel), sender, proved, now);
    }

    /// <summary>The phase that would say so of a new reply, with the version of its rule.</summary>
    private T Of<T>() where T : IPhase => phases.OfType<T>().Single();
}
