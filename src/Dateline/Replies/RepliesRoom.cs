using Dateline.Foundation.Journal;
using Dateline.Foundation.Pages;
using Dateline.Layout;
using Dateline.Replies.Moderation;
using Dateline.Replies.Own;
using Dateline.Replies.Readers;
using Dateline.Replies.Reports;
using Dateline.Replies.Screening;
using Dateline.Replies.Threads;

namespace Dateline.Replies;

internal static class RepliesRoom
{
    public static IServiceCollection AddReplies(this IServiceCollection services) =>
        services.AddSingleton<AddressVault>().AddSingleton<ReaderCookie>().AddScreening().AddModeration().AddSingleton<ReceiveReply>().AddSingleton<SubmitReply>()
            .AddSingleton<ReportReply>().AddSingleton<OwnKey>().AddSingleton<OwnReplyRoutes>().AddSingleton<ThreadStream>()
            .AddRetention("readers who were not heard of for long", Reader.Term, Reader.Forget);

    public static void MapReplies(this IEndpointRouteBuilder routes)
    {
        routes.ServiceProvider.GetRequiredService<AddressVault>(); // its key is made now, not when the first reader writes and the disk may be full
        const string story = "/{edition}/{key:storykey}/{slug}";
        routes.MapPost(story + "/reply", (string edition, string key, HttpContext http, FormFields fields, SubmitReply submit) => submit.Post(edition, key, http, fields)).AllowAnonymous();
        routes.MapSurface(Surfaces.ReplyPages, story + "/reply", ReplyPages.Form);
        routes.MapSurface(Surfaces.ReplyPages, story + "/reply/held", ReplyPages.Held);
        routes.MapSurface(Surfaces.ReplyPages, story + "/replies", ThreadRoutes.Page);
        routes.MapSurface(Surfaces.ReplyPages, story + "/replies/{id:guid}", ThreadRoutes.One);
        routes.MapSurface(Surfaces.ReplyPages, story + "/replies/{id:guid}/report", ReportReply.Form);
        routes.MapPost(story + "/replies/{id:guid}/report", (string edition, string key, Guid id, HttpContext http, FormFields fields, ReportReply report) => report.Post(edition, key, id, http, fields)).AllowAnonymous();
        routes.MapSurface(Surfaces.ReplyPages, story + "/reported", ReportReply.Thanks);
        routes.MapNoSurface("a token that says when a form was opened", "/reply/opened", (HttpContext http, FormOpening opening) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            return Results.Text(opening.New());
        });
        const string own = "/{edition}/your-reply/{secret}";
        routes.MapNoSurface("a reply for its writer; of a story that isn't public it shows nothing", own, (string edition, string secret, HttpContext http, OwnReplyRoutes mine) => mine.Get(edition, secret, http));
        routes.MapPost(own + "/text", (string edition, string secret, HttpContext http, FormFields fields, OwnReplyRoutes mine) => mine.Change(edition, secret, http, fields)).AllowAnonymous();
        routes.MapPost(own + "/withdrawal", (string edition, string secret, HttpContext http, OwnReplyRoutes mine) => mine.Withdraw(edition, secret, http)).AllowAnonymous();
        routes.MapPost(own + "/appeal", (string edition, string secret, HttpContext http, FormFields fields, OwnReplyRoutes mine) => mine.Appeal(edition, secret, http, fields)).AllowAnonymous();
        routes.MapNoSurface("rings when a reply of a story becomes public", "/reply/stream/{story}", (string story, HttpContext http, ThreadStream stream) => stream.Listen(http, story));
        routes.MapSurface(Surfaces.ReplyFeed, story + "/replies.atom", ReplyFeed.Get);

        routes.MapModeration();
    }
}
