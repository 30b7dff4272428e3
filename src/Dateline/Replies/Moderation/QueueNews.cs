using Dateline.Foundation.Storage;
using Dateline.Layout.Languages;
using Dateline.People;
using Dateline.Replies.Screening;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Moderation;

/// <summary>What the queue says at its top after something was decided: what, whether it can be undone, and what somebody else was quicker with.</summary>
public sealed record QueueNews(string? Done, Guid? Undoable, string? Refusal)
{
    public static readonly QueueNews None = new(null, null, null);

    /// <summary>Where more of it stands: in the public page what was just answered, in the list of bans who was banned.</summary>
    public (string Path, string Words)? Elsewhere { get; init; }

    /// <summary>How a redirect carries it: the batch, how many came too late, and one of them by way of example.</summary>
    internal static string Address(string page, Decided decided)
    {
        var address = page;
        if (decided.Refusal is null or { Code: "decided" })
        {
            if (decided.Replies.Count > 0) address += $"&did={decided.Batch:N}";
            if (decided.Changed.Count > 0) address += $"&changed={decided.Changed.Count}";
            return decided.Late.Count > 0 ? $"{address}&late={decided.Late.Count}&of={decided.Late[0]:N}" : address + (decided.Replies.Count + decided.Changed.Count == 0 ? "&late=0" : "");
        }
        return $"{address}&refused={decided.Refusal.Code}";
    }

    internal static async Task<QueueNews> Read(DatelineDb db, IQueryCollection query, CancellationToken cancel)
    {
        if (Guid.TryParse(query["answer"], out var answer) && await ToldAnswer(db, answer, cancel) is { } told) return told;
        if (Guid.TryParse(query["banned"], out var banned) && await ToldBan(db, banned, cancel) is { } ban) return ban;
        var done = Guid.TryParse(query["did"], out var batch) ? await ToldDone(db, batch, cancel) : null;
        var undoable = done is { Undo: false } ? batch : (Guid?)null;
        return new QueueNews(done?.Sentence, undoable, await ToldRefused(db, query, cancel));
    }

    private static async Task<QueueNews?> ToldAnswer(DatelineDb db, Guid answer, CancellationToken cancel)
    {
        var replies = db.Set<Reply>();
        var given = await replies.Where(reply => reply.Id == answer && reply.IsStaff && reply.State == ReplyState.Published)
            .Join(db.Set<Story>(), reply => reply.StoryId, story => story.Id, (reply, story) => new { To = replies.Where(asked => asked.Id == reply.ParentId).Select(asked => asked.Name).FirstOrDefault(), story.Edition, story.Key, story.Slug })
            .FirstOrDefaultAsync(cancel);
        return given is null ? null : new QueueNews($"The answer to {Isolate.In(false, given.To ?? "a reply")} is public.", null, null) { Elsewhere = (StoryPath.Of(given.Edition, given.Key, given.Slug) + PublicReply.PlaceOf(answer), "See it in its place") };
    }

    /// <summary>A ban is about what comes from now on: the reply that it was made from is still to be decided on.</summary>
    private static async Task<QueueNews?> ToldBan(DatelineDb db, Guid reply, CancellationToken cancel)
    {
        var made = await db.Set<Ban>().Where(ban => ban.ReplyId == reply).OrderByDescending(ban => ban.At).Select(ban => new { ban.Label, ban.Effect }).FirstOrDefaultAsync(cancel);
        if (made is null) return null;
        var state = await db.Set<Reply>().Where(one => one.Id == reply).Select(one => one.State).FirstOrDefaultAsync(cancel);
        var rest = state == ReplyState.Held ? " This reply still waits for you." : state == ReplyState.Published ? " This reply is still public." : "";
        return new QueueNews($"Banned {Isolate.In(false, made.Label)}: {(made.Effect == BanEffect.Refuse ? "replies aren’t taken, and the writer is told so" : "replies always wait")}.{rest}", null, null) { Elsewhere = ("/desk/replies/bans", "All bans") };
    }

