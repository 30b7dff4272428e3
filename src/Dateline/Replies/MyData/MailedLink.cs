using System.Text.Json;
using Dateline.Foundation.Pages;
using Dateline.Foundation.Storage;
using Dateline.Layout;
using Dateline.Replies.Letters;
using Dateline.Replies.Own;
using Dateline.Replies.Readers;
using Dateline.Replies.Screening;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.MyData;

/// <summary>
/// /{edition}/mail/{secret}: where the links of letters lead. A page with buttons: programs that look into links before people do
/// change nothing. What the link is for stands on its row, not in the address.
/// </summary>
internal sealed class MailedLink(PublicPages pages, DatelineDbFactory databases, Writes writes, Register register, ReaderCookie cookie, OwnKey keys, PostOffice office, TimeProvider clock)
{
    /// <summary>Ticked by who means to erase.</summary>
    public const string Sure = "sure";

    public async Task<IResult> Get(string edition, string secret, HttpContext http)
    {
        await using var db = databases.Open();
        var (now, cancel) = (clock.Now(), http.RequestAborted);
        var link = await ReaderLinks.Find(db, secret, now, cancel);
        if (link is null && await Confirmed(db, secret, now, cancel) is { } follow) return await Show(http, edition, secret, null, Followed(follow.Pace), await db.FindPublicStory(follow.StoryKey, now, cancel));
        return await Show(http, edition, secret, link, story: await Followed(db, link, cancel));
    }

    public async Task<IResult> Post(string edition, string secret, string act, HttpContext http, FormFields fields)
    {
        var (cancel, now) = (http.RequestAborted, clock.Now());
        ReaderLink? link;
        PublicStory? story;
        await using (var db = databases.Open())
        {
            link = await ReaderLinks.Find(db, secret, now, cancel);
            story = await Followed(db, link, cancel);
        }
        switch (act, link?.Errand)
        {
            case ("confirm", ReaderErrand.ConfirmFollow):
                var confirmed = await writes.Run((db, stop) => Confirm(db, secret, now, stop), cancel);
                return await Show(http, edition, secret, null, confirmed.Value is { } pace ? Followed(pace) : null, story);
            case ("confirm", null):
                return await Get(edition, secret, http); // a second press
            case ("know", ReaderErrand.MyData):
                var here = cookie.Read(http);
                var known = await writes.Run((db, stop) => Know(db, secret, here, now, stop), cancel);
                if (known.Value is { } pass) cookie.Give(http, pass);
                return await Show(http, edition, secret, null, known.Value is null ? null : "mail.known");
            case ("export", ReaderErrand.MyData):
                http.Response.Headers.CacheControl = "no-store";
                await using (var db = databases.Open())
                    return Results.File(JsonSerializer.SerializeToUtf8Bytes(await ReaderExport.Of(db, link!.AddressKey, reply => office.Absolute(keys.Address(reply.Edition, reply.Id)), cancel), ReaderExport.Options), "application/json", "replies.json");
            case ("erase", ReaderErrand.MyData) when !fields.Has(Sure):
                return await Show(http, edition, secret, link); // a browser asks for the tick; this is for what goes round it
            case ("erase", ReaderErrand.MyData):
                await EraseReader.Perform(writes, link!.AddressKey, now, CancellationToken.None); // also for somebody who closes the page meanwhile
                return await Show(http, edition, secret, null, "mail.erased");
            default:
                return await Show(http, edition, secret, null);
        }
    }

    /// <summary>The key of what is said to who said yes.</summary>
    private static string Followed(FollowPace pace) => pace == FollowPace.Daily ? "mail.confirmed.daily" : "mail.confirmed";

    /// <summary>What was said yes to by this link before, and still holds: who comes back to it is told so.</summary>
    private static async Task<Follow?> Confirmed(DatelineDb db, string secret, DateTimeOffset now, CancellationToken cancel) =>
        await ReaderLinks.FindUsed(db, secret, ReaderErrand.ConfirmFollow, now, cancel) is { About: { } id } ? await db.Set<Follow>().FirstOrDefaultAsync(follow => follow.Id == id && follow.ConfirmedAt != null, cancel) : null;

    /// <summary>The story whose replies are followed, when it is there to be seen.</summary>
    private async Task<PublicStory?> Followed(DatelineDb db, ReaderLink? link, CancellationToken cancel) =>
        link is { Errand: ReaderErrand.ConfirmFollow, About: { } id } && await db.Set<Follow>().Where(follow => follow.Id == id).Select(follow => follow.StoryKey).FirstOrDefaultAsync(cancel) is { } key
            ? await db.FindPublicStory(key, clock.Now(), cancel) : null;

