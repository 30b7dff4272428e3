using Dateline.Layout;

namespace Dateline.Delivery;

internal static class DeliveryRoom
{
    private const string Feed = "feed.{format}";

    public static void MapDelivery(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/{edition}/" + Feed, Surfaces.Reading, FeedRoutes.Edition).OnSurface(Surfaces.EditionFeed);
        routes.MapMethods("/{edition}/topic/{topic}/" + Feed, Surfaces.Reading, FeedRoutes.Topic).OnSurface(Surfaces.TopicFeed);
        routes.MapMethods("/{edition}/source/{source}/" + Feed, Surfaces.Reading, FeedRoutes.Source).OnSurface(Surfaces.SourceFeed);
        routes.MapMethods("/sitemap.xml", Surfaces.Reading, SitemapRoutes.Index).OnNoSurface("names files, not stories");
        routes.MapMethods("/sitemap/news.xml", Surfaces.Reading, SitemapRoutes.NewsMap).OnSurface(Surfaces.NewsSitemap);
        routes.MapMethods("/sitemap/{edition}/{month}.xml", Surfaces.Reading, SitemapRoutes.Month).OnSurface(Surfaces.Sitemap);
        routes.MapMethods("/robots.txt", Surfaces.Reading, SitemapRoutes.Robots).OnNoSurface("rules for crawlers");
        routes.MapMethods("/api/v1/{edition}/stories", Surfaces.Reading, ContentApi.List).OnSurface(Surfaces.ContentApi);
        routes.MapMethods("/api/v1/stories/{key}", Surfaces.Reading, ContentApi.One).OnSurface(Surfaces.ContentApi);
    }
}
