using Dateline.Foundation.Journal;
using Dateline.Foundation.Pages;
using Dateline.Layout;
using Dateline.Replies.Moderation;
using Dateline.Replies.Readers;
using Dateline.Replies.Screening;

namespace Dateline.Replies;

internal static class RepliesRoom
{
    public static IServiceCollection AddReplies(this IServiceCollection services) =>
        services.AddSingleton<AddressVault>().AddSingleton<ReaderCookie>().AddScreening().AddModeration().AddSingleton<ReceiveReply>().AddSingleton<SubmitReply>();

    public static void MapReplies(this IEndpointRouteBuilder routes)
    {
        routes.ServiceProvider.GetRequiredService<AddressVault>(); // its key is made now, not when the first reader writes and the disk may be full
        const string story = "/{edition}/{key:storykey}/{slug}";
        routes.MapPost(story + "/reply", (string edition, string key, HttpContext http, FormFields fields, SubmitReply submit) => submit.Post(edition, key, http, fields)).AllowAnonymous();
        routes.MapSurface(Surfaces.ReplyPages, story + "/reply", ReplyPages.Form);
        routes.MapSurface(Surfaces.ReplyPages, story + "/reply/held", ReplyPages.Held);
        routes.MapNoSurface("a token that says when a form was opened", "/reply/opened", (HttpContext http, FormOpening opening) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            return Results.Text(opening.New());
        });
        routes.MapSurface(Surfaces.ReplyFeed, story + "/replies.atom", ReplyFeed.Get);

        routes.MapModeration();
    }
}
