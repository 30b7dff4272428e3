using Dateline.Foundation.Pages;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Replies.Readers;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Moderation;

/// <summary>GET /desk/replies/{id}/sender: what else the writer of a reply wrote, by the keyed address; and what moderators think of a verified reader. The address itself is shown to nobody.</summary>
internal static class SenderRoute
{
    private const int Most = 50;

    public static async Task<IResult> Get(Guid id, string? said, Editor editor, DatelineDb db, Register register, TimeProvider clock, CancellationToken cancel)
    {
        if (await ModerationQueue.Find(db, id, cancel) is not { } reply) return Results.NotFound();
        var key = await db.Set<Reply>().Where(one => one.Id == id).Select(one => one.AddressKey).FirstAsync(cancel);
        IReadOnlyList<WaitingReply> others = key is null ? []
            : await ModerationQueue.ReadReplies(db, db.Set<Reply>().Where(other => other.AddressKey == key && other.Id != id).OrderByDescending(other => other.SubmittedAt).ThenByDescending(other => other.Id).Take(Most), cancel);
        return new StaffPage<SenderPage>(new()
        {
            [nameof(SenderPage.Editor)] = editor,
            [nameof(SenderPage.Book)] = await register.Book(cancel),
            [nameof(SenderPage.Reply)] = reply,
            [nameof(SenderPage.Others)] = others.OrderByDescending(other => other.At).ThenByDescending(other => other.Id).ToList(),
            [nameof(SenderPage.Reader)] = key is null ? null : await db.Set<Reader>().FirstOrDefaultAsync(reader => reader.AddressKey == key && reader.VerifiedAt != null, cancel),
            [nameof(SenderPage.Flash)] = said == "standing" ? N("Done; it holds from the next reply on.") : null,
            [nameof(SenderPage.Now)] = clock.Now(),
        });
    }

    // POST /desk/replies/{id}/standing
    public static async Task<IResult> Stand(Guid id, FormFields fields, Editor editor, Writes writes, TimeProvider clock, CancellationToken cancel)
    {
        if (!Enum.TryParse<Standing>(fields["standing"], out var standing) || !Enum.IsDefined(standing)) return Results.BadRequest();
        var now = clock.Now();
        var written = await writes.Run(async (db, stop) =>
        {
            var key = await db.Set<Reply>().Where(reply => reply.Id == id).Select(reply => reply.AddressKey).FirstOrDefaultAsync(stop);
            // Only who proved the address has a standing: a typed one is anybody's.
            if (key is null || await db.Set<Reader>().AsTracking().FirstOrDefaultAsync(reader => reader.AddressKey == key && reader.VerifiedAt != null, stop) is not { } reader) return false;
            if (reader.Standing == standing) return true; // nothing was done that a log could tell
            db.Add(new ModerationAct { Id = Guid.CreateVersion7(now), At = now, By = editor.Id, Act = "standing", ReplyId = id, About = $"reader:{reader.Id:N}", Terms = $$"""{"from":"{{reader.Standing}}","to":"{{standing}}"}""" });
            (reader.Standing, reader.Version) = (standing, reader.Version + 1);
            return true;
        }, cancel);
        return written.Value ? new SeeOther($"/desk/replies/{id}/sender?said=standing", written.Position, asCookie: true) : Results.NotFound();
    }
}
