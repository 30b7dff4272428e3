using Dateline.Foundation.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Dateline.People;

/// <summary>Takes people on: by name, address and role, with a password or with a link to set one.</summary>
public sealed class Recruiting(UserManager<Staff> users, Passwords passwords, Writes writes, TimeProvider clock)
{
    /// <summary>The new member of the staff, or the sentences that say why not.</summary>
    public async Task<(Staff? Staff, IReadOnlyList<string> Refusals)> TakeOn(string name, string email, Role role, string? password, CancellationToken cancel = default)
    {
        var (staff, refusals) = await Draw(name, email, role, password);
        if (staff is null) return (null, refusals);
        var taken = (await writes.Run((db, stop) => Add(db, staff, stop), cancel)).Value;
        return taken is null ? (staff, []) : (null, [taken]);
    }

    /// <summary>Somebody who isn't on the staff yet, or the sentences that say why not.</summary>
    public async Task<(Staff? Staff, IReadOnlyList<string> Refusals)> Draw(string name, string email, Role role, string? password)
    {
        name = name.Trim();
        email = email.Trim();
        if (NameRefusal(name) is { } wrong) return (null, [wrong]);
        if (email.Length > Staff.LongestEmail || !System.Net.Mail.MailAddress.TryCreate(email, out var address) || address.Address != email) return (null, [T("That isn’t an email address.")]);

        var now = clock.Now();
        var staff = new Staff
        {
            Id = Guid.CreateVersion7(now),
            Name = name,
            Role = role,
            JoinedAt = now,
            LockoutEnabled = true,
            UserName = email,
            NormalizedUserName = users.NormalizeName(email),
            Email = email,
            NormalizedEmail = users.NormalizeEmail(email),
        };
        staff.EndSessions();
        if (password is null) return (staff, []);
        var (hash, refusal) = await passwords.Make(staff, password);
        if (refusal is not null) return (null, [refusal]);
        staff.PasswordHash = hash;
        return (staff, []);
    }

    /// <summary>Within a write: puts the person on the staff; the sentence that says why not.</summary>
    public static async Task<string?> Add(DatelineDb db, Staff staff, CancellationToken cancel)
    {
        if (await db.Staff.AnyAsync(other => other.NormalizedUserName == staff.NormalizedUserName, cancel)) return T("Somebody with this address is on the staff already.");
        db.Add(staff);
        return null;
    }

    public static string? NameRefusal(string name) =>
        name.Length is 0 or > Staff.LongestName || name.Any(char.IsControl) ? T("Give the person’s name (up to {0} characters).", Staff.LongestName) : null;

    /// <summary>The secret of a new link for this person. Older links of theirs open nothing any more.</summary>
    public async Task<string> Invite(Guid staff, bool asksPassword, CancellationToken cancel)
    {
        var (link, secret) = SignInLink.New(staff, asksPassword, clock.Now());
        await writes.Run(async (db, stop) =>
        {
            foreach (var older in await db.SignInLinks.AsTracking().Where(other => other.StaffId == staff && other.UsedAt == null).ToListAsync(stop)) db.Remove(older);
            db.Add(link);
        }, cancel);
        return secret;
    }
}
