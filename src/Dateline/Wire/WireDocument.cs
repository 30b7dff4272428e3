using System.Text;
using Dateline.Formats;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Markup;
using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Wire;

/// <summary>
/// A document that somebody sent as a whole: a file, a push, a mail. A feed that isn't one shows in its health; a
/// document that can't be read is quarantined as it came, to be read again by newer code.
/// </summary>
internal sealed class WireDocument(WireReading reading, Writes writes, TimeProvider clock)
{
    /// <summary>See <see cref="Quarantined.MostKept"/>.</summary>
    internal long MostKept { get; set; } = Quarantined.MostKept;

    /// <summary>So many refused documents of one feed wait for somebody's eye; of those that follow only the count is told.</summary>
    private const int MostQuarantined = 200;

    private const int LongestExcerpt = 400;

    /// <summary>Reads and takes it.</summary>
    public async Task<TakenDocument> Take(Feed feed, Stream document, CancellationToken cancel)
    {
        var arrival = await Arrival.Of(feed, document, clock.Now(), cancel);
        var read = await reading.Read(feed, document, null, null, cancel, arrival);
        if (!read.IsUnread && (read.Met > 0 || read.Refused > 0)) return new TakenDocument(read.Items, read.Refused, null);
        var reason = read.Broken?.Sentence ?? read.NotNews?.Reason ?? (read.Head is null ? N("There is no news in it.") : null);
        if (reason is null) return new TakenDocument(0, 0, null); // a feed with nothing in it is no fault
        document.Position = 0;
        await Quarantine(feed, document, reason, held: false, cancel);
        return new TakenDocument(read.Items, read.Refused, reason);
    }

    /// <param name="held">It might be read well enough, but somebody must say that it may be taken.</param>
    public async Task Quarantine(Feed feed, Stream document, string reason, bool held, CancellationToken cancel)
    {
        var bytes = new byte[(int)Math.Min(document.Length - document.Position, Quarantined.LongestDocument)];
        await document.ReadExactlyAsync(bytes, cancel);
        await Quarantine(feed, bytes, document.Position == document.Length, reason, held, cancel);
    }

    public Task Quarantine(Feed feed, byte[] bytes, bool whole, string reason, bool held, CancellationToken cancel)
    {
        var packed = Packed.Of(bytes); // before the write: on SQLite all others wait for it
        var excerpt = Encoding.UTF8.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, LongestExcerpt)));
        return Keep(feed, packed, excerpt, whole, bytes.Length == 0 ? N("It was too large to be fetched.") : null, reason, held, cancel);
    }

    private Task Keep(Feed feed, byte[] packed, string excerpt, bool whole, string? gone, string reason, bool held, CancellationToken cancel) =>
        writes.Run(async (db, stop) =>
        {
            var (raw, why) = (CleanText.Lines(excerpt), CleanText.Line(reason));
            var waiting = db.Set<Quarantined>().Where(row => row.FeedId == feed.Id && row.ReplayedAt == null);
            if (await waiting.AnyAsync(row => row.Raw == raw && row.Reason == why && row.Document == packed, stop)) return; // the same again
            if (await waiting.CountAsync(stop) >= MostQuarantined) return;
            await Quarantined.MakeRoom(db, packed.Length, MostKept, stop);
            db.Add(new Quarantined
            {
                Id = Guid.CreateVersion7(clock.Now()),
                FeedId = feed.Id,
                SourceId = feed.SourceId,
                Reason = why,
                Raw = raw,
                IsWhole = whole,
                Gone = whole ? null : gone,
                Document = packed,
                IsPacked = true,
                Held = held,
                At = clock.Now(),
            });
            await FeedHour.Count(db, feed.Id, clock.Now(), 0, 1, stop);
            db.Journal.Add(new FeedHealthChanged(feed.Id));
        }, cancel);
}

/// <param name="Items">New or changed.</param>
/// <param name="Refused">Pieces of it that couldn't be taken.</param>
/// <param name="Reason">Why nothing could be taken, or not all; null when something was, or there was nothing to take.</param>
internal sealed record TakenDocument(int Items, int Refused, string? Reason);
