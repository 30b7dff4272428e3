using System.Security.Claims;
using Dateline.Foundation.Storage;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Dateline.People;

public static class PeopleRoom
{
    public static IServiceCollection AddPeople(this IServiceCollection services, StorageOptions storage)
    {
        services.AddDataProtection().SetApplicationName("dateline").PersistKeysToFileSystem(Directory.CreateDirectory(storage.KeysFolder));
        services.AddIdentityCore<Staff>(options =>
            {
                options.User.AllowedUserNameCharacters = ""; // any: it is an e-mail address, checked as one
                options.User.RequireUniqueEmail = true;
                options.Password.RequiredLength = 10; // length, not character classes (NIST SP 800-63B)
                options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
                options.ClaimsIdentity.RoleClaimType = ClaimTypes.Role;
            })
            .AddSignInManager()
            .AddClaimsPrincipalFactory<StaffClaims>();
        services.AddScoped<IUserStore<Staff>>(root => new UserOnlyStore<Staff, DatelineDb, Guid>(root.GetRequiredService<DatelineDb>()));
        services.AddScoped<Passwords>();
        services.AddScoped<Recruiting>();

        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, options =>
        {
            options.Cookie.Name = "dl-staff";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.LoginPath = "/desk/sign-in";
            options.AccessDeniedPath = "/desk/refused";
            options.ReturnUrlParameter = "to";
            options.ExpireTimeSpan = TimeSpan.FromDays(14);
            options.SlidingExpiration = true;
            options.Events = new CookieAuthenticationEvents { OnValidatePrincipal = SessionCheck.Validate };
        });
        services.AddAuthorization(options =>
        {
            options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
            foreach (var (name, roles) in Policies.Allowed)
                options.AddPolicy(name, policy => policy.RequireRole(roles.Select(role => role.ToString())));
        });
        return services;
    }
}
