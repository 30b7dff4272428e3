using Dateline.Foundation.Pages;
using Dateline.Layout;

namespace Dateline.Site;

public static class SiteRoom
{
    /// <summary>A story's key in a route: eight letters and digits, which no other word of the site's addresses is.</summary>
    private const string Story = "/{edition}/{key:regex(^[0-9a-hjkmnp-tv-z]{{8}}$)}/{slug}";

    public static void MapSite(this IEndpointRouteBuilder routes)
    {
        routes.MapNoSurface("redirects to the first edition", "/", FrontPageRoute.Home);
        routes.MapSurface(Surfaces.FrontPage, "/{edition}", FrontPageRoute.Get);
        routes.MapNoSurface("colours only", "/{edition}/house.css", HouseCss);
        routes.MapSurface(Surfaces.TopicPage, "/{edition}/topic/{topic}", ListRoutes.Topic);
        routes.MapSurface(Surfaces.SourcePage, "/{edition}/source/{source}", ListRoutes.Source);
        routes.MapSurface(Surfaces.StoryPage, Story, StoryPageRoute.Get);
        routes.MapSurface(Surfaces.StoryPicture, "/pictures/{id:guid}/{width:int}.jpg", PictureRoute.Get);
    }

    private static Task<IResult> HouseCss(string edition, HttpContext http, PublicPages pages) =>
        pages.Serve(http, edition, (make, _) => Task.FromResult(
            new RenderedPage(StatusCodes.Status200OK, "text/css; charset=utf-8", System.Text.Encoding.UTF8.GetBytes(HouseStyleSheet.Of(make.Page.Style.Accent)))));
}
