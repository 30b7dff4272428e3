namespace Dateline.Layout;

public static class LayoutRoom
{
    public static IServiceCollection AddLayout(this IServiceCollection services) => services.AddSingleton<PublicPages>();
}
