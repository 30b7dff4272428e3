namespace Dateline.Stories;

public static class StoriesRoom
{
    public static IServiceCollection AddStories(this IServiceCollection services)
    {
        services.AddSingleton<Register>();
        services.AddHostedService<StoryTurns>();
        return services;
    }
}