    private static async Task<(string Sentence, bool Undo)?> ToldDone(DatelineDb db, Guid batch, CancellationToken cancel)
    {
        var replies = db.Set<Reply>();
        var decisions = await db.Set<ReplyDecision>().Where(decision => decision.Batch == batch && decision.By != null).OrderBy(decision => decision.Id).Take(DecideReplies.Most)
            .Select(decision => new { decision.To, decision.Rule, Name = replies.Where(reply => reply.Id == decision.ReplyId).Select(reply => reply.Name).First() }).ToListAsync(cancel);
        if (decisions is not [var first, ..]) return null;
        var whose = decisions.Count == 1 ? $"the reply by {Isolate.In(false, first.Name)}" : $"{decisions.Count} replies";
        var undo = first.Rule == Rules.Undo;
        var sentence = (first.To, undo) switch
        {
            (_, true) => $"Undone: {whose} {(decisions.Count == 1 ? "is" : "are")} back among {Place(first.To)}.",
            (ReplyState.Published, _) => $"Approved {whose}.",
            (ReplyState.Rejected, _) => $"Rejected {whose}.",
            (ReplyState.Spam, _) => $"Marked {whose} as spam.",
            _ => $"Put {whose} back among {Place(first.To)}.",
        };
        return (sentence, undo);
    }

    private static string Place(ReplyState state) => state switch
    {
        ReplyState.Held => "those waiting",
        ReplyState.Published => "the approved",
        ReplyState.Rejected => "the rejected",
        ReplyState.Withdrawn => "the withdrawn",
        _ => "the spam",
    };

    private static async Task<string?> ToldRefused(DatelineDb db, IQueryCollection query, CancellationToken cancel)
    {
        if (query["refused"] is [{ } code, ..])
            return code switch
            {
                "none" => "Choose at least one reply.",
                "many" => $"Decide on up to {DecideReplies.Most} replies at a time.",
                "reason" => "Choose one of the reasons of the list.",
                "name" => $"Give the view a name, up to {SavedView.LongestName} characters; there are up to 30 of them.",
                "gone" => "That reply isn’t public (any more).",
                _ => "That wasn’t possible; nothing was changed.",
            };
        var changed = int.TryParse(query["changed"], out var count) && count > 0
            ? count == 1 ? "One reply was changed by its writer after you read it, and stays as it is: look at its new text." : $"{count} replies were changed by their writers after you read them, and stay as they are: look at their new texts." : null;
        if (!int.TryParse(query["late"], out var late)) return changed;
        return string.Join(' ', new[] { changed, await ToldLate(db, query, late, cancel) }.OfType<string>());
    }

    private static async Task<string?> ToldLate(DatelineDb db, IQueryCollection query, int late, CancellationToken cancel)
    {
        if (late != 1 || !Guid.TryParse(query["of"], out var id)) return late > 1 ? $"{late} replies had been decided on by others; they stay as they are." : "Those replies are gone.";

        var (decisions, staff) = (db.Set<ReplyDecision>(), db.Set<Staff>());
        var now = await db.Set<Reply>().Where(reply => reply.Id == id)
            .Join(decisions, reply => reply.DecisionId, decision => decision.Id, (reply, decision) => new { reply.Name, reply.State, Who = staff.Where(person => person.Id == decision.By).Select(person => person.Name).FirstOrDefault() })
            .FirstOrDefaultAsync(cancel);
        if (now is null) return "That reply isn’t there any more.";
        var word = now.State switch { ReplyState.Published => "approved", ReplyState.Rejected => "rejected", ReplyState.Spam => "marked as spam", ReplyState.Held => "put back", _ => "decided on" };
        return $"The reply by {Isolate.In(false, now.Name)} was {word} by {Isolate.In(false, now.Who ?? "somebody else")} meanwhile; it stays so.";
    }
}
