using Dateline.Foundation.Storage;
using Dateline.Replies.Readers;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Screening;

/// <summary>
/// Who writes, as far as we know it: trust attaches to a reader's signed cookie, never to a typed address, because anybody can
/// type one. The score is how many of the reader's replies are public; none while one of them was rejected or called spam lately.
/// </summary>
internal sealed class TrustPhase(DatelineDbFactory databases) : IPhase
{
    /// <summary>Looked back at for replies that had to be taken down.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromDays(90);
    private const int Most = 100;

    /// <summary>The rule by which a reader's replies wait because a moderator said so.</summary>
    public const string AlwaysHeld = "always-held";

    public string Name => "trust";

    public int Version => 2;

    public async ValueTask<Finding> Look(Candidate candidate, CancellationToken cancel)
    {
        if (candidate.Reader is not { } pass) return this.Pass();
        await using var db = databases.Open();
        var (id, stamp, address) = (pass.Id, pass.Stamp, candidate.Sender.Address);
        // Under another address it is another sender, whatever the cookie says.
        var known = await db.Set<Reader>().Where(reader => reader.Id == id && reader.Stamp == stamp && reader.AddressKey == address)
            .Select(reader => new { reader.Standing, reader.VerifiedAt }).FirstOrDefaultAsync(cancel);
        if (known is null) return this.Pass("not-known");
        candidate.KnownReader = id;
        if (known.Standing == Standing.AlwaysHeld) return this.Hold(AlwaysHeld);

        candidate.Approved = await Approved(db, id, candidate.Now, cancel);
        candidate.IsTrusted = Trusts(known.Standing, known.VerifiedAt);
        return this.Pass(candidate.IsTrusted ? "trusted" : "known", candidate.Approved);
    }

    /// <summary>A browser that is known, of an address that was never proved, may be anybody's.</summary>
    public static bool Trusts(Standing standing, DateTimeOffset? verifiedAt) => standing == Standing.Trusted && verifiedAt is not null;

    /// <summary>How many of a reader's replies are public, a hundred at most.</summary>
    public static async Task<int> Approved(DatelineDb db, Guid id, DateTimeOffset now, CancellationToken cancel)
    {
        var since = now - Memory;
        var states = await db.Set<Reply>().Where(reply => reply.ReaderId == id
                && (reply.State == ReplyState.Published || (reply.SubmittedAt > since && (reply.State == ReplyState.Rejected || reply.State == ReplyState.Spam))))
            .OrderByDescending(reply => reply.SubmittedAt).Take(Most).Select(reply => reply.State).ToListAsync(cancel);
        return states.Exists(state => state != ReplyState.Published) ? 0 : states.Count;
    }
}
