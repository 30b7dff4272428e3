using System.Security.Claims;
using Dateline.Foundation.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dateline.People;

/// <summary>
/// Looks, with each request of a signed-in person, whether they still work here as what the cookie says: a role
/// that was taken away is gone with the next click. One read by key, and only where the page isn't from the cache.
/// </summary>
internal static class SessionCheck
{
    public static async Task Validate(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var who = context.Principal;
        var stamp = services.GetRequiredService<IOptions<IdentityOptions>>().Value.ClaimsIdentity.SecurityStampClaimType;
        var staff = Guid.TryParse(who?.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? await services.GetRequiredService<DatelineDb>().Staff.FirstOrDefaultAsync(one => one.Id == id, context.HttpContext.RequestAborted) : null;

        if (who is null || staff is not { MaySignIn: true } || staff.SecurityStamp != who.FindFirstValue(stamp))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(context.Scheme.Name);
        }
        else if (who.FindFirstValue(ClaimTypes.Role) != staff.Role.ToString() || who.FindFirstValue(StaffClaims.FullName) != staff.Name || who.FindFirstValue(StaffClaims.Language) != staff.Language)
        {
            context.ReplacePrincipal(await services.GetRequiredService<IUserClaimsPrincipalFactory<Staff>>().CreateAsync(staff));
            context.ShouldRenew = true;
        }
    }
}
