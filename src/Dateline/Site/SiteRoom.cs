using Dateline.Foundation.Pages;
using Dateline.Layout;
using Dateline.People;

namespace Dateline.Site;

public static class SiteRoom
{
    public static void MapSite(this IEndpointRouteBuilder routes)
    {
        routes.MapNoSurface("redirects to the first edition", "/", FrontPageRoute.Home);
        routes.MapSurface(Surfaces.FrontPage, "/{edition}", FrontPageRoute.Get);
        routes.MapNoSurface("colours only", "/{edition}/house.css", HouseCss);
        routes.MapSurface(Surfaces.TopicPage, "/{edition}/topic/{topic}", ListRoutes.Topic);
        routes.MapSurface(Surfaces.SourcePage, "/{edition}/source/{source}", ListRoutes.Source);
        routes.MapSurface(Surfaces.StoryPage, "/{edition}/{key:storykey}/{slug}", StoryPageRoute.Get);
        routes.MapSurface(Surfaces.StoryPicture, "/pictures/{id:guid}/{width:int}.jpg", PictureRoute.Get);
        routes.MapGet("/desk/stories/{id:guid}/preview", PreviewRoute.Get).RequireAuthorization(Policies.Journalist);
    }

    private static Task<IResult> HouseCss(string edition, HttpContext http, PublicPages pages) =>
        pages.Serve(http, edition, (make, _) => Task.FromResult(
            new RenderedPage(StatusCodes.Status200OK, "text/css; charset=utf-8", System.Text.Encoding.UTF8.GetBytes(HouseStyleSheet.Of(make.Page.Style.Accent)))));
}
