using Dateline.Desk.Editions;
using Dateline.Desk.People;
using Dateline.Desk.Sources;
using Dateline.Foundation.Journal;
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
        services.AddRetention("wrong tries at the sign-in", Knocks.Term, Knocks.Forget);
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
        routes.ServiceProvider.GetRequiredService<Knocks>(); // its key is made now, not when somebody signs in and the disk may be full
        routes.MapMethods("/desk/sign-in", Surfaces.Reading, SignInRoute.Get).OnNoSurface("sign-in");
        routes.MapPost("/desk/sign-in", SignInRoute.Post).AllowAnonymous();
        routes.MapPost("/desk/sign-out", (Delegate)SignInRoute.SignOut).AllowAnonymous();
        routes.MapMethods("/desk/welcome/{secret}", Surfaces.Reading, WelcomeRoute.Get).OnNoSurface("an invitation");
        routes.MapPost("/desk/welcome/{secret}", WelcomeRoute.Post).AllowAnonymous();
        routes.MapMethods(FirstRunRoute.Path, Surfaces.Reading, FirstRunRoute.Get).OnNoSurface("first run");
        routes.MapPost(FirstRunRoute.Path, FirstRunRoute.Post).AllowAnonymous();

        var staff = routes.MapGroup("/desk").RequireAuthorization(Policies.Staff);
        staff.MapGet("", (Editor editor) => new SeeOther(editor.May(Policies.Journalist) ? "/desk/inbox" : "/desk/replies"));
        staff.MapGet("/refused", Refused.Get);
        staff.MapGet("/me", MeRoute.Get);
        staff.MapPost("/me/name", MeRoute.Rename);
        staff.MapPost("/me/language", MeRoute.ChooseLanguage);
        staff.MapPost("/me/password", MeRoute.ChangePassword);
        staff.MapPost("/me/sessions", MeRoute.EndSessions);

        PeopleRoutes.Map(routes);
        EditionRoutes.Map(routes);
        TopicRoutes.Map(routes);
        SourceRoutes.Map(routes);
    }
}
