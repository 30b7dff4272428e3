using System.Globalization;
using Dateline.Foundation.Pages;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Wire;
using Dateline.Wire.Opml;
using Dateline.Wire.Pages;

namespace Dateline.Desk.Sources;

/// <summary>/desk/sources : the partners whose stories we carry, the terms agreed with them, and their feeds.</summary>
internal static class SourceRoutes
{
    public const string Path = "/desk/sources";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var sources = routes.MapGroup(Path).RequireAuthorization(Policies.Administrator);
        sources.MapGet("", (Editor editor, SourceDesk desk, CancellationToken cancel) => desk.List(editor, null, null, cancel));
        sources.MapGet("/opml", Export);
        sources.MapPost("/opml", Import);
        sources.MapGet("/new", (Editor editor, SourceDesk desk, CancellationToken cancel) => desk.New(editor, new SourceForm(), null, cancel));
        sources.MapPost("", Add);
        sources.MapGet("/{id:guid}", Show);
        sources.MapPost("/{id:guid}", Change);
        sources.MapPost("/{id:guid}/pages/{page:guid}", AskPage);
        FeedRoutes.Map(sources);
    }

    private static Task<IResult> Show(Guid id, Editor editor, string? done, SourceDesk desk, CancellationToken cancel) =>
        desk.Show(editor, id, done switch
        {
            "added" => T("The source is added. Give it a feed."),
            "source" => T("The source is saved. Pages with its stories show it already."),
            "feed" => T("The feed is added and is being asked."),
            "schedule" => T("The feed is changed."),
            "credentials" => T("The credentials are set. They are encrypted, and shown to nobody."),
            "forgotten" => T("The credentials are removed."),
            "paused" => T("Paused. Nothing is asked until you resume it."),
            "resumed" => T("Resumed."),
            "asked" => T("The feed is asked now. Open the page again in a moment."),
            "again" => T("The whole feed is read again. What still can’t be taken comes back with its reason."),
            "host-key" => T("The key is accepted. The server is asked now."),
            "page" => T("The page is asked now. Open this one again in a moment."),
            "replayed" => T("It could be read this time: the story is in the inbox."),
            _ => null,
        }, cancel);

    // GET /desk/sources/opml
    private static async Task<IResult> Export(SourceDesk desk, CancellationToken cancel) => Results.File(await desk.Opml(cancel), "text/x-opml; charset=utf-8", "sources.opml");

    // POST /desk/sources/opml
    private static async Task<IResult> Import(Editor editor, FormFields fields, Writes writes, TimeProvider clock, SourceDesk desk, CancellationToken cancel)
    {
        if (await fields.File("list", cancel) is not { Length: > 0 } file) return await desk.List(editor, null, new("list", T("Choose an OPML file.")), cancel);
        if (!OpmlReader.IsOpml(file)) return await desk.List(editor, null, new("list", T("That file is no OPML list.")), cancel);
        var edition = fields["edition"] is { Length: > 0 } code ? code : null;
        var outcome = (await writes.Run((db, stop) => OpmlImport.Perform(db, OpmlReader.Read(file), edition, clock.Now(), stop), cancel)).Value;
        return await desk.List(editor, outcome, null, cancel);
    }

    // POST /desk/sources
    private static async Task<IResult> Add(Editor editor, FormFields fields, Writes writes, TimeProvider clock, SourceDesk desk, CancellationToken cancel)
    {
        var form = SourceForm.Read(fields);
        var (draft, wrong) = form.Draft();
        if (draft is null) return await desk.New(editor, form, wrong, cancel);
        var ((source, refusal), position) = await writes.Run((db, stop) => SourceChanges.Add(db, draft, clock.Now(), stop), cancel);
        return source is null ? await desk.New(editor, form, refusal, cancel) : new SeeOther($"{Path}/{source.Id}?done=added#feeds", position, asCookie: true);
    }

    // POST /desk/sources/{id}/pages/{page}
    private static async Task<IResult> AskPage(Guid id, Guid page, Writes writes, TimeProvider clock, CancellationToken cancel)
    {
        var (refusal, position) = await writes.Run((db, stop) => TakePage.AskAgain(db, id, page, clock.Now(), stop), cancel);
        return refusal is null ? new SeeOther($"{Path}/{id}?done=page#failed-pages", position, asCookie: true) : Results.NotFound();
    }

    // POST /desk/sources/{id}
    private static async Task<IResult> Change(Guid id, Editor editor, FormFields fields, Writes writes, SourceDesk desk, CancellationToken cancel)
    {
        var form = SourceForm.Read(fields);
        var version = int.TryParse(fields["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 0;
        var (draft, wrong) = form.Draft();
        if (draft is null) return await desk.Refuse(editor, id, form, version, wrong!, cancel);
        var (refusal, position) = await writes.Run((db, stop) => SourceChanges.Change(db, id, version, draft, stop), cancel);
        return refusal is null ? new SeeOther($"{Path}/{id}?done=source", position, asCookie: true) : await desk.Refuse(editor, id, form, version, refusal, cancel);
    }
}
