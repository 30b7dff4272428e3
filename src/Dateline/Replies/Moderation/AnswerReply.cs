using Dateline.Desk.Copy;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Markup;
using Dateline.Foundation.Pages;
using Dateline.Foundation.Storage;
using Dateline.Layout.Languages;
using Dateline.People;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Moderation;

/// <summary>
/// /desk/replies/{id}/answer: somebody of ours answers a reader in public, under their own name and the staff's mark. Moderators answer
/// everywhere and may pin it; who wrote a text of the story answers beneath that one.
/// </summary>
internal static class AnswerReply
{
    private static readonly TimeSpan RepeatWindow = TimeSpan.FromMinutes(10);

    public static async Task<IResult> Get(Guid id, Editor editor, DatelineDb db, Register register, CancellationToken cancel) => await Page(id, "", [], editor, db, register, cancel);

    public static async Task<IResult> Post(Guid id, FormFields fields, Editor editor, DatelineDb db, Writes writes, Register register, TimeProvider clock, CancellationToken cancel)
    {
        if (!await MayAnswer(db, id, editor, cancel)) return Results.Forbid();
        var email = await db.Set<Staff>().Where(staff => staff.Id == editor.Id).Select(staff => staff.Email).FirstOrDefaultAsync(cancel) ?? "";
        // The readers' own validator, with the house's own name and address.
        var (reply, problems) = new ReplyForm(editor.Name, email, "", fields["text"], id.ToString()).Check(Wording.Of(DeskWords.Language));
        if (reply is null) return await Page(id, fields["text"], [new("text", problems.GetValueOrDefault("text") ?? problems.First().Value)], editor, db, register, cancel);
        var written = await writes.Run((at, stop) => Perform(at, id, reply, fields.Has("pin") && editor.May(Policies.Moderator), editor, clock.Now(), stop), cancel);
        return written.Value is { Refusal: { } refusal }
            ? await Page(id, fields["text"], [refusal], editor, db, register, cancel)
            : new SeeOther(await Back(db, id, written.Value.Id, editor, cancel), written.Position, asCookie: true);
    }

    /// <summary>The answer; of one that was sent twice that which stands there.</summary>
    public static async Task<(Guid Id, Refusal? Refusal)> Perform(DatelineDb db, Guid id, CheckedReply text, bool pin, Editor by, DateTimeOffset now, CancellationToken cancel)
    {
        var parent = await db.Set<Reply>().FirstOrDefaultAsync(reply => reply.Id == id && reply.State == ReplyState.Published, cancel);
        if (parent is null || await db.FindPublicStory(parent.StoryKey, now, cancel) is null) return (Guid.Empty, new("", N("That reply isn’t public (any more), so it can’t be answered.")));
        await db.Set<Reply>().Where(reply => reply.Id == id).ExecuteUpdateAsync(set => set.SetProperty(reply => reply.Version, reply => reply.Version), cancel); // changes nothing, and makes a second press of the button wait for the first
        if (await ThereAlready(db, id, text, now, cancel) is { } there) return (there, null);
        var own = Guid.CreateVersion7(now);
        var answer = new Reply
        {
            Id = own,
            StoryId = parent.StoryId,
            StoryKey = parent.StoryKey,
            Edition = parent.Edition,
            ParentId = parent.Id,
            Path = ThreadPath.Of(parent.Path, own),
            Name = text.Name,
            EmailCipher = [], // of the staff no address is kept here
            Body = text.Body,
            SubmittedAt = now,
            IsStaff = true,
        };
        db.Add(answer);
        await DecideReplies.Record(db, answer, ReplyState.Published, new Verdict(Guid.CreateVersion7(now), now, by.Id, Rules.Staff), cancel);
        if (!pin) return (own, null);
        foreach (var other in await db.Set<Reply>().AsTracking().Where(other => other.StoryId == answer.StoryId && other.PinnedAt != null).ToListAsync(cancel)) other.PinnedAt = null;
        answer.PinnedAt = now;
        return (own, null);
    }

    /// <summary>What waits, or was put away, is the moderators' alone.</summary>
    private static async Task<bool> MayAnswer(DatelineDb db, Guid id, Editor editor, CancellationToken cancel) => editor.May(Policies.Moderator)
        || (await db.Set<Reply>().Where(reply => reply.Id == id && reply.State == ReplyState.Published).Select(reply => (Guid?)reply.StoryId).FirstOrDefaultAsync(cancel) is { } story
            && await Questions.IsBy(db, story, editor.Id, cancel));

    /// <summary>To the other questions, where the answer is told: a moderator's list, or the desk page of the story.</summary>
    private static async Task<string> Back(DatelineDb db, Guid id, Guid answer, Editor editor, CancellationToken cancel) => editor.May(Policies.Moderator)
        ? new QueueFilter(ReplyState.Published) { Question = true }.Address(more: $"&answer={answer:N}")
        : OpenStory.PathOf(await db.Set<Reply>().Where(reply => reply.Id == id).Select(reply => reply.StoryId).FirstAsync(cancel)) + $"?said={Said.Answered}";

    private static async Task<Guid?> ThereAlready(DatelineDb db, Guid parent, CheckedReply text, DateTimeOffset now, CancellationToken cancel)
    {
        var since = now - RepeatWindow;
        var latest = await db.Set<Reply>().Where(reply => reply.ParentId == parent && reply.IsStaff && reply.State == ReplyState.Published && reply.Name == text.Name && reply.SubmittedAt > since).Select(reply => new { reply.Id, reply.Body }).ToListAsync(cancel);
        return latest.Find(reply => PlainText.From(reply.Body) == PlainText.From(text.Body))?.Id;
    }

    private static async Task<IResult> Page(Guid id, string text, IReadOnlyList<Refusal> problems, Editor editor, DatelineDb db, Register register, CancellationToken cancel)
    {
        if (!await MayAnswer(db, id, editor, cancel)) return Results.Forbid();
        if (await ModerationQueue.Find(db, id, cancel) is not { } reply) return Results.NotFound();
        return new StaffPage<AnswerPage>(new()
        {
            [nameof(AnswerPage.Editor)] = editor,
            [nameof(AnswerPage.Book)] = await register.Book(cancel),
            [nameof(AnswerPage.Reply)] = reply,
            [nameof(AnswerPage.Text)] = text,
            [nameof(AnswerPage.Problems)] = problems,
        }, problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}
