using Dateline.Foundation.Journal;
using Dateline.Foundation.Pages;
using Dateline.Layout;
using Dateline.People;
using Dateline.Replies.Following;
using Dateline.Replies.Letters;
using Dateline.Replies.Moderation;
using Dateline.Replies.MyData;
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
            .AddSingleton<ReportReply>().AddSingleton<OwnReportRoute>().AddSingleton<OwnKey>().AddSingleton<OwnReplyRoutes>().AddSingleton<ThreadStream>()
            .AddSingleton<PostOffice>().AddSingleton<Digest>().AddSingleton<DecisionLetter>().AddSingleton<LetterDelivery>().AddSingleton<FollowRoutes>().AddSingleton<StopRoutes>().AddSingleton<DataRoutes>().AddSingleton<MailedLink>()
            .AddWork<SendLetters>().AddWork<FollowNews>().AddWork<DecisionNews>().AddWork<FollowLetters>()
            .AddRetention("letters to readers", OutgoingLetter.Term, OutgoingLetter.Forget)
            .AddRetention("words of withdrawn replies", root => TimeSpan.FromDays(root.GetRequiredService<DatelineOptions>().KeepWithdrawn), WithdrawnWords.Forget, WithdrawnWords.Batch)
            .AddRetention("links in letters", TimeSpan.Zero, ReaderLinks.Forget)
            .AddRetention("follows that nobody confirmed", Follow.UnconfirmedTerm, Follow.Forget)
            .AddRetention("readers who were not heard of for long", Reader.Term, Reader.Forget);

    public static void MapReplies(this IEndpointRouteBuilder routes)
    {
        routes.ServiceProvider.GetRequiredService<AddressVault>(); // its key is made now, not when the first reader writes and the disk may be full
        const string story = "/{edition}/{key:storykey}/{slug}";
        routes.MapPost(story + "/reply", (string edition, string key, HttpContext http, FormFields fields, SubmitReply submit) => submit.Post(edition, key, http, fields)).AllowAnonymous().WithMetadata(new MendsFields())
            .KeepingWords(new("name", "reply.name"), new("email", "reply.email"), new("website", "reply.website"), new("text", "reply.text", IsLong: true));
        routes.MapMethods(story + "/reply", Surfaces.Reading, ReplyPages.Form).OnSurface(Surfaces.ReplyPages);
        routes.MapMethods(story + "/reply/held", Surfaces.Reading, ReplyPages.Held).OnSurface(Surfaces.ReplyPages);
        routes.MapMethods(story + "/replies", Surfaces.Reading, ThreadRoutes.Page).OnSurface(Surfaces.ReplyPages);
        routes.MapMethods(story + "/replies/{id:guid}", Surfaces.Reading, ThreadRoutes.One).OnSurface(Surfaces.ReplyPages);
        routes.MapMethods(story + "/replies/{id:guid}/report", Surfaces.Reading, ReportReply.Form).OnSurface(Surfaces.ReplyPages);
        routes.MapPost(story + "/replies/{id:guid}/report", (string edition, string key, Guid id, HttpContext http, FormFields fields, ReportReply report) => report.Post(edition, key, id, http, fields)).AllowAnonymous().WithMetadata(new MendsFields())
            .KeepingWords(new KeptField("words", "report.words", IsLong: true));
        routes.MapMethods(story + "/reported", Surfaces.Reading, ReportReply.Thanks).OnSurface(Surfaces.ReplyPages);
        routes.MapMethods(story + "/follow", Surfaces.Reading, (string edition, string key, string slug, HttpContext http, FollowRoutes follow) => follow.Form(edition, key, slug, http)).OnSurface(Surfaces.ReplyPages);
        routes.MapPost(story + "/follow", (string edition, string key, HttpContext http, FormFields fields, FollowRoutes follow) => follow.Post(edition, key, http, fields)).AllowAnonymous().KeepingWords(new KeptField("email", "reply.email"));
        routes.MapMethods(story + "/follow/asked", Surfaces.Reading, (string edition, string key, string slug, HttpContext http, FollowRoutes follow) => follow.Asked(edition, key, slug, http)).OnSurface(Surfaces.ReplyPages);
        routes.MapMethods("/{edition}/follow/stop/{secret}", Surfaces.Reading, (string edition, string secret, StopRoutes stop, CancellationToken cancel) => stop.Get(edition, secret, cancel)).OnNoSurface("ends a follow");
        routes.MapPost("/{edition}/follow/stop/{secret}", (string edition, string secret, StopRoutes stop, CancellationToken cancel) => stop.Post(edition, secret, cancel)).AllowAnonymous().WithMetadata(new CrossSiteAllowed());
        routes.MapMethods("/{edition}/your-data", Surfaces.Reading, (string edition, HttpContext http, DataRoutes data) => data.Form(edition, http)).OnNoSurface("what a known browser’s reader wrote; asks for an address");
        routes.MapPost("/{edition}/your-data", (string edition, HttpContext http, FormFields fields, DataRoutes data) => data.Post(edition, http, fields)).AllowAnonymous().KeepingWords(new KeptField("email", "reply.email"));
        routes.MapMethods("/{edition}/your-data/asked", Surfaces.Reading, (string edition, HttpContext http, DataRoutes data) => data.Asked(edition, http)).OnNoSurface("says that a letter may come");
        routes.MapMethods("/{edition}/mail/{secret}", Surfaces.Reading, (string edition, string secret, HttpContext http, MailedLink link) => link.Get(edition, secret, http)).OnNoSurface("where links of letters lead");
        routes.MapPost("/{edition}/mail/{secret}/{act}", (string edition, string secret, string act, HttpContext http, FormFields fields, MailedLink link) => link.Post(edition, secret, act, http, fields)).AllowAnonymous();
        routes.MapMethods("/reply/opened", Surfaces.Reading, (HttpContext http, FormOpening opening) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            return Results.Text(opening.New());
        }).OnNoSurface("a token that says when a form was opened");
        const string own = "/{edition}/your-reply/{secret}";
        routes.MapMethods(own, Surfaces.Reading, (string edition, string secret, HttpContext http, OwnReplyRoutes mine) => mine.Get(edition, secret, http)).OnNoSurface("a reply for its writer; of a story that isn't public it shows nothing");
        routes.MapPost(own + "/text", (string edition, string secret, HttpContext http, FormFields fields, OwnReplyRoutes mine) => mine.Change(edition, secret, http, fields)).AllowAnonymous().WithMetadata(new MendsFields())
            .KeepingWords(new KeptField("text", "reply.text", IsLong: true));
        routes.MapPost(own + "/withdrawal", (string edition, string secret, HttpContext http, OwnReplyRoutes mine) => mine.Withdraw(edition, secret, http)).AllowAnonymous();
        routes.MapPost(own + "/forget", (string edition, string secret, HttpContext http, OwnReplyRoutes mine) => mine.Forget(edition, secret, http)).AllowAnonymous();
        routes.MapPost(own + "/appeal", (string edition, string secret, HttpContext http, FormFields fields, OwnReplyRoutes mine) => mine.Appeal(edition, secret, http, fields)).AllowAnonymous()
            .KeepingWords(new KeptField("words", "own.appeal.label", IsLong: true));
        routes.MapMethods("/{edition}/your-report/{secret}", Surfaces.Reading, (string edition, string secret, HttpContext http, OwnReportRoute mine) => mine.Get(edition, secret, http)).OnNoSurface("what came of a report, for whoever sent it; of a story that isn't public it shows nothing");
        routes.MapMethods("/reply/stream/{story}", Surfaces.Reading, (string story, HttpContext http, ThreadStream stream) => stream.Listen(http, story)).OnNoSurface("rings when a reply of a story becomes public");
        routes.MapMethods(story + "/replies.atom", Surfaces.Reading, ReplyFeed.Get).OnSurface(Surfaces.ReplyFeed);

        routes.MapModeration();
    }
}
