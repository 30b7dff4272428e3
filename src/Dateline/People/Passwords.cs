using Dateline.Foundation.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dateline.People;

/// <summary>
/// Checks and makes passwords. Identity's own sign-in checks first and counts afterwards, by the machine's clock: many
/// tries at once slip through together, and two that collide count as one. Here a try is counted before it is
/// looked at, in one write, so an account never takes more than its number of wrong tries.
/// </summary>
public sealed class Passwords(UserManager<Staff> users, IPasswordHasher<Staff> hasher, IOptions<IdentityOptions> identity, Writes writes, TimeProvider clock)
{
    /// <summary>Longer ones aren't hashed: they only cost us time.</summary>
    public const int Longest = 256;

    private static string? _nobodys;

    /// <summary>Whose password it is; null when it fits nobody, or when there were too many wrong ones. All cost the same time.</summary>
    public async Task<Staff?> Check(string email, string password, CancellationToken cancel)
    {
        if (email.Length is 0 or > Staff.LongestEmail || password.Length is 0 or > Longest) return null;
        var name = users.NormalizeName(email);
        var staff = (await writes.Run((db, stop) => CountTry(db, name, stop), cancel)).Value;
        var outcome = hasher.VerifyHashedPassword(staff ?? Nobody, staff?.PasswordHash ?? Nobodys(), password);
        if (staff?.PasswordHash is not { } hash || outcome == PasswordVerificationResult.Failed) return null;

        var better = outcome == PasswordVerificationResult.SuccessRehashNeeded ? hasher.HashPassword(staff, password) : null;
        return (await writes.Run(async (db, stop) =>
        {
            // Somebody may have locked the person, or changed the password, while it was checked.
            if (await Find(db, name, stop) is not { MaySignIn: true } now || now.PasswordHash != hash) return null;
            now.AccessFailedCount = 0;
            now.LockoutEnd = null;
            now.SignedInAt = clock.Now();
            now.Touch();
            if (better is not null) now.PasswordHash = better;
            return now;
        }, cancel)).Value;
    }

    /// <summary>True when it is this person's; for somebody who is signed in already.</summary>
    public bool Fits(Staff staff, string password) =>
        password.Length is > 0 and <= Longest && staff.PasswordHash is { } hash && hasher.VerifyHashedPassword(staff, hash, password) != PasswordVerificationResult.Failed;

    /// <summary>The hash to keep, or why this can't be a password.</summary>
    public async Task<(string? Hash, string? Refusal)> Make(Staff staff, string password)
    {
        if (password.Length > Longest) return (null, T("A password has up to {0} characters.", Longest));
        if (password.Length < identity.Value.Password.RequiredLength) return (null, T("A password has {0} characters or more. A sentence is good.", identity.Value.Password.RequiredLength));
        if (password.Equals(staff.Email, StringComparison.OrdinalIgnoreCase) || password.Equals(staff.Name, StringComparison.OrdinalIgnoreCase))
            return (null, T("Your name or your address is the first that others try. Choose something else."));
        foreach (var validator in users.PasswordValidators)
            if (await validator.ValidateAsync(users, staff, password) is { Succeeded: false } result)
                return (null, string.Join(' ', result.Errors.Select(error => error.Description)));
        return (hasher.HashPassword(staff, password), null);
    }

    private static Staff Nobody { get; } = new() { Name = "", Role = Role.Journalist, JoinedAt = default };

    /// <summary>A password that nobody has: checking it takes as long as checking a real one.</summary>
    private string Nobodys() => _nobodys ??= hasher.HashPassword(Nobody, System.Security.Cryptography.RandomNumberGenerator.GetHexString(32));

    /// <summary>The person, when one more try may be looked at. The last one that may be closes the account for a while; a right one opens it again.</summary>
    private async Task<Staff?> CountTry(DatelineDb db, string name, CancellationToken cancel)
    {
        var now = clock.Now();
        if (await Find(db, name, cancel) is not { MaySignIn: true } staff || staff.LockoutEnd > now) return null;
        staff.Touch();
        if (++staff.AccessFailedCount < identity.Value.Lockout.MaxFailedAccessAttempts) return staff;
        staff.AccessFailedCount = 0;
        staff.LockoutEnd = now + identity.Value.Lockout.DefaultLockoutTimeSpan;
        return staff;
    }

    private static Task<Staff?> Find(DatelineDb db, string name, CancellationToken cancel) =>
        db.Staff.AsTracking().FirstOrDefaultAsync(staff => staff.NormalizedUserName == name, cancel);
}
