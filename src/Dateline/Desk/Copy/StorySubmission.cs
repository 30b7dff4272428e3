using Dateline.Foundation.Markup;
using Dateline.Foundation.Pages;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Desk.Copy;

/// <summary>
/// What saving, publishing and correcting have in common: a form comes in with a text and the version it was written
/// on, and either it is done, or the same form comes back with the reason, or with the other text beside it.
/// </summary>
internal sealed class StorySubmission(DatelineDb db, DatelineDbFactory databases, Writes writes, Register register, TimeProvider clock)
{
    public delegate Task<Outcome> Job(DatelineDb db, int version, StoryText text, DateTimeOffset now, CancellationToken cancel);

    /// <param name="action">The last part of the address it was sent to: after a conflict the same is tried again.</param>
    /// <param name="said">What the next page says when it's done.</param>
    public async Task<IResult> Take(Guid id, FormFields fields, Editor editor, string action, Said said, Job job, CancellationToken cancel)
    {
        if (await OpenStory.Find(db, register, id, cancel) is not { } open) return Results.NotFound();
        var form = StoryForm.Read(fields);
        if (form.Version != open.Story.Version) return await Conflict(db, open, form, editor, action, cancel);

        var (text, problems) = form.Check(open.Story, await WrittenOn(open.Story, form.Base, cancel), open.Book);
        if (text is null) return Again(open, form, editor, problems);

        var now = clock.Now();
        Written<Outcome> written;
        try
        {
            written = await writes.Run((fresh, stop) => job(fresh, form.Version, text, now, stop), cancel);
        }
        catch (StorageRefusedException refused) // what was typed stays in the form
        {
            return Again(open, form, editor, [new Refusal("", T(refused.Message))], StatusCodes.Status503ServiceUnavailable);
        }
        if (written.Value.Done) return new SeeOther($"{open.Path}?said={said}", written.Position, asCookie: true);
        if (!written.Value.Conflict) return Again(open, form, editor, [new Refusal("", written.Value.Refusal!.Sentence)]);

        await using var later = databases.Open();
        return await Conflict(later, (await OpenStory.Find(later, register, id, cancel))!, form, editor, action, cancel);
    }

    private static StaffPage<EditorPage> Again(OpenStory open, StoryForm form, Editor editor, IReadOnlyList<Refusal> problems, int status = StatusCodes.Status422UnprocessableEntity) =>
        EditorRoute.Page(open, form, editor, problems, null, status);

    private static async Task<IResult> Conflict(DatelineDb db, OpenStory open, StoryForm form, Editor editor, string action, CancellationToken cancel)
    {
        if (open.Story.Status == StoryStatus.Killed) return Again(open, form, editor, [new Refusal("", T("This story was killed meanwhile; it can’t be changed any more."))]);
        var clock = form.ClockOf(open.Story, open.Book);
        return new StaffPage<ConflictPage>(new()
        {
            [nameof(ConflictPage.Editor)] = editor,
            [nameof(ConflictPage.Open)] = open,
            [nameof(ConflictPage.Both)] = ThreeWay.Of(await KeptText(db, open.Story, form.Version).FirstOrDefaultAsync(cancel), form, StoryForm.Of(open.Story, clock), clock),
            [nameof(ConflictPage.Action)] = action,
        }, StatusCodes.Status409Conflict);
    }

    /// <summary>The body that somebody wrote on: what the notation can't show of it comes back from there.</summary>
    private async Task<Body> WrittenOn(Story story, int version, CancellationToken cancel) =>
        version == story.Version ? story.Body : await KeptText(db, story, version).Select(revision => revision.Body).FirstOrDefaultAsync(cancel) ?? story.Body;

    /// <summary>The text that a version had: publishing and correcting count as versions and keep none.</summary>
    private static IQueryable<Revision> KeptText(DatelineDb db, Story story, int version) =>
        db.Set<Revision>().AsNoTracking().Where(revision => revision.StoryId == story.Id && revision.Version <= version).OrderByDescending(revision => revision.Version);
}
