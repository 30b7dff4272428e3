using Dateline.Desk;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Pages;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Replies.Checks;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Moderation;

/// <summary>The moderators' part of the desk.</summary>
internal static class ModerationRoom
{
    /// <summary>What isn't about one reply is kept as long as anybody may ask how the house was moderated.</summary>
    private static readonly TimeSpan ActTerm = TimeSpan.FromDays(3 * 365);

    public static IServiceCollection AddModeration(this IServiceCollection services) => services
        .AddSingleton<QueueStream>()
        .AddSingleton<CheckSecrets>()
        .AddSingleton<OutsideCheck>()
        .AddSingleton<Meanwhile>()
        .AddWork<CheckReplies>()
        .AddWork<DiscussionClosing>()
        .AddSingleton(new StorySide(typeof(DiscussionSide)))
        .AddSingleton(new DeskNotice(typeof(QuestionNotice)))
        .AddRetention("readers’ reports", ReplyReport.Term, (db, from, before, most, cancel) =>
            db.Set<ReplyReport>().Where(report => report.At <= before && report.Outcome != null).OrderBy(report => report.At).Take(most).ExecuteDeleteAsync(cancel))
        .AddRetention("appeals", Appeal.Term, (db, from, before, most, cancel) =>
            db.Set<Appeal>().Where(appeal => appeal.At <= before && appeal.Outcome != null).OrderBy(appeal => appeal.At).Take(most).ExecuteDeleteAsync(cancel))
        .AddRetention("acts of moderation", ActTerm, (db, from, before, most, cancel) =>
            db.Set<ModerationAct>().Where(act => act.At <= before).OrderBy(act => act.At).Take(most).ExecuteDeleteAsync(cancel));

    public static void MapModeration(this IEndpointRouteBuilder routes)
    {
        var replies = routes.MapGroup("/desk/replies").RequireAuthorization(Policies.Moderator);
        replies.MapGet("", QueueRoute.Get);
        replies.MapGet("/stream", (HttpContext http, QueueStream stream) => stream.Listen(http));
        replies.MapPost("/decisions", QueueRoute.Decide);
        replies.MapPost("/decisions/{batch:guid}/undo", QueueRoute.Undo);
        replies.MapPost("/views", QueueRoute.SaveView);
        replies.MapPost("/views/removal", QueueRoute.RemoveView);

        replies.MapGet("/{id:guid}/history", LogRoute.OfReply);
        replies.MapGet("/{id:guid}/sender", SenderRoute.Get);
        replies.MapPost("/{id:guid}/standing", SenderRoute.Stand);
        replies.MapPost("/{id:guid}/pick", (Guid id, FormFields fields, Editor editor, Writes writes, TimeProvider clock, CancellationToken cancel) => MarkReply.Pick(id, fields, editor, writes, clock, cancel));
        replies.MapPost("/{id:guid}/pin", (Guid id, FormFields fields, Editor editor, Writes writes, TimeProvider clock, CancellationToken cancel) => MarkReply.Pin(id, fields, editor, writes, clock, cancel));
        replies.MapGet("/{id:guid}/ban", BanRoute.OfReply);
        replies.MapPost("/{id:guid}/ban", BanRoute.BanWriter);

        replies.MapGet("/reports", ComplaintRoutes.Reports);
        replies.MapPost("/reports/{id:guid}", ComplaintRoutes.DecideReport);
        replies.MapGet("/appeals", ComplaintRoutes.Appeals);
        replies.MapPost("/appeals/{id:guid}", ComplaintRoutes.DecideAppeal);

        replies.MapGet("/rules", RulesRoute.Get);
        replies.MapPost("/rules", RulesRoute.Post);
        replies.MapGet("/bans", BanRoute.Get);
        replies.MapPost("/bans", BanRoute.Make);
        replies.MapPost("/bans/{id:guid}/removal", BanRoute.Lift);
        replies.MapGet("/words", WordsRoute.Get);
        replies.MapPost("/words", WordsRoute.Add);
        replies.MapPost("/words/removal", WordsRoute.Remove);
        replies.MapGet("/filter", FilterRoute.Get);
        replies.MapPost("/filter", FilterRoute.Set);
        replies.MapPost("/filter/anew", FilterRoute.Anew);
        replies.MapGet("/test", TestBoxRoute.Get);
        replies.MapPost("/test", TestBoxRoute.Try);
        replies.MapGet("/figures", FiguresRoute.Get);
        replies.MapGet("/log", LogRoute.Get);

        // Who wrote a story answers its readers too: the handlers ask.
        var answers = routes.MapGroup("/desk/replies/{id:guid}/answer").RequireAuthorization(Policies.Staff);
        answers.MapGet("", AnswerReply.Get);
        answers.MapPost("", AnswerReply.Post);
        var own = routes.MapGroup("/desk/replies/{id:guid}/words").RequireAuthorization(Policies.Staff);
        own.MapGet("", ChangeAnswer.Get);
        own.MapPost("", ChangeAnswer.Post);

        var checks = routes.MapGroup("/desk/replies/checks").RequireAuthorization(Policies.Administrator);
        checks.MapGet("", ChecksRoute.Get);
        checks.MapPost("", ChecksRoute.Set);
    }
}
