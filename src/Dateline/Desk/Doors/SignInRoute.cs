using Dateline.Foundation.Pages;
using Dateline.People;
using Dateline.Stories;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Dateline.Desk.Doors;

/// <summary>/desk/sign-in : address and password. No answer tells whether an address belongs to somebody, or is closed for a while.</summary>
internal static class SignInRoute
{
    public static async Task<IResult> Get(string? to, HttpContext http, FirstRunCode code, Register register, CancellationToken cancel)
    {
        if (await code.IsOpen(cancel)) return new SeeOther(FirstRunRoute.Path);
        if (http.User.Identity?.IsAuthenticated == true) return new SeeOther(LocalPath.Of(to) ?? "/desk");
        return await Page("", to, SignInRefusal.None, register, StatusCodes.Status200OK, cancel);
    }

    public static async Task<IResult> Post(
        FormFields fields, HttpContext http, Passwords passwords, SignInManager<Staff> signIn, Knocks knocks, Register register, CancellationToken cancel)
    {
        var (email, to, from) = (fields["email"].Trim(), fields["to"], http.Connection.RemoteIpAddress);
        if (await knocks.Try(from, cancel) is not { } counted) return await Page(email, to, SignInRefusal.Network, register, StatusCodes.Status429TooManyRequests, cancel);

        if (await passwords.Check(email, fields["password"], cancel) is not { } staff)
            return await Page(email, to, SignInRefusal.Wrong, register, StatusCodes.Status422UnprocessableEntity, cancel);
        await knocks.TakeBack(counted, cancel);
        await signIn.SignInAsync(staff, isPersistent: true);
        return new SeeOther(LocalPath.Of(to) ?? "/desk");
    }

    // POST /desk/sign-out
    public static async Task<IResult> SignOut(HttpContext http)
    {
        await http.SignOutAsync(IdentityConstants.ApplicationScheme);
        return new SeeOther("/desk/sign-in");
    }

    private static async Task<IResult> Page(string email, string? to, SignInRefusal refusal, Register register, int status, CancellationToken cancel) =>
        new StaffPage<SignInPage>(new()
        {
            [nameof(SignInPage.Agency)] = await register.Agency(cancel),
            [nameof(SignInPage.Email)] = email,
            [nameof(SignInPage.To)] = LocalPath.Of(to),
            [nameof(SignInPage.Why)] = refusal,
        }, status);
}

/// <summary>Why the door stays shut.</summary>
public enum SignInRefusal
{
    None,
    Wrong,
    Network,
}
