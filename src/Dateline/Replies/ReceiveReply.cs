using System.Globalization;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.Replies.Readers;
using Dateline.Replies.Screening;
using Dateline.Replies.Threads;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies;

/// <summary>What became of a reply: it is public already, or waits (both null), or came too soon after others (seconds to wait), or too late.</summary>
/// <param name="Kept">The reply; null for one that had been sent before: whoever sends it again isn't shown to be its writer.</param>
/// <param name="Reader">As whom its writer is known from now on, who asked for that.</param>
/// <param name="Closed">Its story was killed, or the discussion closed, while it was screened.</param>
/// <param name="Banned">The rule by which its sender was banned while it was screened.</param>
/// <param name="Slow">It is slow mode that asks to wait.</param>
internal readonly record struct Reception(Guid? Public, double? Wait = null, Guid? Kept = null, ReaderPass? Reader = null, bool Closed = false, string? Banned = null, bool Slow = false);

/// <summary>The write of a reply that has been screened. All jobs of SQLite share one writer: this one reads what it must, by queries that are translated once, and writes its rows past the change tracker, which took longer than the engine.</summary>
internal sealed class ReceiveReply(Writes writes, DatelineDbFactory databases, AddressVault vault, SendingLimits limits, TimeProvider clock)
{
    private static readonly TimeSpan SameForm = TimeSpan.FromMinutes(10);

    private static readonly Compiled<Func<DatelineDb, string, string, IAsyncEnumerable<SentBefore>>> Repeats = new(() => EF.CompileAsyncQuery((DatelineDb db, string here, string before) =>
        db.Set<ReplyTrace>().Where(trace => trace.RepeatKey == here || trace.RepeatKey == before)
            .Join(db.Set<Reply>(), trace => trace.ReplyId, reply => reply.Id, (trace, reply) => new SentBefore(reply.Id, reply.State))));

    private sealed record SentBefore(Guid Id, ReplyState State);

    public async Task<Written<Reception>> Perform(Candidate candidate, Answered? parent, Screened looked, CancellationToken cancel)
    {
        var work = new Work(candidate, parent, looked, Keys(candidate), vault.Hide(candidate.Reply.Email));
        if (writes.HasOneWriter) return await writes.Run((db, stop) => Take(db, work, isAlone: true, looks: true, stop), cancel);

        // Where writers are many, the keys of repeats and the counters are what they would fail on each other for: these are asked before. Who writes the same reply at once fails on its key, and is told at the second try.
        if (await Known(candidate, cancel) is { } known) return new(known, 0);
        if (await SendingCount.IsFullAside(writes, candidate, limits, cancel)) return new(new Reception(null, PacePhase.RestOfMinute(candidate.Now)), 0);
        var tries = 0;
        var written = await writes.Run((db, stop) => Take(db, work, isAlone: false, looks: tries++ > 0, stop), cancel);
        if (written.Value.Kept is null) await SendingCount.TakeBack(writes, candidate, limits);
        return written;
    }

    /// <param name="Keys">See <see cref="Keys(Candidate)"/>.</param>
    private sealed record Work(Candidate Candidate, Answered? Parent, Screened Looked, (string Here, string Before) Keys, byte[] Hidden);

    /// <param name="isAlone">Nobody else writes meanwhile: what is sent at once is counted here.</param>
    /// <param name="looks">Whether it was sent before is asked here too.</param>
    private async Task<Reception> Take(DatelineDb db, Work work, bool isAlone, bool looks, CancellationToken cancel)
    {
        var (candidate, parent, looked, (here, before), hidden) = work;
        if (looks && await Known(db, here, before, cancel) is { } known) return known;
        if (await Discussions.InForceFor(db, candidate.Story, candidate.Now, cancel) is not { } discussion || !discussion.IsOpen(candidate.Now)) return new Reception(null, Closed: true);
        var screened = await BanPhase.Again(db, candidate, ModePhase.Again(candidate, looked, discussion), cancel);
        if (screened.Refused is { } refused) return new Reception(null, Banned: refused.Rule);
        if (isAlone && await SendingCount.IsFull(db, candidate, limits, cancel)) return new Reception(null, PacePhase.RestOfMinute(candidate.Now));
        screened = await PacePhase.Again(db, candidate, screened, discussion, cancel);
        if (screened.Refused is { Score: { } wait }) return new Reception(null, wait, Slow: true);
        var reply = Added(candidate, parent, screened, hidden);
        var trace = new ReplyTrace { ReplyId = reply.Id, StoryId = reply.StoryId, At = candidate.Now, RepeatKey = here, NetworkKey = candidate.Sender.Network };
        trace.Bear(candidate.Print);
        var pass = await Remember(db, reply, candidate, cancel);
        var decision = Decide(db, reply, screened, clock.Now());
        await ManyRows.Insert(db, [reply], cancel);
        await ManyRows.Insert(db, [trace], cancel);
        if (decision is not null) await ManyRows.Insert(db, [decision], cancel);
        await AnswerCount.Follow(db, reply, ReplyState.Held, cancel);
        Ask(db, reply, screened.Decisive, candidate.Now);
        return new Reception(reply.State == ReplyState.Published ? reply.Id : null, Kept: reply.Id, Reader: pass);
    }

