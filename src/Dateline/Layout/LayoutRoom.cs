using Dateline.Foundation.Pages;

namespace Dateline.Layout;

public static class LayoutRoom
{
    public static IServiceCollection AddLayout(this IServiceCollection services) => services.AddSingleton<PublicPages>().AddSingleton<TellError>(ReaderErrors.Tell);
}
