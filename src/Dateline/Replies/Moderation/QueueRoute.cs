using Dateline.Foundation.Pages;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Replies.Screening;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Moderation;

/// <summary>GET /desk/replies, and the POSTs that decide, undo, and save views.</summary>
internal static class QueueRoute
{
    private const int MostSources = 200;

    public static async Task<IResult> Get(HttpContext http, Editor editor, DatelineDb db, Register register, CurrentSettings settings, TimeProvider clock, CancellationToken cancel)
    {
        var query = http.Request.Query;
        var (filter, place, now) = (QueueFilter.Of(query), ReplyPlace.Parse(query["place"]), clock.Now());
        return new StaffPage<QueuePage>(new()
        {
            [nameof(QueuePage.Editor)] = editor,
            [nameof(QueuePage.Book)] = await register.Book(cancel),
            [nameof(QueuePage.Queue)] = await ModerationQueue.Read(db, filter, place, now, cancel),
            [nameof(QueuePage.Backlog)] = await Backlog.Read(db, await settings.Now(cancel), cancel),
            [nameof(QueuePage.News)] = await QueueNews.Read(db, query, cancel),
            [nameof(QueuePage.Views)] = await SavedViews.Of(db, editor.Id, cancel),
            [nameof(QueuePage.Sources)] = await db.Sources.OrderBy(source => source.Name).Take(MostSources).ToListAsync(cancel),
            [nameof(QueuePage.Place)] = place,
            [nameof(QueuePage.Now)] = now,
        });
    }

    // POST /desk/replies/decisions
    public static async Task<IResult> Decide(FormFields fields, Editor editor, Writes writes, TimeProvider clock, CancellationToken cancel)
    {
        var (word, ground) = fields["verdict"].Split(':') is [var before, var after] ? (before, after) : (fields["verdict"], fields["reason"]);
        if (QueueFilter.StateOf(fields["from"]) is not { } from || Verdicts.Of(word) is not { } to) return Results.BadRequest();
        var seen = fields.All("reply").Select(SeenReply.Parse).OfType<SeenReply>().ToHashSet();
        var written = await writes.Run((db, stop) => DecideReplies.Perform(db, seen, from, to, ground is { Length: > 0 } ? ground : null, editor, clock.Now(), stop), cancel);
        return Back(fields, written);
    }

    // POST /desk/replies/decisions/{batch}/undo
    public static async Task<IResult> Undo(Guid batch, FormFields fields, Editor editor, Writes writes, TimeProvider clock, CancellationToken cancel) =>
        Back(fields, await writes.Run((db, stop) => DecideReplies.Undo(db, batch, editor, clock.Now(), stop), cancel));

    // POST /desk/replies/views
    public static async Task<IResult> SaveView(FormFields fields, Editor editor, Writes writes, TimeProvider clock, CancellationToken cancel)
    {
        var filter = QueueFilter.Parse(fields["view"]);
        var written = await writes.Run((db, stop) => SavedViews.Save(db, filter, fields["name"], fields.Has("shared"), editor, clock.Now(), stop), cancel);
        return new SeeOther(filter.Address(more: written.Value is { } refusal ? $"&refused={refusal.Code}" : ""), written.Position, asCookie: true);
    }

    // POST /desk/replies/views/removal
    public static async Task<IResult> RemoveView(FormFields fields, Editor editor, Writes writes, CancellationToken cancel)
    {
        var filter = QueueFilter.Parse(fields["view"]);
        var position = await writes.Run((db, stop) => SavedViews.Remove(db, filter, editor, stop), cancel);
        return new SeeOther(filter.Address(), position, asCookie: true);
    }

    /// <summary>To where the form was sent from.</summary>
    public static string Where(FormFields fields)
    {
        var filter = QueueFilter.Parse(fields["view"]);
        if (fields["view"].Length == 0 && QueueFilter.StateOf(fields["from"]) is { } from) filter = new QueueFilter(from);
        return filter.Address(ReplyPlace.Parse(fields["place"]));
    }

    private static SeeOther Back(FormFields fields, Written<Decided> written) => new(QueueNews.Address(Where(fields), written.Value), written.Position, asCookie: true);
}

/// <summary>The words of the queue's buttons and tabs.</summary>
internal static class Verdicts
{
    public static readonly IReadOnlyList<(ReplyState State, string Name)> Tabs =
        [(ReplyState.Held, N("Waiting")), (ReplyState.Published, N("Approved")), (ReplyState.Rejected, N("Rejected")), (ReplyState.Spam, N("Spam")), (ReplyState.Withdrawn, N("Withdrawn"))];

    /// <summary>A state has one name, wherever moderators read it; in their language.</summary>
    public static string Name(ReplyState state) => T(Tabs.First(tab => tab.State == state).Name);

    public static ReplyState? Of(string word) => word switch
    {
        "approve" => ReplyState.Published,
        "reject" => ReplyState.Rejected,
        "spam" => ReplyState.Spam,
        "hold" => ReplyState.Held,
        _ => null,
    };
}
