using Dateline.Desk.Copy;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Pages;
using Dateline.Foundation.Storage;
using Dateline.Layout.Languages;
using Dateline.People;
using Dateline.Replies.Own;
using Dateline.Replies.Screening;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Moderation;

/// <summary>/desk/replies/{id}/words: an answer of ours is put right. Its readers see that it was changed, the log says by whom. Moderators may change each, who wrote it their own.</summary>
internal static class ChangeAnswer
{
    private static readonly Refusal Gone = new("", N("That answer isn’t public (any more)."));

    // GET /desk/replies/{id}/words
    public static Task<IResult> Get(Guid id, Editor editor, DatelineDb db, Register register, CancellationToken cancel) => Page(id, null, [], editor, db, register, cancel);

    // POST /desk/replies/{id}/words
    public static async Task<IResult> Post(Guid id, FormFields fields, Editor editor, DatelineDb db, Writes writes, Register register, TimeProvider clock, CancellationToken cancel)
    {
        if (await Find(db, id, editor, cancel) is not { } answer) return Results.NotFound();
        var email = await db.Set<Staff>().Where(staff => staff.Id == editor.Id).Select(staff => staff.Email).FirstOrDefaultAsync(cancel) ?? "";
        var (text, problems) = new ReplyForm(answer.Name, email, "", fields["text"], "").Check(Wording.Of(DeskWords.Language)); // the readers' own validator
        if (text is null) return await Page(id, fields["text"], [new("text", problems.GetValueOrDefault("text") ?? problems.First().Value)], editor, db, register, cancel);
        var seen = fields["version"];
        var written = await writes.Run((at, stop) => Perform(at, id, seen, text, editor, clock.Now(), stop), cancel);
        if (written.Value is { } refusal) return await Page(id, fields["text"], [refusal], editor, db, register, cancel);
        return new SeeOther(editor.May(Policies.Moderator) ? $"/desk/replies/{id}/history" : OpenStory.PathOf(answer.StoryId), written.Position, asCookie: true);
    }

    public static async Task<Refusal?> Perform(DatelineDb db, Guid id, string seen, CheckedReply text, Editor by, DateTimeOffset now, CancellationToken cancel)
    {
        if (await Find(db, id, by, cancel) is null) return Gone;
        var answer = await db.Set<Reply>().AsTracking().SingleAsync(reply => reply.Id == id, cancel);
        if (Seen(answer) != seen) return new("", N("Somebody changed it meanwhile. Your words stand below, theirs on the page."));
        await FilterTraining.Learn(db, answer, null, cancel); // while its words are still those that were learned
        answer.Body = text.Body;
        answer.EditedAt = now;
        answer.Version++;
        db.Add(new ModerationAct { Id = Guid.CreateVersion7(now), At = now, By = by.Id, Act = "answer-changed", About = $"reply:{id:N}" });
        db.Journal.Add(new ReplyEdited(id, answer.StoryKey, answer.Edition));
        return null;
    }

    /// <summary>Which words the form shows.</summary>
    internal static string Seen(Reply answer) => answer.EditedAt is { } at ? Instants.ToMicroseconds(at).ToString(System.Globalization.CultureInfo.InvariantCulture) : "";

    /// <summary>A public answer of ours that this person may change.</summary>
    private static async Task<Reply?> Find(DatelineDb db, Guid id, Editor editor, CancellationToken cancel)
    {
        var answer = await db.Set<Reply>().FirstOrDefaultAsync(reply => reply.Id == id && reply.IsStaff && reply.State == ReplyState.Published && reply.ErasedAt == null, cancel);
        return answer is not null && await May(db, id, editor, cancel) ? answer : null;
    }

    internal static async Task<bool> May(DatelineDb db, Guid id, Editor editor, CancellationToken cancel) => editor.May(Policies.Moderator)
        || await db.Set<ReplyDecision>().AnyAsync(decision => decision.ReplyId == id && decision.By == editor.Id && decision.Rule == Rules.Staff, cancel);

    private static async Task<IResult> Page(Guid id, string? text, IReadOnlyList<Refusal> problems, Editor editor, DatelineDb db, Register register, CancellationToken cancel)
    {
        if (await Find(db, id, editor, cancel) is not { } answer || await ModerationQueue.Find(db, id, cancel) is not { } reply) return Results.NotFound();
        return new StaffPage<AnswerPage>(new()
        {
            [nameof(AnswerPage.Editor)] = editor,
            [nameof(AnswerPage.Book)] = await register.Book(cancel),
            [nameof(AnswerPage.Reply)] = reply,
            [nameof(AnswerPage.Text)] = text ?? TypedText.Of(answer.Body),
            [nameof(AnswerPage.Version)] = Seen(answer),
            [nameof(AnswerPage.Problems)] = problems,
        }, problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}
