using Dateline.Layout;

namespace Dateline.Delivery;

internal static class DeliveryRoom
{
    private const string Feed = "feed.{format}";

    public static void MapDelivery(this IEndpointRouteBuilder routes)
    {
        routes.MapSurface(Surfaces.EditionFeed, "/{edition}/" + Feed, FeedRoutes.Edition);
        routes.MapSurface(Surfaces.TopicFeed, "/{edition}/topic/{topic}/" + Feed, FeedRoutes.Topic);
        routes.MapSurface(Surfaces.SourceFeed, "/{edition}/source/{source}/" + Feed, FeedRoutes.Source);
        routes.MapNoSurface("names files, not stories", "/sitemap.xml", SitemapRoutes.Index);
        routes.MapSurface(Surfaces.NewsSitemap, "/sitemap/news.xml", SitemapRoutes.NewsMap);
        routes.MapSurface(Surfaces.Sitemap, "/sitemap/{edition}/{month}.xml", SitemapRoutes.Month);
        routes.MapNoSurface("rules for crawlers", "/robots.txt", SitemapRoutes.Robots);
        routes.MapSurface(Surfaces.ContentApi, "/api/v1/{edition}/stories", ContentApi.List);
        routes.MapSurface(Surfaces.ContentApi, "/api/v1/stories/{key}", ContentApi.One);
    }
}
