using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.Replies.Readers;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Letters;

/// <summary>
/// Sends what is due, and decides here, not where somebody asked, whether it goes out at all: so whoever asks can't tell by the
/// answer, nor by how long it took, what we know of an address.
/// </summary>
internal sealed class SendLetters(DatelineDbFactory databases, Writes writes, PostOffice office, LetterDelivery delivery, TimeProvider clock, ILogger<SendLetters> log)
    : DueWork<OutgoingLetter>(databases, writes, clock, log)
{
    public const int MostTries = 10;
    private const int MostADay = 20;
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(6);
    private readonly DatelineDbFactory _databases = databases;
    private readonly Writes _writes = writes;
    private readonly TimeProvider _clock = clock;
    private readonly ILogger _log = log;

    protected override TimeSpan Look => TimeSpan.FromSeconds(2);

    protected override async Task Do(Guid id, CancellationToken cancel)
    {
        OutgoingLetter row;
        string? kept;
        await using (var db = _databases.Open())
        {
            row = await db.Set<OutgoingLetter>().SingleAsync(letter => letter.Id == id, cancel);
            kept = await Kept(db, row, _clock.Now(), cancel);
        }
        if (kept is not null || office.Open(row) is not { } opened)
        {
            await Settle(row, kept ?? "unreadable", sent: false, again: null, cancel);
            return;
        }
        var failure = await delivery.Send(opened, row.Id, _clock.Now(), cancel);
        if (failure is null) await Settle(row, null, sent: true, again: null, cancel);
        else
        {
            var last = failure.ForGood || row.Tries + 1 >= MostTries;
            _log.LogWarning("A letter ({Kind}) wasn't taken: {Code}; {Next}", row.Kind, failure.Code, last ? "given up" : "tried again later");
            await Settle(row, failure.Code, sent: false, last ? null : Pause(row.Tries), cancel);
        }
    }

    public static TimeSpan Pause(int tries) => TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, FirstPause.Ticks << Math.Min(tries, 20)));

    /// <summary>Why it isn't sent; null: it is.</summary>
    private static async Task<string?> Kept(DatelineDb db, OutgoingLetter row, DateTimeOffset now, CancellationToken cancel)
    {
        var (key, since, kind) = (row.AddressKey, now - Day, row.Kind);
        var sent = db.Set<OutgoingLetter>().Where(letter => letter.AddressKey == key && letter.SentAt > since);
        if (kind == LetterKind.News) return await sent.CountAsync(cancel) >= MostADay ? "enough-today" : null;
        if (await sent.AnyAsync(letter => letter.Kind == kind, cancel)) return "enough-today";
        // Nobody is told of replies who has none here.
        if (kind != LetterKind.Data) return null;
        return await db.Set<Reply>().AnyAsync(reply => reply.AddressKey == key, cancel) || await db.Set<Reader>().AnyAsync(reader => reader.AddressKey == key, cancel)
            || await db.Set<Follow>().AnyAsync(follow => follow.AddressKey == key && follow.ConfirmedAt != null, cancel) ? null : "nothing-here";
    }

    /// <summary>What has gone, or will never go, loses its words at once.</summary>
    private Task Settle(OutgoingLetter row, string? failure, bool sent, TimeSpan? again, CancellationToken cancel)
    {
        var (id, now) = (row.Id, _clock.Now());
        return _writes.Run(async (db, stop) =>
        {
            if (await db.Set<OutgoingLetter>().AsTracking().FirstOrDefaultAsync(letter => letter.Id == id, stop) is not { } letter) return; // erased meanwhile
            (letter.Tries, letter.Failure, letter.LeasedUntil) = (letter.Tries + 1, failure, null);
            letter.DueAt = again is { } pause ? now + pause : null;
            if (sent) letter.SentAt = now;
            if (again is null) letter.LetterCipher = [];
        }, cancel);
    }
}
