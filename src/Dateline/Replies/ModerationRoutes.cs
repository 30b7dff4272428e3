using Dateline.Foundation.Pages;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies;

/// <summary>GET /desk/replies and POST /desk/replies/decisions: one queue over all stories, oldest first.</summary>
internal static class ModerationRoutes
{
    private const int PageSize = 50;

    public static async Task<IResult> Queue(HttpContext http, Editor editor, DatelineDb db, Register register, TimeProvider clock, CancellationToken cancel)
    {
        var state = Enum.TryParse<ReplyState>(http.Request.Query["show"], ignoreCase: true, out var asked) && Enum.IsDefined(asked) ? asked : ReplyState.Held;
        var after = ReplyPlace.Parse(http.Request.Query["after"]);
        var waiting = await Read(db, state, after, cancel);
        var counts = await db.Replies.Where(reply => reply.State == ReplyState.Held).CountAsync(cancel);
        var book = await register.Book(cancel);
        return new StaffPage<QueuePage>(new()
        {
            [nameof(QueuePage.Editor)] = editor,
            [nameof(QueuePage.Agency)] = book.Editions is [var first, ..] ? first.Style.ShortName : "Dateline",
            [nameof(QueuePage.State)] = state,
            [nameof(QueuePage.Waiting)] = waiting.Take(PageSize).ToList(),
            [nameof(QueuePage.Next)] = waiting.Count > PageSize ? new ReplyPlace(waiting[PageSize - 1].At, waiting[PageSize - 1].Id) : null,
            [nameof(QueuePage.Held)] = counts,
            [nameof(QueuePage.Now)] = clock.Now(),
            [nameof(QueuePage.Done)] = Done(http.Request.Query["done"], http.Request.Query["to"]),
            [nameof(QueuePage.Refusal)] = http.Request.Query["refused"] == "decided" ? "Somebody decided on that already." : http.Request.Query["refused"] == "none" ? "Choose at least one reply." : null,
        });
    }

    public static async Task<IResult> Decide(FormFields fields, Editor editor, Writes writes, TimeProvider clock, CancellationToken cancel)
    {
        var ids = fields.All("reply").Select(text => Guid.TryParse(text, out var id) ? id : (Guid?)null).OfType<Guid>().ToHashSet();
        if (!Enum.TryParse<ReplyState>(fields["from"], out var from)) from = ReplyState.Held;
        ReplyState? to = fields["verdict"] switch { "approve" => ReplyState.Published, "reject" => ReplyState.Rejected, "spam" => ReplyState.Spam, "hold" => ReplyState.Held, _ => null };
        if (to is not { } state || !Enum.IsDefined(from)) return Results.BadRequest();
        var reason = fields["reason"] is { Length: <= 200 } given ? given : "";
        var written = await writes.Run((db, stop) => DecideReplies.Perform(db, ids, from, state, reason, editor, clock.Now(), stop), cancel);
        var back = $"/desk/replies?show={from}";
        return new SeeOther(written.Value.Refusal is { } refusal ? $"{back}&refused={refusal.Code}" : $"{back}&done={written.Value.Decided}&to={state}", written.Position, asCookie: true);
    }

    private static async Task<List<WaitingReply>> Read(DatelineDb db, ReplyState state, ReplyPlace? after, CancellationToken cancel)
    {
        var replies = db.Replies.Where(reply => reply.State == state);
        if (after is { } place) replies = replies.Where(reply => reply.SubmittedAt > place.At || (reply.SubmittedAt == place.At && reply.Id > place.Id));
        return await replies.OrderBy(reply => reply.SubmittedAt).ThenBy(reply => reply.Id).Take(PageSize + 1)
            .Join(db.Stories, reply => reply.StoryId, story => story.Id, (reply, story) => new WaitingReply(
                reply.Id, reply.Name, reply.Website, reply.Body, reply.SubmittedAt, story.Headline, "/" + story.Edition + "/" + story.Key + "/" + story.Slug))
            .OrderBy(waiting => waiting.At).ThenBy(waiting => waiting.Id).ToListAsync(cancel);
    }

    private static string? Done(string? count, string? to) =>
        int.TryParse(count, out var number) && Enum.TryParse<ReplyState>(to, out var state) && Enum.IsDefined(state)
            ? $"{(number == 1 ? "One reply" : $"{number} replies")}: {(state == ReplyState.Published ? "approved" : state.ToString().ToLowerInvariant())}." : null;
}

/// <summary>A reply in the queue, with its story.</summary>
public sealed record WaitingReply(Guid Id, string Name, string? Website, Foundation.Markup.Body Body, DateTimeOffset At, string Headline, string StoryPath);
