using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Desk.People;

/// <summary>
/// What an administrator may do to others' accounts, within a write. Nobody shuts themselves out, so somebody who can
/// open the door again is always left.
/// </summary>
internal static class StaffChanges
{
    private static readonly Refusal Missing = new("", N("There is no such person on the staff."));

    public static async Task<Refusal?> ChangeRole(DatelineDb db, Guid id, Role role, Editor by, CancellationToken cancel)
    {
        if (await Load(db, id, cancel) is not { } staff) return Missing;
        if (!Enum.IsDefined(role)) return new("role", T("Choose a role."));
        if (staff.Role == role) return null;
        if (id == by.Id) return new("role", T("You can’t take your own role from you: another administrator can."));
        if (await LeavesNobody(db, staff, cancel)) return new("role", T("This is the last administrator. Make somebody else one first."));
        staff.Role = role;
        staff.Touch();
        return null;
    }

    public static async Task<Refusal?> Lock(DatelineDb db, Guid id, Editor by, DateTimeOffset now, CancellationToken cancel)
    {
        if (await Load(db, id, cancel) is not { } staff) return Missing;
        if (id == by.Id) return new("", T("You can’t lock yourself out."));
        if (staff.LockedAt is not null) return null;
        if (await LeavesNobody(db, staff, cancel)) return new("", T("This is the last administrator. Make somebody else one first."));
        staff.LockedAt = now;
        staff.EndSessions();
        return null;
    }

    /// <summary>Opens the door again, also after wrong passwords.</summary>
    public static async Task<Refusal?> Unlock(DatelineDb db, Guid id, CancellationToken cancel)
    {
        if (await Load(db, id, cancel) is not { } staff) return Missing;
        staff.LockedAt = staff.LockoutEnd = null;
        staff.AccessFailedCount = 0;
        staff.Touch();
        return null;
    }

    /// <summary>Takes the account, the address and the password away; the name stays, because records name it.</summary>
    public static async Task<Refusal?> Remove(DatelineDb db, Guid id, Editor by, DateTimeOffset now, CancellationToken cancel)
    {
        if (await Load(db, id, cancel) is not { } staff) return Missing;
        if (id == by.Id) return new("", T("You can’t remove yourself: another administrator can."));
        if (await LeavesNobody(db, staff, cancel)) return new("", T("This is the last administrator. Make somebody else one first."));
        foreach (var link in await db.SignInLinks.AsTracking().Where(link => link.StaffId == id && link.UsedAt == null).ToListAsync(cancel)) db.Remove(link);
        staff.Remove(now);
        return null;
    }

    private static Task<Staff?> Load(DatelineDb db, Guid id, CancellationToken cancel) =>
        db.Staff.AsTracking().FirstOrDefaultAsync(staff => staff.Id == id && staff.RemovedAt == null, cancel);

    private static async Task<bool> LeavesNobody(DatelineDb db, Staff staff, CancellationToken cancel)
    {
        if (staff.Role != Role.Administrator) return false;
        var others = await db.Staff.AsTracking()
            .Where(other => other.Role == Role.Administrator && other.Id != staff.Id && other.LockedAt == null && other.RemovedAt == null).ToListAsync(cancel);

        // Two administrators who demote each other at once would each see the other one stay: so each touches all.
        foreach (var other in others) other.Touch();
        return others.Count == 0;
    }
}
