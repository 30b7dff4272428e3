using Dateline.Foundation.Storage;
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
        return given is null ? null : new QueueNews(T("The answer to {0} is public.", given.To ?? T("a reply")), null, null) { Elsewhere = (StoryPath.Of(given.Edition, given.Key, given.Slug) + PublicReply.PlaceOf(answer), T("See it in its place")) };
    }

    /// <summary>A ban is about what comes from now on: the reply that it was made from is still to be decided on.</summary>
    private static async Task<QueueNews?> ToldBan(DatelineDb db, Guid reply, CancellationToken cancel)
    {
        var made = await db.Set<Ban>().Where(ban => ban.ReplyId == reply).OrderByDescending(ban => ban.At).Select(ban => new { ban.Label, ban.Effect }).FirstOrDefaultAsync(cancel);
        if (made is null) return null;
        var state = await db.Set<Reply>().Where(one => one.Id == reply).Select(one => one.State).FirstOrDefaultAsync(cancel);
        var rest = state == ReplyState.Held ? " " + T("This reply still waits for you.") : state == ReplyState.Published ? " " + T("This reply is still public.") : "";
        return new QueueNews((made.Effect == BanEffect.Refuse ? T("Banned {0}: replies aren’t taken, and the writer is told so.", made.Label) : T("Banned {0}: replies always wait.", made.Label)) + rest, null, null) { Elsewhere = ("/desk/replies/bans", T("All bans")) };
    }

    private static async Task<(string Sentence, bool Undo)?> ToldDone(DatelineDb db, Guid batch, CancellationToken cancel)
    {
        var replies = db.Set<Reply>();
        var decisions = await db.Set<ReplyDecision>().Where(decision => decision.Batch == batch && decision.By != null).OrderBy(decision => decision.Id).Take(DecideReplies.Most)
            .Select(decision => new { decision.To, decision.Rule, Name = replies.Where(reply => reply.Id == decision.ReplyId).Select(reply => reply.Name).First() }).ToListAsync(cancel);
        if (decisions is not [var first, ..]) return null;
        var (n, whose, undo) = (decisions.Count, first.Name, first.Rule == Rules.Undo);
        var sentence = (first.To, undo) switch
        {
            (_, true) => T(n, "Undone: the reply by {1} is back among {2}.", "Undone: {0} replies are back among {2}.", whose, Place(first.To)),
            (ReplyState.Published, _) => T(n, "Approved the reply by {1}.", "Approved {0} replies.", whose),
            (ReplyState.Rejected, _) => T(n, "Rejected the reply by {1}.", "Rejected {0} replies.", whose),
            (ReplyState.Spam, _) => T(n, "Marked the reply by {1} as spam.", "Marked {0} replies as spam.", whose),
            _ => T(n, "Put the reply by {1} back among {2}.", "Put {0} replies back among {2}.", whose, Place(first.To)),
        };
        return (sentence, undo);
    }

    private static string Place(ReplyState state) => state switch
    {
        ReplyState.Held => T("those waiting"),
        ReplyState.Published => T("the approved"),
        ReplyState.Rejected => T("the rejected"),
        ReplyState.Withdrawn => T("the withdrawn"),
        _ => T("the spam"),
    };

    private static async Task<string?> ToldRefused(DatelineDb db, IQueryCollection query, CancellationToken cancel)
    {
        if (query["refused"] is [{ } code, ..])
            return code switch
            {
                "none" => T("Choose at least one reply."),
                "many" => T("Decide on up to {0} replies at a time.", DecideReplies.Most),
                "reason" => T("Choose one of the reasons of the list."),
                "name" => T("Give the view a name, up to {0} characters; there are up to {1} of them.", SavedView.LongestName, SavedViews.Most),
                "gone" => T("That reply isn’t public (any more)."),
                _ => T("That wasn’t possible; nothing was changed."),
            };
        var changed = int.TryParse(query["changed"], out var count) && count > 0
            ? T(count, "One reply was changed by its writer after you read it, and stays as it is: look at its new text.", "{0} replies were changed by their writers after you read them, and stay as they are: look at their new texts.") : null;
        if (!int.TryParse(query["late"], out var late)) return changed;
        return string.Join(' ', new[] { changed, await ToldLate(db, query, late, cancel) }.OfType<string>());
    }

    private static async Task<string?> ToldLate(DatelineDb db, IQueryCollection query, int late, CancellationToken cancel)
    {
        if (late != 1 || !Guid.TryParse(query["of"], out var id)) return late > 1 ? T(late, "One reply had been decided on by others; it stays as it is.", "{0} replies had been decided on by others; they stay as they are.") : T("Those replies are gone.");

        var (decisions, staff) = (db.Set<ReplyDecision>(), db.Set<Staff>());
        var now = await db.Set<Reply>().Where(reply => reply.Id == id)
            .Join(decisions, reply => reply.DecisionId, decision => decision.Id, (reply, decision) => new { reply.Name, reply.State, Who = staff.Where(person => person.Id == decision.By).Select(person => person.Name).FirstOrDefault() })
            .FirstOrDefaultAsync(cancel);
        if (now is null) return T("That reply isn’t there any more.");
        return T(now.State switch
        {
            ReplyState.Published => N("The reply by {0} was approved by {1} meanwhile; it stays so."),
            ReplyState.Rejected => N("The reply by {0} was rejected by {1} meanwhile; it stays so."),
            ReplyState.Spam => N("The reply by {0} was marked as spam by {1} meanwhile; it stays so."),
            ReplyState.Held => N("The reply by {0} was put back by {1} meanwhile; it stays so."),
            _ => N("The reply by {0} was decided on by {1} meanwhile; it stays so."),
        }, now.Name, now.Who ?? T("somebody else"));
    }
}
