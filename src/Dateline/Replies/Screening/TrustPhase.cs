using Dateline.Foundation.Storage;
using Dateline.Replies.Readers;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Screening;

/// <summary>
/// What moderators think of whoever writes: trust attaches to a reader's signed cookie (<see cref="ReaderPhase"/>), never to a typed address, because anybody can
/// type one. The score is how many of the reader's replies waited and were let pass; none while one of them was rejected or called spam lately.
/// What was public at once, where a discussion is open, nobody has read before.
/// </summary>
internal sealed class TrustPhase(DatelineDbFactory databases) : IPhase
{
    /// <summary>Looked back at for replies that had to be taken down.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromDays(90);
    private const int Most = 100;

    /// <summary>The rule by which a reader's replies wait because a moderator said so.</summary>
    public const string AlwaysHeld = "always-held";

    public string Name => "trust";

    public int Version => 3;

    public async ValueTask<Finding> Look(Candidate candidate, CancellationToken cancel)
    {
        if (candidate.KnownReader is not { } id) return this.Pass(candidate.Reader is null ? null : "not-known");
        if (candidate.Standing == Standing.AlwaysHeld) return this.Hold(AlwaysHeld);

        await using var db = databases.Open();
        candidate.Approved = await Approved(db, id, candidate.Now, cancel);
        return this.Pass(candidate.IsTrusted ? "trusted" : "known", candidate.Approved);
    }

    /// <summary>A browser that is known, of an address that was never proved, may be anybody's.</summary>
    public static bool Trusts(Standing standing, DateTimeOffset? verifiedAt) => standing == Standing.Trusted && verifiedAt is not null;

    /// <summary>How many of a reader's replies are public that had to wait for it, a hundred at most.</summary>
    public static async Task<int> Approved(DatelineDb db, Guid id, DateTimeOffset now, CancellationToken cancel)
    {
        var since = now - Memory;
        var states = await db.Set<Reply>().Where(reply => reply.ReaderId == id
                && ((reply.State == ReplyState.Published && reply.HeldBy != null) || (reply.SubmittedAt > since && (reply.State == ReplyState.Rejected || reply.State == ReplyState.Spam))))
            .OrderByDescending(reply => reply.SubmittedAt).Take(Most).Select(reply => reply.State).ToListAsync(cancel);
        return states.Exists(state => state != ReplyState.Published) ? 0 : states.Count;
    }
}
