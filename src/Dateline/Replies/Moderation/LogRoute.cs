using Dateline.Foundation.Pages;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Stories;

namespace Dateline.Replies.Moderation;

/// <summary>/desk/replies/log: who decided what, when and why; and /desk/replies/{id}/history: all of that about one reply.</summary>
internal static class LogRoute
{
    public static async Task<IResult> Get(string? show, string? place, Editor editor, DatelineDb db, Register register, CancellationToken cancel)
    {
        var acts = string.Equals(show, "acts", StringComparison.OrdinalIgnoreCase);
        var (before, book) = (ReplyPlace.Parse(place), await register.Book(cancel));
        return new StaffPage<LogPage>(new()
        {
            [nameof(LogPage.Editor)] = editor,
            [nameof(LogPage.Book)] = book,
            [nameof(LogPage.Log)] = acts ? await ModerationLog.Acts(db, book, null, before, cancel) : await ModerationLog.Decisions(db, null, before, cancel),
            [nameof(LogPage.Acts)] = acts,
        });
    }

    public static async Task<IResult> OfReply(Guid id, Editor editor, DatelineDb db, Register register, TimeProvider clock, CancellationToken cancel)
    {
        if (await ModerationQueue.Find(db, id, cancel) is not { } reply) return Results.NotFound();
        var book = await register.Book(cancel);
        return new StaffPage<HistoryPage>(new()
        {
            [nameof(HistoryPage.Editor)] = editor,
            [nameof(HistoryPage.Book)] = book,
            [nameof(HistoryPage.Reply)] = reply,
            [nameof(HistoryPage.Decisions)] = await ModerationLog.Decisions(db, id, null, cancel),
            [nameof(HistoryPage.Acts)] = await ModerationLog.Acts(db, book, $"reply:{id:N}", null, cancel),
            [nameof(HistoryPage.Now)] = clock.Now(),
        });
    }
}
