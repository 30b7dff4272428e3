using System.Security.Claims;
using Dateline.Foundation.Languages;

namespace Dateline.People;

/// <summary>The desk speaks what somebody chose; before that, and to whoever isn't signed in, what their browser asks for (RFC 9110, 12.5.4).</summary>
internal static class StaffLanguage
{
    private const int MostAsked = 10;

    public static void UseStaffLanguage(this IApplicationBuilder app) => app.Use(async (context, next) => // async: what flows from here ends with the request
    {
        if (context.Request.Path.StartsWithSegments("/desk", StringComparison.OrdinalIgnoreCase))
            Speak(context.User.FindFirstValue(StaffClaims.Language) ?? Asked(context.Request));
        await next(context);
    });

    private static string Asked(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage.Take(MostAsked).Where(asked => asked.Quality is not 0).OrderByDescending(asked => asked.Quality ?? 1)
            .Select(asked => asked.Value.Value?.Split('-')[0].ToLowerInvariant())
            .FirstOrDefault(tag => Languages.Any(language => language.Tag == tag)) ?? "en";
}
