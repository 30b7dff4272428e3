using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.Replies.Following;
using Dateline.Replies.Own;
using Dateline.Replies.Readers;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Letters;

/// <summary>
/// Sends what is due, and decides here, not where somebody asked, whether it goes out at all: so whoever asks can't tell by the
/// answer, nor by how long it took, what we know of an address.
/// </summary>
internal sealed class SendLetters(DatelineDbFactory databases, Writes writes, PostOffice office, Digest digest, DecisionLetter decisions, LetterDelivery delivery, TimeProvider clock, ILogger<SendLetters> log)
    : DueWork<OutgoingLetter>(databases, writes, clock, log)
{
    /// <summary>So many letters in a row that a server refused for good, and the address is written to no more.</summary>
    public const int MostWithoutMailbox = 3;

    private const string NoMailbox = "no-mailbox";

    /// <summary>Letters of a kind that an address gets in a day because somebody asked: who never said yes to us gets few, whoever asks, and enough to follow some stories.</summary>
    public const int MostToStrangers = 3, MostToKnown = 10;
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
        OutgoingLetter? row;
        await using (var db = _databases.Open()) row = await db.Set<OutgoingLetter>().FirstOrDefaultAsync(letter => letter.Id == id, cancel);
        if (row is null) return; // erased since it was claimed
        var written = _clock.Now();
        var kept = (await _writes.Run((db, stop) => Stamp(db, row, _clock.Now(), stop), cancel)).Value;
        if (kept is not null || await Write(row, cancel) is not { } letter)
        {
            await Settle(row, kept ?? "nothing-to-say", sent: false, again: null, cancel);
            return;
        }
        var failure = await delivery.Send(letter, row.Id, _clock.Now(), cancel);
        if (failure is null)
        {
            await Settle(row, null, sent: true, again: null, cancel, (db, stop) => Told(db, row, written, stop));
            return;
        }
        // As long as what it says is of use: a server may be away over a weekend.
        var last = failure.ForGood || _clock.Now() + Pause(row.Tries) >= row.WrittenAt + Term(row.Kind);
        _log.LogWarning("A letter ({Kind}) wasn't taken: {Code}; {Next}", row.Kind, failure.Code, last ? "given up" : "tried again later");
        await Settle(row, failure.NoMailbox ? NoMailbox : failure.Code, sent: false, last ? null : Pause(row.Tries), cancel, async (db, stop) =>
        {
            if (!last || row.Kind != LetterKind.News) return;
            if (failure.NoMailbox) await EndIfGone(db, row.Id, row.AddressKey, stop);
            else if (!failure.ForGood && office.OpenNews(row) is { } errand) await TellLater(db, errand, _clock.Now(), stop);
        });
    }

    /// <summary>A link in a letter is good for so long, and news is kept as long as its row.</summary>
    public static TimeSpan Term(string kind) => kind is LetterKind.News or LetterKind.Decision ? OutgoingLetter.Term : ReaderLinks.Term;

    public static TimeSpan Pause(int tries) => TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, FirstPause.Ticks << Math.Min(tries, 20)));

    private async Task<Letter?> Write(OutgoingLetter row, CancellationToken cancel)
    {
        await using var db = _databases.Open();
        if (row.Kind == LetterKind.Decision) return office.OpenDecision(row) is { } decided ? await decisions.Write(db, decided, _clock.Now(), cancel) : null;
        if (row.Kind != LetterKind.News)
            return office.Open(row) is { } letter && (letter.About is null || await db.FindPublicStory(letter.About, _clock.Now(), cancel) is not null) ? letter : null;
        if (office.OpenNews(row) is not { } errand) return null;
        return await digest.Write(db, errand, _clock.Now(), cancel);
    }

    /// <summary>
    /// Marks it as going out, before it goes: of letters to one address that are due at once, on whichever nodes, one is first. Why it
    /// doesn't go; null: it does.
    /// </summary>
    private static async Task<string?> Stamp(DatelineDb db, OutgoingLetter row, DateTimeOffset now, CancellationToken cancel)
    {
        var (id, key, kind, since) = (row.Id, row.AddressKey, row.Kind, now - Day);
        if (kind is LetterKind.Confirm or LetterKind.Data) // whoever asks for these may be a stranger
        {
            var alike = db.Set<OutgoingLetter>().Where(letter => letter.AddressKey == key && letter.Kind == kind);
            await alike.ExecuteUpdateAsync(set => set.SetProperty(letter => letter.Tries, letter => letter.Tries), cancel); // changes nothing, and makes whoever asks the same wait until we are done
            var known = await db.Set<Follow>().AnyAsync(follow => follow.AddressKey == key && follow.ConfirmedAt != null, cancel)
                || await db.Set<Reader>().AnyAsync(reader => reader.AddressKey == key && reader.VerifiedAt != null, cancel);
            if (await alike.CountAsync(letter => letter.Id != id && letter.SentAt > since, cancel) >= (known ? MostToKnown : MostToStrangers)) return "enough-today";
            if (kind == LetterKind.Data && !known && !await db.Set<Reply>().AnyAsync(reply => reply.AddressKey == key, cancel)) return "nothing-here"; // nobody is told of replies who has none
        }
        await db.Set<OutgoingLetter>().Where(letter => letter.Id == id).ExecuteUpdateAsync(set => set.SetProperty(letter => letter.SentAt, now), cancel);
        return null;
    }

    /// <summary>Whoever follows knows now of what was public when the letter was written.</summary>
    private async Task Told(DatelineDb db, OutgoingLetter row, DateTimeOffset written, CancellationToken cancel)
    {
        if (row.Kind != LetterKind.News || office.OpenNews(row) is not { Follow: var id }) return;
        await db.Set<Follow>().Where(follow => follow.Id == id && (follow.WrittenAt == null || follow.WrittenAt < written))
            .ExecuteUpdateAsync(set => set.SetProperty(follow => follow.WrittenAt, written), cancel);
    }

    /// <summary>What a letter that was given up would have told is told by a later one.</summary>
    private static async Task TellLater(DatelineDb db, NewsErrand errand, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.Set<Follow>().AsTracking().FirstOrDefaultAsync(follow => follow.Id == errand.Follow, cancel) is not { } follow) return;
        if (follow.WrittenUpTo > errand.Since) follow.WrittenUpTo = errand.Since;
        follow.DueAt ??= now;
    }

    /// <summary>This letter found no mailbox; if those before it found none either, its address is written to no more.</summary>
    private static async Task EndIfGone(DatelineDb db, Guid self, string addressKey, CancellationToken cancel)
    {
        var before = await db.Set<OutgoingLetter>().Where(letter => letter.AddressKey == addressKey && letter.Kind == LetterKind.News && letter.DueAt == null && letter.Id != self)
            .OrderByDescending(letter => letter.WrittenAt).ThenByDescending(letter => letter.Id).Take(MostWithoutMailbox - 1).Select(letter => letter.Failure).ToListAsync(cancel);
        if (before.Count < MostWithoutMailbox - 1 || before.Any(failure => failure != NoMailbox)) return;
        await db.Set<Follow>().Where(follow => follow.AddressKey == addressKey).ExecuteDeleteAsync(cancel);
    }

    /// <summary>What has gone, or will never go, loses its words at once.</summary>
    private Task Settle(OutgoingLetter row, string? failure, bool sent, TimeSpan? again, CancellationToken cancel, Func<DatelineDb, CancellationToken, Task>? too = null)
    {
        var (id, now) = (row.Id, _clock.Now());
        return _writes.Run(async (db, stop) =>
        {
            if (await db.Set<OutgoingLetter>().AsTracking().FirstOrDefaultAsync(letter => letter.Id == id, stop) is not { } letter) return; // erased meanwhile
            (letter.Tries, letter.Failure, letter.LeasedUntil) = (letter.Tries + 1, failure, null);
            letter.DueAt = again is { } pause ? now + pause : null;
            letter.SentAt = sent ? now : null;
            if (again is null) letter.LetterCipher = [];
            if (too is not null) await too(db, stop);
        }, cancel);
    }
}
