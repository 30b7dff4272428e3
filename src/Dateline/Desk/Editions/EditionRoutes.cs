using System.Globalization;
using Dateline.Desk.Doors;
using Dateline.Foundation.Pages;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Desk.Editions;

/// <summary>/desk/editions : the newspapers of the house, their style, and the topics they share.</summary>
internal static class EditionRoutes
{
    public const string Path = "/desk/editions";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var editions = routes.MapGroup(Path).RequireAuthorization(Policies.Administrator);
        editions.MapGet("", List);
        editions.MapGet("/new", New);
        editions.MapPost("", Add);
        editions.MapPost("/example", (Editor editor, FormFields fields, Register register, TimeProvider clock, CancellationToken cancel) =>
            Form(editor, Read(fields, fields["code"]), 0, [], 0, register, clock, cancel));
        editions.MapGet("/{code}", Edit);
        editions.MapPost("/{code}", Change);
        editions.MapPost("/{code}/logo", LogoRoutes.Put);
        editions.MapPost("/{code}/logo/removal", LogoRoutes.Remove);
        editions.MapPost("/{code}/example", (string code, Editor editor, FormFields fields, Register register, TimeProvider clock, CancellationToken cancel) =>
            Form(editor, Read(fields, code), Version(fields), [], 0, register, clock, cancel));
    }

    private static async Task<IResult> List(Editor editor, string? done, DatelineDb db, Register register, CancellationToken cancel)
    {
        var counts = await db.Stories.Where(story => story.Status == StoryStatus.Published).GroupBy(story => story.Edition)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
        return new StaffPage<EditionsPage>(new()
        {
            [nameof(EditionsPage.Editor)] = editor,
            [nameof(EditionsPage.Agency)] = await register.Agency(cancel),
            [nameof(EditionsPage.Editions)] = await db.Editions.OrderBy(edition => edition.Position).ThenBy(edition => edition.Code).ToListAsync(cancel),
            [nameof(EditionsPage.Stories)] = counts,
            [nameof(EditionsPage.Topics)] = await db.Topics.OrderBy(topic => topic.Position).ThenBy(topic => topic.Key).ToListAsync(cancel),
            [nameof(EditionsPage.Flash)] = done switch
            {
                "edition" => T("The edition is saved. Its pages show it already."),
                "logo" => T("The logo is in the masthead."),
                "nologo" => T("The logo is gone; the name stands alone."),
                "topic" => T("The topics are saved. The pages show them already."),
                _ => null,
            },
        });
    }

    private static async Task<IResult> New(Editor editor, DatelineDb db, Register register, TimeProvider clock, CancellationToken cancel)
    {
        var first = await db.Editions.OrderBy(edition => edition.Position).ThenBy(edition => edition.Code).FirstOrDefaultAsync(cancel);
        var draft = first is null ? new EditionDraft() : EditionDraft.Of(first) with { Code = "", Name = "", Language = "", Position = first.Position + 1, Logo = null };
        return await Form(editor, draft, 0, [], 0, register, clock, cancel);
    }

    // POST /desk/editions
    private static async Task<IResult> Add(Editor editor, FormFields fields, Writes writes, Register register, TimeProvider clock, CancellationToken cancel)
    {
        var draft = Read(fields, fields["code"].Trim());
        var (outcome, position) = await writes.Run((db, stop) => EditionChanges.Add(db, draft, stop), cancel);
        return outcome.Done ? new SeeOther(Path + "?done=edition", position, asCookie: true) : await Form(editor, draft, 0, outcome.Refusals, StatusCodes.Status422UnprocessableEntity, register, clock, cancel);
    }

    private static async Task<IResult> Edit(string code, Editor editor, DatelineDb db, Register register, TimeProvider clock, CancellationToken cancel) =>
        await db.Editions.FirstOrDefaultAsync(edition => edition.Code == code, cancel) is { } edition
            ? await Form(editor, EditionDraft.Of(edition), edition.Version, [], 0, register, clock, cancel) : Results.NotFound();

    // POST /desk/editions/{code}
    private static async Task<IResult> Change(string code, Editor editor, FormFields fields, DatelineDb db, Writes writes, Register register, TimeProvider clock, CancellationToken cancel)
    {
        if (await db.Editions.FirstOrDefaultAsync(edition => edition.Code == code, cancel) is not { } now) return Results.NotFound();
        var draft = Read(fields, code);
        var (outcome, position) = await writes.Run((at, stop) => EditionChanges.Change(at, draft, Version(fields), stop), cancel);
        if (outcome.Done) return new SeeOther(Path + "?done=edition", position, asCookie: true);
        if (!outcome.Conflict) return await Form(editor, draft, Version(fields), outcome.Refusals, StatusCodes.Status422UnprocessableEntity, register, clock, cancel);

        // What was written here stays in the form; saved again, it replaces what came between.
        return await Form(editor, draft, now.Version, [new Refusal("", T("Somebody else saved this edition while you were writing. Yours stands below; save again to replace theirs, or open the page anew to see it."))],
            StatusCodes.Status409Conflict, register, clock, cancel);
    }

    internal static async Task<IResult> Form(
        Editor editor, EditionDraft draft, int version, IReadOnlyList<Refusal> problems, int status, Register register, TimeProvider clock, CancellationToken cancel) =>
        new StaffPage<EditionPage>(new()
        {
            [nameof(EditionPage.Editor)] = editor,
            [nameof(EditionPage.Agency)] = await register.Agency(cancel),
            [nameof(EditionPage.Draft)] = draft,
            [nameof(EditionPage.Version)] = version,
            [nameof(EditionPage.Problems)] = problems,
            [nameof(EditionPage.Today)] = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime),
        }, status == 0 ? StatusCodes.Status200OK : status);

    internal static int Version(FormFields fields) => int.TryParse(fields["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;

    private static EditionDraft Read(FormFields fields, string code) => new()
    {
        Code = code,
        Name = fields["name"],
        Language = fields["lang"],
        TimeZone = fields["zone"],
        Position = int.TryParse(TypedNumber.Plain(fields["position"]), NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position : fields["position"].Length == 0 ? 0 : -1,
        ShortName = fields["short"],
        FullName = fields["agency"],
        Tagline = fields["tagline"],
        DatelinePattern = fields["pattern"],
        CreditStyle = Enum.TryParse<CreditStyle>(fields["credit"], out var style) ? style : (CreditStyle)(-1),
        CreditPattern = fields["creditpattern"],
        Accent = fields["accent"],
        Contact = fields["contact"],
    };
}
