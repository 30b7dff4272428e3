using Dateline.Foundation.Storage;
using Dateline.Replies.Readers;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Screening;

/// <summary>
/// Whom we know, before anything is counted, slowed or refused: the reader whom a signed cookie of ours names. Of everybody else nothing is known
/// but the network they come from: the address in the form may be anybody's.
/// </summary>
internal sealed class ReaderPhase(DatelineDbFactory databases) : IPhase
{
    public string Name => "reader";

    public int Version => 1;

    public async ValueTask<Finding> Look(Candidate candidate, CancellationToken cancel)
    {
        if (candidate.Reader is not { } pass) return this.Pass();
        await using var db = databases.Open();
        var (id, stamp, address) = (pass.Id, pass.Stamp, candidate.Sender.Address);
        // Under another address it is another sender, whatever the cookie says.
        var known = await db.Set<Reader>().Where(reader => reader.Id == id && reader.Stamp == stamp && reader.AddressKey == address)
            .Select(reader => new { reader.Standing, reader.VerifiedAt }).FirstOrDefaultAsync(cancel);
        if (known is null) return this.Pass("not-known");
        (candidate.KnownReader, candidate.Standing, candidate.IsProved) = (id, known.Standing, known.VerifiedAt is not null);
        return this.Pass(candidate.IsProved ? "proved" : "known");
    }
}
