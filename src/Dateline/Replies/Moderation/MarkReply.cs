using Dateline.Foundation.Journal;
using Dateline.Foundation.Pages;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Moderation;

/// <summary>Makes a public reply an editors' pick, or pins an answer of ours above the others; the same press again takes it back.</summary>
internal static class MarkReply
{
    public static async Task<Refusal?> Pick(DatelineDb db, Guid id, Editor by, DateTimeOffset now, CancellationToken cancel)
    {
        if (await Find(db, id, cancel) is not { } reply) return Gone;
        reply.PickedAt = reply.PickedAt is null ? now : null;
        Record(db, reply, reply.PickedAt is null ? "pick-taken-back" : "pick", by, now);
        return null;
    }

    /// <summary>One of a story at a time: what stands above everything must be one thing.</summary>
    public static async Task<Refusal?> Pin(DatelineDb db, Guid id, Editor by, DateTimeOffset now, CancellationToken cancel)
    {
        if (await Find(db, id, cancel) is not { } reply) return Gone;
        if (!reply.IsStaff) return new("ours", N("Only an answer of ours is pinned; make a reader’s reply an editors’ pick."));
        var pin = reply.PinnedAt is null;
        foreach (var other in await db.Set<Reply>().AsTracking().Where(other => other.StoryId == reply.StoryId && other.PinnedAt != null).ToListAsync(cancel)) other.PinnedAt = null;
        if (pin) reply.PinnedAt = now;
        Record(db, reply, pin ? "pin" : "pin-taken-back", by, now);
        return null;
    }

    // POST /desk/replies/{id}/pick
    public static Task<IResult> Pick(Guid id, FormFields fields, Editor editor, Writes writes, TimeProvider clock, CancellationToken cancel) =>
        Do(fields, writes, (db, stop) => Pick(db, id, editor, clock.Now(), stop), cancel);

    // POST /desk/replies/{id}/pin
    public static Task<IResult> Pin(Guid id, FormFields fields, Editor editor, Writes writes, TimeProvider clock, CancellationToken cancel) =>
        Do(fields, writes, (db, stop) => Pin(db, id, editor, clock.Now(), stop), cancel);

    private static async Task<IResult> Do(FormFields fields, Writes writes, Func<DatelineDb, CancellationToken, Task<Refusal?>> change, CancellationToken cancel)
    {
        var written = await writes.Run(change, cancel);
        return new SeeOther(QueueRoute.Where(fields) + (written.Value is { } refusal ? $"&refused={refusal.Code}" : ""), written.Position, asCookie: true);
    }

    private static readonly Refusal Gone = new("gone", N("That reply isn’t public (any more)."));

    private static Task<Reply?> Find(DatelineDb db, Guid id, CancellationToken cancel) =>
        db.Set<Reply>().AsTracking().FirstOrDefaultAsync(reply => reply.Id == id && reply.State == ReplyState.Published && reply.ErasedAt == null, cancel);

    private static void Record(DatelineDb db, Reply reply, string act, Editor by, DateTimeOffset now)
    {
        reply.Version++;
        db.Add(new ModerationAct { Id = Guid.CreateVersion7(now), At = now, By = by.Id, Act = act, About = $"reply:{reply.Id:N}" });
        db.Journal.Add(new ReplyMarked(reply.Id, reply.StoryKey, reply.Edition));
    }
}
