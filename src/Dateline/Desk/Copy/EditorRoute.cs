using Dateline.Foundation.Pages;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Stories;

namespace Dateline.Desk.Copy;

/// <summary>/desk/stories/{id}: the story on the desk, and what is done with it there.</summary>
internal static class EditorRoute
{
    public static async Task<IResult> Get(Guid id, string? said, Editor editor, DatelineDb db, Register register, CancellationToken cancel) =>
        await OpenStory.Find(db, register, id, cancel) is { } open
            ? Page(open, StoryForm.Of(open.Story, open.Edition), editor, [], SaidWords.Of(said), StatusCodes.Status200OK) : Results.NotFound();

    // POST /desk/stories/{id}
    public static Task<IResult> Save(Guid id, FormFields fields, Editor editor, StorySubmission submission, CancellationToken cancel) =>
        submission.Take(id, fields, editor, "", Said.Saved, (db, version, text, now, stop) => SaveStory.Perform(db, id, version, text, editor, now, stop), cancel);

    // POST /desk/stories/{id}/publication
    public static Task<IResult> Publish(Guid id, FormFields fields, Editor editor, StorySubmission submission, CancellationToken cancel) =>
        submission.Take(id, fields, editor, "/publication", Said.Published, (db, version, text, now, stop) => PublishStory.Perform(db, id, version, text, editor, now, stop), cancel);

    // POST /desk/stories/{id}/correction
    public static Task<IResult> Correct(Guid id, FormFields fields, Editor editor, StorySubmission submission, CancellationToken cancel) =>
        submission.Take(id, fields, editor, "/correction", Said.Corrected, (db, version, text, now, stop) => CorrectStory.Perform(db, id, version, text, fields["note"], editor, now, stop), cancel);

    // POST /desk/stories/{id}/kill
    public static async Task<IResult> Kill(Guid id, FormFields fields, Editor editor, DatelineDb db, Writes writes, Register register, TimeProvider clock, CancellationToken cancel)
    {
        if (await OpenStory.Find(db, register, id, cancel) is not { } open) return Results.NotFound();
        var reason = fields["reason"].Trim();
        if (!fields.Has("sure")) return Refused(T("Tick “Yes, withdraw this story” to kill it."));

        var now = clock.Now();
        var written = await writes.Run((fresh, stop) => KillStory.Perform(fresh, id, reason, editor, now, stop), cancel);
        return written.Value.Done ? new SeeOther($"{open.Path}?said={Said.Killed}", written.Position, asCookie: true) : Refused(written.Value.Refusal!.Sentence);

        IResult Refused(string sentence) =>
            Page(open, StoryForm.Of(open.Story, open.Edition), editor, [new Refusal("", sentence)], null, StatusCodes.Status422UnprocessableEntity, reason);
    }

    public static StaffPage<EditorPage> Page(OpenStory open, StoryForm form, Editor editor, IReadOnlyList<Refusal> problems, string? flash, int status, string? reason = null) => new(new()
    {
        [nameof(EditorPage.Editor)] = editor,
        [nameof(EditorPage.Open)] = open,
        [nameof(EditorPage.Form)] = form,
        [nameof(EditorPage.Problems)] = problems,
        [nameof(EditorPage.Flash)] = flash,
        [nameof(EditorPage.Reason)] = reason,
    }, status);
}
