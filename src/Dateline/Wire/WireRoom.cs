using Dateline.Foundation.Journal;

namespace Dateline.Wire;

internal static class WireRoom
{
    public static IServiceCollection AddWire(this IServiceCollection services)
    {
        services.AddSingleton<FeedSecrets>();
        services.AddWork<FeedPolling>();
        services.AddWork<FetchPictures>();
        services.AddRetention("raw entries of the wire", WireRetention.Raw, WireRetention.ForgetRaw);
        services.AddRetention("refused pieces of feeds", WireRetention.Refused, WireRetention.ForgetRefused);
        return services;
    }
}