    /// <summary>How often letters come from now on; null: the link is good for nothing any more.</summary>
    private static async Task<FollowPace?> Confirm(DatelineDb db, string secret, DateTimeOffset now, CancellationToken cancel)
    {
        if (await ReaderLinks.Find(db, secret, now, cancel) is not { About: { } id } link) return null;
        link.UsedAt = now;
        if (await db.Set<Follow>().AsTracking().FirstOrDefaultAsync(row => row.Id == id, cancel) is not { } follow) return null;
        // Who follows already follows once, by the row that they have: the links in letters that went before end it.
        var (key, story, reply, pace) = (follow.AddressKey, follow.StoryId, follow.ReplyId, follow.Pace);
        var others = await db.Set<Follow>().AsTracking().Where(row => row.AddressKey == key && row.StoryId == story && row.ReplyId == reply && row.Id != id).ToListAsync(cancel);
        if (others.Find(row => row.ConfirmedAt is not null) is { } kept)
        {
            db.Remove(follow);
            if (kept.Pace != pace && kept.DueAt is not null) kept.DueAt = now; // what waits by the old pace goes at once
            kept.Pace = pace;
        }
        else
        {
            (follow.ConfirmedAt, follow.WrittenUpTo) = (now, now);
        }
        db.RemoveRange(others.Where(row => row.ConfirmedAt is null));
        return pace;
    }

    /// <summary>
    /// The address is proved: from now on there is one reader of it. Rows that browsers made of the address alone stay as they are,
    /// because anybody may have typed it there; only this browser's own is taken over, and every cookie of it but the new one ends.
    /// </summary>
    private static async Task<ReaderPass?> Know(DatelineDb db, string secret, ReaderPass? here, DateTimeOffset now, CancellationToken cancel)
    {
        if (await ReaderLinks.Find(db, secret, now, cancel) is not { } link) return null;
        var key = link.AddressKey;
        var of = db.Set<Reader>().AsTracking().Where(row => row.AddressKey == key);
        var reader = await of.FirstOrDefaultAsync(row => row.VerifiedAt != null, cancel);
        if (reader is null && here is { Id: var id, Stamp: var stamp } && await of.FirstOrDefaultAsync(row => row.Id == id && row.Stamp == stamp, cancel) is { } ours)
        {
            ours.Stamp++;
            reader = ours;
        }
        if (reader is null)
        {
            var last = await db.Set<Reply>().Where(row => row.AddressKey == key).OrderByDescending(row => row.SubmittedAt).FirstOrDefaultAsync(cancel);
            var cipher = last?.EmailCipher ?? await db.Set<Follow>().Where(row => row.AddressKey == key && row.ConfirmedAt != null).Select(row => row.EmailCipher).FirstOrDefaultAsync(cancel);
            if (cipher is null) return null; // nothing is left here of the address
            reader = new Reader { Id = Guid.CreateVersion7(now), AddressKey = key, EmailCipher = cipher, Name = last?.Name ?? "", Website = last?.Website, SeenAt = now };
            db.Add(reader);
        }
        (reader.VerifiedAt, reader.SeenAt) = (reader.VerifiedAt ?? now, now);
        return new ReaderPass(reader.Id, reader.Stamp);
    }

    private async Task<IResult> Show(HttpContext http, string edition, string secret, ReaderLink? link, string? done = null, PublicStory? story = null)
    {
        var book = await register.Book(http.RequestAborted);
        if (book.Edition(edition) is not { } of) return Results.NotFound();
        OwnReplies? replies = null;
        if (link is { Errand: ReaderErrand.MyData, AddressKey: var key })
        {
            await using var db = databases.Open();
            replies = await OwnReplies.OfAddress(db, key, ReplyPlace.Parse(http.Request.Query["place"]), keys, clock.Now(), http.RequestAborted);
        }
        return new StaffPage<MailedLinkPage>(new()
        {
            [nameof(MailedLinkPage.Replies)] = replies,
            [nameof(MailedLinkPage.Page)] = pages.Page(book, of),
            [nameof(MailedLinkPage.Address)] = $"/{edition}/mail/{Uri.EscapeDataString(secret)}",
            [nameof(MailedLinkPage.Errand)] = link?.Errand,
            [nameof(MailedLinkPage.Done)] = done,
            [nameof(MailedLinkPage.Story)] = story,
        }, link is null && done is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK);
    }
}
