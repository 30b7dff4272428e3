using Dateline.Foundation.Markup;
using Dateline.Foundation.Pages;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Desk.Copy;

/// <summary>/desk/stories/{id}/revisions/{version}: a text the story once had, and the way back to it.</summary>
internal static class RevisionRoute
{
    public static async Task<IResult> Get(Guid id, int version, Editor editor, DatelineDb db, Register register, CancellationToken cancel)
    {
        if (await OpenStory.Find(db, register, id, cancel) is not { } open || await Find(db, id, version, cancel) is not { } revision) return Results.NotFound();
        return Page(open, revision, editor, null, StatusCodes.Status200OK);
    }

    // POST the same address: puts it back, as an edit like any other.
    public static async Task<IResult> PutBack(
        Guid id, int version, FormFields fields, Editor editor, DatelineDb db, Writes writes, Register register, TimeProvider clock, CancellationToken cancel)
    {
        if (await OpenStory.Find(db, register, id, cancel) is not { } open || await Find(db, id, version, cancel) is not { } revision) return Results.NotFound();
        if (!int.TryParse(fields["version"], out var current) || current != open.Story.Version) return Refused(T("The story was saved meanwhile. Look at it again before you put this text back."), StatusCodes.Status409Conflict);

        var text = TextOf(revision, open);
        var now = clock.Now();
        var written = await writes.Run((fresh, stop) => SaveStory.Perform(fresh, id, current, text, editor, now, stop), cancel);
        return written.Value.Done ? new SeeOther($"{open.Path}?said={Said.PutBack}", written.Position, asCookie: true)
            : Refused(written.Value.Refusal?.Sentence ?? T("The story was saved meanwhile."), written.Value.Conflict ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity);

        IResult Refused(string sentence, int status) => Page(open, revision, editor, sentence, status);
    }

    /// <summary>
    /// All that was written then. What was decided then for that day stays as it was decided since: the edition, from when and until
    /// when the public sees it, and whether it's urgent (<see cref="StoryField.GoesBack"/>). Topics and languages that are gone stay gone.
    /// </summary>
    private static StoryText TextOf(Revision revision, OpenStory open)
    {
        var story = open.Story;
        if (revision.Particulars is not { } kept)
            return new(revision.Headline, revision.Summary, revision.Body, story.PlaceLine, [.. story.Topics.Select(topic => topic.TopicKey)], story.Urgent);
        return new(revision.Headline, revision.Summary, revision.Body, kept.PlaceLine, [.. kept.Topics.Where(key => open.Book.Topic(key) is not null)], story.Urgent,
            Languages.Of(open.Book, story).Contains(kept.Language) ? kept.Language : null, Byline: kept.Byline ?? "", Lead: kept.Lead);
    }

    private static Task<Revision?> Find(DatelineDb db, Guid story, int version, CancellationToken cancel) =>
        db.Set<Revision>().AsNoTracking().FirstOrDefaultAsync(revision => revision.StoryId == story && revision.Version == version, cancel);

    private static StaffPage<RevisionPage> Page(OpenStory open, Revision revision, Editor editor, string? refusal, int status) => new(new()
    {
        [nameof(RevisionPage.Editor)] = editor,
        [nameof(RevisionPage.Open)] = open,
        [nameof(RevisionPage.Revision)] = revision,
        [nameof(RevisionPage.Then)] = $"{revision.Summary}\n\n{EditorText.Write(revision.Body)}",
        [nameof(RevisionPage.Now)] = $"{open.Story.Summary}\n\n{EditorText.Write(open.Story.Body)}",
        [nameof(RevisionPage.Refusal)] = refusal,
    }, status);
}
