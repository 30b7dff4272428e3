using Dateline.Desk.Doors;
using Dateline.Foundation.Pages;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Desk.Editions;

/// <summary>/desk/topics : what the stories of all editions are about.</summary>
internal static class TopicRoutes
{
    public const string Path = "/desk/topics";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var topics = routes.MapGroup(Path).RequireAuthorization(Policies.Administrator);
        topics.MapGet("/new", (Editor editor, DatelineDb db, Register register, CancellationToken cancel) =>
            Form(editor, null, "", new Dictionary<string, string>(StringComparer.Ordinal), [], db, register, cancel));
        topics.MapPost("", Add);
        topics.MapGet("/{key}", Edit);
        topics.MapPost("/{key}", Rename);
        topics.MapPost("/{key}/up", (string key, Editor editor, Writes writes, DatelineDb db, Register register, CancellationToken cancel) => Do(key, editor, writes, db, register, (at, stop) => TopicChanges.Move(at, key, -1, stop), cancel));
        topics.MapPost("/{key}/down", (string key, Editor editor, Writes writes, DatelineDb db, Register register, CancellationToken cancel) => Do(key, editor, writes, db, register, (at, stop) => TopicChanges.Move(at, key, 1, stop), cancel));
        topics.MapPost("/{key}/removal", (string key, Editor editor, Writes writes, DatelineDb db, Register register, CancellationToken cancel) => Do(key, editor, writes, db, register, (at, stop) => TopicChanges.Remove(at, key, stop), cancel));
    }

    // POST /desk/topics
    private static async Task<IResult> Add(Editor editor, FormFields fields, Writes writes, DatelineDb db, Register register, CancellationToken cancel)
    {
        var (key, names) = (fields["key"].Trim(), Names(fields, await Languages(db, cancel)));
        var (outcome, position) = await writes.Run((at, stop) => TopicChanges.Add(at, key, names, stop), cancel);
        return outcome.Done ? Done(position) : await Form(editor, null, key, names, outcome.Refusals, db, register, cancel);
    }

    private static async Task<IResult> Edit(string key, Editor editor, DatelineDb db, Register register, CancellationToken cancel) =>
        await db.Topics.FirstOrDefaultAsync(topic => topic.Key == key, cancel) is { } topic ? await Form(editor, topic, key, topic.Names, [], db, register, cancel) : Results.NotFound();

    // POST /desk/topics/{key}
    private static async Task<IResult> Rename(string key, Editor editor, FormFields fields, Writes writes, DatelineDb db, Register register, CancellationToken cancel)
    {
        if (await db.Topics.FirstOrDefaultAsync(one => one.Key == key, cancel) is not { } topic) return Results.NotFound();
        var names = Names(fields, await Languages(db, cancel));
        var (outcome, position) = await writes.Run((at, stop) => TopicChanges.Rename(at, key, names, stop), cancel);
        return outcome.Done ? Done(position) : await Form(editor, topic, key, names, outcome.Refusals, db, register, cancel);
    }

    private static async Task<IResult> Do(
        string key, Editor editor, Writes writes, DatelineDb db, Register register, Func<DatelineDb, CancellationToken, Task<HouseOutcome>> change, CancellationToken cancel)
    {
        if (await db.Topics.FirstOrDefaultAsync(one => one.Key == key, cancel) is not { } topic) return Results.NotFound();
        var (outcome, position) = await writes.Run(change, cancel);
        return outcome.Done ? Done(position) : await Form(editor, topic, key, topic.Names, outcome.Refusals, db, register, cancel);
    }

    private static SeeOther Done(long position) => new(EditionRoutes.Path + "?done=topic#topics", position, asCookie: true);

    private static Task<List<string>> Languages(DatelineDb db, CancellationToken cancel) =>
        db.Editions.OrderBy(edition => edition.Position).ThenBy(edition => edition.Code).Select(edition => edition.Language).ToListAsync(cancel);

    private static Dictionary<string, string> Names(FormFields fields, IEnumerable<string> languages) =>
        languages.Distinct(StringComparer.Ordinal).ToDictionary(language => language, language => fields["name-" + language], StringComparer.Ordinal);

    private static async Task<IResult> Form(
        Editor editor, Topic? topic, string key, IReadOnlyDictionary<string, string> names, IReadOnlyList<Refusal> problems, DatelineDb db, Register register, CancellationToken cancel) =>
        new StaffPage<TopicPage>(new()
        {
            [nameof(TopicPage.Editor)] = editor,
            [nameof(TopicPage.Agency)] = await register.Agency(cancel),
            [nameof(TopicPage.Topic)] = topic,
            [nameof(TopicPage.Key)] = key,
            [nameof(TopicPage.Names)] = names,
            [nameof(TopicPage.Languages)] = (await Languages(db, cancel)).Distinct(StringComparer.Ordinal).ToList(),
            [nameof(TopicPage.Problems)] = problems,
        }, problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
}
