using Dateline.Desk.Copy;
using Dateline.Foundation.Markup;
using Dateline.Foundation.Pages;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Stories;
using Dateline.Wire;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Desk.Inbox;

/// <summary>What a request to the inbox asks for.</summary>
internal sealed record InboxQuestion
{
    public string? Q { get; init; }

    public string? Edition { get; init; }

    public string? Source { get; init; }

    public string? Show { get; init; }

    public string? Before { get; init; }

    public string? Since { get; init; }

    public string? Fragment { get; init; }

    public string? Spiked { get; init; }

    public InboxFilter Filter(HouseBook book) => new(
        CleanText.Line(Q is { Length: > InboxFilter.LongestWords } ? Q[..InboxFilter.LongestWords] : Q ?? ""),
        book.Edition(Edition ?? "")?.Code ?? "",
        Guid.TryParse(Source, out var source) ? source : null,
        Enum.TryParse<InboxShow>(Show, out var show) && Enum.IsDefined(show) ? show : InboxShow.Everything);
}

/// <summary>/desk/inbox: what the wires sent, as it comes, and what is done with it.</summary>
internal static class InboxRoute
{
    public static async Task<IResult> Get([AsParameters] InboxQuestion asked, Editor editor, DatelineDb db, Register register, PageRenderer renderer, TimeProvider clock, HttpResponse response, CancellationToken cancel)
    {
        var book = await register.Book(cancel);
        if (asked.Fragment != "rows") return await Page(asked, null, editor, db, book, clock, null, StatusCodes.Status200OK, cancel);

        if (!long.TryParse(asked.Since, out var since)) return Results.BadRequest();
        var rows = await InboxList.Since(db, book, asked.Filter(book), since, cancel);
        response.Headers["X-Waiting"] = InboxList.Counted(await InboxList.CountWaiting(db, cancel)); // the number above the list moves with it
        return Results.Bytes(await renderer.RenderFragment<InboxRows>(new() { [nameof(InboxRows.Lines)] = rows, [nameof(InboxRows.Now)] = clock.Now() }), RenderedPage.HtmlType);
    }

    // GET /desk/inbox/{id}
    public static async Task<IResult> Item(Guid id, [AsParameters] InboxQuestion asked, Editor editor, DatelineDb db, Register register, TimeProvider clock, CancellationToken cancel)
    {
        var book = await register.Book(cancel);
        return await OpenItem.Find(db, book, id, null, cancel) is { } open ? await Page(asked, open, editor, db, book, clock, null, StatusCodes.Status200OK, cancel) : Results.NotFound();
    }

    // GET /desk/inbox/{id}/versions
    public static async Task<IResult> Versions(Guid id, int? version, Guid? other, Editor editor, DatelineDb db, Register register, CancellationToken cancel)
    {
        var book = await register.Book(cancel);
        if (other is not null)
        {
            if (await OpenItem.Find(db, book, id, null, cancel) is not { } one || await OpenItem.Find(db, book, other.Value, null, cancel) is not { } two || one.Item.GroupId is null || one.Item.GroupId != two.Item.GroupId) return Results.NotFound();
            return new StaffPage<CarriersPage>(new() { [nameof(CarriersPage.Editor)] = editor, [nameof(CarriersPage.Book)] = book, [nameof(CarriersPage.One)] = one, [nameof(CarriersPage.Other)] = two });
        }
        if (await OpenItem.Find(db, book, id, null, cancel) is not { } latest || await OpenItem.Find(db, book, id, version ?? Math.Max(1, latest.Version.Number - 1), cancel) is not { } older) return Results.NotFound();
        return new StaffPage<VersionsPage>(new() { [nameof(VersionsPage.Editor)] = editor, [nameof(VersionsPage.Book)] = book, [nameof(VersionsPage.Latest)] = latest, [nameof(VersionsPage.Older)] = older });
    }

    // POST /desk/inbox/{id}/story
    public static async Task<IResult> PickUp(Guid id, Editor editor, DatelineDb db, Writes writes, Register register, TimeProvider clock, CancellationToken cancel)
    {
        var now = clock.Now();
        var written = await writes.Run((fresh, stop) => PickUpItem.Perform(fresh, id, editor, now, stop), cancel);
        return written.Value.Story is { } story
            ? new SeeOther($"{OpenStory.PathOf(story)}?said={(written.Value.Before ? Said.PickedUpBefore : Said.PickedUp)}", written.Position, asCookie: true)
            : await Refused(id, written.Value.Refusal!, editor, db, register, clock, cancel);
    }

