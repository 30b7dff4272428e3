using Dateline.Formats;
using Dateline.Foundation.Storage;
using Dateline.Wire.Groups;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Wire;

/// <summary>
/// Brings what one poll reads into the database, in batches. What is known already is sorted out by reading, so that
/// a feed without news costs no write; and an entry that can't be written costs nobody but itself.
/// </summary>
internal sealed class FeedIntake(Feed feed, DatelineDbFactory databases, Writes writes, TimeProvider clock, ILogger log, Arrival? arrival = null)
{
    private const int Batch = 50;
    private const int BatchChars = 4 << 20;

    /// <summary>So many refused pieces of one feed wait for somebody's eye; the others say nothing new.</summary>
    private const int MostQuarantined = 100;

    private readonly List<Incoming> _batch = new(Batch);
    private readonly Dictionary<string, VersionMark> _met = new(StringComparer.Ordinal);
    private int _chars;
    private int _rejects;

    /// <summary>How many items were new or changed.</summary>
    public int Taken { get; private set; }

    public async Task Take(NewsPart part, CancellationToken cancel)
    {
        var incoming = new Incoming(part, feed.SourceId);
        if (part is NewsItem news && !IsFirst(incoming.Guid!, news)) return;
        if (part is Reject && ++_rejects > MostQuarantined) return;
        _batch.Add(incoming);
        _chars += (part as NewsItem)?.Raw?.Length ?? 0;
        if (_batch.Count >= Batch || _chars >= BatchChars) await Flush(cancel);
    }

    /// <summary>Writes what is in hand.</summary>
    public async Task Flush(CancellationToken cancel)
    {
        var parts = await Unknown(_batch, cancel);
        _batch.Clear();
        _chars = 0;
        if (parts.Count == 0) return;
        try
        {
            Taken += await Write(parts, cancel);
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or StorageRefusedException))
        {
            // One of them is more than we can take. Each alone, and the others get in.
            log.LogError(failure, "A batch of {Parts} entries of feed {Feed} could not be written; trying them one by one", parts.Count, feed.Id);
            foreach (var part in parts) await WriteAlone(part, cancel);
        }
    }

    /// <summary>
    /// A feed that has one guid twice: the first stands, unless the other says that it is newer. Or each poll would find both
    /// changed. A cancellation is heard wherever it stands.
    /// </summary>
    private bool IsFirst(string guid, NewsItem news)
    {
        var mark = VersionMark.Of(news, clock.Now());
        if (_met.TryGetValue(guid, out var first) && mark.Against(first) <= 0) return news.Status == PubStatus.Canceled;
        _met[guid] = mark;
        return true;
    }

    private async Task<IReadOnlyList<Incoming>> Unknown(List<Incoming> parts, CancellationToken cancel)
    {
        var guids = parts.Select(part => part.Guid).OfType<string>().Distinct().ToList();
        if (guids.Count == 0) return [.. parts];
        var now = clock.Now();
        await using var db = databases.Open();
        var known = await db.Set<WireItem>().Where(item => item.SourceId == feed.SourceId && guids.Contains(item.Guid))
            .Select(item => new { item.Guid, item.Hash, item.Status, item.SourceVersion, item.SourceUpdatedAt }).ToDictionaryAsync(item => item.Guid, StringComparer.Ordinal, cancel);
        return parts.FindAll(part => part.Guid is not { } guid || !known.TryGetValue(guid, out var item) || part.Part switch
        {
            _ when item.Status == PubStatus.Canceled => part.Part is NewsItem { Cancels.Count: > 0 },
            NewsItem news => news.Status != item.Status || news.Cancels.Count > 0
                || (item.Status == PubStatus.Usable && (part.Hash != item.Hash || VersionMark.Of(news, now).CountsOn(new(item.SourceVersion, item.SourceUpdatedAt)))),
            _ => true,
        });
    }

    private async Task<int> Write(IReadOnlyList<Incoming> parts, CancellationToken cancel)
    {
        foreach (var part in parts) part.Prepare();
        var sent = arrival?.Kept;
        var foreseen = writes.HasOneWriter ? await Foresee(parts, cancel) : null;
        return (await writes.Run(async (db, stop) =>
        {
            var receiving = new Receiving(db, feed, clock.Now(), sent, foreseen);
            await receiving.Take(parts, stop);
            await FeedHour.Count(db, feed.Id, clock.Now(), receiving.Taken, db.ChangeTracker.Entries<Quarantined>().Count(row => row.State == EntityState.Added), stop);
            return receiving.Taken;
        }, cancel)).Value;
    }

    private async Task<ForeseenTraces?> Foresee(IReadOnlyList<Incoming> parts, CancellationToken cancel)
    {
        try
        {
            await using var db = databases.Open();
            return await Trails.Foresee(db, [.. parts.Select(part => part.Fingerprint).OfType<Fingerprint>()], Grouping.Since(clock.Now()), cancel);
        }
        catch (Exception failure) when (Outage.IsIn(failure))
        {
            return null; // the write asks by itself, and says what is wrong with the storage
        }
    }

    private async Task WriteAlone(Incoming part, CancellationToken cancel)
    {
        try
        {
            Taken += await Write([part], cancel);
        }
        catch (Exception failure) when (part.Part is NewsItem && failure is not (OperationCanceledException or StorageRefusedException))
        {
            log.LogError(failure, "An entry of feed {Feed} could not be written; it is quarantined", feed.Id);
            var raw = (part.Part as NewsItem)?.Raw ?? "";
            await Write([new Incoming(new Reject(RejectCode.Failed, N("Our own program failed on this entry. It can be read again when that is mended.")) { Excerpt = raw.Length > 400 ? raw[..400] : raw, Raw = raw }, feed.SourceId)], cancel);
        }
    }
}
