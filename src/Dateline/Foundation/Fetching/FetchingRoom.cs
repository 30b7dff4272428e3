using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Dateline.Foundation.Fetching;

internal static class FetchingRoom
{
    public static IServiceCollection AddFetching(this IServiceCollection services, FetchingOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<Fetcher>();
        return services;
    }
}
