using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Dateline.People;

/// <summary>What the sign-in cookie says of a person: id, name, role, and the language chosen for the desk.</summary>
public sealed class StaffClaims(UserManager<Staff> users, IOptions<IdentityOptions> options) : UserClaimsPrincipalFactory<Staff>(users, options)
{
    public const string FullName = "name";
    public const string Language = "language";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Staff user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(FullName, user.Name));
        identity.AddClaim(new Claim(ClaimTypes.Role, user.Role.ToString()));
        if (user.Language is { } language) identity.AddClaim(new Claim(Language, language));
        return identity;
    }
}