    /// <summary>Who asked to be known again is, by a cookie alone: the address that they typed proves nothing.</summary>
    private static async Task<ReaderPass?> Remember(DatelineDb db, Reply reply, Candidate candidate, CancellationToken cancel)
    {
        var now = candidate.Now;
        if (candidate.Forgotten is { } forgotten) await Reader.Forget(db, forgotten, cancel);
        if (candidate.KnownReader is { } known)
        {
            await db.Set<Reader>().Where(reader => reader.Id == known).ExecuteUpdateAsync(row => row.SetProperty(reader => reader.SeenAt, now), cancel);
            return candidate.Remember ? candidate.Reader : null;
        }
        if (!candidate.Remember) return null;
        var reader = new Reader { Id = Guid.CreateVersion7(now), AddressKey = candidate.Sender.Address, EmailCipher = reply.EmailCipher, Name = reply.Name, Website = reply.Website, SeenAt = now };
        db.Add(reader);
        reply.ReaderId = reader.Id;
        return new ReaderPass(reader.Id, reader.Stamp);
    }

    /// <summary>What became of the same reply, when it was sent before.</summary>
    public async Task<Reception?> Known(Candidate candidate, CancellationToken cancel)
    {
        var (here, before) = Keys(candidate);
        await using var db = databases.Open();
        return await Known(db, here, before, cancel);
    }

    private static async Task<Reception?> Known(DatelineDb db, string here, string before, CancellationToken cancel)
    {
        await foreach (var known in Repeats.For(db)(db, here, before).WithCancellation(cancel))
            return new Reception(known.State == ReplyState.Published ? known.Id : null);
        return null;
    }

    /// <summary>The window and the one before: nobody's second press falls on the wrong side of a border. Of the same sender: to anybody else the answer would tell whether they guessed the address under a reply.</summary>
    private (string Here, string Before) Keys(Candidate candidate)
    {
        var (reply, body) = (candidate.Reply, candidate.Reply.Body.ToJson());
        var window = candidate.Now.ToUnixTimeSeconds() / (long)SameForm.TotalSeconds;
        string Key(long at) => vault.Recognise("repeat", SendingCount.Sender(candidate), candidate.Story.Key, reply.Parent?.ToString() ?? "", reply.Name, reply.Email, reply.Website ?? "", body, at.ToString(CultureInfo.InvariantCulture))[..SenderKeys.Length];
        return (Key(window), Key(window - 1));
    }

    private static Reply Added(Candidate candidate, Answered? parent, Screened screened, byte[] hidden) => new()
    {
        Id = candidate.Id,
        StoryId = candidate.Story.Id,
        StoryKey = candidate.Story.Key,
        Edition = candidate.Story.Edition,
        ParentId = parent?.Id,
        Path = ThreadPath.Of(parent?.Path, candidate.Id),
        Name = candidate.Reply.Name,
        EmailCipher = hidden,
        AddressKey = candidate.Sender.Address,
        Website = candidate.Reply.Website,
        Body = candidate.Reply.Body,
        SubmittedAt = candidate.Now,
        ReaderId = candidate.KnownReader,
        Findings = screened.Findings,
        HeldBy = screened.State == ReplyState.Published ? null : screened.Decisive.Rule,
    };

    /// <summary>One that waits for an answer from outside and for nothing else: who is to be asked stands in the finding.</summary>
    internal static void Ask(DatelineDb db, Reply reply, Finding decisive, DateTimeOffset now)
    {
        if (decisive is not { Rule: CheckPhase.Asked, Words: { } services }) return;
        foreach (var service in services) db.Add(new ReplyCheck { Id = Guid.CreateVersion7(now), ReplyId = reply.Id, Check = service, ReplyVersion = reply.Version, DueAt = now });
    }

    /// <summary>One that waits has no decision yet; what a rule published or put away stands in the log like anybody's.</summary>
    /// <param name="now">When it is written, and not when it was sent: letters tell of what became public since the last one.</param>
    private static ReplyDecision? Decide(DatelineDb db, Reply reply, Screened screened, DateTimeOffset now)
    {
        db.Journal.Add(new ReplyReceived(reply.Id));
        if (screened.State == ReplyState.Held) return null;
        var (decision, fact) = reply.Decide(screened.State, new Verdict(Guid.CreateVersion7(now), now, By: null, screened.Decisive.Rule, RuleVersion: screened.Decisive.Version));
        db.Journal.Add(fact);
        return decision;
    }
}
