using Dateline.Foundation.Pages;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Stories;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Desk.Doors;

/// <summary>/desk/welcome/{secret} : looking at it costs nothing (mail programs fetch links beforehand); sending its form uses it up.</summary>
internal static class WelcomeRoute
{
    private const int LongestSecret = 100;

    public static async Task<IResult> Get(string secret, DatelineDb db, TimeProvider clock, Register register, CancellationToken cancel)
    {
        if (await Find(db, secret, clock.Now(), cancel) is not var (link, staff)) return await Spent(register, cancel);
        return await Page(secret, link, staff, null, register, StatusCodes.Status200OK, cancel);
    }

    public static async Task<IResult> Post(
        string secret, FormFields fields, DatelineDb db, Writes writes, Passwords passwords, SignInManager<Staff> signIn, TimeProvider clock, Register register, CancellationToken cancel)
    {
        var now = clock.Now();
        if (await Find(db, secret, now, cancel) is not var (link, staff)) return await Spent(register, cancel);

        string? hash = null;
        if (link.AsksPassword)
        {
            (hash, var refusal) = await passwords.Make(staff, fields["password"]);
            if (refusal is not null) return await Page(secret, link, staff, new Refusal("password", refusal), register, StatusCodes.Status422UnprocessableEntity, cancel);
        }

        // The link is used up and the password set in one write: it opens once, whoever sends it twice.
        var welcome = (await writes.Run((at, stop) => Use(at, secret, hash, now, stop), cancel)).Value;
        if (welcome is null) return await Spent(register, cancel);
        await signIn.SignInAsync(welcome, isPersistent: true);
        return new SeeOther("/desk");
    }

    private static async Task<Staff?> Use(DatelineDb db, string secret, string? hash, DateTimeOffset now, CancellationToken cancel)
    {
        if (await Find(db, secret, now, cancel) is not var (link, staff) || link.AsksPassword != hash is not null) return null;
        link.UsedAt = now;
        staff.SignedInAt = now;
        staff.Touch();
        if (hash is not null) staff.SetPassword(hash);
        return staff;
    }

    private static async Task<(SignInLink, Staff)?> Find(DatelineDb db, string secret, DateTimeOffset now, CancellationToken cancel)
    {
        if (secret.Length > LongestSecret) return null;
        var hash = SignInLink.Hash(secret);
        if (await db.SignInLinks.FirstOrDefaultAsync(one => one.SecretHash == hash, cancel) is not { } link || !link.IsGood(now)) return null;
        return await db.Staff.FirstOrDefaultAsync(one => one.Id == link.StaffId, cancel) is { MaySignIn: true } staff ? (link, staff) : null;
    }

    private static async Task<IResult> Page(string secret, SignInLink link, Staff staff, Refusal? problem, Register register, int status, CancellationToken cancel) =>
        new StaffPage<WelcomePage>(new()
        {
            [nameof(WelcomePage.Agency)] = await register.Agency(cancel),
            [nameof(WelcomePage.Secret)] = secret,
            [nameof(WelcomePage.Name)] = staff.Name,
            [nameof(WelcomePage.Email)] = staff.Email,
            [nameof(WelcomePage.AsksPassword)] = link.AsksPassword,
            [nameof(WelcomePage.Problems)] = problem is null ? Array.Empty<Refusal>() : [problem],
        }, status);

    /// <summary>Used, run out, withdrawn or never made: the same words for all.</summary>
    private static async Task<IResult> Spent(Register register, CancellationToken cancel) =>
        new StaffPage<SpentLinkPage>(new() { [nameof(SpentLinkPage.Agency)] = await register.Agency(cancel) }, StatusCodes.Status410Gone);
}
