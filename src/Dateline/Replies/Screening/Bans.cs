using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Screening;

/// <summary>The bans in force.</summary>
internal sealed class Bans(DatelineDbFactory databases, NodeJournal journal)
{
    private readonly Kept<ILookup<string, Ban>> _bans = new(databases, journal, fact => fact is BansChanged,
        async db => (await db.Set<Ban>().ToListAsync()).ToLookup(ban => ban.Key, StringComparer.Ordinal));

    // By kind and key, as they are indexed.
    private static readonly Compiled<Func<DatelineDb, string, string, string, IAsyncEnumerable<Ban>>> Concerning = new(() => EF.CompileAsyncQuery((DatelineDb db, string name, string address, string network) =>
        db.Set<Ban>().AsNoTracking().Where(ban => (ban.Kind == BanKind.Name && ban.Key == name) || (ban.Kind == BanKind.Network && ban.Key == network)
            || (ban.Kind == BanKind.Address && ban.Key == address) || (ban.Kind == BanKind.Reader && ban.Key == address))));

    /// <summary>The same as <see cref="Of"/>, from the database and not from memory.</summary>
    public static async Task<BanReach?> InForce(DatelineDb db, SenderKeys sender, bool proved, DateTimeOffset now, CancellationToken cancel)
    {
        var bans = new List<Ban>();
        await foreach (var ban in Concerning.For(db)(db, sender.Name, sender.Address, sender.Network).WithCancellation(cancel)) bans.Add(ban);
        return BanReach.Strictest(bans, sender, proved, now);
    }

    /// <summary>The strictest that concerns a sender; null when none does.</summary>
    /// <param name="proved">They proved the address.</param>
    public async ValueTask<BanReach?> Of(SenderKeys sender, bool proved, DateTimeOffset now, CancellationToken cancel)
    {
        var bans = await _bans.Value(cancel);
        return BanReach.Strictest(new[] { sender.Name, sender.Address, sender.Network }.SelectMany(key => bans[key]), sender, proved, now);
    }
}
