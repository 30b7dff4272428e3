using Dateline.Desk.Doors;
using Dateline.Foundation.Pages;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Desk.People;

/// <summary>Somebody on the staff, as the list shows them.</summary>
public sealed record StaffLine(Guid Id, string Name, string? Email, Role Role, bool HasPassword, DateTimeOffset? SignedInAt, DateTimeOffset? LockedAt, DateTimeOffset? RemovedAt, DateTimeOffset? InvitedUntil);

/// <summary>The pages about people, read fresh for whoever asks.</summary>
internal sealed class PeopleDesk(DatelineDb db, Register register, TimeProvider clock, DatelineOptions options)
{
    public async Task<IResult> List(Editor editor, Invitation form, IReadOnlyList<Refusal> problems, string? flash, CancellationToken cancel) =>
        new StaffPage<PeoplePage>(new()
        {
            [nameof(PeoplePage.Editor)] = editor,
            [nameof(PeoplePage.Agency)] = await register.Agency(cancel),
            [nameof(PeoplePage.Staff)] = await Lines(db.Staff).ToListAsync(cancel),
            [nameof(PeoplePage.Form)] = form,
            [nameof(PeoplePage.Problems)] = problems,
            [nameof(PeoplePage.Flash)] = flash,
            [nameof(PeoplePage.Now)] = clock.Now(),
        }, problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    /// <param name="secret">Of a link made just now: shown this once.</param>
    public async Task<IResult> Person(Editor editor, Guid id, Refusal? refusal, string? flash, string? secret, CancellationToken cancel)
    {
        if (await Lines(db.Staff.Where(staff => staff.Id == id)).FirstOrDefaultAsync(cancel) is not { } person) return Results.NotFound();
        return new StaffPage<PersonPage>(new()
        {
            [nameof(PersonPage.Editor)] = editor,
            [nameof(PersonPage.Agency)] = await register.Agency(cancel),
            [nameof(PersonPage.Person)] = person,
            [nameof(PersonPage.Refusal)] = refusal?.Sentence,
            [nameof(PersonPage.Flash)] = flash,
            [nameof(PersonPage.Link)] = secret is null ? null : new Uri(options.PublicUrl, "/desk/welcome/" + secret).AbsoluteUri,
            [nameof(PersonPage.Now)] = clock.Now(),
        }, refusal is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private IQueryable<StaffLine> Lines(IQueryable<Staff> whom)
    {
        var (links, now) = (db.SignInLinks, clock.Now());
        return whom.OrderBy(staff => staff.Name).ThenBy(staff => staff.Id).Select(staff => new StaffLine(
            staff.Id, staff.Name, staff.Email, staff.Role, staff.PasswordHash != null, staff.SignedInAt, staff.LockedAt, staff.RemovedAt,
            links.Where(link => link.StaffId == staff.Id && link.UsedAt == null && link.ExpiresAt > now).Max(link => (DateTimeOffset?)link.ExpiresAt)));
    }
}
