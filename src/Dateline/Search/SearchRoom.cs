using Dateline.Foundation.Journal;
using Dateline.Layout;

namespace Dateline.Search;

public static class SearchRoom
{
    public static IServiceCollection AddSearch(this IServiceCollection services) => services.AddWork<SearchIndexing>().AddWork<SourceSweeping>();

    public static void MapSearch(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/{edition}/search", Surfaces.Reading, SearchPageRoute.Get).OnSurface(Surfaces.Search);
}
