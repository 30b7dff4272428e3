using Dateline.Foundation.Pages;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Stories;

namespace Dateline.Replies.Moderation;

/// <summary>GET /desk/replies, and the POSTs that decide and undo.</summary>
internal static class QueueRoute
{
    public static async Task<IResult> Get(HttpContext http, Editor editor, DatelineDb db, Register register, TimeProvider clock, CancellationToken cancel)
    {
        var query = http.Request.Query;
        var queue = await ModerationQueue.Read(db, State(query["show"]) ?? ReplyState.Held, ReplyPlace.Parse(query["place"]), cancel);
        return new StaffPage<QueuePage>(new()
        {
            [nameof(QueuePage.Editor)] = editor,
            [nameof(QueuePage.Book)] = await register.Book(cancel),
            [nameof(QueuePage.Queue)] = queue,
            [nameof(QueuePage.News)] = await QueueNews.Read(db, query, cancel),
            [nameof(QueuePage.Place)] = ReplyPlace.Parse(query["place"]),
            [nameof(QueuePage.Now)] = clock.Now(),
        });
    }

    public static async Task<IResult> Decide(FormFields fields, Editor editor, Writes writes, TimeProvider clock, CancellationToken cancel)
    {
        if (State(fields["from"]) is not { } from || Verdicts.Of(fields["verdict"]) is not { } to) return Results.BadRequest();
        var ids = fields.All("reply").Select(text => Guid.TryParse(text, out var id) ? id : (Guid?)null).OfType<Guid>().ToHashSet();
        var reason = fields["reason"] is { Length: > 0 } given ? given : null;
        var written = await writes.Run((db, stop) => DecideReplies.Perform(db, ids, from, to, reason, editor, clock.Now(), stop), cancel);
        return Back(from, ReplyPlace.Parse(fields["place"]), written);
    }

    public static async Task<IResult> Undo(Guid batch, FormFields fields, Editor editor, Writes writes, TimeProvider clock, CancellationToken cancel)
    {
        var written = await writes.Run((db, stop) => DecideReplies.Undo(db, batch, editor, clock.Now(), stop), cancel);
        return Back(State(fields["from"]) ?? ReplyState.Held, ReplyPlace.Parse(fields["place"]), written);
    }

    private static SeeOther Back(ReplyState from, ReplyPlace? place, Written<Decided> written) =>
        new(QueueNews.Address(Verdicts.Address(from, place), written.Value), written.Position, asCookie: true);

    private static ReplyState? State(string? word) =>
        Verdicts.Tabs.FirstOrDefault(tab => string.Equals(tab.State.ToString(), word, StringComparison.OrdinalIgnoreCase)) is { Name: not null } tab ? tab.State : null;
}

/// <summary>The words of the queue's buttons and tabs.</summary>
internal static class Verdicts
{
    public static readonly IReadOnlyList<(ReplyState State, string Name)> Tabs =
        [(ReplyState.Held, "Waiting"), (ReplyState.Published, "Approved"), (ReplyState.Rejected, "Rejected"), (ReplyState.Spam, "Spam")];

    public static ReplyState? Of(string word) => word switch
    {
        "approve" => ReplyState.Published,
        "reject" => ReplyState.Rejected,
        "spam" => ReplyState.Spam,
        "hold" => ReplyState.Held,
        _ => null,
    };

    public static string Address(ReplyState state, ReplyPlace? place = null) =>
        $"/desk/replies?show={state.ToString().ToLowerInvariant()}{(place is null ? "" : $"&place={place}")}";
}
