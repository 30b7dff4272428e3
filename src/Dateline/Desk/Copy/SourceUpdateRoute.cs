using Dateline.Foundation.Markup;
using Dateline.Foundation.Pages;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Stories;

namespace Dateline.Desk.Copy;

/// <summary>/desk/stories/{id}/wire: the source's newer text beside ours, and the way to take it over.</summary>
internal static class SourceUpdateRoute
{
    public static async Task<IResult> Get(Guid id, Editor editor, DatelineDb db, Register register, TimeProvider clock, CancellationToken cancel) =>
        await OpenStory.Find(db, register, id, cancel) is not { } open ? Results.NotFound()
            : open.Update is { } update ? Page(open, update, editor, clock.Now(), "", null, StatusCodes.Status200OK) : new SeeOther(open.Path);

    public static async Task<IResult> TakeOver(Guid id, FormFields fields, Editor editor, DatelineDb db, Writes writes, Register register, TimeProvider clock, CancellationToken cancel)
    {
        if (await OpenStory.Find(db, register, id, cancel) is not { } open) return Results.NotFound();
        if (open.Update is not { } update) return new SeeOther(open.Path);
        var note = CleanText.Lines(fields["note"]).Trim();
        var now = clock.Now();
        if (!int.TryParse(fields["version"], out var version) || version != open.Story.Version || fields["number"] != $"{update.Number}")
            return Page(open, update, editor, now, note, T("The story or the source’s text has changed meanwhile. Look at both again."), StatusCodes.Status409Conflict);

        var written = await writes.Run((fresh, stop) => TakeOverUpdate.Perform(fresh, id, version, note, editor, now, stop), cancel);
        return written.Value.Done ? new SeeOther($"{open.Path}?said={Said.TakenOver}", written.Position, asCookie: true)
            : Page(open, update, editor, now, note, written.Value.Refusal?.Sentence ?? T("The story was saved meanwhile. Look at both again."), written.Value.Conflict ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity);
    }

    private static StaffPage<SourceUpdatePage> Page(OpenStory open, SourceUpdate update, Editor editor, DateTimeOffset now, string note, string? refusal, int status) => new(new()
    {
        [nameof(SourceUpdatePage.Editor)] = editor,
        [nameof(SourceUpdatePage.Open)] = open,
        [nameof(SourceUpdatePage.Update)] = update,
        [nameof(SourceUpdatePage.Theirs)] = $"{update.Copy.Summary}\n\n{EditorText.Write(update.Copy.Body)}",
        [nameof(SourceUpdatePage.Ours)] = $"{open.Story.Summary}\n\n{EditorText.Write(open.Story.Body)}",
        [nameof(SourceUpdatePage.Now)] = now,
        [nameof(SourceUpdatePage.Note)] = note,
        [nameof(SourceUpdatePage.Refusal)] = refusal,
    }, status);
}
