using System.Globalization;
using Dateline.Foundation.Pages;
using Dateline.Foundation.Storage;
using Dateline.Layout;
using Dateline.Layout.Languages;
using Dateline.Replies.Readers;
using Dateline.Replies.Screening;
using Dateline.Stories;

namespace Dateline.Replies.Own;

/// <summary>
/// GET /{edition}/your-reply/{secret}, and what its forms send. For one person: kept by nobody, indexed by nobody. A secret that
/// isn't ours and one of an erased reply are answered alike.
/// </summary>
internal sealed class OwnReplyRoutes(
    PublicPages pages, DatelineDbFactory databases, Writes writes, Register register, Discussions discussions, Pipeline pipeline,
    AddressVault vault, SendingLimits limits, ReaderCookie cookie, OwnKey keys, Underway underway, TimeProvider clock)
{
    /// <summary>In the query: the change that led here was kept.</summary>
    private const string Changed = "changed";

    public async Task<IResult> Get(string edition, string secret, HttpContext http) =>
        await Show(http, edition, secret, long.TryParse(http.Request.Query[PageCacheMiddleware.After], out var position) ? position : 0);

    public async Task<IResult> Change(string edition, string secret, HttpContext http, FormFields fields)
    {
        var (cancel, now) = (http.RequestAborted, clock.Now());
        OwnReply? own;
        PublicStory? story;
        await using (var db = databases.Open())
        {
            own = await OwnReply.Find(db, keys.Read(secret), cancel);
            story = own is null ? null : await db.FindPublicStory(own.Reply.StoryKey, now, cancel);
        }
        if (own is null || (await register.Book(cancel)).Edition(edition) is not { } of) return await Show(http, edition, secret);
        var words = Wording.Of(of.Language);
        if (story is null || !own.CanChange(now) || vault.Show(own.Reply.EmailCipher) is not { } email) return await Show(http, edition, secret, problem: words["own.late"], text: fields["text"], status: StatusCodes.Status409Conflict);

        if (fields.WasMended) return await Show(http, edition, secret, problem: words["reply.error.marred"], text: fields["text"], status: StatusCodes.Status422UnprocessableEntity);

        // Its text alone can be changed; whatever else a form may send is as it was.
        var (reply, problems) = new ReplyForm(own.Reply.Name, email, own.Reply.Website ?? "", fields["text"], "").Check(words);
        if (reply is null) return await Show(http, edition, secret, problem: problems.Values.First(), text: fields["text"], status: StatusCodes.Status422UnprocessableEntity);

        using var place = underway.Enter();
        var candidate = new Candidate(story, reply, SenderKeys.Of(vault, http.Connection.RemoteIpAddress, reply.Email, reply.Name), await discussions.OfIncoming(story, cancel), now)
        {
            Id = own.Reply.Id,
            Place = place,
            IsEdit = true,
            Reader = cookie.Read(http),
        };
        var screened = await pipeline.Look(candidate, cancel);
        if (screened.Refused is { Score: { } seconds }) return await TooMany(seconds);
        if (screened.Refused is not null) return await Refused();
        var written = await writes.Run((db, stop) => ChangeReply.Perform(db, candidate, screened, limits, stop), cancel);
        return written.Value is null ? new SeeOther($"{keys.Address(edition, own.Reply.Id)}?{Changed}", written.Position)
            : written.Value == ChangeReply.Banned ? await Refused()
            : written.Value == ChangeReply.TooOften ? await TooMany(PacePhase.RestOfMinute(now))
            : await Show(http, edition, secret, problem: words["own.late"], text: fields["text"], status: StatusCodes.Status409Conflict);

        Task<IResult> Refused() => Show(http, edition, secret, problem: words["own.refused"], text: fields["text"], status: StatusCodes.Status403Forbidden, tellsContact: true);

        Task<IResult> TooMany(double wait)
        {
            http.Response.Headers.RetryAfter = ((int)Math.Max(1, wait)).ToString(CultureInfo.InvariantCulture);
            return Show(http, edition, secret, problem: words["own.often"], text: fields["text"], status: StatusCodes.Status429TooManyRequests);
        }
    }

    public async Task<IResult> Withdraw(string edition, string secret, HttpContext http)
    {
        if (await Known(edition, secret, http.RequestAborted) is not { } id) return await Show(http, edition, secret);
        var written = await writes.Run((db, stop) => ChangeReply.Withdraw(db, id, clock.Now(), stop), http.RequestAborted);
        return new SeeOther(keys.Address(edition, id), written.Position);
    }

    public async Task<IResult> Appeal(string edition, string secret, HttpContext http, FormFields fields)
    {
        if (await Known(edition, secret, http.RequestAborted) is not { } id) return await Show(http, edition, secret);
        var written = await writes.Run((db, stop) => AppealDecision.Perform(db, id, fields["words"], clock.Now(), stop), http.RequestAborted);
        if (written.Value is null or { Code: "late" }) return new SeeOther(keys.Address(edition, id), written.Position);
        var words = Wording.Of((await register.Book(http.RequestAborted)).Edition(edition)!.Language);
        return await Show(http, edition, secret, problem: words["own.appeal.words", words.Number(Moderation.Appeal.LongestWords)], appeal: fields["words"], status: StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>Ends the cookie of this browser; the reply stays as it is.</summary>
    public async Task<IResult> Forget(string edition, string secret, HttpContext http)
    {
        if (await Known(edition, secret, http.RequestAborted) is not { } id) return await Show(http, edition, secret);
        if (cookie.Read(http) is { } pass) await writes.Run((db, stop) => Reader.Forget(db, pass, stop), http.RequestAborted);
        cookie.End(http);
        return new SeeOther(keys.Address(edition, id));
    }

    private async Task<Guid?> Known(string edition, string secret, CancellationToken cancel)
    {
        await using var db = databases.Open();
        return (await OwnReply.Find(db, keys.Read(secret), cancel))?.Reply.Id;
    }

    private async Task<IResult> Show(HttpContext http, string edition, string secret, long position = 0, string? problem = null, string? text = null, string? appeal = null, int status = StatusCodes.Status200OK, bool tellsContact = false)
    {
        var (cancel, now) = (http.RequestAborted, clock.Now());
        var book = await register.Book(cancel);
        if (book.Edition(edition) is not { } of) return Results.NotFound();
        await using var db = databases.Open();
        var own = await OwnReply.Find(db, keys.Read(secret), cancel);
        var page = pages.Page(book, of);
        if (own is null) return new StaffPage<NoSuchReplyPage>(new() { [nameof(NoSuchReplyPage.Page)] = page }, StatusCodes.Status404NotFound);
        return new StaffPage<OwnReplyPage>(new()
        {
            [nameof(OwnReplyPage.Page)] = page,
            [nameof(OwnReplyPage.Own)] = own,
            [nameof(OwnReplyPage.Story)] = await db.FindPublicStory(own.Reply.StoryKey, now, cancel), // of a killed one not even the headline stands here
            [nameof(OwnReplyPage.IsKnown)] = cookie.Read(http) is not null,
            [nameof(OwnReplyPage.Address)] = keys.Address(edition, own.Reply.Id),
            [nameof(OwnReplyPage.Position)] = position,
            [nameof(OwnReplyPage.IsChanged)] = problem is null && own.Reply.EditedAt is not null && http.Request.Query.ContainsKey(Changed),
            [nameof(OwnReplyPage.Problem)] = problem,
            [nameof(OwnReplyPage.Text)] = text,
            [nameof(OwnReplyPage.AppealWords)] = appeal,
            [nameof(OwnReplyPage.TellsContact)] = tellsContact,
        }, status);
    }
}
