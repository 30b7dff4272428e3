using Dateline.Foundation.Journal;

namespace Dateline.Stories;

public static class StoriesRoom
{
    public static IServiceCollection AddStories(this IServiceCollection services)
    {
        services.AddSingleton<Register>();
        services.AddSingleton<LatestStories>();
        services.AddWork<StoryTurns>();
        services.Configure<RouteOptions>(options => options.ConstraintMap["storykey"] = typeof(StoryKeyConstraint));
        return services;
    }
}

/// <summary><c>{key:storykey}</c> in a route: eight letters and digits, which no other word of the site's addresses is.</summary>
internal sealed class StoryKeyConstraint : IRouteConstraint
{
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values[routeKey] is string key && StoryPath.IsKey(key);
}
