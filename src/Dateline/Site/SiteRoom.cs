using Dateline.Foundation.Pages;
using Dateline.Layout;
using Dateline.People;

namespace Dateline.Site;

public static class SiteRoom
{
    public static void MapSite(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/", Surfaces.Reading, FrontPageRoute.Home).OnNoSurface("redirects to the first edition");
        routes.MapMethods("/{edition}", Surfaces.Reading, FrontPageRoute.Get).OnSurface(Surfaces.FrontPage);
        routes.MapMethods("/{edition}/house.css", Surfaces.Reading, HouseCss).OnNoSurface("colours only");
        routes.MapMethods("/{edition}/topic/{topic}", Surfaces.Reading, ListRoutes.Topic).OnSurface(Surfaces.TopicPage);
        routes.MapMethods("/{edition}/source/{source}", Surfaces.Reading, ListRoutes.Source).OnSurface(Surfaces.SourcePage);
        routes.MapMethods("/{edition}/{key:storykey}/{slug}", Surfaces.Reading, StoryPageRoute.Get).OnSurface(Surfaces.StoryPage);
        routes.MapMethods("/pictures/{id:guid}/{width:int}.jpg", Surfaces.Reading, PictureRoute.Get).OnSurface(Surfaces.StoryPicture);
        routes.MapMethods("/pictures/{id:guid}/{width:int}.png", Surfaces.Reading, PictureRoute.Logo).OnNoSurface("the house's own logo");
        routes.MapGet("/desk/stories/{id:guid}/preview", PreviewRoute.Get).RequireAuthorization(Policies.Journalist);
    }

    private static Task<IResult> HouseCss(string edition, HttpContext http, PublicPages pages) =>
        pages.Serve(http, edition, (make, _) => Task.FromResult(
            new RenderedPage(StatusCodes.Status200OK, "text/css; charset=utf-8", System.Text.Encoding.UTF8.GetBytes(HouseStyleSheet.Of(make.Page.Style.Accent)))));
}