    // POST /desk/inbox/{id}/spike
    public static async Task<IResult> Spike(Guid id, Editor editor, DatelineDb db, Writes writes, Register register, TimeProvider clock, CancellationToken cancel)
    {
        var now = clock.Now();
        var written = await writes.Run((fresh, stop) => InboxChanges.Spike(fresh, id, now, stop), cancel);
        return written.Value is null or { Code: "done" } ? new SeeOther($"/desk/inbox?spiked={id}", written.Position, asCookie: true)
            : await Refused(id, written.Value, editor, db, register, clock, cancel);
    }

    // POST /desk/inbox/{id}/unspike
    public static async Task<IResult> Unspike(Guid id, Editor editor, DatelineDb db, Writes writes, Register register, TimeProvider clock, CancellationToken cancel)
    {
        var now = clock.Now();
        var written = await writes.Run((fresh, stop) => InboxChanges.Unspike(fresh, id, now, stop), cancel);
        return written.Value is null or { Code: "done" } ? new SeeOther($"/desk/inbox/{id}", written.Position, asCookie: true)
            : await Refused(id, written.Value, editor, db, register, clock, cancel);
    }

    // POST /desk/inbox/{id}/seen
    public static async Task<IResult> Seen(Guid id, Editor editor, DatelineDb db, Writes writes, Register register, TimeProvider clock, CancellationToken cancel)
    {
        var now = clock.Now();
        var written = await writes.Run((fresh, stop) => InboxChanges.MarkSeen(fresh, id, now, stop), cancel);
        return written.Value is null or { Code: "done" } ? new SeeOther("/desk/inbox", written.Position, asCookie: true)
            : await Refused(id, written.Value, editor, db, register, clock, cancel);
    }

    // POST /desk/inbox/{id}/again
    public static async Task<IResult> ReadAgain(Guid id, Editor editor, DatelineDb db, Writes writes, Register register, TimeProvider clock, CancellationToken cancel)
    {
        var now = clock.Now();
        var written = await writes.Run((fresh, stop) => ReadItemAgain.Perform(fresh, id, now, stop), cancel);
        return written.Value is null ? new SeeOther($"/desk/inbox/{id}", written.Position, asCookie: true) : await Refused(id, written.Value, editor, db, register, clock, cancel);
    }

    private static async Task<IResult> Refused(Guid id, Refusal refusal, Editor editor, DatelineDb db, Register register, TimeProvider clock, CancellationToken cancel)
    {
        var book = await register.Book(cancel);
        return await OpenItem.Find(db, book, id, null, cancel) is not { } open ? Results.NotFound()
            : await Page(new InboxQuestion(), open, editor, db, book, clock, refusal.Sentence, StatusCodes.Status422UnprocessableEntity, cancel);
    }

    private static async Task<IResult> Page(
        InboxQuestion asked, OpenItem? open, Editor editor, DatelineDb db, HouseBook book, TimeProvider clock, string? refusal, int status, CancellationToken cancel)
    {
        var spiked = Guid.TryParse(asked.Spiked, out var id) ? await db.WireItems.FirstOrDefaultAsync(item => item.Id == id && item.Desk == DeskState.Spiked, cancel) : null;
        return new StaffPage<InboxPage>(new()
        {
            [nameof(InboxPage.Editor)] = editor,
            [nameof(InboxPage.Book)] = book,
            [nameof(InboxPage.List)] = await InboxList.Read(db, book, asked.Filter(book), long.TryParse(asked.Before, out var before) ? before : null, cancel),
            [nameof(InboxPage.Sources)] = await db.Sources.OrderBy(source => source.Name).Take(1_000).ToListAsync(cancel),
            [nameof(InboxPage.Open)] = open,
            [nameof(InboxPage.Spiked)] = spiked,
            [nameof(InboxPage.Refusal)] = refusal,
            [nameof(InboxPage.Now)] = clock.Now(),
        }, status);
    }
}
