using Dateline.Desk.Doors;
using Dateline.Foundation.Pages;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Desk.People;

/// <summary>/desk/people : who works here, and what they may.</summary>
internal static class PeopleRoutes
{
    public const string Path = "/desk/people";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var people = routes.MapGroup(Path).RequireAuthorization(Policies.Administrator);
        people.MapGet("", List);
        people.MapPost("", Invite);
        people.MapGet("/{id:guid}", Show);
        people.MapPost("/{id:guid}/role", ChangeRole);
        people.MapPost("/{id:guid}/link", NewLink);
        people.MapPost("/{id:guid}/lock", Lock);
        people.MapPost("/{id:guid}/unlock", Unlock);
        people.MapPost("/{id:guid}/removal", Remove);
    }

    private static Task<IResult> List(Editor editor, string? done, PeopleDesk desk, CancellationToken cancel) =>
        desk.List(editor, new Invitation(), [], done == "removed" ? N("Removed. Records go on naming them.") : null, cancel);

    private static async Task<IResult> Invite(Editor editor, FormFields fields, Recruiting recruiting, PeopleDesk desk, CancellationToken cancel)
    {
        var form = new Invitation { Name = fields["name"], Email = fields["email"], Role = Enum.TryParse<Role>(fields["role"], out var role) && Enum.IsDefined(role) ? role : Role.Journalist };
        if (Recruiting.NameRefusal(form.Name.Trim()) is { } wrong) return await desk.List(editor, form, [new Refusal("name", wrong)], null, cancel);
        var (staff, refusals) = await recruiting.TakeOn(form.Name, form.Email, form.Role, password: null, cancel);
        if (staff is null) return await desk.List(editor, form, [.. refusals.Select(sentence => new Refusal("email", sentence))], null, cancel);
        return await desk.Person(editor, staff.Id, null, null, await recruiting.Invite(staff.Id, asksPassword: true, cancel), cancel);
    }

    private static Task<IResult> Show(Guid id, Editor editor, string? done, PeopleDesk desk, CancellationToken cancel) =>
        desk.Person(editor, id, null, done switch { "role" => N("The role is changed. It counts from their next click."), "locked" => N("Locked. Their sessions have ended."), "unlocked" => N("Unlocked."), _ => null }, null, cancel);

    private static async Task<IResult> NewLink(Guid id, Editor editor, DatelineDb db, Recruiting recruiting, PeopleDesk desk, CancellationToken cancel)
    {
        if (await db.Staff.FirstOrDefaultAsync(one => one.Id == id, cancel) is not { MaySignIn: true }) return Results.NotFound();
        return await desk.Person(editor, id, null, null, await recruiting.Invite(id, asksPassword: true, cancel), cancel);
    }

    private static Task<IResult> ChangeRole(Guid id, Editor editor, FormFields fields, Writes writes, PeopleDesk desk, CancellationToken cancel) =>
        Answer(id, editor, $"{Path}/{id}?done=role", desk, writes.Run((db, stop) =>
            StaffChanges.ChangeRole(db, id, Enum.TryParse<Role>(fields["role"], out var role) ? role : (Role)(-1), editor, stop), cancel), cancel);

    private static Task<IResult> Lock(Guid id, Editor editor, Writes writes, TimeProvider clock, PeopleDesk desk, CancellationToken cancel) =>
        Answer(id, editor, $"{Path}/{id}?done=locked", desk, writes.Run((db, stop) => StaffChanges.Lock(db, id, editor, clock.Now(), stop), cancel), cancel);

    private static Task<IResult> Unlock(Guid id, Editor editor, Writes writes, PeopleDesk desk, CancellationToken cancel) =>
        Answer(id, editor, $"{Path}/{id}?done=unlocked", desk, writes.Run((db, stop) => StaffChanges.Unlock(db, id, stop), cancel), cancel);

    private static Task<IResult> Remove(Guid id, Editor editor, Writes writes, TimeProvider clock, PeopleDesk desk, CancellationToken cancel) =>
        Answer(id, editor, Path + "?done=removed", desk, writes.Run((db, stop) => StaffChanges.Remove(db, id, editor, clock.Now(), stop), cancel), cancel);

    private static async Task<IResult> Answer(Guid id, Editor editor, string then, PeopleDesk desk, Task<Written<Refusal?>> change, CancellationToken cancel) =>
        (await change).Value is { } refusal ? await desk.Person(editor, id, refusal, null, null, cancel) : new SeeOther(then);
}

/// <summary>Somebody to be invited, as written in the form.</summary>
public sealed record Invitation
{
    public string Name { get; init; } = "";

    public string Email { get; init; } = "";

    public Role Role { get; init; } = Role.Journalist;
}
