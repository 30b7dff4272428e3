using Dateline.Layout;
using Dateline.People;

namespace Dateline.Replies;

internal static class RepliesRoom
{
    public static IServiceCollection AddReplies(this IServiceCollection services) =>
        services.AddSingleton<AddressVault>().AddSingleton<SubmitReply>();

    public static void MapReplies(this IEndpointRouteBuilder routes)
    {
        const string story = "/{edition}/{key:storykey}/{slug}";
        routes.MapPost(story + "/reply", (string edition, string key, HttpContext http, Foundation.Pages.FormFields fields, SubmitReply submit) => submit.Post(edition, key, http, fields)).AllowAnonymous();
        routes.MapSurface(Surfaces.ReplyPages, story + "/reply", ReplyPages.Form);
        routes.MapSurface(Surfaces.ReplyPages, story + "/reply/held", ReplyPages.Held);
        routes.MapSurface(Surfaces.ReplyFeed, story + "/replies.atom", ReplyFeed.Get);
        routes.MapGet("/desk/replies", ModerationRoutes.Queue).RequireAuthorization(Policies.Moderator);
        routes.MapPost("/desk/replies/decisions", ModerationRoutes.Decide).RequireAuthorization(Policies.Moderator);
    }
}
