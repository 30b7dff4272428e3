using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.Replies.Letters;
using Dateline.Replies.Readers;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Following;

/// <summary>Hands in a letter for a follow that is due, if there is anything new; <see cref="Digest"/> writes it when it goes.</summary>
internal sealed class FollowLetters(DatelineDbFactory databases, Writes writes, PostOffice office, DatelineOptions options, TimeProvider clock, ILogger<FollowLetters> log)
    : DueWork<Follow>(databases, writes, clock, log)
{
    private readonly Writes _writes = writes;
    private readonly TimeProvider _clock = clock;

    /// <summary>
    /// A reply bears the time of the write that makes it public, and can be seen when that is committed: one may come to light after others that are younger. A letter
    /// tells of none that is younger than a write can take; nobody is told twice, and nobody never.
    /// </summary>
    public static readonly TimeSpan Settling = TimeSpan.FromSeconds(30);

    protected override TimeSpan Look => TimeSpan.FromSeconds(5);

    protected override Task Do(Guid id, CancellationToken cancel)
    {
        var now = _clock.Now();
        return _writes.Run(async (db, stop) =>
        {
            if (await db.Set<Follow>().AsTracking().FirstOrDefaultAsync(row => row.Id == id, stop) is not { } follow) return; // ended meanwhile
            (follow.DueAt, follow.LeasedUntil) = (null, null);
            if (follow.ConfirmedAt is null) return;
            var settled = now - Settling;
            if (await Digest.IsMore(db, follow, settled, stop)) follow.DueAt = now + (follow.Pace == FollowPace.Soon && options.Mail is { } mail ? mail.Soon : FollowNews.Daily);
            if (await Digest.Newest(db, follow, settled, stop) is not { } newest) return;
            if (await PostOffice.HasEnoughNews(db, follow.AddressKey, now, stop))
            {
                follow.DueAt = now + FollowNews.Daily; // nothing is left out: the letter is the longer
                return;
            }
            office.Take(db, follow, new NewsErrand(follow.Id, Digest.Since(follow), newest), now);
            follow.WrittenUpTo = newest;
        }, cancel);
    }
}
