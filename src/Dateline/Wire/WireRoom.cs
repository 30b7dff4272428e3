namespace Dateline.Wire;

internal static class WireRoom
{
    public static IServiceCollection AddWire(this IServiceCollection services)
    {
        services.AddSingleton<FeedSecrets>();
        services.AddSingleton<FeedPolling>();
        services.AddHostedService(root => root.GetRequiredService<FeedPolling>());
        services.AddSingleton<FetchPictures>();
        services.AddHostedService(root => root.GetRequiredService<FetchPictures>());
        return services;
    }
}
