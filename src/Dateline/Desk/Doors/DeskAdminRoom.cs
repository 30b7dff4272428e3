using Dateline.Desk.Editions;
using Dateline.Desk.People;
using Dateline.Desk.Sources;
using Dateline.Foundation.Pages;
using Dateline.Layout;
using Dateline.People;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace Dateline.Desk.Doors;

/// <summary>The desk's doors and what its administrators keep: people, editions, sources.</summary>
public static class DeskAdminRoom
{
    public static IServiceCollection AddDeskAdmin(this IServiceCollection services)
    {
        services.AddSingleton<Knocks>();
        services.AddSingleton<FirstRunCode>();
        services.AddHostedService<FirstRunNotice>();
        services.AddScoped<FirstRun>();
        services.AddScoped<PeopleDesk>();
        services.AddScoped<SourceDesk>();
        services.PostConfigure<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme, options =>
        {
            options.Events.OnRedirectToLogin = Refused.Challenge;
            options.Events.OnRedirectToAccessDenied = Refused.Forbid;
        });
        return services;
    }

    public static void MapDeskAdmin(this IEndpointRouteBuilder routes)
    {
        routes.MapNoSurface("sign-in", "/desk/sign-in", SignInRoute.Get);
        routes.MapPost("/desk/sign-in", SignInRoute.Post).AllowAnonymous();
        routes.MapPost("/desk/sign-out", (Delegate)SignInRoute.SignOut).AllowAnonymous();
        routes.MapNoSurface("an invitation", "/desk/welcome/{secret}", WelcomeRoute.Get);
        routes.MapPost("/desk/welcome/{secret}", WelcomeRoute.Post).AllowAnonymous();
        routes.MapNoSurface("first run", FirstRunRoute.Path, FirstRunRoute.Get);
        routes.MapPost(FirstRunRoute.Path, FirstRunRoute.Post).AllowAnonymous();

        var staff = routes.MapGroup("/desk").RequireAuthorization(Policies.Staff);
        staff.MapGet("", (Editor editor) => new SeeOther(editor.May(Policies.Journalist) ? "/desk/inbox" : "/desk/replies"));
        staff.MapGet("/refused", Refused.Get);
        staff.MapGet("/me", MeRoute.Get);
        staff.MapPost("/me/name", MeRoute.Rename);
        staff.MapPost("/me/password", MeRoute.ChangePassword);
        staff.MapPost("/me/sessions", MeRoute.EndSessions);

        PeopleRoutes.Map(routes);
        EditionRoutes.Map(routes);
        TopicRoutes.Map(routes);
        SourceRoutes.Map(routes);
    }
}
