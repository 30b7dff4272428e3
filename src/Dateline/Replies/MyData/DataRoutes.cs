using System.Globalization;
using Dateline.Foundation.Pages;
using Dateline.Foundation.Storage;
using Dateline.Layout;
using Dateline.Layout.Languages;
using Dateline.Replies.Following;
using Dateline.Replies.Letters;
using Dateline.Replies.Own;
using Dateline.Replies.Readers;
using Dateline.Replies.Screening;
using Dateline.Stories;

namespace Dateline.Replies.MyData;

/// <summary>
/// /{edition}/your-data: what a known browser's reader wrote here; and whoever gives an address is mailed a link to all that is the address's, if there is anything. The answer
/// here is the same either way, and so is the work: it is written down in one go, and looked at only when the letter is due.
/// </summary>
internal sealed class DataRoutes(PublicPages pages, DatelineDbFactory databases, Writes writes, Register register, AddressVault vault, ReaderCookie cookie, OwnKey keys, PostOffice office, TimeProvider clock)
{
    /// <summary>The same page for everybody, but for a browser that is known: it has what its reader wrote, and is kept nowhere.</summary>
    public async Task<IResult> Form(string edition, HttpContext http)
    {
        if (cookie.Read(http) is not { } pass) return await pages.Serve(http, edition, (make, _) => Page(make, "", StatusCodes.Status200OK, null));
        await using var db = databases.Open();
        var mine = await OwnReplies.OfReader(db, pass, ReplyPlace.Parse(http.Request.Query["place"]), keys, clock.Now(), http.RequestAborted);
        return await pages.ServeUncached(http, edition, async (make, _) => await Page(make, "", StatusCodes.Status200OK, null, mine) with { CacheControl = "no-store" });
    }

    public Task<IResult> Asked(string edition, HttpContext http) =>
        pages.Serve(http, edition, (make, _) => office.IsOpen
            ? make.Html<MailboxPage>(new()
            {
                [nameof(MailboxPage.Page)] = make.Page,
                [nameof(MailboxPage.Back)] = make.Page.Edition.Path,
                [nameof(MailboxPage.BackWords)] = make.Page.Words["killed.front"],
                [nameof(MailboxPage.Data)] = true,
            })
            : make.NotFound());

    public async Task<IResult> Post(string edition, HttpContext http, FormFields fields)
    {
        var (cancel, now) = (http.RequestAborted, clock.Now());
        if (!office.IsOpen || (await register.Book(cancel)).Edition(edition) is not { } of) return Results.NotFound();
        if (EmailAddress.Parse(fields["email"]) is not { } address) return await Again(http, edition, fields["email"], StatusCodes.Status422UnprocessableEntity, "follow.error.email");
        var sender = SenderKeys.Of(vault, http.Connection.RemoteIpAddress, address, "");
        var words = Wording.Of(of.Language);
        var written = await writes.Run(async (db, stop) =>
        {
            if (await LettersAsked.Wait(db, sender, now, stop) is { } seconds) return seconds;
            if (!await LettersAsked.MayGo(db, vault, address, LetterKind.Data, now, stop)) return (int?)null;
            var secret = ReaderLinks.Make(db, ReaderErrand.MyData, sender.Address, null, now);
            office.Take(db, new Letter(address, words["letter.data.subject", words.Isolated(of.Style.ShortName)], words["letter.data.text", words.Isolated(of.Style.ShortName), office.Absolute($"/{edition}/mail/{secret}")]), LetterKind.Data, now);
            return null;
        }, cancel);
        if (written.Value is not { } wait) return new SeeOther($"/{edition}/your-data/asked");
        http.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        return await Again(http, edition, fields["email"], StatusCodes.Status429TooManyRequests, wait > 60 ? "follow.error.later" : "follow.error.soon");
    }

    private Task<IResult> Again(HttpContext http, string edition, string email, int status, string problem) =>
        pages.ServeUncached(http, edition, async (make, _) => await Page(make, email, status, make.Page.Words[problem]) with { CacheControl = "no-store" });

    private static Task<RenderedPage> Page(PublicRender make, string email, int status, string? problem, OwnReplies? mine = null) => make.Html<DataPage>(new()
    {
        [nameof(DataPage.Mine)] = mine,
        [nameof(DataPage.Page)] = make.Page,
        [nameof(DataPage.Email)] = email,
        [nameof(DataPage.Problem)] = problem,
    }, status);
}
