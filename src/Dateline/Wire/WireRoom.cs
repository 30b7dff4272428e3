using Dateline.Foundation.Journal;
using Dateline.Wire.Groups;

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
        services.AddRetention("fingerprints of texts", PrintRetention.Window, PrintRetention.Forget);
        return services;
    }
}
