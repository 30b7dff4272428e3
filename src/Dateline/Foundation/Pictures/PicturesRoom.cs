using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Dateline.Foundation.Pictures;

internal static class PicturesRoom
{
    public static IServiceCollection AddPictures(this IServiceCollection services, PictureLimits? limits = null)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(limits ?? new PictureLimits());
        services.AddSingleton<PictureRecoder>();
        return services;
    }
}
