using Dateline.Foundation.Storage;
using Microsoft.AspNetCore.Identity;

namespace Dateline.People;

/// <summary>Takes people on: by name, address and role, with a password or with a link to set one.</summary>
public sealed class Recruiting(UserManager<Staff> users, Writes writes, TimeProvider clock)
{
    /// <summary>The new member of the staff, or the sentences that say why not.</summary>
    public async Task<(Staff? Staff, IReadOnlyList<string> Refusals)> TakeOn(string name, string email, Role role, string? password)
    {
        name = name.Trim();
        email = email.Trim();
        if (name.Length is 0 or > 200) return (null, ["Give the person's name (up to 200 characters)."]);
        if (email.Length > 256 || !System.Net.Mail.MailAddress.TryCreate(email, out _)) return (null, ["That isn't an e-mail address."]);

        var now = clock.Now();
        var staff = new Staff { Id = Guid.CreateVersion7(now), Name = name, Role = role, JoinedAt = now, UserName = email, Email = email, LockoutEnabled = true };
        var made = password is null ? await users.CreateAsync(staff) : await users.CreateAsync(staff, password);
        return made.Succeeded ? (staff, []) : (null, [.. made.Errors.Select(error => error.Description)]);
    }

    /// <summary>The secret of a new link for this person.</summary>
    public async Task<string> Invite(Guid staff, bool asksPassword, CancellationToken cancel)
    {
        var (link, secret) = SignInLink.New(staff, asksPassword, clock.Now());
        await writes.Run((db, _) => { db.Add(link); return Task.CompletedTask; }, cancel);
        return secret;
    }
}
