using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Foundation.Journal;

/// <summary>The journal is how news travels, not an archive: who changed what is kept where it happened.</summary>
internal static class JournalRetention
{
    public static readonly TimeSpan Period = TimeSpan.FromDays(30);

    /// <summary>Never beyond the slowest follower, and never the last fact: its position is where the next begins.</summary>
    public static async Task<int> Forget(DatelineDb db, DateTimeOffset from, DateTimeOffset before, int most, CancellationToken cancel)
    {
        var newest = await db.Set<JournalEntry>().MaxAsync(entry => (long?)entry.Position, cancel) ?? 0;
        var slowest = await db.Set<FollowerPosition>().MinAsync(row => (long?)row.Position, cancel) ?? 0;
        var last = Math.Min(slowest, newest - 1);
        return await db.Set<JournalEntry>().Where(entry => entry.Position <= last && entry.At < before)
            .OrderBy(entry => entry.Position).Take(most).ExecuteDeleteAsync(cancel);
    }
}
