using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Screening;

/// <summary>The bans in force.</summary>
internal sealed class Bans(DatelineDbFactory databases, NodeJournal journal)
{
    private readonly Kept<ILookup<(BanKind, string), Ban>> _bans = new(databases, journal, fact => fact is BansChanged,
        async db => (await db.Set<Ban>().ToListAsync()).ToLookup(ban => (ban.Kind, ban.Key)));

    /// <summary>The strictest that concerns a sender; null when none does.</summary>
    public async ValueTask<Ban?> Of(SenderKeys sender, DateTimeOffset now, CancellationToken cancel)
    {
        var bans = await _bans.Value(cancel);
        return new[] { (BanKind.Name, sender.Name), (BanKind.Address, sender.Address), (BanKind.Network, sender.Network) }
            .SelectMany(key => bans[key]).Where(ban => ban.Until is null || ban.Until > now).MinBy(ban => ban.Effect);
    }
}
