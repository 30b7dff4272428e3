using Dateline.Foundation.Storage;
using Dateline.Foundation.Storage.Postgres;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Foundation.Journal;

/// <summary>
/// What differs between the engines: SQLite commits positions in order; on PostgreSQL a position is drawn
/// before its transaction commits, so a follower may see 7 before 6, or never see 6 when it rolled back.
/// </summary>
public static class JournalEngine
{
    /// <summary>Writes the pending facts as the transaction's last statements; the highest position.</summary>
    public static async Task<long> Write(DatelineDb db, CancellationToken cancel)
    {
        var now = db.Clock.Now();
        var entries = db.Pending.OfType<Fact>().Select(fact => FactNames.Entry(fact, now)).ToList();
        db.Pending.Clear();
        // The transaction takes its number before it draws a position. Without this, a follower could see
        // a gap, find no transaction that could fill it, and step over a fact that was still to come.
        return await ManyRows.InsertNumbered(db, entries, db is PostgresDatelineDb ? "SELECT pg_current_xact_id(); " : "", cancel);
    }

    /// <summary>
    /// (every transaction numbered below <c>Settled</c> has ended, every one that has begun is numbered below
    /// <c>Begun</c>). On SQLite there is never a gap.
    /// </summary>
    public static async Task<(ulong Settled, ulong Begun)> Horizon(DatelineDb db, CancellationToken cancel)
    {
        if (db is not PostgresDatelineDb) return (ulong.MaxValue, 0);
        var text = await db.Database.SqlQuery<string>(
            $"SELECT pg_snapshot_xmin(s)::text || ' ' || pg_snapshot_xmax(s)::text AS \"Value\" FROM pg_current_snapshot() s").SingleAsync(cancel);
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return (ulong.Parse(text.AsSpan(0, space)), ulong.Parse(text.AsSpan(space + 1)));
    }
}
