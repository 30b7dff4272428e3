using Dateline.Foundation.Journal;

namespace Dateline.Wire;

internal static class WireRoom
{
    public static IServiceCollection AddWire(this IServiceCollection services)
    {
        services.AddSingleton<FeedSecrets>();
        services.AddWork<FeedPolling>();
        services.AddWork<FetchPictures>();
        return services;
    }
}
