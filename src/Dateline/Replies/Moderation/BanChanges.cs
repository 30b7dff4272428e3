using Dateline.Foundation.Journal;
using Dateline.Foundation.Markup;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Replies.Screening;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Moderation;

/// <summary>Bans somebody, or lifts a ban, within a write. Nobody is banned without knowing it: the sender is told when the next reply comes.</summary>
internal static class BanChanges
{
    public const int Most = 10_000;
    public static readonly IReadOnlyList<(int Days, string Name)> Terms = [(1, N("A day")), (7, N("A week")), (30, N("30 days")), (365, N("A year")), (0, N("Until somebody lifts it"))];

    public static async Task<Refusal?> Make(DatelineDb db, BanDraft draft, Editor by, DateTimeOffset now, CancellationToken cancel)
    {
        if (LineText.Clean(draft.Label, ReplyForm.LongestName) is not { Accepted: true, Value: { Length: > 0 } label }) return new("label", T("Say what colleagues should call it."));
        if (EmailAddress.Parse(label) is not null) return new("label", T("No address here: everybody who moderates reads it."));
        if (draft.Note.Trim() is not { Length: > 0 and <= Ban.LongestNote } note) return new("note", T("Say why, in up to {0} characters; whoever lifts it wants to know.", Ban.LongestNote));
        if (Terms.All(term => term.Days != draft.Days)) return new("days", T("Choose how long."));
        if (await db.Set<Ban>().CountAsync(cancel) >= Most) return new("", T("There are {0} bans; lift some first.", Most));

        foreach (var old in await db.Set<Ban>().AsTracking().Where(ban => ban.Kind == draft.Kind && ban.Key == draft.Key).ToListAsync(cancel)) db.Remove(old); // the latest word counts
        var made = new Ban
        {
            Id = Guid.CreateVersion7(now),
            Kind = draft.Kind,
            Key = draft.Key,
            Effect = draft.Kind == BanKind.Address ? BanEffect.Hold : draft.Effect, // of what anybody may type nothing is refused
            Label = label,
            ReplyId = draft.Reply,
            Note = note,
            Until = draft.Days == 0 ? null : now.AddDays(draft.Days),
            By = by.Id,
            At = now,
        };
        db.Add(made);
        Record(db, "ban", made, note, by, now);
        return null;
    }

    public static async Task<bool> Lift(DatelineDb db, Guid id, Editor by, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.Set<Ban>().AsTracking().FirstOrDefaultAsync(ban => ban.Id == id, cancel) is not { } ban) return false;
        db.Remove(ban);
        Record(db, "ban-lifted", ban, null, by, now);
        return true;
    }

    /// <summary>
    /// Somebody had these replies erased: bans that were made from them, lifted ones too, forget the label, which is mostly the name that stood there, and the reason. Whoever is
    /// banned isn't freed by being forgotten.
    /// </summary>
    public static async Task ForgetMadeFrom(DatelineDb db, IReadOnlyCollection<Guid> replies, CancellationToken cancel)
    {
        await Forget(db, db.Set<Ban>().Where(ban => ban.ReplyId != null && replies.Contains(ban.ReplyId.Value)), cancel);
        await Forget(db.Set<ModerationAct>().Where(act => act.ReplyId != null && act.Act != "standing" && replies.Contains(act.ReplyId.Value)), cancel); // how somebody stood names nobody
    }

    /// <summary>The same for bans of an address, by <see cref="SenderKeys.Address"/>.</summary>
    public static Task ForgetOfAddress(DatelineDb db, string key, CancellationToken cancel) =>
        Forget(db, db.Set<Ban>().Where(ban => (ban.Kind == BanKind.Address || ban.Kind == BanKind.Reader) && ban.Key == key), cancel);

    private static async Task Forget(DatelineDb db, IQueryable<Ban> some, CancellationToken cancel)
    {
        var about = (await some.Select(ban => ban.Id).ToListAsync(cancel)).ConvertAll(About);
        if (about.Count == 0) return;
        await Forget(db.Set<ModerationAct>().Where(act => about.Contains(act.About)), cancel);
        await some.ExecuteUpdateAsync(row => row.SetProperty(ban => ban.Label, "").SetProperty(ban => ban.Note, (string?)null), cancel);
    }

    private static Task<int> Forget(IQueryable<ModerationAct> some, CancellationToken cancel) =>
        some.ExecuteUpdateAsync(row => row.SetProperty(act => act.Terms, (string?)null).SetProperty(act => act.Note, (string?)null), cancel);

    private static string About(Guid ban) => $"ban:{ban:N}";

    private static void Record(DatelineDb db, string act, Ban ban, string? note, Editor by, DateTimeOffset now)
    {
        db.Add(new ModerationAct
        {
            Id = Guid.CreateVersion7(now),
            At = now,
            By = by.Id,
            Act = act,
            About = About(ban.Id),
            ReplyId = ban.ReplyId,
            Terms = System.Text.Json.JsonSerializer.Serialize(new { kind = ban.Kind.ToString(), effect = ban.Effect.ToString(), ban.Label, ban.Until }, JsonColumn.Options),
            Note = note,
        });
        db.Journal.Add(new BansChanged());
    }
}

/// <summary>A ban as somebody wants it, the key made already: what was typed or stood in a reply isn't kept.</summary>
/// <param name="Reply">The reply it is made from.</param>
internal sealed record BanDraft(BanKind Kind, string Key, BanEffect Effect, string Label, string Note, int Days, Guid? Reply = null);
