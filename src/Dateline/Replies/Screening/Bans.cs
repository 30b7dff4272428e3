using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Screening;

/// <summary>The bans in force.</summary>
internal sealed class Bans(DatelineDbFactory databases, NodeJournal journal)
{
    private readonly Kept<ILookup<string, Ban>> _bans = new(databases, journal, fact => fact is BansChanged,
        async db => (await db.Set<Ban>().ToListAsync()).ToLookup(ban => ban.Key, StringComparer.Ordinal));

    /// <summary>The strictest that concerns a sender; null when none does.</summary>
    /// <param name="proved">They proved the address.</param>
    public async ValueTask<BanReach?> Of(SenderKeys sender, bool proved, DateTimeOffset now, CancellationToken cancel)
    {
        var bans = await _bans.Value(cancel);
        return BanReach.Strictest(new[] { sender.Name, sender.Address, sender.Network }.SelectMany(key => bans[key]), sender, proved, now);
    }
}
