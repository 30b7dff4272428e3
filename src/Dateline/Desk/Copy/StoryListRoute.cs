using Dateline.Foundation.Markup;
using Dateline.Foundation.Pages;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Stories;

namespace Dateline.Desk.Copy;

/// <summary>/desk/stories: what lies on the desk, what is out, what was withdrawn; and a new story of our own.</summary>
internal static class StoryListRoute
{
    public static async Task<IResult> Get(string? show, string? q, string? edition, string? before, Editor editor, DatelineDb db, Register register, TimeProvider clock, CancellationToken cancel)
    {
        var words = CleanText.Line(q is { Length: > StoryList.LongestWords } ? q[..StoryList.LongestWords] : q ?? "");
        var book = await register.Book(cancel);
        return new StaffPage<StoryListPage>(new()
        {
            [nameof(StoryListPage.Editor)] = editor,
            [nameof(StoryListPage.Book)] = book,
            [nameof(StoryListPage.List)] = await StoryList.Read(db, StoryStates.Read(show), words, book.Edition(edition ?? "")?.Code ?? "", before, cancel),
            [nameof(StoryListPage.Now)] = clock.Now(),
        });
    }

    // GET /desk/stories/new
    public static async Task<IResult> New(Editor editor, Register register, CancellationToken cancel) =>
        NewPage(editor, await register.Book(cancel), "", null, null, StatusCodes.Status200OK);

    // POST /desk/stories
    public static async Task<IResult> Write(FormFields fields, Editor editor, Register register, Writes writes, TimeProvider clock, CancellationToken cancel)
    {
        var book = await register.Book(cancel);
        var headline = CleanText.Line(fields["headline"]);
        if (book.Edition(fields["edition"]) is not { } edition) return NewPage(editor, book, headline, null, T("Choose an edition."), StatusCodes.Status422UnprocessableEntity);

        var now = clock.Now();
        var written = await writes.Run((db, _) => Task.FromResult(WriteStory.Perform(db, edition, headline, editor, now)), cancel);
        return written.Value is { Done: true, Story: { } story } ? new SeeOther(OpenStory.PathOf(story.Id), written.Position, asCookie: true)
            : NewPage(editor, book, headline, edition.Code, written.Value.Refusal!.Sentence, StatusCodes.Status422UnprocessableEntity);
    }

    private static StaffPage<NewStoryPage> NewPage(Editor editor, HouseBook book, string headline, string? edition, string? refusal, int status) => new(new()
    {
        [nameof(NewStoryPage.Editor)] = editor,
        [nameof(NewStoryPage.Book)] = book,
        [nameof(NewStoryPage.Headline)] = headline,
        [nameof(NewStoryPage.Edition)] = edition,
        [nameof(NewStoryPage.Refusal)] = refusal,
    }, status);
}

/// <summary>The states as tabs and addresses name them.</summary>
internal static class StoryStates
{
    public static readonly IReadOnlyList<(StoryStatus Status, string Word, string Name)> All =
        [(StoryStatus.Draft, "drafts", N("Drafts")), (StoryStatus.Published, "published", N("Published")), (StoryStatus.Killed, "killed", N("Killed"))];

    public static StoryStatus Read(string? word) => All.FirstOrDefault(state => state.Word == word).Status;
}
